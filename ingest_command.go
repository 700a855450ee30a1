package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"demarche/ingest"
	"demarche/ingest/source"
)

type ingestCommand struct {
	storeFlag
	Paths []string `arg:"" name:"path" help:"Files (.txt .html .json .jsonl .jsonl.gz), folders of them, URLs, or - for JSON Lines on stdin."`
}

// Run takes articles into the store and says what came of it.
func (c ingestCommand) Run(ctx context.Context, w *world) error {
	reader, err := ingest.NewReader(false)
	if err != nil {
		return err
	}
	store, err := c.open(ctx, w)
	if err != nil {
		return err
	}
	bar := newProgress(w.stderr)
	begin := time.Now()
	sum, err := ingest.Run(ctx, source.Read(ctx, c.Paths, w.stdin), reader, store, ingest.Options{
		Problem: func(err error) { bar.clear(); fmt.Fprintln(w.stderr, "demarche:", err) },
		Done:    bar.set,
	})
	bar.clear()
	err = errors.Join(err, store.Close(context.WithoutCancel(ctx)))
	fmt.Fprintf(w.stdout, "%d articles, %d reports, %d failed, in %s, into %s\n",
		sum.Articles, sum.Reports, sum.Failed, time.Since(begin).Round(time.Millisecond), c.Store)
	if err == nil && sum.Failed > 0 {
		err = errFailed
	}
	return err
}

// progress shows the count of articles on a terminal, and nothing elsewhere.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(w io.Writer) progress {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return progress{}
	}
	return progress{progressbar.NewOptions(-1, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("articles"),
		progressbar.OptionShowIts(), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())}
}

func (p progress) set(s ingest.Summary) {
	if p.bar != nil {
		_ = p.bar.Set(s.Articles)
	}
}

func (p progress) clear() {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
}
