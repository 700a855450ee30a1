package event

import (
	"slices"
	"strings"

	"demarche/ingest/syntax"
)

// respell gives a sentence whose verbs have the lemmas that the frames and the lists of status know: a lemma that neither
// knows, of a form that is regular of a verb that one knows, is that verb.
//
//	postponed, of "postpon" → postpone · bombed, of "bom" → bomb · welcoming, of "welcom" → welcome
func (f *frames) respell(s syntax.Sentence) syntax.Sentence {
	s.Tokens = slices.Clone(s.Tokens)
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Tag == syntax.VERB && !f.knows(t.Lemma) {
			t.Lemma = f.regular(strings.ToLower(t.Text), t.Lemma)
		}
	}
	return s
}

// regular is the known verb that a form is regular of; otherwise the lemma.
func (f *frames) regular(form, lemma string) string {
	for _, ending := range []string{"ed", "ing", "es", "s"} {
		stem, ok := strings.CutSuffix(form, ending)
		if !ok || len(stem) < 3 {
			continue
		}
		for _, verb := range []string{stem, stem + "e", stem[:len(stem)-1]} { // bomb·ed, postpon·ed, kidnapp·ed
			if f.knows(verb) {
				return verb
			}
		}
	}
	return lemma
}

func (f *frames) knows(verb string) bool {
	return len(f.verbs[verb]) > 0 || planners[verb] || wishers[verb] || refusers[verb] || cancellers[verb] || speakers[verb]
}
