package heuristictest

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/extract"
	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/golden"
)

// truth counts the blocks that are not what the page and its labels say. It
// tells whether they say anything.
func (p *Pages) truth(page []byte, file string, plain bool, r *extract.Result, out *outcome) (bool, error) {
	name := filepath.Base(file)
	said := false
	if !plain && bytes.Contains(page, []byte(golden.Attribute)) {
		truth, err := golden.Wanted(page, r, p.Complete)
		if err != nil {
			return false, err
		}
		said = true
		unknown := out.count(name, r, truth)
		if p.Complete && float64(unknown) > maxUnknown*float64(len(r.Blocks)) {
			out.differences = append(out.differences, fmt.Sprintf("the roles of %d of %d blocks cannot be told by %s", unknown, len(r.Blocks), golden.Attribute))
		}
	}
	labelled := strings.TrimSuffix(file, filepath.Ext(file)) + golden.LabelsExt
	text, err := os.ReadFile(labelled)
	if errors.Is(err, os.ErrNotExist) {
		return said, nil
	} else if err != nil {
		return false, err
	}
	labels, err := golden.ParseLabels(string(text))
	if err != nil {
		return false, fmt.Errorf("%s: %w", filepath.Base(labelled), err)
	}
	truth, lost := golden.Labelled(labels, r)
	for _, l := range lost {
		out.differences = append(out.differences, fmt.Sprintf("%s: no block begins with %q", filepath.Base(labelled), l.Words))
	}
	out.count(name, r, truth)
	return true, nil
}

// maxUnknown is the share of a completely marked page's blocks whose role may
// be unknown: short texts that stand at several places in several roles.
const maxUnknown = 0.2

// tally counts words whose right role is known.
type tally struct {
	words, right   int
	body, bodyKept int
	wrong          []string // a line a block
	kinds          map[string]int
}

// count adds the blocks of a page, and returns how many are unknown.
func (t *tally) count(page string, r *extract.Result, truth golden.Truth) (unknown int) {
	for i := range truth {
		b, want := &r.Blocks[i], truth[i]
		if !want.Known {
			unknown++
			continue
		}
		n := len(strings.Fields(b.Text))
		t.words += n
		if want.Role == heuristics.Body {
			t.body += n
			if b.Role == heuristics.Body {
				t.bodyKept += n
			}
		}
		if b.Role == want.Role {
			t.right += n
			continue
		}
		t.wrong = append(t.wrong, fmt.Sprintf("%s: %s is %s: %s", page, b.Role, want.Role, golden.FirstWords(b.Text)))
		t.kind(fmt.Sprintf("%s is %s", b.Role, want.Role), 1)
	}
	return unknown
}

func (t *tally) kind(name string, n int) {
	if t.kinds == nil {
		t.kinds = map[string]int{}
	}
	t.kinds[name] += n
}

func (t *tally) add(u *tally) {
	t.words, t.right = t.words+u.words, t.right+u.right
	t.body, t.bodyKept = t.body+u.body, t.bodyKept+u.bodyKept
	t.wrong = append(t.wrong, u.wrong...)
	for name, n := range u.kinds {
		t.kind(name, n)
	}
}

// mostKinds is how many kinds of error are named.
const mostKinds = 5

func (t *tally) String() string {
	if t.words == 0 {
		return "no right roles are known"
	}
	names := slices.SortedFunc(maps.Keys(t.kinds), func(a, b string) int {
		return cmp.Or(t.kinds[b]-t.kinds[a], strings.Compare(a, b))
	})
	var often []string
	for _, name := range names[:min(mostKinds, len(names))] {
		often = append(often, fmt.Sprintf("%s (%d)", name, t.kinds[name]))
	}
	text := fmt.Sprintf("%d words, %.3f with the right role", t.words, float64(t.right)/float64(t.words))
	if t.body > 0 {
		text += fmt.Sprintf("; of %d words of body %.4f kept", t.body, float64(t.bodyKept)/float64(t.body))
	}
	text += fmt.Sprintf("; %d blocks wrong", len(t.wrong))
	if len(often) > 0 {
		text += ", most often: " + strings.Join(often, ", ")
	}
	return text
}
