// Package extract finds the body copy of a web page: it cuts the page into
// text blocks, gives each an editorial role with a score and reasons, and
// makes the article from the blocks that are body.
//
// In:
//
//	<article><h1>Ferry back in service</h1>
//	<p>The ferry resumed its crossings on Monday, a week after …</p>
//	<div class="box"><p>Get our newsletter in your inbox.</p></div>
//
// Out:
//
//	title       0.99  Ferry back in service
//	body        0.97  The ferry resumed its crossings on Monday, a week after …
//	newsletter  0.96  Get our newsletter in your inbox.
//
// The zero [Extractor] is ready to use:
//
//	var e extract.Extractor
//	result, err := e.FromReader(r, extract.Source{URL: "https://…"})
//	fmt.Println(result.Text())
//
// # Terminology
//
// A block is a run of text with no block-level boundary inside. A role is
// what a block is on the page for, such as body, newsletter or comment. A
// heuristic looks at one block in its page and gives evidence, in nats, for
// or against roles. A policy is a list of roles; it says which blocks make up
// a text and never changes a role.
//
// # What it is not for
//
// The package does not fetch pages, run scripts, or decide whether a text is
// true or worth reading.
//
// # Scores
//
// The score of a block for a role is the logistic function of the sum of all
// evidence for the role: Score = 1 / (1 + exp(−Σ weight)). The reasons that
// are listed for a block are that sum, so they add up to the score; there is
// nothing else that could move it.
//
// The role of a block need not be the one that scores highest: body has to be a
// third at least, and the others are compared by what their sums mean, since a
// nat is worth more for one role than for another. heuristics/README.md has more
// under "The choice".
package extract
