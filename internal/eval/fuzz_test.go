package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzDatasets holds that a data set with anything in its files is read, or is
// an error: no panic, and the same pages twice.
func FuzzDatasets(f *testing.F) {
	for _, set := range Datasets() {
		dir := folders[set.Name]
		err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, ".gz") {
				return err
			}
			data, err := os.ReadFile(path)
			if err == nil && len(data) < 8<<10 {
				name, _ := filepath.Rel(dir, path)
				f.Add(filepath.ToSlash(name), data)
			}
			return err
		})
		require.NoError(f, err)
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !filepath.IsLocal(name) || len(name) > 60 || strings.ContainsAny(name, "\x00\\") {
			return
		}
		for _, set := range Datasets() {
			dir := t.TempDir()
			require.NoError(t, os.CopyFS(dir, os.DirFS(folders[set.Name])))
			path := filepath.Join(dir, filepath.FromSlash(name))
			if os.MkdirAll(filepath.Dir(path), 0o755) != nil || os.WriteFile(path, data, 0o644) != nil {
				return // there is a file where a folder would have to be
			}
			a, err := set.Read(dir)
			b, again := set.Read(dir)
			if (err == nil) != (again == nil) || len(a) != len(b) {
				t.Fatalf("%s: read twice: %v, %v", set.Name, err, again)
			}
			if err != nil {
				continue
			}
			x, _ := Digest(a)
			if y, _ := Digest(b); x != y {
				t.Fatalf("%s: the same files give two data sets", set.Name)
			}
		}
	})
}
