package eval

import "sync"

// Output is what an extractor made of a page.
type Output struct {
	Text   string  // the article text, by the policy that the data set asks for
	Blocks []Label // all blocks with their roles, nil if the extractor has none

	Kind       string  // kind of page, "" if the extractor does not say
	Confidence float64 // probability that Kind is right, 0 to 1

	Facts *Facts // what the page says of itself, nil if the extractor does not say
}

// Extract turns a page into text. It may be called from several goroutines at
// once.
type Extract func(*Page) (*Output, error)

// PageScore is what is counted of one page. All figures are computed from it.
type PageScore struct {
	ID    string  `json:"id"`
	URL   string  `json:"url,omitempty"`
	Group string  `json:"group,omitempty"`
	Score float64 `json:"score"` // 0 to 1, by which pages are put in order
	PRF           // of this page alone

	Snippets *Snippets    `json:"snippets,omitempty"`
	Shingles *Shingles    `json:"shingles,omitempty"`
	Roles    *RoleTally   `json:"roles,omitempty"`
	Kind     *KindVerdict `json:"kind,omitempty"`
	Facts    *FactScore   `json:"facts,omitempty"`

	HasBlocks bool   `json:"has_blocks"`      // the extractor gave roles
	Error     string `json:"error,omitempty"` // why there is no output; scored as empty
}

// RunOptions say how pages are run.
type RunOptions struct {
	Workers int            // pages at once; 0 means 1
	Step    func(done int) // called after every page, one call at a time; may be nil
}

// Run extracts and scores all pages. A page that fails is scored as if
// nothing had come out, and says so. The scores are in the order of the pages.
func Run(set *Dataset, pages []Page, extract Extract, opt RunOptions) []PageScore {
	scores := make([]PageScore, len(pages))
	next := make(chan int)
	var wg sync.WaitGroup
	var mu sync.Mutex
	done := 0
	for range max(1, opt.Workers) {
		wg.Go(func() {
			for i := range next {
				scores[i] = set.scorePage(&pages[i], extract)
				if opt.Step != nil {
					mu.Lock()
					done++
					opt.Step(done)
					mu.Unlock()
				}
			}
		})
	}
	for i := range pages {
		next <- i
	}
	close(next)
	wg.Wait()
	return scores
}

func (d *Dataset) scorePage(p *Page, extract Extract) PageScore {
	s := PageScore{ID: p.ID, URL: p.URL, Group: p.Group}
	out, err := extract(p)
	if err != nil {
		s.Error = err.Error()
		out = &Output{}
	}
	s.HasBlocks = out.Blocks != nil
	d.score(&s, p, out)
	return s
}
