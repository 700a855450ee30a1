package event

import (
	"demarche/graph"
	"demarche/ingest/syntax"
)

// Verbs and nouns that govern an event and say whether it happens.
var (
	planners = set(`plan intend expect schedule aim prepare due set agree decide announce promise pledge vow undertake prepared arrange
		confirm slate`)
	wishers = set(`consider want hope wish propose offer try attempt seek discuss ask urge request demand call invite mull suggest recommend
		encourage appeal refuse threaten warn willing ready able willingness intention possibility possible likely need desire press explore
		unlikely reluctant idea proposal option weigh fear prevent avert deter brace prospect risk danger chance believe suspect
		rumour rumor float support commitment effort readiness importance necessity hopeful express voice back favor
		favour advocate reiterate`)
	refusers   = set(`deny refuse fail decline avoid refrain stop+short rule+out`)
	cancellers = set(`cancel postpone call+off put+off scrap suspend delay shelve abandon abort`)
	plans      = set(`scheduled planned upcoming forthcoming next future coming expected imminent`)
	maybes     = set(`possible proposed potential eventual likely prospective`)
	factive    = set(`after during following since upon amid`)
)

// status works out whether what a word says happened: from the word's own tense, modals and negation, then from what
// governs it, up to the top of the sentence. The least real of these counts.
//
//	will meet → PLANNED · may meet → POSSIBLE · did not meet → DENIED · plans to meet → PLANNED · considers meeting →
//	POSSIBLE · denied that he met → DENIED · postponed the meeting → CANCELLED · met, is meeting → HAPPENED, ONGOING
func (c *coder) status(s, i int, noun bool) graph.Status {
	t := c.trees[s]
	own := t.verbStatus(i)
	if noun {
		own = t.nounStatus(i)
		if t.child(i, syntax.Cop) >= 0 {
			own = least(own, t.verbStatus(i)) // it would have been the first visit
		}
	}
	if up := t.head(i); !noun && t.is(i, syntax.Xcomp) && up >= 0 && carried[t.lemma(up)] && !t.negated(i) {
		own = t.verbStatus(up) // voted to condemn
	}
	c.note("status", "its own form", s, i, i, string(own))
	if t.deniedBefore(i) {
		c.note("status", "denied before", s, i, i, string(graph.Denied))
		return graph.Denied
	}
	for n := 0; n < 8; n++ {
		up, was := t.head(i), own
		if up < 0 || t.is(i, syntax.Conj) && t.finite(i) && !t.finite(up) {
			break // a finite verb joined to an infinitive by a slip of the parse
		}
		own = least(own, t.governed(i, up))
		if lights[t.lemma(up)] && t.is(i, syntax.Obj, syntax.NsubjPass, syntax.Nsubj) {
			own = least(own, t.verbStatus(up)) // willing to hold a round of talks
		}
		if t.tag(up) == syntax.VERB && t.clausal(i) {
			if st := t.verbStatus(up); st != graph.Happened && st != graph.Ongoing && t.is(i, syntax.Xcomp, syntax.Ccomp, syntax.Conj) && !t.speech(up) {
				if st == graph.Denied && t.is(i, syntax.Conj) {
					st = graph.Happened
				}
				own = least(own, st)
			}
		}
		if own != was {
			c.note("status", "governed", s, up, up, string(own))
		}
		if t.speech(up) && t.is(i, syntax.Ccomp, syntax.Parataxis) || t.is(i, syntax.AclRelcl) || t.is(i, syntax.Advcl) && t.tokens[i].XPOS != syntax.VB {
			break
		}
		i = up
	}
	return own
}

// carried are verbs whose infinitive is done when they are.
var carried = set(`vote proceed manage continue begin start help move happen rush hasten`)

