package heuristics

// form looks for input fields around the block.
//
// Signal: text fields and e-mail fields in the second or fourth ancestor,
// when that holds little text.
// Why: a box with an e-mail field is a sign-up, one with several fields a
// form for comments, contact or log-in.
// Unit and range: kind of fields, near or further out.
// Source: measured.
// Blind spot: forms put in by script.
var form = Heuristic{
	Name: "form", Doc: "input fields around the block",
	Levels: []string{"no fields around", "e-mail field near", "several fields near", "a field near", "e-mail field in the same box", "several fields in the same box", "a field in the same box"},
	Measure: func(p *Page, b *Block) Level {
		if p.Plain {
			return Silent
		}
		const smallBox, largeBox = 80, 160
		if l := fields(p.Up(b, 1), smallBox); l > 0 {
			return l
		}
		if l := fields(p.Up(b, 2), smallBox); l > 0 {
			return l
		}
		if l := fields(p.Up(b, 4), largeBox); l > 0 {
			return l + 3
		}
		return 0
	},
}

func fields(e *Element, maxWords int) Level {
	const several = 3
	switch {
	case e.Words > maxWords || e.Inputs == 0:
		return 0
	case e.Inputs >= several:
		return 2
	case e.EmailInputs > 0:
		return 1
	}
	return 3
}
