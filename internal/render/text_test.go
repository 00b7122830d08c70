package render_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/render"
)

// TestTextColumns holds where the columns of a table stand in a text.
func TestTextColumns(t *testing.T) {
	long, longer := strings.Repeat("l", 50), strings.Repeat("m", 90)
	for _, tt := range []struct{ in, want, reason string }{
		{"<tr><td>a</td><td>" + long + "</td><td>1</td></tr><tr><td>bcd</td><td>e</td><td>2</td></tr>",
			"a    " + long + "  1\nbcd  e" + strings.Repeat(" ", 51) + "2", "all stand below each other where a line holds them"},
		{"<tr><td>a</td><td>" + longer + "</td><td>1</td></tr><tr><td>bcd</td><td>e</td><td>2</td></tr>",
			"a    " + longer + "  1\nbcd  e  2", "a longer cell pushes only its own row"},
		{"<tr><td>a</td><td>" + longer + "</td></tr><tr><td>bcd</td><td>e</td></tr>",
			"a    " + longer + "\nbcd  e", "the last column may be as wide as it likes"},
	} {
		got, _ := render.Text(parsed(t, "<table>"+tt.in+"</table>"), render.Bounds{})
		assert.Equal(t, tt.want, got, tt.reason)
	}
}
