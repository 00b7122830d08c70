package heuristictest

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
)

const knownHead = `# Blocks that come out wrong: page: role it got is role it has: first words.
# Delete a line when it is mended; the list must not grow.
`

// settled is the difference between the errors and the known ones.
type settled struct {
	came, gone []string // none while the list is written anew
	summary    string
}

// settle compares errors with the list of known ones in a file. With update
// the list is written anew, and nothing is complained about.
func settle(file string, wrong []string, update bool) (*settled, error) {
	known, err := readKnown(file)
	if err != nil && !(update && errors.Is(err, os.ErrNotExist)) {
		return nil, fmt.Errorf("heuristictest: known errors: %w", err)
	}
	wrong = slices.Sorted(slices.Values(wrong))
	s := &settled{}
	for _, w := range wrong {
		if known[w]--; known[w] < 0 {
			s.came = append(s.came, w)
		}
	}
	for _, w := range slices.Sorted(maps.Keys(known)) {
		for range known[w] {
			s.gone = append(s.gone, w)
		}
	}
	s.summary = fmt.Sprintf("against the list: %d errors came, %d are gone", len(s.came), len(s.gone))
	if !update {
		return s, nil
	}
	s.came, s.gone = nil, nil
	text := knownHead + strings.Join(append(wrong, ""), "\n")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		return nil, fmt.Errorf("heuristictest: known errors: %w", err)
	}
	return s, nil
}

// readKnown counts the lines of a list of known errors.
func readKnown(file string) (map[string]int, error) {
	known := map[string]int{}
	text, err := os.ReadFile(file)
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			known[line]++
		}
	}
	return known, err
}
