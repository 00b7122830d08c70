package scorer

import (
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

// Kind is a kind of page.
type Kind uint8

// Kinds of pages.
const (
	None          Kind = iota // no text worth the name
	Article                   // one story
	Forum                     // a thread of posts
	Product                   // one thing to buy
	Collection                // a run of products or works
	Listing                   // a run of links to other pages
	Documentation             // instructions or reference
	Service                   // what somebody offers

	// NumKinds is the number of kinds.
	NumKinds = 8
)

var kindNames = [NumKinds]string{"none", "article", "forum", "product", "collection", "listing", "documentation", "service"}

// String returns the lower-case name of the kind.
func (k Kind) String() string { return kindNames[k] }

// ParseKind returns the kind with the given name.
func ParseKind(name string) (Kind, error) {
	for i, n := range kindNames {
		if n == name {
			return Kind(i), nil
		}
	}
	return None, fmt.Errorf("no kind of page is called %q", name)
}

// Group is a group of kinds whose text is made up in the same way.
type Group uint8

// Groups of kinds.
const (
	Story    Group = iota // one story
	Thread                // posts one after the other
	Cards                 // a run of cards
	Sections              // several sections

	// NumGroups is the number of groups.
	NumGroups = 4
)

// String returns the lower-case name of the group.
func (g Group) String() string { return [NumGroups]string{"story", "thread", "cards", "sections"}[g] }

// Group returns the group that a kind belongs to.
func (k Kind) Group() Group {
	switch k {
	case Forum:
		return Thread
	case Product, Collection, Listing:
		return Cards
	case Documentation, Service:
		return Sections
	}
	return Story
}

// kindOf classifies the page: for each kind, trees say how likely it is
// against all others, and what they say is made to add up to one. The kind is
// the likeliest of the likeliest group: a page that is a listing or a
// collection, nobody knows which, is no article.
func (s *Scorer) kindOf(v *View) (Kind, float64) {
	switch {
	case v.Page.Words < minPageWords:
		return None, 1
	case v.Page.Plain:
		return Article, plainConfidence // without markup there is little to tell kinds by
	case len(s.set.Kinds.Features) == 0:
		return Article, 1.0 / (NumKinds - 1)
	}
	var features model.Answers
	v.AppendPageFeatures(features[:0])
	total := float32(0)
	for k := Article; k < NumKinds; k++ {
		v.kinds[k] = float32(Probability(s.kinds[k].Add(0, &features)))
		total += v.kinds[k]
	}
	var groups [NumGroups]float32
	for k := Article; k < NumKinds; k++ {
		v.kinds[k] /= total
		groups[k.Group()] += v.kinds[k]
	}
	best := Article
	for k := Article; k < NumKinds; k++ {
		g, top := groups[k.Group()], groups[best.Group()]
		if g > top || k.Group() == best.Group() && v.kinds[k] > v.kinds[best] {
			best = k
		}
	}
	return best, float64(v.kinds[best])
}

// minPageWords is the least number of words on a page of any kind.
const minPageWords = 10

// plainConfidence is the share of articles among the pages of WCXB.
const plainConfidence = 0.53
