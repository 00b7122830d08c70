package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const story = `<html lang="en"><head><title>Ferry back in service | Harbour Post</title>
<meta property="og:type" content="article"><meta property="og:title" content="Ferry back in service"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry back in service</h1>
<p>The ferry between Aldmouth and Stray Point resumed its crossings on Monday, a week after a cracked shaft had put it out of service. The operator said that the part had come from a yard in the north and was fitted over the weekend.</p>
<div class="newsletter-box"><p>Sign up for our newsletter and get the news delivered to your inbox.</p><form><input type="email"></form></div>
<p>Passengers had been taken across by bus in the meantime, a detour of forty miles. The council, which pays for the service, said that it would ask for a second boat to be kept in reserve, as had been agreed when the contract was signed.</p>
</article><footer><p>© Harbour Post. All rights reserved.</p></footer></body></html>`

func post(t *testing.T, url, contentType, body string) (int, map[string]any) {
	t.Helper()
	res, err := http.Post(url, contentType, strings.NewReader(body))
	require.NoError(t, err)
	defer res.Body.Close()
	var got map[string]any
	require.NoError(t, json.NewDecoder(res.Body).Decode(&got))
	return res.StatusCode, got
}

func TestService(t *testing.T) {
	s := newService(4000, time.Second, 1)
	server := httptest.NewServer(s.handler())
	defer server.Close()
	url := server.URL + "/extract"

	status, got := post(t, url+"?url=https://example.org/story", "text/html", story)
	assert.Equal(t, http.StatusOK, status)
	assert.True(t, strings.HasPrefix(got["text"].(string), "The ferry between"))
	status, got = post(t, url+"?keep=title", "text/html", story)
	assert.Equal(t, http.StatusOK, status)
	assert.Equal(t, "Ferry back in service", got["text"])
	status, got = post(t, url, "text/plain; charset=utf-8", "Just a line of text that somebody has left here.")
	assert.Equal(t, http.StatusOK, status)
	assert.NotEmpty(t, got["blocks"])

	status, got = post(t, url+"?keep=prose", "text/html", story)
	assert.Equal(t, http.StatusBadRequest, status)
	assert.NotEmpty(t, got["error"])
	status, _ = post(t, url, "text/html", strings.Repeat("x", 4001))
	assert.Equal(t, http.StatusRequestEntityTooLarge, status)
	s.slots <- struct{}{}
	status, _ = post(t, url, "text/html", story)
	assert.Equal(t, http.StatusServiceUnavailable, status)
	<-s.slots

	res, err := http.Get(url)
	require.NoError(t, err)
	res.Body.Close()
	assert.Equal(t, http.StatusMethodNotAllowed, res.StatusCode)
}

// TestGracefulStop holds that a request that was begun is answered after the
// service was told to stop.
func TestGracefulStop(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	addr := l.Addr().String()
	require.NoError(t, l.Close())
	s := newService(1<<20, time.Second, 1)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, addr, s) }()
	require.Eventually(t, func() bool {
		res, err := http.Get("http://" + addr + "/healthz")
		if err == nil {
			res.Body.Close()
		}
		return err == nil
	}, 5*time.Second, 5*time.Millisecond)

	body, send := io.Pipe()
	answered := make(chan int, 1)
	go func() {
		res, err := http.Post("http://"+addr+"/extract", "text/html", body)
		if err != nil {
			answered <- 0
			return
		}
		res.Body.Close()
		answered <- res.StatusCode
	}()
	_, err = io.WriteString(send, story[:100])
	require.NoError(t, err)
	require.Eventually(t, func() bool { return len(s.slots) == 1 }, 5*time.Second, time.Millisecond, "the page is on its way")
	stop()
	require.Eventually(t, func() bool {
		c, err := net.Dial("tcp", addr)
		if err == nil {
			c.Close()
		}
		return err != nil
	}, 5*time.Second, 5*time.Millisecond, "nobody new is let in")
	_, err = io.WriteString(send, story[100:])
	require.NoError(t, err)
	require.NoError(t, send.Close())
	assert.Equal(t, http.StatusOK, <-answered)
	assert.NoError(t, <-ended)
}
