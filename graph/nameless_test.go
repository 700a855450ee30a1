package graph_test

import (
	"errors"
	"testing"

	"demarche/graph"
)

func TestAReadingMustNameOfficesAndThoseWhoSaySo(t *testing.T) {
	ann := graph.Person{Identity: graph.Identity{ID: graph.PersonID("Ann Lee"), Kind: graph.PersonKind, Name: "Ann Lee"}}
	said := graph.Report{
		Article: graph.ArticleID("a"), Kind: graph.Meet, Type: graph.TypeConsult, Status: graph.Happened, Rule: "test",
		Actors: []graph.ID{ann.ID}, Evidence: graph.Span{End: 3},
	}
	reading := func(office, speaker string) graph.Reading {
		who, rep := ann, said
		who.Offices = []graph.Office{{Title: office}}
		rep.Attribution = []graph.Attribution{{Role: graph.Speaker, Name: speaker}}
		return graph.Reading{
			Article: graph.Article{ID: said.Article, Text: "Ann met."}, Actors: graph.Actors{who}, Reports: []graph.Report{rep.Identify()},
		}
	}
	if err := reading("envoy", "Ann").Check(); err != nil {
		t.Errorf("a reading with all names is refused: %v", err)
	}
	for what, r := range map[string]graph.Reading{"office": reading("", "Ann"), "attribution": reading("envoy", "")} {
		if err := r.Check(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("a nameless %s gives error %v", what, err)
		}
	}
}
