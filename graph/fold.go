package graph

import (
	"strings"
	"unicode"
)

// Fold brings a text to the form in which names and search terms are compared: lower case, Latin accents removed,
// every run of other characters one space, no space at the ends. "Recep Tayyip Erdoğan’s" folds to
// "recep tayyip erdogan s".
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		plain, ok := foldRune(r)
		if !ok {
			space = b.Len() > 0
			continue
		}
		if space && plain != "" {
			b.WriteByte(' ')
			space = false
		}
		b.WriteString(plain)
	}
	return b.String()
}

// Terms are the search terms of a text: the words of its folded form.
func Terms(s string) []string { return strings.Fields(Fold(s)) }

// Slug is the folded form with hyphens between its words, for ids.
func Slug(s string) string { return strings.ReplaceAll(Fold(s), " ", "-") }

// foldRune folds one character; ok is false for what separates words. Combining marks fold to nothing.
func foldRune(r rune) (plain string, ok bool) {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return string(r), true
	case r >= 'A' && r <= 'Z':
		return string(r + 'a' - 'A'), true
	case r < 0x80:
		return "", false
	case unicode.Is(unicode.Mn, r):
		return "", true
	}
	if base, found := latin[unicode.ToLower(r)]; found {
		return base, true
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return string(unicode.ToLower(r)), true
	}
	return "", false
}

// latin maps accented and special Latin letters to their plain spelling, as a fact of Unicode's decompositions and of
// common English practice (ø o, ł l, ß ss).
var latin = makeLatin(map[string]string{
	"a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặə", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęěẹẻẽếềểễệ", "g": "ĝğġģǧ", "h": "ĥħḥ",
	"i": "ìíîïĩīĭįıǐịỉ", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "r": "ŕŗř",
	"s": "śŝşšșṣ", "t": "ţťŧțṭ", "u": "ùúûüũūŭůűųưǔụủứừửữự", "w": "ŵ", "y": "ýÿŷỳỵỷỹ", "z": "źżžẓ",
	"ae": "æ", "oe": "œ", "ss": "ß", "th": "þ",
})

func makeLatin(spellings map[string]string) map[rune]string {
	m := map[rune]string{}
	for plain, letters := range spellings {
		for _, r := range letters {
			m[r] = plain
		}
	}
	return m
}
