package golden

import (
	"fmt"
	"strings"
)

// maxListed is how many blocks of one sort of change are listed.
const maxListed = 12

// changes are lines under headings, both in the order in which they came.
type changes struct {
	headings []string
	lines    map[string][]string
}

func (c *changes) add(heading, line string) {
	if c.lines == nil {
		c.lines = map[string][]string{}
	}
	if c.lines[heading] == nil {
		c.headings = append(c.headings, heading)
	}
	c.lines[heading] = append(c.lines[heading], line)
}

func (c *changes) String() string {
	var b strings.Builder
	for _, h := range c.headings {
		lines := c.lines[h]
		fmt.Fprintf(&b, "%s %s:\n", count(len(lines)), h)
		for _, line := range lines[:min(maxListed, len(lines))] {
			fmt.Fprintf(&b, "    %s\n", line)
		}
		if more := len(lines) - maxListed; more > 0 {
			fmt.Fprintf(&b, "    … and %d more\n", more)
		}
	}
	return b.String()
}

func count(n int) string {
	if n == 1 {
		return "1 block"
	}
	return fmt.Sprintf("%d blocks", n)
}

// Moves says what is different between two texts of Decisions: which blocks
// moved from one role to another, came, went, or have another score or
// heaviest reason. It is empty if the texts are the same.
func Moves(before, after string) string {
	if before == after {
		return ""
	}
	headBefore, was := parseDecisions(before)
	headAfter, is := parseDecisions(after)
	places := byWords(was)
	var moved, came, went, shifted changes
	for _, d := range is {
		old, ok := places.take(d.words)
		switch {
		case !ok:
			came.add("new", fmt.Sprintf("%-10s %s", d.role, d.words))
		case was[old].role != d.role:
			moved.add(fmt.Sprintf("moved %s → %s", was[old].role, d.role), step(&was[old], &d))
		case was[old] != d:
			shifted.add("with the same role, another score or heaviest reason", fmt.Sprintf("%-10s %s", d.role, step(&was[old], &d)))
		}
	}
	for i, d := range was {
		if !places.taken[i] {
			went.add("gone", fmt.Sprintf("%-10s %s", d.role, d.words))
		}
	}
	text := moved.String() + came.String() + went.String() + shifted.String()
	if headBefore != headAfter {
		text = fmt.Sprintf("kind of page: %s → %s\n", strings.TrimPrefix(headBefore, "# "), strings.TrimPrefix(headAfter, "# ")) + text
	}
	if text == "" {
		return "the same blocks in another order\n"
	}
	return text
}

// step tells how score and reason of a block went.
func step(was, is *decision) string {
	return fmt.Sprintf("%-10s %s   %s", arrow(was.score, is.score), is.words, arrow(was.reason, is.reason))
}

func arrow(a, b string) string {
	if a == b {
		return a
	}
	return a + " → " + b
}

// places finds blocks by their words; of several with the same words, the
// first that was not found before.
type places struct {
	of    map[string][]int
	taken []bool
}

func byWords(list []decision) *places {
	p := &places{of: map[string][]int{}, taken: make([]bool, len(list))}
	for i := range list {
		p.of[list[i].words] = append(p.of[list[i].words], i)
	}
	return p
}

func (p *places) take(words string) (int, bool) {
	list := p.of[words]
	if len(list) == 0 {
		return 0, false
	}
	p.of[words] = list[1:]
	p.taken[list[0]] = true
	return list[0], true
}

// Paragraphs says which lines of an article were lost and which came in, empty
// ones aside. It is empty if the texts are the same.
func Paragraphs(before, after string) string {
	if before == after {
		return ""
	}
	left := map[string]int{}
	for line := range strings.Lines(before) {
		left[line]++
	}
	var came, lost strings.Builder
	for line := range strings.Lines(after) {
		if left[line]--; left[line] < 0 && line != "\n" {
			fmt.Fprintf(&came, "    + %s\n", strings.TrimSuffix(line, "\n"))
		}
	}
	for line := range strings.Lines(before) {
		if left[line] > 0 && line != "\n" {
			left[line]--
			fmt.Fprintf(&lost, "    - %s\n", strings.TrimSuffix(line, "\n"))
		}
	}
	if came.Len()+lost.Len() == 0 {
		return "the same paragraphs in another order\n"
	}
	return lost.String() + came.String()
}
