package render

import (
	"bytes"
	"encoding/json"
	"math"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// begins is a "<" that could begin a tag, a comment or an end.
var begins = regexp.MustCompile(`<([!/?A-Za-z])`)

// encoded is a value as encoding/json has it, made inert.
func encoded(t testing.TB, v any) string {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(v))
	return begins.ReplaceAllString(b.String(), `\u003c$1`)
}

func written(t testing.TB, write func(*JSONWriter)) string {
	t.Helper()
	var w JSONWriter
	write(&w)
	s, err := w.End()
	require.NoError(t, err)
	return s
}

func TestJSONWriterLaysOut(t *testing.T) {
	type object = map[string]any // written in the order of names
	type list = []any
	for _, tt := range []struct {
		value  any
		reason string
	}{
		{1, "nothing to break"},
		{object{}, "nothing in it"},
		{list{}, "nothing in it"},
		{object{"a": list{}, "b": object{}}, "empty ones stay together"},
		{list{object{}, list{}, object{}}, "empty ones beside each other"},
		{object{"a": list{object{"b": 1, "c": list{1, 2}}, object{"b": 2}}}, "a line an item"},
		{object{"a": object{"b": list{list{list{}, list{1}}, nil}, "c": true}, "d": false}, "what is deep stays on its line"},
		{object{"a\"<b>": "{\"[,:\\"}, "what is quoted is left alone"},
	} {
		var want bytes.Buffer
		require.NoError(t, JSON(&want, []byte(encoded(t, tt.value))))
		assert.Equal(t, want.String(), written(t, func(w *JSONWriter) { writeAny(w, tt.value) }), tt.reason)
	}
}

func writeAny(w *JSONWriter, v any) {
	switch v := v.(type) {
	case nil:
		w.Null()
	case bool:
		w.Bool(v)
	case int:
		w.Int(v)
	case string:
		w.String(v)
	case []any:
		w.Open('[')
		for i := range v {
			w.Item()
			writeAny(w, v[i])
		}
		w.Close(']')
	case map[string]any:
		w.Open('{')
		for c := 'a'; c <= 'z'; c++ {
			for name := range v {
				if name[0] == byte(c) { // all begin otherwise
					w.Key(name)
					writeAny(w, v[name])
				}
			}
		}
		w.Close('}')
	}
}

func TestJSONWriterInert(t *testing.T) {
	for in, want := range map[string]string{
		"a < b <3 <> << <":      `"a < b <3 <> << <"`,
		"</script><!--<b><?x<A": `"\u003c/script>\u003c!--\u003cb>\u003c?x\u003cA"`,
		"<":                     `"<"`,
		"<<b":                   `"<\u003cb"`,
		"<\u2028/b":             `"<\u2028/b"`,
		"<\u017fcript>":         "\"<\u017fcript>\"",
		"<\xc5cript>":           `"<\ufffdcript>"`,
	} {
		assert.Equal(t, want+"\n", written(t, func(w *JSONWriter) { w.String(in) }))
	}
}

func TestJSONWriterNumbers(t *testing.T) {
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, 0.123456, -12.12345, 1e-6, 9.9e-7, 1e-9, -3e-12, 1e20, 1e21, -2.5e300, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		assert.Equal(t, encoded(t, f), written(t, func(w *JSONWriter) { w.Float(f) }))
	}
	for _, n := range []int{0, 7, -1, math.MaxInt, math.MinInt} {
		assert.Equal(t, encoded(t, n), written(t, func(w *JSONWriter) { w.Int(n) }))
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		var w JSONWriter
		w.Float(f)
		s, err := w.End()
		assert.Error(t, err)
		assert.Empty(t, s)
	}
}

// FuzzJSONString holds that a string is written as encoding/json does, inert,
// and takes as many bytes as was reckoned.
func FuzzJSONString(f *testing.F) {
	for c := range 256 {
		f.Add(string([]byte{byte(c)}))
		f.Add("seven b" + string([]byte{byte(c)}) + "eight b")
	}
	for _, s := range []string{"", "\u2027\u2028\u2029\u202a", "“quoted”, \xe2\x80", "\xe2", "\xff\xfe\xff", "<\xff/a", "\ufffd", "\x7f\u0080", "<<<!<</</", "一行。\r\n二行。\U0001F600"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := written(t, func(w *JSONWriter) { w.String(s) })
		require.Equal(t, encoded(t, s), got)
		require.Equal(t, len(got)-len("\n"), JSONSize(s))
	})
}
