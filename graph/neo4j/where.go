package neo4j

import (
	"fmt"
	"strings"

	"demarche/graph"
)

// filter translates conditions to Cypher. Values become parameters; fields and operations are looked up in the tables
// below, so that nothing a user wrote becomes part of a statement.
//
//	and(kind in [MEET], some actors(country eq CHN))
//	⇒ (e.kind IN $f0 AND EXISTS { (e)-[:ACTOR]->(e1:Actor) WHERE (coalesce(e1.country, '') = $f1) })
//
// Conditions have two truth values and Cypher has three: what may be missing gets a default, so that NOT is sound.
type filter struct {
	params map[string]any
	depth  int
}

// never is the condition that nothing passes.
const never = "false"

// cond translates a condition on the node that the variable v stands for.
func (f *filter) cond(c graph.Cond, v string) string {
	switch c.Op {
	case graph.OpAnd:
		return f.join(c.Subs, v, " AND ", "true")
	case graph.OpOr:
		return f.join(c.Subs, v, " OR ", never)
	case graph.OpNot:
		return "NOT " + f.join(c.Subs[:1], v, " AND ", "true")
	case graph.OpSome:
		f.depth++
		actor := fmt.Sprintf("a%d", f.depth)
		return fmt.Sprintf("EXISTS { (%s)-[:%s]->(%s:Actor) WHERE %s }", v, actorEnds[c.Field], actor, f.cond(c.Subs[0], actor))
	}
	return f.comparison(c, v)
}

func (f *filter) join(subs []graph.Cond, v, word, empty string) string {
	if len(subs) == 0 {
		return empty
	}
	parts := make([]string, len(subs))
	for i, sub := range subs {
		parts[i] = f.cond(sub, v)
	}
	return "(" + strings.Join(parts, word) + ")"
}

// actorEnds are the relationships from an event to its actors, its recipients, or both.
var actorEnds = map[graph.Field]string{
	graph.FieldActors: "ACTOR", graph.FieldRecipients: "RECIPIENT", graph.FieldParticipants: "ACTOR|RECIPIENT",
}

// operands say where a field's value is found; $v stands for the node. Each is never null.
var operands = map[graph.Field]string{
	graph.FieldID: "$v.id", graph.FieldKind: "$v.kind", graph.FieldType: "$v.type", graph.FieldStatus: "$v.status",
	graph.FieldDate: "$v.day", graph.FieldDisputed: "toString($v.disputed)", graph.FieldCountry: "coalesce($v.country, '')",
	graph.FieldSource: "coalesce($v.source, '')", graph.FieldTitle: "$v.folded", graph.FieldPublished: "$v.day",
}

// scenes say the same of an event's place, which there may not be: then no comparison holds.
var scenes = map[graph.Field]string{
	graph.FieldPlace: "p.id", graph.FieldPlaceName: "p.folded", graph.FieldPlaceCountry: "coalesce(p.country, '')",
}

func (f *filter) comparison(c graph.Cond, v string) string {
	if operand, ok := operands[c.Field]; ok {
		return f.compare(c, strings.ReplaceAll(operand, "$v", v))
	}
	if operand, ok := scenes[c.Field]; ok {
		return fmt.Sprintf("EXISTS { (%s)-[:AT]->(p:Place) WHERE %s }", v, f.compare(c, operand))
	}
	if c.Field == graph.FieldName {
		return f.name(c, v)
	}
	return never
}

// name compares any known name of an actor.
func (f *filter) name(c graph.Cond, v string) string {
	if c.Op == graph.OpEq {
		return fmt.Sprintf("%s IN %s.names", f.param(c.Values[0]), v)
	}
	return fmt.Sprintf("any(name IN %s.names WHERE %s)", v, f.compare(c, "name"))
}

var operators = map[graph.Op]string{
	graph.OpEq: "=", graph.OpContains: "CONTAINS", graph.OpStartsWith: "STARTS WITH",
	graph.OpGt: ">", graph.OpGte: ">=", graph.OpLt: "<", graph.OpLte: "<=",
}

func (f *filter) compare(c graph.Cond, operand string) string {
	switch c.Op {
	case graph.OpIn:
		return operand + " IN " + f.param(c.Values)
	case graph.OpEq, graph.OpContains, graph.OpStartsWith:
		return operand + " " + operators[c.Op] + " " + f.param(c.Values[0])
	case graph.OpGt, graph.OpGte, graph.OpLt, graph.OpLte:
		if c.Values[0] == "" {
			return never
		}
		return fmt.Sprintf("(%s <> '' AND %[1]s %s %s)", operand, operators[c.Op], f.param(c.Values[0]))
	}
	return never
}

// param makes a parameter of a value and gives its name.
func (f *filter) param(value any) string {
	name := fmt.Sprintf("f%d", len(f.params))
	f.params[name] = value
	return "$" + name
}
