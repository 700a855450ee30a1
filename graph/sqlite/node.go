package sqlite

import (
	"context"
	"slices"

	"demarche/graph"
)

const (
	formsOf = `SELECT node, form, articles FROM forms WHERE node IN (SELECT value FROM json_each(?)) ORDER BY node, form`
	// terms looks up the first and the last date of an office; two look-ups in an index, however many articles there are.
	terms = `SELECT j.key,
		coalesce((SELECT first FROM offices WHERE node = j.value ->> 0 AND title = j.value ->> 1 AND country = j.value ->> 2 AND first <> '' ORDER BY first LIMIT 1), ''),
		coalesce((SELECT last FROM offices WHERE node = j.value ->> 0 AND title = j.value ->> 1 AND country = j.value ->> 2 ORDER BY last DESC LIMIT 1), '')
		FROM json_each(?) j`
	nodesOf = `SELECT id, json FROM nodes WHERE id IN (SELECT value FROM json_each(?))`

	dropNames = `DELETE FROM names WHERE node IN (SELECT value FROM json_each(?))`
	dropNodes = `DELETE FROM nodes WHERE id IN (SELECT value FROM json_each(?))`
	addNames  = `INSERT OR IGNORE INTO names SELECT value ->> 0, value ->> 1 FROM json_each(?)`
	setNodes  = `INSERT INTO nodes SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?) WHERE true
		ON CONFLICT (id) DO UPDATE SET actor = excluded.actor, kind = excluded.kind, key = excluded.key, country = excluded.country, json = excluded.json`
)

// Sightings implements graph.Ledger.
func (l ledger) Sightings(ctx context.Context, nodes []graph.ID) (map[graph.ID][]graph.Sighting, error) {
	said := make(map[graph.ID][]graph.Sighting, len(nodes))
	err := l.find(ctx, func(scan scanner) error {
		var id graph.ID
		var form []byte
		var s graph.Sighting
		err := scan(&id, &form, &s.Articles)
		if err == nil {
			s.Node, err = graph.DecodeNode(id, form)
		}
		said[id] = append(said[id], s)
		return err
	}, formsOf, nodes)
	if err != nil {
		return nil, err
	}
	return said, l.date(ctx, said)
}

// date fills in how long each office was held, as observed.
func (l ledger) date(ctx context.Context, said map[graph.ID][]graph.Sighting) error {
	var keys []row
	var offices []*graph.Office
	for id, sightings := range said {
		for _, s := range sightings {
			p, _ := s.Node.(graph.Person)
			for i, o := range p.Offices {
				keys = append(keys, row{id, o.Title, o.Country})
				offices = append(offices, &p.Offices[i])
			}
		}
	}
	if len(keys) == 0 {
		return nil
	}
	return l.find(ctx, func(scan scanner) error {
		var i int
		var first, last graph.Date
		err := scan(&i, &first, &last)
		offices[i].From, offices[i].To = first, last
		return err
	}, terms, keys)
}

// Nodes implements graph.Ledger.
func (l ledger) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	nodes := make(map[graph.ID]graph.Node, len(ids))
	err := l.find(ctx, func(scan scanner) (err error) {
		n, err := scanNode(scan)
		if err == nil {
			nodes[n.NodeID()] = n
		}
		return err
	}, nodesOf, ids)
	return nodes, err
}

func scanNode(scan scanner) (graph.Node, error) {
	var id graph.ID
	var data []byte
	if err := scan(&id, &data); err != nil {
		return nil, err
	}
	return graph.DecodeNode(id, data)
}

// SetNodes implements graph.Ledger.
func (l ledger) SetNodes(ctx context.Context, set []graph.Node, drop []graph.ID) error {
	var nodes, names []row
	changed := slices.Clone(drop)
	for _, n := range set {
		data, err := jsonOf(n)
		if err != nil {
			return err
		}
		r := row{n.NodeID(), 0, "", graph.Fold(graph.NameOf(n)), "", data}
		switch n := n.(type) {
		case graph.Actor:
			who := n.Named()
			r[1], r[2], r[4] = 1, who.Kind, who.Country
			for _, name := range slices.Concat(who.Aliases, []string{who.Name}) {
				names = append(names, row{who.ID, graph.Fold(name)})
			}
		case graph.Place:
			r[4] = n.Country
		}
		nodes = append(nodes, r)
		changed = append(changed, n.NodeID())
		if err := l.index(ctx, n); err != nil {
			return err
		}
	}
	if err := l.over(ctx, dropNames, changed); err != nil {
		return err
	}
	if err := l.insert(ctx, setNodes, nodes); err != nil {
		return err
	}
	if err := l.insert(ctx, addNames, names); err != nil {
		return err
	}
	if err := l.over(ctx, dropNodes, drop); err != nil {
		return err
	}
	return l.unindex(ctx, drop)
}
