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
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// Code reads the reports of an article, in the order of its text, with their ids. With all, also what is domestic or done by
// nobody that diplomacy knows.
func Code(text mention.Text, all bool) ([]graph.Report, error) {
	c, err := read(text, all, false)
	if err != nil {
		return nil, err
	}
	var out []graph.Report
	for _, d := range c.finished() {
		out = append(out, d.Report)
	}
	return out, nil
}

// read reads the drafts of an article, with tracing also where their fields come from.
func read(text mention.Text, all, tracing bool) (*coder, error) {
	f, err := loadFrames()
	if err != nil {
		return nil, err
	}
	c := &coder{text: text, frames: f, all: all, tracing: tracing}
	for i := range text.Sentences {
		c.trees = append(c.trees, newTree(f.respell(text.Sentences[i])))
	}
	for i := range c.trees {
		c.at = i
		c.sentence(i)
	}
	c.stated()
	c.inherit()
	return c, nil
}

// coder is the state of reading one article.
type coder struct {
	text   mention.Text
	frames *frames
	all    bool
	trees  []*tree
	drafts []draft
	at     int // the sentence being read

	tracing bool
	notes   []Note // where the fields of the draft being read come from, when tracing
}

// draft is a report in the making.
type draft struct {
	graph.Report
	sentence, trigger int
	notes             []Note
}

// begin starts a draft of a frame at a word.
func (c *coder) begin(s, trigger int, f Frame) draft {
	c.notes = nil
	d := draft{sentence: s, trigger: trigger}
	d.Kind, d.Type, d.Rule = f.Kind, f.typ(), f.Rule
	return d
}

// sentence reads the events of one sentence: verbs first, so that "held talks" is not read twice.
func (c *coder) sentence(s int) {
	t := c.trees[s]
	used := map[int]bool{}
	for i := range t.tokens {
		if t.tag(i) == syntax.VERB || t.tag(i) == syntax.ADJ {
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
	for _, f := range c.frames.of(c.trees[s].tokens[v]) {
		object, ok := c.fits(s, v, f)
		if !ok {
			continue
		}
		d := c.begin(s, v, f)
		d.Actors = c.agent(s, v, f)
		d.Recipients = c.recipients(s, v, object, f)
		d.Symmetric = len(d.Actors) == 2 && c.trees[s].mutual(object)
		if f.Kind == graph.Visit {
			c.visit(s, v, object, f, &d)
		}
		if !c.met(f.Needs, d) {
			continue
		}
		d.Status = c.status(s, v, false)
		if object >= 0 && d.Status.Real() && c.trees[s].negated(object) {
			d.Status = graph.Denied // held no talks
		}
		if c.finish(&d, v, object) {
			if object >= 0 && len(f.Objects) > 0 {
				used[object] = true // "held talks" is one event, not two
			}
			return
		}
	}
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
		d := c.begin(s, i, f)
		for _, slot := range f.Actor {
			d.Actors = add(d.Actors, c.side(s, i, object, "actors", slot)...)
		}
		if f.Kind == graph.Visit {
			c.visit(s, i, -1, f, &d)
		} else {
			for _, slot := range f.Recipient {
				if d.Recipients = c.side(s, i, object, "recipients", slot); len(d.Recipients) > 0 {
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
		if c.finish(&d, i, c.trees[s].child(i, syntax.Acl)) { // a meeting planned for Sunday in Muscat
			return
		}
	}
}
