package extract

import "golang.org/x/net/html"

// once remembers what was found out about elements. An element may stand round
// thousands of blocks, and its attributes may be as long as all of them: each is
// read once, however many blocks ask.
type once[T any] map[*html.Node]T

// of returns what find says of an element. One without attributes is asked anew:
// that takes no time.
func (o *once[T]) of(n *html.Node, find func(*html.Node) T) T {
	if len(n.Attr) == 0 {
		return find(n)
	}
	found, known := (*o)[n]
	if !known {
		found = find(n)
		if *o == nil {
			*o = once[T]{}
		}
		(*o)[n] = found
	}
	return found
}
