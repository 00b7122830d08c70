package rivals

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

func TestBlockText(t *testing.T) {
	tests := []struct{ in, want, reason string }{
		{"<p>one</p><p>two</p>", "one two", "blocks are apart"},
		{"<p>o<b>n</b>e <a href=/>two</a></p>", "one two", "inline elements are not"},
		{"one<br>two<table><tr><td>three", "one two three", "line breaks and cells"},
		{"<title>no</title><script>no()</script><noscript>no</noscript><style>no</style>yes", "yes", "what is not shown"},
		{strings.Repeat("<div>", 500) + "deep", "deep", "depth"},
		{"", "", "nothing"},
	}
	for _, test := range tests {
		root, err := html.Parse(strings.NewReader(test.in))
		require.NoError(t, err)
		assert.Equal(t, test.want, eval.Fold(BlockText(root)), test.reason)
	}
	assert.Empty(t, BlockText(nil))
}

// Every rival finds the story on an easy page, and does not run words of two
// paragraphs together.
func TestRivals(t *testing.T) {
	paragraph := "<p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, said the harbour master</p>"
	page := &eval.Page{URL: "https://post.example.com/ferry", HTML: []byte("<html><head><title>Ferry back</title></head><body><article><h1>Ferry back</h1>" +
		strings.Repeat(paragraph, 8) + "</article></body></html>")}
	for _, r := range All() {
		out, err := r.Extract(nil)(page)
		require.NoError(t, err, r.Name)
		words := eval.BagOf(out.Text)
		want := 8
		if r.Name == Baseline {
			want = 0
		}
		assert.Equal(t, want, words["master"], r.Name)
	}
	_, err := Choose([]string{"boilerpipe"})
	assert.ErrorContains(t, err, "boilerpipe")
}
