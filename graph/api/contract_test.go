package api_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph/api/console"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// The three queries that the project promises to keep answering, as they are written.
const (
	eventsQuery = `{ events(first: 50, where: {kind: {eq: MEET}, status: {in: [HAPPENED, ONGOING]}, date: {gte: "2023-01-01"}}) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { id name type kind status date place { name country }
                participants { __typename id name ... on Person { country } }
                actors { name } recipients { name }
                reports { status evidence { text start end } article { title url published } attribution { name } } } } }`
	actorQuery = `{ actor(name: "Xi Jinping") { __typename name country events(first: 10) { nodes { name date } }
        ... on Person { offices { title country } met { actor { name } event { name date } place { name } } } } }`
	searchQuery = `{ search(query: "Hangzhou", first: 5) { nodes { __typename } } }`
)

func TestThePromisedQueriesAnswerAsTheyAreWritten(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	for name, query := range map[string]string{"events": eventsQuery, "actor": actorQuery, "search": searchQuery} {
		t.Run(name, func(t *testing.T) { golden(t, filepath.Join("testdata", name+".json"), c.data(query)) })
	}
}

// golden compares with a file, or rewrites it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got+"\n"); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func TestEvidenceIsAPieceOfTheArticleByteForByte(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	var got struct {
		Articles struct {
			Nodes []struct {
				Text    string
				Reports []struct {
					Evidence struct {
						Text       string
						Start, End int
					}
					Event struct{ Reports []struct{ Rule string } }
				}
			}
		}
	}
	c.into(&got, `{ articles { nodes { text reports { evidence { text start end } event { reports { rule } } } } } }`)
	reports := 0
	for _, a := range got.Articles.Nodes {
		for _, r := range a.Reports {
			reports++
			if e := r.Evidence; a.Text[e.Start:e.End] != e.Text || e.Text == "" {
				t.Errorf("evidence %+v is not in %q", e, a.Text)
			}
			if len(r.Event.Reports) == 0 {
				t.Errorf("the event of %q has no report", r.Evidence.Text)
			}
		}
	}
	if reports != 4 {
		t.Errorf("%d reports, want 4", reports)
	}
}

func TestTheExamplesOfTheConsoleAreAnswered(t *testing.T) {
	examples, err := console.Examples()
	if err != nil {
		t.Fatal(err)
	}
	c := serve(t, filled(t, seed()...))
	for _, e := range examples {
		var variables map[string]any
		if e.Variables != nil {
			if err := json.Unmarshal(e.Variables, &variables); err != nil {
				t.Errorf("%s: variables %s: %v", e.Title, e.Variables, err)
			}
		}
		var list []any
		for name, v := range variables {
			list = append(list, name, v)
		}
		c.data(e.Query, list...)
	}
}
