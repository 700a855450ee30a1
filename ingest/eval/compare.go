package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Outcome says how a reading of a case compares with what it wants.
type Outcome struct {
	Case
	Right   []Statement
	Differs []Difference
	Missed  []Statement
	Extra   []Statement
}

// Difference is a statement whose kind and sides were read, and a word on each other field that is not as wanted:
// "status PLANNED", "no place".
type Difference struct {
	Statement
	Got []string
}

// Compare pairs what was read with what a case wants: each statement with the first one of the same kind and sides that
// differs least. Inferred places and dates are only compared where the case names one; offices are no extras, for a case need not list
// them.
func (c Case) Compare(read []Statement) Outcome {
	o := Outcome{Case: c}
	used := make([]bool, len(read))
	for _, want := range c.Want {
		best, least := -1, []string(nil)
		for i, got := range read {
			if used[i] || !want.same(got) {
				continue
			}
			if d := want.differences(got); best < 0 || len(d) < len(least) {
				best, least = i, d
			}
		}
		switch {
		case best < 0:
			o.Missed = append(o.Missed, want)
			continue
		case len(least) > 0:
			o.Differs = append(o.Differs, Difference{want, least})
		default:
			o.Right = append(o.Right, want)
		}
		used[best] = true
	}
	for i, got := range read {
		if !used[i] && got.Kind != Holds {
			o.Extra = append(o.Extra, got)
		}
	}
	return o
}

// same tells whether two statements have one kind and the same sides, of a two-sided kind in any division.
func (s Statement) same(o Statement) bool {
	if s.Kind != o.Kind {
		return false
	}
	if s.Kind != Holds && s.Kind.Predicate().Symmetric {
		return equal(slices.Concat(s.Actors, s.Recipients), slices.Concat(o.Actors, o.Recipients))
	}
	return equal(s.Actors, o.Actors) && equal(s.Recipients, o.Recipients)
}

// equal compares lists of names in any order.
func equal(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// differences lists the fields of got that are not as wanted.
func (s Statement) differences(got Statement) (out []string) {
	if s.Type != got.Type {
		out = append(out, "type "+string(got.Type))
	}
	if s.Status != got.Status {
		out = append(out, "status "+string(got.Status))
	}
	for _, f := range []struct {
		name      string
		want, got Inferable
	}{{"place", s.Place, got.Place}, {"date", s.Date, got.Date}, {"occasion", Inferable{s.Occasion, false}, Inferable{got.Occasion, false}}} {
		if f.want != f.got && (f.want.Text != "" || !f.got.Inferred) {
			out = append(out, word(f.name, f.got.String()))
		}
	}
	if !slices.EqualFunc(s.Says, got.Says, func(a, b string) bool { return bare(a) == bare(b) }) {
		out = append(out, word("source", strings.Join(got.Says, " < ")))
	}
	return out
}

func word(name, value string) string {
	if value == "" {
		return "no " + name
	}
	return name + " " + value
}

// bare is a source without its article, in lower case.
func bare(source string) string {
	source = strings.ToLower(source)
	for _, article := range []string{"a ", "an ", "the "} {
		source = strings.TrimPrefix(source, article)
	}
	return source
}

// PrintOutcomes writes a row a phenomenon and their sum, then each case: what is right, differs, is missed, is too much.
func PrintOutcomes(w io.Writer, outcomes []Outcome) {
	fmt.Fprintf(w, "%-16s %6s %6s %8s %7s %6s\n", "phenomenon", "cases", "right", "differs", "missed", "extra")
	var all counts
	for rest := outcomes; len(rest) > 0; {
		var c counts
		for len(rest) > 0 && (c.cases == 0 || rest[0].Phenomenon == c.name) {
			c.add(rest[0])
			rest = rest[1:]
		}
		all = all.plus(c)
		c.print(w)
	}
	all.name = "all"
	all.print(w)
	for _, o := range outcomes {
		o.print(w)
	}
}

type counts struct {
	name                                 string
	cases, right, differs, missed, extra int
}

func (c *counts) add(o Outcome) {
	*c = c.plus(counts{o.Phenomenon, 1, len(o.Right), len(o.Differs), len(o.Missed), len(o.Extra)})
}

func (c counts) plus(o counts) counts {
	return counts{o.name, c.cases + o.cases, c.right + o.right, c.differs + o.differs, c.missed + o.missed, c.extra + o.extra}
}

func (c counts) print(w io.Writer) {
	fmt.Fprintf(w, "%-16s %6d %6d %8d %7d %6d\n", c.name, c.cases, c.right, c.differs, c.missed, c.extra)
}

func (o Outcome) print(w io.Writer) {
	fmt.Fprintf(w, "\n%s/%s\n", o.Phenomenon, o.Name)
	if len(o.Want) == 0 && len(o.Extra) == 0 {
		fmt.Fprintln(w, "  right   nothing")
	}
	for _, s := range o.Right {
		fmt.Fprintln(w, "  right  ", s)
	}
	for _, d := range o.Differs {
		fmt.Fprintf(w, "  differs %s  (got %s)\n", d.Statement, strings.Join(d.Got, ", "))
	}
	for _, s := range o.Missed {
		fmt.Fprintln(w, "  missed ", s)
	}
	for _, s := range o.Extra {
		fmt.Fprintln(w, "  extra  ", s)
	}
}
