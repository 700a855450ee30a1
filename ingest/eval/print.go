package eval

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarche/graph"
)

// Print writes the figures: the three grains, the attributes, what went wrong; then a row a kind and a row a status.
func (s Score) Print(w io.Writer) {
	for _, g := range []struct {
		name string
		Tally
	}{{"state", s.State}, {"entity", s.Entity}, {"kind", s.Kind}} {
		fmt.Fprintf(w, "%-8s %s   (tp %d fp %d fn %d)\n", g.name, g.line(), g.TP, g.FP, g.FN)
	}
	var values, counts []string
	for _, a := range []struct {
		name string
		Share
	}{{"place", s.Place}, {"date", s.Date}, {"status", s.Status}, {"unhappened", s.Unhappened}, {"attribution", s.Attribution}} {
		values = append(values, a.name+" "+a.String())
		counts = append(counts, fmt.Sprintf("'%s': %d", a.name, a.Of))
	}
	fmt.Fprintf(w, "%s  (of {%s})\n", strings.Join(values, "  "), strings.Join(counts, ", "))
	fmt.Fprintf(w, "phantom %v  invented %v  repeated %d  grounded %v  dyads on %d negatives: %d  articles without a prediction: %d\n",
		s.Phantom, s.Invented, s.Repeated, s.Grounded, s.Negatives.Of, s.Negatives.Right, s.Unanswered)
	s.printKinds(w)
	s.printStatuses(w)
}

func (t Tally) line() string {
	return fmt.Sprintf("P %.3f  R %.3f  F1 %.3f", t.Precision(), t.Recall(), t.F1())
}

// String is the share with up to three decimals; "None" of nothing.
func (s Share) String() string {
	if s.Of == 0 {
		return "None"
	}
	text := strconv.FormatFloat(s.Value(), 'f', 3, 64)
	whole, decimals, _ := strings.Cut(text, ".")
	return whole + "." + decimals[:1] + strings.TrimRight(decimals[1:], "0")
}

// printKinds writes a row for each kind that is in the gold or was predicted.
func (s Score) printKinds(w io.Writer) {
	fmt.Fprintf(w, "\n%-18s %5s %5s %5s %6s %6s %6s\n", "kind", "tp", "fp", "fn", "P", "R", "F1")
	for _, p := range graph.Predicates {
		if t, ok := s.Kinds[p.Kind]; ok {
			fmt.Fprintf(w, "%-18s %s\n", p.Kind, t.row())
		}
	}
}

func (t Tally) row() string {
	return fmt.Sprintf("%5d %5d %5d %6.3f %6.3f %6.3f", t.TP, t.FP, t.FN, t.Precision(), t.Recall(), t.F1())
}

// printStatuses writes a row for each annotated status: how many matched events have it, and what they were taken for.
func (s Score) printStatuses(w io.Writer) {
	fmt.Fprintf(w, "\n%-10s %8s  predicted as\n", "status", "matched")
	for _, gold := range graph.Statuses {
		counts, total := s.Statuses[gold], 0
		var as []string
		for _, st := range graded(counts) {
			total += counts[st]
			as = append(as, fmt.Sprintf("%s %d", st, counts[st]))
		}
		if total > 0 {
			fmt.Fprintf(w, "%-10s %8d  %s\n", gold, total, strings.Join(as, "  "))
		}
	}
}
