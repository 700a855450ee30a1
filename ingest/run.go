package ingest

import (
	"context"
	"fmt"
	"iter"
	"runtime"
	"sync"

	"demarche/graph"
	"demarche/ingest/source"
)

// batch is how many readings go into a store at once, and batchBytes how much text.
const (
	batch      = 100
	batchBytes = 4 << 20
)

// Summary counts what a run did.
type Summary struct {
	Articles int // readings put
	Reports  int
	Failed   int // inputs that could not be read, each told to Options.Problem
}

// Options say who is told what while a run goes on. Nil functions are not called; both are called from one goroutine.
type Options struct {
	Problem func(error)   // an input that could not be read
	Done    func(Summary) // after each batch
}

// Run reads all articles, on all cores, and puts their readings into the store. Bad inputs are told and counted, and the
// run goes on; an error of the store ends it.
func Run(ctx context.Context, raws iter.Seq2[source.Raw, error], reader *Reader, store graph.Writer, opts Options) (Summary, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	w := writer{store: store, opts: opts}
	for r := range read(ctx, raws, reader) {
		if err := w.take(ctx, r); err != nil {
			return w.sum, err
		}
	}
	if err := ctx.Err(); err != nil {
		return w.sum, err
	}
	return w.sum, w.flush(ctx)
}

// result is one input, read or failed; of an input with both, the reading stands and the error is a remark.
type result struct {
	reading *graph.Reading
	err     error
}

// read takes the inputs through the reader on all cores. The order of results is not that of the inputs; the graph does
// not depend on it.
func read(ctx context.Context, raws iter.Seq2[source.Raw, error], reader *Reader) <-chan result {
	inputs, results := make(chan source.Raw), make(chan result)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for raw := range inputs {
				send(ctx, results, reader.result(raw))
			}
		})
	}
	workers.Go(func() {
		defer close(inputs)
		for raw, err := range raws {
			if err != nil {
				send(ctx, results, result{err: err})
			}
			if raw.Text != "" {
				send(ctx, inputs, raw)
			}
			if ctx.Err() != nil {
				return
			}
		}
	})
	go func() {
		workers.Wait()
		close(results)
	}()
	return results
}

func send[T any](ctx context.Context, to chan<- T, r T) {
	select {
	case to <- r:
	case <-ctx.Done():
	}
}

func (r *Reader) result(raw source.Raw) result {
	reading, err := r.Read(raw)
	if err != nil {
		return result{err: fmt.Errorf("%s: %w", raw.Origin, err)}
	}
	return result{reading: &reading}
}

// writer gathers readings and puts them in batches.
type writer struct {
	store   graph.Writer
	opts    Options
	waiting []graph.Reading
	bytes   int
	sum     Summary
}

func (w *writer) take(ctx context.Context, r result) error {
	if r.err != nil {
		w.sum.Failed++
		if w.opts.Problem != nil {
			w.opts.Problem(r.err)
		}
		return nil
	}
	w.waiting = append(w.waiting, *r.reading)
	w.bytes += len(r.reading.Article.Text)
	if len(w.waiting) < batch && w.bytes < batchBytes {
		return nil
	}
	return w.flush(ctx)
}

func (w *writer) flush(ctx context.Context) error {
	if len(w.waiting) == 0 {
		return nil
	}
	if err := w.store.Put(ctx, w.waiting...); err != nil {
		return err
	}
	for _, r := range w.waiting {
		w.sum.Articles++
		w.sum.Reports += len(r.Reports)
	}
	w.waiting, w.bytes = w.waiting[:0], 0
	if w.opts.Done != nil {
		w.opts.Done(w.sum)
	}
	return nil
}
