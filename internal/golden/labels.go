package golden

import (
	"fmt"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// LabelsExt is the extension of files of labels.
const LabelsExt = ".labels"

// A Label is the role that a person gives to the block with the given first
// words.
type Label struct {
	Role  heuristics.Role
	Words string // see FirstWords
}

// labelsHead tells who opens a file of labels what to do with it.
const labelsHead = `# The role of each block of %s, to be corrected by hand.
# A line is a role and the block's first words. Lines may be deleted: a block
# without one is not looked at. Roles: %s.
`

// Labels writes the roles of a result as labels to be corrected. The name is
// that of the page.
func Labels(name string, r *extract.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, labelsHead, name, joined(heuristics.Roles()))
	for i := range r.Blocks {
		fmt.Fprintf(&b, "%-10s %s\n", r.Blocks[i].Role, FirstWords(r.Blocks[i].Text))
	}
	return b.String()
}

func joined(roles []heuristics.Role) string {
	names := make([]string, len(roles))
	for i, r := range roles {
		names[i] = r.String()
	}
	return strings.Join(names, " ")
}

// ParseLabels reads a file of labels. Errors name the line.
func ParseLabels(text string) ([]Label, error) {
	var list []Label
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, words := cutField(line)
		role, err := heuristics.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if words == "" {
			return nil, fmt.Errorf("line %d: the block's first words are missing", n)
		}
		list = append(list, Label{role, words})
	}
	return list, nil
}

// Labelled gives each block of r its label. Labels that no block has the words
// of are returned as lost.
func Labelled(labels []Label, r *extract.Result) (truth Truth, lost []Label) {
	words := make([]decision, len(r.Blocks))
	for i := range r.Blocks {
		words[i].words = labelKey(r.Blocks[i].Text)
	}
	places := byWords(words)
	truth = make(Truth, len(r.Blocks))
	for _, l := range labels {
		i, ok := places.take(labelKey(l.Words))
		if !ok {
			lost = append(lost, l)
			continue
		}
		truth[i].Role, truth[i].Known = l.Role, true
	}
	return truth, lost
}

// labelKey is what a label and its block have in common, whatever an editor
// does to the end of a line.
func labelKey(text string) string { return strings.TrimSpace(FirstWords(text)) }
