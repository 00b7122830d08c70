package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1beecd1b/bodycopy/internal/fetch"
)

// fetchOptions are the flags that say how pages are fetched.
type fetchOptions struct {
	delay        time.Duration
	timeout      time.Duration
	userAgent    string
	allowPrivate bool
	ignoreRobots bool
}

func (f *fetchOptions) flags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.DurationVar(&f.delay, "delay", fetch.DefaultDelay, "between two requests to a host")
	flags.DurationVar(&f.timeout, "fetch-timeout", fetch.DefaultTimeout, "time for a request")
	flags.StringVar(&f.userAgent, "user-agent", defaultUserAgent(), "what servers are told; robots.txt is asked for the part before /")
	flags.BoolVar(&f.allowPrivate, "allow-private", false, "fetch from addresses that are not public, and through a proxy")
	flags.BoolVar(&f.ignoreRobots, "ignore-robots", false, "fetch what robots.txt forbids: for sites of your own")
}

// check says what is wrong with the flags.
func (f *fetchOptions) check() error {
	if f.delay < 0 {
		return fmt.Errorf("--delay %v: want 0 or more", f.delay)
	}
	if f.timeout <= 0 {
		return fmt.Errorf("--fetch-timeout %v: want more than 0", f.timeout)
	}
	return nil
}

func defaultUserAgent() string {
	return "bodycopy/" + strings.Trim(version(), "()") + " (+https://github.com/seed-1beecd1b/bodycopy)"
}

// isRemote tells whether an argument is the address of a page.
func isRemote(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// remoteSize is what a page is taken to have for the time left, in bytes: about
// the median of pages of today.
const remoteSize = 100 << 10

// fetcher gets documents from the web.
type fetcher struct{ client *fetch.Client }

func newFetcher(opt *options) *fetcher {
	delay := opt.fetch.delay
	if delay == 0 {
		delay = -1 // none; zero is the default
	}
	return &fetcher{fetch.New(fetch.Options{
		UserAgent: opt.fetch.userAgent, Timeout: opt.fetch.timeout, Delay: delay, Bytes: int64(opt.limits.Bytes),
		Private: opt.fetch.allowPrivate, IgnoreRobots: opt.fetch.ignoreRobots,
	})}
}

func (f *fetcher) document(address string) *document {
	return &document{name: address, size: remoteSize, read: func(ctx context.Context, _ int64) (*page, error) {
		p, err := f.client.Get(ctx, address)
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(p.Body)) == 0 {
			return nil, errEmpty
		}
		return &page{data: p.Body, url: p.URL, contentType: p.ContentType, fetched: time.Now(), text: p.Text}, nil
	}}
}
