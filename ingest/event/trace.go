package event

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// Trace says how a report was read: by which frame, from which tree, and where each of its fields came from.
type Trace struct {
	Report graph.Report
	Frame  Frame
	Tree   []string // lines: the trigger with what governs it, then each of its dependents
	Notes  []Note   // by field, in the order in which they were taken
}

// Note says where a value of a field came from. A later note on a field speaks of a later step: a status that what
// governs the verb made less real, a place that was inferred.
type Note struct {
	Field string // actors, recipients, status, place, date, attribution; again: another clause tells the same
	Why   string // the slot or the reason: "subject", "with", "governed", "the time of writing"
	Words string // of the text, "" of none
	Value string // what they stand for, "" where the words say it
}

// fields are the fields in the order of print.
var fields = []string{"actors", "recipients", "status", "place", "date", "attribution", "again"}

// Explain reads the reports that Code reads, in the same order, each with its trace.
func Explain(text mention.Text, all bool) ([]Trace, error) {
	c, err := read(text, all, true)
	if err != nil {
		return nil, err
	}
	var out []Trace
	for _, d := range c.finished() {
		t := Trace{Report: d.Report, Tree: c.trees[d.sentence].draw(d.trigger), Notes: d.notes}
		if i := slices.IndexFunc(c.frames.all, func(f Frame) bool { return f.Rule == d.Rule }); i >= 0 {
			t.Frame = c.frames.all[i]
		}
		slices.SortStableFunc(t.Notes, func(a, b Note) int { return slices.Index(fields, a.Field) - slices.Index(fields, b.Field) })
		out = append(out, t)
	}
	return out, nil
}

// note takes down where a field of the draft being read came from, when tracing: from tokens [first, last] or, of one
// token, from the mention that covers it.
func (c *coder) note(field, why string, s, first, last int, value string) {
	if !c.tracing || first < 0 {
		return
	}
	n := Note{Field: field, Why: why, Value: value}
	tokens := c.trees[s].tokens
	span := graph.Span{Start: tokens[first].Start, End: tokens[last].End}
	if m := c.text.At(s, first); m != nil && first == last {
		span = m.Span
	}
	n.Words = span.Of(c.text.Document.Article.Text)
	c.notes = append(c.notes, n)
}

// noteWho takes down whom a word stands for.
func (c *coder) noteWho(field, slot string, s, i int, ids []graph.ID) {
	if !c.tracing || len(ids) == 0 {
		return
	}
	names := make([]string, len(ids))
	for k, id := range ids {
		names[k] = graph.NameOf(c.text.Cast.Node(id))
	}
	c.note(field, strings.TrimLeft(slot, "~@"), s, i, i, strings.Join(names, " & "))
}

// note takes down what a finished draft was given by other drafts, or by the article.
func (d *draft) note(field, why, value string) {
	d.notes = append(d.notes, Note{Field: field, Why: why, Value: value})
}

// adopt takes over what a repetition notes on a field.
func (d *draft) adopt(o draft, field string) {
	for _, n := range o.notes {
		if n.Field == field {
			d.notes = append(d.notes, n)
		}
	}
}

// draw writes the clause of a word: what governs it, then a line for each dependent with its phrase, the head in
// brackets; the clauses below a word are drawn the same way.
//
//	visit ← xcomp of promised
//	├ mark [to]
//	├ obj [Albania]
//	└ obl in [May]
func (t *tree) draw(i int) []string {
	line := t.tokens[i].Text
	for k, n := i, 0; t.head(k) >= 0 && n < 5; k, n = t.head(k), n+1 {
		line += fmt.Sprintf(" ← %s of %s", t.rel(k), t.tokens[t.head(k)].Text)
	}
	return append([]string{line}, t.branches(i, "", 3)...)
}

// branches draws the dependents of a word, down to a depth of clauses.
func (t *tree) branches(i int, indent string, depth int) (out []string) {
	kids := slices.DeleteFunc(slices.Clone(t.kids[i]), func(k int) bool { return t.tag(k) == syntax.PUNCT })
	for n, k := range kids {
		corner, rail := "├ ", "│ "
		if n == len(kids)-1 {
			corner, rail = "└ ", "  "
		}
		clause := depth > 0 && t.tag(k) == syntax.VERB
		text := t.phrase(k)
		if clause {
			text = t.tokens[k].Text
		}
		out = append(out, fmt.Sprintf("%s%s%s %s", indent, corner, t.rel(k), text))
		if clause {
			out = append(out, t.branches(k, indent+rail, depth-1)...)
		}
	}
	return out
}

// phrase is the text below a word, the word itself in brackets.
func (t *tree) phrase(i int) string {
	first, last := t.span(i)
	var words []string
	for k := first; k <= last; k++ {
		word := t.tokens[k].Text
		if k == i {
			word = "[" + word + "]"
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// Print writes the trace: its rule, its tree, and a line for each note.
func (t Trace) Print(w io.Writer) {
	f := t.Frame
	fmt.Fprintf(w, "  %-12s%s %s, words %s", "rule", f.Rule, f.Kind, strings.Join(f.Words, "/"))
	for _, part := range []struct {
		name  string
		cells []string
	}{{"objects", f.Objects}, {"actor", f.Actor}, {"recipient", f.Recipient}, {"needs", cells(f.Needs)}} {
		if len(part.cells) > 0 {
			fmt.Fprintf(w, ", %s %s", part.name, strings.Join(part.cells, "/"))
		}
	}
	fmt.Fprintln(w)
	printColumn(w, "tree", t.Tree)
	for _, field := range fields {
		var lines []string
		for _, n := range t.Notes {
			if n.Field == field {
				lines = append(lines, n.String())
			}
		}
		printColumn(w, field, lines)
	}
}

// String is the note without its field: subject "He" = Tomasz Wilk.
func (n Note) String() string {
	line := n.Why
	if n.Words != "" {
		line += fmt.Sprintf(" %q", n.Words)
	}
	if n.Value != "" {
		line += " = " + n.Value
	}
	return line
}

// printColumn writes lines beside their name.
func printColumn(w io.Writer, name string, lines []string) {
	for i, line := range lines {
		if i > 0 {
			name = ""
		}
		fmt.Fprintf(w, "  %-12s%s\n", name, line)
	}
}
