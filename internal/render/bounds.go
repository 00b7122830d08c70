package render

// Bounds end a rendering early. The zero value never does.
type Bounds struct {
	Bytes int         // that may be written; 0: any number
	Stop  func() bool // asked every thousand nodes; nil: nobody is
	Spare bool        // leave characters of a text as they are where HTML reads them the same
}

// End is how a rendering ended.
type End uint8

// Ends of renderings.
const (
	Whole   End = iota
	TooLong     // Bounds.Bytes were written
	Stopped     // Bounds.Stop said so; what is written until then is whole markup
)

// stopEvery is how many nodes lie between two looks at the clock.
const stopEvery = 1000

// bounds keep an eye on a rendering.
type bounds struct {
	Bounds
	end   End
	nodes int
}

// over tells, at a node, whether a rendering of so many bytes is at its end.
func (b *bounds) over(size int) bool {
	b.nodes++
	switch {
	case b.end != Whole:
	case b.Bytes > 0 && size > b.Bytes:
		b.end = TooLong
	case b.Stop != nil && b.nodes%stopEvery == 0 && b.Stop():
		b.end = Stopped
	}
	return b.end != Whole
}
