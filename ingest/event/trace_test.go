package event_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/demo"
	"demarche/ingest"
	"demarche/ingest/source"
)

// explain gives the printed trace of each report of a text of 5 March 2024.
func explain(t *testing.T, text string) (out []string) {
	t.Helper()
	reader, err := ingest.NewReader(false)
	if err != nil {
		t.Fatal(err)
	}
	_, traces, err := reader.Explain(source.Raw{ID: "a", Published: "2024-03-05", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	for _, trace := range traces {
		var b strings.Builder
		trace.Print(&b)
		out = append(out, b.String())
	}
	return out
}

func TestATraceSaysWhereEachFieldCameFrom(t *testing.T) {
	for text, want := range map[string]string{
		"Polish Foreign Minister Tomasz Wilk intends to visit Latvia in May, Reuters said.": `
  tree        visit ← xcomp of intends
              ├ mark [to]
              ├ obj [Latvia]
              └ obl in [May]
  actors      subject "Polish Foreign Minister Tomasz Wilk" = Tomasz Wilk
  recipients  obj "Latvia" = Latvia
  status      its own form "visit" = PLANNED
  place       obj "Latvia" = Latvia
  date        in its clause "May" = 2024-05
  attribution agency "Reuters" = Reuters
`,
		"Norway, which has not visited Japan since 2014, spoke.": `
  actors      subject "which" = Norway
  recipients  obj "Japan" = Japan
  status      its own form "visited" = DENIED
              since then "2014" = HAPPENED
  place       obj "Japan" = Japan
  date        in its clause "2014" = 2014
`,
		"Chad was accused by Sudan of arming rebels.": `
  actors      by "Sudan" = Sudan
  recipients  obj "Chad" = Chad
  status      its own form "accused" = HAPPENED
  date        the time of writing = 2024-03
`,
		"Talks between Serbia and Kosovo were called off on Monday.": `
  actors      between "Serbia" = Serbia & Kosovo
  status      its own form "Talks" = HAPPENED
              governed "called" = CANCELLED
`,
		"Iran condemned Israel on Sunday. In Geneva, Iran condemned Israel.": `
  again       told again = verbs:`,
	} {
		traces := explain(t, text)
		if len(traces) != 1 || !strings.Contains("\n"+traces[0], want) {
			t.Errorf("%q gives\n%s\nwhich lacks%s", text, strings.Join(traces, "\n"), want)
		}
	}
}

func TestATraceNamesItsRuleWithItsFrame(t *testing.T) {
	traces := explain(t, "Norway has a warm summer. Qatar mediated between Chad and Sudan.")
	if len(traces) != 1 || !strings.HasPrefix(traces[0], "  rule        verbs:") || !strings.Contains(traces[0], " MEDIATE, words mediate") {
		t.Errorf("got %q", traces)
	}
}

func TestExplainingReadsTheSame(t *testing.T) {
	reader, err := ingest.NewReader(true)
	if err != nil {
		t.Fatal(err)
	}
	for raw, err := range source.FS(demo.Articles(), "demo") {
		if err != nil {
			t.Fatal(err)
		}
		read, err := reader.Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		explained, traces, err := reader.Explain(raw)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(read, explained); diff != "" {
			t.Errorf("%s (-read +explained):\n%s", raw.Origin, diff)
		}
		for i, r := range explained.Reports {
			if traces[i].Report.ID != r.ID {
				t.Errorf("%s: trace %d is not of its report", raw.Origin, i)
			}
		}
	}
}
