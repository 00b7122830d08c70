package eval

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// ReadFile reads a file, unpacked if its name ends in .gz.
func ReadFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil || !strings.HasSuffix(name, gz) {
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	data, err = io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return data, nil
}

// gz is the extension of files that are gzipped.
const gz = ".gz"

// readEither reads a file that may be gzipped: name, or name.gz.
func readEither(name string) ([]byte, error) {
	data, err := ReadFile(strings.TrimSuffix(name, gz) + gz)
	if !errors.Is(err, fs.ErrNotExist) {
		return data, err
	}
	return ReadFile(strings.TrimSuffix(name, gz))
}

// readJSON reads a file of JSON into v.
func readJSON(name string, v any) error {
	data, err := readEither(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, v); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// list returns the names in a folder that end in suffix, gzipped or not, with
// that taken off, sorted. There being none is an error.
func list(dir, suffix string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(strings.TrimSuffix(e.Name(), gz), suffix); ok && !e.IsDir() {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%s: no *%s here", dir, suffix)
	}
	sort.Strings(names)
	return names, nil
}

// unmatched returns an error if a page has no ground truth: has tells which
// names are known.
func unmatched(dir string, names []string, has func(string) bool, where string) error {
	for _, name := range names {
		if !has(name) {
			return fmt.Errorf("%s: no ground truth in %s", filepath.Join(dir, name+".html"), where)
		}
	}
	return nil
}
