package lexicon

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

// packed is what the files in data and heuristics.Vocabulary come to: to read them
// took a third of the time of the first page of a process. After a change in them,
// this writes it anew:
//
//	go test ./internal/lexicon -run TestPacked -update
//
//go:embed lexicon.bin
var packed []byte

// Default returns the built-in lexicon, unpacked when it is first needed.
var Default = sync.OnceValue(func() *Lexicon { return unpack(packed) })

// unpack reads a line with the codes of the languages, then the lexicon's lists,
// each behind the number of its elements, fields in the order of their
// declaration. All numbers are little-endian. What only serves to find something
// is left out. It is only given what is built in, which a test holds to be whole.
func unpack(b []byte) *Lexicon {
	u := unpacker(b)
	lx := &Lexicon{langs: strings.Fields(u.line()), sets: u.numbers(), outs: u.numbers()}
	n := u.count()
	lx.words = newWordTable(n)
	for i := range n {
		e := entry{u.uint64(), word{u.uint16(), u.uint16(), u.uint16(), u.uint16()}}
		if i > 0 { // the first is the one that is not known
			lx.words.list = append(lx.words.list, e)
			lx.words.put(i)
		}
	}
	lx.nodes = make([]node, u.count())
	for i := range lx.nodes {
		lx.nodes[i] = node{u.uint16(), u.uint16(), u.uint16(), u.uint16()}
	}
	n = u.count()
	lx.edges = newEdgeTable(n)
	for range n {
		lx.edges.put(u.uint16(), u.uint16(), u.uint16())
	}
	return lx
}

// unpacker is what is still to be read.
type unpacker []byte

func (u *unpacker) take(n int) []byte {
	taken := (*u)[:n]
	*u = (*u)[n:]
	return taken
}

func (u *unpacker) uint16() uint16 { return binary.LittleEndian.Uint16(u.take(2)) }
func (u *unpacker) uint32() uint32 { return binary.LittleEndian.Uint32(u.take(4)) }
func (u *unpacker) uint64() uint64 { return binary.LittleEndian.Uint64(u.take(8)) }
func (u *unpacker) count() int     { return int(u.uint32()) }

func (u *unpacker) line() string {
	line, rest, _ := bytes.Cut(*u, []byte("\n"))
	*u = rest
	return string(line)
}

func (u *unpacker) numbers() []uint32 {
	list := make([]uint32, u.count())
	for i := range list {
		list[i] = u.uint32()
	}
	return list
}
