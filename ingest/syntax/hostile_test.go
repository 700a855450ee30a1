package syntax_test

import (
	"strings"
	"testing"
	"time"

	"demarche/ingest/syntax"
)

// hostile are texts of about a megabyte that try to make some step slow.
func hostile() map[string]string {
	const size = 1 << 20
	fill := func(s string) string { return strings.Repeat(s, size/len(s)) }
	return map[string]string{
		"one endless word":         fill("a"),
		"one endless sentence":     fill("and he "),
		"only full stops":          fill("."),
		"only closing quotes":      fill(". ”"),
		"only opening quotes":      fill("“"),
		"only combining marks":     fill("\u0301"),
		"letters and marks":        fill("a\u0301"),
		"right to left":            fill("قال الرئيس إن المحادثات "),
		"no spaces":                fill("習近平會見韓德洙"),
		"bytes that are no text":   fill("\xff\x80\x00"),
		"hyphens":                  fill("a-"),
		"signs of addresses":       fill("a%"),
		"half addresses":           fill("a@"),
		"apostrophes":              fill("n't'"),
		"initials":                 fill("A."),
		"abbreviations":            fill("Mr. "),
		"digits and commas":        fill("1,"),
		"empty lines":              fill("\n"),
		"capitals and a far dash":  fill("A, ") + "--",
		"spaces of every kind":     fill(" \t\u00a0\u2028"),
		"invisible joiners":        fill("\u200d\u200b"),
		"astral letters and emoji": fill("𝔛😀"),
	}
}

func TestHostileTextIsCutInBoundedTime(t *testing.T) {
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			sentences := syntax.Split(text, whole(text))
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
			checkSpans(t, text, sentences)
			for _, s := range sentences {
				if len(s.Tokens) > 160 {
					t.Fatalf("a sentence of %d tokens", len(s.Tokens))
				}
			}
		})
	}
}
