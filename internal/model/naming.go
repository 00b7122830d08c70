package model

import (
	"encoding/binary"
	"errors"
	"io"
	"math"
	"slices"

	"github.com/seed-1beecd1b/bodycopy/internal/hashed"
)

// Naming is what names of elements speak for: of each token of class and id
// attributes that many sites use, how much more likely what stands in such an
// element is body text, once on stories and once on pages of other kinds, where
// other names matter.
type Naming struct {
	tokens hashed.Table[uint32, tokenWeights]
	used   int
}

// Named is how much more like the text of a story, and of a page of another
// kind, something is named, in nats.
type Named [2]float32

// tokenWeights are those of a token on stories and elsewhere, in units of nameUnit.
type tokenWeights [2]int8

// namedToken is a token with its weights.
type namedToken = hashed.Slot[uint32, tokenWeights]

// nameUnit is the unit of the weight of a token, in nats.
const nameUnit = 0.02

// tokenBits is how much of the hash of a token is kept: of names that no page
// was fitted with, one in three thousand is taken for another.
const tokenBits = 24

// TokenHash is the part of the hash of a token that is kept. Tokens that share it
// share their weights.
func TokenHash(token uint64) uint32 { return max(uint32(token>>(64-tokenBits)), 1) }

// NewNaming makes room for so many tokens.
func NewNaming(tokens int) *Naming {
	return &Naming{tokens: hashed.New[uint32, tokenWeights](tokens)}
}

// Set gives the tokens of a hash their weights, in nats, to the unit. At most as
// many as there is room for may be set. A token of no weight takes none.
func (n *Naming) Set(hash uint32, weight [2]float64) {
	t := namedToken{Hash: hash}
	for k, x := range weight {
		t.Value[k] = int8(min(max(math.Round(x/nameUnit), -math.MaxInt8), math.MaxInt8))
	}
	if t.Value != (tokenWeights{}) {
		n.put(t)
	}
}

func (n *Naming) put(t namedToken) {
	at := n.tokens.At(t.Hash)
	if at.Hash == 0 {
		n.used++
	}
	*at = t
}

// Tokens is the number of tokens that have a weight.
func (n *Naming) Tokens() int { return n.used }

// Of returns what tokens of an element's names speak for, taken together.
func (n *Naming) Of(tokens []uint64) (sum Named) {
	if n.used == 0 {
		return sum
	}
	for _, token := range tokens {
		weights := &n.tokens.At(TokenHash(token)).Value
		sum[0] += nameUnit * float32(weights[0])
		sum[1] += nameUnit * float32(weights[1])
	}
	return sum
}

// Pack writes the naming: the tokens in the order of their hashes, for each how
// far its hash is from the one before, a number of variable length, and its
// weights, a byte each.
func (n *Naming) Pack(out io.Writer) error {
	list := slices.DeleteFunc(slices.Clone(n.tokens), func(t namedToken) bool { return t.Hash == 0 })
	slices.SortFunc(list, func(a, b namedToken) int { return int(a.Hash) - int(b.Hash) })
	b := binary.AppendUvarint(nil, uint64(len(list)))
	before := uint32(0)
	for _, t := range list {
		b = binary.AppendUvarint(b, uint64(t.Hash-before))
		b = append(b, byte(t.Value[0]), byte(t.Value[1]))
		before = t.Hash
	}
	_, err := out.Write(b)
	return err
}

// UnpackNaming reads what [Naming.Pack] has written.
func UnpackNaming(packed []byte) (*Naming, error) {
	const least = 3 // bytes of a token
	spoilt := errors.New("model: weights of names are spoilt")
	count, size := binary.Uvarint(packed)
	if size <= 0 || count > uint64(len(packed)-size)/least {
		return nil, spoilt
	}
	n := NewNaming(int(count))
	rest, hash := packed[size:], uint64(0)
	for range count {
		step, size := binary.Uvarint(rest)
		if size <= 0 || len(rest) < size+2 || step == 0 || step >= 1<<tokenBits || hash+step >= 1<<tokenBits {
			return nil, spoilt
		}
		hash += step
		n.put(namedToken{Hash: uint32(hash), Value: tokenWeights{int8(rest[size]), int8(rest[size+1])}})
		rest = rest[size+2:]
	}
	if len(rest) > 0 {
		return nil, spoilt
	}
	return n, nil
}
