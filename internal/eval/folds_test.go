package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

func TestFolds(t *testing.T) {
	one := &eval.Page{ID: "1", URL: "https://one.example/a", HTML: []byte("<p>one")}
	two := &eval.Page{ID: "2", HTML: []byte("<p>two")}
	var f eval.Folds
	f.Add(one, 3)
	f.Add(two, 1)
	var b strings.Builder
	require.NoError(t, f.Write(&b, []*eval.Page{one, two}))
	read, err := eval.ReadFolds(fstest.MapFS{"folds.tsv": {Data: []byte(b.String())}})
	require.NoError(t, err)
	assert.Equal(t, 4, read.N)
	assert.Equal(t, 3, read.Of(&eval.Page{ID: "elsewhere", HTML: one.HTML}), "a page is known by its bytes, whatever a set calls it")
	assert.Equal(t, 1, read.Of(two))
	other := &eval.Page{ID: "3", URL: "https://one.example/b", HTML: []byte("<p>three")}
	assert.Equal(t, other.Fold(4), read.Of(other), "a page that was not fitted on goes by its site")
}

func TestReadFoldsErrors(t *testing.T) {
	for _, tt := range []struct{ reason, text string }{
		{"not a number", "abc\tx\n"},
		{"more parts than any split has", "abc\t4000\n"},
		{"one part is no split", "abc\t0\n"},
		{"empty", ""},
	} {
		_, err := eval.ReadFolds(fstest.MapFS{"folds.tsv": {Data: []byte(tt.text)}})
		assert.ErrorContains(t, err, "folds.tsv", tt.reason)
	}
	_, err := eval.ReadFolds(fstest.MapFS{})
	assert.Error(t, err, "no file")
}
