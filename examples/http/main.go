// Command http is a small service: POST a page, get JSON.
//
//	go run ./examples/http -addr localhost:8080
//	curl --data-binary @page.html -H 'Content-Type: text/html' 'localhost:8080/extract?url=https://example.org/story'
//
// It shows what a service needs around an Extractor: a limit on the size and
// the time of a request, no more pages at once than the machine can take, and
// an end at which what was begun is finished.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "where to listen")
	bytes := flag.Int64("max-bytes", 5<<20, "bytes of a page; a longer one is refused")
	timeout := flag.Duration("timeout", 5*time.Second, "for a page; what was read until then is answered")
	atOnce := flag.Int("at-once", runtime.GOMAXPROCS(0), "pages at once; more are told to come back")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, *addr, newService(*bytes, *timeout, *atOnce)); err != nil {
		log.Fatal(err)
	}
}

// Timeouts of connections. Reading a page and writing the answer have to be
// done in what is usual for a slow line; the work between has a limit of its own.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 30 * time.Second
	idleTimeout   = time.Minute
	stopTimeout   = 20 * time.Second
	maxHeader     = 16 << 10 // bytes
)

// serve answers until the context ends, and then finishes what was begun.
func serve(ctx context.Context, addr string, s *service) error {
	server := &http.Server{
		Addr: addr, Handler: s.handler(),
		ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout, WriteTimeout: 2*readTimeout + s.extractor.Limits.Time,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeader,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	log.Printf("listening on %s", addr)
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("stopping")
	ending, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		return fmt.Errorf("not all requests were done: %w", err)
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
