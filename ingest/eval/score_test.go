package eval_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest"
	"demarche/ingest/eval"
)

// text is the article that all cases below are about.
const text = "Danish Prime Minister Mette Testwell met President Alva Probe in Oslo. Denmark urged Finland to pay."

// entities are those of the annotations below.
var entities = []eval.Entity{
	{ID: "dk", Type: "COUNTRY", Name: "Denmark", Surface: []string{"Danish"}, Country: "DNK"},
	{ID: "fi", Type: "COUNTRY", Name: "Finland", Country: "FIN"},
	{ID: "mette", Type: "PERSON", Name: "Mette Testwell", Surface: []string{"Testwell"}, Country: "DNK"},
	{ID: "alva", Type: "PERSON", Name: "Alva Probe", Country: "FIN"},
	{ID: "oslo", Type: "PLACE", Name: "Oslo", Country: "NOR"},
	{ID: "un", Type: "ORGANIZATION", Name: "United Nations", Surface: []string{"UN"}},
}

var (
	mette   = person("Mette Testwell", "DNK")
	alva    = person("Alva Probe", "FIN")
	denmark = ingest.ExtractActor{Name: "Denmark", Type: graph.CountryKind, Country: new("DNK")}
	finland = ingest.ExtractActor{Name: "Finland", Type: graph.CountryKind, Country: new("FIN")}
	un      = ingest.ExtractActor{Name: "UN", Type: graph.OrganizationKind}
)

func person(name, country string) ingest.ExtractActor {
	return ingest.ExtractActor{Name: name, Type: graph.PersonKind, Country: &country}
}

// met is the annotated meeting of the text.
func met() eval.GoldEvent {
	return eval.GoldEvent{
		Plover: graph.TypeConsult, Kind: graph.Meet, Symmetric: new(true), Actors: []string{"mette"}, Recipients: []string{"alva"},
		Place: "oslo", Date: "2024-03", Status: graph.Happened, Evidence: "Mette Testwell met President Alva Probe in Oslo",
	}
}

// meets is a prediction of it that is right in every field.
func meets() ingest.ExtractEvent {
	return ingest.ExtractEvent{
		Plover: graph.TypeConsult, Kind: graph.Meet, Symmetric: true, Actors: []ingest.ExtractActor{mette},
		Recipients: []ingest.ExtractActor{alva}, Place: &ingest.ExtractPlace{Name: "OSLO"}, Date: new("2024-03-05"),
		Status: graph.Happened, Evidence: "Mette Testwell met President Alva Probe",
	}
}

// urged is an appeal of a gold reader, urges one of the extractor.
func urged() eval.GoldEvent {
	return eval.GoldEvent{Plover: graph.TypeRequest, Kind: graph.Appeal, Symmetric: new(false), Actors: []string{"dk"},
		Recipients: []string{"fi"}, Status: graph.Happened, Evidence: "Denmark urged Finland to pay"}
}

func urges(actor ingest.ExtractActor, recipients ...ingest.ExtractActor) ingest.ExtractEvent {
	return ingest.ExtractEvent{Plover: graph.TypeRequest, Kind: graph.Appeal, Actors: []ingest.ExtractActor{actor},
		Recipients: recipients, Status: graph.Happened, Evidence: "Denmark urged Finland to pay"}
}

// changed gives an event with one thing changed.
func changed[E any](e E, change func(*E)) E { change(&e); return e }

func score(gold []eval.GoldEvent, found ...ingest.ExtractEvent) (s eval.Score) {
	s.Add(eval.Gold{ID: "a", Entities: entities, Events: gold}, text, &ingest.Extract{ID: "a", Events: found})
	return s
}

