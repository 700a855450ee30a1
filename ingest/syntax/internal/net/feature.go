package net

import (
	"unicode"
	"unicode/utf8"
)

// NumSub is how many rows of the table of affixes and shapes one token sums.
const NumSub = 12

// Case says how a whole sentence is written; headlines in title case and shouted ones read differently.
type Case uint8

// The ways to write a sentence.
const (
	Sentence Case = iota // He left Seoul
	Title                // Xi Meets Han in Hangzhou
	Upper                // XI MEETS HAN
	Lower                // xi meets han
)

// Features reads tokens as network input. It holds scratch, so it serves one goroutine at a time; the zero value with a
// Vocab is ready.
type Features struct {
	Vocab   map[string]int32 // folded word to row of Words
	SubRows int
	Lists   map[string]uint8 // folded word to the lists it stands on, for names

	fold  []byte // the word folded: lower case, digits 0, typographic signs as typed
	runes []int  // where each rune of fold begins, and its end
}

// maxFold is how many bytes of a word are looked at.
const maxFold = 48

// Read makes the input of one token, the first of its sentence or not.
func (f *Features) Read(in *Input, form string, first bool, c Case) {
	shape := f.foldWord(form)
	in.Word = -1
	if row, ok := f.Vocab[string(f.fold)]; ok {
		in.Word = row
	}
	n := len(f.runes) - 1
	for k := range 4 {
		in.Subs[k] = f.row(uint64(k+1), f.fold[f.runes[max(0, n-k-1)]:])
		in.Subs[4+k] = f.row(uint64(k+5), f.fold[:f.runes[min(n, k+1)]])
	}
	in.Subs[8] = f.row(9, f.fold)
	in.Subs[9] = f.hash(10, shape.pattern)
	in.Subs[10] = f.hash(11, uint64(shape.caps)<<8|uint64(c)<<1|bit(first))
	in.Subs[11] = f.hash(12, uint64(shape.first))
	in.Caps, in.Listed = shape.caps, f.Lists[string(f.fold)]
}

func bit(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Fold gives the folded form that Vocab is keyed by.
func (f *Features) Fold(form string) string {
	f.foldWord(form)
	return string(f.fold)
}

// shape is what folding throws away.
type shape struct {
	pattern uint64 // classes of runes in a row, repeated ones once: Xx, X.X., d,d
	caps    Caps
	first   rune
}

// foldWord sets f.fold and f.runes and returns the shape.
func (f *Features) foldWord(form string) shape {
	f.fold, f.runes = f.fold[:0], f.runes[:0]
	s := shape{pattern: 7}
	var last uint64
	uppers, letters := 0, 0
	for i := 0; i < len(form) && len(f.fold) < maxFold; {
		r, size := utf8.DecodeRuneInString(form[i:])
		if i == 0 {
			s.first = r
		}
		i += size
		class := uint64(r)<<4 | 9
		low := r
		switch {
		case 'a' <= r && r <= 'z':
			class = 1
			letters++
		case 'A' <= r && r <= 'Z':
			class, low = 2, r+('a'-'A')
			letters++
			uppers++
		case '0' <= r && r <= '9':
			class, low = 3, '0'
		case r >= utf8.RuneSelf:
			class, low = wide(r)
			if class <= 2 {
				letters++
				uppers += int(class - 1)
			}
		}
		if class != last {
			s.pattern = (s.pattern ^ class) * 0x100000001b3
			last = class
		}
		f.runes = append(f.runes, len(f.fold))
		f.fold = utf8.AppendRune(f.fold, low)
	}
	f.runes = append(f.runes, len(f.fold))
	s.caps = caps(s.first, uppers, letters)
	return s
}

// wide is the class and the folded form of a rune beyond ASCII.
func wide(r rune) (uint64, rune) {
	switch r {
	case '’', '‘', 'ʼ':
		return uint64('\'')<<4 | 9, '\''
	case '“', '”', '«', '»':
		return uint64(r)<<4 | 9, '"'
	case '‐', '‑':
		return uint64('-')<<4 | 9, '-'
	}
	low := unicode.ToLower(r)
	switch {
	case low != r:
		return 2, low
	case unicode.IsLetter(r):
		return 1, r
	case unicode.IsDigit(r):
		return 3, '0'
	}
	return uint64(r)<<4 | 9, r
}

// Caps says which letters of a word are capitals.
type Caps uint8

// The ways to write a word.
const (
	NoCaps    Caps = iota
	Capital        // the first letter only
	AllCaps        // two or more letters, all of them
	MixedCaps      // McDonald, iPhone
)

func caps(first rune, uppers, letters int) Caps {
	switch {
	case uppers == 0:
		return NoCaps
	case uppers == letters && letters > 1:
		return AllCaps
	case uppers == 1 && unicode.IsUpper(first):
		return Capital
	}
	return MixedCaps
}

// row hashes a piece of a word.
func (f *Features) row(kind uint64, piece []byte) uint32 {
	h := uint64(14695981039346656037) ^ kind*0x9e3779b97f4a7c15
	for _, b := range piece {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return f.fit(h)
}

func (f *Features) hash(kind, v uint64) uint32 {
	return f.fit((v ^ kind*0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9)
}

// fit spreads a hash over the rows.
func (f *Features) fit(h uint64) uint32 {
	h ^= h >> 31
	h *= 0x94d049bb133111eb
	return uint32(((h >> 32) * uint64(f.SubRows)) >> 32)
}

// CaseOf looks at the words of a sentence, given by index, to see how it is written.
func CaseOf(n int, word func(int) string) Case {
	upper, title, lower := 0, 0, 0
	for i := range n {
		w := word(i)
		c, shouted := firstLetter(w)
		switch {
		case c == 0 || len(w) < 4:
		case shouted:
			upper++
		case unicode.IsUpper(c):
			title++
		default:
			lower++
		}
	}
	switch all := upper + title + lower; {
	case all < 3:
		return Sentence
	case upper*4 >= all*3:
		return Upper
	case (title+upper)*10 >= all*8:
		return Title
	case lower == all:
		return Lower
	}
	return Sentence
}

// firstLetter is the first rune of a word that begins with a letter, and whether the whole word is capitals.
func firstLetter(w string) (rune, bool) {
	first, _ := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(first) {
		return 0, false
	}
	for i, r := range w {
		if unicode.IsLower(r) || i > maxFold {
			return first, false
		}
	}
	return first, true
}
