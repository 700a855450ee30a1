package graph

// Span is a half-open range of bytes in an article's text: text[s.Start:s.End] is the thing itself, always.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Of cuts the span out of the text it was measured on; a span that does not fit gives "".
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End < s.Start || s.End > len(text) {
		return ""
	}
	return text[s.Start:s.End]
}

// Overlaps tells whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
