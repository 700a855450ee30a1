package syntax

import "demarche/graph"

// Sentence is a run of tokens that belongs together; its span reaches from its first token to its last. Parse finds its
// names, in order and without overlap.
type Sentence struct {
	graph.Span
	Tokens []Token
	Names  []Name
}

// Token is one word or mark. Span is bytes of the text given to Split. Before Parse only Span and Text are set, Head is -1.
type Token struct {
	graph.Span
	Text  string // text[Start:End]
	Lemma string // dictionary form in lower case; a proper noun's as written
	Tag   Tag    // universal part of speech
	XPOS  XPOS   // Penn tag
	Head  int    // index in the sentence of the word this one depends on; -1 for the root, and for "not parsed"
	Rel   Rel    // relation to the head
}

// labels gives the index of each name in a fixed list of label names; 0 is "none".
func labels(names []string) map[string]uint8 {
	index := make(map[string]uint8, len(names))
	for i, name := range names {
		index[name] = uint8(i)
	}
	return index
}

// name prints a label; one out of range prints as "_", as a missing one does.
func name(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return names[0]
}
