package syntax_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/ingest/syntax"
)

func whole(text string) []graph.Span { return []graph.Span{{Start: 0, End: len(text)}} }

// words prints sentences as tokens with spaces between them, one line a sentence.
func words(sentences []syntax.Sentence) []string {
	var lines []string
	for _, s := range sentences {
		var line []string
		for _, t := range s.Tokens {
			line = append(line, t.Text)
		}
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}

func TestTokensAreThoseOfTheTreebanks(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"negation is its own token":              {"They don't and can't.", "They do n't and ca n't ."},
		"curly apostrophes count":                {"China’s envoy didn’t go", "China ’s envoy did n’t go"},
		"a plural possessive is one sign":        {"the leaders' talks", "the leaders ' talks"},
		"cannot is two words":                    {"He cannot go", "He can not go"},
		"two clitics come apart":                 {"he wouldn't've", "he would n't 've"},
		"given names keep their hyphen":          {"Han Duck-soo met Ban Ki-moon and Jean-Claude Juncker", "Han Duck-soo met Ban Ki-moon and Jean-Claude Juncker"},
		"countries with a hyphen come apart":     {"China-Japan talks", "China - Japan talks"},
		"based and led come apart":               {"Beijing-based, U.S.-led", "Beijing - based , U.S. - led"},
		"affixes stay":                           {"anti-government re-elected", "anti-government re-elected"},
		"numbers keep their signs":               {"1,000.5 at 10:30 on 9/11 2023-09-23", "1,000.5 at 10:30 on 9/11 2023-09-23"},
		"ranges come apart":                      {"2014-2015, 3-2", "2014 - 2015 , 3 - 2"},
		"clock times come apart":                 {"at 10am", "at 10 am"},
		"money comes apart":                      {"$5bn and 20%", "$ 5bn and 20 %"},
		"addresses stay whole":                   {"see https://a.org/x?y=1, or me@b.org.", "see https://a.org/x?y=1 , or me@b.org ."},
		"ampersands inside capitals":             {"AT&T & Co.", "AT&T & Co."},
		"a lone possessive stays whole":          {"(Xi) 's aide", "( Xi ) 's aide"},
		"a missing space does not join words":    {"He left.The talks ended", "He left . The talks ended"},
		"a combining accent stays in its word":   {"Jose\u0301 went", "Jose\u0301 went"},
		"quotes are tokens":                      {`"Yes," he said. “No.”`, `" Yes , " he said . “ No . ”`},
		"initials keep the dot":                  {"George W. Bush", "George W. Bush"},
		"an article number keeps its dot":        {"No. 5 said no.", "No. 5 said no ."},
		"dots in a row are one token":            {"well... yes", "well ... yes"},
		"an Irish name keeps its apostrophe":     {"O'Brien's", "O'Brien 's"},
		"a possessive in capitals is cut":        {"CHINA'S", "CHINA 'S"},
		"a sentence's last letter is no initial": {"They chose Plan B.", "They chose Plan B ."},
	} {
		t.Run(name, func(t *testing.T) {
			got := strings.Join(words(syntax.Split(c.text, whole(c.text))), " ")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesEndWhereTheyShould(t *testing.T) {
	for name, text := range map[string]string{
		"two plain sentences":                    "Xi met Han . | They talked .",
		"titles do not end one":                  "Mr. Xi met Gen. Li and Dr. Wu .",
		"a country's abbreviation does not":      "The U.S. President met the U.N. envoy .",
		"unless a starter follows":               "He flew to the U.S. | The talks failed .",
		"closing quotes belong to their own":     "“ We agree . ” | He left .",
		"a question inside quotes goes on":       "“ Why ? ” he asked .",
		"and with a name before the verb":        "“ Why ? ” Xi asked .",
		"a dateline stands alone":                "SEOUL , Sept. 23 ( Yonhap ) -- | Xi met Han .",
		"so does one with a long dash":           "BEIJING — | China protested .",
		"and a mixed-case one with an agency":    "Tehran , Iran ( AP ) - | Iran protested .",
		"a clause between dashes is no dateline": "China - which protested - left .",
		"lower case goes on":                     "It was 5 p.m. in Seoul .",
		"a date does not end one":                "They met on Sept. 23 in Seoul .",
		"an ellipsis goes on in lower case":      "They met ... and left .",
	} {
		t.Run(name, func(t *testing.T) {
			raw := untokenize(text)
			got := strings.Join(words(syntax.Split(raw, whole(raw))), " | ")
			if diff := cmp.Diff(text, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// untokenize writes tokens as a newspaper would, dropping the bars between sentences.
func untokenize(s string) string {
	return strings.NewReplacer(" | ", " ", " .", ".", " ,", ",", "“ ", "“", " ”", "”", " ?", "?", "( ", "(", " )", ")").Replace(s)
}

func TestSentencesStayInTheirBlocks(t *testing.T) {
	text := "Xi meets Han\nskip me\nThe two met. They left\n\nSeparately"
	blocks := []graph.Span{{Start: 0, End: 12}, {Start: 21, End: len(text)}}
	want := []string{"Xi meets Han", "The two met .", "They left", "Separately"}
	if diff := cmp.Diff(want, words(syntax.Split(text, blocks))); diff != "" {
		t.Error(diff)
	}
}

func TestBlocksOutsideTheTextAreCut(t *testing.T) {
	got := syntax.Split("Xi left.", []graph.Span{{Start: -4, End: 2}, {Start: 3, End: 99}, {Start: 50, End: 60}})
	if diff := cmp.Diff([]string{"Xi", "left ."}, words(got)); diff != "" {
		t.Error(diff)
	}
}

// checkSpans holds a split to the invariant of the package.
func checkSpans(t *testing.T, text string, sentences []syntax.Sentence) {
	t.Helper()
	end := 0
	for _, s := range sentences {
		if len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %v does not span its tokens", s.Span)
		}
		for _, tok := range s.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token %v after byte %d of %d", tok.Span, end, len(text))
			}
			if tok.Text != text[tok.Start:tok.End] {
				t.Fatalf("token %v is not its text", tok.Span)
			}
			if gap := strings.TrimFunc(text[end:tok.Start], unicode.IsSpace); gap != "" {
				t.Fatalf("%q is in no token", gap)
			}
			end = tok.End
		}
	}
	if rest := strings.TrimFunc(text[end:], unicode.IsSpace); rest != "" {
		t.Fatalf("%q is in no token", rest)
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", "Xi met Han in the city of Hangzhou on Sept. 23.", "\xff\xfe\x00", "a\u0301\u0301", "السلام عليكم. نعم؟", "....!!!???", "x@y.z",
		"www.", "don't've's", "U.S.-led 2023-09-23 3-2-", "''``\"", "SEOUL (AP) --", "\u00a0\u2028\n\n-", "can't cannot 10am", "A.B.C.", "'S 's",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkSpans(t, text, syntax.Split(text, whole(text)))
		if utf8.ValidString(text) && len(text) > 4 {
			cut := len(text) / 2
			for !utf8.RuneStart(text[cut]) {
				cut++
			}
			blocks := []graph.Span{{Start: 0, End: cut}, {Start: cut, End: len(text)}}
			checkSpans(t, text, syntax.Split(text, blocks))
		}
	})
}
