package event

import (
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// of lists the frames that know a word: by its lemma and, of a participle or an adjective that describes a state, by the
// form itself.
//
//	Norway commits troops → commit · Norway is committed to helping → committed
func (f *frames) of(t syntax.Token) []Frame {
	out := f.verbs[t.Lemma]
	if low := strings.ToLower(t.Text); low != t.Lemma {
		out = slices.Concat(out, f.verbs[low])
	}
	return out
}

// stative tells whether a frame knows a word by its form: its subject then is who it is about, also of a passive.
func (f Frame) stative(t syntax.Token) bool {
	low := strings.ToLower(t.Text)
	return low != t.Lemma && slices.Contains(f.Words, low)
}

// recipients lists whom the first filled slot of the frame names.
func (c *coder) recipients(s, v, object int, f Frame) []graph.ID {
	for _, slot := range f.Recipient {
		mark := slot
		if concerns[f.Kind] {
			mark = "~" + slot
		}
		for _, k := range c.slot(s, v, object, strings.TrimLeft(slot, "~@")) {
			if ids := c.whom(s, k, mark); len(ids) > 0 {
				c.noteWho("recipients", slot, s, k, ids)
				return ids
			}
		}
	}
	if f.Kind == graph.Reject && object >= 0 && answers[c.trees[s].lemma(object)] {
		ids := c.answered(c.who(s, c.trees[s].subject(v)))
		c.noteWho("recipients", "who said what is rejected", s, object, ids)
		return ids
	}
	return nil
}

// answers are nouns for what somebody said before, when it is rejected.
var answers = set(`accusation charge allegation claim criticism demand call request appeal offer proposal suggestion ultimatum blame`)

// answered are those who last spoke against or to one of the actors: whose charge it is that these reject.
//
//	Washington accused Moscow … The Kremlin rejected the charge → USA
func (c *coder) answered(actors []graph.ID) []graph.ID {
	for i := len(c.drafts) - 1; i >= 0; i-- {
		d := c.drafts[i]
		switch d.Kind {
		case graph.Accuse, graph.Condemn, graph.Appeal, graph.Promise, graph.Threaten:
		default:
			continue
		}
		for _, to := range d.Recipients {
			for _, id := range actors {
				if id == to || c.country(id) != "" && c.country(id) == c.country(to) {
					return d.Actors
				}
			}
		}
	}
	return nil
}

// mutual tells whether what a verb does is done to "each other", or by each to "the other".
func (t *tree) mutual(object int) bool {
	if object < 0 {
		return false
	}
	low := t.low(object)
	return (low == "each" || low == "one" || low == "other") && (low != "other" || t.child(object, syntax.Det) >= 0)
}

// concerns are the kinds whose recipient is the one whom their object concerns.
var concerns = map[graph.Kind]bool{
	graph.Praise: true, graph.Accuse: true, graph.Condemn: true, graph.Reject: true, graph.Expel: true, graph.Detain: true,
	graph.Vote: true, graph.Release: true, graph.Attack: true, graph.Protest: true, graph.Sanction: true,
}

// whom lists those whom a word in a slot stands for. "~" before the slot, and the slots of a clause, let in those whom the
// word only concerns; "@" lets in the country where it lies.
func (c *coder) whom(s, k int, slot string) []graph.ID {
	clause := strings.HasSuffix(slot, "clause")
	if ids := c.who(s, k); len(ids) > 0 && !clause {
		return ids
	}
	if strings.Contains(slot, "@") {
		if p, ok := c.text.Cast.Node(c.located(s, k, 0)).(graph.Place); ok && p.Country != "" {
			return []graph.ID{graph.CountryID(p.Country)}
		}
	}
	if strings.Contains(slot, "~") || clause {
		return c.loosely(s, k)
	}
	return nil
}

// partOf finds one of the nouns among what a verb says somebody takes part in: took part in the summit.
func (t *tree) partOf(v int, nouns []string) int {
	o := t.object(v)
	if t.lemma(v) != "participate" && (o < 0 || t.lemma(o) != "part") {
		return -1
	}
	among := t.oblique(v, []string{"in"})
	if o >= 0 {
		among = append(among, t.oblique(o, []string{"in"})...)
	}
	for _, k := range among {
		if slices.Contains(nouns, strings.ToLower(t.lemma(k))) {
			return k
		}
	}
	return -1
}

// obliged is the verb of a clause under v that says what somebody should or must do, or with bare also what one demands that
// he do; −1 without one.
//
//	said that Iran should stop, demanded that Iran stop → stop
func (t *tree) obliged(v int, bare bool) int {
	for _, k := range t.children(v, syntax.Ccomp) {
		if t.child(k, syntax.NsubjPass) >= 0 || t.negated(v) {
			continue
		}
		plain := (t.tokens[k].XPOS == syntax.VB || t.tokens[k].XPOS == syntax.VBP) && len(t.auxiliaries(k)) == 0
		if contains(t.auxiliaries(k), "should", "must") || bare && plain {
			return k
		}
	}
	return -1
}

// harms are verbs of what one does to an enemy: who vows it, threatens.
var harms = strings.Fields(`attack destroy retaliate respond punish bomb strike hit avenge crush eliminate invade annihilate shell target kill
	obliterate expel defeat cripple block cut sanction`)
