package decode_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/decode"
)

// TestLinear holds that eight times the document takes about eight times the
// time, where tags or what looks like them are sought all over it. What is
// quadratic takes 64 times as long; the rest is room for other work on the machine.
func TestLinear(t *testing.T) {
	const (
		size  = 1 << 18 // bytes
		times = 8
		tries = 5
		most  = 24.0
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
		small := []byte(strings.Repeat(piece, size/len(piece)) + "\xe9")
		large := []byte(strings.Repeat(piece, times*size/len(piece)) + "\xe9")
		one, all := time.Hour, time.Hour
		for range tries {
			one, all = min(one, taken(small)), min(all, taken(large))
		}
		t.Logf("%-26s %v, eight times the size %v", name, one, all)
		assert.Less(t, all.Seconds()/one.Seconds(), most, name)
	}
}

func taken(page []byte) time.Duration {
	start := time.Now()
	decode.UTF8(page, "")
	return time.Since(start)
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
