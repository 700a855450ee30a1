package syntax

import (
	"strings"
	"unicode"
)

// affixes stay joined to what follows them, as in the treebanks: anti-government, re-elect, mid-July.
var affixes = set(`non e re anti pre co pro mid cross post sub semi pan multi ex counter mini socio psycho neo inter intra micro
	vice un arch over ultra trans pseudo quasi extra infra hyper de dis mis pre geo bi tri`)

// givenNames begin double given names: Jean-Claude, Karl-Heinz.
var givenNames = set(`jean marie anne ann mary karl carl hans heinz klaus juan jose maria luis ana franz ernst pierre louis abdel
	abdul abd ali jan lars sven per rose lee john paul peter`)

// notSyllables are English words that could be the second half of an East Asian given name by their letters alone.
var notSyllables = set(`run won win wing long own in on up in line style wide can man men ban gun ten tie to way law war hit lit old
	day key pay town born torn worn hot top ship shop backed led held run area era age aged class born bound free like made
	type rich poor safe size high low mail food cut kin loan bank lung tank thin thick tip tap pan pin pen`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// keepsHyphen tells whether left-right stays one token.
//
//	Duck-soo, Jean-Claude, re-elected, 2023-09-23   one token
//	Beijing-based, China-Japan, F-16, 2014-2015     three tokens
func keepsHyphen(left, right, rest string) bool {
	if digits(right) {
		more := len(rest) > 1 && rest[0] == '-' && unicode.IsDigit(rune(rest[1]))
		return digits(left) && more || strings.Contains(left, "-") && digits(strings.ReplaceAll(left, "-", ""))
	}
	first := left[strings.LastIndexByte(left, '-')+1:]
	if len(left) > 32 || len(right) > 32 || first == "" {
		return false
	}
	lower := strings.ToLower(first)
	if affixes[lower] {
		return true
	}
	return unicode.IsUpper(firstRune(left)) && !allUpper(left) && (givenNames[lower] && unicode.IsUpper(firstRune(right)) ||
		syllable(lower) && syllable(strings.ToLower(right)) && !notSyllables[strings.ToLower(right)] && !allUpper(right))
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func digits(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

func allUpper(s string) bool {
	return len(s) > 1 && strings.IndexFunc(s, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

var onsets = set(`b p m f d t n l g k h j q x r z c s y w zh ch sh ts hs ky py ny my gy kw gh ph th hw hy ng hn gw hw hs sy`)

var codas = set(`n ng k ck l m p t b h r`)

// syllable tells whether a lower-case word is one syllable as Korean, Chinese and Vietnamese names are spelled: soo, jae, hyun, kai.
func syllable(w string) bool {
	if len(w) == 0 || len(w) > 6 {
		return false
	}
	vowel := func(r rune) bool { return strings.ContainsRune("aeiouü", r) }
	from := strings.IndexFunc(w, vowel)
	if from < 0 || from > 0 && !onsets[w[:from]] {
		return false
	}
	rest := strings.TrimLeft(w[from:], "aeiouüy")
	nucleus := len(w) - from - len(rest)
	return nucleus <= 3 && (rest == "" || codas[rest])
}
