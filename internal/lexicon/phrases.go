package lexicon

import (
	"fmt"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Phrases makes a lexicon of phrases alone, to be read beside the built-in
// one. Its cost is that of the phrases, not of the tables. It returns nil for
// no phrases, and an error for a class that does not exist, a phrase without a
// word, or more phrases than the automaton has states for.
func Phrases(byClass map[heuristics.Cue][]string) (*Lexicon, error) {
	if len(byClass) == 0 {
		return nil, nil
	}
	for class := range byClass {
		if class >= heuristics.NumCues {
			return nil, fmt.Errorf("there is no class of cue phrases %d", class)
		}
	}
	const few = 32 // words; there may be more
	ld := newLoader(few)
	for class := heuristics.Cue(0); class < heuristics.NumCues; class++ {
		for _, phrase := range byClass[class] {
			words := ld.split(phrase)
			if len(words) == 0 {
				return nil, fmt.Errorf("phrase %q has no word in it", phrase)
			}
			if err := ld.addPhrase(int(class), words); err != nil {
				return nil, err
			}
		}
	}
	if len(ld.words.list) == 1 {
		return nil, nil
	}
	return ld.finish(), nil
}
