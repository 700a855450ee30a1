package main

import (
	"encoding/json"
	"strings"

	"demarche/graph"
	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
)

// plainText reads the sentences of articles, one JSON object with a text on each line of the file.
func plainText(path string) ([][]word, error) {
	var all [][]word
	seen := make(map[string]bool)
	err := lines(path, func(line string) error {
		var article struct{ Text string }
		if err := json.Unmarshal([]byte(line), &article); err != nil {
			return err
		}
		for _, paragraph := range strings.Split(article.Text, "\n") {
			paragraph = strings.TrimLeft(paragraph, "#-*•> ")
			for _, s := range syntax.Split(paragraph, []graph.Span{{End: len(paragraph)}}) {
				if words := plainSentence(s); words != nil && !seen[forms(words)] {
					seen[forms(words)] = true
					all = append(all, words)
				}
			}
		}
		return nil
	})
	return all, err
}

// plainSentence takes over what looks like a sentence; nil for fragments and very long ones.
func plainSentence(s syntax.Sentence) []word {
	if len(s.Tokens) < 3 || len(s.Tokens) > 80 {
		return nil
	}
	words := make([]word, len(s.Tokens))
	for i, t := range s.Tokens {
		words[i].Form = t.Text
	}
	return words
}

// countWords counts folded forms.
func countWords(sentences [][]word) map[string]int {
	var f net.Features
	count := make(map[string]int)
	for _, s := range sentences {
		for _, w := range s {
			count[f.Fold(w.Form)]++
		}
	}
	return count
}