// deniedBefore tells whether a clause is what somebody "denied, on Thursday, that" happened, also where the parse does not
// hang it there. A full stop, a semicolon or another verb of saying between ends what is denied.
func (t *tree) deniedBefore(i int) bool {
	that := false
	for k := i - 1; k >= 0; k-- {
		switch {
		case t.low(k) == "that" && t.is(k, syntax.Mark):
			that = true
		case t.lemma(k) == "deny" && t.tag(k) == syntax.VERB:
			return that
		case t.tag(k) == syntax.VERB && (t.speech(k) || that), t.low(k) == ";", t.low(k) == "but", t.low(k) == "”":
			return false
		}
	}
	return false
}

// finite tells whether a verb is in the past or the present.
func (t *tree) finite(i int) bool {
	x := t.tokens[i].XPOS
	return x == syntax.VBD || x == syntax.VBZ || x == syntax.VBP
}

// reality orders statuses from the most to the least real.
var reality = map[graph.Status]int{
	graph.Happened: 0, graph.Ongoing: 0, graph.Planned: 1, graph.Possible: 2, graph.Denied: 3, graph.Cancelled: 4,
}

func least(a, b graph.Status) graph.Status {
	if b != "" && reality[b] > reality[a] {
		return b
	}
	return a
}

func (t *tree) clausal(i int) bool {
	return t.is(i, syntax.Xcomp, syntax.Ccomp, syntax.Advcl, syntax.Conj, syntax.Acl, syntax.AclRelcl, syntax.Parataxis)
}

// verbStatus reads a verb's own auxiliaries, negation and form.
func (t *tree) verbStatus(v int) graph.Status {
	negated := t.negated(v)
	aux := t.auxiliaries(v)
	for _, a := range aux {
		switch a {
		case "will", "'ll", "’ll", "shall", "wo", "would", "'d":
			if negated || contains(aux, "have") && (a == "would" || a == "'d") {
				return graph.Denied // would have met: did not
			}
			return graph.Planned
		case "may", "might", "could", "can", "should", "must", "ca":
			if negated && (a == "could" || a == "can" || a == "ca") {
				return graph.Denied
			}
			return graph.Possible
		}
	}
	if negated {
		return graph.Denied
	}
	if t.hasAdverb(v, "almost") || t.hasAdverb(v, "nearly") || t.inverted(v) {
		return graph.Possible
	}
	if m := t.child(v, syntax.Mark); m >= 0 {
		switch t.low(m) {
		case "if", "unless", "whether":
			return graph.Possible
		case "without":
			return graph.Denied
		}
	}
	return t.form(v, aux)
}

// form reads the verb form: progressive is ongoing, an infinitive is not yet.
func (t *tree) form(v int, aux []string) graph.Status {
	infinitive := false
	for _, k := range t.children(v, syntax.Mark, syntax.Aux) {
		infinitive = infinitive || t.low(k) == "to"
	}
	switch {
	case infinitive && t.is(v, syntax.Root):
		return graph.Planned // a headline: "Xi to visit Seoul"
	case infinitive && t.is(v, syntax.Advcl, syntax.Acl, syntax.Xcomp, syntax.AclRelcl):
		return graph.Planned
	case t.tokens[v].XPOS == syntax.VBG && contains(aux, "is", "are", "'s", "’s", "'re"):
		return graph.Ongoing
	}
	return graph.Happened
}

func contains(list []string, any ...string) bool {
	for _, a := range list {
		for _, b := range any {
			if a == b {
				return true
			}
		}
	}
	return false
}

// nounStatus reads a noun's adjectives: a scheduled meeting, a possible visit.
func (t *tree) nounStatus(i int) graph.Status {
	for _, k := range t.children(i, syntax.Amod, syntax.Acl, syntax.Compound) {
		switch {
		case plans[t.low(k)] || plans[t.lemma(k)]:
			return graph.Planned
		case maybes[t.low(k)]:
			return graph.Possible
		}
	}
	if t.negated(i) {
		return graph.Denied
	}
	return graph.Happened
}

