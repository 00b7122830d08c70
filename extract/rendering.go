package extract

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"

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
// others; pictures and links never change which text that is. Signs that a
// rendering has a form of its own for are shown in that: numbers of lines and
// notes, links of headings to themselves, the language above a piece of code.
// It is made from the page's tree, which must not have been changed since, and is only read.
//
// No rendering is larger than four times the page and 4 kB ([OutputShare],
// [LeastOutput]), whatever it nests and repeats: one that would be shows the
// text in paragraphs and nothing else, or a line a block where paragraphs are
// too much.
type Rendering struct {
	// Keep is the policy: roles whose blocks are shown. Nil means that of the
	// extractor.
	Keep []heuristics.Role

	NoImages bool // leaves out pictures and embedded videos
	NoLinks  bool // shows the text of links without the link

	// Context ends the rendering early, as do the extractor's Limits.Time,
	// counted from the call on. When time is up, what was rendered until then
	// is returned together with [ErrLimit]; when the context is cancelled,
	// nothing but context.Canceled is. Nil: only Limits.Time ends it.
	Context context.Context
}

// Markdown returns the article as CommonMark with GFM tables. Notes, lists of
// definitions and formulas have the forms that Pandoc and GitHub know: [^1],
// ":   meaning", $x^2$. All addresses are absolute if the page's own is known.
func (r *Result) Markdown(opt Rendering) (string, error) { return r.rendered(opt, render.Markdown) }

// HTML returns the article as HTML that is safe to show in any page: semantic
// elements, no scripts, styles or forms, links and pictures with http and
// https addresses.
func (r *Result) HTML(opt Rendering) (string, error) { return r.rendered(opt, render.HTML) }

// PlainText returns the article as text to read: blocks separated by a blank
// line, items of lists marked, columns of tables aligned, code with its
// indentation. [Result.Text] is plainer: what a block says and no more, which
// is what texts are compared by.
func (r *Result) PlainText(opt Rendering) (string, error) {
	opt.NoImages, opt.NoLinks = true, true
	return r.rendered(opt, render.Text)
}

// rendered writes an article, and once more with less structure if it is too
// long, and once more with none.
func (r *Result) rendered(opt Rendering, write func(*html.Node, render.Bounds) (string, render.End)) (string, error) {
	keep, err := r.kept(opt.Keep)
	if err != nil {
		return "", err
	}
	c := r.clock(opt.Context)
	most := int(r.outputRoom())
	s, end := write(r.article(keep, opt, c).Root, render.Bounds{Stop: c.stop, Bytes: most})
	for _, plainer := range []func([]string) *article.Article{article.FromTexts, article.FromLines} {
		if end != render.TooLong && len(s) <= most { // the last text may be all there is
			break
		}
		s, end = write(plainer(r.texts(keep)).Root, render.Bounds{Stop: c.stop, Spare: true})
	}
	err = c.err()
	if errors.Is(err, context.Canceled) {
		return "", err
	}
	return valid(s), err // a tree of the caller's may hold anything
}

// article builds the tree that all renderings are made from.
func (r *Result) article(keep []bool, opt Rendering, c *clock) *article.Article {
	if r.origin == nil {
		return article.FromTexts(r.texts(keep))
	}
	build := r.building(keep)
	build.Media, build.Links = !opt.NoImages, !opt.NoLinks
	build.Stop = c.stop
	return article.Build(r.origin, build)
}

// texts are those of the blocks that are shown.
func (r *Result) texts(keep []bool) (texts []string) {
	for i, shown := range keep {
		if shown {
			texts = append(texts, r.Blocks[i].Text)
		}
	}
	return texts
}

// kept tells of each block whether a policy shows it.
func (r *Result) kept(roles []heuristics.Role) ([]bool, error) {
	if err := checkRoles(roles); err != nil {
		return nil, err
	}
	if r.origin != nil {
		if err := r.untouched(); err != nil {
			return nil, err
		}
	}
	roles = r.policy(roles)
	keep := make([]bool, len(r.Blocks))
	for i := range r.Blocks {
		keep[i] = slices.Contains(roles, r.Blocks[i].Role) && !r.Blocks[i].hidden && !r.Blocks[i].copied
	}
	return keep, nil
}

// policy is the given one, or the extractor's, or the default.
func (r *Result) policy(roles []heuristics.Role) []heuristics.Role {
	if roles == nil {
		roles = r.keep
	}
	if roles == nil {
		roles = defaultKeep
	}
	return roles
}

func (r *Result) building(keep []bool) article.Options {
	parts := make([]article.Part, len(r.Blocks))
	for i := range r.Blocks {
		parts[i] = partOf(r.Blocks[i].Role)
	}
	return article.Options{Keep: keep, Part: parts, URL: r.thrifty()}
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

// What the addresses of one rendering may take: so many times the page, and
// leastAddresses bytes; a link or picture around an address counts for
// aroundAddress. With all roles kept, addresses are 1.05 times the page at most,
// of 2,100 that people read; but a page may have a base of [maxBase], and
// thousands of links.
const (
	addressShare   = 2
	leastAddresses = 2 << 10
	aroundAddress  = 60
)

// thrifty returns absolute, until addresses take more than they may: those
// behind are left out, and not looked at.
func (r *Result) thrifty() func(ref string) string {
	left := room(addressShare*r.size + leastAddresses)
	return func(ref string) string {
		if left < 0 {
			return ""
		}
		ref = r.absolute(ref)
		if left -= room(len(ref) + aroundAddress); left < 0 {
			return ""
		}
		return ref
	}
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

// maxBase is how long an address may be, in bytes and in normal form, for others
// to be relative to it: all of it is read for each of them. It is what the
// sitemaps protocol lets an address have.
const maxBase = 2048

// baseOf returns what addresses on a page are relative to: <base>, the address
// that the page came from, or what it says its address is.
func baseOf(address string, data *metadata.Data) (base *url.URL) {
	for _, ref := range []string{address, data.Canonical, data.Meta["og:url"]} {
		if base = asBase(ref, nil); base != nil {
			break
		}
	}
	if data.Base == "" {
		return base
	}
	if own := asBase(data.Base, base); own != nil {
		return own
	}
	return base
}

// asBase returns an address of the web, itself relative to another that may be
// nil, as one that others may be relative to: without its query, if that is too
// long or may not be given out, which takes nothing from the others. It is nil
// if there is no such.
func asBase(ref string, to *url.URL) *url.URL {
	u, err := url.Parse(ref)
	if err != nil {
		return nil
	}
	if to != nil {
		u = to.ResolveReference(u)
	}
	if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil
	}
	plain := *u
	plain.RawQuery, plain.ForceQuery, plain.Fragment, plain.RawFragment = "", false, "", ""
	for _, base := range []*url.URL{u, &plain} {
		if normal, ok := safe.Link(base.String()); ok && len(normal) <= maxBase {
			return base
		}
	}
	return nil
}
