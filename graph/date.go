package graph

import (
	"errors"
	"fmt"
	"time"
)

// Date is an interval of days with a precision, written as ISO 8601 writes it: "2023" is all of 2023, "2023-09" all of
// that September, "2023-09-23" one day, "" unknown. Filters and orders compare the first day.
type Date string

// Precision says how long a Date's interval is.
type Precision uint8

// The precisions, from the coarsest.
const (
	Unknown Precision = iota
	Year
	Month
	Day
)

// ErrDate is what ParseDate says of a text that is no date of the calendar.
var ErrDate = errors.New("not a date (want YYYY, YYYY-MM or YYYY-MM-DD)")

var layouts = [...]string{Year: "2006", Month: "2006-01", Day: time.DateOnly}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD; "" is the unknown date. Anything else is ErrDate.
func ParseDate(s string) (Date, error) {
	d := Date(s)
	if s == "" {
		return d, nil
	}
	if p := d.Precision(); p != Unknown {
		if t, err := time.Parse(layouts[p], s); err == nil && t.Year() > 0 {
			return d, nil
		}
	}
	return "", fmt.Errorf("%q: %w", s, ErrDate)
}

// DateOf is the day of t, in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Precision is how finely the date is known.
func (d Date) Precision() Precision {
	switch len(d) {
	case len("2006"):
		return Year
	case len("2006-01"):
		return Month
	case len("2006-01-02"):
		return Day
	}
	return Unknown
}

// First is the first day of the interval, YYYY-MM-DD; "" when the date is unknown.
func (d Date) First() string {
	switch d.Precision() {
	case Year:
		return string(d) + "-01-01"
	case Month:
		return string(d) + "-01"
	}
	return string(d)
}

// Time is midnight UTC of the first day; ok is false when the date is unknown or impossible.
func (d Date) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, d.First())
	return t, err == nil
}

// Holds tells whether o's interval lies within d's: 2023 holds 2023-09-23. The unknown date holds nothing.
func (d Date) Holds(o Date) bool { return d != "" && len(d) <= len(o) && o[:len(d)] == d }
