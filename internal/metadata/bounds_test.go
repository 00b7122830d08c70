package metadata

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"
)

func TestDistinctNames(t *testing.T) {
	for _, tt := range []struct {
		attribute, want string
		reason          string
	}{
		{"", "", "no name"},
		{" author ", "author", "one, as nearly always"},
		{"author  name author", "author name", "each once, in order"},
		{strings.Repeat("a ", 1000) + "b", "a b", "what is there twice takes no room"},
		{"a b c d e f g h i j k l m n o p q r s t u v", "a b c d e f g h i j k l m n o p q r s t", "no more than anybody writes"},
	} {
		assert.Equal(t, tt.want, strings.Join(slices.Collect(distinctNames(tt.attribute)), " "), tt.reason)
	}
}

func TestUpTo(t *testing.T) {
	assert.Equal(t, "ab", upTo("ab", 2))
	assert.Equal(t, "a", upTo("ab", 1))
	assert.Equal(t, "a", upTo("aé", 2), "no half a character")
	assert.Equal(t, 100-utf8.UTFMax, len(upTo(strings.Repeat("\x80", 200), 100)), "what is no character is not looked through")
}

func TestClean(t *testing.T) {
	for _, tt := range []struct{ value, want string }{
		{"a <b>c</b> d", "a c d"},
		{"a < b > c", "a < b > c"},
		{"3 <4 and <i>5", "3 <4 and 5"},
		{"a < b <c", "a < b <c"},
		{"a &lt;b&gt;c", "a c"},
		{"<", "<"},
	} {
		assert.Equal(t, tt.want, Clean(tt.value), tt.value)
	}
}

// TestMend holds what is mended in JSON, and what is left alone.
func TestMend(t *testing.T) {
	for _, tt := range []struct{ script, want, reason string }{
		{`[1,2]`, `[1,2]`, "nothing to mend"},
		{`[1,2, ]`, `[1,2 ]`, "a comma before a bracket"},
		{"{\"a\":1,\n\t}", `{"a":1  }`, "and line breaks between"},
		{`[1,,]`, `[1,]`, "the last comma alone"},
		{"\"a\nb\"", `"a b"`, "a line break in a string"},
		{`[1,`, `[1,`, "no end"},
	} {
		assert.Equal(t, tt.want, mend(tt.script), tt.reason)
	}
}

// TestLateJSON holds that a script that there is no time for is left out, and
// others are not.
func TestLateJSON(t *testing.T) {
	const most = 60 // bytes
	page := `<script type="application/ld+json">{"@type":"Article","headline":"` + strings.Repeat("long ", most) + `"}</script>` +
		`<script type="application/ld+json">{"@type":"Article","headline":"short"}</script>`
	root, err := html.Parse(strings.NewReader(page))
	assert.NoError(t, err)
	limits := Limits{Script: 1 << 20, Total: 1 << 20, Depth: 10}
	for _, tt := range []struct {
		affords func(int) bool
		want    string
		late    bool
	}{
		{nil, strings.TrimSpace(strings.Repeat("long ", most)), false},
		{func(bytes int) bool { return bytes <= most }, "short", true},
	} {
		c := Collector{Limits: limits, Affords: tt.affords}
		for n := range root.Descendants() {
			c.See(n)
		}
		assert.Equal(t, tt.want, c.Data().LD.Headline)
		assert.Equal(t, tt.late, c.Late)
	}
}
