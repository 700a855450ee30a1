package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// word is one line of a treebank; Head counts from 0, -1 is the root.
type word struct {
	Form, Lemma, Tag, XPOS string
	Head                   int
	Rel                    string
	Name                   string // IOB2 tag, "" when the sentence has no names annotated
	Misc                   string // the last column
}

// lines opens a file, gzipped when its name ends in .gz, and calls each with every line of it.
func lines(path string, each func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // only read
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 64<<20)
	for n := 1; scan.Scan(); n++ {
		if err := each(scan.Text()); err != nil {
			return fmt.Errorf("%s line %d: %w", path, n, err)
		}
	}
	return scan.Err()
}

// readColumns reads a file of blank-line separated sentences with tab-separated columns; parse makes a word of one line.
func readColumns(path string, parse func([]string) (word, error)) ([][]word, error) {
	var all [][]word
	var now []word
	end := func() {
		if len(now) > 0 {
			all = append(all, now)
			now = nil
		}
	}
	err := lines(path, func(line string) error {
		if line == "" {
			end()
			return nil
		}
		columns := strings.Split(line, "\t")
		if _, err := strconv.Atoi(columns[0]); err != nil {
			return nil // a comment, a multi-word token or an empty node
		}
		w, err := parse(columns)
		now = append(now, w)
		return err
	})
	end()
	return all, err
}

// readTrees reads CoNLL-U.
func readTrees(path string) ([][]word, error) {
	return readColumns(path, func(c []string) (word, error) {
		if len(c) != 10 {
			return word{}, fmt.Errorf("%d columns, not 10", len(c))
		}
		head, err := strconv.Atoi(c[6])
		return word{Form: c[1], Lemma: c[2], Tag: c[3], XPOS: c[4], Head: head - 1, Rel: c[7], Misc: c[9]}, err
	})
}

// readNames reads IOB2: number, form, tag.
func readNames(path string) ([][]word, error) {
	return readColumns(path, func(c []string) (word, error) {
		if len(c) < 3 {
			return word{}, fmt.Errorf("%d columns, not 3", len(c))
		}
		return word{Form: c[1], Name: c[2]}, nil
	})
}

// addNames writes the names of one reading of the text into the trees of another, sentence by sentence with the same
// forms; sentences only one side has stay as they are.
func addNames(trees, names [][]word) {
	byForm := make(map[string][]word, len(names))
	for _, s := range names {
		byForm[forms(s)] = s
	}
	for _, s := range trees {
		for i, w := range byForm[forms(s)] {
			s[i].Name = w.Name
		}
	}
}

func forms(s []word) string {
	var b strings.Builder
	for _, w := range s {
		b.WriteString(w.Form)
		b.WriteByte(' ')
	}
	return b.String()
}
