package extract

import (
	"math"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
)

// Votes for a title. Sources are right about equally often, so each has one,
// and the address as many as it says the same words. Other weights than these
// round ones do no better on hosts that they were not chosen on; README.md has
// the figures.
const (
	voteSource    = 1.0  // <title>, OpenGraph or Twitter, linked data, a heading of the first level
	voteStory     = 1.0  // more for a heading on an article or a thread, where it is the headline
	voteCrumb     = 0.5  // the way to the page names it, often in short
	voteAddress   = 1.0  // times the share of its words in the address, and of the address' words in it
	voteSeparator = -1.5 // has a separator in it, as before the name of a site
	voteSite      = -3.0 // is the name of the site, or of what the page is a part of

	titleCandidates  = 40
	headingsLookedAt = 6
	maxTitle         = 400 // characters, more than any title has
)

// voice is a source of titles that speaks for itself. What is written down in
// one place and copied to another, as og:title to twitter:title, is one.
type voice uint8

const (
	voiceHeading voice = 1 << iota
	voiceTag
	voiceCard         // OpenGraph, Twitter
	voiceLinked       // JSON-LD, microdata
	voiceCrumb        // JSON-LD, the last step of the way to the page
	voiceRole         // a heading whose role is title: no vote, but see own
	voiceNone   voice = 0
)

// copied is what one field fills: linked data that say what <title> and the
// card say are made from these.
const copied = voiceTag | voiceCard | voiceLinked

// candidate is a text that may be the title.
type candidate struct {
	text   string
	key    string // its letters
	source Provenance
	voices voice
}

// titles gathers candidates, the same text once.
type titles struct {
	d       *describer
	list    []candidate
	several bool     // headings of the first level, or the headline is none of them
	tag     []string // words of <title>
}

// title chooses among headings, <title>, og:title and linked data the text with
// the most votes; among equals the first. Names of the site are taken off
// before, where it is proven that they are such, and from the chosen text what
// the address does not name. Where there is none of these, a block is it.
func (d *describer) title() (string, Provenance) {
	t := &titles{d: d, tag: words(d.data.TitleTag)}
	t.headings()
	if d.story != nil {
		t.add(d.stripSite(d.story.Text("headline", "name")), FromJSONLD, voiceLinked)
	}
	t.add(d.prop("headline"), FromMicrodata, voiceLinked)
	for _, c := range []struct {
		name   string
		source Provenance
		voice  voice
	}{{"og:title", FromOpenGraph, voiceCard}, {"twitter:title", FromTwitter, voiceCard}, {"dc.title", FromDublinCore, voiceNone}, {"citation_title", FromMeta, voiceNone}} {
		t.add(d.stripSite(d.meta(c.name)), c.source, c.voice)
	}
	t.add(d.stripSite(d.data.TitleTag), FromMarkup, voiceTag)
	t.add(d.stripSite(d.crumb), FromJSONLD, voiceCrumb)
	if len(t.list) == 0 {
		t.block()
	}
	return t.best()
}

// block adds the first block that is the headline by its role: plain text, and
// a part of a page, may say it nowhere else.
func (t *titles) block() {
	i := slices.IndexFunc(t.d.r.Blocks, func(b Block) bool { return b.Role == heuristics.Title && !b.hidden })
	if i >= 0 {
		t.add(t.d.r.Blocks[i].Text, FromText, voiceNone)
	}
}

// headings adds the first headings of the first level. What stands in the
// place of a headline without being one is a candidate, but has no vote.
func (t *titles) headings() {
	page, seen := t.d.page, 0
	for i := range page.Blocks {
		b := &page.Blocks[i]
		if b.Heading != 1 || b.Hidden {
			continue
		}
		if seen++; seen > headingsLookedAt {
			break
		}
		by := voiceHeading
		if t.d.r.Blocks[i].Role == heuristics.Title {
			by |= voiceRole
		}
		t.add(t.d.withoutButtons(b), FromMarkup, by)
	}
	t.several = len(t.list) > 1
	if page.Headline >= 0 {
		t.several = t.several || page.Blocks[page.Headline].Heading != 1
		t.add(page.Blocks[page.Headline].Text, FromMarkup, voiceNone)
	}
}

// headline takes off the signs that link to a heading, and what a reader is
// told about it.
func headline(s string) string {
	s = strings.TrimRight(metadata.Fold(s), " ¶#§")
	for _, mark := range []string{"Title:", "Thread:", "Topic:", "View topic -", "Collection:"} {
		s = strings.TrimPrefix(s, mark)
	}
	return strings.TrimSpace(s)
}

func (t *titles) add(text string, source Provenance, by voice) {
	text = headline(text)
	key := lexicon.Fingerprint(text)
	if key == "" || utf8.RuneCountInString(text) > maxTitle || len(t.list) >= titleCandidates {
		return
	}
	for i := range t.list {
		if c := &t.list[i]; c.key == key {
			c.voices |= by
			return
		}
	}
	t.list = append(t.list, candidate{text, key, source, by})
}

func (t *titles) best() (string, Provenance) {
	var best candidate
	most := math.Inf(-1)
	for i := range t.list {
		if votes := t.votes(&t.list[i]); votes > most {
			best, most = t.list[i], votes
		}
	}
	return t.d.withoutUnnamed(best.text), best.source
}

func (t *titles) votes(c *candidate) float64 {
	voices := t.own(c)
	sum := voteSource * float64(bits.OnesCount8(uint8(voices)))
	if c.voices&voiceCrumb != 0 {
		sum += voteCrumb
	}
	if kind := t.d.r.Verdict.Kind; voices&voiceHeading != 0 && (kind == KindArticle || kind == KindForum) {
		sum += voteStory
	}
	if hasSeparator(c.text) {
		sum += voteSeparator
	}
	if len(t.list) > 1 && !t.d.front && (t.d.isSiteAlone(c.key, c.text) || c.key == t.d.whole) {
		sum += voteSite
	}
	if len(t.d.slug) == 0 {
		return sum
	}
	own := words(c.text)
	if both := float64(shared(own, t.d.slug)); both > 0 {
		sum += voteAddress * (both/float64(len(own)) + both/float64(len(t.d.slug)))
	}
	return sum
}

// own are the voices of a candidate that have a whole vote. Of several headings,
// one without a word of <title>, or whose role is not title, is that of
// something else.
func (t *titles) own(c *candidate) voice {
	voices := c.voices &^ (voiceCrumb | voiceRole)
	if voices&copied == copied {
		voices &^= voiceLinked
	}
	if voices == voiceHeading && t.several && (c.voices&voiceRole == 0 || len(t.tag) > 0 && shared(words(c.text), t.tag) == 0) {
		voices = voiceNone
	}
	return voices
}

// words returns the distinct words of a text in small letters. Addresses and
// titles have few.
func words(s string) []string {
	const usual = 16
	list := make([]string, 0, usual)
	s = strings.ToLower(s)
	start := -1 // of a word, -1 between words
	for i, r := range s {
		switch inside := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)); {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			list, start = withWord(list, s[start:i]), -1
		}
	}
	if start >= 0 {
		list = withWord(list, s[start:])
	}
	return list
}

// withWord adds a word to a list that it is not in.
func withWord(list []string, word string) []string {
	if len(list) == mostWords || slices.Contains(list, word) {
		return list
	}
	return append(list, word)
}

// mostWords bounds what is compared word by word. A title of maxTitle characters
// may have as many.
const mostWords = maxTitle / 2

func shared(a, b []string) (n int) {
	for _, w := range a {
		if slices.Contains(b, w) {
			n++
		}
	}
	return n
}
