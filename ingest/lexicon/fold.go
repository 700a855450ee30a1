package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold gives the form under which names are compared: lower case, without accents and full stops, its pieces (parts
// between spaces, hyphens and apostrophes) joined by one space. Fold("Sharm el-Sheikh") is "sharm el sheikh", Fold("U.S.")
// is "us". Letters outside the Latin alphabet stay as they are.
func Fold(name string) string {
	var pieces []byte
	for word := range strings.FieldsSeq(name) {
		pieces = appendPieces(pieces, word)
	}
	return string(appendLower(nil, pieces))
}

// appendPieces adds the pieces of one word to the pieces before it, case kept: "secretary-general" adds "secretary
// general", "d'Orsay" adds "d Orsay", "U.S." adds "US", "&" adds "and". A lone hyphen or apostrophe adds nothing; any other
// mark is a piece of its own.
func appendPieces(dst []byte, word string) []byte {
	stops := strings.Trim(word, ".") == "" // "." ends a sentence and must not vanish
	fresh := true
	for _, r := range word {
		switch {
		case isJoint(r):
			fresh = true
		case r == '.' && !stops:
		case r == '&':
			dst = append(separate(dst, true), "and"...)
			fresh = true
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			dst = appendPlain(separate(dst, fresh), r)
			fresh = false
		default:
			dst = utf8.AppendRune(separate(dst, true), r)
			fresh = true
		}
	}
	return dst
}

// isJoint tells the marks that may stand inside a name or be left out of it.
func isJoint(r rune) bool {
	switch r {
	case '-', '\u2010', '\u2011', '\u00ad', '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´', ' ', '\u00a0':
		return true
	}
	return false
}

func separate(dst []byte, fresh bool) []byte {
	if fresh && len(dst) > 0 {
		return append(dst, ' ')
	}
	return dst
}

// appendLower adds src with its ASCII capitals lowered, byte for byte, so that both keep the same length.
func appendLower(dst, src []byte) []byte {
	for _, c := range src {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}

// appendPlain adds a letter without its accent: é as e, Ł as L, ß as ss. Combining marks add nothing.
func appendPlain(dst []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		return append(dst, byte(r))
	case unicode.Is(unicode.Mn, r):
		return dst
	}
	for _, row := range accents {
		if strings.ContainsRune(row.letters, r) {
			return append(dst, row.plain...)
		}
	}
	return utf8.AppendRune(dst, r)
}

// accents lists the accented letters of Latin alphabets, and of romanised Arabic, Korean and Vietnamese, by plain letter.
var accents = []struct{ plain, letters string }{
	{"a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"}, {"A", "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ"}, {"ae", "æ"}, {"AE", "Æ"},
	{"b", "ḇ"}, {"B", "Ḇ"}, {"c", "çćĉċč"}, {"C", "ÇĆĈĊČ"}, {"d", "ďđḏḑḍð"}, {"D", "ĎĐḎḐḌÐ"},
	{"e", "èéêëēĕėęěẹẻẽếềểễệǝə"}, {"E", "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƎƏ"}, {"g", "ĝğġģǧḡ"}, {"G", "ĜĞĠĢǦḠ"},
	{"h", "ĥħḥḩẖḫ"}, {"H", "ĤĦḤḨḪ"}, {"i", "ìíîïĩīĭįıǐỉị"}, {"I", "ÌÍÎÏĨĪĬĮİǏỈỊ"}, {"j", "ĵ"}, {"J", "Ĵ"},
	{"k", "ķḳǩḵ"}, {"K", "ĶḲǨḴ"}, {"l", "ĺļľŀłḷ"}, {"L", "ĹĻĽĿŁḶ"}, {"m", "ṃ"}, {"M", "Ṃ"},
	{"n", "ñńņňŉŋṇ"}, {"N", "ÑŃŅŇŊṆ"}, {"o", "òóôõöøōŏőǒơọỏốồổỗộớờởỡợ"}, {"O", "ÒÓÔÕÖØŌŎŐǑƠỌỎỐỒỔỖỘỚỜỞỠỢ"},
	{"oe", "œ"}, {"OE", "Œ"}, {"r", "ŕŗřṛ"}, {"R", "ŔŖŘṚ"}, {"s", "śŝşšșṣſ"}, {"S", "ŚŜŞŠȘṢ"}, {"ss", "ß"},
	{"t", "ţťŧțṭṯ"}, {"T", "ŢŤŦȚṬṮ"}, {"th", "þ"}, {"Th", "Þ"}, {"u", "ùúûüũūŭůűųǔưụủứừửữự"}, {"U", "ÙÚÛÜŨŪŬŮŰŲǓƯỤỦỨỪỬỮỰ"},
	{"w", "ŵẁẃẅ"}, {"W", "ŴẀẂẄ"}, {"x", "ẋẍ"}, {"y", "ýÿŷỳỵỷỹ"}, {"Y", "ÝŶŸỲỴỶỸ"}, {"z", "źżžẓẕ"}, {"Z", "ŹŻŽẒẔ"},
}