func TestDyadsAreCountedAtThreeGrains(t *testing.T) {
	for _, c := range []struct {
		claim               string
		gold                []eval.GoldEvent
		found               []ingest.ExtractEvent
		state, entity, kind eval.Tally
	}{
		{"the same event is right", gold(met()), found(meets()), tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0)},
		{"nothing found is missed", gold(met()), nil, tally(0, 0, 1), tally(0, 0, 1), tally(0, 0, 1)},
		{"nothing annotated makes it extra", nil, found(meets()), tally(0, 1, 0), tally(0, 1, 0), tally(0, 1, 0)},
		{
			"the sides of a two-sided event may be swapped", gold(met()),
			found(changed(meets(), func(e *ingest.ExtractEvent) { e.Actors, e.Recipients = e.Recipients, e.Actors })),
			tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0),
		},
		{"the sides of a one-sided event may not", gold(urged()), found(urges(finland, denmark)), tally(0, 1, 1), tally(0, 1, 1), tally(0, 1, 1)},
		{"a person stands for the country at the state grain only", gold(urged()), found(urges(mette, finland)), tally(1, 0, 0), tally(0, 1, 1), tally(0, 1, 1)},
		{"an appeal to nobody is another dyad", gold(urged()), found(urges(denmark)), tally(0, 1, 1), tally(0, 1, 1), tally(0, 1, 1)},
		{"each recipient makes a dyad", gold(urged()), found(urges(denmark, finland, un)), tally(1, 1, 0), tally(1, 1, 0), tally(1, 1, 0)},
		{"nobody is a dyad with himself", gold(urged()), found(urges(denmark, finland, denmark)), tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0)},
		{
			"three at a meeting make three pairs", gold(changed(met(), func(e *eval.GoldEvent) { e.Recipients = []string{"alva", "un"} })),
			found(meets()), tally(1, 0, 2), tally(1, 0, 2), tally(1, 0, 2),
		},
		{
			"a meeting with nobody keeps its one side", gold(changed(met(), func(e *eval.GoldEvent) { e.Recipients = nil })),
			found(changed(meets(), func(e *ingest.ExtractEvent) { e.Recipients = nil })), tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0),
		},
		{
			"another kind of the same type is wrong at the kind grain only", gold(met()),
			found(changed(meets(), func(e *ingest.ExtractEvent) { e.Kind = graph.Negotiate })), tally(1, 0, 0), tally(1, 0, 0), tally(0, 1, 1),
		},
		{
			"an alternative kind is right, also by its type", gold(changed(urged(), func(e *eval.GoldEvent) { e.Kinds = []graph.Kind{graph.Accuse} })),
			found(changed(urges(denmark, finland), func(e *ingest.ExtractEvent) { e.Kind, e.Plover = graph.Accuse, graph.TypeAccuse })),
			tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0),
		},
		{
			"the alternative OTHER has no type", gold(changed(urged(), func(e *eval.GoldEvent) { e.Kinds = []graph.Kind{graph.Other} })),
			found(changed(urges(denmark, finland), func(e *ingest.ExtractEvent) { e.Kind, e.Plover = graph.Other, graph.TypeConsult })),
			tally(0, 1, 1), tally(0, 1, 1), tally(1, 0, 0),
		},
		{"what is not core need not be found", gold(background()), nil, eval.Tally{}, eval.Tally{}, eval.Tally{}},
		{"what is not core is no error when it is found", gold(background()), found(urges(denmark, finland)), eval.Tally{}, eval.Tally{}, eval.Tally{}},
		{"an event found twice counts once", gold(met()), found(meets(), meets()), tally(1, 0, 0), tally(1, 0, 0), tally(1, 0, 0)},
	} {
		s := score(c.gold, c.found...)
		got := []eval.Tally{s.State, s.Entity, s.Kind}
		if diff := cmp.Diff([]eval.Tally{c.state, c.entity, c.kind}, got); diff != "" {
			t.Errorf("%s (state, entity, kind; -want +got):\n%s", c.claim, diff)
		}
	}
}

