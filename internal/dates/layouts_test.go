package dates

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestFits holds that no form is passed over that a text can be read by, be it
// spelled with other letters, signs or spaces than the form has.
func TestFits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 20_000 {
		at := time.Unix(random.Int64N(1<<32), 0).UTC()
		text := []byte(at.Format(layouts[random.IntN(len(layouts))].form))
		for range random.IntN(3) {
			const others = "0123456789 -:TZtz+/.,MoD"
			text[random.IntN(len(text))] = others[random.IntN(len(others))]
		}
		if random.IntN(4) == 0 {
			i := random.IntN(len(text))
			text = append(text[:i], append([]byte(" "), text[i:]...)...)
		}
		for _, l := range layouts {
			if _, err := time.Parse(l.form, string(text)); err == nil {
				read++
				assert.True(t, fits(l.form, string(text)), "%s by %s", text, l.form)
			}
		}
	}
	assert.NotZero(t, read)
}
