package extract

// OutputShare and LeastOutput bound what comes out of a page, in any form and
// whatever roles are kept: so many times [Result.Size], and so many bytes.
const (
	OutputShare = 4
	LeastOutput = 4 << 10
)

// ReasonsShare and LeastReasons bound, in the same way, what reasons add to a
// [Record] as JSON. Those of a block take 2 to 4 kB, however short it is. Of 375
// pages of WCXB, 6 have more; of their texts line by line, 142.
const (
	ReasonsShare = 32
	LeastReasons = 128 << 10
)

// Size returns how large the page is, in bytes as they were given. Of a tree it
// is what its text, tags and attributes take at least.
func (r *Result) Size() int { return r.size }

// room is how many bytes are left.
type room int

// outputRoom is what a rendering may take.
func (r *Result) outputRoom() room { return room(OutputShare*r.size + LeastOutput) }

// reasonsRoom is what reasons may take beside it.
func (r *Result) reasonsRoom() room { return room(ReasonsShare*r.size + LeastReasons) }

// take uses up n bytes if there are as many.
func (l *room) take(n int) bool {
	if *l < room(n) {
		return false
	}
	*l -= room(n)
	return true
}
