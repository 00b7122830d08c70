package segment

import (
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/hashed"
	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
)

// Bounds of what is compared with the text that metadata give.
const (
	declaredLeast = 300     // letters of such a text; a shorter one is a summary
	declaredMost  = 1 << 17 // letters that are looked at
	declaredWords = 4       // of a block: fewer stand in any text
	declaredShare = 0.8     // of a block's windows that must stand in the text
	window        = 12      // letters that are compared at once
)

// declare notes which blocks stand in the text of the story that JSON-LD gives,
// by the letters and digits of both, twelve at a time: tags and characters that
// are written otherwise break few of these.
func (w *walker) declare(p *heuristics.Page, text string) {
	text = text[:min(len(text), 2*declaredMost)]
	w.key = lexicon.AppendFingerprint(w.key[:0], text)
	letters := w.key[:min(len(w.key), declaredMost)]
	if len(letters) < declaredLeast {
		return
	}
	seen := hashed.New[uint64, struct{}](len(letters))
	for i := range len(letters) - window + 1 {
		hash := windowHash(letters[i:])
		seen.At(hash).Hash = hash
	}
	found := 0
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Words < declaredWords || b.Hidden {
			continue
		}
		w.key = lexicon.AppendFingerprint(w.key[:0], b.Text)
		if b.Declared = w.stands(seen); b.Declared {
			found += len(w.key)
		}
	}
	if 2*found >= len(letters) {
		p.Declares = true
	}
}

// stands tells whether the windows of w.key, one after the other, have been seen.
func (w *walker) stands(seen hashed.Table[uint64, struct{}]) bool {
	in, all := 0, 0
	for i := 0; i+window <= len(w.key); i += window {
		all++
		if seen.At(windowHash(w.key[i:])).Hash != 0 {
			in++
		}
	}
	return all > 0 && float64(in) >= declaredShare*float64(all)
}

// windowHash is the hash of the first letters of a text, never 0.
func windowHash(letters []byte) uint64 { return max(fnv(fnvOffset, letters[:window]), 1) }
