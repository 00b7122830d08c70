package eval

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/publicsuffix"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Page is one page of a data set with whatever the set knows of it.
type Page struct {
	ID, URL string
	HTML    []byte
	Group   string // part of the data set that has figures of its own, "" if there are none
	Kind    string // WCXB's page type

	Reference string  // the text that should come out, empty where nothing should
	Labels    []Label // roles of all blocks, in document order
	With      []string
	Without   []string

	// Facts is nil where the set has none. It is no part of the digest, so that
	// reports of the text can still be compared with older ones.
	Facts *Facts `json:"-"`
}

// Label is the role of one block.
type Label struct {
	Role heuristics.Role `json:"role"`
	Text string          `json:"text"`
}

// Domain is the registered domain of the page's address, or of the address
// that the page names, or else its ID. Splits are made by it.
func (p *Page) Domain() string {
	address := p.URL
	if address == "" {
		address = namedAddress(p.HTML)
	}
	u, err := url.Parse(address)
	if err != nil || u.Hostname() == "" {
		return p.ID
	}
	domain, err := publicsuffix.EffectiveTLDPlusOne(u.Hostname())
	if err != nil {
		return u.Hostname()
	}
	return domain
}

// Fold is the part, 0 to n-1, of a split into n that the page belongs to.
func (p *Page) Fold(n int) int {
	h := fnv.New32a()
	io.WriteString(h, p.Domain())
	return int(h.Sum32() % uint32(n))
}

// namedAddress finds the canonical link or og:url.
func namedAddress(page []byte) string {
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		t := z.Token()
		var value string
		match := false
		for _, a := range t.Attr {
			switch {
			case a.Key == "rel" && a.Val == "canonical", a.Key == "property" && a.Val == "og:url":
				match = true
			case a.Key == "href", a.Key == "content":
				value = a.Val
			}
		}
		if match && strings.Contains(value, "://") {
			return value
		}
	}
	return ""
}

// Digest names a corpus: the SHA-256, in hexadecimal, of all that is in its
// pages, in order.
func Digest(pages []Page) (string, error) {
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(pages); err != nil {
		return "", fmt.Errorf("digest: %w", err)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
