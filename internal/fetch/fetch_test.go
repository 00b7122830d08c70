package fetch

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const markup = "<html><p>The ferry is back.</p></html>"

// quick are options for servers of the test, on this very machine.
func quick() Options { return Options{Private: true, Delay: -1, Timeout: 5 * time.Second} }

// site serves pages by path. What it has no page for is not found.
func site(t *testing.T, pages map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	mux := http.NewServeMux()
	for path, handle := range pages {
		mux.HandleFunc(path, handle)
	}
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server
}

func say(contentType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", contentType)
		io.WriteString(w, body)
	}
}

func TestGet(t *testing.T) {
	var agent atomic.Value
	s := site(t, map[string]http.HandlerFunc{
		"/page": func(w http.ResponseWriter, r *http.Request) {
			agent.Store(r.UserAgent())
			say("text/html; charset=utf-8", markup)(w, r)
		},
		"/text": say("text/plain", "The ferry is back."),
		"/packed": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, markup)
			z.Close()
		},
		"/odd": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "br")
			say("text/html", "x")(w, r)
		},
		"/picture": say("image/png", "\x89PNG"),
		"/gone":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/moved":   http.RedirectHandler("/moved2", http.StatusMovedPermanently).ServeHTTP,
		"/moved2":  http.RedirectHandler("/page#part", http.StatusFound).ServeHTTP,
		"/loop":    http.RedirectHandler("/loop", http.StatusFound).ServeHTTP,
		"/file":    http.RedirectHandler("file:///etc/hosts", http.StatusFound).ServeHTTP,
		"/nowhere": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) },
		"/long":    say("text/html", strings.Repeat("x", 5000)),
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, strings.Repeat("x", 1<<22))
			z.Close()
		},
	})
	opt := quick()
	opt.UserAgent, opt.Bytes = "bodycopy/1.2 (+https://example.org)", 1000
	c := New(opt)
	for _, test := range []struct {
		reason, path, url, body string
		err                     error
	}{
		{"a page", "/page", "/page", markup, nil},
		{"a text", "/text", "/text", "The ferry is back.", nil},
		{"packed", "/packed", "/packed", markup, nil},
		{"moved twice", "/moved", "/page", markup, nil},
		{"longer than the limit", "/long", "/long", strings.Repeat("x", 1001), nil},
		{"longer once unpacked", "/bomb", "/bomb", strings.Repeat("x", 1001), nil},
		{"in circles", "/loop", "", "", ErrRedirects},
		{"to a file", "/file", "", "", ErrAddress},
		{"to nowhere", "/nowhere", "", "", ErrStatus},
		{"no longer there", "/gone", "", "", ErrStatus},
		{"never there", "/none", "", "", ErrStatus},
		{"a picture", "/picture", "", "", ErrNoPage},
		{"an encoding that was not asked for", "/odd", "", "", ErrNoPage},
	} {
		page, err := c.Get(t.Context(), s.URL+test.path)
		if test.err != nil {
			assert.ErrorIs(t, err, test.err, test.reason)
			continue
		}
		require.NoError(t, err, test.reason)
		assert.Equal(t, s.URL+test.url, page.URL, test.reason)
		assert.Equal(t, test.body, string(page.Body), test.reason)
		assert.Equal(t, test.path == "/text", page.Text, test.reason)
	}
	assert.Equal(t, opt.UserAgent, agent.Load(), "it says who it is")
	for _, address := range []string{"ftp://example.org/", "http://", "://", "page.html"} {
		_, err := c.Get(t.Context(), address)
		assert.ErrorIs(t, err, ErrAddress, address)
	}
}

func TestPrivate(t *testing.T) {
	s := site(t, map[string]http.HandlerFunc{"/": say("text/html", markup)})
	opt := quick()
	opt.Private = false
	for _, address := range []string{s.URL, strings.Replace(s.URL, "127.0.0.1", "localhost", 1), "http://[::1]:9/", "http://[::ffff:127.0.0.1]:9/", "http://169.254.169.254/latest", "http://0x7f000001:9/"} {
		_, err := New(opt).Get(t.Context(), address)
		require.Error(t, err, address)
		if !strings.Contains(address, "0x") { // a name that nobody has, or a number, as the system likes
			assert.ErrorIs(t, err, ErrPrivate, address)
		}
	}
	for _, a := range []string{"10.1.2.3", "172.16.0.1", "192.168.1.1", "127.0.0.1", "0.0.0.0", "100.64.0.1", "169.254.1.1", "224.0.0.1", "255.255.255.255",
		"192.0.2.7", "::", "::1", "fe80::1", "fc00::1", "ff02::1", "2001:db8::1", "2002:7f00:1::", "64:ff9b::7f00:1", "::7f00:1"} {
		assert.True(t, isPrivate(netip.MustParseAddr(a)), a)
	}
	for _, a := range []string{"8.8.8.8", "93.184.216.34", "100.128.0.1", "2606:2800:220:1::1", "2a00:1450:4001::1"} {
		assert.False(t, isPrivate(netip.MustParseAddr(a)), a)
	}
}

