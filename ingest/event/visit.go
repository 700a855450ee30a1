package event

import (
	"cmp"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// visit reads where a visit goes: the visited country, and the place in it.
func (c *coder) visit(s, v, object int, f Frame, d *draft) {
	for _, slot := range f.Recipient {
		for _, k := range c.slot(s, v, object, slot) {
			for _, j := range c.trees[s].conjuncts(k) {
				place := c.located(s, j, 0)
				if p, ok := c.text.Cast.Node(place).(graph.Place); ok && p.Country != "" {
					d.Place = place
					d.Recipients = add(d.Recipients, graph.CountryID(p.Country))
					c.note("place", slot, s, j, j, p.Name)
				}
			}
		}
	}
	if len(d.Recipients) > 0 || object >= 0 && len(f.Objects) == 0 {
		return
	}
	scene := c.text.Dateline
	if !c.here(s, v) {
		d.PlaceInferred = true
		if up := c.trees[s].head(v); object < 0 && up >= 0 {
			if id := cmp.Or(c.located(s, up, 0), c.place(s, up)); id != "" { // is in Singapore for a visit
				scene, d.PlaceInferred = id, false
				c.note("place", "where that is", s, up, up, "")
			}
		}
	}
	if p, ok := c.text.Cast.Node(scene).(graph.Place); ok && p.Country != "" && (object >= 0 || c.here(s, v) || !d.PlaceInferred) {
		d.Place, d.Recipients = p.ID, []graph.ID{graph.CountryID(p.Country)}
		c.note("recipients", "the country of the scene", s, v, v, p.Country)
	}
}

func (c *coder) here(s, v int) bool {
	t := c.trees[s]
	for _, k := range t.children(v, syntax.Advmod) {
		if t.low(k) == "here" {
			return true
		}
	}
	return false
}
