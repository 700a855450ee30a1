package graph_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"demarche/graph"
)

func TestADateIsTheFirstDayAndAPrecision(t *testing.T) {
	for text, c := range map[string]struct {
		precision graph.Precision
		first     string
	}{
		"":           {graph.Unknown, ""},
		"2023":       {graph.Year, "2023-01-01"},
		"2023-09":    {graph.Month, "2023-09-01"},
		"2023-09-23": {graph.Day, "2023-09-23"},
		"2024-02-29": {graph.Day, "2024-02-29"},
	} {
		d, err := graph.ParseDate(text)
		if err != nil || d.Precision() != c.precision || d.First() != c.first {
			t.Errorf("%q: %v, precision %d, first day %q", text, err, d.Precision(), d.First())
		}
		if at, ok := d.Time(); ok != (text != "") || ok && at.Format(time.DateOnly) != c.first {
			t.Errorf("%q: time %v, %t", text, at, ok)
		}
	}
}

func TestWhatIsNotOnTheCalendarIsNoDate(t *testing.T) {
	for _, text := range []string{"2023-02-29", "2023-13", "2023-9-1", "23", "0000", "today", "2023-09-23T10:00:00Z", " 2023", "2023-00", "２０２３"} {
		if d, err := graph.ParseDate(text); !errors.Is(err, graph.ErrDate) {
			t.Errorf("%q: %q, %v", text, d, err)
		}
	}
}

func TestADateHoldsTheFinerDatesWithinIt(t *testing.T) {
	for _, c := range []struct {
		outer, inner graph.Date
		want         bool
	}{
		{"2023", "2023-09-23", true}, {"2023-09", "2023-09-23", true}, {"2023", "2023", true}, {"2023-09-23", "2023", false},
		{"2023-08", "2023-09-23", false}, {"", "2023", false}, {"2023", "", false},
	} {
		if got := c.outer.Holds(c.inner); got != c.want {
			t.Errorf("%q holds %q: %t", c.outer, c.inner, got)
		}
	}
}

func TestFoldMakesSpellingsOfOneNameEqual(t *testing.T) {
	for text, want := range map[string]string{
		"Recep Tayyip Erdoğan’s": "recep tayyip erdogan s",
		"  Han  Duck-soo. ":      "han duck soo",
		"São Tomé & Príncipe":    "sao tome principe",
		"ŁÓDŹ":                   "lodz",
		"Straße":                 "strasse",
		"Zoë":                    "zoe", // e and a combining mark
		"İstanbul":               "istanbul",
		"ЮЛИЯ":                   "юлия",
		"习近平":                    "习近平",
		"100%_sure":              "100 sure",
		"?!":                     "",
		"":                       "",
	} {
		if got := graph.Fold(text); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

func FuzzFoldIsDoneOnceAndKeepsWordsApart(f *testing.F) {
	for _, seed := range []string{"Erdoğan’s", "ẞǅ", "a\x00b", "İ", "\xff", "ﬁ", "Ⅷ", "e\u0301", "00 \u059c"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := graph.Fold(s)
		if again := graph.Fold(folded); again != folded {
			t.Errorf("%q folds to %q and then to %q", s, folded, again)
		}
		if strings.Join(strings.Fields(folded), " ") != folded {
			t.Errorf("%q folds to %q, with spaces to spare", s, folded)
		}
	})
}

func TestEveryCharacterFoldsOnce(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		folded := graph.Fold("a" + string(r) + "b")
		if again := graph.Fold(folded); again != folded {
			t.Fatalf("%U folds to %q and then to %q", r, folded, again)
		}
	}
}

func TestIDsAreMadeOfWhatAThingIs(t *testing.T) {
	for got, want := range map[graph.ID]graph.ID{
		graph.PersonID("Han Duck-soo"):              "person:han-duck-soo",
		graph.PersonID("HAN  Duck Soo"):             "person:han-duck-soo",
		graph.PlaceID("CHN", "Hangzhou"):            "place:CHN/hangzhou",
		graph.PlaceID("CHN", ""):                    "place:CHN",
		graph.OrganizationID("United Nations"):      "organization:united-nations",
		graph.EventID("report:4f0c"):                "event:4f0c",
		graph.ReportOf("event:4f0c"):                "report:4f0c",
		graph.ID(graph.ArticleID("a:b").Local()):    "a:b",
		graph.ID(graph.ID("nonsense").Local()):      "",
		graph.ID(graph.CountryID("CHN").Prefix()):   "country",
		graph.ID(graph.OccasionID("G20!").Prefix()): "occasion",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAReportIsKnownByWhatItSaysNotByItsRule(t *testing.T) {
	r := said("a", graph.Happened, hangzhou)
	same, other := r, r
	same.Rule, same.Attribution = "another rule", []graph.Attribution{{Role: graph.Agency, Name: "Yonhap"}}
	other.Status = graph.Denied
	if same.Identify().ID != r.ID || other.Identify().ID == r.ID {
		t.Errorf("%s, %s, %s", r.ID, same.Identify().ID, other.Identify().ID)
	}
}

// The versions below stand in the order in which each replaces all before it.
func TestNewerNeverAsksWhichCameLater(t *testing.T) {
	versions := []graph.Article{
		{Text: "a", Published: "2023-09-22"},
		{Text: "a", Published: "2023-09-23"},
		{Text: "a", Instant: "2023-09-23T10:00:00Z"},
		{Text: "a", Updated: "2023-09-20T10:00:00Z"},
		{Text: "b", Updated: "2023-09-24T10:00:00Z"},
		{Text: "a", Version: 2},
	}
	for i, older := range versions {
		for _, newer := range versions[i+1:] {
			if !newer.Newer(older) || older.Newer(newer) {
				t.Errorf("%+v must replace %+v, and not the other way round", newer, older)
			}
		}
	}
}

func TestOfTwoDifferentArticlesOneIsNewer(t *testing.T) {
	all := []graph.Article{
		{Text: "a"}, {Text: "b"}, {Text: "a", Title: "x"}, {Text: "a", Source: "x"}, {Text: "a", URL: "x"}, {Text: "a", Language: "x"},
		{Text: "a", Published: "2023"}, {Text: "a", Published: "2023-01"}, {Text: "a", Published: "2023-01-01"},
		{Text: "a", Published: "2023", Instant: "2023-01-01"},
	}
	for i, a := range all {
		if a.Newer(a) {
			t.Errorf("%+v is newer than itself", a)
		}
		for _, b := range all[i+1:] {
			if a.Newer(b) == b.Newer(a) {
				t.Errorf("%+v and %+v: newer both ways %t", a, b, a.Newer(b))
			}
		}
	}
	slices.SortFunc(all, func(a, b graph.Article) int {
		if a.Newer(b) {
			return 1
		}
		return -1
	})
	for i := range all[1:] {
		if !all[len(all)-1].Newer(all[i]) {
			t.Errorf("no one order: %+v", all[i])
		}
	}
}
