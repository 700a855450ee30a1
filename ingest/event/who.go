package event

import (
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// agents are nouns that stand for the state whose adjective or genitive they bear: "Russian warships", "Japan's envoy".
var agents = set(`government minister leader official president side force forces troop troops soldier plane jet aircraft warplane warship ship
	vessel navy army military diplomat ambassador envoy delegation mission negotiator team representative authority authorities administration
	ministry embassy spokesman spokeswoman spokesperson counterpart parliament lawmaker senate cabinet police commander general guard regime
	premier king queen prince state nation people citizen national parliamentarian consul adviser attache chancellor monarch tanker drone missile
	fighter militia rebel settler airforce consulate junta secretary chief head politician journalist prisoner`)

// holders are nouns that only stand for what they are "of" or "from": "leaders of the three countries", "members of a
// Ugandan delegation".
var holders = set(`member representative delegation group leader official envoy head chief minister side president prime foreign number pair
	coalition team army force forces government people state leaders ambassador chairman some one all each both majority parliament
	republic kingdom government-in-exile ministry spokesman spokeswoman`)

var (
	relatives   = set(`who which that whom`)
	persons     = set(`he she him her himself herself his`)
	things      = set(`it itself its`)
	speakersOwn = set(`we us our ours ourselves`)
	several     = set(`they them themselves their both`)
	groups      = set(`country countries side sides leader leaders nation nations state states government governments minister ministers president
		presidents neighbor neighbors neighbour neighbours party parties ally allies capital capitals korea koreas`)
	neighbours = set(`neighbors neighbours`)
	numbers    = map[string]int{"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3}
)

// who lists the actors that a noun and what is joined to it stand for.
func (c *coder) who(s, i int) []graph.ID {
	if i < 0 {
		return nil
	}
	var out []graph.ID
	for _, k := range c.trees[s].conjuncts(i) {
		out = add(out, c.one(s, k, 0)...)
	}
	return out
}

// add appends ids that are not there yet.
func add(list []graph.ID, ids ...graph.ID) []graph.ID {
	for _, id := range ids {
		if id != "" && !slices.Contains(list, id) {
			list = append(list, id)
		}
	}
	return list
}

// one lists the actors that one noun stands for, its conjuncts aside.
func (c *coder) one(s, i, depth int) []graph.ID {
	if depth > 4 {
		return nil
	}
	if ids := c.led(s, i, depth); len(ids) > 0 {
		return ids
	}
	if m := c.text.At(s, i); m != nil {
		return c.mentioned(s, i, m, depth)
	}
	t := c.trees[s]
	switch word := t.low(i); {
	case word == "koreas":
		return []graph.ID{c.text.Cast.Country("KOR"), c.text.Cast.Country("PRK")}
	case relatives[word]:
		if noun := t.antecedent(i); noun >= 0 {
			return c.everyone(s, noun, depth+1)
		}
	case persons[word]:
		return c.before(s, i, c.besides(s, i, depth), mention.Person)
	case word == "it" && t.is(i, syntax.Obj, syntax.Iobj):
		return c.objectBefore(s, i)
	case things[word]:
		return c.before(s, i, c.besides(s, i, depth), mention.Country, mention.Body, mention.Organ, mention.Capital, mention.Seat)
	case speakersOwn[word] && !c.quoted(s, i):
		return add(nil, c.text.Cast.Publisher())
	case several[word], groups[word] && c.counted(s, i) > 0:
		return c.party(s, i, c.counted(s, i))
	}
	return c.described(s, i, depth)
}

// led is who leads a delegation, where the text says so: a Ugandan delegation led by Foreign Minister Kategaya.
func (c *coder) led(s, i, depth int) []graph.ID {
	t := c.trees[s]
	for _, k := range t.children(i, syntax.Acl) {
		if t.lemma(k) != "lead" && t.lemma(k) != "head" {
			continue
		}
		for _, by := range t.oblique(k, []string{"by"}) {
			return c.everyone(s, by, depth+1)
		}
	}
	return nil
}

// everyone is who, at a depth.
func (c *coder) everyone(s, i, depth int) (out []graph.ID) {
	for _, k := range c.trees[s].conjuncts(i) {
		out = add(out, c.one(s, k, depth)...)
	}
	return out
}

// mentioned lists whom a mention stands for.
func (c *coder) mentioned(s, i int, m *mention.Mention, depth int) []graph.ID {
	switch m.Class {
	case mention.Outlet, mention.Place, mention.Occasion:
		return nil
	case mention.Office:
		if m.Plural || m.Actor == "" {
			if ids := c.of(s, i, m.First, depth); len(ids) > 0 {
				return ids
			}
			if m.Plural && m.Country != "" {
				return add(c.alike(s, m), m.Actor)
			}
			if n := c.counted(s, i); n > 0 {
				return c.party(s, i, n)
			}
			if m.Plural && m.Country == "" && m.First > 0 && c.trees[s].low(m.First-1) == "the" {
				if ids := c.holders(s, m.Title); len(ids) == 2 {
					return ids
				}
				return c.party(s, i, 0) // "The ministers agreed"
			}
		}
	}
	return c.series(s, m)
}

// alike is who shares a plural office by a nationality before it: the French and Russian presidents → FRA.
func (c *coder) alike(s int, m *mention.Mention) []graph.ID {
	if m.First < 2 || c.trees[s].low(m.First-1) != "and" {
		return nil
	}
	if before := c.text.At(s, m.First-2); before != nil && before.Class == mention.Demonym {
		return add(nil, before.Actor)
	}
	return nil
}

// holders are the last two persons named before sentence s, of different states, whose office is of the title: "the
// ministers", of a foreign minister and his host.
func (c *coder) holders(s int, title string) (out []graph.ID) {
	for k := s - 1; k >= 0 && k > s-5 && len(out) < 2; k-- {
		for j := len(c.text.Mentions[k]) - 1; j >= 0 && len(out) < 2; j-- {
			id := c.text.Mentions[k][j].Actor
			p, ok := c.text.Cast.Node(id).(graph.Person)
			held := func(o graph.Office) bool { return strings.HasSuffix(o.Title, title) }
			if ok && slices.ContainsFunc(p.Offices, held) && (len(out) == 0 || c.country(out[0]) != p.Country) {
				out = add(out, id)
			}
		}
	}
	return out
}

// series lists the actors of a mention and of those that stand in one list with it, of its class and with "and" before
// the last: the parser often cuts lists of names wrongly.
//
//	China, Japan and South Korea;  not: "in China, Japan said"
func (c *coder) series(s int, m *mention.Mention) []graph.ID {
	list := c.text.Mentions[s]
	at := slices.IndexFunc(list, func(o mention.Mention) bool { return o.First == m.First })
	first, last := at, at
	for first > 0 && list[first-1].Class == m.Class && c.joined(s, list[first-1], list[first]) != "" {
		first--
	}
	for last+1 < len(list) && list[last+1].Class == m.Class && c.joined(s, list[last], list[last+1]) != "" {
		last++
	}
	if last == first || c.joined(s, list[last-1], list[last]) != "and" {
		return add(nil, m.Actor)
	}
	var out []graph.ID
	for _, o := range list[first : last+1] {
		out = add(out, o.Actor)
	}
	return out
}

// joined is "and" or "," when nothing else stands between two mentions, else "".
func (c *coder) joined(s int, a, b mention.Mention) string {
	between := c.trees[s].tokens[a.Last:b.First]
	join := ""
	for i, t := range between {
		switch {
		case t.Text == "," && i == 0:
			join = ","
		case t.Text == "and" && i == len(between)-1:
			join = "and"
		case t.Text != "the":
			return ""
		}
	}
	return join
}

// described lists whom a noun stands for that is no mention itself: by its adjective or genitive, by what it is "of", or
// by its apposition.
//
//	Russian warplanes → RUS · members of a Ugandan delegation → UGA · his Japanese counterpart, Taro Kono → Kono
func (c *coder) described(s, i, depth int) []graph.ID {
	t := c.trees[s]
	lemma := t.lemma(i)
	for _, k := range t.children(i, syntax.Appos, syntax.Flat, syntax.Compound) {
		if m := c.text.At(s, k); m != nil && m.Class == mention.Person && k > i {
			return add(nil, m.Actor)
		}
	}
	if agents[lemma] || agents[strings.TrimSuffix(t.low(i), "s")] {
		for _, k := range t.children(i, syntax.Amod, syntax.Compound, syntax.NmodPoss, syntax.Nmod, syntax.NmodDesc) {
			if m := c.text.At(s, k); m != nil && t.preposition(k) == "" && m.Actor != "" {
				return c.everyone(s, k, depth+1) // Chinese and Japanese diplomats
			}
		}
	}
	if holders[lemma] || holders[t.low(i)] {
		return c.of(s, i, i, depth)
	}
	return nil
}

// of lists who stands behind "of" or "from" under a noun, or behind "of" under the words of its mention.
func (c *coder) of(s, i, first, depth int) (out []graph.ID) {
	t := c.trees[s]
	for j := min(first, i); j <= i; j++ {
		for _, k := range t.oblique(j, []string{"of", "from", "for"}) {
			out = add(out, c.everyone(s, k, depth+1)...)
		}
		for _, k := range t.children(j, syntax.NmodPoss) {
			out = add(out, c.everyone(s, k, depth+1)...)
		}
	}
	return out
}

// quoted tells whether a token stands between quotation marks: then "we" is whoever speaks.
func (c *coder) quoted(s, i int) bool {
	open := false
	for _, t := range c.trees[s].tokens[:i] {
		switch t.Text {
		case "“", "‘":
			open = true
		case "”":
			open = false
		case `"`, "''", "``":
			open = !open
		}
	}
	return open
}

// loosely lists whom a noun concerns, when it is no actor itself: by the nearest nationality or genitive in its phrase.
//
//	condemned [North Korea's launch] · praised [the decision of Armenia] · sanctions on [firms related to Iran's army];
//	not: what a relative clause behind the noun tells of others
func (c *coder) loosely(s, i int) []graph.ID {
	t := c.trees[s]
	for queue, n := []int{i}, 0; n < len(queue) && n < 12; n++ {
		if ids := c.who(s, queue[n]); len(ids) > 0 {
			return ids
		}
		queue = append(queue, t.children(queue[n], syntax.NmodPoss, syntax.Amod, syntax.Compound)...)
		queue = append(queue, t.children(queue[n], syntax.Nmod)...)
		for _, k := range t.children(queue[n], syntax.Acl) {
			if t.form(k, nil) != graph.Planned { // firms related to Iran; not: an effort to end the war in Yemen
				queue = append(queue, k)
			}
		}
		if t.tag(queue[n]) != syntax.NOUN {
			queue = append(queue, t.children(queue[n], syntax.Obl)...)
		}
	}
	return nil
}

// antecedent is the noun that a relative pronoun stands for.
//
//	Xi, who has not visited → Xi
func (t *tree) antecedent(i int) int {
	for v, n := t.head(i), 0; v >= 0 && n < 5; v, n = t.head(v), n+1 {
		if t.is(v, syntax.AclRelcl, syntax.Acl) {
			return t.head(v)
		}
	}
	return -1
}

// objectBefore is who the object before token i of the same sentence is: "called South Korea a neighbour and asked it". An
// object that is nobody leaves "it" meaning nobody: "condemned the veto and criticised it".
func (c *coder) objectBefore(s, i int) []graph.ID {
	t := c.trees[s]
	for k := i - 1; k >= 0; k-- {
		if !t.is(k, syntax.Obj, syntax.Nsubj) || t.tag(k) == syntax.PRON || t.is(k, syntax.Nsubj) && t.head(k) > i {
			continue
		}
		if m := c.text.At(s, k); t.is(k, syntax.Obj) && m != nil && m.Class != mention.Person {
			return add(nil, m.Actor)
		}
		if t.is(k, syntax.Obj) {
			return nil
		}
	}
	return nil
}

// besides are those whom a pronoun at token i can't mean: the subject of its own clause, unless it is that subject.
//
//	Lee wrote to Li to congratulate him → not Lee;  Lee said he would come: he may be Lee
func (c *coder) besides(s, i, depth int) []graph.ID {
	t := c.trees[s]
	if t.is(i, syntax.Nsubj, syntax.NsubjPass, syntax.NmodPoss) || depth > 2 {
		return nil
	}
	for v, n := t.head(i), 0; v >= 0 && n < 4; v, n = t.head(v), n+1 {
		if t.tag(v) != syntax.VERB {
			continue
		}
		if subject := t.subject(v); subject >= 0 && subject != i {
			return c.everyone(s, subject, depth+2)
		}
		return nil
	}
	return nil
}

// before gives the one of the classes that was spoken of last before token i of sentence s: a subject rather than another.
func (c *coder) before(s, i int, not []graph.ID, classes ...mention.Class) []graph.ID {
	for k := s; k >= 0 && k > s-4; k-- {
		end := len(c.trees[k].tokens)
		if k == s {
			end = i
		}
		var last graph.ID
		for _, m := range c.text.Mentions[k] {
			if m.Last > end || m.Actor == "" || !slices.Contains(classes, m.Class) || slices.Contains(not, m.Actor) {
				continue
			}
			if c.trees[k].subjectMention(m) {
				last = m.Actor
				if k < s {
					break
				}
			} else if last == "" && k < s {
				last = m.Actor
			}
		}
		if last != "" {
			return []graph.ID{last}
		}
	}
	return nil
}

func (t *tree) subjectMention(m mention.Mention) bool {
	for i := m.First; i < m.Last; i++ {
		if t.is(i, syntax.Nsubj, syntax.NsubjPass, syntax.NsubjOuter) {
			return true
		}
	}
	return false
}

// counted is the number in "the two leaders", "both sides", "the sides"; 0 when a noun counts nobody.
func (c *coder) counted(s, i int) int {
	t := c.trees[s]
	if t.low(i) == "both" {
		return 2
	}
	for _, k := range t.kids[i] {
		if n, ok := numbers[t.low(k)]; ok {
			return n
		}
		if t.low(k) == "each" || t.low(k) == "the" && neighbours[t.low(i)] {
			return 2
		}
	}
	if det := t.child(i, syntax.Det); t.low(i) == "sides" && t.child(i, syntax.Nmod, syntax.Amod) < 0 && (det < 0 || t.low(det) != "all") {
		return 2
	}
	return 0
}

// party are the n who were last named in one list or took part together in one event before token i of sentence s;
// without either, the n states spoken of last. n 0 is any number.
func (c *coder) party(s, i, n int) []graph.ID {
	fits := func(ids []graph.ID) bool { return len(ids) == n || n == 0 && len(ids) > 1 }
	if ids := c.lastSeries(s, i, fits); ids != nil {
		return ids
	}
	for k := len(c.drafts) - 1; k >= 0; k-- {
		if ids := c.drafts[k].Participants(); fits(ids) && c.drafts[k].Symmetric {
			return ids
		}
	}
	for k := s - 1; k >= 0 && k > s-4; k-- {
		if ids := c.lastSeries(k, len(c.trees[k].tokens), fits); ids != nil {
			return ids
		}
	}
	return c.lastStates(s, n)
}

// lastSeries is the last list of names before token i that fits.
func (c *coder) lastSeries(s, i int, fits func([]graph.ID) bool) []graph.ID {
	for j := len(c.text.Mentions[s]) - 1; j >= 0; j-- {
		m := &c.text.Mentions[s][j]
		if ids := c.series(s, m); m.Last <= i && m.Class != mention.Outlet && fits(ids) {
			return ids
		}
	}
	return nil
}

// lastStates are the n states spoken of last.
func (c *coder) lastStates(s, n int) (out []graph.ID) {
	for k := s; k >= 0 && k > s-3 && n > 0; k-- {
		for j := len(c.text.Mentions[k]) - 1; j >= 0; j-- {
			if m := c.text.Mentions[k][j]; m.Country != "" && m.Class != mention.Place && m.Class != mention.Person {
				out = add(out, graph.CountryID(m.Country))
			}
			if len(out) == n {
				return out
			}
		}
	}
	return nil
}

// country is the state that an actor belongs to, as alpha-3; "" of a body of no state.
func (c *coder) country(id graph.ID) string {
	if a, ok := c.text.Cast.Node(id).(graph.Actor); ok {
		return a.Named().Country
	}
	return ""
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
