package mention_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest/article"
	"demarche/ingest/lexicon"
	"demarche/ingest/mention"
	"demarche/ingest/source"
	"demarche/ingest/syntax"
)

// find reads the mentions of an article.
func find(t *testing.T, raw source.Raw) mention.Text {
	t.Helper()
	lex, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	model, err := syntax.Load()
	if err != nil {
		t.Fatal(err)
	}
	doc := article.Parse(raw)
	sentences := syntax.Split(doc.Article.Text, doc.Blocks)
	for i := range sentences {
		model.Parse(&sentences[i])
	}
	return mention.Find(doc, sentences, lex)
}

// in reads a text dated Geneva, 5 March 2024.
func in(t *testing.T, text string) mention.Text {
	t.Helper()
	return find(t, source.Raw{ID: "a", Published: "2024-03-05", Text: "GENEVA, March 5 (Wire) - " + text})
}

// named gives the mentions whose words end with the words, in order.
func named(text mention.Text, words string) (out []mention.Mention) {
	for _, list := range text.Mentions {
		for _, m := range list {
			if strings.HasSuffix(m.Of(text.Document.Article.Text), words) {
				out = append(out, m)
			}
		}
	}
	return out
}

// people gives the persons of a text: name, country and titles.
func people(text mention.Text) (out []string) {
	seen := map[graph.ID]bool{}
	for _, list := range text.Mentions {
		for _, m := range list {
			p, ok := text.Cast.Node(m.Actor).(graph.Person)
			if !ok || seen[m.Actor] {
				continue
			}
			seen[m.Actor] = true
			line := []string{p.Name, p.Country}
			for _, o := range p.Offices {
				line = append(line, o.Title)
			}
			out = append(out, strings.Join(line, " | "))
		}
	}
	return out
}

