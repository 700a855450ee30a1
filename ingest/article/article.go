// Package article turns what a source found into an article and says which ranges of its text are the report itself.
//
//	"by time news                                   masked: byline
//	 BEIJING, Sept 23 (Reuters) – Xi Jinping said…  ─▶ Dateline{BEIJING, 23 September, Reuters} + block "Xi Jinping said…"
//	 You may also like"                             masked: web noise
//
// The invariant: the text is never rewritten. Cleaning masks ranges; blocks are ordered, do not overlap, and every byte
// of a block is a byte of the input. What the blocks say is not looked at here.
package article

import (
	"cmp"
	"strings"
	"time"

	"demarche/graph"
	"demarche/ingest/source"
)

// Document is an article with its text cleaned.
type Document struct {
	Article  graph.Article
	Blocks   []graph.Span // paragraphs of the report, in order
	Dateline Dateline     // zero where there is none
	Day      graph.Date   // the day the text was written: of the dateline, else of publication, else unknown
}

// Parse cleans one raw article. It never fails: a text in which nothing looks like a report has no blocks.
func Parse(raw source.Raw) Document {
	d := Document{Article: graph.Article{
		ID: graph.ArticleID(raw.ID), Source: raw.Source, Title: raw.Title, URL: raw.URL, Language: raw.Language,
		Published: day(raw.Published), Instant: instant(raw.Published), Updated: cmp.Or(instant(raw.Updated), raw.Updated),
		Version: raw.Version, Text: raw.Text,
	}}
	d.Blocks, d.Dateline = clean(raw.Text, raw.Title)
	d.Day = writtenOn(d.Article.Published, d.Dateline)
	return d
}

// day is the day of a moment or date, in its own zone.
func day(s string) graph.Date {
	return graph.Date(s[:min(len(s), len(time.DateOnly))])
}

// instant is a moment in UTC; "" of a bare date.
func instant(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// writtenOn prefers the dateline's day when it lies within a week of publication (an agency's story is often published
// the day after), and takes it alone when there is no publication date.
func writtenOn(published graph.Date, line Dateline) graph.Date {
	p, ok := published.Time()
	if !ok || published.Precision() != graph.Day {
		return cmp.Or(line.Date(0), published)
	}
	for _, year := range []int{p.Year(), p.Year() - 1} { // a dateline of December may come out in January
		written := line.Date(year)
		if t, ok := written.Time(); ok && p.Sub(t).Abs() <= 7*24*time.Hour {
			return written
		}
	}
	return published
}

// clean finds the blocks of a report: its paragraphs without titles, bylines, credits, web noise and the dateline.
func clean(text, title string) (blocks []graph.Span, line Dateline) {
	for i, p := range paragraphs(text) {
		body := p.Of(text)
		if i < 3 || line.Span.Len() == 0 && i < 8 {
			if found, ok := parseDateline(body); ok {
				found.Span = graph.Span{Start: p.Start, End: p.Start + found.Span.End}
				line = found
				p.Start = found.Span.End
				body = p.Of(text)
			}
		}
		if strings.TrimSpace(body) == "" || noise(body) || heading(body) || graph.Fold(body) == graph.Fold(title) {
			continue
		}
		blocks = append(blocks, p)
	}
	return blocks, line
}

// paragraphs splits a text at its line breaks, but joins lines that a sentence runs across: hard-wrapped ones, and
// those that go on in lower case.
func paragraphs(text string) []graph.Span {
	var out []graph.Span
	blank := true
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		line := trim(text, graph.Span{Start: start, End: end})
		start = end + 1
		if line.Len() == 0 {
			blank = true
			continue
		}
		if n := len(out) - 1; n >= 0 && runsOn(out[n].Of(text), line.Of(text), blank) {
			out[n].End = line.End
		} else {
			out = append(out, line)
		}
		blank = false
	}
	return out
}

// runsOn tells whether a sentence goes on from the end of one line to the next.
func runsOn(before, next string, blank bool) bool {
	if ended(before) {
		return false
	}
	lower := next[0] >= 'a' && next[0] <= 'z'
	lastLine := before[strings.LastIndexByte(before, '\n')+1:]
	return lower && len(lastLine) >= 40 || !blank && len(lastLine) >= 60 && len(lastLine) <= 100
}

// ended tells whether a text closes like a sentence.
func ended(s string) bool {
	s = strings.TrimRight(s, "\"'”’)] \t\r")
	return s == "" || strings.ContainsRune(".!?…:;", rune(s[len(s)-1])) || strings.HasSuffix(s, "…")
}

func trim(text string, s graph.Span) graph.Span {
	body := s.Of(text)
	s.Start += len(body) - len(strings.TrimLeft(body, " \t\r\u00a0"))
	s.End -= len(body) - len(strings.TrimRight(body, " \t\r\u00a0"))
	if s.End < s.Start {
		s.End = s.Start
	}
	return s
}
