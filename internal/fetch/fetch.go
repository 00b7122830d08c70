// Package fetch gets pages from the web with manners: one request at a time to
// a host, with a pause between two, and none that robots.txt forbids; and with
// care: limits on time, size and redirects, and no address that is private.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// Options say how pages are fetched. The zero value is usable; a negative
// value is none at all.
type Options struct {
	UserAgent string        // names the program; the part before "/" is what robots.txt knows it by; default "bodycopy"
	Timeout   time.Duration // for one request; waiting for its turn does not count; default 30 seconds
	Delay     time.Duration // between the end of a request to a host and the next one; default 1 second
	Bytes     int64         // of a page that are read, unpacked; default 20 MB
	Redirects int           // that are followed; default 5

	// Private allows addresses that are not on the public internet, and the
	// proxy that the environment names. Without it there is no proxy, since
	// nobody could tell where that goes.
	Private bool

	// IgnoreRobots fetches what robots.txt forbids: for one's own sites.
	IgnoreRobots bool
}

// Defaults of [Options].
const (
	DefaultUserAgent = "bodycopy"
	DefaultTimeout   = 30 * time.Second
	DefaultDelay     = time.Second
	DefaultBytes     = 20 << 20
	DefaultRedirects = 5
)

// Page is what was fetched.
type Page struct {
	URL         string // where redirects ended
	ContentType string
	Body        []byte // at most a byte more than Options.Bytes
	Text        bool   // plain text, not HTML
}

// Errors that [Client.Get] wraps.
var (
	ErrRobots    = errors.New("robots.txt forbids it")
	ErrPrivate   = errors.New("a private address")
	ErrRedirects = errors.New("too many redirects")
	ErrStatus    = errors.New("no success")
	ErrNoPage    = errors.New("neither HTML nor plain text")
	ErrAddress   = errors.New("not an http or https address")
)

// Client fetches pages. It may be used by several goroutines at once.
type Client struct {
	opt   Options
	http  *http.Client
	hosts *hosts
}

// New returns a client.
func New(opt Options) *Client {
	opt.fill()
	c := &Client{opt: opt, hosts: newHosts()}
	c.http = &http.Client{
		Transport:     transport(&opt),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

func (o *Options) fill() {
	if o.UserAgent == "" {
		o.UserAgent = DefaultUserAgent
	}
	fill(&o.Timeout, DefaultTimeout)
	fill(&o.Delay, DefaultDelay)
	fill(&o.Bytes, DefaultBytes)
	fill(&o.Redirects, DefaultRedirects)
}

func fill[T ~int | ~int64](value *T, usual T) {
	if *value == 0 {
		*value = usual
	}
	*value = max(*value, 0)
}

// Get fetches a page, following redirects: each hop is asked of the robots.txt
// of its host and waits for its turn there.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	for hops := 0; ; hops++ {
		u, err := parse(address)
		if err != nil {
			return nil, err
		}
		page, next, err := c.hop(ctx, u)
		if err != nil || next == "" {
			return page, err
		}
		if hops >= c.opt.Redirects {
			return nil, fmt.Errorf("%w: more than %d", ErrRedirects, c.opt.Redirects)
		}
		address = next
	}
}

func parse(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAddress, err)
	}
	if !slices.Contains([]string{"http", "https"}, u.Scheme) || u.Host == "" {
		return nil, fmt.Errorf("%w: %.100q", ErrAddress, address)
	}
	u.Fragment = ""
	return u, nil
}

// hop makes one request when it is the host's turn. It returns a page, or
// where it is now.
func (c *Client) hop(ctx context.Context, u *url.URL) (page *Page, next string, err error) {
	h := c.hosts.get(u.Scheme + "://" + u.Host)
	if err := h.enter(ctx); err != nil {
		return nil, "", err
	}
	defer h.leave()
	if !c.opt.IgnoreRobots {
		if err := c.allowed(ctx, h, u); err != nil {
			return nil, "", err
		}
	}
	if err := h.pause(ctx, c.opt.Delay, c.opt.name()); err != nil {
		return nil, "", err
	}
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	res, err := c.request(ctx, u, "text/html, application/xhtml+xml, text/plain;q=0.5")
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	if isRedirect(res.StatusCode) {
		to, err := res.Location()
		if err != nil {
			return nil, "", fmt.Errorf("%w: %s without an address", ErrStatus, res.Status)
		}
		return nil, to.String(), nil
	}
	page, err = c.page(res)
	return page, "", err
}

func (c *Client) request(ctx context.Context, u *url.URL, accept string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", c.opt.UserAgent)
	req.Header.Set("Accept", accept)
	res, err := c.http.Do(req)
	var wrapped *url.Error
	if errors.As(err, &wrapped) { // messages name the address anyway
		err = wrapped.Err
	}
	return res, err
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

// page reads what was sent. The transport has unpacked gzip.
func (c *Client) page(res *http.Response) (*Page, error) {
	if res.StatusCode < 200 || res.StatusCode > 299 {
		return nil, fmt.Errorf("%w: HTTP %s", ErrStatus, res.Status)
	}
	p := &Page{URL: res.Request.URL.String(), ContentType: res.Header.Get("Content-Type")}
	kind, _, _ := strings.Cut(strings.ToLower(p.ContentType), ";")
	switch strings.TrimSpace(kind) {
	case "text/plain":
		p.Text = true
	case "", "text/html", "application/xhtml+xml":
	default:
		return nil, fmt.Errorf("%w: %.60s", ErrNoPage, p.ContentType)
	}
	if e := res.Header.Get("Content-Encoding"); e != "" {
		return nil, fmt.Errorf("%w: Content-Encoding %.20s, which was not asked for", ErrNoPage, e)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, c.opt.Bytes+1))
	if err != nil {
		return nil, err
	}
	p.Body = body
	return p, nil
}
