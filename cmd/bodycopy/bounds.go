package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/seed-1beecd1b/bodycopy/internal/eval"
)

// bound is a figure's name and the value that it must not pass.
type bound struct {
	name  string
	value float64
}

// boundList is a flag that may be repeated.
type boundList []bound

func (l *boundList) String() string {
	var list []string
	for _, b := range *l {
		list = append(list, fmt.Sprintf("%s=%g", b.name, b.value))
	}
	return strings.Join(list, ",")
}

// Type names the flag's value in help texts.
func (l *boundList) Type() string { return "FIGURE=VALUE" }

// Set adds bounds, divided by commas.
func (l *boundList) Set(s string) error {
	for part := range strings.SplitSeq(s, ",") {
		name, text, ok := strings.Cut(part, "=")
		value, err := strconv.ParseFloat(text, 64)
		if !ok || err != nil || name == "" {
			return fmt.Errorf("%q: want a figure and a number, as F1=0.95", part)
		}
		*l = append(*l, bound{name, value})
	}
	return nil
}

// bounds are the floors and ceilings that make eval a gate.
type bounds struct{ min, max boundList }

// known returns an error if a bound is for a figure that the report lacks.
func (b *bounds) known(r *eval.Report) error {
	for _, list := range []boundList{b.min, b.max} {
		for _, x := range list {
			if r.Find(x.name) == nil {
				return fmt.Errorf("no figure is called %q; there are %s", x.name, strings.Join(r.Names(), ", "))
			}
		}
	}
	return nil
}

// check says on out which figures are beyond their bounds.
func (b *bounds) check(out io.Writer, r *eval.Report) error {
	failed := false
	complain := func(x bound, word string) {
		failed = true
		fmt.Fprintf(out, "bodycopy: %s is %.4f, %s %g\n", x.name, r.Find(x.name).Value, word, x.value)
	}
	for _, x := range b.min {
		if r.Find(x.name).Value < x.value {
			complain(x, "below")
		}
	}
	for _, x := range b.max {
		if r.Find(x.name).Value > x.value {
			complain(x, "above")
		}
	}
	if failed {
		return errSomeFailed
	}
	return nil
}
