// Package model holds what was measured on labelled pages. A [Table] has, for
// each level of each heuristic, how many nats it speaks for or against each role;
// a [Forest] the trees that ask how features play together, [Wording] and
// [Naming] what the trees know of words and of names of elements. A [Set] is all
// of them, as the fit writes it and [Default] has it built in.
package model

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/heuristics"
)

// Weights are log-odds by role, in nats.
type Weights [heuristics.NumRoles]float32

// Centis are weights as tables hold them: in hundredths of a nat.
type Centis [heuristics.NumRoles]int16

// Centis rounds weights to what a table holds.
func (w *Weights) Centis() (c Centis) {
	for r, x := range w {
		c[r] = int16(max(math.MinInt16, min(math.Round(float64(x)*centi), math.MaxInt16)))
	}
	return c
}

func (c *Centis) weights() (w Weights) {
	for r, n := range c {
		w[r] = float32(n) / centi
	}
	return w
}

// Table maps a level of a heuristic to its weights. The prior stands apart:
// it is what is known of a block before any heuristic has spoken.
type Table struct {
	Prior Weights
	rows  map[string][]Centis // by heuristic; index is the level
	order []string            // names in file order
}

// Set puts the weights of all levels of a heuristic into the table, which
// rounds them to hundredths.
func (t *Table) Set(name string, levels []Weights) {
	rows := make([]Centis, len(levels))
	for i := range levels {
		rows[i] = levels[i].Centis()
	}
	t.set(name, rows)
}

func (t *Table) set(name string, rows []Centis) {
	if t.rows == nil {
		t.rows = map[string][]Centis{}
	}
	if _, ok := t.rows[name]; !ok {
		t.order = append(t.order, name)
	}
	t.rows[name] = rows
}

// Rows returns the weights of a heuristic by level, nil if the table does not
// know it. They are not to be changed.
func (t *Table) Rows(name string) []Centis { return t.rows[name] }

// Levels is Rows in nats.
func (t *Table) Levels(name string) (levels []Weights) {
	for _, c := range t.rows[name] {
		levels = append(levels, c.weights())
	}
	return levels
}

// Names returns the names of the heuristics in the table, in its order.
func (t *Table) Names() []string { return t.order }

// centi is the unit of the numbers in a table file: hundredths of a nat.
const centi = 100

// Write writes the table as text: a line for each level with its heuristic,
// which is not said again on the next line, the level, unless it is the one
// after that of the line before, or 0 on the first, and a weight in hundredths
// of a nat for each role that has any in the table; nothing stands for 0. Zeros
// at the end of a line are left out, as are levels without any weight.
func (t *Table) Write(w io.Writer) error {
	columns := t.columns()
	out := bufio.NewWriter(w)
	fmt.Fprint(out, "heuristic\tlevel")
	for _, r := range columns {
		fmt.Fprintf(out, "\t%s", r)
	}
	fmt.Fprintln(out)
	last, next := "", 0
	line := func(name string, level int, weights Centis) {
		if weights == (Centis{}) {
			return
		}
		if name == last {
			name = ""
		} else {
			last, next = name, 0
		}
		fmt.Fprint(out, name, "\t")
		if level != next {
			fmt.Fprint(out, level)
		}
		next = level + 1
		empty := 1 // columns since the last number
		for _, r := range columns {
			if n := weights[r]; n != 0 {
				fmt.Fprintf(out, "%s%d", strings.Repeat("\t", empty), n)
				empty = 0
			}
			empty++
		}
		fmt.Fprintln(out)
	}
	line(priorName, 0, t.Prior.Centis())
	for _, name := range t.order {
		for level, weights := range t.rows[name] {
			line(name, level, weights)
		}
	}
	return out.Flush()
}

// columns are the roles that have any weight in the table.
func (t *Table) columns() (roles []heuristics.Role) {
	var used [heuristics.NumRoles]bool
	note := func(c Centis) {
		for r, x := range c {
			used[r] = used[r] || x != 0
		}
	}
	note(t.Prior.Centis())
	for _, levels := range t.rows {
		for _, c := range levels {
			note(c)
		}
	}
	for _, r := range heuristics.Roles() {
		if used[r] {
			roles = append(roles, r)
		}
	}
	return roles
}

// priorName stands for the prior in a table file and in explanations.
const priorName = "prior"

// ReadTable reads what [Table.Write] has written.
func ReadTable(text []byte) (*Table, error) {
	t := &Table{}
	head, rest, _ := bytes.Cut(text, newline)
	var columns []heuristics.Role
	for i, name := range strings.Fields(string(head)) {
		if i < 2 {
			continue
		}
		role, err := heuristics.ParseRole(name)
		if err != nil {
			return nil, fmt.Errorf("model: line 1: %w", err)
		}
		columns = append(columns, role)
	}
	lines := bytes.Count(rest, newline)
	rows := make([]Centis, 0, lines+lines/6) // of all heuristics: few levels have no line
	first := 0                               // of the one that was named last
	last, next := "", 0
	done := func() {
		if last != "" && last != priorName {
			t.set(last, slices.Clip(rows[first:]))
		}
	}
	for number := 2; len(rest) > 0; number++ {
		var line []byte
		line, rest, _ = bytes.Cut(rest, newline)
		name, weights, ok := bytes.Cut(bytes.TrimRight(line, "\r"), tab)
		if !ok {
			return nil, fmt.Errorf("model: line %d: nothing follows the name of a heuristic", number)
		}
		if len(name) > 0 {
			done()
			last, next, first = string(name), 0, len(rows)
			rows = append(rows, t.rows[last]...)
		}
		level, row, err := readLine(last, next, weights, columns)
		if err != nil {
			return nil, fmt.Errorf("model: line %d: %w", number, err)
		}
		next = level + 1
		if last == priorName {
			t.Prior = row.weights()
			continue
		}
		if n := len(rows) - first; n < next {
			rows = append(rows, make([]Centis, next-n)...)
		}
		rows[first+level] = row
	}
	done()
	return t, nil
}

var newline, tab = []byte("\n"), []byte("\t")

// readLine reads what stands behind the name of a heuristic: the level, the next
// one if none is said, and its weights.
func readLine(name string, next int, rest []byte, columns []heuristics.Role) (level int, row Centis, err error) {
	field, rest, _ := bytes.Cut(rest, tab)
	if level = next; len(field) > 0 {
		level, err = strconv.Atoi(string(field))
	}
	if err != nil || level < 0 || level > maxLevel {
		return 0, row, fmt.Errorf("%q is no level", field)
	}
	if name == "" {
		return 0, row, errors.New("no heuristic was named before")
	}
	for _, r := range columns {
		if bytes.HasPrefix(rest, tab) { // nothing stands for 0
			rest = rest[1:]
			continue
		}
		field, rest, _ = bytes.Cut(rest, tab)
		if len(field) == 0 {
			continue
		}
		n, err := strconv.ParseInt(string(field), 10, 16)
		if err != nil {
			return 0, row, fmt.Errorf("weight for %s: %q is no number within 16 bits", r, field)
		}
		row[r] = int16(n)
	}
	return level, row, nil
}

// maxLevel bounds the levels of a heuristic, so that a broken table cannot
// ask for much memory.
const maxLevel = 10_000
