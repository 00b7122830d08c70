// Package rivals puts the extractors of others behind one function each, with
// the settings that their makers recommend.
package rivals

import (
	"bytes"
	"fmt"
	"net/url"
	"runtime/debug"
	"slices"

	readability "codeberg.org/readeck/go-readability/v2"
	distiller "github.com/markusmobius/go-domdistiller"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/decode"
	"github.com/seed-1beecd1b/bodycopy/internal/eval"
	"github.com/seed-1beecd1b/bodycopy/internal/eval/ours"
)

// Rival is an extractor under a name.
type Rival struct {
	Name   string
	Module string // path of its Go module

	// Extract makes the article text of a page. Only our own extractor knows
	// policies; the others keep what they keep.
	Extract func(keep []heuristics.Role) eval.Extract
}

// Baseline is the name of the rival that only parses: what all others cost is
// told in multiples of it.
const Baseline = "html.Parse"

// All returns all rivals, ourselves first.
func All() []Rival {
	return []Rival{
		{"bodycopy", "github.com/seed-1beecd1b/bodycopy", func(keep []heuristics.Role) eval.Extract {
			return ours.Extract(ours.Always(&extract.Extractor{Keep: keep}))
		}},
		{"trafilatura+fallback", "github.com/markusmobius/go-trafilatura", tree(trafilaturaText(true))},
		{"trafilatura", "github.com/markusmobius/go-trafilatura", tree(trafilaturaText(false))},
		{"readability", "codeberg.org/readeck/go-readability/v2", tree(readabilityText)},
		{"domdistiller", "github.com/markusmobius/go-domdistiller", tree(distillerText)},
		{"all-text", "golang.org/x/net", tree(allText)},
		{Baseline, "golang.org/x/net", tree(func(*html.Node, *url.URL) (string, error) { return "", nil })},
	}
}

// Choose returns the rivals with the given names, or all for none.
func Choose(names []string) ([]Rival, error) {
	all := All()
	if len(names) == 0 {
		return all, nil
	}
	var list []Rival
	for _, name := range names {
		i := slices.IndexFunc(all, func(r Rival) bool { return r.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("no rival is called %q", name)
		}
		list = append(list, all[i])
	}
	return list, nil
}

// Version is the version of the rival's module that this program was built
// with.
func (r *Rival) Version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, m := range info.Deps {
		if m.Path == r.Module && m.Replace == nil {
			return m.Version
		}
	}
	return "this tree"
}

// tree makes an extractor out of a function of the parsed page and its
// address, which is nil if it is not known.
func tree(text func(*html.Node, *url.URL) (string, error)) func([]heuristics.Role) eval.Extract {
	return func([]heuristics.Role) eval.Extract {
		return func(p *eval.Page) (out *eval.Output, err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("panic: %v", r)
				}
			}()
			root, err := html.Parse(bytes.NewReader(decode.UTF8(p.HTML, "")))
			if err != nil {
				return nil, err
			}
			s, err := text(root, address(p.URL))
			if err != nil {
				return nil, err
			}
			return &eval.Output{Text: s}, nil
		}
	}
}

func address(s string) *url.URL {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

func trafilaturaText(fallback bool) func(*html.Node, *url.URL) (string, error) {
	return func(root *html.Node, u *url.URL) (string, error) {
		r, err := trafilatura.ExtractDocument(root, trafilatura.Options{OriginalURL: u, EnableFallback: fallback, ExcludeComments: true})
		if err != nil {
			return "", err
		}
		return BlockText(r.ContentNode), nil
	}
}

func readabilityText(root *html.Node, u *url.URL) (string, error) {
	article, err := readability.FromDocument(root, u)
	if err != nil {
		return "", err
	}
	return BlockText(article.Node), nil
}

func distillerText(root *html.Node, u *url.URL) (string, error) {
	r, err := distiller.Apply(root, &distiller.Options{OriginalURL: u, SkipPagination: true})
	if err != nil {
		return "", err
	}
	return BlockText(r.Node), nil
}

func allText(root *html.Node, _ *url.URL) (string, error) { return BlockText(root), nil }
