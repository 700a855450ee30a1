package neo4j

import (
	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

// properties are those of a node or a relationship, or the columns of a record. Reading one that is not there, or of
// another type, gives the zero value: what says nothing is left out when it is written.
type properties map[string]any

func (p properties) text(key string) string { s, _ := p[key].(string); return s }
func (p properties) truth(key string) bool  { b, _ := p[key].(bool); return b }
func (p properties) count(key string) int   { n, _ := p[key].(int64); return int(n) }
func (p properties) id(key string) graph.ID { return graph.ID(p.text(key)) }
func (p properties) date(key string) graph.Date {
	return graph.Date(p.text(key))
}

// number is nil where there is none.
func (p properties) number(key string) *float64 {
	if f, ok := p[key].(float64); ok {
		return &f
	}
	return nil
}

func (p properties) texts(key string) []string {
	list, _ := p[key].([]any)
	var out []string
	for _, v := range list {
		s, _ := v.(string)
		out = append(out, s)
	}
	return out
}

func (p properties) ids(key string) []graph.ID {
	list, _ := p[key].([]any)
	var out []graph.ID
	for _, v := range list {
		s, _ := v.(string)
		out = append(out, graph.ID(s))
	}
	return out
}

// full is the map without what says nothing, as it is written.
func (p properties) full() map[string]any {
	for k, v := range p {
		switch v := v.(type) {
		case string:
			if v == "" {
				delete(p, k)
			}
		case []string:
			if len(v) == 0 {
				delete(p, k)
			}
		case bool:
			if !v {
				delete(p, k)
			}
		case *float64:
			if v == nil {
				delete(p, k)
			} else {
				p[k] = *v
			}
		}
	}
	return p
}

// column gives a record's column as properties: those of a node or of a relationship, or a map.
func column(r *bolt.Record, key string) properties {
	v, _ := r.Get(key)
	switch v := v.(type) {
	case bolt.Node:
		return v.Props
	case bolt.Relationship:
		return v.Props
	case map[string]any:
		return v
	}
	return nil
}

func text(r *bolt.Record, key string) string { return properties(r.AsMap()).text(key) }

// plain makes a parameter of ids.
func plain[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
