package syntax_test

import (
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"demarche/ingest/syntax"
)

func model(t testing.TB) *syntax.Model {
	t.Helper()
	m, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// parse gives the first sentence of a text, parsed.
func parse(t testing.TB, text string) *syntax.Sentence {
	t.Helper()
	sentences := syntax.Split(text, whole(text))
	if len(sentences) == 0 {
		t.Fatalf("no sentence in %q", text)
	}
	model(t).Parse(&sentences[0])
	return &sentences[0]
}

// arc finds the token with a text and prints its relation and head: "nsubj(met)".
func arc(s *syntax.Sentence, text string) string {
	for _, t := range s.Tokens {
		if t.Text == text {
			if t.Head < 0 {
				return "root"
			}
			return t.Rel.String() + "(" + s.Tokens[t.Head].Text + ")"
		}
	}
	return "no such token"
}

func TestWhoDidWhatToWhomIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want map[string]string
	}{
		"subject and object":             {"China accused Japan of provocation.", map[string]string{"China": "nsubj(accused)", "Japan": "obj(accused)", "accused": "root"}},
		"a passive has its agent":        {"The agreement was signed by Iran.", map[string]string{"agreement": "nsubj:pass(signed)", "was": "aux:pass(signed)", "Iran": "obl:agent(signed)"}},
		"a relative clause in between":   {"Xi, who has not visited South Korea since 2014, held talks with Han in Hangzhou.", map[string]string{"Xi": "nsubj(held)", "who": "nsubj(visited)", "talks": "obj(held)", "visited": "acl:relcl(Xi)"}},
		"a speaker behind the quotation": {"“The talks failed,” said Sergei Lavrov.", map[string]string{"talks": "nsubj(failed)", "Sergei": "nsubj(said)"}},
		"a rarer verb behind it":         {"“We will respond,” stated Xi, according to CCTV.", map[string]string{"respond": "ccomp(stated)", "Xi": "nsubj(stated)"}},
		"but what is said is no speaker": {"Xi, reported by CCTV, announced talks.", map[string]string{"talks": "obj(announced)", "Xi": "nsubj(announced)"}},
		"a headline in title case":       {"Russia Accuses Ukraine of Drone Attack on Moscow", map[string]string{"Russia": "nsubj(Accuses)", "Ukraine": "obj(Accuses)"}},
		"an infinitive":                  {"Russia plans to visit Turkey.", map[string]string{"Russia": "nsubj(plans)", "visit": "xcomp(plans)", "Turkey": "obj(visit)"}},
		"a clause of what is said":       {"He said that Israel attacked Iran.", map[string]string{"attacked": "ccomp(said)", "Israel": "nsubj(attacked)", "Iran": "obj(attacked)"}},
		"a list":                         {"France and Germany condemned the attack.", map[string]string{"France": "nsubj(condemned)", "Germany": "conj(France)"}},
	} {
		t.Run(name, func(t *testing.T) {
			s := parse(t, c.text)
			got := map[string]string{}
			for word := range c.want {
				got[word] = arc(s, word)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLemmasAreDictionaryForms(t *testing.T) {
	s := parse(t, "The ministers of both countries met and didn’t agree on imposing sanctions, officials said.")
	var got []string
	for _, tok := range s.Tokens {
		got = append(got, tok.Lemma)
	}
	want := "the minister of both country meet and do not agree on impose sanction , official say ."
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Error(diff)
	}
}

func TestTenseAndVoiceOfTheMainVerb(t *testing.T) {
	for text, want := range map[string]string{
		"Xi met Han.":                      "past false",
		"Xi has met Han.":                  "past false",
		"Xi meets Han.":                    "present false",
		"Xi will meet Han on Monday.":      "future false",
		"Xi may meet Han.":                 "modal false",
		"Xi is going to meet Han.":         "future false",
		"The treaty was signed in Moscow.": "past true",
		"The treaty will be signed today.": "future true",
	} {
		t.Run(text, func(t *testing.T) {
			s := parse(t, text)
			for i, tok := range s.Tokens {
				if tok.Head < 0 {
					got := s.Tense(i).String() + map[bool]string{true: " true", false: " false"}[s.Passive(i)]
					if got != want {
						t.Errorf("%s is %s, want %s", tok.Text, got, want)
					}
				}
			}
		})
	}
}

func TestNamesHaveTheirClasses(t *testing.T) {
	s := parse(t, "President Vladimir Putin arrived in Beijing on Tuesday.")
	var got []string
	for _, n := range s.Names {
		got = append(got, s.Tokens[n.From].Text+"–"+s.Tokens[n.To-1].Text+" "+n.Class.String())
	}
	if diff := cmp.Diff([]string{"Vladimir–Putin PERSON", "Beijing–Beijing PLACE"}, got); diff != "" {
		t.Error(diff)
	}
}

const news = "Chinese President Xi Jinping met with South Korean Prime Minister Han Duck-soo in Hangzhou on Saturday, CCTV reported."

func TestEveryGoroutineReadsTheSame(t *testing.T) {
	want := parse(t, news)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for range 20 {
				got := parse(t, news)
				if !reflect.DeepEqual(got, want) {
					t.Error("another reading")
				}
			}
		})
	}
	wait.Wait()
}

