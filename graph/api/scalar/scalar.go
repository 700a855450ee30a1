// Package scalar writes and reads the plain values of the GraphQL schema: ids, dates and texts.
//
//	graph.ID   "person:xi-jinping"  ◀─▶  ID
//	graph.Date "2023-09", ""        ◀─▶  Date: "2023-09", null
//	string     "Reuters", ""        ◀─▶  String: "Reuters", null
//
// In the graph an unknown text or date is empty; in GraphQL it is null. That translation is made here and nowhere else.
// The package stands alone so that gqlgen's output and the resolvers can both import it.
package scalar

import (
	"encoding/json"
	"fmt"

	"github.com/99designs/gqlgen/graphql"

	"demarche/graph"
)

// MarshalID writes an id.
func MarshalID(id graph.ID) graphql.Marshaler { return graphql.MarshalString(string(id)) }

// UnmarshalID reads an id: a string or, as GraphQL allows, an integer.
func UnmarshalID(v any) (graph.ID, error) {
	switch v := v.(type) {
	case string:
		return graph.ID(v), nil
	case json.Number, int, int64:
		return graph.ID(fmt.Sprint(v)), nil
	}
	return "", fmt.Errorf("id of type %T: %w", v, graph.ErrInvalid)
}

// MarshalDate writes a date as precisely as it is known, and the unknown date as null.
func MarshalDate(d graph.Date) graphql.Marshaler {
	if d == "" {
		return graphql.Null
	}
	return graphql.MarshalString(string(d))
}

// UnmarshalDate reads YYYY, YYYY-MM or YYYY-MM-DD; anything else, and the empty string, is graph.ErrDate.
func UnmarshalDate(v any) (graph.Date, error) {
	s, ok := v.(string)
	if !ok || s == "" {
		return "", fmt.Errorf("%v: %w", v, graph.ErrDate)
	}
	return graph.ParseDate(s)
}

// MarshalString writes a text, and the empty text as null. Of the texts that must be there,
// Reading.Check sees that names, titles of offices and rules are not empty, and the way in that articles have a text.
func MarshalString(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return graphql.MarshalString(s)
}

// UnmarshalString reads a text.
func UnmarshalString(v any) (string, error) { return graphql.UnmarshalString(v) }
