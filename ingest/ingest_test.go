package ingest_test

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/demo"
	"demarche/graph"
	"demarche/ingest"
	"demarche/ingest/source"
)

func newReader(t *testing.T) *ingest.Reader {
	t.Helper()
	r, err := ingest.NewReader(false)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// samples are the sample articles.
func samples(t *testing.T) (raws []source.Raw) {
	t.Helper()
	for raw, err := range source.FS(demo.Articles(), "demo") {
		if err != nil {
			t.Fatal(err)
		}
		raws = append(raws, raw)
	}
	return raws
}

func encode(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func readAll(t *testing.T, r *ingest.Reader, raws []source.Raw) (readings []graph.Reading) {
	t.Helper()
	for _, raw := range raws {
		reading, err := r.Read(raw)
		if err != nil {
			t.Fatalf("%s: %v", raw.Origin, err)
		}
		readings = append(readings, reading)
	}
	return readings
}

func TestTheReadingOfAnArticleDependsOnNothingElse(t *testing.T) {
	raws := samples(t)
	want := map[string]string{}
	for i, reading := range readAll(t, newReader(t), raws) {
		want[raws[i].ID] = encode(t, reading)
	}
	slices.Reverse(raws)
	reader := newReader(t)
	var workers sync.WaitGroup
	for _, raw := range raws {
		workers.Go(func() {
			reading, err := reader.Read(raw)
			if err != nil {
				t.Errorf("%s: %v", raw.ID, err)
			}
			if data, _ := json.Marshal(reading); string(data) != want[raw.ID] {
				t.Errorf("%s is read differently beside others", raw.ID)
			}
		})
	}
	workers.Wait()
}

func TestEveryReadingIsClosedAndItsReportsStandOnTheText(t *testing.T) {
	raws := samples(t)
	reports := 0
	for i, reading := range readAll(t, newReader(t), raws) {
		if err := reading.Check(); err != nil {
			t.Error(err)
		}
		if reading.Article.Text != raws[i].Text {
			t.Errorf("%s: the text was rewritten", raws[i].ID)
		}
		for _, r := range reading.Reports {
			if words := r.Evidence.Of(raws[i].Text); strings.TrimSpace(words) == "" {
				t.Errorf("%s: %s has no evidence", raws[i].ID, r.ID)
			}
			reports++
		}
	}
	if reports < len(raws) {
		t.Errorf("%d reports in %d articles", reports, len(raws))
	}
}

// article is a short report of a meeting, a plan, a charge and a sanction, by two outlets.
const article = `GENEVA, March 5 (Wire) - Danish Prime Minister Mette Holm met Finnish President Alva Probe in Oslo on Monday, Reuters reported.

Canada will impose sanctions on Belarus. Ecuador accused Venezuela of meddling in its vote.`

func TestAnExtractHasTheShapeThatScorersRead(t *testing.T) {
	reading, err := newReader(t).Read(source.Raw{ID: "017", Published: "2024-03-05", Text: article})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		ID     string           `json:"id"`
		Events []map[string]any `json:"events"`
	}
	if err := json.Unmarshal([]byte(encode(t, ingest.NewExtract(reading))), &got); err != nil {
		t.Fatal(err)
	}
	if got.ID != "017" || len(got.Events) != 3 {
		t.Fatalf("%+v", got)
	}
	person := func(name, country string) any {
		return map[string]any{"name": name, "type": "PERSON", "country": country}
	}
	want := map[string]any{
		"plover": "CONSULT", "kind": "MEET", "mode": nil, "cameo": "040", "symmetric": true, "status": "HAPPENED",
		"actors": []any{person("Mette Holm", "DNK")}, "recipients": []any{person("Alva Probe", "FIN")},
		"place": map[string]any{"name": "Oslo", "country": "NOR"}, "placeInferred": false, "date": "2024-03-04", "dateInferred": false,
		"attributed_to": []any{"Reuters"}, "rule": got.Events[0]["rule"],
		"evidence": "Danish Prime Minister Mette Holm met Finnish President Alva Probe in Oslo on Monday, Reuters reported.",
	}
	if diff := cmp.Diff(want, got.Events[0]); diff != "" {
		t.Error(diff)
	}
	plan := got.Events[1]
	for field, want := range map[string]any{"symmetric": false, "status": "PLANNED", "place": nil, "date": nil, "attributed_to": []any{}} {
		if value, printed := plan[field]; !printed || !cmp.Equal(value, want) {
			t.Errorf("%s is %v (printed: %v), want %v", field, value, printed, want)
		}
	}
}

func TestEveryFieldOfAnExtractIsPrintedInItsAlphabet(t *testing.T) {
	capitals, code, date := regexp.MustCompile(`^[A-Z_]+$`), regexp.MustCompile(`^[A-Z]{3}$`), regexp.MustCompile(`^\d{4}(-\d\d){0,2}$`)
	for _, reading := range readAll(t, newReader(t), samples(t)) {
		x := ingest.NewExtract(reading)
		if strings.Contains(x.ID, ":") {
			t.Errorf("id %s", x.ID)
		}
		for _, e := range x.Events {
			for _, s := range []string{string(e.Plover), string(e.Kind), string(e.Status)} {
				if !capitals.MatchString(s) {
					t.Errorf("%s: %q", x.ID, s)
				}
			}
			for _, a := range slices.Concat(e.Actors, e.Recipients) {
				if a.Name == "" || !capitals.MatchString(string(a.Type)) || a.Country != nil && !code.MatchString(*a.Country) {
					t.Errorf("%s: %+v", x.ID, a)
				}
			}
			if e.Place != nil && (e.Place.Name == "" || e.Place.Country != nil && !code.MatchString(*e.Place.Country)) {
				t.Errorf("%s: %+v", x.ID, e.Place)
			}
			if e.Date != nil && !date.MatchString(*e.Date) || !strings.Contains(reading.Article.Text, e.Evidence) || e.Evidence == "" {
				t.Errorf("%s: %+v", x.ID, e)
			}
		}
	}
}

func TestAnArticleWithoutEventsGivesAnEmptyList(t *testing.T) {
	reading, err := newReader(t).Read(source.Raw{ID: "a", Text: "The weather was fair."})
	if err != nil {
		t.Fatal(err)
	}
	if got := encode(t, ingest.NewExtract(reading)); got != `{"id":"a","events":[]}` {
		t.Error(got)
	}
}

func TestHostileTextsAreReadWithoutBreakingAPromise(t *testing.T) {
	reader := newReader(t)
	for _, text := range []string{
		"“”’’'\"\"—--…", strings.Repeat("(", 5000), strings.Repeat("Norway met Sweden ", 3000), "Xi\x00 met\x00 Han.", "\u202eXi met Han in Oslo.\u202c",
		strings.Repeat("a", 200_000), "NORWAY MET SWEDEN IN OSLO ON MONDAY, OFFICIALS SAID!", "中国国家主席在杭州会见韩国总理。", "Norway's 's 's met's Sweden's.",
	} {
		reading, err := reader.Read(source.Raw{ID: "a", Published: "2024-03-05", Text: text})
		if err != nil || reading.Article.Text != text {
			t.Errorf("%.30q: %v", text, err)
		}
	}
}

// notebook is a store that only takes notes, and fails after a number of batches when told to.
type notebook struct {
	readings []graph.Reading
	batches  int
	fail     error
}

func (n *notebook) Put(_ context.Context, readings ...graph.Reading) error {
	if n.fail != nil {
		return n.fail
	}
	n.batches++
	n.readings = append(n.readings, readings...)
	return nil
}

// stream gives the inputs in turn: an error where the article has no text.
func stream(raws ...any) iter.Seq2[source.Raw, error] {
	return func(yield func(source.Raw, error) bool) {
		for _, r := range raws {
			ok := false
			switch r := r.(type) {
			case source.Raw:
				ok = yield(r, nil)
			case error:
				ok = yield(source.Raw{}, r)
			}
			if !ok {
				return
			}
		}
	}
}

func TestARunGoesOnPastBadInputs(t *testing.T) {
	bad := errors.New("bad.json: has no text")
	store := &notebook{}
	var problems []error
	var last ingest.Summary
	sum, err := ingest.Run(t.Context(), stream(bad, source.Raw{ID: "a", Text: article}, bad, source.Raw{ID: "b", Text: "Fair weather."}), newReader(t), store,
		ingest.Options{Problem: func(err error) { problems = append(problems, err) }, Done: func(s ingest.Summary) { last = s }})
	want := ingest.Summary{Articles: 2, Reports: 3, Failed: 2}
	if err != nil || sum != want || last != want {
		t.Errorf("%+v, last %+v, %v", sum, last, err)
	}
	if len(problems) != 2 || !errors.Is(problems[0], bad) || len(store.readings) != 2 {
		t.Errorf("problems %v, %d readings", problems, len(store.readings))
	}
}

func TestARemarkOnAnArticleDoesNotLoseIt(t *testing.T) {
	store := &notebook{}
	raws := func(yield func(source.Raw, error) bool) { yield(source.Raw{ID: "a", Text: article}, source.ErrNoDate) }
	sum, err := ingest.Run(t.Context(), raws, newReader(t), store, ingest.Options{})
	if err != nil || sum.Articles != 1 || sum.Failed != 1 || len(store.readings) != 1 {
		t.Errorf("%+v %v", sum, err)
	}
}

func TestARunPutsManyArticlesInBatches(t *testing.T) {
	var raws []any
	for i := range 250 {
		raws = append(raws, source.Raw{ID: string(rune('a'+i%26)) + strings.Repeat("x", i/26), Text: "Norway met Sweden."})
	}
	store := &notebook{}
	sum, err := ingest.Run(t.Context(), stream(raws...), newReader(t), store, ingest.Options{})
	if err != nil || sum.Articles != 250 || len(store.readings) != 250 || store.batches != 3 {
		t.Errorf("%+v in %d batches, %v", sum, store.batches, err)
	}
}

func TestAStoreThatFailsEndsTheRun(t *testing.T) {
	full := errors.New("disk full")
	sum, err := ingest.Run(t.Context(), stream(source.Raw{ID: "a", Text: article}), newReader(t), &notebook{fail: full}, ingest.Options{})
	if !errors.Is(err, full) || sum.Articles != 0 {
		t.Errorf("%+v %v", sum, err)
	}
}

func TestARunThatIsCalledOffPutsNothingMore(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	store := &notebook{}
	raws := func(yield func(source.Raw, error) bool) {
		yield(source.Raw{ID: "a", Text: article}, nil)
		stop()
		yield(source.Raw{ID: "b", Text: article}, nil)
	}
	if _, err := ingest.Run(ctx, raws, newReader(t), store, ingest.Options{}); !errors.Is(err, context.Canceled) || len(store.readings) != 0 {
		t.Errorf("%v, %d readings", err, len(store.readings))
	}
}
