package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"text/tabwriter"
)

// Diff is what changed from one report to another over the same pages.
type Diff struct {
	Dataset string  `json:"dataset"`
	Old     string  `json:"old"` // extractor, version and policy
	New     string  `json:"new"`
	Figures []Delta `json:"figures"`
	Better  int     `json:"better"`
	Worse   int     `json:"worse"`
	Same    int     `json:"same"`
	Moved   []Move  `json:"moved"` // pages, the largest change first
}

// Delta is the change of a figure, with an interval from drawing pairs of
// pages anew: the two outcomes of a page stay together.
type Delta struct {
	Group string  `json:"group,omitempty"`
	Name  string  `json:"name"`
	Old   float64 `json:"old"`
	New   float64 `json:"new"`
	Delta float64 `json:"delta"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Move is the change of the score of one page.
type Move struct {
	ID    string  `json:"id"`
	Group string  `json:"group,omitempty"`
	Old   float64 `json:"old"`
	New   float64 `json:"new"`
}

// delta is positive where the page got better.
func (m *Move) delta() float64 { return m.New - m.Old }

// Compare compares two reports over the same pages.
func Compare(older, newer *Report) (*Diff, error) {
	if older.Dataset != newer.Dataset || older.Corpus != newer.Corpus {
		return nil, fmt.Errorf("the reports are of other pages: %s %.12s and %s %.12s", older.Dataset, older.Corpus, newer.Dataset, newer.Corpus)
	}
	set, err := FindDataset(older.Dataset)
	if err != nil {
		return nil, err
	}
	byID := func(a, b PageScore) int { return cmp.Compare(a.ID, b.ID) }
	was, is := slices.SortedFunc(slices.Values(older.Pages), byID), slices.SortedFunc(slices.Values(newer.Pages), byID)
	if !slices.EqualFunc(was, is, func(a, b PageScore) bool { return a.ID == b.ID && a.Group == b.Group }) {
		return nil, fmt.Errorf("the reports list other pages")
	}
	d := &Diff{Dataset: older.Dataset, Old: older.name(), New: newer.name()}
	d.moves(was, is)
	old, young := groups(set, was), groups(set, is)
	for i := range old {
		d.Figures = append(d.Figures, paired(old[i], young[i], set.figures(was), set.figures(is))...)
	}
	return d, nil
}

func (r *Report) name() string {
	return fmt.Sprintf("%s, version %s, keep %s", r.Options["extractor"], r.Version, r.Options["keep"])
}

func (d *Diff) moves(was, is []PageScore) {
	for i := range was {
		m := Move{ID: is[i].ID, Group: is[i].Group, Old: was[i].Score, New: is[i].Score}
		switch {
		case m.delta() > 0:
			d.Better++
		case m.delta() < 0:
			d.Worse++
		default:
			d.Same++
			continue
		}
		d.Moved = append(d.Moved, m)
	}
	slices.SortStableFunc(d.Moved, func(a, b Move) int { return cmp.Compare(math.Abs(b.delta()), math.Abs(a.delta())) })
}

// paired compares the figures that both groups have.
func paired(was, is group, wasTotals, isTotals func([]*PageScore) []figure) []Delta {
	old, young := wasTotals(was.pages), isTotals(is.pages)
	var list []Delta
	var at [][2]int // places of a figure in the old and the new list
	for i, f := range old {
		if j := slices.IndexFunc(young, func(g figure) bool { return g.name == f.name }); j >= 0 {
			at = append(at, [2]int{i, j})
			list = append(list, Delta{Group: was.name, Name: f.name, Old: f.value, New: young[j].value, Delta: young[j].value - f.value})
		}
	}
	drawn := draw(len(was.pages), len(at), func(index []int) []float64 {
		old, young := wasTotals(pick(was.pages, index)), isTotals(pick(is.pages, index))
		change := make([]float64, len(at))
		for k, p := range at {
			change[k] = young[p[1]].value - old[p[0]].value
		}
		return change
	})
	for k := range list {
		list[k].Low, list[k].High = interval(drawn[k])
	}
	return list
}

// WriteJSON writes all of it.
func (d *Diff) WriteJSON(w io.Writer) error { return writeJSON(w, d) }

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// WriteTable writes the figures and the pages that moved, at most limit of
// these, or all where limit is 0.
func (d *Diff) WriteTable(w io.Writer, limit int) error {
	t := &table{Writer: tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)}
	t.line("%s", d.Dataset)
	t.line("old: %s", d.Old)
	t.line("new: %s", d.New)
	t.line("in brackets: 95 %% intervals of the difference, pages drawn anew in pairs")
	t.part()
	t.line("\told\tnew\tdifference")
	for _, f := range d.Figures {
		name := Figure{Group: f.Group, Name: f.Name}
		t.line("%s\t%.3f\t%.3f\t%+.4f [%+.4f – %+.4f]", name.FullName(), f.Old, f.New, f.Delta, f.Low, f.High)
	}
	t.part()
	t.line("pages: %d better, %d worse, %d the same", d.Better, d.Worse, d.Same)
	shown := d.Moved
	if limit > 0 && len(shown) > limit {
		shown = shown[:limit]
	}
	for i := range shown {
		m := &shown[i]
		t.line("%+.3f\t%.3f\t→ %.3f\t%s\t%s", m.delta(), m.Old, m.New, m.ID, m.Group)
	}
	if left := len(d.Moved) - len(shown); left > 0 {
		t.line("%d more", left)
	}
	return t.end()
}
