package sqlite

import (
	"fmt"
	"strings"

	"demarche/graph"
)

// Conditions become SQL in the shape of the tree, every value a parameter; what stands in the SQL itself comes from the
// tables below. What a condition asks of other rows (an event's actors, its place, an actor's names) becomes
// "IN (SELECT …)", which SQLite works out once a statement and can start from.

// columns says where the fields of a row are.
type columns map[graph.Field]string

var (
	eventColumns = columns{
		graph.FieldID: "e.id", graph.FieldKind: "e.kind", graph.FieldType: "e.type", graph.FieldStatus: "e.status",
		graph.FieldDate: "e.day", graph.FieldDisputed: "e.disputed",
	}
	actorColumns  = columns{graph.FieldID: "a.id", graph.FieldKind: "a.kind", graph.FieldCountry: "a.country"}
	sourceColumns = columns{
		graph.FieldID: "a.id", graph.FieldSource: "a.source", graph.FieldTitle: "a.folded", graph.FieldPublished: "a.day",
	}
	placeColumns = columns{graph.FieldPlace: "p.id", graph.FieldPlaceName: "p.key", graph.FieldPlaceCountry: "p.country"}
	nameColumns  = columns{graph.FieldName: "n.name"}
	roles        = map[graph.Field]int{
		graph.FieldActors: roleActor, graph.FieldRecipients: roleRecipient, graph.FieldParticipants: roleActor | roleRecipient,
	}
)

// clause is a piece of SQL with its parameters.
type clause struct {
	text strings.Builder
	args []any
	err  error
}

// where compiles a condition on rows with those columns.
func where(c graph.Cond, on columns) (text string, args []any, err error) {
	var w clause
	w.cond(c, on)
	return w.text.String(), w.args, w.err
}

func (w *clause) add(text string, args ...any) {
	w.text.WriteString(text)
	w.args = append(w.args, args...)
}

func (w *clause) cond(c graph.Cond, on columns) {
	switch c.Op {
	case graph.OpAnd:
		w.join(c.Subs, on, " AND ", "1")
	case graph.OpOr:
		w.join(c.Subs, on, " OR ", "0")
	case graph.OpNot:
		w.add("NOT ")
		w.join(c.Subs, on, "", "")
	case graph.OpSome:
		w.add("e.id IN (SELECT l.event FROM nodes a JOIN links l ON l.parent = a.id WHERE l.role & ? AND ", roles[c.Field])
		w.join(c.Subs, actorColumns, "", "")
		w.add(")")
	default:
		w.comparison(c, on)
	}
}

// join writes sub-conditions in parentheses.
func (w *clause) join(subs []graph.Cond, on columns, operator, none string) {
	if len(subs) == 0 {
		w.add(none)
		return
	}
	w.add("(")
	for i, sub := range subs {
		if i > 0 {
			w.add(operator)
		}
		w.cond(sub, on)
	}
	w.add(")")
}

// comparison writes a comparison of a field, in the table where the field is.
func (w *clause) comparison(c graph.Cond, on columns) {
	column, here := on[c.Field]
	switch {
	case here:
		w.compare(c, column)
	case c.Field == graph.FieldName:
		w.add("a.id IN (SELECT n.node FROM names n WHERE ")
		w.compare(c, nameColumns[c.Field])
		w.add(")")
	case placeColumns[c.Field] != "":
		w.add("e.place IN (SELECT p.id FROM nodes p WHERE p.actor = 0 AND ")
		w.compare(c, placeColumns[c.Field])
		w.add(")")
	default:
		w.err = fmt.Errorf("field %q: %w", c.Field, graph.ErrInvalid)
	}
}

var signs = map[graph.Op]string{graph.OpGt: ">", graph.OpGte: ">=", graph.OpLt: "<", graph.OpLte: "<="}

func (w *clause) compare(c graph.Cond, column string) {
	switch c.Op {
	case graph.OpIn:
		list, err := jsonOf(c.Values)
		if err != nil {
			w.err = err
		}
		w.add(column+" IN (SELECT value FROM json_each(?))", list)
	case graph.OpEq:
		w.add(column+" = ?", c.Values[0])
	case graph.OpContains:
		w.add("instr("+column+", ?) > 0", c.Values[0])
	case graph.OpStartsWith:
		w.add("substr("+column+", 1, length(?)) = ?", c.Values[0], c.Values[0])
	default:
		w.order(c, column)
	}
}

// order writes a comparison that is false of unknown values.
func (w *clause) order(c graph.Cond, column string) {
	switch sign := signs[c.Op]; {
	case sign == "":
		w.err = fmt.Errorf("operation %q: %w", c.Op, graph.ErrInvalid)
	case c.Values[0] == "":
		w.add("0")
	case sign[0] == '<':
		w.add("("+column+" > '' AND "+column+" "+sign+" ?)", c.Values[0])
	default:
		w.add(column+" "+sign+" ?", c.Values[0])
	}
}
