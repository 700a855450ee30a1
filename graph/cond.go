package graph

import (
	"slices"
	"strconv"
	"strings"
)

// Cond is a filter compiled to the little language that stores translate: a tree of And, Or, Not and Some over
// comparisons. Fields come from the allow-list below, values are data.
type Cond struct {
	Op     Op
	Field  Field    // of comparisons, Some
	Values []string // of comparisons: one, or for In any number
	Subs   []Cond   // of And, Or, Not and Some (there: what one of the field's actors must pass)
}

// Op is an operation of Cond.
type Op string

// The operations. And of nothing is true, Or of nothing is false. Gt … Lte are false of an empty field value.
const (
	OpAnd        Op = "and"
	OpOr         Op = "or"
	OpNot        Op = "not"
	OpSome       Op = "some"
	OpEq         Op = "eq"
	OpIn         Op = "in"
	OpContains   Op = "contains"
	OpStartsWith Op = "startsWith"
	OpGt         Op = "gt"
	OpGte        Op = "gte"
	OpLt         Op = "lt"
	OpLte        Op = "lte"
)

// Field is what a comparison reads of a node. A field may have several values (the names of an actor): a comparison
// holds when it holds for one of them.
type Field string

// The fields. Dates are first days; names are folded; truth values are "true" and "false".
const (
	FieldID           Field = "id"
	FieldKind         Field = "kind"
	FieldType         Field = "type"
	FieldStatus       Field = "status"
	FieldDate         Field = "date"
	FieldDisputed     Field = "disputed"
	FieldActors       Field = "actors"
	FieldRecipients   Field = "recipients"
	FieldParticipants Field = "participants"
	FieldPlace        Field = "place"        // the place's id
	FieldPlaceName    Field = "placeName"    // folded
	FieldPlaceCountry Field = "placeCountry" // alpha-3
	FieldName         Field = "name"         // of an actor: every known name, folded
	FieldCountry      Field = "country"      // of an actor, alpha-3
	FieldSource       Field = "source"       // of an article
	FieldTitle        Field = "title"        // of an article, folded
	FieldPublished    Field = "published"    // of an article, first day
)

// And joins conditions.
func And(subs ...Cond) Cond { return Cond{Op: OpAnd, Subs: subs} }

// Cond compiles the filter.
func (w EventWhere) Cond() Cond {
	all := slices.Concat(
		ids(FieldID, w.ID), truth(FieldDisputed, w.Disputed), dates(FieldDate, w.Date),
		actors(FieldActors, w.Actors), actors(FieldRecipients, w.Recipients), actors(FieldParticipants, w.Participants))
	if w.Kind != nil {
		all = append(all, enum(FieldKind, w.Kind.Eq, w.Kind.Ne, w.Kind.In)...)
	}
	if w.Type != nil {
		all = append(all, enum(FieldType, w.Type.Eq, w.Type.Ne, w.Type.In)...)
	}
	if w.Status != nil {
		all = append(all, enum(FieldStatus, w.Status.Eq, w.Status.Ne, w.Status.In)...)
	}
	if w.Place != nil {
		all = slices.Concat(all, ids(FieldPlace, w.Place.ID), text(FieldPlaceName, w.Place.Name, Fold),
			text(FieldPlaceCountry, w.Place.Country, asIs))
	}
	return logic(all, w.And, w.Or, w.Not, EventWhere.Cond)
}

// Cond compiles the filter.
func (w ActorWhere) Cond() Cond {
	all := slices.Concat(ids(FieldID, w.ID), text(FieldName, w.Name, Fold), text(FieldCountry, w.Country, asIs))
	if w.Kind != nil {
		all = append(all, enum(FieldKind, w.Kind.Eq, nil, w.Kind.In)...)
	}
	return logic(all, w.And, w.Or, w.Not, ActorWhere.Cond)
}

// Cond compiles the filter.
func (w ArticleWhere) Cond() Cond {
	all := slices.Concat(ids(FieldID, w.ID), text(FieldSource, w.Source, asIs), text(FieldTitle, w.Title, Fold),
		dates(FieldPublished, w.Published))
	return logic(all, w.And, w.Or, w.Not, ArticleWhere.Cond)
}

// logic adds a filter's And, Or and Not to what it says itself. An Or that is given but empty is false.
func logic[W any](all []Cond, and, or []W, not *W, compile func(W) Cond) Cond {
	for _, w := range and {
		all = append(all, compile(w))
	}
	if or != nil {
		any := Cond{Op: OpOr}
		for _, w := range or {
			any.Subs = append(any.Subs, compile(w))
		}
		all = append(all, any)
	}
	if not != nil {
		all = append(all, negate(compile(*not)))
	}
	return And(all...)
}

