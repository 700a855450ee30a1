package article

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"demarche/graph"
)

// Dateline is where, when and by whom a report says it was written: "BEIJING/SEOUL, Sept 23 (Reuters) –".
type Dateline struct {
	Span   graph.Span
	Cities []string // as written: "BEIJING", "SEOUL"
	Region string   // "South Korea", "West Bank"; "" where none is given
	Agency string   // "Reuters"; "" where none is given
	month  time.Month
	day    int
	year   int
}

// Date is the dateline's day; year stands in when it gives none, and without either the day is unknown.
func (d Dateline) Date(year int) graph.Date {
	if d.year != 0 {
		year = d.year
	}
	if d.day == 0 || year == 0 {
		return ""
	}
	date, err := graph.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, d.month, d.day))
	if err != nil {
		return ""
	}
	return date
}

const (
	upperCity = `[A-Z\x{C0}-\x{DE}][A-Z\x{C0}-\x{DE}.'’-]+(?:[ /][A-Z\x{C0}-\x{DE}.'’-]{2,})*`
	titleCity = `[A-Z][\pL.'’-]+(?:[ /][A-Z][\pL.'’-]+){0,2}`
	region    = `(?:,\s*(?P<region>[A-Z][\pL.]+(?:\s(?:of\s)?[A-Z][\pL.]+){0,3}|[A-Z]\.[A-Z]\.))?`
	months    = `(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`
	date      = `(?P<date>` + months + `\s*\d{1,2}(?:\s*,\s*\d{4})*|\d{1,2}\s*` + months + `(?:,?\s*\d{4})?|\d{4}-\d{2}-\d{2})`
	agency    = `\(\s*(?P<agency>[A-Z][\pL&./ -]{1,30})\s*\)`
	dash      = `\s*(?:--+|[–—―_]|-)\s*`
)

// datelines are the shapes a dateline takes; each wants more than a name in capitals.
var datelines = []*regexp.Regexp{
	// CNN — · Hong Kong CNN —
	regexp.MustCompile(`^(?:(?P<city>` + titleCity + `)\s*)?(?P<agency>(?:CNN|AP|AFP|UPI|NPR))\s*[–—―]\s*`),
	// BEIJING/SEOUL, Sept 23 (Reuters) – · HAVANA, Nov. 4, 2005 (Xinhua) · RAMALLAH, West Bank 1996-08-28
	regexp.MustCompile(`^(?P<city>` + upperCity + `)` + region + `\s*,?\s*` + date + `(?:\s*` + agency + `)?(?:` + dash + `|\s*$|\s*\n|:\s)`),
	// WARSAW, Poland (AP) _ · SEOUL (Yonhap) — · Beijing (AFP) –
	regexp.MustCompile(`^(?P<city>` + upperCity + `|` + titleCity + `)` + region + `\s*` + agency + `(?:` + dash + `|\s*$|\s*\n|:\s)`),
	// GENEVA — · TOKYO, Japan –
	regexp.MustCompile(`^(?P<city>` + upperCity + `)` + region + `\s*(?:--+|[–—―])\s+`),
	// London, 5 May 2001 — · Oslo, June 3, 2024 -
	regexp.MustCompile(`^(?P<city>` + titleCity + `)` + region + `\s*,\s*` + date + `(?:\s*` + agency + `)?` + dash),
}

// parseDateline reads the dateline at the head of a paragraph. Span is relative to it.
//
//	yields:  "SEOUL, Sept 26 (Yonhap) -- The three…" : SEOUL, 26 September, Yonhap
//	not:     "NATO — the alliance of 32 states — said…" as a place: no city bears that name (the mention room decides)
func parseDateline(p string) (Dateline, bool) {
	for _, shape := range datelines {
		m := shape.FindStringSubmatch(p)
		if m == nil {
			continue
		}
		d := Dateline{Span: graph.Span{End: len(m[0])}}
		for i, name := range shape.SubexpNames() {
			d.set(name, strings.TrimSpace(m[i]))
		}
		return d, true
	}
	return Dateline{}, false
}

func (d *Dateline) set(name, value string) {
	if value == "" {
		return
	}
	switch name {
	case "city":
		d.Cities = strings.Split(value, "/")
	case "region":
		d.Region = value
	case "agency":
		d.Agency = value
	case "date":
		d.setDate(value)
	}
}

var number = regexp.MustCompile(`\d+|[A-Z][a-z]+`)

// setDate reads "Nov. 4, 2005", "5 May 2001", "1996-08-25", "Sept 23".
func (d *Dateline) setDate(s string) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		d.year, d.month, d.day = t.Date()
		return
	}
	for _, part := range number.FindAllString(s, -1) {
		n, err := strconv.Atoi(part)
		switch {
		case err != nil:
			d.month = month(part)
		case n > 31:
			d.year = n
		default:
			d.day = n
		}
	}
}

func month(name string) time.Month {
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(m.String(), name[:3]) {
			return m
		}
	}
	return 0
}
