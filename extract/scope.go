package extract

import (
	"fmt"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/parse"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// selectors reads Scope and Skip; one that is not set is nil.
func (e *Extractor) selectors() (scope, skip cascadia.SelectorGroup, err error) {
	if scope, err = selector("Scope", e.Scope); err != nil {
		return nil, nil, err
	}
	skip, err = selector("Skip", e.Skip)
	return scope, skip, err
}

func selector(name, text string) (cascadia.SelectorGroup, error) {
	if text == "" {
		return nil, nil
	}
	group, err := cascadia.ParseGroup(text)
	if err != nil {
		return nil, fmt.Errorf("extract: %w: %s %q: %w", ErrOptions, name, text, err)
	}
	return group, nil
}

// part applies Scope and Skip.
func (e *Extractor) part(c *call, roots []*html.Node) ([]*html.Node, segment.Options, error) {
	var opt segment.Options
	scope, skip, err := e.selectors()
	if err != nil {
		return nil, opt, err
	}
	if skip != nil {
		opt.Skip = skip.Match
	}
	if scope == nil {
		return roots, opt, nil
	}
	look := search{call: c, sel: scope}
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
