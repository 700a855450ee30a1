package net_test

import (
	"strings"
	"testing"

	"demarche/ingest/syntax/internal/net"
)

func TestFoldingKeepsWhatAWordIs(t *testing.T) {
	var f net.Features
	for form, want := range map[string]string{
		"Xi": "xi", "2023": "0000", "1,250": "0,000", "don’t": "don't", "“": `"`, "Élysée": "élysée", "U.S.": "u.s.", "": "",
		strings.Repeat("a", 99): strings.Repeat("a", 48),
	} {
		if got := f.Fold(form); got != want {
			t.Errorf("%q folds to %q, want %q", form, got, want)
		}
	}
}

func TestTheWayAWordIsWrittenIsSeen(t *testing.T) {
	f := net.Features{SubRows: 1 << 14, Lists: map[string]uint8{"france": 2}}
	for form, want := range map[string]net.Caps{"paris": net.NoCaps, "Paris": net.Capital, "NATO": net.AllCaps, "McCain": net.MixedCaps, "7": net.NoCaps} {
		var in net.Input
		f.Read(&in, form, false, net.Sentence)
		if in.Caps != want {
			t.Errorf("%q is %d, want %d", form, in.Caps, want)
		}
	}
	var in net.Input
	if f.Read(&in, "FRANCE", true, net.Upper); in.Listed != 2 || in.Word != -1 {
		t.Errorf("%+v", in)
	}
}

func TestTheCaseOfASentence(t *testing.T) {
	for text, want := range map[string]net.Case{
		"President Xi met with the South Korean premier": net.Sentence,
		"Xi Meets Prime Minister Han in Hangzhou":        net.Title,
		"CHINA WARNS JAPAN OVER ISLANDS":                 net.Upper,
		"china warns japan over islands":                 net.Lower,
		"He left":                                        net.Sentence,
	} {
		words := strings.Fields(text)
		if got := net.CaseOf(len(words), func(i int) string { return words[i] }); got != want {
			t.Errorf("%q is %d, want %d", text, got, want)
		}
	}
}
