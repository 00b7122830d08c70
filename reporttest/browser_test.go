// Package reporttest opens the page of bodycopy report in a browser without a
// window. It is a module of its own, so that the library's go.mod stays slim;
// test.sh installs Chromium where it is missing and runs the tests, which are
// skipped where there is none.
package reporttest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// browsers are the names that Chromium has.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "headless-shell"}

// tab is a tab of a browser, and what it has complained about.
type tab struct {
	context.Context
	mu       sync.Mutex
	errors   []string
	requests []string
}

// open starts a browser with a window of the given size and opens a file.
func open(t *testing.T, file string, width, height int) *tab {
	t.Helper()
	var path string
	for _, name := range browsers {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("no Chromium; test.sh installs it")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.WindowSize(width, height))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{Context: ctx}
	require.NoError(t, chromedp.Listen(ctx, b.listen))
	b.run(t, chromedp.EmulateViewport(int64(width), int64(height)),
		chromedp.Navigate("file://"+file), chromedp.WaitReady(chromedp.CSS("html[data-ready]")))
	return b
}

// listen writes down errors of the console and requests for anything but the
// page itself.
func (b *tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.errors = append(b.errors, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.errors = append(b.errors, fmt.Sprintf("console.%s", e.Type))
	case *log.EventEntryAdded:
		b.errors = append(b.errors, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

func (b *tab) run(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(b, patience)
	defer cancel()
	require.NoError(t, chromedp.Do(ctx, steps...))
}

// patience is how long some steps may take before they are given up.
const patience = 30 * time.Second

// text returns what a script says about the page.
func (b *tab) text(t *testing.T, script string) string {
	t.Helper()
	s, err := chromedp.Run(b, chromedp.Evaluate[string]("String("+script+")"))
	require.NoError(t, err, script)
	return s
}

// quiet holds that the browser has not complained, and has loaded one file.
func (b *tab) quiet(t *testing.T) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	require.Empty(t, b.errors)
	require.Len(t, b.requests, 1, "the page loads nothing")
}

// picture keeps a screenshot if PICTURES names a folder for it.
func (b *tab) picture(t *testing.T, name string) {
	t.Helper()
	dir := os.Getenv("PICTURES")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(b, chromedp.CaptureScreenshot())
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, name+".png"), png, 0o644))
}

// report runs the command and returns the page that it has written.
func report(t *testing.T, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "report.html")
	cmd := exec.Command(command(t), append([]string{"report", "-o", file}, args...)...)
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	return file
}

var built struct {
	sync.Once
	path string
	err  error
}

// command builds bodycopy, once.
func command(t *testing.T) string {
	t.Helper()
	built.Do(func() {
		dir, err := os.MkdirTemp("", "reporttest")
		if err != nil {
			built.err = err
			return
		}
		built.path = filepath.Join(dir, "bodycopy")
		cmd := exec.Command("go", "build", "-o", built.path, "./cmd/bodycopy")
		cmd.Dir = ".."
		if out, err := cmd.CombinedOutput(); err != nil {
			built.err = fmt.Errorf("%w: %s", err, out)
		}
	})
	require.NoError(t, built.err)
	return built.path
}

func TestMain(m *testing.M) {
	code := m.Run()
	if built.path != "" {
		os.RemoveAll(filepath.Dir(built.path))
	}
	os.Exit(code)
}

// folder writes pages into a new folder.
func folder(t *testing.T, pages map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, page := range pages {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(page), 0o644))
	}
	return dir
}

// long returns a page of n blocks.
func long(n int) string {
	var b strings.Builder
	b.WriteString("<html><head><title>Minutes of a long session</title></head><body><article><h1>Minutes of a long session</h1>")
	for i := range n - 1 {
		fmt.Fprintf(&b, "<p>Item %d was taken as read. The member for ward %d asked that the cost of it be looked at again, and the chair agreed, though not before the next session.</p>", i, i%17)
	}
	b.WriteString("</article></body></html>")
	return b.String()
}
