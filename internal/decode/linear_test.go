package decode_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// TestLinear holds that twice the document takes about twice the time, where
// tags or what looks like them are sought all over it. What is quadratic takes
// four times as long; the rest is room for other work on the machine.
func TestLinear(t *testing.T) {
	const (
		size  = 1 << 20 // bytes
		tries = 5
		most  = 3.0
	)
	if testing.Short() {
		t.Skip("times mean nothing under the race detector")
	}
	for name, piece := range map[string]string{
		"paragraphs in Latin 1":     "<p>La bo\xeete est arriv\xe9e ce matin.</p>",
		"paragraphs of a letter":    "<p>\xe9",
		"<meta> that does not end":  "<meta c",
		"<meta> without a charset":  "<meta x=\xe9>",
		"<meta> of signs of equals": "<meta charset====",
		"scripts that do not end":   "<script>\xe9",
		"scripts that end":          "<script>\xe9</script>",
		"brackets":                  "<\xe9",
	} {
		times := func(n int) time.Duration {
			data := []byte(strings.Repeat(piece, n/len(piece)) + "\xe9")
			best := time.Hour
			for range tries {
				start := time.Now()
				decode.UTF8(data, "")
				best = min(best, time.Since(start))
			}
			return best
		}
		once, twice := times(size), times(2*size)
		t.Logf("%-26s %v, twice the size %v", name, once, twice)
		assert.Less(t, twice.Seconds()/once.Seconds(), most, name)
	}
}

// TestUntil holds that decoding ends when it is told to, with what there is.
func TestUntil(t *testing.T) {
	data := []byte(strings.Repeat("<p>La bo\xeete est arriv\xe9e.</p>", 10_000))
	all, whole := decode.UTF8Until(data, "", func() bool { return false })
	assert.True(t, whole)
	asked := 0
	part, whole := decode.UTF8Until(data, "", func() bool { asked++; return asked == 3 })
	assert.False(t, whole)
	assert.Equal(t, 3, asked)
	assert.NotEmpty(t, part)
	assert.Less(t, len(part), len(all))
	assert.True(t, strings.HasPrefix(string(all), string(part)))
}
