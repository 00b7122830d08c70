package hostile

import (
	"fmt"
	"strings"
)

// streamed are pages in the shape that React's server renderer sends: what was not
// ready stands at the end, hidden, and a script would put it in its place.
func streamed(size int) (list []Document) {
	whole := func(name, main, segments string) Document {
		return Document{Group: "streamed", Name: name, Article: paragraphs, Data: []byte("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + headline + "</title></head>\n<body>" +
			main + footer + segments + "</body></html>")}
	}
	const place, segment = `<template id="B:%x"></template>`, `<div hidden id="S:%x">%s</div>`
	n := times(size, place+segment)
	var chain, loops strings.Builder
	for i := range n {
		fmt.Fprintf(&chain, segment, i+1, fmt.Sprintf("x "+place, i))
		fmt.Fprintf(&loops, segment, 2*i+1, fmt.Sprintf("x "+place, 2*i+2))
		fmt.Fprintf(&loops, segment, 2*i+2, fmt.Sprintf("y "+place, 2*i+1))
	}
	first := fmt.Sprintf(place, 0)
	story := fmt.Sprintf(segment, 0, article())
	return append(list,
		whole("story in a segment", first, story),
		whole("story in a segment without a place", "", story),
		whole("story in a segment that holds its place", "", fmt.Sprintf(segment, 0, first+article())),
		whole("each segment in the next", first+fmt.Sprintf(place, n), story+chain.String()),
		whole("segments in each other", first, story+loops.String()),
		whole("one id", numbered(size, `<template id="B:0"></template>`), story+numbered(size, `<div hidden id="S:0">x</div>`)),
		whole("in the deep", strings.Repeat("<div>", 400)+first+strings.Repeat("</div>", 400), story),
	)
}
