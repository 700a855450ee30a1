package eval_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest/eval"
)

func sentences(t *testing.T, lines ...string) []eval.Sentence {
	t.Helper()
	s, err := eval.ReadSentences(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEqualSentencesAreOneWithAllTheirTypes(t *testing.T) {
	got := sentences(t, `{"sentence": "A met B.", "plover_root": "CONSULT"}`, `{"sentence": "C left D.", "plover_root": "YIELD"}`, ``,
		`{"sentence": "A met B.", "plover_root": "AGREE"}`)
	want := []eval.Sentence{
		{Text: "A met B.", Types: map[graph.Type]bool{"CONSULT": true, "AGREE": true}},
		{Text: "C left D.", Types: map[graph.Type]bool{eval.Yield: true}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestTypesAreComparedAsSets(t *testing.T) {
	for _, c := range []struct {
		claim     string
		predicted []graph.Type
		want      eval.Tally
	}{
		{"both types found", []graph.Type{"CONSULT", "AGREE"}, tally(2, 0, 0)},
		{"one of two", []graph.Type{"AGREE"}, tally(1, 0, 1)},
		{"a type found twice counts once", []graph.Type{"AGREE", "AGREE", "AID", "AID"}, tally(1, 1, 1)},
		{"nothing found", nil, tally(0, 0, 2)},
	} {
		var p eval.Plover
		p.Add(sentences(t, `{"sentence": "A met B.", "plover_root": "CONSULT"}`, `{"sentence": "A met B.", "plover_root": "AGREE"}`)[0], c.predicted)
		if p.All != c.want {
			t.Errorf("%s: got %+v, want %+v", c.claim, p.All, c.want)
		}
	}
}

func TestConcedeRetreatAndYieldAreOneType(t *testing.T) {
	for _, root := range []string{"CONCEDE", "RETREAT", "YIELD"} {
		for _, predicted := range []graph.Type{"CONCEDE", "RETREAT", "YIELD"} {
			var p eval.Plover
			p.Add(sentences(t, `{"sentence": "A left B.", "plover_root": "`+root+`"}`)[0], []graph.Type{predicted})
			if p.All != tally(1, 0, 0) || p.Types[eval.Yield] != tally(1, 0, 0) {
				t.Errorf("%s predicted as %s: %+v", root, predicted, p.All)
			}
		}
	}
}

func TestABrokenLineIsNamed(t *testing.T) {
	_, err := eval.ReadSentences(strings.NewReader("\n{\"sentence\": 3}\n"))
	if err == nil || !strings.HasPrefix(err.Error(), "line 2: ") {
		t.Errorf("got %v", err)
	}
}

func TestPloverFiguresHaveARowAType(t *testing.T) {
	var p eval.Plover
	s := sentences(t, `{"sentence": "A met B.", "plover_root": "CONSULT"}`)[0]
	p.Add(s, []graph.Type{"CONSULT", "RETREAT"})
	var out strings.Builder
	p.Print(&out)
	want := `plover   P 0.500  R 1.000  F1 0.667   (tp 1 fp 1 fn 0)

type                  tp    fp    fn      P      R     F1
CONSULT                1     0     0  1.000  1.000  1.000
YIELD                  0     1     0  0.000  0.000  0.000
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"missed [] extra [YIELD]: A met B."}, p.Errors); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}
