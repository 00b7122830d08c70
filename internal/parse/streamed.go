package parse

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// React's server renderer sends a page before all of it is ready. Where
// something is missing there is an empty <template id="B:1">, or id="P:1"; what
// belongs there comes at the end of the page as <div hidden id="S:1">, and a
// script moves the children of the one to the place of the other. The numbers
// are hexadecimal. Of 1,497 pages of WCXB 33 are sent like that, with two thirds
// of the words in such segments part of what the page is for.
const (
	segmentPrefix     = "S:"
	boundaryPrefix    = "B:" // of what stands for a boundary, with something to show until then
	placeholderPrefix = "P:" // of what stands for a part of another segment
)

// placeMarkup is how the page begins the tags of places, letter by letter.
const placeMarkup = "<template id="

// stepsPerNode is how many steps are taken to put segments in their places, for
// each node of the page. As React sends them it takes two or three: each segment
// is gone through once, and for each the elements around its place are.
const stepsPerNode = 16

// stream puts the segments of a page in their places.
type stream struct {
	places   map[string]*html.Node // by id, of those that are not taken
	segments []*html.Node
	depth    int // of elements, that none gets beyond by being moved
	steps    int // that are left
}

// assemble does what the scripts of a streamed page do, but that it leaves what
// is shown until a segment comes. Segments stay where they are if they have no
// place, if elements would stand in more than depth others, or if the work would
// not be linear.
func assemble(root *html.Node, depth int) {
	s := stream{places: map[string]*html.Node{}, depth: depth}
	s.find(root)
	for _, segment := range s.segments {
		if place := s.take(Attr(segment, "id")[len(segmentPrefix):]); place != nil && s.fits(segment, place) {
			move(segment, place)
		}
	}
}

// find gathers places and segments. Of several with an id, the first counts.
func (s *stream) find(root *html.Node) {
	seen := map[string]bool{}
	for n := root; n != nil; {
		s.steps += stepsPerNode
		switch {
		case isPlace(n):
			if id := Attr(n, "id"); s.places[id] == nil {
				s.places[id] = n
			}
		case IsSegment(n):
			if id := Attr(n, "id"); !seen[id] {
				seen[id] = true
				s.segments = append(s.segments, n)
			}
		}
		n = Next(n, root, n.Namespace == "" && n.DataAtom != atom.Template)
	}
}

// take returns the place of the segment with a number, nil if there is none.
// Older versions count boundaries apart, so that a placeholder comes first.
func (s *stream) take(number string) *html.Node {
	for _, prefix := range []string{placeholderPrefix, boundaryPrefix} {
		if place := s.places[prefix+number]; place != nil {
			return place
		}
	}
	return nil
}

// fits tells whether a segment can be put in a place: not if the place is in the
// segment itself, nor if something would stand too deep.
func (s *stream) fits(segment, place *html.Node) bool {
	level := 0
	for n := place.Parent; n != nil; n = n.Parent {
		if s.steps--; n == segment || s.steps < 0 {
			return false
		}
		if n.Type == html.ElementNode {
			level++
		}
	}
	for n := segment.FirstChild; n != nil; {
		if s.steps--; s.steps < 0 || n.Type == html.ElementNode && level >= s.depth {
			return false
		}
		if n.FirstChild != nil {
			n = n.FirstChild
			level++
			continue
		}
		for n.NextSibling == nil {
			if n = n.Parent; n == segment {
				return true
			}
			level--
		}
		n = n.NextSibling
	}
	return true
}

// move puts what is in a segment in the place of another node.
func move(segment, place *html.Node) {
	for n := segment.FirstChild; n != nil; n = segment.FirstChild {
		segment.RemoveChild(n)
		place.Parent.InsertBefore(n, place)
	}
	place.Parent.RemoveChild(place)
	segment.Parent.RemoveChild(segment)
}

func isPlace(n *html.Node) bool {
	if n.DataAtom != atom.Template {
		return false
	}
	id := Attr(n, "id")
	return numbered(id, boundaryPrefix) || numbered(id, placeholderPrefix)
}

// IsSegment tells whether an element holds a part of a streamed page, whose place
// is elsewhere.
func IsSegment(n *html.Node) bool {
	if n.DataAtom != atom.Div || !numbered(Attr(n, "id"), segmentPrefix) {
		return false
	}
	for i := range n.Attr {
		if n.Attr[i].Key == "hidden" {
			return true
		}
	}
	return false
}

func numbered(id, prefix string) bool {
	number, ok := strings.CutPrefix(id, prefix)
	return ok && number != "" && strings.Trim(number, "0123456789abcdef") == ""
}
