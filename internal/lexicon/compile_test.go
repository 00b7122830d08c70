package lexicon

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

var update = flag.Bool("update", false, "write lexicon.bin anew")

// TestPacked holds that what is built in is what the files in data and the
// vocabulary come to, and that unpacking gives back what was packed.
func TestPacked(t *testing.T) {
	lx, err := compile(os.DirFS("."))
	require.NoError(t, err)
	want := lx.pack()
	if *update {
		require.NoError(t, os.WriteFile("lexicon.bin", want, 0o644))
		packed = want
	}
	require.True(t, bytes.Equal(want, packed), "lexicon.bin is not what the files in data and the vocabulary come to: go test ./internal/lexicon -run TestPacked -update")
	back := unpack(packed)
	assert.True(t, bytes.Equal(packed, back.pack()), "packed again, it is the same")
	for i, e := range lx.words.list {
		require.Equal(t, i, back.words.index(e.hash), "every word is found")
	}
	for _, e := range lx.edges {
		if e.to != 0 {
			require.Equal(t, e.to, back.edges.find(e.from, e.word), "and every transition")
		}
	}
}

// TestCompileBroken holds that a mistake in a file is named with its line.
func TestCompileBroken(t *testing.T) {
	for _, c := range []struct{ reason, text, want string }{
		{"a section that there is not", "[stopwords]\na\n[menus]\n", "data/xx.txt: line 3: no section is called [menus]"},
		{"a word before the first section", "# words\na\n", `data/xx.txt: line 2: "a" stands before the first section`},
	} {
		_, err := compile(fstest.MapFS{"data/xx.txt": {Data: []byte(c.text)}})
		assert.ErrorContains(t, err, c.want, c.reason)
	}
}

// compiler makes a lexicon of the files in data: a word or phrase a line, or
// several stopwords, below the name of its section in brackets.
type compiler struct {
	*loader
	sets map[uint32]uint16 // of languages, by their bits: index into Lexicon.sets
}

// stopwords is the section that is no class of cues.
const stopwords = -1

var sections = map[string]int{
	"stopwords":  stopwords,
	"newsletter": int(heuristics.CueNewsletter), "bio": int(heuristics.CueBio),
	"related": int(heuristics.CueRelated), "byline": int(heuristics.CueByline),
	"share": int(heuristics.CueShare), "legal": int(heuristics.CueLegal),
	"comment": int(heuristics.CueComment), "paywall": int(heuristics.CuePaywall),
	"promo": int(heuristics.CuePromo), "caption": int(heuristics.CueCaption),
	"tags": int(heuristics.CueTags), "nav": int(heuristics.CueNav),
	"other": int(heuristics.CueOther), "month": int(heuristics.CueMonth),
	"weekday": int(heuristics.CueWeekday), "we": int(heuristics.CueWe), "you": int(heuristics.CueYou),
}

func compile(fsys fs.FS) (*Lexicon, error) {
	names, err := fs.Glob(fsys, "data/??.txt")
	if err != nil {
		return nil, err
	}
	if len(names) > maxLanguages {
		return nil, fmt.Errorf("%d languages, at most %d fit", len(names), maxLanguages)
	}
	c := &compiler{newLoader(allWords), map[uint32]uint16{0: 0}}
	lx := c.lx
	for i, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		lx.langs = append(lx.langs, strings.TrimSuffix(strings.TrimPrefix(name, "data/"), ".txt"))
		if err := c.addFile(i, string(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	for i, w := range heuristics.Vocabulary() {
		for _, hash := range c.split(w) {
			c.words.add(hash).vocab = uint16(i + 1)
		}
	}
	return c.finish(), nil
}

// allWords is about how many words the embedded tables have.
const allWords = 1 << 14

func (c *compiler) addFile(lang int, text string) error {
	class, known := 0, false
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			if class, known = sections[strings.Trim(line, "[]")]; !known {
				return fmt.Errorf("line %d: no section is called %s", n, line)
			}
		case !known:
			return fmt.Errorf("line %d: %q stands before the first section", n, line)
		case class == stopwords:
			for _, hash := range c.split(line) {
				c.addStopword(hash, lang)
			}
		default:
			if err := c.addPhrase(class, c.split(line)); err != nil {
				return fmt.Errorf("line %d: %w", n, err)
			}
		}
	}
	return nil
}

func (c *compiler) addStopword(hash uint64, lang int) {
	w := c.words.add(hash)
	bits := c.lx.sets[w.stops] | 1<<lang
	set, ok := c.sets[bits]
	if !ok {
		set = uint16(len(c.lx.sets))
		c.sets[bits] = set
		c.lx.sets = append(c.lx.sets, bits)
	}
	w.stops = set
}

// pack writes what unpack reads.
func (lx *Lexicon) pack() []byte {
	le := binary.LittleEndian
	b := []byte(strings.Join(lx.langs, " ") + "\n")
	for _, list := range [][]uint32{lx.sets, lx.outs} {
		b = le.AppendUint32(b, uint32(len(list)))
		for _, x := range list {
			b = le.AppendUint32(b, x)
		}
	}
	b = le.AppendUint32(b, uint32(len(lx.words.list)))
	for _, e := range lx.words.list {
		b = le.AppendUint64(b, e.hash)
		for _, x := range [...]uint16{e.word.id, e.word.vocab, e.word.stops, e.word.start} {
			b = le.AppendUint16(b, x)
		}
	}
	b = le.AppendUint32(b, uint32(len(lx.nodes)))
	for _, n := range lx.nodes {
		for _, x := range [...]uint16{n.fail, n.next, n.word, n.out} {
			b = le.AppendUint16(b, x)
		}
	}
	var edges []transition
	for _, e := range lx.edges {
		if e.to != 0 {
			edges = append(edges, e)
		}
	}
	b = le.AppendUint32(b, uint32(len(edges)))
	for _, e := range edges {
		for _, x := range [...]uint16{e.from, e.word, e.to} {
			b = le.AppendUint16(b, x)
		}
	}
	return b
}
