package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"demarche/graph"
	"demarche/ingest"
	"demarche/ingest/eval"
	"demarche/ingest/source"
)

type evalCommand struct {
	Gold   string `arg:"" optional:"" name:"gold-dir" help:"Folder of annotations NNN.json, with their articles in ../articles; or of cases in .txtar files, as in ingest/eval/testdata."`
	Plover string `placeholder:"FILE" help:"Measure the PLOVER types of sentences instead: JSON lines with sentence and plover_root."`
	Errors bool   `help:"List every missed and every extra one first."`
}

// Validate wants one of the two.
func (c evalCommand) Validate() error {
	if (c.Gold == "") == (c.Plover == "") {
		return fmt.Errorf("want a folder of annotations or --plover FILE")
	}
	return nil
}

// Run reads what was annotated and prints how well.
func (c evalCommand) Run(ctx context.Context, w *world) error {
	reader, err := ingest.NewReader(c.Plover != "")
	if err != nil {
		return err
	}
	if c.Plover != "" {
		return c.plover(ctx, w, reader)
	}
	cases, err := eval.ReadCases(os.DirFS(c.Gold))
	if err != nil {
		return fmt.Errorf("%s: %w", c.Gold, err)
	}
	if len(cases) > 0 {
		return c.cases(cases, w)
	}
	return c.gold(ctx, w, reader)
}

// cases reads small cases, each in its own scope.
func (c evalCommand) cases(cases []eval.Case, w *world) error {
	var outcomes []eval.Outcome
	for _, one := range cases {
		reader, err := ingest.NewReader(one.All)
		if err != nil {
			return err
		}
		reading, err := reader.Read(one.Raw)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", one.Phenomenon, one.Name, err)
		}
		outcomes = append(outcomes, one.Compare(eval.State(reading)))
	}
	eval.PrintOutcomes(w.stdout, outcomes)
	return nil
}

func (c evalCommand) gold(ctx context.Context, w *world, reader *ingest.Reader) error {
	gold, err := eval.ReadGold(os.DirFS(c.Gold))
	if err != nil {
		return fmt.Errorf("%s: %w", c.Gold, err)
	}
	var score eval.Score
	ok := true
	for _, g := range gold {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		extract, text, err := extractFile(ctx, reader, filepath.Join(c.Gold, "..", "articles", g.File))
		if err != nil {
			ok = false
			fmt.Fprintln(w.stderr, "demarche:", err)
		}
		score.Add(g, text, extract)
	}
	printed(w, c.Errors, score.Errors, score.Print)
	if !ok {
		return errFailed
	}
	return nil
}

// extractFile reads the one article of a file; nil where it cannot be read.
func extractFile(ctx context.Context, reader *ingest.Reader, path string) (*ingest.Extract, string, error) {
	for raw, err := range source.Read(ctx, []string{path}, nil) {
		if err != nil {
			return nil, "", err
		}
		reading, err := reader.Read(raw)
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", raw.Origin, err)
		}
		extract := ingest.NewExtract(reading)
		return &extract, raw.Text, nil
	}
	return nil, "", fmt.Errorf("%s: %w", path, source.ErrNoText)
}

func (c evalCommand) plover(ctx context.Context, w *world, reader *ingest.Reader) error {
	file, err := os.Open(c.Plover)
	if err != nil {
		return err
	}
	defer file.Close()
	sentences, err := eval.ReadSentences(file)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Plover, err)
	}
	var score eval.Plover
	for i, s := range sentences {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		reading, err := reader.Read(source.Raw{ID: fmt.Sprint(i + 1), Text: s.Text})
		if err != nil {
			return fmt.Errorf("%s: sentence %d: %w", c.Plover, i+1, err)
		}
		var types []graph.Type
		for _, r := range reading.Reports {
			types = append(types, r.Type)
		}
		score.Add(s, types)
	}
	printed(w, c.Errors, score.Errors, score.Print)
	return nil
}

// printed writes the errors, if they are wanted, and then the figures.
func printed(w *world, wanted bool, errors []string, figures func(io.Writer)) {
	if wanted {
		for _, e := range errors {
			fmt.Fprintln(w.stdout, e)
		}
	}
	figures(w.stdout)
}
