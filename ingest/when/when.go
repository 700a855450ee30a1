// Package when reads the time expressions of a sentence and resolves them against the day it was written.
//
//	"…will meet on Monday", written Friday 2023-09-22  ─▶  tokens "Monday" = 2023-09-25
//	"…since 2014"                                     ─▶  2014, since
//
// The invariant: a date is given in the finest grain that is certain, never finer; without a day of writing, what is
// relative to it stays unknown. Which event an expression belongs to is the event room's business.
package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// Expression is one time expression of a sentence.
type Expression struct {
	First, Last int  // tokens [First, Last)
	Since       bool // "since 2014": the time from which on, not the time at which
	Later       bool // "later this year": the part of the time that is still to come
	past        graph.Date
	future      graph.Date
}

// Date is what the expression means when it goes with a past or a future event: "on Monday" is the nearest Monday in the
// tense's direction. "" when the day of writing would be needed and is not known.
func (e Expression) Date(future bool) graph.Date {
	if future {
		return e.future
	}
	return e.past
}

// Find lists the time expressions of the tokens, in order, for a text written on the given day ("" unknown).
func Find(tokens []syntax.Token, written graph.Date) []Expression {
	r := reader{tokens: tokens}
	r.day, r.dated = written.Time()
	r.dated = r.dated && written.Precision() == graph.Day && r.day.Year() > 1000 && r.day.Year() < 9000 // room to count in
	var found []Expression
	for i := 0; i < len(tokens); {
		e, n := r.at(i)
		if n == 0 {
			i++
			continue
		}
		e.First, e.Last = i, i+n
		e.Since, e.Later = r.word(i-1) == "since", r.word(i-1) == "later"
		found = append(found, e)
		i += n
	}
	return found
}

// reader reads expressions at a token; n is the number of tokens read, 0 for none.
type reader struct {
	tokens []syntax.Token
	day    time.Time
	dated  bool
}

func (r reader) at(i int) (e Expression, n int) {
	for _, rule := range []func(int) (Expression, int){r.calendar, r.weekday, r.relative, r.ago, r.year} {
		if e, n = rule(i); n > 0 {
			return e, n
		}
	}
	return e, 0
}

func (r reader) word(i int) string {
	if i < 0 || i >= len(r.tokens) {
		return ""
	}
	return strings.ToLower(strings.TrimRight(r.tokens[i].Text, "."))
}

func same(d graph.Date) Expression { return Expression{past: d, future: d} }

// month reads a month's name, whole or shortened; "may" and "march" only with a capital.
func (r reader) month(i int) time.Month {
	w := r.word(i)
	if len(w) < 3 || r.tokens[i].Text[0] < 'A' || r.tokens[i].Text[0] > 'Z' {
		return 0
	}
	for m := time.January; m <= time.December; m++ {
		name := strings.ToLower(m.String())
		if w == name || w == name[:3] || w == "sept" && m == time.September {
			return m
		}
	}
	return 0
}

// number reads a whole number, also "24th"; −1 if there is none.
func (r reader) number(i int) int {
	w := r.word(i)
	if len(w) > 2 {
		switch w[len(w)-2:] {
		case "st", "nd", "rd", "th":
			w = w[:len(w)-2]
		}
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return -1
	}
	return n
}

func (r reader) isDay(i int) bool { n := r.number(i); return n >= 1 && n <= 31 && len(r.word(i)) <= 4 }
func (r reader) isYear(i int) bool {
	n := r.number(i)
	return n >= 1800 && n <= 2100 && len(r.word(i)) == 4
}

// calendar reads dates of the calendar.
//
//	September 26 · Sept. 26, 2023 · 26 September 2023 · 22 to 24 August 2021 · 2023-09-26 · June 2023 · mid-June · in June
//	not: "May" in "she may go"; "march" in "a march"
func (r reader) calendar(i int) (Expression, int) {
	if d, err := graph.ParseDate(r.word(i)); err == nil && d.Precision() == graph.Day {
		return same(d), 1
	}
	day, n := 0, 0
	if r.isDay(i) {
		day, n = r.number(i), 1
		switch w := r.word(i + n); {
		case (w == "to" || w == "-" || w == "–" || w == "and") && r.isDay(i+2):
			n = 3
		case w == "of":
			n = 2
		}
	}
	part := r.word(i) == "early" || r.word(i) == "late" || r.word(i) == "mid"
	if part && n == 0 {
		n = 1
		if r.word(i+1) == "-" {
			n = 2
		}
	}
	m := r.month(i + n)
	if m == 0 {
		return r.gluedMonth(i)
	}
	n++
	if day == 0 && !part && r.isDay(i+n) {
		day = r.number(i + n)
		n++
		if w := r.word(i + n); (w == "to" || w == "-" || w == "–") && r.isDay(i+n+1) {
			n += 2
		}
	}
	return r.ofYear(i, n, m, day)
}

// gluedMonth reads "mid-June".
func (r reader) gluedMonth(i int) (Expression, int) {
	_, name, ok := strings.Cut(r.word(i), "-")
	if !ok || len(name) < 3 {
		return Expression{}, 0
	}
	for m := time.January; m <= time.December; m++ {
		if strings.ToLower(m.String()) == name {
			return r.ofYear(i, 1, m, 0)
		}
	}
	return Expression{}, 0
}

