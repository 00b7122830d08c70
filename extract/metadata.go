package extract

import (
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// Metadata is what the page says of itself. What it does not say is empty.
type Metadata struct {
	Title       string   `json:"title"`
	Authors     []string `json:"authors"`
	Published   string   `json:"published"` // RFC 3339, or only the date if no more is known, or as the page has it if it cannot be read
	SiteName    string   `json:"site_name"`
	Language    string   `json:"language"`  // as declared, or the two-letter code that the text suggests
	Canonical   string   `json:"canonical"` // canonical URL
	Description string   `json:"description"`
}

func describe(p *heuristics.Page, data *metadata.Data) Metadata {
	m := Metadata{
		Title:       title(p, data),
		Authors:     data.AuthorNames(),
		Published:   date(data),
		SiteName:    data.SiteName(),
		Language:    data.Lang,
		Canonical:   data.Canonical,
		Description: data.Description(),
	}
	if m.Authors == nil {
		m.Authors = []string{}
	}
	if m.Language == "" {
		m.Language = p.Lang
	}
	if m.Canonical == "" {
		m.Canonical = data.Meta["og:url"]
	}
	m.Canonical, _ = safe.Link(m.Canonical)
	return m
}

// title is the headline as the page shows it, if it shows what metadata says,
// or what metadata says.
func title(p *heuristics.Page, data *metadata.Data) string {
	if p.Headline >= 0 {
		return strings.Join(strings.Fields(p.Blocks[p.Headline].Text), " ")
	}
	if titles := data.Titles(); len(titles) > 0 {
		return titles[0]
	}
	return ""
}

// layouts are the forms of dates that metadata come in, and the form that
// each is given out in.
var layouts = []struct{ in, out string }{
	{time.RFC3339, time.RFC3339},
	{"2006-01-02T15:04:05-0700", time.RFC3339},
	{"2006-01-02T15:04Z07:00", time.RFC3339},
	{"2006-01-02T15:04:05", "2006-01-02T15:04:05"},
	{"2006-01-02 15:04:05", "2006-01-02T15:04:05"},
	{"2006-01-02", "2006-01-02"},
	{time.RFC1123, time.RFC3339},
	{time.RFC1123Z, time.RFC3339},
	{"January 2, 2006", "2006-01-02"},
	{"2006/01/02", "2006-01-02"},
}

func date(data *metadata.Data) string {
	value := data.Published()
	if value == "" && len(data.Times) > 0 {
		value = data.Times[0]
	}
	value = strings.TrimSpace(value)
	for _, l := range layouts {
		if t, err := time.Parse(l.in, value); err == nil {
			return t.Format(l.out)
		}
	}
	return value
}
