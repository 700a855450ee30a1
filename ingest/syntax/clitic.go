package syntax

import (
	"strings"
	"unicode"
)

// clitics are cut off the end of a word in the manner of the treebanks: do n't, China 's, they 'll. The straight
// apostrophe also stands for the curly one.
var clitics = []string{"n't", "'s", "'re", "'ve", "'ll", "'d", "'m"}

// fusions are words written together that the treebanks cut in two, with the length of the first part.
var fusions = map[string]int{"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}

// clitics emits text[s.at:end] as a host and its clitics.
func (s *scanner) clitics(end int) {
	word := s.text[s.at:end]
	if len(word) == 5 || len(word) == 6 {
		if cut, ok := fusions[strings.ToLower(word)]; ok {
			s.emit(s.at + cut)
			s.emit(end)
			return
		}
	}
	if cut := clock(word); cut > 0 {
		s.emit(s.at + cut)
		s.emit(end)
		return
	}
	cuts := make([]int, 0, 2)
	for len(cuts) < 2 {
		cut := clitic(word)
		if cut <= 0 {
			break
		}
		cuts = append(cuts, s.at+cut)
		word = word[:cut]
	}
	for i := len(cuts) - 1; i >= 0; i-- {
		s.emit(cuts[i])
	}
	s.emit(end)
}

// clitic is where the last clitic of a word begins; 0 if it has none.
func clitic(word string) int {
	if strings.IndexByte(word, '\'') < 0 && !strings.Contains(word, "’") {
		return 0
	}
	for _, c := range clitics {
		for _, apostrophe := range [...]string{"'", "’"} {
			tail := strings.Replace(c, "'", apostrophe, 1)
			if len(word) > len(tail) && strings.EqualFold(word[len(word)-len(tail):], tail) {
				return len(word) - len(tail)
			}
		}
	}
	return 0
}

// clock is where the number of "10am" or "5:30pm" ends; 0 for anything else.
func clock(word string) int {
	cut := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) && r != ':' })
	if cut <= 0 {
		return 0
	}
	switch strings.ToLower(word[cut:]) {
	case "am", "pm", "a.m.", "p.m.", "a.m", "p.m":
		return cut
	}
	return 0
}