// ofYear completes month and day with the year that follows, else with the nearest one in the tense's direction; up to 45
// days against it are allowed, for a tense is easily misread.
//
//	written 2024-03-05: "on March 20" → 2024-03-20 in any tense; past "in October" → 2023-10, future → 2024-10
func (r reader) ofYear(i, n int, m time.Month, day int) (Expression, int) {
	at := i + n
	if r.word(at) == "," || r.word(at) == "of" {
		at++
	}
	if r.isYear(at) {
		return same(date(r.number(at), m, day)), at + 1 - i
	}
	if !r.dated {
		return Expression{}, n
	}
	y := r.day.Year()
	e := same(date(y, m, day))
	first, ok := e.past.Time()
	switch {
	case ok && first.Sub(r.day) > 45*24*time.Hour:
		e.past = date(y-1, m, day)
	case ok && r.day.Sub(first) > 45*24*time.Hour:
		e.future = date(y+1, m, day)
	}
	return e, n
}

func date(y int, m time.Month, day int) graph.Date {
	s := fmt.Sprintf("%04d-%02d", y, m)
	if day > 0 {
		s = fmt.Sprintf("%s-%02d", s, day)
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		return ""
	}
	return d
}

// weekday reads a day of the week: the nearest in the tense's direction, the day of writing included.
//
//	Monday · last Monday · next Friday · Tuesday morning;  not: "Friday prayers", "Sunday Times"
func (r reader) weekday(i int) (Expression, int) {
	n := 0
	if w := r.word(i); w == "last" || w == "next" || w == "this" || w == "coming" || w == "past" {
		n = 1
	}
	which := r.word(i)
	day, ok := weekdays[r.word(i+n)]
	if !ok || r.tokens[i+n].Text[0] > 'Z' {
		return Expression{}, 0
	}
	n++
	if !r.dated {
		return Expression{}, n
	}
	back := (int(r.day.Weekday()) - int(day) + 7) % 7
	ahead := (7 - back) % 7
	e := Expression{past: r.shift(0, -back), future: r.shift(0, ahead)}
	switch which {
	case "last", "past":
		e = same(r.shift(0, -(back+6)%7-1))
	case "next", "coming":
		e = same(r.shift(0, (ahead+6)%7+1))
	}
	if next := r.word(i + n); next == "prayers" || next == "times" {
		return Expression{}, 0
	}
	return e, n
}

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday,
}

func (r reader) shift(years, days int) graph.Date {
	return graph.DateOf(r.day.AddDate(years, 0, days))
}

// relative reads what is counted from the day of writing.
//
//	today · yesterday · tomorrow · this week · last month · next year · recently
func (r reader) relative(i int) (Expression, int) {
	if !r.dated {
		return Expression{}, 0
	}
	w := r.word(i)
	switch w {
	case "today", "tonight":
		return same(r.shift(0, 0)), 1
	case "yesterday":
		return same(r.shift(0, -1)), 1
	case "tomorrow":
		return same(r.shift(0, 1)), 1
	case "recent", "recently":
		return same(r.month0(0)), 1
	}
	sign := map[string]int{"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
	k, ok := sign[w]
	if !ok {
		return Expression{}, 0
	}
	switch r.word(i + 1) {
	case "morning", "afternoon", "evening":
		return same(r.shift(0, 0)), 2
	case "week":
		return same(r.shift(0, 7*k)[:7]), 2
	case "month":
		return same(r.month0(k)), 2
	case "year":
		return same(r.shift(k, 0)[:4]), 2
	}
	return Expression{}, 0
}

// month0 is the month k months from the day of writing.
func (r reader) month0(k int) graph.Date {
	first := time.Date(r.day.Year(), r.day.Month()+time.Month(k), 1, 0, 0, 0, 0, time.UTC)
	return graph.Date(first.Format("2006-01"))
}

// ago reads counted spans of time.
//
//	two days ago · 3 weeks ago · a month ago;  not: "for three years", "three years earlier" (than what is not said)
func (r reader) ago(i int) (Expression, int) {
	n, ok := counts[r.word(i)]
	if !ok {
		if n = r.number(i); n < 1 || n > 200 {
			return Expression{}, 0
		}
	}
	if w := r.word(i + 2); w != "ago" || !r.dated {
		return Expression{}, 0
	}
	switch strings.TrimSuffix(r.word(i+1), "s") {
	case "day":
		return same(r.shift(0, -n)), 3
	case "week":
		return same(r.shift(0, -7*n)[:7]), 3
	case "month":
		return same(r.month0(-n)), 3
	case "year":
		return same(r.shift(-n, 0)[:4]), 3
	case "decade":
		return Expression{}, 3
	}
	return Expression{}, 0
}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}

// year reads a bare year after a preposition that goes with years.
//
//	in 2014 · since 2014 · the 1995 treaty;  not: "2014 people"
func (r reader) year(i int) (Expression, int) {
	if !r.isYear(i) {
		return Expression{}, 0
	}
	switch r.word(i - 1) {
	case "in", "since", "of", "until", "by", "from", "during", "the", "a", "after", "before", "early", "late", "to":
		return same(graph.Date(r.word(i))), 1
	}
	return Expression{}, 0
}
