package heuristics

// dateShape looks for dates and times.
//
// Signal: names of months and days, years, numeric dates, times of day.
// Why: a short block with a date is a byline or a teaser's date; one with a
// time of day a ticker.
// Unit and range: kind of date for each of three lengths.
// Source: measured.
// Blind spot: stories that are about dates.
var dateShape = Heuristic{
	Name: "date-shape", Doc: "dates and times in the block",
	Levels: []string{"up to 6 words with a full date", "up to 6 words with part of a date", "up to 6 words with a time of day",
		"up to 20 words with a full date", "up to 20 words with part of a date", "up to 20 words with a time of day",
		"long with a full date", "long with part of a date", "long with a time of day"},
	Measure: func(_ *Page, b *Block) Level {
		if b.Dates == 0 {
			return Silent
		}
		kind := Level(1)
		switch {
		case b.Dates&DateNumeric != 0, b.Dates&(DateMonth|DateYear) == DateMonth|DateYear,
			b.Dates&DateMonth != 0 && b.Numbers > 0:
			kind = 0
		case b.Dates&DateClock != 0:
			kind = 2
		}
		return step(float64(b.Words), 7, 21)*3 + kind
	},
}
