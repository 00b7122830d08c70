package heuristics_test

import "testing"

func TestEmphasis(t *testing.T) {
	check(t, "emphasis", []row{
		{reason: "a subheading without markup of its own", page: "<p><b>What happens now</b></p>", block: "What", want: "short, all bold"},
		{reason: "a caption", page: "<p><em>The quay at dawn</em></p>", block: "quay", want: "short, all italic"},
		{reason: "an author's note at the end", page: "<p><i>Ines Quay is a staff writer at the Harbour Post and has covered the ferry for ten years.</i></p>", block: "Ines", want: "all italic"},
		{reason: "a standfirst in bold", page: "<p><strong>The ferry had been out for a week when the part came in from a yard in the north.</strong></p>", block: "ferry", want: "all bold"},
		{reason: "a question in an interview with its answer", page: "<p><b>Were you afraid?</b> Not at first, but when the twelfth boat did not come I was.</p>", block: "afraid", want: "partly emphasised"},
		{reason: "a label and its value", page: "<p><b>Serves:</b> four</p>", block: "Serves", want: "short, partly emphasised"},
		{reason: "nested emphasis counts once", page: "<p><b><strong>What happens now</strong></b></p>", block: "What", want: "short, all bold"},
		{reason: "emphasis from one paragraph does not reach the next", page: "<p><b>What happens now</b></p><p>Nothing much</p>", block: "Nothing", want: "short, plain"},
		{reason: "ordinary prose", page: prose, block: "harbour", want: "plain"},
		{reason: "plain text has no emphasis", page: "What happens now", plain: true, block: "What"},
		{reason: "blind spot: emphasis by style sheet", page: `<p style="font-weight:bold">What happens now</p>`, block: "What", want: "short, plain"},
	})
}
