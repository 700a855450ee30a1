package sqlite

import (
	"context"

	"demarche/graph"
)

// EventsOf walks the links of each parent, which lie in the order of the list:
//
//	for each parent (json_each) ─▶ links of the parent, from the cursor on, that pass the filter, LIMIT n ─▶ their events
//
// in one statement. A window function would number all events of a parent to keep the first few; the LIMIT inside reads
// no more than the page.

// parentRoles are the links that EventsOf follows: all but those of reports.
const parentRoles = roleActor | roleRecipient | rolePlace | roleOccasion | roleArticle

// branch is the part of the statements about one parent: its links that pass the filter.
type branch struct {
	text string
	args []any
}

func branchOf(w graph.EventWhere) (b branch, err error) {
	b = branch{" FROM links l WHERE l.parent = j.value AND l.role & ?", []any{parentRoles}}
	cond := w.Cond()
	if len(cond.Subs) == 0 {
		return b, nil
	}
	pass, args, err := where(cond, eventColumns)
	b.text += " AND EXISTS (SELECT 1 FROM events e WHERE e.id = l.event AND " + pass + ")"
	b.args = append(b.args, args...)
	return b, err
}

// EventsOf implements graph.Lists.
func (s *Store) EventsOf(ctx context.Context, parents []graph.ID, where graph.EventWhere, by graph.Order, page graph.Page) ([]graph.Slice[graph.Event], error) {
	seek, err := page.Seek(by)
	if err != nil {
		return nil, err
	}
	b, err := branchOf(where)
	if err != nil {
		return nil, err
	}
	keys, err := jsonOf(parents)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Slice[graph.Event], len(parents))
	if len(parents) == 0 {
		return out, nil
	}
	w := wayOf(by.Desc(), seek.Back)
	return out, s.read(ctx, func(c *conn) error {
		return c.eventsOf(ctx, out, keys, b, w, seek, page.Total)
	})
}

// eventsOf fills in the slice of each parent.
func (c *conn) eventsOf(ctx context.Context, out []graph.Slice[graph.Event], keys string, b branch, w way, seek graph.Seek, total bool) error {
	walked, err := c.branches(ctx, len(out), keys, b, w, seek)
	if err != nil {
		return err
	}
	behind := make([]bool, len(out))
	if seek.From {
		text := "SELECT j.key, EXISTS (SELECT 1" + b.text + " AND " + w.behind("l.day", "l.event") + ") FROM json_each(?) j"
		err := c.each(ctx, func(scan scanner) error {
			var i int
			var b bool
			err := scan(&i, &b)
			behind[i] = b
			return err
		}, text, append(append(b.args[:len(b.args):len(b.args)], place(seek)...), keys)...)
		if err != nil {
			return err
		}
	}
	for i := range out {
		out[i] = graph.Cut(seek, walked[i], behind[i])
	}
	if !total {
		return nil
	}
	return c.each(ctx, func(scan scanner) error {
		var i, n int
		err := scan(&i, &n)
		out[i].Total = n
		return err
	}, "SELECT j.key, (SELECT count(*)"+b.text+") FROM json_each(?) j", append(b.args[:len(b.args):len(b.args)], keys)...)
}

// branches reads, for each parent, one event more than the page.
func (c *conn) branches(ctx context.Context, n int, keys string, b branch, w way, seek graph.Seek) ([][]graph.Event, error) {
	text := "SELECT j.key, v.json FROM json_each(?) j CROSS JOIN events v ON v.id IN (SELECT l.event" + b.text
	args := append([]any{keys}, b.args...)
	if seek.From {
		text += " AND " + w.ahead("l.day", "l.event")
		args = append(args, place(seek)...)
	}
	text += w.order("l.day", "l.event") + " LIMIT ?)" + " ORDER BY j.key, v.day " + w.keyDirection + ", v.id " + w.idDirection
	walked := make([][]graph.Event, n)
	err := c.each(ctx, func(scan scanner) error {
		var i int
		e, err := scanJSON[graph.Event](func(to ...any) error { return scan(append([]any{&i}, to...)...) })
		walked[i] = append(walked[i], e)
		return err
	}, text, append(args, seek.Limit+1)...)
	return walked, err
}
