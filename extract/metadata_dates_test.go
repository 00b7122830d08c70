package extract_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func TestAddressDate(t *testing.T) {
	for _, c := range []struct{ path, want, reason string }{
		{"/news/2024/03/12/ferry", "2024-03-12", "a folder for year, month and day"},
		{"/2024-03-12_ferry", "2024-03-12", "dashes, and a line behind"},
		{"/20240312/ferry", "2024-03-12", "nothing between"},
		{"/a/20240312", "2024-03-12", "at the end"},
		{"/2024/13/12/ferry", "", "there is no such month"},
		{"/2024/03/32/ferry", "", "there is no such day"},
		{"/2024/03/ferry", "", "no day"},
		{"/1824/03/12/ferry", "", "before there were pages"},
		{"/202403121/ferry", "", "a longer number"},
		{"/v2024/03/12/ferry", "", "no part of its own"},
	} {
		var e extract.Extractor
		r, err := e.FromBytes([]byte("<p>The ferry did not leave the harbour on time."), extract.Source{
			URL: "https://example.org" + c.path, Fetched: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)})
		require.NoError(t, err)
		assert.Equal(t, c.want, r.Metadata.Published, c.reason)
	}
}

func TestChangeWords(t *testing.T) {
	for _, c := range []struct{ line, published, modified, reason string }{
		{"Published 12 March 2024", "2024-03-12", "", "no word of change"},
		{"UPDATED: 14 March 2024", "", "2024-03-14", "in capitals"},
		{"Обновлено 14.03.2024", "", "2024-03-14", "letters beyond ASCII end words too"},
		{"Outdated 12 March 2024", "2024-03-12", "", "the end of another word"},
		{"Joined: 3 May 2019", "", "", "since when somebody has been a member"},
	} {
		var e extract.Extractor
		page := "<html lang=en><body><article><h1>The ferry that did not leave on time</h1><p class=byline>" + c.line +
			"</p><p>The ferry did not leave the harbour on time, the company said on Tuesday, and nobody on the quay knew why it was so late.</p></article>"
		r, err := e.FromBytes([]byte(page), extract.Source{Fetched: time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC)})
		require.NoError(t, err)
		assert.Equal(t, c.published, r.Metadata.Published, c.reason)
		assert.Equal(t, c.modified, r.Metadata.Modified, c.reason)
	}
}
