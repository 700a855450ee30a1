package sqlite

import (
	"context"

	"demarche/graph"
)

// A list is a table with a sort key, walked along an index from the place of the cursor on. Two more questions go with
// a walk, asked only when they must be: is there anything behind the place (after a cursor), and how long is the list.

// list says how a sort of node is listed.
type list struct {
	columns, from, key, id string
	on                     columns
}

var (
	eventList   = list{"e.json", "events e WHERE ", "e.day", "e.id", eventColumns}
	actorList   = list{"a.id, a.json", "nodes a WHERE a.actor = 1 AND ", "a.key", "a.id", actorColumns}
	articleList = list{articleColumns, "articles a WHERE ", "a.day", "a.id", sourceColumns}
)

// way is how a walk goes: the signs that lead onwards, of key and of id, and the directions of ORDER BY.
type way struct{ key, id, keyDirection, idDirection string }

func wayOf(desc, back bool) way {
	w := way{">", ">", "ASC", "ASC"}
	if back {
		w.id, w.idDirection = "<", "DESC"
	}
	if desc != back {
		w.key, w.keyDirection = "<", "DESC"
	}
	return w
}

var opposite = map[string]string{">": "<", "<": ">"}

// ahead is what holds of the items beyond a place, given as key, key, id.
func (w way) ahead(key, id string) string {
	return "(" + key + " " + w.key + "= ? AND (" + key + " " + w.key + " ? OR " + id + " " + w.id + " ?))"
}

// behind is what holds of the items at or before a place.
func (w way) behind(key, id string) string {
	return way{key: opposite[w.key], id: opposite[w.id] + "="}.ahead(key, id)
}

// order is the ORDER BY of the walk.
func (w way) order(key, id string) string {
	return " ORDER BY " + key + " " + w.keyDirection + ", " + id + " " + w.idDirection
}

// place are the parameters of ahead and behind.
func place(s graph.Seek) []any { return []any{s.Key, s.Key, string(s.ID)} }

// find walks the list for a page.
func find[T any](ctx context.Context, s *Store, l list, cond graph.Cond, by graph.Order, page graph.Page, read func(scanner) (T, error)) (out graph.Slice[T], err error) {
	seek, err := page.Seek(by)
	if err != nil {
		return out, err
	}
	pass, args, err := where(cond, l.on)
	if err != nil {
		return out, err
	}
	w := wayOf(by.Desc(), seek.Back)
	head := " FROM " + l.from + pass
	err = s.read(ctx, func(c *conn) error {
		walked, err := walk(ctx, c, "SELECT "+l.columns+head, args, w, l, seek, read)
		if err != nil {
			return err
		}
		behind := false
		if seek.From {
			err = c.value(ctx, &behind, "SELECT EXISTS (SELECT 1"+head+" AND "+w.behind(l.key, l.id)+")", append(args, place(seek)...)...)
		}
		out = graph.Cut(seek, walked, behind)
		if err == nil && page.Total {
			err = c.value(ctx, &out.Total, "SELECT count(*)"+head, args...)
		}
		return err
	})
	return out, err
}

// walk reads one item more than the page.
func walk[T any](ctx context.Context, c *conn, text string, args []any, w way, l list, seek graph.Seek, read func(scanner) (T, error)) (items []T, err error) {
	if seek.From {
		text += " AND " + w.ahead(l.key, l.id)
		args = append(args, place(seek)...)
	}
	err = c.each(ctx, func(scan scanner) error {
		item, err := read(scan)
		items = append(items, item)
		return err
	}, text+w.order(l.key, l.id)+" LIMIT ?", append(args, seek.Limit+1)...)
	return items, err
}

// value reads the one value of a query.
func (c *conn) value(ctx context.Context, to any, text string, args ...any) error {
	return c.each(ctx, func(scan scanner) error { return scan(to) }, text, args...)
}

// FindEvents implements graph.Lists.
func (s *Store) FindEvents(ctx context.Context, where graph.EventWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Event], error) {
	return find(ctx, s, eventList, where.Cond(), by, page, scanJSON[graph.Event])
}

// FindActors implements graph.Lists.
func (s *Store) FindActors(ctx context.Context, where graph.ActorWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Actor], error) {
	return find(ctx, s, actorList, where.Cond(), by, page, func(scan scanner) (graph.Actor, error) {
		n, err := scanNode(scan)
		a, _ := n.(graph.Actor)
		return a, err
	})
}

// FindArticles implements graph.Lists.
func (s *Store) FindArticles(ctx context.Context, where graph.ArticleWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Article], error) {
	return find(ctx, s, articleList, where.Cond(), by, page, scanArticle)
}
