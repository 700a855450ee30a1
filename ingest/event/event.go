// Package event reads from parsed sentences and their mentions who did what to whom, where, when, whether it happened
// and who says so.
//
//	trees + mentions ─▶ for each word that a frame knows: sides, status, place, date, attribution ─▶ drafts
//	                 ─▶ one entry per event: repeated mentions merge ─▶ reports
//
// The invariant: a report stands on a clause of the text (its evidence), on actors of the cast and on a frame of the
// tables (its rule); nothing comes from the title, and nothing is said to have happened that the clause only plans,
// wishes, doubts or denies.
//
// It does not know what other articles say; that is graph.Fuse.
package event

import (
	"cmp"
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// Code reads the reports of an article, in the order of its text, with their ids. With all, also what is domestic or done by
// nobody that diplomacy knows.
func Code(text mention.Text, all bool) ([]graph.Report, error) {
	f, err := loadFrames()
	if err != nil {
		return nil, err
	}
	c := &coder{text: text, frames: f, all: all}
	for i := range text.Sentences {
		c.trees = append(c.trees, newTree(text.Sentences[i]))
	}
	for i := range c.trees {
		c.at = i
		c.sentence(i)
	}
	c.stated()
	c.inherit()
	return c.reports(), nil
}

// coder is the state of reading one article.
type coder struct {
	text   mention.Text
	frames *frames
	all    bool
	trees  []*tree
	drafts []draft
	at     int // the sentence being read
}

// draft is a report in the making.
type draft struct {
	graph.Report
	sentence, trigger int
}

// sentence reads the events of one sentence: verbs first, so that "held talks" is not read twice.
func (c *coder) sentence(s int) {
	t := c.trees[s]
	used := map[int]bool{}
	for i := range t.tokens {
		if t.tag(i) == syntax.VERB {
			c.verb(s, i, used)
		}
	}
	for i := range t.tokens {
		if !used[i] && (t.tag(i) == syntax.NOUN || t.tag(i) == syntax.PROPN && c.text.At(s, i) == nil) {
			c.noun(s, i)
		}
	}
}

// verb tries the frames of a verb; the first that fits makes the event.
func (c *coder) verb(s, v int, used map[int]bool) {
	for _, f := range c.frames.verbs[c.trees[s].lemma(v)] {
		object, ok := c.fits(s, v, f)
		if !ok {
			continue
		}
		d := draft{sentence: s, trigger: v}
		d.Kind, d.Type, d.Rule = f.Kind, f.typ(), f.Rule
		d.Actors = c.agent(s, v)
		d.Recipients = c.recipients(s, v, object, f)
		if f.Kind == graph.Visit {
			c.visit(s, v, object, f, &d)
		}
		if !c.met(f.Needs, d) {
			continue
		}
		d.Status = c.status(s, v, false)
		if c.finish(&d, v, object) {
			if object >= 0 && len(f.Objects) > 0 {
				used[object] = true // "held talks" is one event, not two
			}
			return
		}
	}
}

// fits tells whether verb v has what the frame wants of its object, particle and complement, and finds the object.
func (c *coder) fits(s, v int, f Frame) (object int, ok bool) {
	t := c.trees[s]
	if !c.particle(t, v, f) {
		return -1, false
	}
	object = t.object(v)
	if len(f.Objects) > 0 {
		if object = t.objectOf(v, f.Objects); object < 0 {
			return -1, false
		}
	}
	switch f.Needs {
	case "clause":
		if t.child(v, syntax.Xcomp, syntax.Ccomp) < 0 && !t.infinitive(v) {
			return -1, false
		}
	case "for":
		return object, len(t.oblique(v, []string{"for"})) > 0
	case "with":
		return object, len(t.oblique(v, []string{"with"})) > 0
	case "leave":
		return object, c.clauseWith(s, v, "leave", "quit", "depart")
	case "aid":
		return object, c.clauseWith(s, v, "provide", "give", "send", "supply", "deliver", "donate", "grant", "lend")
	case "phone":
		return object, c.byPhone(s, object)
	case "topic":
		return object, c.onTopic(s, object)
	}
	return object, true
}

// met tells whether a draft has the recipient that its frame needs.
func (c *coder) met(needs string, d draft) bool {
	switch needs {
	case "recipient":
		return len(d.Recipients) > 0 || d.Symmetric || d.Kind.Predicate().Symmetric
	case "person":
		return len(d.Recipients) > 0 && d.Recipients[0].Prefix() == graph.PersonPrefix
	}
	return true
}

// clauseWith tells whether the clause under a verb has one of the verbs.
func (c *coder) clauseWith(s, v int, lemmas ...string) bool {
	t := c.trees[s]
	for _, k := range t.children(v, syntax.Xcomp, syntax.Ccomp, syntax.Advcl) {
		if slices.Contains(lemmas, t.lemma(k)) {
			return true
		}
	}
	return false
}

// onTopic tells whether talks are about something that states negotiate: peace talks, missile talks.
func (c *coder) onTopic(s, i int) bool {
	if i < 0 {
		return false
	}
	t := c.trees[s]
	for _, k := range t.children(i, syntax.Compound, syntax.Amod) {
		if topics[t.low(k)] {
			return true
		}
	}
	return false
}

var topics = set(`peace nuclear missile trade disarmament border ceasefire cease-fire truce six-party six-way accession denuclearisation
	denuclearization arms reunification boundary`)

// particle tells whether verb v has the particle that a frame's word wants: "call+on".
func (c *coder) particle(t *tree, v int, f Frame) bool {
	for _, w := range f.Words {
		verb := verbOf(w)
		if verb != t.lemma(v) {
			continue
		}
		if verb == w {
			return true
		}
		want := w[len(verb)+1:]
		for _, k := range t.kids[v] {
			if t.low(k) == want && t.is(k, syntax.CompoundPrt, syntax.Advmod) || t.preposition(k) == want && t.is(k, syntax.Obl) {
				return true
			}
		}
	}
	return false
}

// object is the object of a verb, or the subject of a passive one, or the noun that a participle describes.
func (t *tree) object(v int) int {
	if t.passive(v) {
		if o := t.child(v, syntax.NsubjPass); o >= 0 {
			return o
		}
		if t.is(v, syntax.Acl) {
			return t.head(v)
		}
	}
	return t.child(v, syntax.Obj)
}

// objectOf is the object when it, or one joined to it, is one of the nouns.
func (t *tree) objectOf(v int, nouns []string) int {
	o := t.object(v)
	if o < 0 {
		return -1
	}
	candidates := t.conjuncts(o)
	if parts[t.lemma(o)] {
		candidates = append(candidates, t.oblique(o, []string{"of"})...) // a second round of talks
	}
	for _, k := range candidates {
		if slices.Contains(nouns, strings.ToLower(t.lemma(k))) || slices.Contains(nouns, t.low(k)) {
			return k
		}
	}
	return -1
}

// parts are nouns that count what they are "of".
var parts = set(`round series set number batch package pair session couple lot`)

// infinitive tells whether a verb has a clause with "to" under it.
func (t *tree) infinitive(v int) bool {
	for _, k := range t.children(v, syntax.Advcl, syntax.Xcomp, syntax.Ccomp) {
		for _, m := range t.children(k, syntax.Mark) {
			if t.low(m) == "to" {
				return true
			}
		}
	}
	return false
}

// agent lists who does what verb v says.
func (c *coder) agent(s, v int) []graph.ID {
	t := c.trees[s]
	if t.passive(v) {
		for _, k := range c.slot(s, v, -1, "by") {
			if ids := c.who(s, k); len(ids) > 0 {
				return ids
			}
		}
		return nil
	}
	subject := t.subject(v)
	if subject < 0 || civilians[t.lemma(subject)] {
		return nil
	}
	return c.who(s, subject)
}

// civilians do not act for their state.
var civilians = set(`citizen national people resident tourist student refugee worker voter protester civilian company firm journalist reporter
	settler sailor passenger family player team fan artist`)

// recipients lists whom the first filled slot of the frame names.
func (c *coder) recipients(s, v, object int, f Frame) []graph.ID {
	for _, slot := range f.Recipient {
		for _, k := range c.slot(s, v, object, slot) {
			ids := c.who(s, k)
			if strings.HasSuffix(slot, "clause") {
				ids = c.loosely(s, k)
			}
			if len(ids) == 0 && concerns[f.Kind] {
				ids = c.loosely(s, k)
			}
			if len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// concerns are the kinds whose recipient is the one whom their object concerns.
var concerns = map[graph.Kind]bool{
	graph.Praise: true, graph.Accuse: true, graph.Condemn: true, graph.Reject: true, graph.Expel: true, graph.Detain: true,
	graph.Vote: true, graph.Release: true, graph.Attack: true, graph.Protest: true, graph.Sanction: true,
}

// slot finds the words in a slot: obj, iobj, a preposition, or obj.PREPOSITION and obj.poss under the object.
func (c *coder) slot(s, v, object int, slot string) []int {
	t := c.trees[s]
	switch slot {
	case "obj":
		if object < 0 {
			return nil
		}
		return []int{object}
	case "iobj":
		return t.children(v, syntax.Iobj)
	case "obj.deal": // an agreement to buy a satellite from China
		var out []int
		for _, k := range t.children(max(object, 0), syntax.Acl) {
			out = append(out, t.oblique(k, []string{"from", "with", "to"})...)
			for _, o := range t.children(k, syntax.Obj) {
				out = append(out, t.oblique(o, []string{"from", "with", "to"})...)
			}
		}
		return out
	case "clause":
		return t.arguments(v, 3)
	}
	if len(slot) > 4 && slot[:4] == "obj." {
		if object < 0 {
			return nil
		}
		return c.slot(s, object, -1, slot[4:])
	}
	switch slot {
	case "poss":
		return c.possessors(s, v)
	case "adj":
		return t.children(v, syntax.Amod, syntax.Compound)
	}
	found := t.oblique(v, []string{slot})
	if len(found) == 0 { // spoke by telephone with …, met on Monday with …
		for _, k := range t.children(v, syntax.Obl, syntax.OblAgent, syntax.OblUnmarked, syntax.Obj, syntax.Nmod) {
			if slot == "by" || c.text.At(s, k) == nil {
				found = append(found, t.oblique(k, []string{slot})...)
			}
		}
	}
	return found
}

// arguments are the objects and obliques of the clauses under a word.
func (t *tree) arguments(v, depth int) (out []int) {
	if depth == 0 {
		return nil
	}
	for _, k := range t.children(v, syntax.Xcomp, syntax.Ccomp, syntax.Acl) {
		out = append(out, t.children(k, syntax.Iobj, syntax.Obj, syntax.Obl)...)
		out = append(out, t.arguments(k, depth-1)...)
	}
	return out
}

// possessors are the words in the genitive before a noun, also where the parse takes the title of the owner for a part of
// the noun: "North Korean leader Kim Jong Un's visit".
func (c *coder) possessors(s, i int) []int {
	t := c.trees[s]
	out := t.children(i, syntax.NmodPoss)
	for _, k := range t.children(i, syntax.Compound, syntax.Amod, syntax.Nmod) {
		if m := c.text.At(s, k); m != nil && m.Last < len(t.tokens) && (t.low(m.Last) == "'s" || t.low(m.Last) == "’s") && m.Last < i {
			out = append(out, k)
		}
	}
	return out
}

// visit reads where a visit goes: the visited country, and the place in it.
func (c *coder) visit(s, v, object int, f Frame, d *draft) {
	for _, slot := range f.Recipient {
		for _, k := range c.slot(s, v, object, slot) {
			for _, j := range c.trees[s].conjuncts(k) {
				place := c.located(s, j, 0)
				if p, ok := c.text.Cast.Node(place).(graph.Place); ok && p.Country != "" {
					d.Place = place
					d.Recipients = add(d.Recipients, graph.CountryID(p.Country))
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
			}
		}
	}
	if p, ok := c.text.Cast.Node(scene).(graph.Place); ok && p.Country != "" && (object >= 0 || c.here(s, v) || !d.PlaceInferred) {
		d.Place, d.Recipients = p.ID, []graph.ID{graph.CountryID(p.Country)}
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

// noun tries the frames of a noun that names an event itself.
func (c *coder) noun(s, i int) {
	for _, f := range c.frames.nouns[strings.ToLower(c.trees[s].lemma(i))] {
		object := -1
		if len(f.Objects) > 0 {
			if object = c.ofNoun(s, i, f.Objects); object < 0 {
				continue
			}
		}
		d := draft{sentence: s, trigger: i}
		d.Kind, d.Type, d.Rule = f.Kind, f.typ(), f.Rule
		for _, slot := range f.Actor {
			d.Actors = add(d.Actors, c.side(s, i, object, slot)...)
		}
		if f.Kind == graph.Visit {
			c.visit(s, i, -1, f, &d)
		} else {
			for _, slot := range f.Recipient {
				if d.Recipients = c.side(s, i, object, slot); len(d.Recipients) > 0 {
					break
				}
			}
		}
		if len(d.Recipients) > 0 && len(d.Actors) == 0 && (f.Kind.Predicate().Symmetric || f.Kind == graph.Visit) {
			d.Actors = c.attends(s, i)
		}
		if len(d.Recipients) == 0 && f.Needs == "recipient" || f.Needs == "phone" && !c.byPhone(s, i) || f.Needs == "topic" && !c.onTopic(s, i) {
			continue
		}
		d.Status = c.status(s, i, true)
		if c.finish(&d, i, -1) {
			return
		}
	}
}

// verbBetween tells whether a verb stands between two tokens.
func (t *tree) verbBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if t.tag(k) == syntax.VERB {
			return true
		}
	}
	return false
}

// side lists who fills a slot of a noun.
func (c *coder) side(s, i, object int, slot string) (out []graph.ID) {
	t := c.trees[s]
	switch slot {
	case "host":
		return nil
	case "involving":
		for k := i + 1; k < len(t.tokens); k++ {
			if (t.lemma(k) == "involve" || t.lemma(k) == "include") && t.is(k, syntax.Acl, syntax.Advcl) && (t.head(k) == i || !t.verbBetween(i, k)) {
				out = add(out, c.who(s, t.child(k, syntax.Obj))...)
			}
		}
		for _, k := range t.oblique(i, []string{"involving", "including"}) {
			out = add(out, c.who(s, k)...)
		}
		return out
	}
	for _, k := range c.slot(s, i, object, slot) {
		out = add(out, c.who(s, k)...)
	}
	return out
}

// ofNoun finds one of the nouns that a noun is "of": the restoration of ties.
func (c *coder) ofNoun(s, i int, nouns []string) int {
	t := c.trees[s]
	for _, k := range t.oblique(i, []string{"of"}) {
		if slices.Contains(nouns, strings.ToLower(t.lemma(k))) || slices.Contains(nouns, t.low(k)) {
			return k
		}
	}
	return -1
}

// attends is who takes part in a meeting that a noun names, when the noun does not say: the subject of the clause.
//
//	During a meeting with Han, Xi stated … → Xi
func (c *coder) attends(s, i int) []graph.ID {
	t := c.trees[s]
	for v, n := t.head(i), 0; v >= 0 && n < 6; v, n = t.head(v), n+1 {
		if t.tag(v) == syntax.VERB || t.child(v, syntax.Nsubj) >= 0 {
			return c.who(s, t.subject(v))
		}
	}
	return nil
}

func (c *coder) byPhone(s, i int) bool {
	if i < 0 {
		return false
	}
	t := c.trees[s]
	for _, k := range t.children(i, syntax.Amod, syntax.Compound) {
		switch t.low(k) {
		case "phone", "telephone", "video":
			return true
		}
	}
	return false
}
