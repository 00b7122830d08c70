package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJSON(t *testing.T) {
	for _, tt := range []struct{ in, want, reason string }{
		{`1`, `1`, "nothing to break"},
		{`{}`, `{}`, "nothing in it"},
		{`{"a":[],"b":{}}`, "{\n  \"a\": [],\n  \"b\": {}\n}", "empty ones stay together"},
		{`{"a":[{"b":1,"c":[1,2]},{"b":2}]}`, "{\n  \"a\": [\n    {\"b\":1,\"c\":[1,2]},\n    {\"b\":2}\n  ]\n}", "a line an item"},
		{`{"a":"{\"[,:\\","b":2}`, "{\n  \"a\": \"{\\\"[,:\\\\\",\n  \"b\": 2\n}", "what is quoted is left alone"},
		{"{\"a\":1}\n", "{\n  \"a\": 1\n}\n", "what follows too"},
	} {
		var got bytes.Buffer
		require.NoError(t, JSON(&got, []byte(tt.in)))
		assert.Equal(t, tt.want, got.String(), tt.reason)
		var same bytes.Buffer
		require.NoError(t, json.Compact(&same, got.Bytes()), tt.reason)
		assert.Equal(t, string(bytes.TrimSpace([]byte(tt.in))), same.String(), tt.reason)
	}
}
