package main

import (
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// service extracts the pages that are posted to it. One Extractor serves all
// requests at once.
type service struct {
	extractor extract.Extractor
	maxBytes  int64
	slots     chan struct{} // one for each page at once
}

func newService(maxBytes int64, timeout time.Duration, atOnce int) *service {
	return &service{
		extractor: extract.Extractor{Limits: extract.Limits{Time: timeout}},
		maxBytes:  maxBytes,
		slots:     make(chan struct{}, max(1, atOnce)),
	}
}

func (s *service) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /extract", s.extract)
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok\n") })
	return mux
}

// extract answers a page with its record. The query may have url, the page's
// address, and keep, the roles of the text: keep=body,dek.
func (s *service) extract(w http.ResponseWriter, r *http.Request) {
	keep, err := roles(r.URL.Query().Get("keep"))
	if err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	select {
	case s.slots <- struct{}{}:
		defer func() { <-s.slots }()
	default:
		w.Header().Set("Retry-After", "1")
		fail(w, http.StatusServiceUnavailable, errors.New("too many pages at once"))
		return
	}
	page, err := io.ReadAll(http.MaxBytesReader(w, r.Body, s.maxBytes))
	if err != nil {
		status := http.StatusBadRequest
		if errors.As(err, new(*http.MaxBytesError)) {
			status = http.StatusRequestEntityTooLarge
		}
		fail(w, status, err)
		return
	}
	rec, err := s.record(r, page, keep)
	if err != nil {
		fail(w, http.StatusUnprocessableEntity, err)
		return
	}
	answer(w, http.StatusOK, rec)
}

// record extracts a page, and stops if the client has gone away.
func (s *service) record(r *http.Request, page []byte, keep []heuristics.Role) (*extract.Record, error) {
	contentType := r.Header.Get("Content-Type")
	src := extract.Source{URL: r.URL.Query().Get("url"), ContentType: contentType, Context: r.Context()}
	var result *extract.Result
	var err error
	if kind, _, _ := mime.ParseMediaType(contentType); kind == "text/plain" {
		result, err = s.extractor.FromText(string(page), src)
	} else {
		result, err = s.extractor.FromBytes(page, src)
	}
	if err != nil {
		return nil, err
	}
	rec, err := result.Record(extract.Rendering{Keep: keep})
	return &rec, err
}

// roles reads a list of roles; none is the default.
func roles(list string) (keep []heuristics.Role, err error) {
	if list == "" {
		return nil, nil
	}
	for name := range strings.SplitSeq(list, ",") {
		role, err := heuristics.ParseRole(strings.TrimSpace(name))
		if err != nil {
			return nil, err
		}
		keep = append(keep, role)
	}
	return keep, nil
}

func fail(w http.ResponseWriter, status int, err error) {
	answer(w, status, map[string]string{"error": err.Error()})
}

func answer(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v) // fails if the client is gone, and then there is nobody to tell
}
