package heuristics_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

func TestValidate(t *testing.T) {
	judge := func(*heuristics.Page, *heuristics.Block) []heuristics.Evidence { return nil }
	measure := func(*heuristics.Page, *heuristics.Block) heuristics.Level { return 0 }
	all := func(*heuristics.Page, *heuristics.Block) []heuristics.Level { return nil }
	for _, c := range []struct {
		reason string
		list   []heuristics.Heuristic
		want   error
	}{
		{"no heuristics at all are valid, if of little use", nil, nil},
		{"the built-in ones are valid", heuristics.Default(), nil},
		{"one that judges", []heuristics.Heuristic{{Name: "own-rule-2", Judge: judge}}, nil},
		{"one that measures", []heuristics.Heuristic{{Name: "own", Measure: measure, Levels: []string{"yes"}}}, nil},
		{"one with several levels at once", []heuristics.Heuristic{{Name: "own", MeasureAll: all, Levels: []string{"yes"}}}, nil},
		{"explanations need a name", []heuristics.Heuristic{{Judge: judge}}, heuristics.ErrName},
		{"names are words joined by dashes: no capitals", []heuristics.Heuristic{{Name: "Own", Judge: judge}}, heuristics.ErrName},
		{"no spaces", []heuristics.Heuristic{{Name: "own rule", Judge: judge}}, heuristics.ErrName},
		{"no dash in front", []heuristics.Heuristic{{Name: "-own", Judge: judge}}, heuristics.ErrName},
		{"nor at the end", []heuristics.Heuristic{{Name: "own-", Judge: judge}}, heuristics.ErrName},
		{"nor two", []heuristics.Heuristic{{Name: "own--rule", Judge: judge}}, heuristics.ErrName},
		{"two of one name cannot be told apart", []heuristics.Heuristic{{Name: "own", Judge: judge}, {Name: "own", Judge: judge}}, heuristics.ErrName},
		{"one that says nothing", []heuristics.Heuristic{{Name: "own"}}, heuristics.ErrShape},
		{"one that speaks in two ways", []heuristics.Heuristic{{Name: "own", Judge: judge, Measure: measure, Levels: []string{"yes"}}}, heuristics.ErrShape},
		{"measures need levels", []heuristics.Heuristic{{Name: "own", Measure: measure}}, heuristics.ErrShape},
		{"judges have none", []heuristics.Heuristic{{Name: "own", Judge: judge, Levels: []string{"yes"}}}, heuristics.ErrShape},
	} {
		err := heuristics.Validate(c.list)
		if c.want == nil {
			assert.NoError(t, err, c.reason)
			continue
		}
		assert.ErrorIs(t, err, c.want, c.reason)
		assert.ErrorContains(t, err, "heuristics: ", c.reason)
	}
}

func TestValidateEvidence(t *testing.T) {
	for _, c := range []struct {
		reason string
		e      heuristics.Evidence
		want   string
	}{
		{"ordinary evidence", heuristics.Evidence{Heuristic: "own", Role: heuristics.Body, Weight: 2}, ""},
		{"no opinion", heuristics.Evidence{Heuristic: "own"}, ""},
		{"the bound itself is within", heuristics.Evidence{Weight: -heuristics.MaxWeight}, ""},
		{"not a number", heuristics.Evidence{Heuristic: "own", Weight: math.NaN()}, `"own": weight out of range`},
		{"without end", heuristics.Evidence{Heuristic: "own", Weight: math.Inf(-1)}, `"own": weight out of range`},
		{"too sure", heuristics.Evidence{Heuristic: "own", Weight: heuristics.MaxWeight + 0.1}, "16.1 nats, want within ±16"},
		{"no such role", heuristics.Evidence{Heuristic: "own", Role: heuristics.NumRoles}, "there is no role 16"},
	} {
		err := heuristics.ValidateEvidence(c.e)
		if c.want == "" {
			assert.NoError(t, err, c.reason)
			continue
		}
		assert.ErrorContains(t, err, c.want, c.reason)
	}
}

// TestLevelNames holds that every level of every built-in heuristic can be
// read as a reason, and that no two read the same.
func TestLevelNames(t *testing.T) {
	for _, h := range heuristics.Default() {
		assert.NotEmpty(t, h.Doc, h.Name)
		seen := map[string]bool{}
		for _, l := range h.Levels {
			assert.False(t, l != "" && seen[l], "%s has level %q twice", h.Name, l)
			seen[l] = true
		}
	}
}

func TestRoles(t *testing.T) {
	assert.Len(t, heuristics.Roles(), heuristics.NumRoles)
	for _, r := range heuristics.Roles() {
		parsed, err := heuristics.ParseRole(r.String())
		require.NoError(t, err)
		assert.Equal(t, r, parsed)
		text, err := json.Marshal(r)
		require.NoError(t, err)
		var back heuristics.Role
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, r, back)
	}
	_, err := heuristics.ParseRole("Body")
	assert.ErrorContains(t, err, `no role is called "Body"`, "names are lower-case")
	_, err = json.Marshal(heuristics.Role(99))
	assert.ErrorContains(t, err, "there is no role 99")
	assert.Equal(t, "role(99)", heuristics.Role(99).String(), "printing does not panic")
}
