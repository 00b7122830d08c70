package parse

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// alike is how many formatting elements of a name may be open at once before
// the parser is asked: it drops the fourth that is the same as three others.
const alike = 3

// mark begins a part of the page that formatting from outside does not reach.
func (b *builder) mark() { b.active = append(b.active, formatNode{}) }

// unmark ends such a part.
func (b *builder) unmark() {
	for len(b.active) > 0 {
		last := b.active[len(b.active)-1]
		b.active = b.active[:len(b.active)-1]
		if last.node == nil {
			return
		}
	}
}

// activeIndex finds a node among the active formatting elements.
func (b *builder) activeIndex(n *html.Node) int {
	for i := len(b.active) - 1; i >= 0; i-- {
		if b.active[i].node == n {
			return i
		}
	}
	return -1
}

// activeName finds the last active formatting element of a name in this part
// of the page.
func (b *builder) activeName(name atom.Atom) int {
	for i := len(b.active) - 1; i >= 0 && b.active[i].node != nil; i-- {
		if b.active[i].node.DataAtom == name {
			return i
		}
	}
	return -1
}

func (b *builder) forget(i int) { b.active = append(b.active[:i], b.active[i+1:]...) }

// reopen opens formatting elements again that were closed with the block
// before but not by an end tag of their own.
func (b *builder) reopen() {
	i := len(b.active)
	for i > 0 && b.active[i-1].lost {
		i--
	}
	for ; i < len(b.active); i++ {
		a := &b.active[i]
		n := b.put(b.top(), b.copyOf(a.node))
		*a = formatNode{node: n}
		b.push(n, formatting)
		b.reopened += 1 + len(n.Attr)/2
	}
	b.failed = b.failed || b.reopened > maxReopened+len(b.data)/reopenedShare
}

func (b *builder) startFormat() {
	t := &b.tag
	if j := b.activeName(atom.A); t.atom == atom.A && j >= 0 {
		b.endLink(b.active[j].node)
	}
	b.reopen()
	if t.atom == atom.Nobr && b.scope(atom.Nobr, limit) >= 0 {
		b.giveUp()
	}
	same, here := 0, 0
	for i := len(b.active) - 1; i >= 0 && b.active[i].node != nil; i-- {
		here++
		if b.active[i].node.DataAtom == t.atom {
			same++
		}
	}
	if same >= alike || here > maxUnclosed {
		b.giveUp()
		return
	}
	t.sorted()
	b.insertOpen()
	b.active = append(b.active, formatNode{node: b.top()})
}

// endLink ends a link in which another one begins, whatever stands in it.
func (b *builder) endLink(n *html.Node) {
	b.endFormat()
	if i := b.openIndex(n); i >= 0 {
		b.remove(i)
	}
	if j := b.activeIndex(n); j >= 0 {
		b.forget(j)
	}
}

// endFormat ends a formatting element.
func (b *builder) endFormat() {
	name := b.tag.atom
	if top := b.top(); top.DataAtom == name && b.activeIndex(top) < 0 {
		b.pop()
		return
	}
	b.adopt(name)
}
