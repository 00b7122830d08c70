package eval

import (
	"fmt"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Dataset is a public layout of pages with ground truth, and the measure that
// belongs to it.
type Dataset struct {
	Name   string
	Layout string                           // what the folder holds, in one line
	Keep   []heuristics.Role                // the roles that the references are made of
	Read   func(dir string) ([]Page, error) // errors name the file
	Apart  bool                             // groups have figures of their own, all pages together have none

	score  func(*PageScore, *Page, *Output)           // fills in the counts of one page
	totals func(pages []*PageScore, g gives) []figure // the same names for any pages
}

// gives says what an extractor gives besides text.
type gives struct{ roles, kinds bool }

// figure is one number of a group of pages.
type figure struct {
	name  string
	value float64
}

// Datasets returns all data sets that can be read.
func Datasets() []*Dataset {
	body := []heuristics.Role{heuristics.Body}
	return []*Dataset{
		{Name: "wcxb", Layout: "html/ID.html and ground-truth/ID.json: a split of WCXB", Keep: body,
			Read: WCXB, score: scoreWCXB, totals: wcxbTotals},
		{Name: "aeb", Layout: "ground-truth.json and html/ID.html: Article Extraction Benchmark", Keep: body,
			Read: ArticleBenchmark, score: scoreShingles, totals: shingleTotals},
		// Its makers marked standfirsts as text that must stay.
		{Name: "snippets", Layout: "evaldata.json and eval/ or cache/: trafilatura's evaluation set",
			Keep: []heuristics.Role{heuristics.Body, heuristics.Dek},
			Read: SnippetSet, score: scoreSnippets, totals: snippetTotals},
		{Name: "readability", Layout: "NAME/source.html and NAME/expected.html: Mozilla's test pages",
			Keep: []heuristics.Role{heuristics.Body, heuristics.Caption, heuristics.Dek},
			Read: Readability, score: scoreWords, totals: wordTotals},
		{Name: "roles", Layout: "index.json, a map from files of labels to pages: roles of all blocks", Keep: body,
			Read: Roles, Apart: true, score: scoreRoles, totals: roleTotals},
		{Name: "plain", Layout: "NAME.html and NAME.txt: your own pages", Keep: body,
			Read: Plain, score: scoreWords, totals: wordTotals},
	}
}

// FindDataset returns the data set with a name.
func FindDataset(name string) (*Dataset, error) {
	for _, d := range Datasets() {
		if d.Name == name {
			return d, nil
		}
	}
	return nil, fmt.Errorf("no data set is called %q", name)
}

func scoreWords(s *PageScore, p *Page, out *Output) {
	s.PRF = WordF1(out.Text, p.Reference)
	s.Score = s.F1
}

func scoreWCXB(s *PageScore, p *Page, out *Output) {
	scoreWords(s, p, out)
	if out.Kind != "" {
		s.Kind = &KindVerdict{Want: p.Kind, Got: out.Kind, Confidence: out.Confidence}
	}
	if p.Facts != nil && out.Facts != nil {
		s.Facts = scoreFacts(p, out.Facts)
	}
}

func scoreShingles(s *PageScore, p *Page, out *Output) {
	counts := CountShingles(out.Text, p.Reference)
	s.Shingles, s.PRF = &counts, counts.PRF()
	s.Score = s.F1
}

func scoreSnippets(s *PageScore, p *Page, out *Output) {
	counts := CountSnippets(out.Text, p.With, p.Without)
	s.Snippets, s.PRF = &counts, counts.PRF()
	s.Score = float64(counts.TP+counts.TN) / float64(len(p.With)+len(p.Without))
}

func scoreRoles(s *PageScore, p *Page, out *Output) {
	s.Roles = &RoleTally{}
	s.Roles.Add(out.Blocks, out.Text, p.Labels)
	if s.HasBlocks {
		s.PRF = s.Roles.Agreement()
	} else {
		s.PRF = WordF1(out.Text, bodyOf(p.Labels))
	}
	s.Score = s.F1
}

// bodyOf is the article text that the labels make.
func bodyOf(labels []Label) string {
	var b strings.Builder
	for _, l := range labels {
		if l.Role == heuristics.Body {
			b.WriteString(l.Text)
			b.WriteByte('\n')
		}
	}
	return b.String()
}
