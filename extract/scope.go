package extract

import (
	"fmt"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// part applies Scope and Skip.
func (e *Extractor) part(c *call, roots []*html.Node) ([]*html.Node, segment.Options, error) {
	var opt segment.Options
	if e.Skip != "" {
		sel, err := cascadia.ParseGroup(e.Skip)
		if err != nil {
			return nil, opt, fmt.Errorf("extract: %w: Skip %q: %w", ErrOptions, e.Skip, err)
		}
		opt.Skip = sel.Match
	}
	if e.Scope == "" {
		return roots, opt, nil
	}
	sel, err := cascadia.ParseGroup(e.Scope)
	if err != nil {
		return nil, opt, fmt.Errorf("extract: %w: Scope %q: %w", ErrOptions, e.Scope, err)
	}
	var found []*html.Node
	for _, root := range roots {
		found = appendMatches(c, found, root, sel)
	}
	if len(found) == 0 && c.walk.Cut&segment.CutTime == 0 {
		return nil, opt, fmt.Errorf("extract: %w: %q", ErrNotFound, e.Scope)
	}
	return found, opt, nil
}

// appendMatches adds the outermost nodes under root that match, in document
// order, without recursion, until time is up.
func appendMatches(c *call, list []*html.Node, root *html.Node, sel cascadia.SelectorGroup) []*html.Node {
	n := root
	for i := 1; ; i++ {
		if i%segment.MatchedEvery == 0 && c.stop() {
			c.walk.Cut |= segment.CutTime
			return list
		}
		matched := n.Type == html.ElementNode && sel.Match(n)
		if matched {
			list = append(list, n)
		}
		if !matched && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			return list
		}
		n = n.NextSibling
	}
}