func gold(events ...eval.GoldEvent) []eval.GoldEvent            { return events }
func found(events ...ingest.ExtractEvent) []ingest.ExtractEvent { return events }
func tally(tp, fp, fn int) eval.Tally                           { return eval.Tally{TP: tp, FP: fp, FN: fn} }

// background is an appeal that is not core.
func background() eval.GoldEvent {
	return changed(urged(), func(e *eval.GoldEvent) { e.Core = new(false) })
}

func TestNamesAreOneWhenTheScorersRuleSaysSo(t *testing.T) {
	for _, c := range []struct {
		claim string
		actor ingest.ExtractActor
		as    string // id of the entity that the actor names, "" none
	}{
		{"the full name", mette, "mette"},
		{"a surname on the list", person("Testwell", "DNK"), "mette"},
		{"a surname not on the list", person("Probe", "FIN"), "alva"},
		{"a name with titles", person("Prime Minister Mette Testwell", ""), "mette"},
		{"a name with accents and genitive", person("Mettè Testwell’s", ""), "mette"},
		{"a given name alone", person("Alva", "FIN"), "alva"},
		{"no name of one word in common", person("Erik Probe", "FIN"), ""},
		{"a country by its code", ingest.ExtractActor{Name: "Kingdom of Denmark", Type: graph.CountryKind, Country: new("DNK")}, "dk"},
		{"no country of another code", ingest.ExtractActor{Name: "Denmark", Type: graph.CountryKind, Country: new("FIN")}, "fi"},
		{"no organization for a country", ingest.ExtractActor{Name: "Denmark", Type: graph.OrganizationKind, Country: new("DNK")}, ""},
		{"a body by a form of its name", un, "un"},
		{"no body by a part of its name", ingest.ExtractActor{Name: "Nations", Type: graph.OrganizationKind}, ""},
		{"a body by its words in another order", ingest.ExtractActor{Name: "Nations, United", Type: graph.OrganizationKind}, "un"},
	} {
		for _, e := range entities {
			s := score(gold(changed(urged(), func(g *eval.GoldEvent) { g.Actors, g.Recipients = []string{e.ID}, nil })), urges(c.actor))
			if right := s.Entity.TP == 1; right != (e.ID == c.as) && e.Type != "PLACE" {
				t.Errorf("%s: %q as %q: %v", c.claim, c.actor.Name, e.Name, right)
			}
		}
	}
}

