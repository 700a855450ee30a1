package main

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"demarche/ingest/syntax"
)

// parseFile writes a CoNLL-U file with the model's UPOS, HEAD and DEPREL in place of its own; comments, multi-word tokens
// and all other columns stay.
func parseFile(w io.Writer, m *syntax.Model, path string) error {
	out := bufio.NewWriter(w)
	var held []string
	end := func() {
		writeParsed(out, m, held)
		held = held[:0]
	}
	err := lines(path, func(line string) error {
		if line != "" {
			held = append(held, line)
			return nil
		}
		end()
		return out.WriteByte('\n')
	})
	if err != nil {
		return err
	}
	end()
	return out.Flush()
}

// writeParsed parses the words among the lines of one sentence.
func writeParsed(w *bufio.Writer, m *syntax.Model, held []string) {
	var words []word
	for _, line := range held {
		if c, ok := columnsOfWord(line); ok {
			words = append(words, word{Form: c[1]})
		}
	}
	s := sentence(words)
	m.Parse(s)
	at := 0
	for _, line := range held {
		if c, ok := columnsOfWord(line); ok {
			t := &s.Tokens[at]
			at++
			c[3], c[6], c[7] = t.Tag.String(), strconv.Itoa(t.Head+1), t.Rel.String()
			line = strings.Join(c, "\t")
		}
		_, _ = w.WriteString(line + "\n") // Flush tells
	}
}

// columnsOfWord splits a line that is a word's.
func columnsOfWord(line string) ([]string, bool) {
	c := strings.Split(line, "\t")
	_, err := strconv.Atoi(c[0])
	return c, err == nil && len(c) == 10
}
