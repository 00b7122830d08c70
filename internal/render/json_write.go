package render

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
)

// JSONWriter writes a JSON value piece by piece into memory, and lays it out
// while it does, as [JSON] would. Values of an array are begun by Item, those
// of an object by Name or Key. The zero value is ready to write.
type JSONWriter struct {
	out   strings.Builder
	depth int
	begun bool // the innermost array or object has something in it
	err   error
}

// Grow makes room for so many bytes.
func (w *JSONWriter) Grow(n int) { w.out.Grow(n) }

// End returns what was written, as a line of its own, or the first error.
func (w *JSONWriter) End() (string, error) {
	if w.err != nil {
		return "", w.err
	}
	w.out.WriteByte('\n')
	return w.out.String(), nil
}

// Open begins an object, by "{", or an array, by "[".
func (w *JSONWriter) Open(bracket byte) {
	w.out.WriteByte(bracket)
	w.depth++
	w.begun = false
}

// Close ends the innermost object, by "}", or array, by "]".
func (w *JSONWriter) Close(bracket byte) {
	w.depth--
	if w.begun && w.depth < brokenDepth {
		w.out.WriteString(lines[w.depth])
	}
	w.out.WriteByte(bracket)
	w.begun = true
}

// Item comes before each value of an array.
func (w *JSONWriter) Item() {
	if w.begun {
		w.out.WriteByte(',')
	}
	if w.depth <= brokenDepth {
		w.out.WriteString(lines[w.depth])
	}
	w.begun = true
}

// Name comes before each value of an object. Nothing in it may need an escape;
// for other names there is Key.
func (w *JSONWriter) Name(name string) {
	w.Item()
	w.out.WriteByte('"')
	w.out.WriteString(name)
	w.out.WriteByte('"')
	w.colon()
}

// Key is Name for any name.
func (w *JSONWriter) Key(name string) {
	w.Item()
	w.String(name)
	w.colon()
}

func (w *JSONWriter) colon() {
	w.out.WriteByte(':')
	if w.depth <= brokenDepth {
		w.out.WriteByte(' ')
	}
}

// Null writes the value of nothing.
func (w *JSONWriter) Null() { w.out.WriteString("null") }

// Bool writes a truth value.
func (w *JSONWriter) Bool(b bool) { w.out.WriteString(strconv.FormatBool(b)) }

// Int writes a whole number.
func (w *JSONWriter) Int(n int) {
	var digits [20]byte // the longest has 19, and a sign
	w.out.Write(strconv.AppendInt(digits[:0], int64(n), 10))
}

// Float writes a number. One that is no number is an error.
func (w *JSONWriter) Float(f float64) {
	if size := math.Abs(f); f == 0 || size >= leastPlain && size < mostPlain {
		var digits [32]byte
		w.out.Write(strconv.AppendFloat(digits[:0], f, 'f', -1, 64))
		return
	}
	b, err := json.Marshal(f)
	w.Fail(err)
	w.out.Write(b)
}

// Numbers that are written without an exponent, by ECMAScript.
const (
	leastPlain = 1e-6
	mostPlain  = 1e21
)

// Fail makes an error the result, unless there is one already, or it is nil.
func (w *JSONWriter) Fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
