package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

func (s *scanner) text(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i]
}

func (s *scanner) longest(i int) ([]lexicon.Entry, int) {
	if i < 0 || i >= len(s.words) {
		return nil, 0
	}
	return s.lex.Longest(s.words[i:])
}

// capital tells whether token i is a word with a capital.
func (s *scanner) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text(i))
	return unicode.IsUpper(r) && (i > 0 || !begins[s.text(i)])
}

// properNoun tells whether token i may begin a name: at the head of a sentence the tagger has the say, if there is one.
func (s *scanner) properNoun(i int) bool {
	tag := s.tokens[i].Tag
	return s.capital(i) && (i > 0 || tag == syntax.PROPN || tag == syntax.NoTag)
}

// the is 1 when token i is an article.
func (s *scanner) the(i int) int {
	if strings.EqualFold(s.text(i), "the") {
		return 1
	}
	return 0
}

// possessive is 1 when token i is the sign of the genitive.
func (s *scanner) possessive(i int) int {
	switch s.text(i) {
	case "'s", "’s", "'", "’":
		return 1
	}
	return 0
}

// join is the text of tokens [i, end) with one space where the article has any, without a comma before "Jr.".
func (s *scanner) join(i, end int) string {
	var b strings.Builder
	for j := i; j < end; j++ {
		if j > i && s.tokens[j].Start > s.tokens[j-1].End {
			b.WriteByte(' ')
		}
		if s.words[j] != "," {
			b.WriteString(s.words[j])
		}
	}
	return strings.TrimSpace(b.String())
}

func initial(w string) bool { return len(w) == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z' }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	particles = set(`bin bint ibn al el de da do dos das del della di la le van von der den ter ten du y e af av zu`)
	suffixes  = set(`Jr. Jr Sr. Sr II III IV`)
	// begins are words that take a capital at the head of a sentence only because they stand there.
	begins = set(`The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From With After Before During
		While When As If But And Or Not No So Yet There Here What Who Which Where Why How All Both Some Many Most Several Few One Two Three Four
		Five Six Seven Ten Earlier Later Last Next Following Meanwhile However Although Though Since Until Under Over Between Among Through According
		Despite Asked Also Another Other Each Every Any To Of Up About Against Such Only Even Still Now Then Today Yesterday Tomorrow Separately
		Speaking Addressing Talks Officials Leaders Ministers Responding Citing Quoting Later Tensions Relations Peace More`)
	weekdayOrMonth = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
		October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec`)
)
