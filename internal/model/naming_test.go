package model_test

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/internal/lexicon"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

func tokens(names string) []uint64 { return lexicon.AppendNames(nil, names, 1) }

func TestNamingRoundTrip(t *testing.T) {
	n := model.NewNaming(3)
	n.Set(model.TokenHash(tokens("prose")[0]), [2]float64{1.23, -0.51})
	n.Set(model.TokenHash(tokens("menu")[0]), [2]float64{-99, 0.004})
	n.Set(model.TokenHash(tokens("box")[0]), [2]float64{0.001, 0})
	var b bytes.Buffer
	require.NoError(t, n.Pack(&b))
	back, err := model.UnpackNaming(b.Bytes())
	require.NoError(t, err)
	for reason, c := range map[string]struct {
		names string
		want  model.Named
	}{
		"to the unit":                    {"prose", model.Named{1.24, -0.52}},
		"as much as a byte can say":      {"menu", model.Named{-2.54, 0}},
		"taken together":                 {"prose menu", model.Named{-1.3, -0.52}},
		"too little to be kept":          {"box", model.Named{}},
		"a name that tables do not have": {"unheard-of", model.Named{}},
		"no name":                        {"", model.Named{}},
	} {
		for k, x := range back.Of(tokens(c.names)) {
			assert.InDelta(t, c.want[k], x, 0.011, reason)
		}
		assert.Equal(t, n.Of(tokens(c.names)), back.Of(tokens(c.names)), reason)
	}
	assert.Zero(t, model.NewNaming(0).Of(tokens("prose menu")), "tables without names")
}

func TestUnpackNamingSpoilt(t *testing.T) {
	token := func(step uint64) []byte { return append(binary.AppendUvarint(nil, step), 1, 2) }
	join := func(count uint64, tokens ...[]byte) []byte {
		return append(binary.AppendUvarint(nil, count), bytes.Join(tokens, nil)...)
	}
	for reason, packed := range map[string][]byte{
		"nothing":                           nil,
		"fewer tokens than are said":        join(2, token(7)),
		"more tokens than are said":         join(1, token(7), token(7)),
		"far more than could be there":      join(1<<60, token(7)),
		"a token twice":                     join(2, token(7), token(0)),
		"a hash of more bits than are kept": join(1, token(1<<24)),
		"a sum that has":                    join(2, token(1<<23), token(1<<23)),
	} {
		_, err := model.UnpackNaming(packed)
		assert.ErrorContains(t, err, "spoilt", reason)
	}
	_, err := model.UnpackNaming(join(2, token(7), token(1<<23)))
	assert.NoError(t, err)
}
