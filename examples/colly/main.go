// Command colly crawls a site with Colly and prints the article text of each
// page as a JSON line.
//
//	cd examples/colly && go run . -depth 2 https://example.org/
package main

import (
	"encoding/json"
	"flag"
	"io"
	"log"
	"net/url"
	"os"
	"sync"
	"time"

	"github.com/gocolly/colly/v2"

	"github.com/seed-1beecd1b/bodycopy/extract"
)

func main() {
	depth := flag.Int("depth", 2, "how many links to follow from the first page")
	delay := flag.Duration("delay", time.Second, "between two requests")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("want the address of a site")
	}
	if err := crawl(flag.Arg(0), *depth, *delay, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// line is what is printed of a page.
type line struct {
	URL    string   `json:"url"`
	Title  string   `json:"title"`
	Author []string `json:"authors"`
	Kind   string   `json:"kind"`
	Text   string   `json:"text"`
	Error  string   `json:"error,omitempty"`
}

// maxBody is how much of a page Colly reads, in bytes. Pages are decoded by
// Bodycopy, which guesses encodings that Colly would have to be told.
const maxBody = 5 << 20

// crawl follows the links of one host, asks its robots.txt, and writes a line
// a page.
func crawl(start string, depth int, delay time.Duration, out io.Writer) error {
	first, err := url.Parse(start)
	if err != nil {
		return err
	}
	c := colly.NewCollector(
		colly.UserAgent("bodycopy-colly (+https://github.com/seed-1beecd1b/bodycopy)"),
		colly.AllowedDomains(first.Hostname()), colly.MaxDepth(depth), colly.MaxBodySize(maxBody),
	)
	c.IgnoreRobotsTxt = false
	if err := c.Limit(&colly.LimitRule{DomainGlob: "*", Delay: delay, Parallelism: 1}); err != nil {
		return err
	}
	var mu sync.Mutex
	var failed error
	enc := json.NewEncoder(out)
	write := func(l line) {
		mu.Lock()
		defer mu.Unlock()
		if err := enc.Encode(l); err != nil {
			failed = err
		}
	}
	var e extract.Extractor // one for all pages
	c.OnResponse(func(r *colly.Response) { write(extracted(&e, r)) })
	c.OnError(func(r *colly.Response, err error) { write(line{URL: r.Request.URL.String(), Error: err.Error()}) })
	c.OnHTML("a[href]", func(a *colly.HTMLElement) {
		_ = a.Request.Visit(a.Attr("href")) // seen before, elsewhere, too deep, or forbidden: no page of ours
	})
	if err := c.Visit(start); err != nil {
		return err
	}
	c.Wait()
	return failed
}

func extracted(e *extract.Extractor, r *colly.Response) line {
	l := line{URL: r.Request.URL.String()}
	result, err := e.FromBytes(r.Body, extract.Source{URL: l.URL, ContentType: r.Headers.Get("Content-Type")})
	if err != nil {
		l.Error = err.Error()
		return l
	}
	l.Title, l.Author, l.Kind, l.Text = result.Metadata.Title, result.Metadata.Authors, string(result.Verdict.Kind), result.Text()
	return l
}