func TestAPersonIsReadWithOfficeAndCountry(t *testing.T) {
	for text, want := range map[string]string{
		"South Korean Prime Minister Han Duck-soo arrived on Monday.":                           "Han Duck-soo | KOR | prime minister",
		"Danish Prime Minister Mette Frederiksen arrived on Monday.":                            "Mette Frederiksen | DNK | prime minister",
		"Kenya's President William Ruto arrived on Monday.":                                     "William Ruto | KEN | president",
		"President of Chile Gabriel Boric arrived on Monday.":                                   "Gabriel Boric | CHL | president",
		"President Gabriel Boric of Chile arrived on Monday.":                                   "Gabriel Boric | CHL | president",
		"Norway's foreign minister, Espen Barth Eide, arrived on Monday.":                       "Espen Barth Eide | NOR | foreign minister",
		"Espen Barth Eide, Norway's foreign minister, arrived on Monday.":                       "Espen Barth Eide | NOR | foreign minister",
		"Espen Barth Eide, the foreign minister of Norway, arrived on Monday.":                  "Espen Barth Eide | NOR | foreign minister",
		"US Secretary of State Antony Blinken arrived on Monday.":                               "Antony Blinken | USA | secretary of state",
		"U.S. Secretary of State Antony J. Blinken arrived on Monday.":                          "Antony J. Blinken | USA | secretary of state",
		"Brazilian Foreign Minister Mauro Vieira arrived on Monday.":                            "Mauro Vieira | BRA | foreign minister",
		"Vietnamese Prime Minister Pham Minh Chinh arrived on Monday.":                          "Pham Minh Chinh | VNM | prime minister",
		"Philippine President Ferdinand Marcos Jr. arrived on Monday.":                          "Ferdinand Marcos Jr. | PHL | president",
		"German Chancellor Olaf Scholz arrived on Monday.":                                      "Olaf Scholz | DEU | chancellor",
		"Saudi Crown Prince Mohammed bin Salman arrived on Monday.":                             "Mohammed bin Salman | SAU | crown prince",
		"European Commission President Ursula Testwell arrived on Monday.":                      "Ursula Testwell |  | European Commission president",
		"The Ghanaian foreign minister, Shirley Ayorkor Botchway, arrived in Lomé on Saturday.": "Shirley Ayorkor Botchway | GHA | foreign minister",
	} {
		t.Run(text, func(t *testing.T) {
			if diff := cmp.Diff([]string{want}, people(in(t, text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAnOfficeIsHeldAsObservedOnTheDayOfWriting(t *testing.T) {
	text := in(t, "Danish Prime Minister Mette Frederiksen arrived. Former Danish prime minister Lars Holm Testrup stayed away.")
	p, ok := text.Cast.Node(graph.PersonID("Mette Frederiksen")).(graph.Person)
	want := []graph.Office{{Title: "prime minister", Country: "DNK", From: "2024-03-05", To: "2024-03-05"}}
	if diff := cmp.Diff(want, p.Offices); diff != "" || !ok {
		t.Error(diff)
	}
	former, ok := text.Cast.Node(graph.PersonID("Lars Holm Testrup")).(graph.Person)
	if !ok || len(former.Offices) != 0 || former.Country != "DNK" {
		t.Errorf("%+v holds an office that is over", former)
	}
}

func TestASurnameIsWhoeverBearsIt(t *testing.T) {
	for name, c := range map[string]struct{ text, words, want string }{
		"at the end":              {"Danish Prime Minister Mette Frederiksen spoke. Later Frederiksen left.", "Frederiksen", "Mette Frederiksen"},
		"at the head in Korea":    {"South Korean Prime Minister Han Duck-soo spoke. Then Xi met Han.", "Han", "Han Duck-soo"},
		"at the head in China":    {"Chinese Premier Li Qiang spoke. The ministers met Li.", "Li", "Li Qiang"},
		"at the head in Vietnam":  {"Vietnamese Prime Minister Pham Minh Chinh spoke. Then Pham left.", "Pham", "Pham Minh Chinh"},
		"with a particle":         {"Saudi Crown Prince Mohammed bin Salman spoke. Later bin Salman left.", "Salman", "Mohammed bin Salman"},
		"behind an honorific":     {"Danish Prime Minister Mette Frederiksen spoke. Later Ms. Frederiksen left.", "Frederiksen", "Mette Frederiksen"},
		"behind the title alone":  {"Danish Prime Minister Mette Frederiksen spoke. Reporters followed Prime Minister Frederiksen.", "Frederiksen", "Mette Frederiksen"},
		"introduced further down": {"Frederiksen spoke first. The Danish prime minister, Mette Frederiksen, then left.", "Frederiksen", "Mette Frederiksen"},
	} {
		t.Run(name, func(t *testing.T) {
			text := in(t, c.text)
			found := named(text, c.words)
			if len(found) == 0 {
				t.Fatal("not found")
			}
			for _, m := range found {
				if got := graph.NameOf(text.Cast.Node(m.Actor)); got != c.want {
					t.Errorf("%q is %q", m.Of(text.Document.Article.Text), got)
				}
			}
		})
	}
}

func TestBrothersAreTwoPeople(t *testing.T) {
	got := people(in(t, "Cuban President Fidel Castro spoke. Defence Minister Raul Castro listened. Raul Castro left first."))
	if len(got) != 2 {
		t.Errorf("%q", got)
	}
}

func TestAnOfficeWithoutANameIsItsHolderOrItsCountry(t *testing.T) {
	text := in(t, "Danish Prime Minister Mette Frederiksen arrived. Reporters asked the prime minister about the talks. The Finnish president was absent.")
	holder := named(text, "the prime minister")
	if len(holder) == 0 {
		holder = named(text, "prime minister")
	}
	if len(holder) != 1 || holder[0].Actor != graph.PersonID("Mette Frederiksen") {
		t.Errorf("%+v", holder)
	}
	finn := named(text, "Finnish president")
	if len(finn) != 1 || finn[0].Class != mention.Office || finn[0].Actor != graph.CountryID("FIN") {
		t.Errorf("%+v", finn)
	}
}

func TestACountryKeepsBothReadings(t *testing.T) {
	text := in(t, "Talks in Norway ended on Monday.")
	m := named(text, "Norway")
	if len(m) != 1 || m[0].Class != mention.Country || m[0].Actor != graph.CountryID("NOR") || m[0].Place != graph.PlaceID("NOR", "") {
		t.Errorf("%+v", m)
	}
}

func TestACapitalIsAPlaceAndAGovernment(t *testing.T) {
	text := in(t, "Seoul rejected the offer on Monday.")
	m := named(text, "Seoul")
	if len(m) != 1 || m[0].Class != mention.Capital || m[0].Actor != graph.CountryID("KOR") {
		t.Fatalf("%+v", m)
	}
	p, ok := text.Cast.Node(m[0].Place).(graph.Place)
	if !ok || p.Name != "Seoul" || p.Country != "KOR" || p.Lat == nil {
		t.Errorf("%+v", p)
	}
}

func TestListedWordsAreOfTheirClass(t *testing.T) {
	for _, c := range []struct {
		text, words string
		class       mention.Class
		actor       graph.ID
	}{
		{"The Kremlin rejected the offer.", "Kremlin", mention.Seat, graph.CountryID("RUS")},
		{"They met the Russian troops on Monday.", "Russian troops", mention.Organ, graph.CountryID("RUS")},
		{"They told the foreign ministry of their plan, South Koreans said.", "South Koreans", mention.People, graph.CountryID("KOR")},
		{"They praised the Estonian plan.", "Estonian", mention.Demonym, graph.CountryID("EST")},
		{"They joined the United Nations in 1945.", "United Nations", mention.Body, graph.OrganizationID("United Nations")},
		{"They joined NATO in 2023.", "NATO", mention.Body, graph.OrganizationID("North Atlantic Treaty Organization")},
		{"The plan was reported by Reuters on Monday.", "Reuters", mention.Outlet, graph.OrganizationID("Reuters")},
		{"They read it in the Harbour Gazette on Monday.", "Harbour Gazette", mention.Outlet, graph.OrganizationID("Harbour Gazette")},
		{"They spoke to the Harbour Cities Alliance on Monday.", "Harbour Cities Alliance", mention.Body, graph.OrganizationID("Harbour Cities Alliance")},
	} {
		t.Run(c.words, func(t *testing.T) {
			text := in(t, c.text)
			m := named(text, c.words)
			if len(m) != 1 || m[0].Class != c.class {
				t.Fatalf("%+v", m)
			}
			if m[0].Actor != c.actor {
				t.Errorf("stands for %s", m[0].Actor)
			}
		})
	}
}

func TestABodyHasOneNodeByAnyOfItsNames(t *testing.T) {
	text := in(t, "They joined the United Nations in 1945. The UN turned to them on Monday, and they left the U.N. on Friday.")
	ids := map[graph.ID]bool{}
	for _, words := range []string{"United Nations", "UN", "U.N."} {
		m := named(text, words)
		if len(m) != 1 {
			t.Fatalf("%s: %+v", words, m)
		}
		ids[m[0].Actor] = true
	}
	if len(ids) != 1 {
		t.Errorf("%v", ids)
	}
}

func TestACityIsAPlaceWithCountryAndCoordinates(t *testing.T) {
	text := in(t, "South Korea and China held talks in Hangzhou on Monday.")
	m := named(text, "Hangzhou")
	if len(m) != 1 || m[0].Class != mention.Place {
		t.Fatalf("%+v", m)
	}
	p, ok := text.Cast.Node(m[0].Place).(graph.Place)
	if !ok || p.Country != "CHN" || p.Lat == nil || *p.Lat < 30 || *p.Lat > 31 {
		t.Errorf("%+v", p)
	}
}

func TestTheDatelineIsAPlace(t *testing.T) {
	text := in(t, "Two ministers met on Monday.")
	p, ok := text.Cast.Node(text.Dateline).(graph.Place)
	if !ok || p.Name != "Geneva" || p.Country != "CHE" {
		t.Errorf("%+v", p)
	}
	if none := find(t, source.Raw{ID: "a", Text: "NATO — Two ministers met on Monday."}); none.Dateline != "" {
		t.Errorf("an alliance is no city: %s", none.Dateline)
	}
}

func TestAnOccasionIsNoActor(t *testing.T) {
	text := in(t, "They came to Hangzhou for the Asian Games and left before the G20 Summit.")
	for words, want := range map[string]graph.ID{"Asian Games": graph.OccasionID("Asian Games"), "G20 Summit": graph.OccasionID("G20 Summit")} {
		m := named(text, words)
		if len(m) != 1 || m[0].Class != mention.Occasion || m[0].Occasion != want || m[0].Actor != "" {
			t.Errorf("%s: %+v", words, m)
		}
	}
	if m := named(in(t, "They came to the Chinese conference."), "Chinese conference"); len(m) != 0 {
		t.Errorf("%+v", m)
	}
}

func TestAListedWordThatBeginsANameIsThePersons(t *testing.T) {
	got := people(in(t, "Israeli Foreign Minister Israel Katz arrived. Canadian Defence Minister Jordan Testwell was absent."))
	want := []string{"Israel Katz | ISR | foreign minister", "Jordan Testwell | CAN | defence minister"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMentionsAreRunsOfWholeTokensThatDoNotOverlap(t *testing.T) {
	text := in(t, `South Korean Prime Minister Han Duck-soo and Chinese President Xi Jinping met in Hangzhou, Yonhap said, quoting the Blue House.
"We agreed with the UN Secretary-General," Han told the European Union's Josep Borrell Testón, the Spanish envoy of Brussels.
Kim Jong Un, North Korea's leader, was in Vladivostok for the Eastern Economic Forum with Russian troops and Mr. Putin.`)
	n := 0
	for s, list := range text.Mentions {
		end := 0
		for _, m := range list {
			tokens := text.Sentences[s].Tokens
			if m.First < end || m.Last <= m.First || m.Last > len(tokens) {
				t.Fatalf("%+v behind token %d of %d", m, end, len(tokens))
			}
			if m.Start != tokens[m.First].Start || m.End != tokens[m.Last-1].End {
				t.Errorf("%+v is no run of whole tokens", m)
			}
			for _, id := range []graph.ID{m.Actor, m.Place, m.Occasion} {
				if id != "" && text.Cast.Node(id) == nil {
					t.Errorf("%s is not in the cast", id)
				}
			}
			end = m.Last
			n++
		}
	}
	if n < 12 {
		t.Errorf("%d mentions", n)
	}
}

func TestAtFindsTheMentionThatCoversAToken(t *testing.T) {
	text := in(t, "South Korean Prime Minister Han Duck-soo arrived on Monday.")
	s := slices.IndexFunc(text.Mentions, func(list []mention.Mention) bool { return len(list) > 0 })
	m := text.Mentions[s][0]
	if at := text.At(s, m.Last-1); at == nil || at.Actor != m.Actor {
		t.Errorf("%+v", at)
	}
	if at := text.At(s, m.Last); at != nil {
		t.Errorf("%+v", at)
	}
}
