package extract

import (
	"fmt"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
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
	look := search{call: c, sel: sel}
	for _, root := range roots {
		look.under(root)
	}
	if len(look.found) == 0 && c.walk.Cut&segment.CutTime == 0 {
		return nil, opt, fmt.Errorf("extract: %w: %q", ErrNotFound, e.Scope)
	}
	return look.found, opt, nil
}

// search looks for the outermost nodes that match, in document order, until
// time is up.
type search struct {
	call   *call
	sel    cascadia.SelectorGroup
	looked int  // nodes, under all roots
	ended  bool // by time
	found  []*html.Node
}

// goesOn tells whether there is time for one more node.
func (s *search) goesOn() bool {
	s.looked++
	if s.looked%segment.MatchedEvery == 0 && s.call.stop() {
		s.ended = true
		s.call.walk.Cut |= segment.CutTime
	}
	return !s.ended
}

// under looks at a node and what stands in it, without recursion.
func (s *search) under(root *html.Node) {
	for n := root; n != nil && s.goesOn(); {
		matched := n.Type == html.ElementNode && s.sel.Match(n)
		if matched {
			s.found = append(s.found, n)
		}
		n = parse.Next(n, root, !matched)
	}
}
