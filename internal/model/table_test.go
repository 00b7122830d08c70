package model_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
	"github.com/seed-1beecd1b/bodycopy/internal/model"
)

func write(t *testing.T, table *model.Table) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, table.Write(&b))
	return b.String()
}

func TestRoundTrip(t *testing.T) {
	var table model.Table
	table.Prior[heuristics.Body] = -1.25
	table.Set("length", []model.Weights{{heuristics.Body: 0.5}, {}, {heuristics.Nav: -2, heuristics.Body: 0.01}, {heuristics.Body: 0.03}})
	table.Set("alpha", []model.Weights{{heuristics.Legal: 3}})
	text := write(t, &table)
	assert.Equal(t, "heuristic\tlevel\tbody\tnav\tlegal\n"+
		"prior\t\t-125\n"+
		"length\t\t50\n"+
		"\t2\t1\t-200\n"+
		"\t\t3\n"+
		"alpha\t\t\t\t300\n", text, "roles that have no weight get no column, levels without any no line, no line ends in nothing, a heuristic is named once, and a level that comes next not at all")
	back, err := model.ReadTable([]byte(text))
	require.NoError(t, err)
	assert.Equal(t, table.Prior, back.Prior)
	assert.Equal(t, []string{"length", "alpha"}, back.Names(), "in file order")
	assert.Equal(t, table.Levels("length"), back.Levels("length"), "a level between that has no line is 0")
	assert.Nil(t, back.Levels("unheard-of"))
	assert.Equal(t, text, write(t, back), "reading and writing again changes nothing")
}

func TestReadBroken(t *testing.T) {
	const head = "heuristic\tlevel\tbody\tnav\n"
	for _, c := range []struct{ reason, text, want string }{
		{"a role that does not exist", "heuristic\tlevel\tprose\n", `line 1: heuristics: no role is called "prose"`},
		{"a level that is no number", head + "length\tx\t1\t2\n", `line 2: "x" is no level`},
		{"a line of a name alone", head + "length\t0\t1\t2\nlength\n", "line 3: nothing follows the name"},
		{"a negative level", head + "length\t-1\t1\t2\n", `line 2: "-1" is no level`},
		{"a level that would take much memory", head + "length\t999999999\t1\t2\n", `line 2: "999999999" is no level`},
		{"a first line without a heuristic", head + "\t1\t1\t2\n", "line 2: no heuristic was named before"},
		{"a weight that is no number", head + "length\t0\t1\t2\nlength\t1\t1.5\t2\n", `line 3: weight for body: "1.5" is no number`},
		{"a weight that is too heavy", head + "length\t0\t-32769\t2\n", `line 2: weight for body: "-32769" is no number within 16 bits`},
		{"an empty line in the midst", head + "\nlength\t0\t1\t2\n", "line 2: nothing follows the name"},
	} {
		_, err := model.ReadTable([]byte(c.text))
		assert.ErrorContains(t, err, "model: ", c.reason)
		assert.ErrorContains(t, err, c.want, c.reason)
	}
	for _, text := range []string{"", head, head + "length\t0\t1\n", strings.ReplaceAll(head+"length\t0\t1\t2\n", "\n", "\r\n")} {
		_, err := model.ReadTable([]byte(text))
		assert.NoError(t, err, "%q is a table", text)
	}
}

// TestEmbedded holds that the built-in tables can be read, and that they speak
// of heuristics and levels that there are. What they say is no matter here.
func TestEmbedded(t *testing.T) {
	levels := map[string]int{}
	for _, h := range heuristics.Default() {
		levels[h.Name] = len(h.Levels)
	}
	set := model.Default()
	for file, table := range map[string]*model.Table{"markup": set.Markup, "plain": set.Plain} {
		require.NotEmpty(t, table.Names(), file)
		for _, name := range table.Names() {
			assert.Contains(t, levels, name, "%s has weights for a heuristic that there is not", file)
			assert.LessOrEqual(t, len(table.Levels(name)), levels[name], "%s: %s has more levels than the heuristic", file, name)
		}
	}
	for file, table := range set.Tables() {
		again, err := model.ReadTable([]byte(write(t, *table)))
		require.NoError(t, err, file)
		assert.Equal(t, (*table).Names(), again.Names(), file)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("heuristic\tlevel\tbody\nprior\t0\t5\nlength\t3\t-7\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := model.ReadTable([]byte(text))
		if err != nil {
			return
		}
		once := write(t, table)
		again, err := model.ReadTable([]byte(once))
		require.NoError(t, err)
		assert.Equal(t, once, write(t, again), "what was written is read as the same table")
	})
}
