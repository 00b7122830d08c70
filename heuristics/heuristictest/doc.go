// Package heuristictest holds one's own pages still: a folder of pages is run
// through an extractor with one's own heuristics, and whatever comes out
// otherwise than expected fails the test, with what moved where.
//
//	func TestPages(t *testing.T) {
//		e := extract.Extractor{Heuristics: append(heuristics.Default(), correction)}
//		heuristictest.Run(t, heuristictest.Pages{Dir: "testdata", Extractor: &e})
//	}
//
// It is not for figures over a data set: bodycopy eval has those.
//
// # Expectations
//
// Beside page.html (or .htm, or .txt for plain text) may stand
//
//	page.decisions.golden   a line a block: role, score, heaviest reason, first words
//	page.article.golden     the article text
//	page.labels             a line a block: the right role, first words
//
// and in the page itself may stand the right role of all text in an element:
//
//	<div class="box" data-want="newsletter">…</div>
//
// A page needs one of these at least. Goldens say what comes out today, and
// go test -update writes them anew, for all pages. Labels and data-want say
// what is right: nothing but a person's hand changes them. bodycopy label
// writes the first labels of a page, to be corrected.
//
// # Known errors
//
// Blocks whose role is not the right one fail the test, unless they stand in
// the list of known errors ([Pages].Known). The list has to shrink: a line that
// is no longer true fails the test too, until it is deleted; -update writes it
// anew.
//
// # The flag
//
// The package defines the flag -update of go test. A test package with goldens
// of its own asks [Updating] instead of defining the flag once more.
package heuristictest