// checkTree holds a parsed sentence to: one root, every word reaches it, every label set.
func checkTree(t *testing.T, s *syntax.Sentence) {
	t.Helper()
	roots := 0
	for i, tok := range s.Tokens {
		if tok.Head < 0 {
			roots++
		}
		if tok.Tag == syntax.NoTag || tok.XPOS == syntax.NoXPOS || tok.Rel == syntax.NoRel || (tok.Head < 0) != (tok.Rel == syntax.Root) {
			t.Fatalf("token %d is %+v", i, tok)
		}
		at, steps := i, 0
		for ; at >= 0 && steps <= len(s.Tokens); steps++ {
			at = s.Tokens[at].Head
		}
		if at >= 0 {
			t.Fatalf("token %d is in a circle", i)
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots", roots)
	}
}

func TestHostileTextIsParsedInBoundedTime(t *testing.T) {
	m := model(t)
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			text := text[:len(text)/256]
			start := time.Now()
			for _, s := range syntax.Split(text, whole(text)) {
				m.Parse(&s)
				checkTree(t, &s)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestASentenceLongerThanSplitMakesIsOneTree(t *testing.T) {
	s := syntax.Sentence{}
	for range 500 {
		s.Tokens = append(s.Tokens, syntax.Token{Text: "talks"}, syntax.Token{Text: "and"})
	}
	model(t).Parse(&s)
	checkTree(t, &s)
}

func TestAnEmptySentenceStaysEmpty(t *testing.T) {
	s := syntax.Sentence{}
	model(t).Parse(&s)
	if len(s.Tokens) != 0 || len(s.Names) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestOnlyModelFilesAreOpened(t *testing.T) {
	for _, file := range []string{"", "demarche net\x01", "demarche net\x01" + strings.Repeat("\xff", 400), "demarche net\x01" + strings.Repeat("\x00", 400)} {
		if _, err := syntax.Open([]byte(file), nil); err == nil {
			t.Errorf("%q was opened", file)
		}
	}
}

func TestTheModelFitsItsHeap(t *testing.T) {
	model(t)
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	if mb := stats.HeapAlloc >> 20; mb > 60 {
		t.Errorf("heap of %d MB", mb)
	}
}

func TestParsingAWordAgainCostsNoMemory(t *testing.T) {
	m, s := model(t), parse(t, news)
	if n := testing.AllocsPerRun(100, func() { m.Parse(s) }); n > 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func BenchmarkParse(b *testing.B) {
	m := model(b)
	s := parse(b, news)
	b.ReportAllocs()
	for b.Loop() {
		m.Parse(s)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}

func BenchmarkSplit(b *testing.B) {
	blocks := whole(news)
	b.ReportAllocs()
	b.SetBytes(int64(len(news)))
	for b.Loop() {
		syntax.Split(news, blocks)
	}
}

func BenchmarkLoad(b *testing.B) {
	network, err := os.ReadFile("model/syntax.net")
	if err != nil {
		b.Fatal(err)
	}
	names, err := os.ReadFile("model/names.net")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := syntax.Open(network, names); err != nil {
			b.Fatal(err)
		}
	}
}