// governed reads what word up says of what depends on it as i.
func (t *tree) governed(i, up int) graph.Status {
	lemma := t.lemma(up)
	if prt := t.child(up, syntax.CompoundPrt); prt >= 0 {
		lemma += "+" + t.low(prt)
	}
	object := t.is(i, syntax.Obj, syntax.Obl, syntax.NsubjPass, syntax.Nmod)
	complement := t.is(i, syntax.Xcomp, syntax.Ccomp, syntax.Acl) || t.is(i, syntax.Advcl) && t.tokens[i].XPOS == syntax.VB
	switch {
	case cancellers[lemma] && (object || t.is(i, syntax.Nsubj)) && !factive[t.preposition(i)]:
		return graph.Cancelled
	case refusers[lemma] && (complement || t.is(i, syntax.Obj) || t.markedFrom(i)):
		if t.negated(up) {
			return graph.Possible // did not rule out meeting
		}
		return graph.Denied
	case untrue[lemma], lemma == "true" && t.negated(up):
		return graph.Denied // it is not true that they attacked
	case lemma == "look" && t.hasAdverb(up, "forward") && object:
		return graph.Planned
	case planners[lemma] && (complement || object && t.preposition(i) == "" && t.nounLike(i)):
		if t.is(i, syntax.Ccomp) {
			return "" // announced that they met
		}
		return graph.Planned
	case t.blamed(i) && t.low(t.child(i, syntax.Mark)) == "of":
		return graph.Possible // accused of attacking; condemned for attacking is no doubt of it
	case wishers[lemma] && (complement || t.is(i, syntax.Obj, syntax.NsubjPass) || t.is(i, syntax.Obl, syntax.Nmod) && wished[t.preposition(i)]):
		return graph.Possible
	case t.preposition(i) == "before", t.preposition(i) == "ahead", t.preposition(i) == "for" && travels[t.lemma(up)]:
		return graph.Planned
	}
	return ""
}

var untrue = set(`false untrue wrong incorrect`)

// inverted tells whether a clause is a condition without "if": Had Russia attacked, …
func (t *tree) inverted(v int) bool {
	subject := t.child(v, syntax.Nsubj, syntax.NsubjPass)
	for _, k := range t.children(v, syntax.Aux, syntax.AuxPass) {
		if k < subject && (t.low(k) == "had" || t.low(k) == "were" || t.low(k) == "should") && t.is(v, syntax.Advcl, syntax.Root, syntax.Ccomp) && t.tokens[len(t.tokens)-1].Text != "?" {
			return true
		}
	}
	return false
}

// markedFrom tells whether a clause stands behind "from": refrained from condemning.
func (t *tree) markedFrom(i int) bool {
	m := t.child(i, syntax.Mark)
	return t.is(i, syntax.Advcl) && m >= 0 && t.low(m) == "from"
}

// hasAdverb tells whether a word has the adverb at it: looks forward to.
func (t *tree) hasAdverb(i int, adverb string) bool {
	for _, k := range t.children(i, syntax.Advmod, syntax.CompoundPrt) {
		if t.low(k) == adverb {
			return true
		}
	}
	return false
}

// lights are verbs that only say that the event of their noun takes place.
var lights = set(`hold have conduct make resume begin start open attend join host arrange launch continue pay take commence reopen`)

// travels are verbs and nouns of going somewhere: what one goes "for" is still to come.
var travels = set(`arrive travel fly go head leave depart visit trip tour come gather prepare return`)

// wished are prepositions that lead from a wish to what is wished: call for talks, possibility of a visit.
var wished = set(`for of to about`)

func (t *tree) nounLike(i int) bool { return t.tag(i) == syntax.NOUN || t.tag(i) == syntax.PROPN }

// speakers are verbs of saying.
var speakers = set(`say tell report announce state add note declare claim confirm reveal disclose write quote according explain stress
	emphasize emphasise insist maintain comment remark observe recall reiterate believe think know indicate suggest show see learn`)

func (t *tree) speech(v int) bool { return speakers[t.lemma(v)] }
