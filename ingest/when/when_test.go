package when_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest/syntax"
	"demarche/ingest/when"
)

// friday is the day of writing in these tests.
const friday = graph.Date("2023-09-22")

// found is an expression with its words and what it means in either tense.
type found struct {
	Words        string
	Past, Future graph.Date
	Since        bool
}

// find lists the expressions of a text that is one sentence.
func find(t *testing.T, text string, written graph.Date) (out []found) {
	t.Helper()
	for _, s := range syntax.Split(text, []graph.Span{{End: len(text)}}) {
		for _, e := range when.Find(s.Tokens, written) {
			words := graph.Span{Start: s.Tokens[e.First].Start, End: s.Tokens[e.Last-1].End}.Of(text)
			out = append(out, found{words, e.Date(false), e.Date(true), e.Since})
		}
	}
	return out
}

func TestEachRuleReadsItsExpressionsAndLeavesTheirLikesAlone(t *testing.T) {
	same := func(words string, d graph.Date) []found { return []found{{Words: words, Past: d, Future: d}} }
	for _, c := range []struct {
		text string
		want []found
	}{
		// calendar
		{"They met on September 26, 2023 in Oslo.", same("September 26, 2023", "2023-09-26")},
		{"They met on Sept. 26 in Oslo.", same("Sept. 26", "2023-09-26")},
		{"They met on 26 September 2021.", same("26 September 2021", "2021-09-26")},
		{"They met on the 26th of September 2021.", same("26th of September 2021", "2021-09-26")},
		{"They met from 22 to 24 August 2021.", same("22 to 24 August 2021", "2021-08-22")},
		{"They met on August 22 to 24, 2021.", same("August 22 to 24, 2021", "2021-08-22")},
		{"They met on 2023-09-20.", same("2023-09-20", "2023-09-20")},
		{"They met in June 2023.", same("June 2023", "2023-06")},
		{"They met in June of 2022.", same("June of 2022", "2022-06")},
		{"They met in late August 2022.", same("late August 2022", "2022-08")},
		{"They met in mid-June 2022.", same("mid-June 2022", "2022-06")},
		{"They met on February 30, 2023.", same("February 30, 2023", "")},
		{"She may go and they march on.", nil},
		{"The 26 envoys and 300 guests met.", nil},
		// weekday
		{"They met on Friday.", same("Friday", "2023-09-22")},
		{"They met last Monday.", same("last Monday", "2023-09-18")},
		{"They met last Friday.", same("last Friday", "2023-09-15")},
		{"They meet next Friday.", same("next Friday", "2023-09-29")},
		{"Thousands came to Friday prayers.", nil},
		{"The Sunday Times reported it.", nil},
		{"He sells friday sundays.", nil},
		// relative
		{"They met today.", same("today", "2023-09-22")},
		{"They met yesterday.", same("yesterday", "2023-09-21")},
		{"They meet tomorrow.", same("tomorrow", "2023-09-23")},
		{"They met this morning.", same("this morning", "2023-09-22")},
		{"They met last week.", same("last week", "2023-09")},
		{"They met last month.", same("last month", "2023-08")},
		{"They meet next month.", same("next month", "2023-10")},
		{"They meet this year.", same("this year", "2023")},
		{"They met last year.", same("last year", "2022")},
		{"It was the last of their meetings.", nil},
		{"The next envoy came.", nil},
		// ago
		{"They met two days ago.", same("two days ago", "2023-09-20")},
		{"They met 3 weeks ago.", same("3 weeks ago", "2023-09")},
		{"They met a month ago.", same("a month ago", "2023-08")},
		{"They met ten years ago.", same("ten years ago", "2013")},
		{"They met for three years.", nil},
		{"They had met three years earlier.", nil},
		// year
		{"They met in 2014.", same("2014", "2014")},
		{"They signed the 1995 treaty.", same("1995", "1995")},
		{"They counted 2014 people.", nil},
		{"They walked in 3014 shoes.", nil},
	} {
		if diff := cmp.Diff(c.want, find(t, c.text, friday)); diff != "" {
			t.Errorf("%s: %s", c.text, diff)
		}
	}
}

