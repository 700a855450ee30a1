package syntax

import (
	"strings"
	"unicode"

	"demarche/graph"
)

// maxSentence bounds a sentence, in tokens; what is longer is cut, since no parse of it would mean much.
const maxSentence = 160

// Split cuts the blocks of a text into sentences of tokens. Blocks are paragraphs: ordered and non-overlapping; what lies
// outside them is masked. Spans are bytes of the text; a sentence never crosses a block, nor an empty line inside one.
func Split(text string, blocks []graph.Span) []Sentence {
	var sentences []Sentence
	for _, block := range blocks {
		block.Start, block.End = max(block.Start, 0), min(block.End, len(text))
		if block.Start >= block.End {
			continue
		}
		tokens := tokenize(make([]Token, 0, block.Len()/5+4), text, block)
		for len(tokens) > 0 {
			n := sentenceLen(text, tokens)
			span := graph.Span{Start: tokens[0].Start, End: tokens[n-1].End}
			sentences = append(sentences, Sentence{Span: span, Tokens: tokens[:n:n]})
			tokens = tokens[n:]
		}
	}
	return sentences
}

// sentenceLen is how many of the tokens, which begin a sentence, belong to it.
func sentenceLen(text string, tokens []Token) int {
	if n := dateline(tokens); n > 0 {
		return n
	}
	for i := range tokens {
		if i+1 == len(tokens) || i+1 == maxSentence || emptyLine(text[tokens[i].End:tokens[i+1].Start]) {
			return i + 1
		}
		if n := closeSentence(tokens, i); n > 0 && startsSentence(tokens[n:], tokens[i].Text, n > i+1) {
			return n
		}
	}
	return len(tokens)
}

// emptyLine tells whether a gap between tokens holds an empty line.
func emptyLine(gap string) bool {
	first := strings.IndexByte(gap, '\n')
	return first >= 0 && strings.IndexByte(gap[first+1:], '\n') >= 0
}

// closeSentence: when token i can end a sentence, the number of tokens up to and with the quotes and brackets that close
// behind it; else 0.
func closeSentence(tokens []Token, i int) int {
	if !final(tokens[i].Text) {
		return 0
	}
	n := i + 1
	for n < len(tokens) && n < maxSentence && closes(tokens, n) {
		n++
	}
	return n
}

// final tells whether a token can end a sentence.
func final(t string) bool {
	switch t[len(t)-1] {
	case '!', '?':
		return true
	case '.':
		word := t[:len(t)-1]
		return strings.Trim(word, ".") == "" || abbreviation(word) == mayEnd
	}
	return t == "…" || t == "。" || t == "؟" || t == "！" || t == "？"
}

// closes tells whether token n closes what stands before it: a bracket, a curly quote, or a straight quote that touches
// the token before it and not the one behind it.
func closes(tokens []Token, n int) bool {
	switch t := tokens[n]; t.Text {
	case ")", "]", "}", "”", "’", "»":
		return true
	case `"`, "'", "''":
		touches := tokens[n-1].End == t.Start
		return touches && (n+1 == len(tokens) || tokens[n+1].Start > t.End)
	}
	return false
}

// startsSentence tells whether the tokens behind the final mark begin a new sentence.
//
//	"We agree." | He left.          "Why?" he asked.          "Why?" Xi asked.         the U.S. President       in the U.S. | He
func startsSentence(rest []Token, mark string, quoted bool) bool {
	if len(rest) == 0 {
		return true
	}
	word := rest[0].Text
	if len(mark) > 1 && mark[len(mark)-1] == '.' && strings.Trim(mark, ".") != "" {
		return starters[word] || opens(word) && len(rest) > 1 && starters[rest[1].Text]
	}
	if quoted && len(rest) > 1 && (sayings[rest[1].Text] || len(rest) > 2 && sayings[rest[2].Text]) && mark != "." {
		return false
	}
	r := firstRune(word)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]}%", r)
}

func opens(t string) bool {
	switch t {
	case `"`, "'", "``", "“", "‘", "«", "(", "[":
		return true
	}
	return false
}

var sayings = set(`said says asked asks told added wrote replied demanded shouted wondered declared`)

// maxDateline is how many tokens a dateline can have.
const maxDateline = 24

// dateline is the number of tokens of the dateline that begins the tokens, with its dash; 0 if there is none.
//
//	SEOUL, Sept. 23 (Yonhap) -- | Xi met Han.       BEIJING — | China said       not: China - which has - said
func dateline(tokens []Token) int {
	for i := 1; i < len(tokens) && i < maxDateline; i++ {
		switch t := tokens[i]; {
		case dash(t, tokens[i-1]):
			if tokens[i-1].Text == ")" || allUpper(tokens[0].Text) {
				return i + 1
			}
			return 0
		case !datelineWord(t.Text):
			return 0
		}
	}
	return 0
}

// dash: a dash that stands apart from the token before it or is longer than a hyphen.
func dash(t, before Token) bool {
	switch t.Text {
	case "-":
		return t.Start > before.End
	case "--", "---", "–", "—", "―":
		return true
	}
	return false
}

// datelineWord: names, numbers, dates and the marks between them.
func datelineWord(t string) bool {
	r := firstRune(t)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune(",.()/:|-", r) || t == "of" || t == "and"
}
