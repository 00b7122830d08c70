package parse

import "strings"

// gap is a part of the page that the parser is not given: the inside of a
// script or style sheet. Nobody reads it, and the parser would copy it twice;
// it is two fifths of the bytes of the pages of WCXB.
type gap struct{ start, end int }

// gaps looks for them. It keeps what may be JSON, which metadata comes in, and
// everything behind a <math>, in which <style> is an element like any other.
type gaps struct {
	list   []gap
	within bool // an element whose text nobody reads has begun
	math   bool
}

// minGap is the least that is worth a gap, in bytes.
const minGap = 64

func (g *gaps) see(data string, t *token) {
	switch t.kind {
	case startTag:
		g.math = g.math || t.id == idMath
		g.within = t.id == idStyle || t.id == idScript && !mayBeJSON(data[t.start+len("<"):t.end])
	case rawText:
		if g.within && !g.math && t.end-t.start >= minGap {
			g.list = append(g.list, gap{t.start, t.end})
		}
	}
}

// mayBeJSON tells whether a start tag, from its name on, has the word in it.
func mayBeJSON(tag string) bool {
	return len(tag) > len("script>") && strings.Contains(lower(tag), "json")
}
