package api_test

import (
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"demarche/graph"
	"demarche/graph/api/generated"
)

func schema() *ast.Schema {
	return generated.NewExecutableSchema(generated.Config{}).Schema()
}

func TestEveryTypeFieldArgumentAndValueIsDescribed(t *testing.T) {
	for name, def := range schema().Types {
		if def.BuiltIn {
			continue
		}
		described(t, name, def.Description)
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			described(t, name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				described(t, name+"."+f.Name+"("+a.Name+")", a.Description)
			}
		}
		for _, v := range def.EnumValues {
			described(t, name+"."+v.Name, v.Description)
		}
	}
}

func described(t *testing.T, what, description string) {
	t.Helper()
	if len(strings.Fields(description)) < 2 {
		t.Errorf("%s is described as %q", what, description)
	}
}

func TestEnumsHaveTheWordsOfTheGraph(t *testing.T) {
	var kinds []string
	for _, p := range graph.Predicates {
		kinds = append(kinds, string(p.Kind))
	}
	for name, words := range map[string][]string{
		"Kind": kinds, "Type": texts(graph.Types()), "Status": texts(graph.Statuses),
		"EventOrder":   texts([]graph.Order{graph.ByDate, graph.ByDateDesc}),
		"ActorOrder":   texts([]graph.Order{graph.ByName, graph.ByNameDesc}),
		"ArticleOrder": texts([]graph.Order{graph.ByPublished, graph.ByPublishedDesc}),
		"ActorKind":    texts([]graph.ActorKind{graph.PersonKind, graph.CountryKind, graph.OrganizationKind}),
		"Role":         texts([]graph.Role{graph.Outlet, graph.Agency, graph.Speaker}),
		"Quad":         texts([]graph.Quad{graph.VerbalCooperation, graph.MaterialCooperation, graph.VerbalConflict, graph.MaterialConflict}),
	} {
		values := schema().Types[name].EnumValues
		if len(values) != len(words) {
			t.Errorf("%s has %d values, the graph %d", name, len(values), len(words))
		}
		for _, w := range words {
			if values.ForName(w) == nil {
				t.Errorf("%s lacks %s", name, w)
			}
		}
	}
}

func texts[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}

func TestEveryFilteredFieldComparesWithEqAndIn(t *testing.T) {
	for name, def := range schema().Types {
		if def.Kind != ast.InputObject || !strings.HasSuffix(name, "Op") || name == "ActorsOp" {
			continue
		}
		for _, op := range []string{"eq", "in"} {
			if def.Fields.ForName(op) == nil {
				t.Errorf("%s has no %s", name, op)
			}
		}
	}
}
