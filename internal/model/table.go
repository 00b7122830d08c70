// Package model holds what was measured on labelled pages: for each level of
// each heuristic, how many nats it speaks for or against each role.
package model

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Weights are log-odds by role, in nats.
type Weights [heuristics.NumRoles]float32

// Table maps a level of a heuristic to its weights. The prior stands apart:
// it is what is known of a block before any heuristic has spoken.
type Table struct {
	Prior Weights
	rows  map[string][]Weights // by heuristic; index is the level
	order []string             // names in file order
}

// Set puts the weights of all levels of a heuristic into the table.
func (t *Table) Set(name string, levels []Weights) {
	if t.rows == nil {
		t.rows = map[string][]Weights{}
	}
	if _, ok := t.rows[name]; !ok {
		t.order = append(t.order, name)
	}
	t.rows[name] = levels
}

// Levels returns the weights of a heuristic by level, nil if the table does
// not know it.
func (t *Table) Levels(name string) []Weights { return t.rows[name] }

// Names returns the names of the heuristics in the table, in its order.
func (t *Table) Names() []string { return t.order }

// centi is the unit of the numbers in a table file: hundredths of a nat.
const centi = 100

// Write writes the table as text: a line for each level with its heuristic,
// the level and a weight for each role in hundredths of a nat. Levels without
// any weight are left out.
func (t *Table) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "heuristic\tlevel")
	for _, r := range heuristics.Roles() {
		fmt.Fprintf(out, "\t%s", r)
	}
	fmt.Fprintln(out)
	line := func(name string, level int, weights Weights) {
		if weights == (Weights{}) {
			return
		}
		fmt.Fprintf(out, "%s\t%d", name, level)
		for _, x := range weights {
			fmt.Fprintf(out, "\t%d", int(math.Round(float64(x)*centi)))
		}
		fmt.Fprintln(out)
	}
	line(priorName, 0, t.Prior)
	for _, name := range t.order {
		for level, weights := range t.rows[name] {
			line(name, level, weights)
		}
	}
	return out.Flush()
}

// priorName stands for the prior in a table file and in explanations.
const priorName = "prior"

// Read reads what [Table.Write] has written.
func Read(text string) (*Table, error) {
	t := &Table{}
	first := true
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if first || line == "" {
			first = false
			continue
		}
		name, rest, _ := strings.Cut(line, "\t")
		field, rest, _ := strings.Cut(rest, "\t")
		level, err := strconv.Atoi(field)
		if err != nil || level < 0 || level > maxLevel {
			return nil, fmt.Errorf("model: line %d: %q is no level", number, field)
		}
		var weights Weights
		for i := range weights {
			field, rest, _ = strings.Cut(rest, "\t")
			n, err := strconv.Atoi(field)
			if err != nil {
				return nil, fmt.Errorf("model: line %d: weight %d: %q is no number", number, i, field)
			}
			weights[i] = float32(n) / centi
		}
		if name == priorName {
			t.Prior = weights
			continue
		}
		levels := t.rows[name]
		for len(levels) <= level {
			levels = append(levels, Weights{})
		}
		levels[level] = weights
		t.Set(name, levels)
	}
	return t, nil
}

// maxLevel bounds the levels of a heuristic, so that a broken table cannot
// ask for much memory.
const maxLevel = 10_000
