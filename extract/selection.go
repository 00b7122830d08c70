package extract

import "golang.org/x/net/html"

// outermost leaves out nodes that stand in another one of the list, so that
// no text is read twice. Each node above the list is looked at once.
func outermost(nodes []*html.Node) []*html.Node {
	if len(nodes) < 2 {
		return nodes
	}
	inside := make(map[*html.Node]bool, len(nodes)) // by node that was looked at: whether it is in the list, or stands in one that is
	for _, n := range nodes {
		inside[n] = true
	}
	var list, path []*html.Node
	taken := make(map[*html.Node]bool, len(nodes))
	for _, n := range nodes {
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
