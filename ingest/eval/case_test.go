package eval_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"demarche/ingest"
	"demarche/ingest/eval"
)

var update = flag.Bool("update", false, "rewrite testdata/report.golden; read the diff")

// readers are the readers of the two scopes.
func readers(t *testing.T) map[bool]*ingest.Reader {
	t.Helper()
	out := map[bool]*ingest.Reader{}
	for _, all := range []bool{false, true} {
		r, err := ingest.NewReader(all)
		if err != nil {
			t.Fatal(err)
		}
		out[all] = r
	}
	return out
}

func cases(t *testing.T) []eval.Case {
	t.Helper()
	cases, err := eval.ReadCases(os.DirFS("testdata"))
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

// The golden report shows what every change to the extractor does to each case, right or wrong.
func TestTheGoldCasesReadAsTheReportSays(t *testing.T) {
	readers := readers(t)
	var outcomes []eval.Outcome
	for _, c := range cases(t) {
		reading, err := readers[c.All].Read(c.Raw)
		if err != nil {
			t.Fatalf("%s/%s: %v", c.Phenomenon, c.Name, err)
		}
		outcomes = append(outcomes, c.Compare(eval.State(reading)))
	}
	var report bytes.Buffer
	eval.PrintOutcomes(&report, outcomes)
	const golden = "testdata/report.golden"
	if *update {
		if err := os.WriteFile(golden, report.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(report.String(), "\n")); diff != "" {
		t.Errorf("the report changed (-want +got); go test ./ingest/eval -update, and read the diff:\n%s", diff)
	}
}

func TestThereAre150GoldSentencesOfDifferentWords(t *testing.T) {
	seen := map[string]string{}
	for _, c := range cases(t) {
		key, name := c.Raw.Text, c.Phenomenon+"/"+c.Name
		if c.All {
			continue // the same text in both scopes is wanted
		}
		if seen[key] != "" {
			t.Errorf("%s and %s have the same text", name, seen[key])
		}
		seen[key] = name
	}
	if len(seen) < 150 {
		t.Errorf("%d cases", len(seen))
	}
}

func TestAStatementIsReadAsItIsWritten(t *testing.T) {
	for _, line := range []string{
		"Xi Jinping | MEET | Han Duck-soo | HAPPENED | in Hangzhou | on 2023-09-23 | during Asian Games | says Reuters < Yonhap",
		"Peru & Chile | THREATEN=SANCTION | - | PLANNED | in Lima? | on 2024-03?",
		"Han Duck-soo | HOLDS | prime minister of South Korea",
	} {
		s, err := eval.ParseStatement(line)
		if err != nil {
			t.Fatal(err)
		}
		if s.String() != line {
			t.Errorf("read %q, wrote %q", line, s)
		}
	}
}

func TestWhatIsNoStatementIsRefused(t *testing.T) {
	for claim, line := range map[string]string{
		"no status":              "Peru | MEET | Chile",
		"a status nobody knows":  "Peru | MEET | Chile | PERHAPS",
		"a kind nobody knows":    "Peru | GREET | Chile | HAPPENED",
		"a type nobody knows":    "Peru | MEET=GREET | Chile | HAPPENED",
		"a field nobody knows":   "Peru | MEET | Chile | HAPPENED | near Lima",
		"a date of no calendar":  "Peru | MEET | Chile | HAPPENED | on 2024-02-30",
		"a sentence":             "Peru met Chile.",
		"an office with a state": "Rosa Huaman | HOLDS | president of Peru | HAPPENED",
	} {
		if s, err := eval.ParseStatement(line); err == nil {
			t.Errorf("%s: %q is read as %+v", claim, line, s)
		}
	}
}

// oneCase is a case with these statements wanted.
func oneCase(t *testing.T, want ...string) eval.Case {
	t.Helper()
	dir := fstest.MapFS{"x.txtar": {Data: []byte("-- a.txt --\nText.\n-- a.want --\n" + strings.Join(want, "\n"))}}
	cases, err := eval.ReadCases(dir)
	if err != nil || len(cases) != 1 {
		t.Fatal(cases, err)
	}
	return cases[0]
}

func TestReadStatementsAreComparedWithWantedOnes(t *testing.T) {
	for _, c := range []struct {
		claim, want, read string
		expect            string // what the report says of it
	}{
		{"equal statements are right", "Peru | CONDEMN | Chile | HAPPENED", "Peru | CONDEMN | Chile | HAPPENED", "right"},
		{"a meeting has no first side", "Peru | MEET | Chile | HAPPENED", "Chile & Peru | MEET | - | HAPPENED", "right"},
		{"another recipient is missed, and extra", "Peru | CONDEMN | Chile | HAPPENED", "Peru | CONDEMN | - | HAPPENED", "missed extra"},
		{"another kind is missed, and extra", "Peru | CONDEMN | Chile | HAPPENED", "Peru | ACCUSE | Chile | HAPPENED", "missed extra"},
		{"another status differs", "Peru | MEET | Chile | PLANNED", "Peru | MEET | Chile | HAPPENED", "differs: status HAPPENED"},
		{"another type differs", "Peru | VOTE=REJECT | Chile | HAPPENED", "Peru | VOTE | Chile | HAPPENED", "differs: type SUPPORT"},
		{"a place that was not read differs", "Peru | MEET | Chile | HAPPENED | in Lima", "Peru | MEET | Chile | HAPPENED", "differs: no place"},
		{"a place that is too much differs", "Peru | MEET | Chile | HAPPENED", "Peru | MEET | Chile | HAPPENED | in Lima", "differs: place Lima"},
		{"an inferred place is not too much", "Peru | MEET | Chile | HAPPENED", "Peru | MEET | Chile | HAPPENED | in Lima? | on 2024?", "right"},
		{"a stated place is not an inferred one", "Peru | MEET | Chile | HAPPENED | in Lima?", "Peru | MEET | Chile | HAPPENED | in Lima", "differs: place Lima"},
		{"a coarser date differs", "Peru | MEET | Chile | HAPPENED | on 2024-03-05", "Peru | MEET | Chile | HAPPENED | on 2024-03", "differs: date 2024-03"},
		{"an occasion that was not read differs", "Peru | MEET | Chile | HAPPENED | during Asian Games", "Peru | MEET | Chile | HAPPENED", "differs: no occasion"},
		{"a source counts without its article", "Peru | MEET | Chile | HAPPENED | says the Envoy", "Peru | MEET | Chile | HAPPENED | says envoy", "right"},
		{"a chain counts in its order", "Peru | MEET | Chile | HAPPENED | says a < b", "Peru | MEET | Chile | HAPPENED | says b < a", "differs: source b < a"},
		{"an office that is wanted and not read is missed", "Ana | HOLDS | king of Peru", "Ana | HOLDS | queen of Peru", "missed"},
		{"an office is never too much", "", "Ana | HOLDS | queen of Peru", ""},
		{"a statement where none is wanted is extra", "", "Peru | CONDEMN | Chile | HAPPENED", "extra"},
	} {
		read, err := eval.ParseStatement(c.read)
		if err != nil {
			t.Fatal(err)
		}
		o := oneCase(t, c.want).Compare([]eval.Statement{read})
		var got []string
		for _, part := range []struct {
			name string
			n    int
		}{{"right", len(o.Right)}, {"missed", len(o.Missed)}, {"extra", len(o.Extra)}} {
			if part.n > 0 {
				got = append(got, part.name)
			}
		}
		for _, d := range o.Differs {
			got = append(got, "differs: "+strings.Join(d.Got, ", "))
		}
		if text := strings.Join(got, " "); text != c.expect {
			t.Errorf("%s: got %q, want %q", c.claim, text, c.expect)
		}
	}
}

func TestAStatementReadTwiceIsExtraOnce(t *testing.T) {
	s, err := eval.ParseStatement("Peru | CONDEMN | Chile | HAPPENED")
	if err != nil {
		t.Fatal(err)
	}
	o := oneCase(t, s.String()).Compare([]eval.Statement{s, s})
	if len(o.Right) != 1 || len(o.Extra) != 1 {
		t.Errorf("%d right, %d extra", len(o.Right), len(o.Extra))
	}
}

func TestACaseMayHaveAHead(t *testing.T) {
	dir := fstest.MapFS{"x.txtar": {Data: []byte("What it is about.\n\n-- a.txt --\npublished: 2020-01-02\nsource: Wire\nscope: all\n\nFirst.\n\nSecond: third.\n-- a.want --\n-- b.txt --\nHe said: one.\n\nTwo.\n-- b.want --\n")}}
	cases, err := eval.ReadCases(dir)
	if err != nil || len(cases) != 2 {
		t.Fatal(cases, err)
	}
	a, b := cases[0], cases[1]
	if a.Raw.Published != "2020-01-02" || a.Raw.Source != "Wire" || !a.All || a.Raw.Text != "First.\n\nSecond: third." || a.Phenomenon != "x" {
		t.Errorf("with a head: %+v", a)
	}
	if b.Raw.Published != eval.Published || b.All || b.Raw.Text != "He said: one.\n\nTwo." {
		t.Errorf("without one: %+v", b)
	}
}

func TestABrokenCaseIsNamed(t *testing.T) {
	for claim, data := range map[string]string{
		"no want":       "-- a.txt --\nText.\n",
		"another want":  "-- a.txt --\nText.\n-- b.want --\n",
		"no text":       "-- a.want --\n-- b.want --\n",
		"unknown key":   "-- a.txt --\nauthor: Ana\n\nText.\n-- a.want --\n",
		"bad statement": "-- a.txt --\nText.\n-- a.want --\nPeru met Chile.\n",
	} {
		_, err := eval.ReadCases(fstest.MapFS{"x.txtar": {Data: []byte(data)}})
		if !errors.Is(err, eval.ErrCase) && !errors.Is(err, eval.ErrStatement) || err == nil || !strings.HasPrefix(err.Error(), "x.txtar: ") {
			t.Errorf("%s: %v", claim, err)
		}
	}
}
