package extract_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

// TestFragments: what comes without a page around it, out of a feed or pasted,
// is the text itself; what a machine says when it has no text is none.
func TestFragments(t *testing.T) {
	const (
		story  = "The council met on Monday to discuss the new bridge, which is to be built over the river by next spring at a cost of two million."
		german = "Der Stadtrat beriet am Montag über die neue Brücke, die bis zum Frühjahr über den Fluss führen und zwei Millionen kosten soll."
		third  = "Es war die dritte Sitzung in diesem Jahr. Beschlossen wurde wieder nichts."
	)
	for _, c := range []struct {
		reason, in string
		plain      bool
		want       string
	}{
		{"one paragraph", "<p>" + story + "</p>", false, story},
		{"in another box", "<div>" + story + "</div>", false, story},
		{"in another language", "<p>" + german + "</p>", false, german},
		{"two paragraphs", "<p>" + german + "<p>" + third, false, german + "\n\n" + third},
		{"plain text", story, true, story},
		{"plain text in another language", german, true, german},
		{"a server's answer", "<center><h1>404 Not Found</h1></center><hr><center>nginx</center>", false, ""},
		{"an empty shell", "<p>You need to enable JavaScript in your browser to use this app.</p>", false, ""},
		{"a sign-up", "<p>Sign up for our newsletter and never miss a story.</p>", false, ""},
		{"a licence", "<p>© 2024 The Harbour Post. All rights reserved. No part of it may be reproduced.</p>", false, ""},
	} {
		var e extract.Extractor
		var r *extract.Result
		var err error
		if c.plain {
			r, err = e.FromText(c.in, extract.Source{})
		} else {
			r, err = e.FromBytes([]byte(c.in), extract.Source{})
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, r.Text(), c.reason)
	}
}
