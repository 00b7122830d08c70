package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// Roles reads labelled pages: index.json maps each file of labels to its
// page, relative to the folder above dir. A page's group is the first folder
// on its path: the set that it comes from.
func Roles(dir string) ([]Page, error) {
	name := filepath.Join(dir, "index.json")
	var index map[string]string
	if err := readJSON(name, &index); err != nil {
		return nil, err
	}
	above, err := filepath.Abs(filepath.Join(dir, ".."))
	if err != nil {
		return nil, err
	}
	pages := make([]Page, 0, len(index))
	for _, f := range slices.Sorted(maps.Keys(index)) {
		labels, err := readLabels(filepath.Join(dir, f))
		if err != nil {
			return nil, err
		}
		page, err := readEither(filepath.Join(above, index[f]))
		if err != nil {
			return nil, err
		}
		group, _, _ := strings.Cut(index[f], "/")
		pages = append(pages, Page{ID: strings.TrimSuffix(f, ".jsonl"), HTML: page, Group: group, Labels: labels})
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("%s: no pages in it", name)
	}
	return pages, nil
}

func readLabels(name string) ([]Label, error) {
	data, err := readEither(name)
	if err != nil {
		return nil, err
	}
	var labels []Label
	err = eachLine(name, data, func(line []byte) error {
		var l Label
		err := json.Unmarshal(line, &l)
		labels = append(labels, l)
		return err
	})
	return labels, err
}

// eachLine calls f for the lines of a file that are not empty, and says in
// which line an error is.
func eachLine(name string, data []byte, f func([]byte) error) error {
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, len(data)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := f(lines.Bytes()); err != nil {
			return fmt.Errorf("%s: line %d: %w", name, n, err)
		}
	}
	return lines.Err()
}
