package lexicon_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/ingest/lexicon"
)

func load(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	l, err := lexicon.Load()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// show writes entries as "Class Country Name Detail", empty parts left out.
func show(entries []lexicon.Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, strings.Join(strings.Fields(fmt.Sprint(e.Class, " ", e.Country, " ", e.Name, " ", e.Detail)), " "))
	}
	return strings.Join(out, "; ")
}

func TestLongestPhraseWins(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"South Korean Prime Minister Han", "2 Demonym KOR South Korea"},
		{"Prime Minister Han", "2 Title prime minister HEAD_OF_GOVERNMENT"},
		{"Korean Peninsula tensions", "2 Region Korean Peninsula region"},
		{"China Central Television said", "3 Outlet CHN China Central Television broadcaster"},
		{"Guinea - Bissau signed", "3 CountryName GNB Guinea-Bissau"},
		{"Guinea-Bissau signed", "1 CountryName GNB Guinea-Bissau"},
		{"Guinea signed", "1 CountryName GIN Guinea"},
		{"Papua New Guinea", "3 CountryName PNG Papua New Guinea"},
		{"Nigeria", "1 CountryName NGA Nigeria"},
		{"Dominican Republic", "2 CountryName DOM Dominican Republic"},
		{"Northern Ireland", "2 Region GBR Northern Ireland region"},
		{"Congo", "1 CountryName COD Democratic Republic of the Congo; CountryName COG Republic of the Congo"},
		{"secretary - general of", "3 Title secretary-general IO_HEAD"},
		{"secretary-general of", "1 Title secretary-general IO_HEAD"},
		{"Quai d' Orsay", "3 Seat FRA Quai d'Orsay"},
		{"Quai d’Orsay", "2 Seat FRA Quai d'Orsay"},
		{"Élysée Palace", "2 Seat FRA Elysee Palace"},
		{"P5 + 1 talks", "3 Body P5+1 IGO"},
		{"Hamas fighters", "1 Body PSE Hamas ARMED_GROUP"},
		{"U.S. Secretary", "1 CountryName USA United States; Demonym USA United States"},
		{"foreign ministers Lavrov", "2 Title foreign minister FOREIGN_MINISTER"},
		{"secretaries of state", "3 Title USA secretary of state FOREIGN_MINISTER"},
		{"attorneys general", "2 Title attorney general MINISTER"},
		{"former president", "1 TitleModifier former past"},
		{"foreign ministry said", "2 Organ foreign ministry ministry"},
		{"Soviet Union", "2 CountryName SUN Soviet Union"},
		{"Yugoslavia", "1 CountryName SRB Serbia"},
		{"Washington , D.C. on", "3 Capital USA Washington, D.C."},
		{"Mr. Putin", "1 Title Mr. HONORIFIC"},
		{"Trinidad & Tobago", "3 CountryName TTO Trinidad and Tobago"},
		{"the Guardian Council", "3 Body IRN Guardian Council GOVERNMENT"},
		{"the West Bank", "0 "},
		{"Hangzhou", "0 "},
	} {
		entries, n := load(t).Longest(strings.Fields(c.text))
		if got := fmt.Sprint(n, " ", show(entries)); got != c.want {
			t.Errorf("Longest(%q)\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestCapitalsOfTheTableAreDemanded(t *testing.T) {
	for text, want := range map[string]bool{
		"us": false, "Us": false, "US": true, "U.S": true, "turkey": false, "TURKEY": true, "china": false, "china daily": false,
		"who": false, "Who": false, "WHO": true, "president": true, "PRESIDENT": true, "Foreign Minister": true,
		"the Hague": true, "The Hague": true, "the hague": false, "major": false, "Major": true, "general": false,
		"KOREAN PENINSULA": true, "un": false, "Un": false, "male": false, "polish": false,
	} {
		words := strings.Fields(text)
		if _, n := load(t).Longest(words); (n == len(words)) != want {
			t.Errorf("Longest(%q) took %d words, want found = %v", text, n, want)
		}
	}
}

func TestMarksAloneBeginAndEndNoPhrase(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
	}{{"- Seoul", 0}, {"' Seoul", 0}, {"Seoul - based", 1}, {"Seoul . Beijing", 1}, {"South . Korea", 0}, {"South , Korea", 0}, {"", 0}} {
		if _, n := load(t).Longest(strings.Fields(c.text)); n != c.n {
			t.Errorf("Longest(%q) took %d words, want %d", c.text, n, c.n)
		}
	}
}

func TestOtherReadingsAreTold(t *testing.T) {
	for phrase, want := range map[string]string{"Jordan": "person", "Georgia": "place", "Congo": "country", "South Korea": ""} {
		entries, _ := load(t).Longest(strings.Fields(phrase))
		if len(entries) == 0 || entries[0].Also != want {
			t.Errorf("%s: Also of %+v, want %q", phrase, entries, want)
		}
	}
}

func TestPluralTitlesSayTheyArePlural(t *testing.T) {
	for phrase, want := range map[string]bool{"foreign ministers": true, "foreign minister": false, "deputies": true, "chiefs of staff": true} {
		entries, _ := load(t).Longest(strings.Fields(phrase))
		if len(entries) == 0 || entries[0].Plural != want {
			t.Errorf("%s: %+v, want plural = %v", phrase, entries, want)
		}
	}
}

func TestFoldDropsCaseAccentsAndStops(t *testing.T) {
	for name, want := range map[string]string{
		"Sharm el-Sheikh": "sharm el sheikh", "U.S.": "us", "São Tomé": "sao tome", "Gdańsk": "gdansk", "Đà Nẵng": "da nang",
		"Kaeso\u0306ng": "kaesong", "Xi’an": "xi an", " a  b ": "a b", "東京": "東京", "": "", "Straße": "strasse", "İzmir": "izmir",
	} {
		if got := lexicon.Fold(name); got != want {
			t.Errorf("Fold(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestEveryPhraseFindsItsOwnEntry(t *testing.T) {
	l := load(t)
	for _, c := range l.Countries() {
		phrases := slices.Concat([]string{c.Name}, c.Aliases, c.Adjectives, c.Peoples, c.Capitals, c.Seats)
		for _, phrase := range phrases {
			entries, n := l.Longest(strings.Fields(phrase))
			if n != len(strings.Fields(phrase)) || !slices.ContainsFunc(entries, func(e lexicon.Entry) bool { return e.Country == c.Alpha3 }) {
				t.Errorf("%s: Longest(%q) = %s, %d", c.Alpha3, phrase, show(entries), n)
			}
		}
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	l, words := load(t), []string{"South", "Korean", "Prime", "Minister"}
	if n := testing.AllocsPerRun(100, func() { l.Longest(words) }); n != 0 {
		t.Errorf("%v allocations a lookup", n)
	}
}

func FuzzLongestTakesWholeWords(f *testing.F) {
	f.Add("South Korean - Prime 's Minister")
	f.Add("U.S. & UK , the Hague")
	f.Add("\xff\xfe . ’ İ")
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		entries, n := load(t).Longest(words)
		if n < 0 || n > len(words) || (n == 0) != (len(entries) == 0) {
			t.Fatalf("Longest(%q) = %v, %d", words, entries, n)
		}
		for _, e := range entries {
			if got, want := lexicon.Fold(strings.Join(words[:n], " ")), lexicon.Fold(e.Phrase); got != want {
				t.Fatalf("Longest(%q) gave %q, spelled %q", words, want, got)
			}
		}
		if cities, n := load(t).LongestCity(words); n > len(words) || (n == 0) != (len(cities) == 0) {
			t.Fatalf("LongestCity(%q) = %v, %d", words, cities, n)
		}
	})
}

func BenchmarkLongest(b *testing.B) {
	l, words := load(b), strings.Fields("South Korean Prime Minister Han Duck - soo met Chinese President Xi Jinping in Hangzhou")
	for b.Loop() {
		for i := range words {
			l.Longest(words[i:])
		}
	}
}
