package eval

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Page is one page of a data set with whatever the set knows of it.
type Page struct {
	ID, URL string
	HTML    []byte
	Kind    string // WCXB's page type

	HasReference bool // Reference is set, though it may be empty
	Reference    string
	Labels       []Label // roles of all blocks, in document order
	With         []string
	Without      []string
}

// Label is the role of one block.
type Label struct {
	Role heuristics.Role `json:"role"`
	Text string          `json:"text"`
}

// Domain is the registered domain of the page's address, or of the address
// that the page names, or else its ID. Splits are made by it.
func (p *Page) Domain() string {
	address := p.URL
	if address == "" {
		address = namedAddress(p.HTML)
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return p.ID
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return u.Hostname()
	}
	return domain
}

// Fold is the part, 0 to n-1, of a split into n that the page belongs to.
func (p *Page) Fold(n int) int {
	h := fnv.New32a()
	io.WriteString(h, p.Domain())
	return int(h.Sum32() % uint32(n))
}

// namedAddress finds the canonical link or og:url.
func namedAddress(page []byte) string {
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		var value string
		match := false
		for _, a := range t.Attr {
			switch {
			case a.Key == "rel" && a.Val == "canonical", a.Key == "property" && a.Val == "og:url":
				match = true
			case a.Key == "href", a.Key == "content":
				value = a.Val
			}
		}
		if match && strings.Contains(value, "://") {
			return value
		}
	}
	return ""
}

// ReadFile reads a file, unpacked if its name ends in .gz.
func ReadFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	data, err = io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// WCXB reads a split of the Web Content eXtraction Benchmark.
func WCXB(dir string) ([]Page, error) {
	names, err := filepath.Glob(filepath.Join(dir, "ground-truth", "*.json"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no ground-truth/*.json", dir)
	}
	sort.Strings(names)
	pages := make([]Page, 0, len(names))
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		var truth struct {
			URL      string `json:"url"`
			Internal struct {
				PageType struct {
					Primary string `json:"primary"`
				} `json:"page_type"`
			} `json:"_internal"`
			GroundTruth struct {
				MainContent string   `json:"main_content"`
				With        []string `json:"with"`
				Without     []string `json:"without"`
			} `json:"ground_truth"`
		}
		if err := json.Unmarshal(data, &truth); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		page, err := ReadFile(filepath.Join(dir, "html", id+".html.gz"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: id, URL: truth.URL, HTML: page, Kind: truth.Internal.PageType.Primary,
			HasReference: true, Reference: truth.GroundTruth.MainContent})
	}
	return pages, nil
}

// SnippetSet reads the evaluation set of trafilatura.
func SnippetSet(dir string) ([]Page, error) {
	name := filepath.Join(dir, "evaldata.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var truth map[string]struct {
		File          string
		With, Without []string
	}
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	addresses := make([]string, 0, len(truth))
	for a := range truth {
		addresses = append(addresses, a)
	}
	sort.Strings(addresses)
	pages := make([]Page, 0, len(truth))
	for _, a := range addresses {
		page, err := ReadFile(filepath.Join(dir, "eval", truth[a].File))
		if err != nil {
			return nil, err
		}
		id, _, _ := strings.Cut(truth[a].File, ".")
		pages = append(pages, Page{ID: id, URL: a, HTML: page, With: truth[a].With, Without: truth[a].Without})
	}
	return pages, nil
}

// Readability reads the test pages of Mozilla Readability.
func Readability(dir string) ([]Page, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*", "source.html.gz"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no */source.html.gz", dir)
	}
	sort.Strings(names)
	var pages []Page
	for _, name := range names {
		page, err := ReadFile(name)
		if err != nil {
			return nil, err
		}
		expected, err := ReadFile(filepath.Join(filepath.Dir(name), "expected.html.gz"))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: filepath.Base(filepath.Dir(name)), HTML: page, HasReference: true, Reference: allText(expected)})
	}
	return pages, nil
}

// allText returns the text of a document with a space at every tag.
func allText(page []byte) string {
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.WriteString(z.Token().Data)
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			if !inlineTags[string(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

var inlineTags = map[string]bool{"a": true, "b": true, "i": true, "em": true, "strong": true, "span": true, "code": true,
	"sup": true, "sub": true, "small": true, "u": true, "font": true, "cite": true, "abbr": true, "q": true, "mark": true}

// Roles reads labelled pages: index.json maps each file of labels to its
// page, relative to the folder above dir.
func Roles(dir string) ([]Page, error) {
	name := filepath.Join(dir, "index.json")
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var index map[string]string
	if err := json.Unmarshal(data, &index); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	files := make([]string, 0, len(index))
	for f := range index {
		files = append(files, f)
	}
	sort.Strings(files)
	pages := make([]Page, 0, len(files))
	for _, f := range files {
		labels, err := readLabels(filepath.Join(dir, f))
		if err != nil {
			return nil, err
		}
		page, err := ReadFile(filepath.Join(filepath.Dir(filepath.Clean(dir)), index[f]))
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{ID: strings.TrimSuffix(f, ".jsonl"), HTML: page, Labels: labels})
	}
	return pages, nil
}

func readLabels(name string) ([]Label, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var labels []Label
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		var l Label
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, n, err)
		}
		labels = append(labels, l)
	}
	return labels, lines.Err()
}
