// Package heuristics has the words in which a page is judged: roles, blocks,
// pages, evidence; and the built-in heuristics, one a file. Heuristics of one's
// own are written against this package alone, and given to an extractor:
//
//	correction := heuristics.Heuristic{
//		Name: "correction",
//		Doc:  "lines that begin with Correction",
//		Judge: func(_ *heuristics.Page, b *heuristics.Block) []heuristics.Evidence {
//			if !strings.HasPrefix(b.Text, "Correction") {
//				return nil
//			}
//			return []heuristics.Evidence{
//				{Role: heuristics.Legal, Weight: 8, Reason: "begins with Correction"},
//				{Role: heuristics.Body, Weight: -8, Reason: "begins with Correction"},
//			}
//		},
//	}
//	e := extract.Extractor{Heuristics: append(heuristics.Default(), correction)}
//
// Weights are nats, added up over all that speak: 2 is a hint, that is odds of
// seven to one; 6 for a role, and -6 against the one that the block would have,
// is a rule. A page made from plain text has no elements: [Page.Element],
// [Page.Up] and [Page.Parent] are nil there, and [Page.Path] is empty.
//
// The package cannot write to a page, reads no files, and knows nothing of
// HTML nodes. README.md beside it tells how evidence becomes a role.
package heuristics