func TestRobots(t *testing.T) {
	var asked atomic.Int32
	robots := func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		say("text/plain", "User-agent: other\nDisallow: /\n\nUser-agent: bodycopy\nDisallow: /private\nAllow: /private/open\nDisallow: /*?print=\n")(w, r)
	}
	page := say("text/html", markup)
	s := site(t, map[string]http.HandlerFunc{"/robots.txt": robots, "/": page, "/leads": http.RedirectHandler("/private/x", http.StatusFound).ServeHTTP})
	opt := quick()
	opt.UserAgent = "bodycopy/1.0"
	c := New(opt)
	for _, test := range []struct {
		path    string
		allowed bool
	}{
		{"", true}, {"/story", true}, {"/private/x", false}, {"/private/open/x", true}, {"/story?print=1", false}, {"/leads", false},
	} {
		_, err := c.Get(t.Context(), s.URL+test.path)
		if test.allowed {
			assert.NoError(t, err, test.path)
		} else {
			assert.ErrorIs(t, err, ErrRobots, test.path)
		}
	}
	assert.EqualValues(t, 1, asked.Load(), "asked once a host")
	opt.IgnoreRobots = true
	_, err := New(opt).Get(t.Context(), s.URL+"/private/x")
	assert.NoError(t, err, "unless told not to")

	for status, allowed := range map[int]bool{404: true, 403: true, 500: false, 503: false} {
		s := site(t, map[string]http.HandlerFunc{"/": page, "/robots.txt": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }})
		_, err := New(quick()).Get(t.Context(), s.URL+"/a")
		assert.Equal(t, allowed, err == nil, "robots.txt: %d: %v", status, err)
	}
	moved := site(t, map[string]http.HandlerFunc{"/": page, "/robots.txt": http.RedirectHandler(s.URL+"/robots.txt", http.StatusFound).ServeHTTP})
	_, err = New(opt).Get(t.Context(), moved.URL+"/private/x")
	assert.NoError(t, err)
	opt.IgnoreRobots = false
	_, err = New(opt).Get(t.Context(), moved.URL+"/private/x")
	assert.ErrorIs(t, err, ErrRobots, "a robots.txt that has moved counts")
}

// TestTurns holds that a host has one request at a time, with a pause between
// two, and that another host does not wait for it.
func TestTurns(t *testing.T) {
	const delay = 40 * time.Millisecond
	var mu sync.Mutex
	var starts []time.Time
	var atOnce, most int
	s := site(t, map[string]http.HandlerFunc{"/": func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		starts = append(starts, time.Now())
		atOnce++
		most = max(most, atOnce)
		mu.Unlock()
		time.Sleep(5 * time.Millisecond)
		mu.Lock()
		atOnce--
		mu.Unlock()
		say("text/html", markup)(w, r)
	}})
	opt := quick()
	opt.Delay = delay
	c := New(opt)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			_, err := c.Get(t.Context(), fmt.Sprintf("%s/%d", s.URL, i))
			assert.NoError(t, err)
		})
	}
	wg.Wait()
	require.Len(t, starts, 5, "four pages and robots.txt")
	assert.Equal(t, 1, most)
	for i := 1; i < len(starts); i++ {
		assert.GreaterOrEqual(t, starts[i].Sub(starts[i-1]), delay)
	}
	assert.NotSame(t, c.hosts.get("http://a"), c.hosts.get("http://b"))
	a := c.hosts.get("http://a")
	for i := range maxHosts {
		c.hosts.get(fmt.Sprint(i))
	}
	assert.Len(t, c.hosts.byName, maxHosts, "as many hosts as there are, memory is bounded")
	assert.NotSame(t, a, c.hosts.get("http://a"))
}

func TestTimeout(t *testing.T) {
	release := make(chan struct{})
	s := site(t, map[string]http.HandlerFunc{"/slow": func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusOK)
		w.(http.Flusher).Flush()
		select {
		case <-release:
		case <-r.Context().Done():
		}
	}})
	defer close(release)
	opt := quick()
	opt.Timeout = 50 * time.Millisecond
	_, err := New(opt).Get(t.Context(), s.URL+"/slow")
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = New(quick()).Get(ctx, s.URL+"/slow")
	assert.ErrorIs(t, err, context.Canceled)
}
