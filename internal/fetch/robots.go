package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/temoto/robotstxt"
)

// maxRobots is how much of a robots.txt is read: what RFC 9309 asks for, 500 KiB.
const maxRobots = 500 << 10

// allowed asks robots.txt. It is fetched once a host, and its own redirects
// are followed, since RFC 9309 wants that.
func (c *Client) allowed(ctx context.Context, h *host, u *url.URL) error {
	if h.robots == nil {
		robots, err := c.robots(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
		if err != nil {
			return fmt.Errorf("robots.txt: %w", err)
		}
		h.robots, h.last = robots, time.Now()
	}
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if !h.robots.TestAgent(path, c.opt.name()) {
		return ErrRobots
	}
	return nil
}

// robots reads what a host allows. No robots.txt, with any status of the 400s,
// allows everything; a server in trouble, the 500s, allows nothing.
func (c *Client) robots(ctx context.Context, u *url.URL) (*robotstxt.RobotsData, error) {
	ctx, cancel := context.WithTimeout(ctx, c.opt.Timeout)
	defer cancel()
	for range DefaultRedirects + 1 {
		res, err := c.request(ctx, u, "text/plain")
		if err != nil {
			return nil, err
		}
		if isRedirect(res.StatusCode) {
			res.Body.Close()
			if u, err = res.Location(); err != nil {
				break
			}
			if _, err := parse(u.String()); err != nil {
				break
			}
			continue
		}
		return readRobots(res)
	}
	return robotstxt.FromStatusAndBytes(http.StatusNotFound, nil) // RFC 9309: as if there were none
}

// name is what robots.txt knows the program by.
func (o *Options) name() string {
	name, _, _ := strings.Cut(o.UserAgent, "/")
	return name
}

func readRobots(res *http.Response) (*robotstxt.RobotsData, error) {
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, maxRobots))
	if err != nil {
		return nil, err
	}
	return robotstxt.FromStatusAndBytes(res.StatusCode, body)
}
