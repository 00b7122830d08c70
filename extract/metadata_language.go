package extract

import (
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// languageOf returns the declared language, unless the text is plainly in
// another one that we know.
func (d *describer) languageOf() string {
	declared, source := first(claim{d.data.Lang, FromMarkup}, claim{d.meta("content-language"), FromMeta}, claim{strings.ReplaceAll(d.meta("og:locale"), "_", "-"), FromOpenGraph})
	if d.story != nil && declared == "" {
		declared, source = first(claim{d.story.Text("inLanguage"), FromJSONLD})
	}
	found := d.page.Lang
	primary, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(declared, "_", "-")), "-")
	known := lexicon.Default().Language(primary) >= 0
	if len(declared) > maxLanguage || primary == "" || known && found != "" && found != primary && lexicon.Default().Language(primary) != lexicon.Default().Language(found) {
		declared, source = found, FromText
	}
	if declared != "" {
		d.sources["language"] = source
	}
	return declared
}

// maxLanguage is longer than any language tag: RFC 5646 asks for room for 35.
const maxLanguage = 35
