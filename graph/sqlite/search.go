package sqlite

import (
	"context"
	"strings"

	"demarche/graph"
)

// Full text is FTS5 over words that graph folded and split: MATCH is given quoted terms only, joined by AND, so that
// there is no query language to break. Which documents match is FTS5's answer, their order is graph.Rank's.

// hits lists the documents that have all terms, with their keys. The rank of a hit is the least that applies.
const hits = ` FROM (SELECT d.node, CASE WHEN d.name = ? THEN ? WHEN d.number IN (SELECT rowid FROM words WHERE words MATCH ?) THEN ? ELSE ? END
	|| d.class AS key FROM words w JOIN documents d ON d.number = w.rowid WHERE w.words MATCH ?) h`

func rank(whole, named bool) string { return graph.Rank("", whole, named)[:1] }

// Search implements graph.Lists.
func (s *Store) Search(ctx context.Context, q graph.Query, page graph.Page) (out graph.Slice[graph.Found], err error) {
	seek, err := page.Seek(graph.ByRank)
	if err != nil || len(q.Terms) == 0 {
		return out, err
	}
	match := `"` + strings.Join(q.Terms, `" AND "`) + `"`
	args := []any{q.Text, rank(true, true), "name : (" + match + ")", rank(false, true), rank(false, false), match}
	w := wayOf(false, seek.Back)
	found := list{key: "h.key", id: "h.node"}
	err = s.read(ctx, func(c *conn) error {
		walked, err := walk(ctx, c, "SELECT h.node, h.key"+hits+" WHERE 1", args, w, found, seek, scanFound)
		if err != nil {
			return err
		}
		behind := false
		if seek.From {
			err = c.value(ctx, &behind, "SELECT EXISTS (SELECT 1"+hits+" WHERE "+w.behind("h.key", "h.node")+")", append(args, place(seek)...)...)
		}
		out = graph.Cut(seek, walked, behind)
		if err == nil && page.Total {
			err = c.value(ctx, &out.Total, "SELECT count(*) FROM words WHERE words MATCH ?", match)
		}
		return err
	})
	return out, err
}

func scanFound(scan scanner) (f graph.Found, err error) {
	err = scan(&f.ID, &f.Key)
	return f, err
}