func negate(c Cond) Cond { return Cond{Op: OpNot, Subs: []Cond{c}} }

func compare(op Op, f Field, values ...string) Cond { return Cond{Op: op, Field: f, Values: values} }

func ids(f Field, op *IDOp) []Cond {
	if op == nil {
		return nil
	}
	return enum(f, op.Eq, nil, op.In)
}

// enum compiles the comparisons of a closed vocabulary. A list that is given but empty matches nothing.
func enum[T ~string](f Field, eq, ne *T, in []T) (out []Cond) {
	if eq != nil {
		out = append(out, compare(OpEq, f, string(*eq)))
	}
	if ne != nil {
		out = append(out, negate(compare(OpEq, f, string(*ne))))
	}
	if in != nil {
		list := make([]string, len(in))
		for i, v := range in {
			list[i] = string(v)
		}
		out = append(out, compare(OpIn, f, list...))
	}
	return out
}

func asIs(s string) string { return s }

func text(f Field, op *StringOp, form func(string) string) (out []Cond) {
	if op == nil {
		return nil
	}
	if op.Eq != nil {
		out = append(out, compare(OpEq, f, form(*op.Eq)))
	}
	if op.Ne != nil {
		out = append(out, negate(compare(OpEq, f, form(*op.Ne))))
	}
	if op.In != nil {
		list := make([]string, len(op.In))
		for i, v := range op.In {
			list[i] = form(v)
		}
		out = append(out, compare(OpIn, f, list...))
	}
	if op.Contains != nil {
		out = append(out, compare(OpContains, f, form(*op.Contains)))
	}
	if op.StartsWith != nil {
		out = append(out, compare(OpStartsWith, f, form(*op.StartsWith)))
	}
	return out
}

func dates(f Field, op *DateOp) (out []Cond) {
	if op == nil {
		return nil
	}
	for _, c := range []struct {
		op    Op
		value *Date
	}{{OpEq, op.Eq}, {OpGt, op.Gt}, {OpGte, op.Gte}, {OpLt, op.Lt}, {OpLte, op.Lte}} {
		if c.value != nil {
			out = append(out, compare(c.op, f, c.value.First()))
		}
	}
	if op.In != nil {
		list := make([]string, len(op.In))
		for i, d := range op.In {
			list[i] = d.First()
		}
		out = append(out, compare(OpIn, f, list...))
	}
	return out
}

func truth(f Field, op *BoolOp) (out []Cond) {
	if op == nil {
		return nil
	}
	if op.Eq != nil {
		out = append(out, compare(OpEq, f, strconv.FormatBool(*op.Eq)))
	}
	if op.In != nil {
		list := make([]string, len(op.In))
		for i, v := range op.In {
			list[i] = strconv.FormatBool(v)
		}
		out = append(out, compare(OpIn, f, list...))
	}
	return out
}

func actors(f Field, op *ActorsOp) (out []Cond) {
	if op == nil {
		return nil
	}
	if op.Some != nil {
		out = append(out, Cond{Op: OpSome, Field: f, Subs: []Cond{op.Some.Cond()}})
	}
	if op.None != nil {
		out = append(out, negate(Cond{Op: OpSome, Field: f, Subs: []Cond{op.None.Cond()}}))
	}
	return out
}

// Row is what a condition is held against when it is evaluated in Go.
type Row interface {
	Values(Field) []string // the values of a field
	Rows(Field) []Row      // the actors of a field
}

// Match evaluates the condition. The stores translate it instead; that they agree with Match is part of their
// conformance suite.
func (c Cond) Match(row Row) bool {
	match := func(sub Cond) bool { return sub.Match(row) }
	switch c.Op {
	case OpAnd:
		return !slices.ContainsFunc(c.Subs, func(s Cond) bool { return !match(s) })
	case OpOr:
		return slices.ContainsFunc(c.Subs, match)
	case OpNot:
		return !match(c.Subs[0])
	case OpSome:
		return slices.ContainsFunc(row.Rows(c.Field), c.Subs[0].Match)
	}
	return slices.ContainsFunc(row.Values(c.Field), c.holds)
}

// holds compares one value.
func (c Cond) holds(value string) bool {
	switch c.Op {
	case OpIn:
		return slices.Contains(c.Values, value)
	case OpContains:
		return strings.Contains(value, c.Values[0])
	case OpStartsWith:
		return strings.HasPrefix(value, c.Values[0])
	case OpEq:
		return value == c.Values[0]
	}
	if value == "" || c.Values[0] == "" {
		return false
	}
	switch c.Op {
	case OpGt:
		return value > c.Values[0]
	case OpGte:
		return value >= c.Values[0]
	case OpLt:
		return value < c.Values[0]
	}
	return value <= c.Values[0]
}
