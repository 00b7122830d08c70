package parse

import "golang.org/x/net/html"

// Once remembers what was found out about elements. One may stand round thousands
// of blocks or pictures, and its attributes may be as long as all of them: each is
// looked at once, however many ask. The zero value is ready.
type Once[T any] map[*html.Node]T

// Of returns what find says of an element.
func (o *Once[T]) Of(n *html.Node, find func(*html.Node) T) T {
	found, known := (*o)[n]
	if !known {
		found = find(n)
		if *o == nil {
			*o = Once[T]{}
		}
		(*o)[n] = found
	}
	return found
}
