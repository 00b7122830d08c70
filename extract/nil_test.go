package extract_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/PuerkitoBio/goquery"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// What is nil or empty where a page or an option should be is an error, no
// panic.
func TestNil(t *testing.T) {
	var e extract.Extractor
	for _, tt := range []struct {
		reason string
		call   func() error
		want   string // the whole error, "" if there is none
	}{
		{"the body of a response that never came", func() error { _, err := e.FromReader(nil, extract.Source{}); return err },
			"extract: bad options: the reader is nil"},
		{"no bytes are an empty page", func() error { _, err := e.FromBytes(nil, extract.Source{}); return err }, ""},
		{"a tree that could not be parsed", func() error { _, err := e.FromNode(nil, extract.Source{}); return err },
			"extract: bad options: the node is nil"},
		{"a node without anything", func() error { _, err := e.FromNode(&html.Node{}, extract.Source{}); return err }, ""},
		{"a document that could not be read", func() error { _, err := e.FromDocument(nil, extract.Source{}); return err },
			"extract: bad options: the document is nil"},
		{"a document without a tree", func() error { _, err := e.FromDocument(&goquery.Document{}, extract.Source{}); return err },
			"extract: bad options: the selection is nil"},
		{"no selection", func() error { _, err := e.FromSelection(nil, extract.Source{}); return err },
			"extract: bad options: the selection is nil"},
		{"a selection that found nothing", func() error { _, err := e.FromSelection(&goquery.Selection{}, extract.Source{}); return err }, ""},
		{"a selection made by hand", func() error {
			_, err := e.FromSelection(&goquery.Selection{Nodes: []*html.Node{nil}}, extract.Source{})
			return err
		}, "extract: bad options: the node is nil"},
		{"tables that nobody has read", func() error {
			e := extract.Extractor{Tables: &extract.Tables{}}
			_, err := e.FromText("text", extract.Source{})
			return err
		}, "extract: bad options: Tables is empty: they come from ReadTables"},
		{"the same with heuristics of one's own", func() error {
			e := extract.Extractor{Tables: &extract.Tables{}, Heuristics: heuristics.Default()}
			_, err := e.FromText("text", extract.Source{})
			return err
		}, "extract: bad options: Tables is empty: they come from ReadTables"},
		{"no folder of tables", func() error { _, err := extract.ReadTables(nil); return err },
			"extract: bad options: the folder is nil"},
		{"an empty folder: always of the same file", func() error { _, err := extract.ReadTables(fstest.MapFS{}); return err },
			"extract: tables: model: open markup-2.tsv: file does not exist"},
		{"no profile to read", func() error { _, err := extract.ReadProfile(nil); return err },
			"extract: bad profile: the reader is nil"},
		{"a profile that knows nothing", func() error {
			e := extract.Extractor{Profile: &extract.Profile{}}
			_, err := e.FromText("text", extract.Source{})
			return err
		}, ""},
		{"a selector that is wrong is wrong for plain text, too", func() error {
			e := extract.Extractor{Skip: "[["}
			_, err := e.FromText("text", extract.Source{})
			return err
		}, `extract: bad options: Skip "[[": expected identifier, found [ instead`},
	} {
		err := tt.call()
		if tt.want == "" {
			require.NoError(t, err, tt.reason)
			continue
		}
		require.EqualError(t, err, tt.want, tt.reason)
	}
}

// A list of blocks that is not the page's gives texts, and errors where its
// indices would have to be the page's. Roles may be changed.
func TestBlocksOfTheCaller(t *testing.T) {
	var e extract.Extractor
	r, err := e.FromReader(strings.NewReader(ferryPage), extract.Source{})
	require.NoError(t, err)
	all := r.Blocks
	const want = "extract: Blocks is not what was found on the page: "
	for _, tt := range []struct {
		blocks []extract.Block
		want   string
		reason string
	}{
		{all[1:], want + "5 blocks, not 6", "one taken away"},
		{append(all[:len(all):len(all)], extract.Block{Role: heuristics.Body, Text: "more"}), want + "7 blocks, not 6", "one added"},
	} {
		r.Blocks = tt.blocks
		require.NotEmpty(t, r.Text(), tt.reason)
		_, err := r.Markdown(extract.Rendering{})
		require.EqualError(t, err, tt.want, tt.reason)
		_, err = r.JSON(extract.Rendering{})
		require.EqualError(t, err, tt.want, tt.reason)
		_, err = r.Why(0)
		require.EqualError(t, err, tt.want, tt.reason)
		require.Empty(t, r.Images(), tt.reason)
	}
	r.Blocks = all
	for i := range r.Blocks {
		if r.Blocks[i].Role == heuristics.Body {
			r.Blocks[i].Role = heuristics.Comment
			break
		}
	}
	shown, err := r.Markdown(extract.Rendering{})
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(shown, "Passengers"), "the first paragraph was given another role: %.20s", shown)

	own := extract.Result{Blocks: []extract.Block{{Role: heuristics.Body, Text: "mine"}, {Role: heuristics.Body, Text: "too"}}}
	shown, err = own.Markdown(extract.Rendering{})
	require.NoError(t, err)
	require.Equal(t, "mine\n\ntoo", shown)
	_, err = own.JSON(extract.Rendering{})
	require.NoError(t, err)
	require.Empty(t, own.Blocks[0].Path())
	_, err = own.Why(0)
	require.EqualError(t, err, want+"2 blocks, not 0")
}
