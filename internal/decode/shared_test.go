package decode_test

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/html/charset"

	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// TestShared compares what pages decode to with what their own declaration,
// or the standard's guess, makes of them.
func TestShared(t *testing.T) {
	names, err := filepath.Glob("../../../shared/data/*/*/*.html.gz")
	require.NoError(t, err)
	if len(names) == 0 {
		t.Skip("no shared data here")
	}
	other, n := 0, 0
	var took time.Duration
	for i, name := range names {
		if i%5 != 0 {
			continue
		}
		f, err := os.Open(name)
		require.NoError(t, err)
		z, err := gzip.NewReader(f)
		require.NoError(t, err)
		data, err := io.ReadAll(z)
		require.NoError(t, err)
		f.Close()
		n++
		start := time.Now()
		got := decode.UTF8(data, "")
		took += time.Since(start)
		_, std, _ := charset.DetermineEncoding(data, "")
		if std != "utf-8" && string(got) != string(data) {
			enc, _ := charset.Lookup(std)
			want, _ := enc.NewDecoder().Bytes(data)
			if string(want) != string(got) {
				other++
				t.Logf("%s: not %s", filepath.Base(name), std)
			}
		}
	}
	t.Logf("%d of %d pages are not what they say; %v a page", other, n, took/time.Duration(n))
}
