package extract_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func TestCopies(t *testing.T) {
	const said = "The ferry to the outer islands will not sail again before Thursday morning."
	story := "<p>" + strings.Repeat("The harbour master said that the wind had turned to the north during the night, and that nobody would leave. ", 3) + "</p>"
	tests := []struct {
		name, html string
		want       int // how often the text has the sentence
		reason     string
	}{
		{"twice for two screens", "<div class=wide><p>" + said + "</p>" + story + "</div><div class=narrow><p>" + said + "</p>" + story + "</div>", 1,
			"the second box says what the first has said"},
		{"a refrain", "<div>" + story + "<p>" + said + "</p>" + story + "<p>" + said + "</p></div>", 2,
			"who repeats himself in one box means it"},
		{"once", "<div>" + story + "<p>" + said + "</p></div>", 1, "nothing is a copy of itself"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var e extract.Extractor
			r, err := e.FromReader(strings.NewReader("<title>Ferry</title><main><article>"+test.html+"</article></main>"), extract.Source{})
			require.NoError(t, err)
			assert.Equal(t, test.want, strings.Count(r.Text(), said), test.reason)
			shown, err := r.Markdown(extract.Rendering{})
			require.NoError(t, err)
			assert.Equal(t, test.want, strings.Count(shown, said), "renderings show what the text has")
		})
	}
}

func TestFoldedText(t *testing.T) {
	paragraph := func(n int, of string) string {
		return strings.Repeat("<p>"+strings.Repeat("The "+of+" was carried down to the quay, and the men who had waited there took it on board. ", 3)+"</p>", n)
	}
	tests := []struct {
		name, html string
		want       bool
		reason     string
	}{
		{"folded away", "<article>" + paragraph(3, "mail") + "<div style='display:none'>" + paragraph(9, "cargo") + "</div></article>", true,
			"more is hidden than shown: the reader unfolds it"},
		{"a notice", "<article>" + paragraph(9, "mail") + "<div style='display:none'>" + paragraph(3, "cargo") + "</div></article>", false,
			"little is hidden beside a story"},
		{"a short notice on a page with little text", "<article>" + paragraph(1, "mail") + "<div style='display:none'>" + paragraph(2, "cargo") + "</div></article>", false,
			"a dialog may be longer than a short text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var e extract.Extractor
			r, err := e.FromReader(strings.NewReader("<title>Quay</title><main>"+test.html+"</main>"), extract.Source{})
			require.NoError(t, err)
			assert.Equal(t, test.want, strings.Contains(r.Text(), "cargo"), test.reason)
		})
	}
}
