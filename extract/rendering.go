package extract

import (
	"net/url"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/article"
	"github.com/seed-1beecd1b/bodycopy/internal/metadata"
	"github.com/seed-1beecd1b/bodycopy/internal/render"
	"github.com/seed-1beecd1b/bodycopy/internal/safe"
)

// Rendering says what [Result.Markdown], [Result.HTML] and [Result.PlainText]
// show. Its zero value shows the article by the extractor's policy, with
// pictures and links.
//
// A rendering shows the text of the blocks that the policy keeps and of no
// others; pictures and links never change which text that is. It is made from
// the page's tree, which must not have been changed since, and is only read.
type Rendering struct {
	// Keep is the policy: roles whose blocks are shown. Nil means that of the
	// extractor.
	Keep []heuristics.Role

	NoImages bool // leaves out pictures and embedded videos
	NoLinks  bool // shows the text of links without the link
}

// Markdown returns the article as CommonMark with GFM tables. Notes, lists of
// definitions and formulas have the forms that Pandoc and GitHub know: [^1],
// ":   meaning", $x^2$. All addresses are absolute if the page's own is known.
func (r *Result) Markdown(opt Rendering) (string, error) {
	a, err := r.article(opt)
	if err != nil {
		return "", err
	}
	return strings.ToValidUTF8(render.Markdown(a.Root), "\uFFFD"), nil // a tree of the caller's may hold anything
}

// HTML returns the article as HTML that is safe to show in any page: semantic
// elements, no scripts, styles or forms, links and pictures with http and
// https addresses.
func (r *Result) HTML(opt Rendering) (string, error) {
	a, err := r.article(opt)
	if err != nil {
		return "", err
	}
	return strings.ToValidUTF8(render.HTML(a.Root), "\uFFFD"), nil // a tree of the caller's may hold anything
}

// PlainText returns the article as text to read: blocks separated by a blank
// line, items of lists marked, columns of tables aligned, code with its
// indentation. [Result.Text] is plainer: what a block says and no more, which
// is what texts are compared by.
func (r *Result) PlainText(opt Rendering) (string, error) {
	opt.NoImages, opt.NoLinks = true, true
	a, err := r.article(opt)
	if err != nil {
		return "", err
	}
	return strings.ToValidUTF8(render.Text(a.Root), "\uFFFD"), nil
}

// article builds the tree that all renderings are made from.
func (r *Result) article(opt Rendering) (*article.Article, error) {
	keep, err := r.kept(opt.Keep)
	if err != nil {
		return nil, err
	}
	if r.origin == nil {
		var texts []string
		for i, shown := range keep {
			if shown {
				texts = append(texts, r.Blocks[i].Text)
			}
		}
		return article.FromTexts(texts), nil
	}
	build := r.building(keep)
	build.Media, build.Links = !opt.NoImages, !opt.NoLinks
	return article.Build(r.origin, build), nil
}

// kept tells of each block whether a policy shows it.
func (r *Result) kept(roles []heuristics.Role) ([]bool, error) {
	if err := checkRoles(roles); err != nil {
		return nil, err
	}
	if roles == nil {
		roles = r.keep
	}
	if roles == nil {
		roles = defaultKeep
	}
	keep := make([]bool, len(r.Blocks))
	for i := range r.Blocks {
		keep[i] = slices.Contains(roles, r.Blocks[i].Role) && !r.Blocks[i].hidden && !r.Blocks[i].copied
	}
	return keep, nil
}

func (r *Result) building(keep []bool) article.Options {
	parts := make([]article.Part, len(r.Blocks))
	for i := range r.Blocks {
		parts[i] = partOf(r.Blocks[i].Role)
	}
	return article.Options{Keep: keep, Part: parts, URL: r.absolute}
}

func partOf(role heuristics.Role) article.Part {
	switch role {
	case heuristics.Caption:
		return article.PartCaption
	case heuristics.Title, heuristics.Dek:
		return article.PartHead
	case heuristics.Byline, heuristics.Share, heuristics.Tags:
		return article.PartMargin
	}
	return article.PartText
}

// absolute returns an address as it may be given out, "" if it may not.
func (r *Result) absolute(ref string) string {
	ref, ok := safe.Link(ref)
	if !ok || r.base == nil || strings.HasPrefix(ref, "https://") || strings.HasPrefix(ref, "http://") {
		return ref
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ""
	}
	ref, _ = safe.Link(r.base.ResolveReference(u).String())
	return ref
}

// baseOf returns what addresses on a page are relative to: <base>, the address
// that the page came from, or what it says its address is.
func baseOf(address string, data *metadata.Data) *url.URL {
	var base *url.URL
	for _, ref := range []string{address, data.Canonical, data.Meta["og:url"]} {
		if u, err := url.Parse(ref); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			base = u
			break
		}
	}
	u, err := url.Parse(data.Base)
	if err != nil || data.Base == "" {
		return base
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	if u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
		return u
	}
	return base
}