func TestAnExpressionGoesTheWayOfItsTense(t *testing.T) {
	for _, c := range []struct {
		text         string
		past, future graph.Date
	}{
		{"on Monday", "2023-09-18", "2023-09-25"},
		{"on Thursday", "2023-09-21", "2023-09-28"},
		{"in December", "2022-12", "2023-12"},
		{"in February", "2023-02", "2024-02"},
		{"on December 24", "2022-12-24", "2023-12-24"},
		{"on 1 March", "2023-03-01", "2024-03-01"},
		{"on September 26", "2023-09-26", "2023-09-26"}, // near enough for either
		{"on September 12", "2023-09-12", "2023-09-12"},
	} {
		got := find(t, "They talk "+c.text+".", friday)
		if len(got) != 1 || got[0].Past != c.past || got[0].Future != c.future {
			t.Errorf("%s: %+v", c.text, got)
		}
	}
}

func TestEveryWeekdayIsWithinAWeekInEitherDirection(t *testing.T) {
	for _, day := range []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"} {
		for _, c := range []struct {
			words    string
			from, to graph.Date
		}{{day, "2023-09-16", "2023-09-28"}, {"last " + day, "2023-09-15", "2023-09-21"}, {"next " + day, "2023-09-23", "2023-09-29"}} {
			got := find(t, "They talk on "+c.words+".", friday)
			if len(got) != 1 || got[0].Past < c.from || got[0].Past > c.to || got[0].Future < c.from || got[0].Future > c.to {
				t.Errorf("%s: %+v", c.words, got)
			}
			for _, d := range []graph.Date{got[0].Past, got[0].Future} {
				if at, ok := d.Time(); !ok || at.Weekday().String() != day {
					t.Errorf("%s is %s", c.words, d)
				}
			}
		}
	}
}

func TestSinceIsMarked(t *testing.T) {
	want := []found{{"2014", "2014", "2014", true}}
	if diff := cmp.Diff(want, find(t, "Xi has not visited Seoul since 2014.", friday)); diff != "" {
		t.Error(diff)
	}
	if got := find(t, "Xi visited Seoul in 2014.", friday); len(got) != 1 || got[0].Since {
		t.Errorf("%+v", got)
	}
}

func TestWithoutADayOfWritingWhatIsRelativeToItStaysUnknown(t *testing.T) {
	for _, written := range []graph.Date{"", "2023", "2023-09"} {
		for _, text := range []string{"on Monday", "in June", "on September 26", "yesterday", "last year", "two days ago"} {
			for _, e := range find(t, "They met "+text+".", written) {
				if e.Past != "" || e.Future != "" {
					t.Errorf("written %q: %+v", written, e)
				}
			}
		}
		if got := find(t, "They met on 26 September 2021.", written); len(got) != 1 || got[0].Past != "2021-09-26" {
			t.Errorf("written %q: %+v", written, got)
		}
	}
}

func TestADateIsNeverFinerThanItsWords(t *testing.T) {
	for text, want := range map[string]graph.Precision{
		"on September 26": graph.Day, "on Monday": graph.Day, "yesterday": graph.Day, "in June": graph.Month, "in early June": graph.Month,
		"last month": graph.Month, "last week": graph.Month, "in 2014": graph.Year, "last year": graph.Year, "five years ago": graph.Year,
	} {
		got := find(t, "They met "+text+".", friday)
		if len(got) != 1 || got[0].Past.Precision() != want || got[0].Future.Precision() != want {
			t.Errorf("%s: %+v", text, got)
		}
	}
}

func TestSeveralExpressionsOfASentenceComeInOrder(t *testing.T) {
	got := find(t, "Kim, who visited Russia on September 13, will meet Xi in October and has not met him since 2019.", friday)
	want := []found{{"September 13", "2023-09-13", "2023-09-13", false}, {"October", "2023-10", "2023-10", false}, {"2019", "2019", "2019", true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func FuzzExpressionsAreOrderedRunsOfTokensWithDatesOfTheCalendar(f *testing.F) {
	for _, text := range []string{"on the 31st of February", "22 to", "mid-", "May", "last", "next Sunday Times", "a day ago", "2023-13-45", "since", "0 weeks ago", "200 years ago"} {
		f.Add(text, "2023-09-22")
	}
	f.Add("yesterday 9 years ago", "0001-01-01")
	f.Fuzz(func(t *testing.T, text, written string) {
		for _, s := range syntax.Split(text, []graph.Span{{End: len(text)}}) {
			end := 0
			for _, e := range when.Find(s.Tokens, graph.Date(written)) {
				if e.First < end || e.Last <= e.First || e.Last > len(s.Tokens) {
					t.Fatalf("%+v behind %d in %d tokens", e, end, len(s.Tokens))
				}
				end = e.Last
				for _, d := range []graph.Date{e.Date(false), e.Date(true)} {
					if _, err := graph.ParseDate(string(d)); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
	})
}
