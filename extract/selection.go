package extract

import (
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// selectedEvery is how many selected nodes lie between two looks at the clock.
const selectedEvery = 1000

// outermost leaves out nodes that stand in another one of the list, so that
// no text is read twice. Each node above the list is looked at once. When time
// is up, it is of those that were looked at until then.
func (c *call) outermost(nodes []*html.Node) []*html.Node {
	if len(nodes) < 2 {
		return nodes
	}
	inside := map[*html.Node]bool{} // by node that was looked at: whether it is in the list, or stands in one that is
	for i, n := range nodes {
		if c.leaves(i) {
			nodes = nodes[:i]
			break
		}
		inside[n] = true
	}
	var list, path []*html.Node
	taken := map[*html.Node]bool{}
	for i, n := range nodes {
		if c.leaves(i) {
			break
		}
		path = path[:0]
		covered := false
		for up := n.Parent; up != nil; up = up.Parent {
			known, ok := inside[up]
			if ok {
				covered = known
				break
			}
			path = append(path, up)
		}
		for _, up := range path {
			inside[up] = covered
		}
		if !covered && !taken[n] {
			taken[n] = true
			list = append(list, n)
		}
	}
	return list
}

// leaves tells whether the nodes from the one at i on are left out, because time
// is up.
func (c *call) leaves(i int) bool {
	if i == 0 || i%selectedEvery > 0 || !c.stop() {
		return false
	}
	c.walk.Cut |= segment.CutTime
	return true
}
