package parse

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

func TestNext(t *testing.T) {
	doc, err := html.Parse(strings.NewReader("<html><head></head><body><ul><li>a</li><li><b></b></li></ul><p></p></body></html>"))
	require.NoError(t, err)
	find := func(tag string) *html.Node {
		n := doc
		for n.Data != tag {
			n = Next(n, nil, true)
		}
		return n
	}
	tests := []struct {
		root   *html.Node
		skip   string // what is not entered
		want   string
		reason string
	}{
		{find("ul"), "", "ul li a li b", "what stands in it, and not what follows"},
		{find("ul"), "li", "ul li li", "what is in an item is passed over"},
		{find("b"), "", "b", "nothing in it"},
		{nil, "ul", "html head body ul p", "the whole tree"},
	}
	for _, test := range tests {
		var seen []string
		start := test.root
		if start == nil {
			start = find("html")
		}
		for n := start; n != nil; n = Next(n, test.root, n.Data != test.skip) {
			seen = append(seen, n.Data)
		}
		assert.Equal(t, test.want, strings.Join(seen, " "), test.reason)
	}
}
