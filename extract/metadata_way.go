package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// gatherWay prepares isSection, and notes what the way to the page calls it.
func (d *describer) gatherWay() {
	steps := d.steps()
	if n := len(steps); n > 0 {
		steps, d.crumb = steps[:n-1], steps[n-1]
	}
	steps = append(steps, d.meta("article:section"))
	folders := strings.Split(strings.Trim(d.path(), "/"), "/")
	for _, name := range append(steps, folders[:len(folders)-1]...) {
		if key := lexicon.Fingerprint(name); key != "" && len(d.sections) < mostSections {
			d.sections = append(d.sections, key)
		}
	}
}

// mostSections is how many names are kept: more than any way to a page has.
const mostSections = 32

// steps are the names on the way to the page, its own last.
func (d *describer) steps() (names []string) {
	for _, o := range d.graph.Objects {
		list, _ := o["itemListElement"].([]any)
		if !o.Is("BreadcrumbList") || len(list) == 0 {
			continue
		}
		for _, value := range list {
			step, _ := value.(map[string]any)
			item, _ := step["item"].(map[string]any)
			names = append(names, cmp.Or(metadata.Object(step).Text("name"), metadata.Object(item).Text("name")))
		}
		break
	}
	return names
}

// isSection tells whether a text is the name of a section that the page is in:
// by its own word, by the way to it, or because a folder of its address is
// called so.
func (d *describer) isSection(s string) bool {
	return slices.Contains(d.sections, lexicon.Fingerprint(s))
}
