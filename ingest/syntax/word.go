package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/graph"
)

// maxToken bounds a token, in bytes, so that text without spaces cannot become one endless word.
const maxToken = 512

// maxMail bounds a mail address, in bytes.
const maxMail = 96

// scanner cuts one block of text into tokens.
type scanner struct {
	text   string // only text[:end] is looked at
	at     int
	end    int
	tokens []Token
}

// tokenize appends the tokens of text[block.Start:block.End].
func tokenize(tokens []Token, text string, block graph.Span) []Token {
	s := scanner{text: text[:block.End], at: block.Start, end: block.End, tokens: tokens}
	for s.at < s.end {
		r, size := s.rune(s.at)
		switch {
		case unicode.IsSpace(r):
			s.at += size
		case wordRune(r):
			s.word()
		case r == '@' || r == '#':
			s.handle(size)
		default:
			s.mark(r, size)
		}
	}
	return s.tokens
}

func (s *scanner) rune(at int) (rune, int) {
	if at >= s.end {
		return 0, 0
	}
	if c := s.text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(s.text[at:])
}

// before is the last rune that ends at byte at.
func (s *scanner) before(at int) rune {
	r, _ := utf8.DecodeLastRuneInString(s.text[:at])
	return r
}

// emit makes the token text[s.at:end] and goes on behind it.
func (s *scanner) emit(end int) {
	s.tokens = append(s.tokens, Token{Span: graph.Span{Start: s.at, End: end}, Text: s.text[s.at:end], Head: -1})
	s.at = end
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '_'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d' || r == '\u00ad'
}

// mark emits punctuation: runs of one dot, dash, star, equals or tilde sign together, opening and closing double quotes
// typed as two single ones together, everything else alone.
func (s *scanner) mark(r rune, size int) {
	end := s.at + size
	if strings.ContainsRune(".-*=~_!?", r) || (r == '`' || r == '\'') && strings.HasPrefix(s.text[end:], string(r)) {
		for end < s.end && s.text[end] == byte(r) && end-s.at < maxToken {
			end++
		}
	}
	if r == '\'' && end == s.at+1 {
		end = s.looseClitic(end)
	}
	s.emit(end)
}

// looseClitic finds a clitic whose host stands apart, as in "( Xi ) 's", so that it stays one token.
func (s *scanner) looseClitic(end int) int {
	for _, c := range []string{"s", "re", "ve", "ll", "d", "m"} {
		rest := s.text[end:]
		if len(rest) < len(c) || !strings.EqualFold(rest[:len(c)], c) {
			continue
		}
		if next, _ := s.rune(end + len(c)); !wordRune(next) {
			return end + len(c)
		}
	}
	return end
}

// handle emits @name and #topic as one token, a lone sign as itself.
func (s *scanner) handle(size int) {
	end := s.run(s.at + size)
	s.emit(end)
}

// run is the end of the letters and digits that begin at byte at.
func (s *scanner) run(at int) int {
	for start := at; at < s.end && at-start < maxToken; {
		r, size := s.rune(at)
		if !wordRune(r) {
			break
		}
		at += size
	}
	return at
}

// word emits the word that begins here: one token, or a host and its clitics.
func (s *scanner) word() {
	if end := s.address(); end > s.at {
		s.emit(end)
		return
	}
	end := s.run(s.at)
	for end < s.end && end-s.at < maxToken {
		r, size := s.rune(end)
		next, _ := s.rune(end + size)
		if !s.joins(r, next, end, end+size) {
			break
		}
		end = s.run(end + size)
	}
	if end < s.end && s.text[end] == '.' && s.takesDot(end) {
		end++
	}
	s.clitics(end)
}

// address is the end of a web or mail address that begins here, without the punctuation behind it; else s.at.
func (s *scanner) address() int {
	end := s.at
	web := strings.HasPrefix(s.text[s.at:], "http://") || strings.HasPrefix(s.text[s.at:], "https://") || strings.HasPrefix(s.text[s.at:], "www.")
	signs, most := "._%+-@", maxMail
	if web {
		signs, most = signs+"/:?=&#~,;()!*$", maxToken
	}
	mail := false
	for end < s.end && end-s.at < most {
		r, size := s.rune(end)
		if !wordRune(r) && !strings.ContainsRune(signs, r) {
			break
		}
		mail = mail || r == '@' && end > s.at
		end += size
	}
	for end > s.at && strings.IndexByte(".,;:!?)-_@&*", s.text[end-1]) >= 0 {
		end--
	}
	if web || mail && strings.Contains(s.text[s.at:end], "@") {
		return end
	}
	return s.at
}

// joins tells whether the sign r between the bytes at and after belongs to the word around it: U.S., 1,000, 10:30, AT&T, O'Brien.
func (s *scanner) joins(r, next rune, at, after int) bool {
	last := s.before(at)
	digits := unicode.IsDigit(last) && unicode.IsDigit(next)
	switch r {
	case '\'', '’':
		return unicode.IsLetter(last) && unicode.IsLetter(next)
	case '.':
		return digits || s.joinsDot(last, next, at, after)
	case ',':
		return digits && s.threeDigits(after)
	case ':':
		return digits && at-s.at <= 2
	case '/':
		return digits
	case '&':
		return at-s.at <= 3 && unicode.IsUpper(last) && unicode.IsUpper(next)
	case '-', '\u2010', '\u2011':
		return wordRune(next) && keepsHyphen(s.text[s.at:at], s.text[after:s.run(after)], s.text[s.run(after):])
	}
	return false
}

// joinsDot: the dots inside U.S, a.m, Ph.D and yonhap.co.kr join; the dot of "ended.The" does not.
func (s *scanner) joinsDot(last, next rune, at, after int) bool {
	if !unicode.IsLetter(last) || !unicode.IsLetter(next) {
		return false
	}
	segment := s.text[s.at+strings.LastIndexByte(s.text[s.at:at], '.')+1 : at]
	if utf8.RuneCountInString(segment) == 1 {
		return true
	}
	if segment == "Ph" || segment == "PH" {
		return next == 'D'
	}
	return unicode.IsLower(last) && unicode.IsLower(next) && s.run(after)-after >= 2 && len(segment) >= 2
}

func (s *scanner) threeDigits(at int) bool {
	end := s.run(at)
	return end-at >= 3 && unicode.IsDigit(rune(s.text[at+1])) && unicode.IsDigit(rune(s.text[at+2]))
}

// takesDot tells whether the dot at byte end belongs to the word before it: Mr. and U.S. and the initial of J. Edgar.
func (s *scanner) takesDot(end int) bool {
	word := s.text[s.at:end]
	if strings.HasPrefix(s.text[end:], "..") {
		return false
	}
	if numbered[strings.ToLower(word)] {
		rest := strings.TrimLeft(s.text[end+1:min(s.end, end+8)], " ")
		return rest != "" && unicode.IsDigit(rune(rest[0]))
	}
	if abbreviation(word) != notAbbreviated {
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r) && r != 'I' && !s.plainEnd(end+1)
}

// plainEnd tells whether the text behind a dot looks like a new sentence's first word or the block's end, so that the
// dot of "Plan B." is a full stop.
func (s *scanner) plainEnd(at int) bool {
	rest := strings.TrimLeft(s.text[at:min(s.end, at+64)], " \t\r\n\"'”’)")
	return rest == "" || starters[firstWord(rest)]
}

func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		return s
	}
	return s[:end]
}
