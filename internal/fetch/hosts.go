package fetch

import (
	"container/list"
	"context"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
)

// host is a server whose turns are kept: whoever holds its turn may talk to it.
type host struct {
	turn chan struct{}

	// These belong to whoever has the turn.
	last   time.Time             // end of the last request, zero before the first
	robots *robotstxt.RobotsData // nil until it was asked for
}

func (h *host) enter(ctx context.Context) error {
	select {
	case h.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (h *host) leave() {
	h.last = time.Now()
	<-h.turn
}

// pause waits until the delay since the last request is over, or the longer
// one that robots.txt asks the named program for.
func (h *host) pause(ctx context.Context, delay time.Duration, name string) error {
	if h.robots != nil {
		delay = max(delay, min(h.robots.FindGroup(name).CrawlDelay, maxCrawlDelay))
	}
	wait := time.Until(h.last.Add(delay))
	if h.last.IsZero() || wait <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// maxCrawlDelay is the longest delay of a robots.txt that is heeded: some ask
// for days.
const maxCrawlDelay = time.Minute

// hosts are those that were talked to last.
type hosts struct {
	mu     sync.Mutex
	byName map[string]*list.Element
	order  *list.List // of *entry, the last used first
}

type entry struct {
	name string
	host *host
}

// maxHosts is how many hosts are remembered. One that is forgotten is asked
// for its robots.txt again.
const maxHosts = 4096

func newHosts() *hosts { return &hosts{byName: map[string]*list.Element{}, order: list.New()} }

func (s *hosts) get(name string) *host {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e := s.byName[name]; e != nil {
		s.order.MoveToFront(e)
		return e.Value.(*entry).host
	}
	h := &host{turn: make(chan struct{}, 1)}
	s.byName[name] = s.order.PushFront(&entry{name, h})
	if s.order.Len() > maxHosts {
		oldest := s.order.Back()
		s.order.Remove(oldest)
		delete(s.byName, oldest.Value.(*entry).name)
	}
	return h
}
