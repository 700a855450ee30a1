package neo4j

import (
	"context"
	"strings"

	"demarche/graph"
)

var (
	searchWords  = load("search")
	searchBehind = load("search_behind")
	searchCount  = load("search_count")
)

// Search finds the nodes whose words hold all terms of the query: the full-text index has our own words, split at
// spaces, and the order is the one of graph.Rank.
func (s *Store) Search(ctx context.Context, q graph.Query, page graph.Page) (graph.Slice[graph.Found], error) {
	seek, err := page.Seek()
	if err != nil || len(q.Terms) == 0 {
		return graph.Slice[graph.Found]{}, err
	}
	params := map[string]any{
		"query": lucene(q.Terms), "text": q.Text, "terms": q.Terms, "limit": seek.Limit + 1, "key": seek.Key, "id": string(seek.ID),
	}
	from := beyond("key", false, seek)
	var slice graph.Slice[graph.Found]
	err = s.consistent(ctx, func(ask asker) error {
		records, err := ask(directed(searchWords.with("true /* from */", from), false, seek.Back), params)
		if err != nil {
			return err
		}
		var hits []graph.Found
		for _, r := range records {
			hits = append(hits, graph.Found{ID: graph.ID(text(r, "id")), Key: text(r, "key")})
		}
		behind, err := number(ask, searchBehind.with("false /* from */", "NOT "+from), params, seek.From)
		if err != nil {
			return err
		}
		slice = graph.Cut(seek, hits, behind > 0)
		slice.Total, err = number(ask, searchCount, params, page.Total)
		return err
	})
	return slice, err
}

// number runs a statement that counts, if that is wanted at all.
func number(ask asker, q statement, params map[string]any, wanted bool) (int, error) {
	if !wanted {
		return 0, nil
	}
	records, err := ask(q, params)
	if err != nil {
		return 0, err
	}
	return properties(records[0].AsMap()).count("count"), nil
}

// lucene asks for all terms. Folded terms hold letters and digits only; the quotes keep a word like "and" a word.
func lucene(terms []string) string {
	return `+"` + strings.Join(terms, `" +"`) + `"`
}
