// Package ingest is the whole way in: what a source found becomes a reading, and readings go into a store.
//
//	source ─▶ article ─▶ syntax ─▶ mention ─▶ event ─▶ Reading ─▶ Store
//	└──────────────── Read: a pure function ─────────┘   └─ Run ─┘
//
// The invariant: Read gives the same reading for the same article, whatever was read before. Run is the only step that
// touches anything outside; one bad article never stops the others.
package ingest

import (
	"cmp"
	"fmt"
	"slices"

	"demarche/graph"
	"demarche/ingest/article"
	"demarche/ingest/event"
	"demarche/ingest/lexicon"
	"demarche/ingest/mention"
	"demarche/ingest/source"
	"demarche/ingest/syntax"
)

// Reader reads articles. It is safe for many goroutines.
type Reader struct {
	lex   *lexicon.Lexicon
	model *syntax.Model
	all   bool
}

// NewReader loads the lexicon and the model. With all, domestic events are read too.
func NewReader(all bool) (*Reader, error) {
	lex, err := lexicon.Load()
	if err != nil {
		return nil, fmt.Errorf("lexicon: %w", err)
	}
	model, err := syntax.Load()
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	return &Reader{lex, model, all}, nil
}

// Read takes one article the whole way. An error means that the reading broke a promise of graph.Reading: a defect of
// this program, not of the article.
func (r *Reader) Read(raw source.Raw) (graph.Reading, error) {
	text := r.parse(raw)
	reports, err := event.Code(text, r.all)
	if err != nil {
		return graph.Reading{}, err
	}
	reading := assemble(text, reports)
	return reading, reading.Check()
}

// Explain is Read, with a trace of each report, in the order of the reading's reports.
func (r *Reader) Explain(raw source.Raw) (graph.Reading, []event.Trace, error) {
	text := r.parse(raw)
	traces, err := event.Explain(text, r.all)
	if err != nil {
		return graph.Reading{}, nil, err
	}
	var reports []graph.Report
	for _, t := range traces {
		reports = append(reports, t.Report)
	}
	reading := assemble(text, reports)
	return reading, traces, reading.Check()
}

// parse takes an article as far as its mentions.
func (r *Reader) parse(raw source.Raw) mention.Text {
	doc := article.Parse(raw)
	sentences := syntax.Split(doc.Article.Text, doc.Blocks)
	for i := range sentences {
		r.model.Parse(&sentences[i])
	}
	return mention.Find(doc, sentences, r.lex)
}

// assemble closes a reading: the article, its mentions and reports, and every node that they use.
func assemble(text mention.Text, reports []graph.Report) graph.Reading {
	r := graph.Reading{Article: text.Document.Article, Reports: reports}
	used := map[graph.ID]bool{}
	for _, list := range text.Mentions {
		for _, m := range list {
			node := cmp.Or(m.Actor, m.Place, m.Occasion)
			if node == "" {
				continue
			}
			r.Mentions = append(r.Mentions, graph.Mention{Span: m.Span, Node: node})
			used[node] = true
		}
	}
	for _, rep := range reports {
		for _, id := range append(rep.Participants(), rep.Place, rep.Occasion) {
			used[id] = true
		}
	}
	text.Cast.Close(used)
	for _, id := range sortedIDs(used) {
		switch n := text.Cast.Node(id).(type) {
		case graph.Actor:
			r.Actors = append(r.Actors, n)
		case graph.Place:
			r.Places = append(r.Places, n)
		case graph.Occasion:
			r.Occasions = append(r.Occasions, n)
		}
	}
	return r
}

func sortedIDs(set map[graph.ID]bool) []graph.ID {
	ids := make([]graph.ID, 0, len(set))
	for id := range set {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
