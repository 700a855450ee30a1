package graph

import (
	"context"
	"encoding/json"
	"io"
	"iter"
)

// RecordKind says what a record of a dump is.
type RecordKind string

// The kinds of record, in the order of a dump: first the facts of record, then what is derived from them.
const (
	ReadingRecord RecordKind = "reading"
	NodeRecord    RecordKind = "node" // actors, places, occasions
	EventRecord   RecordKind = "event"
	EdgeRecord    RecordKind = "edge"
)

// RecordKinds lists the kinds in the order of a dump.
var RecordKinds = []RecordKind{ReadingRecord, NodeRecord, EventRecord, EdgeRecord}

// Record is one line of a dump: a Reading, a Node, an Event or an Edge.
type Record struct {
	Kind  RecordKind `json:"record"`
	Value any        `json:"value"`
}

// Dump walks through the whole graph in canonical order: equal graphs give equal records, whatever store holds them.
func Dump(ctx context.Context, s Dumper) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, kind := range RecordKinds {
			for r, err := range s.Records(ctx, kind) {
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// WriteDump writes the dump as JSON, one record a line.
func WriteDump(ctx context.Context, s Dumper, w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	for r, err := range Dump(ctx, s) {
		if err != nil {
			return err
		}
		if err := out.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

// batch is how many readings Copy puts at once, and batchBytes how much text.
const (
	batch      = 100
	batchBytes = 4 << 20
)

// Copy puts all readings of one store into another and says how many articles that were. What is derived from them
// comes out the same, unless the other store held something before.
func Copy(ctx context.Context, from Dumper, to Writer) (articles int, err error) {
	var waiting []Reading
	size := 0
	put := func() error {
		if err := to.Put(ctx, waiting...); err != nil {
			return err
		}
		articles += len(waiting)
		waiting, size = waiting[:0], 0
		return nil
	}
	for r, err := range from.Records(ctx, ReadingRecord) {
		if err != nil {
			return articles, err
		}
		reading, _ := r.Value.(Reading)
		waiting, size = append(waiting, reading), size+len(reading.Article.Text)
		if len(waiting) < batch && size < batchBytes {
			continue
		}
		if err := put(); err != nil {
			return articles, err
		}
	}
	return articles, put()
}
