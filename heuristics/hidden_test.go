package heuristics_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHidden(t *testing.T) {
	check(t, "hidden", []row{
		{reason: "the attribute", page: times(9, prose) + "<div hidden><p>Thank you!</p></div>", block: "Thank", want: "hidden"},
		{reason: "the style", page: times(9, prose) + `<div style="color:red; DISPLAY : None !important">Thank you!</div>`, block: "Thank", want: "hidden"},
		{reason: "visibility", page: times(9, prose) + `<div style="visibility:hidden">Thank you!</div>`, block: "Thank", want: "hidden"},
		{reason: "a dialog that is not open", page: times(9, prose) + "<dialog><p>Thank you!</p></dialog>", block: "Thank", want: "hidden"},
		{reason: "an open one", page: times(9, prose) + "<dialog open><p>Thank you!</p></dialog>", block: "Thank"},
		{reason: "found by search in the page, so it is text", page: times(9, prose) + `<div hidden="until-found"><p>Thank you!</p></div>`, block: "Thank"},
		{reason: "a whole hidden article", page: times(9, prose) + "<div hidden>" + "<p>Thank you! " + words(30) + ".</p></div>", block: "Thank", want: "hidden and long"},
		{reason: "aria-hidden is about screen readers", page: times(9, prose) + `<div aria-hidden="true">Thank you!</div>`, block: "Thank"},
		{reason: "another style with the word none", page: times(9, prose) + `<div style="float:none;border:none">Thank you!</div>`, block: "Thank"},
		{reason: "where the page has nothing else, hidden text is shown by a script", page: `<div style="display:none">` + times(9, prose) + "</div>", block: "harbour"},
		{reason: "blind spot: hiding by style sheet", page: times(9, prose) + "<style>.x{display:none}</style><div class=x>Thank you!</div>", block: "Thank"},
	})
}

// TestNeverShown holds that what is no text at all makes no blocks.
func TestNeverShown(t *testing.T) {
	p := page(t, prose+`<script>var a = "Thank you"</script><style>a{b:c}</style><template><p>Thank you</p></template>`+
		`<!-- Thank you --><svg><title>Thank you</title></svg><iframe>Thank you</iframe><p><span hidden>Thank you</span>Shown</p>`, false)
	for _, b := range p.Blocks {
		assert.NotContains(t, b.Text, "Thank")
	}
	assert.Len(t, p.Blocks, 2, "the paragraph and what is shown beside the hidden <span>")
}
