package lexicon

import (
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Phrases makes a lexicon of phrases alone, to be read beside the built-in
// one. Its cost is that of the phrases, not of the tables. It returns nil for
// no phrases, and an error for a class that does not exist or a phrase without
// a word.
func Phrases(byClass map[heuristics.Cue][]string) (*Lexicon, error) {
	lx := &Lexicon{words: map[string]word{}, edges: map[edge]int32{}, nodes: make([]node, 1)}
	for class := range byClass {
		if class >= heuristics.NumCues {
			return nil, fmt.Errorf("there is no class of cue phrases %d", class)
		}
	}
	for class := heuristics.Cue(0); class < heuristics.NumCues; class++ {
		for _, phrase := range byClass[class] {
			words := split(phrase)
			if len(words) == 0 {
				return nil, fmt.Errorf("phrase %q has no word in it", phrase)
			}
			lx.addPhrase(int(class), words)
		}
	}
	if len(lx.words) == 0 {
		return nil, nil
	}
	lx.link()
	lx.freeze()
	return lx, nil
}

// next returns the automaton's state after one more word.
func (lx *Lexicon) next(state int32, w word) int32 {
	switch {
	case w.id == 0:
		return 0
	case state == 0:
		return w.start
	}
	return lx.step(state, w.id)
}