func TestAttributesAreComparedOnMatchedEvents(t *testing.T) {
	type change = func(*eval.GoldEvent, *ingest.ExtractEvent)
	for claim, c := range map[string]struct {
		change change
		of     func(eval.Score) eval.Share
		want   eval.Share
	}{
		"a place by any form of its name": {func(*eval.GoldEvent, *ingest.ExtractEvent) {}, place, share(1, 1)},
		"another place is wrong":          {func(_ *eval.GoldEvent, e *ingest.ExtractEvent) { e.Place.Name = "Bergen" }, place, share(0, 1)},
		"no place is wrong":               {func(_ *eval.GoldEvent, e *ingest.ExtractEvent) { e.Place = nil }, place, share(0, 1)},
		"a place where none is stated is invented": {
			func(g *eval.GoldEvent, _ *ingest.ExtractEvent) { g.Place = "" },
			func(s eval.Score) eval.Share { return s.Invented }, share(1, 1),
		},
		"a finer date is right":           {func(*eval.GoldEvent, *ingest.ExtractEvent) {}, date, share(1, 1)},
		"a coarser date is wrong":         {func(_ *eval.GoldEvent, e *ingest.ExtractEvent) { e.Date = new("2024") }, date, share(0, 1)},
		"no date is wrong":                {func(_ *eval.GoldEvent, e *ingest.ExtractEvent) { e.Date = nil }, date, share(0, 1)},
		"a date that nobody knows is not": {func(g *eval.GoldEvent, _ *ingest.ExtractEvent) { g.Date = "" }, date, share(0, 0)},
		"ongoing is as good as happened": {
			func(g *eval.GoldEvent, _ *ingest.ExtractEvent) { g.Status = graph.Ongoing }, status, share(1, 1),
		},
		"an alternative status is right": {
			func(g *eval.GoldEvent, _ *ingest.ExtractEvent) {
				g.Status, g.Alternatives = graph.Planned, []graph.Status{graph.Happened}
			}, status, share(1, 1),
		},
		"planned is not happened": {func(g *eval.GoldEvent, _ *ingest.ExtractEvent) { g.Status = graph.Planned }, status, share(0, 1)},
		"what is planned is unhappened": {
			func(g *eval.GoldEvent, e *ingest.ExtractEvent) { g.Status, e.Status = graph.Planned, graph.Planned },
			func(s eval.Score) eval.Share { return s.Unhappened }, share(1, 1),
		},
		"what is planned and said to have happened is a phantom": {
			func(g *eval.GoldEvent, _ *ingest.ExtractEvent) { g.Status = graph.Planned },
			func(s eval.Score) eval.Share { return s.Phantom }, share(1, 1),
		},
		"a source by one shared word": {
			func(g *eval.GoldEvent, e *ingest.ExtractEvent) {
				g.AttributedTo, e.Attributed = "a senior official", []string{"Reuters", "two officials of senior rank"}
			}, attribution, share(1, 1),
		},
		"a source by the forms of its entity": {
			func(g *eval.GoldEvent, e *ingest.ExtractEvent) {
				g.AttributedTo, e.Attributed = "un", []string{"the UN"}
			}, attribution, share(1, 1),
		},
		"a source not by its article": {
			func(g *eval.GoldEvent, e *ingest.ExtractEvent) {
				g.AttributedTo, e.Attributed = "the ministry of war", []string{"the head of a club"}
			}, attribution, share(0, 1),
		},
		"evidence that is no piece of the text is not grounded": {
			func(_ *eval.GoldEvent, e *ingest.ExtractEvent) { e.Evidence = "Mette met Alva" },
			func(s eval.Score) eval.Share { return s.Grounded }, share(0, 1),
		},
	} {
		g, e := met(), meets()
		c.change(&g, &e)
		if got := c.of(score(gold(g), e)); got != c.want {
			t.Errorf("%s: got %d of %d, want %d of %d", claim, got.Right, got.Of, c.want.Right, c.want.Of)
		}
	}
}

func place(s eval.Score) eval.Share       { return s.Place }
func date(s eval.Score) eval.Share        { return s.Date }
func status(s eval.Score) eval.Share      { return s.Status }
func attribution(s eval.Score) eval.Share { return s.Attribution }
func share(right, of int) eval.Share      { return eval.Share{Right: right, Of: of} }

func TestEachPredictionIsMatchedOnceAndTheBestOneFirst(t *testing.T) {
	planned := changed(meets(), func(e *ingest.ExtractEvent) { e.Status, e.Evidence = graph.Planned, "in Oslo" })
	call := changed(meets(), func(e *ingest.ExtractEvent) { e.Kind, e.Status = graph.Call, graph.Denied })
	if s := score(gold(met()), call, planned, meets()); s.Status != share(1, 1) {
		t.Errorf("of two of its kind, the one whose evidence has more in common: status %v", s.Status)
	}
	if s := score(gold(met(), met()), meets()); s.Status != share(1, 1) {
		t.Errorf("one prediction was matched to two events: status %v", s.Status)
	}
}

func TestWhatIsSaidTwiceIsRepeated(t *testing.T) {
	later := changed(meets(), func(e *ingest.ExtractEvent) { e.Date = new("2024-04") })
	if s := score(gold(met()), meets(), later, meets(), meets()); s.Repeated != 2 {
		t.Errorf("got %d repeated, want 2: a meeting of another date is another one", s.Repeated)
	}
}

