package extract

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A profile as text: a line a fact, words parted by spaces.
//
//	bodycopy-profile 1
//	pages 20
//	text 20 31 become a friend of the harbour post and read …
//	box 18 36 36 aside.rail>div.offer>p
const (
	profileHead    = "bodycopy-profile"
	profileVersion = 1
	textLine       = "text" // pages, words, start of the text in lower case
	boxLine        = "box"  // pages, blocks, repeated blocks, shape
	pagesLine      = "pages"
)

const profileHelp = `# What repeats on the pages of one site. Lines may be deleted.
#   text PAGES WORDS START     a text that stands on most pages
#   box PAGES BLOCKS REPEATED SHAPE     where little is new from page to page
`

// ErrProfile says that a profile cannot be read.
var ErrProfile = errors.New("bad profile")

// WriteTo writes the profile as text, a line a fact, in a fixed order: what
// stands on the most pages first.
func (s *Profile) WriteTo(w io.Writer) (int64, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s %d\n%s%s %d\n", profileHead, profileVersion, profileHelp, pagesLine, s.pages)
	texts := slices.SortedFunc(maps.Keys(s.texts), func(x, y blockText) int {
		return cmp.Or(s.texts[y]-s.texts[x], y.words-x.words, strings.Compare(x.start, y.start))
	})
	for _, t := range texts {
		fmt.Fprintf(&b, "%s %d %d %s\n", textLine, s.texts[t], t.words, t.start)
	}
	shapes := slices.SortedFunc(maps.Keys(s.shapes), func(x, y string) int {
		return cmp.Or(s.shapes[y].pages-s.shapes[x].pages, strings.Compare(x, y))
	})
	for _, shape := range shapes {
		t := s.shapes[shape]
		fmt.Fprintf(&b, "%s %d %d %d %s\n", boxLine, t.pages, t.blocks, t.repeated, shape)
	}
	return b.WriteTo(w)
}

// maxProfile bounds a profile, in bytes. One of a large site has some 100 kB.
const maxProfile = 16 << 20

// ReadProfile reads what [Profile.WriteTo] has written. Errors wrap
// [ErrProfile] and name the line.
func ReadProfile(r io.Reader) (*Profile, error) {
	if r == nil {
		return nil, fmt.Errorf("extract: %w: the reader is nil", ErrProfile)
	}
	s := &Profile{texts: map[blockText]int{}, shapes: map[string]turnover{}}
	lines := bufio.NewScanner(io.LimitReader(r, maxProfile))
	n := 0
	for lines.Scan() {
		n++
		line := strings.TrimSpace(lines.Text())
		if n == 1 {
			if line != fmt.Sprintf("%s %d", profileHead, profileVersion) {
				return nil, fmt.Errorf("extract: %w: line 1 is not %q", ErrProfile, fmt.Sprintf("%s %d", profileHead, profileVersion))
			}
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := s.readLine(line); err != nil {
			return nil, fmt.Errorf("extract: %w: line %d: %w", ErrProfile, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("extract: %w: line %d: %w", ErrProfile, n+1, err)
	}
	if s.pages == 0 {
		return nil, fmt.Errorf("extract: %w: there is no line %q", ErrProfile, pagesLine)
	}
	return s, nil
}

func (s *Profile) readLine(line string) error {
	kind, rest, _ := strings.Cut(line, " ")
	counts := map[string]int{pagesLine: 1, textLine: 2, boxLine: 3}[kind]
	if counts == 0 {
		return fmt.Errorf("it begins with none of %s, %s, %s", pagesLine, textLine, boxLine)
	}
	numbers := make([]int, counts)
	for i := range numbers {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no positive number", word)
		}
		numbers[i] = n
	}
	if kind != pagesLine && rest == "" {
		return errors.New("nothing behind the numbers")
	}
	switch kind {
	case pagesLine:
		s.pages = numbers[0]
	case textLine:
		s.texts[blockText{numbers[1], start(rest)}] = numbers[0]
	case boxLine:
		s.shapes[rest] = turnover{numbers[0], numbers[1], numbers[2]}
	}
	return nil
}
