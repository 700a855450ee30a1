package event_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest"
	"demarche/ingest/event"
	"demarche/ingest/source"
)

// read gives the reports of a text written in Geneva on Tuesday, 5 March 2024, of all scopes.
func read(t *testing.T, text string) []ingest.ExtractEvent {
	t.Helper()
	return extract(t, true, "GENEVA, March 5 (Wire) - "+text)
}

func extract(t *testing.T, all bool, text string) []ingest.ExtractEvent {
	t.Helper()
	reader, err := ingest.NewReader(all)
	if err != nil {
		t.Fatal(err)
	}
	reading, err := reader.Read(source.Raw{ID: "a", Published: "2024-03-05", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	return ingest.NewExtract(reading).Events
}

// of are the reports of one kind.
func of(kind graph.Kind, events []ingest.ExtractEvent) (out []ingest.ExtractEvent) {
	for _, e := range events {
		if e.Kind == kind {
			out = append(out, e)
		}
	}
	return out
}

// line is a report in short: who KIND whom, status, and place and date where the clause itself gives them.
func line(e ingest.ExtractEvent) string {
	names := func(list []ingest.ExtractActor) string {
		out := make([]string, len(list))
		for i, a := range list {
			out[i] = a.Name
		}
		return strings.Join(out, " & ")
	}
	parts := []string{names(e.Actors), string(e.Kind), names(e.Recipients), string(e.Status)}
	if e.Place != nil && !e.PlaceInferred {
		parts = append(parts, e.Place.Name)
	}
	if e.Date != nil && !e.DateInferred {
		parts = append(parts, *e.Date)
	}
	return strings.Join(parts, " | ")
}

func lines(events []ingest.ExtractEvent) (out []string) {
	for _, e := range events {
		out = append(out, line(e))
	}
	return out
}

// unread are examples that their own frame does not yet read. The list may only get shorter.
var unread = []string{
	"The Pakistani foreign minister called on the president of Singapore.",
}

// most is how long the list of unread examples may be.
const most = 1

func TestEachFrameReadsItsExample(t *testing.T) {
	frames, err := event.Frames()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, f := range frames {
		t.Run(f.Rule+" "+string(f.Kind), func(t *testing.T) {
			seen[f.Example] = true
			known := slices.Contains(unread, f.Example)
			read := slices.ContainsFunc(extract(t, true, f.Example), func(e ingest.ExtractEvent) bool { return e.Kind == f.Kind && e.Rule == f.Rule })
			switch {
			case !read && !known:
				t.Errorf("%q: no %s by %s", f.Example, f.Kind, f.Rule)
			case read && known:
				t.Errorf("%q is read now: take it off the list", f.Example)
			}
		})
	}
	for _, example := range unread {
		if !seen[example] {
			t.Errorf("%q is no example any more: take it off the list", example)
		}
	}
	if len(unread) > most {
		t.Errorf("%d examples are unread, %d were", len(unread), most)
	}
}

func TestNoFrameReadsItsCounterExample(t *testing.T) {
	frames, err := event.Frames()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range frames {
		if found := of(f.Kind, extract(t, true, f.Counter)); len(found) > 0 {
			t.Errorf("%s: %q gives %q", f.Rule, f.Counter, lines(found))
		}
	}
}

func TestEveryKindButOtherHasAFrameAndEveryFrameAnExampleOfItsOwn(t *testing.T) {
	frames, err := event.Frames()
	if err != nil {
		t.Fatal(err)
	}
	kinds, examples := map[graph.Kind]bool{}, map[string]string{}
	for _, f := range frames {
		kinds[f.Kind] = true
		for _, text := range []string{f.Example, f.Counter} {
			if text == "" || examples[text] != "" {
				t.Errorf("%s: %q stands at %q already", f.Rule, text, examples[text])
			}
			examples[text] = f.Rule
		}
	}
	for _, p := range graph.Predicates {
		if p.Kind != graph.Other && !kinds[p.Kind] {
			t.Errorf("no frame makes a %s", p.Kind)
		}
	}
}

func TestWhoDoesWhatToWhomIsRead(t *testing.T) {
	for text, want := range map[string]string{
		"Danish Prime Minister Mette Testwell met Finnish President Alva Probe in Oslo on Monday.":                        "Mette Testwell | MEET | Alva Probe | HAPPENED | Oslo | 2024-03-04",
		"Finnish President Alva Probe was received by Danish Prime Minister Mette Testwell in Copenhagen.":                "Mette Testwell | MEET | Alva Probe | HAPPENED | Copenhagen",
		"Kenyan President Amani Testo, who has not visited Chad since 2019, held talks with Ghana's president in Lusaka.": "Amani Testo | MEET | Ghana | HAPPENED | Lusaka",
		"Canada imposed sanctions on Belarus on Monday.":                                                                  "Canada | SANCTION | Belarus | HAPPENED | 2024-03-04",
		"Sanctions were imposed on Belarus by Canada.":                                                                    "Canada | SANCTION | Belarus | HAPPENED",
		"Bulgaria expelled two Russian diplomats.":                                                                        "Bulgaria | EXPEL | Russia | HAPPENED",
		"Ecuador accused Venezuela of meddling in its vote.":                                                              "Ecuador | ACCUSE | Venezuela | HAPPENED",
		"The Kremlin condemned Norway's decision.":                                                                        "Russia | CONDEMN | Norway | HAPPENED",
		"Canada condemned Russia for attacking Ukraine.":                                                                  "Russia | ATTACK | Ukraine | HAPPENED",
		"Talks were held in Oslo between Kenya and Chad on Monday.":                                                       "Kenya & Chad | MEET |  | HAPPENED | Oslo | 2024-03-04",
		"Serbia resumed negotiations with Kosovo in Brussels.":                                                            "Serbia | NEGOTIATE | Kosovo | HAPPENED | Brussels",
	} {
		kind := graph.Kind(strings.Split(want, " | ")[1])
		if diff := cmp.Diff([]string{want}, lines(of(kind, read(t, text)))); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestWhatDidNotHappenIsNotSaidToHaveHappened(t *testing.T) {
	for text, want := range map[string]graph.Status{
		"The Kenyan president met the Ghanaian president in Accra.":                               graph.Happened,
		"The Kenyan president is meeting the Ghanaian president in Accra.":                        graph.Ongoing,
		"The Kenyan president will meet the Ghanaian president in Accra.":                         graph.Planned,
		"The Kenyan president is to meet the Ghanaian president in Accra.":                        graph.Planned,
		"The Danish prime minister plans to meet the Finnish president in Oslo.":                  graph.Planned,
		"The Kenyan president is expected to meet the Ghanaian president in Accra.":               graph.Planned,
		"The Kenyan president agreed to meet the Ghanaian president in Accra.":                    graph.Planned,
		"The Kenyan president may meet the Ghanaian president in Accra.":                          graph.Possible,
		"The Kenyan president could meet the Ghanaian president in Accra.":                        graph.Possible,
		"The Kenyan president wants to meet the Ghanaian president in Accra.":                     graph.Possible,
		"The Kenyan president is considering meeting the Ghanaian president in Accra.":            graph.Possible,
		"The Kenyan president offered to meet the Ghanaian president in Accra.":                   graph.Possible,
		"The Kenyan president did not meet the Ghanaian president in Accra.":                      graph.Denied,
		"The Kenyan president refused to meet the Ghanaian president in Accra.":                   graph.Denied,
		"The spokesman denied that the Kenyan president met the Ghanaian president in Accra.":     graph.Denied,
		"The Kenyan president cancelled a meeting with the Ghanaian president in Accra.":          graph.Cancelled,
		"The Kenyan president postponed a meeting with the Ghanaian president in Accra.":          graph.Cancelled,
		"The Kenyan president called off his talks with the Ghanaian president in Accra.":         graph.Cancelled,
		"Officials said the Kenyan president had met the Ghanaian president in Accra.":            graph.Happened,
		"If the Kenyan president meets the Ghanaian president in Accra, both will win.":           graph.Possible,
		"The Kenyan president met the Ghanaian president in Accra and will go to Chad next week.": graph.Happened,
	} {
		found := of(graph.Meet, read(t, text))
		if len(found) != 1 || found[0].Status != want {
			t.Errorf("%s: %q, want %s", text, lines(found), want)
		}
	}
}

func TestANegatedVisitSinceAYearIsAVisitInThatYear(t *testing.T) {
	found := of(graph.Visit, read(t, "Kenyan President Amani Testo has not visited Ghana since 2019."))
	if diff := cmp.Diff([]string{"Amani Testo | VISIT | Ghana | HAPPENED | Ghana | 2019"}, lines(found)); diff != "" {
		t.Error(diff)
	}
}

func TestTheDateGoesTheWayOfTheStatus(t *testing.T) {
	for text, want := range map[string]string{
		"The Kenyan president met the Ghanaian president on Thursday.":       "2024-02-29",
		"The Kenyan president will meet the Ghanaian president on Thursday.": "2024-03-07",
		"The Kenyan president met the Ghanaian president in December.":       "2023-12",
		"The Kenyan president met the Ghanaian president in 2016.":           "2016",
	} {
		found := of(graph.Meet, read(t, text))
		if len(found) != 1 || found[0].Date == nil || *found[0].Date != want || found[0].DateInferred {
			t.Errorf("%s: %q, want %s", text, lines(found), want)
		}
	}
}

func TestWhatIsInferredIsMarked(t *testing.T) {
	found := of(graph.Sanction, read(t, "Canada imposed sanctions on Belarus."))
	if len(found) != 1 || found[0].Date != nil && !found[0].DateInferred {
		t.Errorf("a date that the clause does not give: %+v", found)
	}
	plan := of(graph.Meet, read(t, "The Kenyan president will meet the Ghanaian president."))
	if len(plan) != 1 || plan[0].Date != nil {
		t.Errorf("a plan without a date has none: %q", lines(plan))
	}
}

func TestTheChainOfSourcesIsKeptInOrder(t *testing.T) {
	for text, want := range map[string][]string{
		"The Kenyan president met the Ghanaian president in Accra, Reuters reported.":              {"Reuters"},
		"According to Reuters, the Kenyan president met the Ghanaian president in Accra.":          {"Reuters"},
		"Officials said that the Kenyan president met the Ghanaian president in Accra.":            {"Officials"},
		"The Kenyan president met the Ghanaian president in Accra.":                                {},
		"Reuters reported, citing a diplomat, that Kenya's president met Ghana's president there.": {"Reuters", "diplomat"},
	} {
		found := of(graph.Meet, read(t, text))
		if len(found) != 1 {
			t.Errorf("%s: %q", text, lines(found))
			continue
		}
		if diff := cmp.Diff(want, found[0].Attributed); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestAnEventToldTwiceInAnArticleIsOneReport(t *testing.T) {
	found := of(graph.Meet, read(t, "Danish Prime Minister Mette Testwell met Finnish President Alva Probe on Monday. Testwell held talks with Probe in Oslo."))
	if diff := cmp.Diff([]string{"Mette Testwell | MEET | Alva Probe | HAPPENED | Oslo | 2024-03-04"}, lines(found)); diff != "" {
		t.Error(diff)
	}
}

func TestDomesticEventsAreReadOnlyWhenAskedFor(t *testing.T) {
	text := "The Danish prime minister met the Danish foreign minister in Copenhagen. Danish Prime Minister Mette Testwell met Danish Foreign Minister Ole Probe."
	if found := extract(t, false, text); len(found) != 0 {
		t.Errorf("diplomatic: %q", lines(found))
	}
	if found := extract(t, true, text); len(found) == 0 {
		t.Error("all: nothing")
	}
}

func TestEveryReportStandsOnAPieceOfItsTextAndOnAFrame(t *testing.T) {
	frames, err := event.Frames()
	if err != nil {
		t.Fatal(err)
	}
	rules := map[string]bool{}
	for _, f := range frames {
		rules[f.Rule] = true
	}
	text := `GENEVA, March 5 (Wire) - “We agreed to meet,” said Danish Prime Minister Mette Testwell, who met Finnish President Alva Probe in Oslo.

Canada imposed sanctions on Belarus and called on Iran to act, Reuters reported.`
	found := extract(t, false, text)
	if len(found) < 3 {
		t.Fatalf("%q", lines(found))
	}
	for _, e := range found {
		if e.Evidence == "" || !strings.Contains(text, e.Evidence) || !rules[e.Rule] {
			t.Errorf("%s: evidence %q, rule %q", line(e), e.Evidence, e.Rule)
		}
	}
}

func TestATextOfNoEventsGivesNone(t *testing.T) {
	for _, text := range []string{"", "The weather in Oslo was fair.", "Norway. Sweden! Denmark?", strings.Repeat("Norway and ", 400) + "Sweden.", "“”()—'s 's 's"} {
		t.Run(fmt.Sprintf("%.20q", text), func(t *testing.T) {
			if found := extract(t, true, text); len(found) != 0 {
				t.Errorf("%q", lines(found))
			}
		})
	}
}

// why: a visit of years ago lent its date to today's meeting of the same two sides.
func TestAMeetingDoesNotTakeTheDateOfAVisitLongAgo(t *testing.T) {
	got := lines(extract(t, false, "OSLO, March 5 (Wire) - Norwegian Prime Minister Kari Solheim, who has not visited Chile since 2015, "+
		"held talks with Chilean President Tomas Araya in the city of Bergen. She also urged Chile to open its ports."))
	want := []string{
		"Kari Solheim | APPEAL | Chile | HAPPENED",
		"Kari Solheim | MEET | Tomas Araya | HAPPENED | Bergen",
		"Kari Solheim | VISIT | Chile | HAPPENED | Chile | 2015",
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// why: support for talks was read as talks held.
func TestSupportForTalksIsNoTalks(t *testing.T) {
	for _, e := range of(graph.Negotiate, extract(t, false, "OSLO, March 5 (Wire) - Norway expressed support for negotiations between Chile and Peru.")) {
		if e.Status == graph.Happened {
			t.Errorf("%s", line(e))
		}
	}
}
