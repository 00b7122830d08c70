package heuristics

// webAddress sorts blocks with web addresses that are written out.
//
// Signal: words in such addresses over words.
// Why: whoever writes for readers links words; addresses are what scripts leave
// behind, of pictures above all, and lists of sources.
// Unit and range: share, three steps.
// Source: measured.
// Blind spot: posts of forums, where an address alone may be the answer.
var webAddress = Heuristic{
	Name: "web-address", Doc: "the share of words in web addresses written out",
	Levels: []string{"a web address in it", "mostly a web address", "nothing but a web address"},
	Measure: func(_ *Page, b *Block) Level {
		if b.AddressWords == 0 {
			return Silent
		}
		return step(ratio(b.AddressWords, b.Words), 0.5, 0.9)
	},
}