func TestArticlesWithoutEventsOrPredictionsAreCounted(t *testing.T) {
	s := score(nil, meets(), urges(denmark, finland))
	s.Add(eval.Gold{ID: "b", Entities: entities, Events: gold(met())}, text, nil)
	if s.Negatives != share(2, 1) || s.Unanswered != 1 {
		t.Errorf("got %d dyads on %d negatives and %d unanswered", s.Negatives.Right, s.Negatives.Of, s.Unanswered)
	}
	want := []string{"a extra  CONSULT Alva Probe -> Mette Testwell", "a extra  REQUEST Denmark -> Finland", "b missed CONSULT Alva Probe -> Mette Testwell"}
	slices.Sort(s.Errors)
	if diff := cmp.Diff(want, s.Errors); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
}

// The types of the kinds are those of the annotators' guidelines; alternatives are read by them.
func TestTheTypeOfEachKindIsTheGuidelines(t *testing.T) {
	for types, kinds := range map[graph.Type]string{
		graph.TypeConsult: "MEET CALL VISIT HOST NEGOTIATE MEDIATE", graph.TypeSupport: "SIGN PRAISE RESTORE_RELATIONS VOTE APPOINT",
		graph.TypeAgree: "AGREE PROMISE", graph.TypeRequest: "APPEAL", graph.TypeAccuse: "ACCUSE CONDEMN PROTEST", graph.TypeReject: "REJECT",
		graph.TypeThreaten: "THREATEN", graph.TypeSanction: "SANCTION EXPEL RECALL BREAK_RELATIONS", graph.TypeAid: "AID",
		graph.TypeCooperate: "TRADE EXERCISE", graph.TypeAssault: "ATTACK", graph.TypeCoerce: "DETAIN",
		graph.TypeRetreat: "RELEASE WITHDRAW", graph.TypeConcede: "CEASEFIRE",
	} {
		for _, k := range strings.Fields(kinds) {
			if got := graph.Kind(k).Predicate().Type; got != types {
				t.Errorf("%s is %s, want %s", k, got, types)
			}
		}
	}
}

func TestTheFiguresArePrintedAsTheScorerPrintsThem(t *testing.T) {
	s := score(gold(met(), urged()), meets(), urges(mette, finland))
	var out strings.Builder
	s.Print(&out)
	want := `state    P 1.000  R 1.000  F1 1.000   (tp 2 fp 0 fn 0)
entity   P 0.500  R 0.500  F1 0.500   (tp 1 fp 1 fn 1)
kind     P 0.500  R 0.500  F1 0.500   (tp 1 fp 1 fn 1)
place 1.0  date 1.0  status 1.0  unhappened None  attribution None  (of {'place': 1, 'date': 1, 'status': 1, 'unhappened': 0, 'attribution': 0})
phantom 0.0  invented None  repeated 0  grounded 1.0  dyads on 0 negatives: 0  articles without a prediction: 0

kind                  tp    fp    fn      P      R     F1
MEET                   1     0     0  1.000  1.000  1.000
APPEAL                 0     1     1  0.000  0.000  0.000

status      matched  predicted as
HAPPENED          1  HAPPENED 1
`
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestAnnotationsAreReadInOrderOfFileName(t *testing.T) {
	dir := fstest.MapFS{
		"002.json":   {Data: []byte(`{"id": "002", "entities": [], "events": []}`)},
		"001.json":   {Data: []byte(`{"id": "001", "entities": [], "events": [{"kind": "MEET", "place": null, "core": false}]}`)},
		"README.txt": {Data: []byte("no annotation")},
	}
	read, err := eval.ReadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(read) != 2 || read[0].ID != "001" || read[0].File != "001.json" || *read[0].Events[0].Core {
		t.Errorf("got %+v", read)
	}
	dir["003.json"] = &fstest.MapFile{Data: []byte("{")}
	if _, err := eval.ReadGold(dir); err == nil || !strings.HasPrefix(err.Error(), "003.json: ") {
		t.Errorf("a broken annotation gives %v", err)
	}
}
