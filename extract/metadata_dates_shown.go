package extract

import (
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/dates"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/segment"
)

// shownDate reads the blocks near the headline, then dated lines further on.
// What says that it is of a change is left to shownChange.
func (d *describer) shownDate() (dated, bool) { return d.firstDate(false) }

func (d *describer) shownChange() (dated, bool) { return d.firstDate(true) }

// dateBlocks returns the blocks in which dates are looked for.
func (d *describer) dateBlocks() []int {
	if d.datedBlocks == nil {
		d.datedBlocks = append(d.nearDates(), d.farDates()...)
	}
	return d.datedBlocks
}

// firstDate returns the first date in the blocks: that of a <time>, or in the
// text.
func (d *describer) firstDate(changed bool) (dated, bool) {
	for _, i := range d.dateBlocks() {
		if d.late() {
			break
		}
		text := d.r.Blocks[i].Text
		at := saysChange(text)
		switch {
		case saysJoined(text):
			continue
		case changed && at < 0, !changed && at == 0:
			continue
		case changed:
			text = text[at:]
		case at > 0:
			text = text[:at]
		}
		if found, ok := d.timeIn(i, text); ok && !d.eventOn(found) {
			return found, true
		}
		if found, ok := d.read(text, FromText); ok && !d.eventOn(found) {
			return found, true
		}
	}
	return dated{}, false
}

// eventOn tells whether a date is the day on which an event in JSON-LD begins or
// ends.
func (d *describer) eventOn(found dated) bool {
	if d.eventDays == nil {
		d.gatherEvents()
	}
	return len(d.eventDays) > 0 && d.eventDays[found.date.Time.Format(time.DateOnly)]
}

// gatherEvents prepares eventOn.
func (d *describer) gatherEvents() {
	d.eventDays = map[string]bool{}
	for _, o := range d.graph.Objects {
		if !o.Event() || d.late() {
			continue
		}
		for _, key := range []string{"startDate", "endDate"} {
			if on, ok := dates.Parse(o.Text(key), d.region); ok {
				d.eventDays[on.Time.Format(time.DateOnly)] = true
			}
		}
	}
}

// timeElement is what a <time> says.
type timeElement struct {
	shown string // to the reader
	date  dated
	ok    bool // it has a date
}

// timeOf reads a <time>.
func (d *describer) timeOf(n *html.Node) (t timeElement) {
	for _, a := range n.Attr {
		if a.Key != "datetime" {
			continue
		}
		if t.date, t.ok = d.read(a.Val, FromMarkup); t.ok {
			t.shown = metadata.TextOf(n)
			break
		}
	}
	return t
}

// timeIn returns the date of the first <time> in a block whose words stand in
// the part of its text.
func (d *describer) timeIn(i int, part string) (dated, bool) {
	for _, n := range d.r.elementsOf(i) {
		if n.DataAtom != atom.Time {
			continue
		}
		t := d.times.Of(n, d.timeOf)
		if t.ok && (len(part) == len(d.r.Blocks[i].Text) || strings.Contains(part, t.shown)) {
			return t.date, true
		}
	}
	return dated{}, false
}

// nearDates returns the short blocks near the headline that have a date.
func (d *describer) nearDates() []int {
	list := d.nearHeadline()
	if d.page.Headline >= 0 {
		from, to := segment.NearHeadline(d.page)
		for i := from; i < to; i++ {
			if b := &d.page.Blocks[i]; b.Dates != 0 && b.Words <= maxBylineWords && !b.Hidden {
				list = append(list, i)
			}
		}
	}
	return list
}

// maxDateLine is the words of a line that is a date and little else.
const maxDateLine = 8

// farDates returns dated lines after the headline that are no part of teasers,
// comments and menus.
func (d *describer) farDates() (list []int) {
	for i := max(d.page.Headline, 0); i < len(d.page.Blocks); i++ {
		b := &d.page.Blocks[i]
		if b.Dates&(heuristics.DateMonth|heuristics.DateNumeric) == 0 || b.Words > maxDateLine || b.Hidden {
			continue
		}
		switch d.r.Blocks[i].Role {
		case heuristics.Byline:
			list = append(list, i)
		case heuristics.Body, heuristics.Other, heuristics.Tags:
			if k := d.r.Verdict.Kind; k == KindProduct || k == KindListing || k == KindCollection {
				continue // of a review, or of one of what is listed
			}
			if b.Cues[heuristics.CueByline] > 0 || b.Dates&heuristics.DateYear != 0 && b.Words <= maxDateLine/2 {
				list = append(list, i)
			}
		}
	}
	return list
}

// anyTime returns the first <time> of the page.
func (d *describer) anyTime() (dated, bool) {
	const most = 3 // later ones are of teasers and comments
	for i, value := range d.data.Times {
		if i == most {
			break
		}
		if found, ok := d.read(value, FromMarkup); ok {
			return found, true
		}
	}
	return dated{}, false
}
