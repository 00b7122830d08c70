package hostile_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/seed-1beecd1b/bodycopy/internal/hostile"
	"github.com/seed-1beecd1b/bodycopy/internal/sanitise"
)

func TestThereAreEnough(t *testing.T) {
	groups, names := map[string]int{}, map[string]bool{}
	documents := hostile.Documents(1000)
	for _, d := range documents {
		groups[d.Group]++
		assert.False(t, names[d.Group+": "+d.Name], "%s: %s is there twice", d.Group, d.Name)
		names[d.Group+": "+d.Name] = true
	}
	t.Logf("%d documents: %v", len(documents), groups)
	assert.GreaterOrEqual(t, len(documents), 100)
	for _, group := range []string{"depth", "width", "storm", "size", "bytes", "charset", "empty", "json", "active", "repeats"} {
		assert.GreaterOrEqual(t, groups[group], 10, group)
	}
	assert.GreaterOrEqual(t, len(hostile.Vectors()), 400)
}

// TestVectorsAreActive holds that the check finds something in what it is to
// find something in; some vectors only wake up in Markdown.
func TestVectorsAreActive(t *testing.T) {
	asleep := 0
	for _, v := range hostile.Vectors() {
		if len(hostile.Active(v.Markup)) == 0 {
			asleep++
		}
	}
	n := len(hostile.Vectors())
	t.Logf("%d vectors, %d of them only active once decoded, or in Markdown", n, asleep)
	assert.Less(t, asleep, n/8)
}

func TestSanitised(t *testing.T) {
	for _, v := range hostile.Vectors() {
		once := sanitise.HTML(v.Markup)
		assert.Empty(t, hostile.Active(once), "%s: %s", v.Name, v.Markup)
		assert.Equal(t, once, sanitise.HTML(once), "%s: twice is not the same", v.Name)
	}
}
