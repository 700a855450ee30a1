package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/graph"
	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

// scanner walks through one sentence. In the first scan of an article it introduces persons; in the second, linking, it
// also knows surnames and bare titles, and keeps the mentions.
type scanner struct {
	cast    *Cast
	lex     *lexicon.Lexicon
	tokens  []syntax.Token
	words   []string
	names   []syntax.Name // what the recogniser found
	linking bool
	found   []Mention
}

func (s *scanner) scan() {
	for i := 0; i < len(s.words); {
		n := 0
		for _, read := range []func(int) int{s.occasion, s.titled, s.listed, s.named} {
			if n = read(i); n > 0 {
				break
			}
		}
		i += max(n, 1)
	}
}

// keep adds a mention of tokens [first, last).
func (s *scanner) keep(first, last int, m Mention) {
	if !s.linking {
		return
	}
	m.First, m.Last = first, last
	m.Span = graph.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End}
	s.found = append(s.found, m)
}

// keepPerson adds a mention of a person.
func (s *scanner) keepPerson(first, last int, p *person) {
	if s.linking {
		p.seen = s.tokens[first].Start + 1
		s.keep(first, last, Mention{Class: Person, Actor: s.cast.actor(p), Country: p.country})
	}
}

// titled reads an office with or without the name of its holder, and what stands in apposition to the name.
//
//	South Korean Prime Minister Han Duck-soo · China's President Xi · President Emmanuel Macron of France ·
//	President of Ukraine Volodymyr Zelenskyy · the Danish prime minister · Mr Kim
func (s *scanner) titled(i int) int {
	o, ok := s.office(i)
	if !ok {
		return 0
	}
	at := o.end
	for s.isTitle(at, "HONORIFIC") || s.text(at) == "." {
		at++
	}
	end := s.nameEnd(at)
	if end == at && !o.plural {
		at = s.portfolio(at)
		end = s.nameEnd(at)
	}
	if end == at && !o.plural {
		at, end = s.behindComma(at)
	}
	if end == at || o.plural {
		return s.untitled(i, o)
	}
	p := s.cast.introduce(s.join(at, end))
	next := end
	if s.text(end) == "of" && o.country == "" {
		if e, n := s.longest(end + 1 + s.the(end+1)); n > 0 && e[0].Class == lexicon.CountryName {
			o.country = e[0].Country
			next = end + 1 + s.the(end+1) + n
		}
	}
	s.cast.hold(p, o)
	s.apposition(end, p)
	s.keepPerson(i, next, p)
	return next - i
}

// portfolio skips what a title is of, when no list knows it, up to the name of its holder.
//
//	Minister [for Trade and Industry] Gan Kim Yong · Chairman [of the Expediency Council] Akbar Hashemi Rafsanjani
func (s *scanner) portfolio(at int) int {
	switch s.text(at) {
	case "of", "for", "in", "at":
	default:
		return at
	}
	for j := at + 1; j < len(s.words) && j < at+16; j++ {
		if s.recognized(j, syntax.Person) > 1 {
			return j
		}
		if w := s.text(j); !s.capital(j) && !linking[w] {
			return at
		}
	}
	return at
}

var linking = set(`of for the and in to & - ’s 's a`)

// behindComma finds the name that stands in apposition to an office.
//
//	South Korea's prime minister, Han Duck-soo, sat down …;  not: "met the prime minister, Russian officials said"
func (s *scanner) behindComma(at int) (from, end int) {
	if s.text(at) != "," {
		return at, at
	}
	end = s.nameEnd(at + 1)
	if e, n := s.longest(at + 1); end-at < 3 || n > 0 && e[0].Also != "person" || s.text(end) != "," && s.text(end) != "." {
		return at, at
	}
	return at + 1, end
}

// untitled keeps an office without a name: its holder where the article has named one, else the country.
func (s *scanner) untitled(i int, o office) int {
	if o.rank == "HONORIFIC" {
		return 0
	}
	m := Mention{Class: Office, Country: o.country, Title: o.title, Rank: o.rank, Plural: o.plural}
	if o.country != "" {
		m.Actor = s.cast.Country(o.country)
	}
	if s.linking && !o.plural && o.rank != "SPOKESPERSON" && o.rank != "OFFICIAL" {
		if p := s.cast.holder(o.rank, o.country); p != nil && !o.stateless {
			m.Actor, m.Country = s.cast.actor(p), p.country
		}
	}
	if o.body != "" {
		m.Actor = o.body
	}
	s.keep(i, o.end, m)
	return o.end - i
}

// apposition reads an office behind a name and gives it to the person.
//
//	Han Duck-soo, South Korea's prime minister, said · Liang Guanglie, chief of general staff of the Chinese army
func (s *scanner) apposition(end int, p *person) {
	if s.text(end) != "," {
		return
	}
	at := end + 1
	for s.text(at) == "the" || s.text(at) == "a" || s.text(at) == "an" {
		at++
	}
	o, ok := s.office(at)
	if !ok || o.plural || s.nameEnd(o.end) > o.end {
		return
	}
	for j := o.end; o.country == "" && j < min(o.end+8, len(s.words)) && s.text(j) != ","; j++ {
		if e, _ := s.longest(j); len(e) > 0 && (e[0].Class == lexicon.CountryName || e[0].Class == lexicon.Demonym) {
			o.country = e[0].Country
		}
	}
	s.cast.hold(p, o)
}

// listed reads what the lexicon knows: countries and their people, capitals, seats, bodies, outlets, regions, and the
// organs of a state with the nationality before them.
func (s *scanner) listed(i int) int {
	entries, n := s.longest(i)
	if n == 0 || s.partOfName(i, n, entries[0]) {
		return 0
	}
	e := entries[0]
	m := Mention{Country: e.Country}
	switch e.Class {
	case lexicon.CountryName, lexicon.Demonym, lexicon.People:
		if organ, k := s.longest(i + n + s.possessive(i+n)); k > 0 && organ[0].Class == lexicon.Organ {
			m.Class, m.Actor = Organ, s.cast.Country(e.Country)
			n += s.possessive(i+n) + k
			break
		}
		m.Class = map[lexicon.Class]Class{lexicon.CountryName: Country, lexicon.Demonym: Demonym, lexicon.People: People}[e.Class]
		m.Actor, m.Place = s.cast.Country(e.Country), s.cast.Scene(e.Country)
	case lexicon.Capital:
		m.Class, m.Actor, m.Place = Capital, s.cast.Country(e.Country), s.cast.City(e.Phrase, e.Country)
	case lexicon.Seat:
		m.Class, m.Actor, m.Place = Seat, s.cast.Country(e.Country), s.cast.capital(e.Country)
	case lexicon.Region:
		m.Class, m.Place = Place, s.cast.place(e.Name, e.Country, nil, nil)
	case lexicon.Body:
		m.Class, m.Actor = Body, s.body(e)
	case lexicon.Outlet:
		m.Class, m.Actor = Outlet, s.cast.Organization(e.Name, e.Country, e.Phrase)
	default:
		return 0
	}
	s.keep(i, i+n, m)
	return n
}

// body is the actor that a body stands for: a government's department is its country.
func (s *scanner) body(e lexicon.Entry) graph.ID {
	if e.Country != "" && (e.Detail == "GOVERNMENT" || e.Detail == "MILITARY") {
		return s.cast.Country(e.Country)
	}
	return s.cast.Organization(e.Name, e.Country, e.Phrase)
}

// partOfName tells whether a listed word begins the name of a person instead: "Jordan Smith", "Israel Katz". A word
// that is often a name needs only a name behind it that nothing else explains.
func (s *scanner) partOfName(i, n int, e lexicon.Entry) bool {
	if e.Class == lexicon.TitleModifier || e.Class == lexicon.Title {
		return true
	}
	if e.Also != "person" || n != 1 || !s.capital(i+1) {
		return false
	}
	_, k := s.longest(i + 1)
	return k == 0
}

// named reads capitalised words that the lexicon does not know: a person introduced without a title, a surname, a city,
// an organization of its own naming.
func (s *scanner) named(i int) int {
	if s.properNoun(i) {
		if n := s.cityAt(i); n > 0 {
			return n
		}
	}
	end := s.nameEnd(i)
	if end == i || i == 0 && end == 1 && !s.known(i, end) {
		return 0
	}
	if n := s.organization(i, end); n > 0 {
		return n
	}
	if n := s.recognized(i, syntax.Person); n > 0 {
		end = i + n
	}
	if p := s.cast.find(graph.Terms(s.join(i, end))); p != nil && (s.linking || end-i > 1) {
		s.apposition(end, p)
		s.keepPerson(i, end, p)
		return end - i
	}
	if end-i >= 2 && s.introduced(i, end) || s.famous(i, end) {
		p := s.cast.introduce(s.join(i, end))
		s.apposition(end, p)
		s.keepPerson(i, end, p)
	}
	return end - i
}

// recognized is the length of the name of a class that the recogniser found at token i; 0 if there is none.
func (s *scanner) recognized(i int, class syntax.Class) int {
	for _, n := range s.names {
		if n.From == i && n.Class == class {
			return n.To - n.From
		}
	}
	return 0
}

// famous tells whether a single word is the surname of one well-known leader only, in a text that gives no more of the
// name: "Putin said".
func (s *scanner) famous(i, end int) bool {
	return end == i+1 && s.lex.Leader(s.text(i)) != "" && s.recognized(i, syntax.Person) == 1
}

func (s *scanner) known(i, end int) bool { return s.cast.find(graph.Terms(s.join(i, end))) != nil }

// introduced tells whether capitalised words introduce a person: what nothing calls "the", and what speaks, is spoken
// of with "who", or stands before an apposition of office.
func (s *scanner) introduced(i, end int) bool {
	if s.text(i-1) == "the" || s.text(i-1) == "The" || end-i > 5 {
		return false
	}
	if s.names != nil && s.recognized(i, syntax.Person) == 0 {
		return s.appositive(end)
	}
	for j := i; j < end; j++ {
		if e, n := s.longest(j); n > 0 && e[0].Class != lexicon.Region && e[0].Also != "person" && e[0].Class != lexicon.Organ {
			return false
		}
	}
	return true
}

// appositive tells whether an office stands in apposition behind token end.
func (s *scanner) appositive(end int) bool {
	if s.text(end) != "," {
		return false
	}
	o, ok := s.office(end + 1 + s.the(end+1))
	return ok && !o.plural
}

// cityAt reads a city behind a preposition of place, or the city of the dateline.
//
//	in Hangzhou · near Geneva · to Port Louis;  not: "Mr Paris", "with Lima"
func (s *scanner) cityAt(i int) int {
	cities, n := s.lex.LongestCity(s.words[i:])
	if n == 0 || s.nameEnd(i) > i+n {
		return 0
	}
	dated := slices.ContainsFunc(s.cast.line.Cities, func(c string) bool { return graph.Fold(c) == graph.Fold(s.join(i, i+n)) })
	switch strings.ToLower(s.text(i - 1)) {
	case "in", "at", "near", "to", "from", "outside", "around", "of", "via", "through", "city", "town", "for", "leaving", "into", "between":
	default:
		if !dated {
			return 0
		}
	}
	if s.known(i, i+n) {
		return 0
	}
	city := s.nearest(cities)
	s.keep(i, i+n, Mention{Class: Place, Place: s.cast.city(city), Country: city.Country})
	return n
}

// nearest is the city in a country that the article speaks of, else the most populous.
func (s *scanner) nearest(cities []lexicon.City) lexicon.City {
	for _, c := range cities {
		if _, ok := s.cast.nodes[graph.CountryID(c.Country)]; ok {
			return c
		}
	}
	return cities[0]
}

// bodyHeads end the names of organizations.
var bodyHeads = set(`Council Union Party Group Movement Front Army Committee Commission Authority Organization Organisation Agency Assembly
	Alliance League Ministry Court Bank Parliament Congress Coalition Federation Association Institute University Fund Forces
	Corps Guard Command Post Times News Press Daily Journal Company Corporation Corp. Inc. Ltd. Force Office Service Bureau Department
	Brigade Brigades Centre Center Foundation Board Cabinet Corporation Network Airlines Tribune Herald Gazette Guardian Observer`)

// organization reads a run of capitalised words that ends like a body's name.
//
//	Palestinian Legislative Council · Copenhagen Post;  not: "Security Council" alone, which the lexicon knows
func (s *scanner) organization(i, end int) int {
	if end-i < 2 || !bodyHeads[s.text(end-1)] {
		return 0
	}
	class := Body
	switch s.text(end - 1) {
	case "Post", "Times", "News", "Press", "Daily", "Journal", "Tribune", "Herald", "Gazette", "Guardian", "Observer":
		class = Outlet
	}
	s.keep(i, end, Mention{Class: class, Actor: s.cast.Organization(s.join(i, end), "")})
	return end - i
}

// nameEnd is where the personal name ends that begins at token i; i if none does.
func (s *scanner) nameEnd(i int) int {
	end := i
	for j := i; j < len(s.words) && j < i+7; j++ {
		if j > i && s.recognized(j, syntax.Person) > 1 && s.recognized(i, syntax.Person) == 0 {
			return end // "Expediency Council | Akbar Hashemi Rafsanjani"
		}
		switch {
		case s.capital(j) && !s.stops(i, j), initial(s.text(j)) && j > i:
			end = j + 1
		case particles[s.text(j)] && s.text(j+1) == "-" && s.capital(j+2):
			j += 2 // al-Assad
			end = j + 1
		case particles[s.text(j)] && s.capital(j+1), j > i && s.text(j) == "," && suffixes[s.text(j+1)]:
		case strings.HasPrefix(s.text(j), "al-"), strings.HasPrefix(s.text(j), "el-"):
			end = j + 1
		case j > i && suffixes[s.text(j)]:
			end = j + 1
		case j > i && s.text(j) == "-" && s.capital(j+1) && s.tokens[j].Start == s.tokens[j-1].End:
		default:
			return end
		}
	}
	return end
}

// stops tells whether a capitalised token ends a name: it begins something else. Inside a name single listed words may
// be names too (Moon Jae-in, Israel Katz), but longer phrases, titles and nationalities are not.
func (s *scanner) stops(first, j int) bool {
	if j == 0 && begins[s.text(j)] || weekdayOrMonth[strings.TrimRight(s.text(j), ".")] {
		return true
	}
	e, n := s.longest(j)
	if n == 0 {
		return false
	}
	switch e[0].Class {
	case lexicon.Organ, lexicon.TitleModifier:
		return j == first
	case lexicon.Outlet, lexicon.Region:
		return !(n == 1 && s.capital(j+1)) || j == first && s.unlisted(j+1) == 0
	case lexicon.Title:
		return e[0].Detail != "ROYAL" || j == first
	}
	return e[0].Also != "person" && !(j > first && n == 1 && e[0].Class != lexicon.Demonym && e[0].Class != lexicon.CountryName && e[0].Class != lexicon.Body)
}

// unlisted is 1 when token i begins with a capital and no listed phrase.
func (s *scanner) unlisted(i int) int {
	if _, n := s.longest(i); n == 0 && s.capital(i) {
		return 1
	}
	return 0
}

func (s *scanner) text(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i]
}

func (s *scanner) longest(i int) ([]lexicon.Entry, int) {
	if i < 0 || i >= len(s.words) {
		return nil, 0
	}
	return s.lex.Longest(s.words[i:])
}

// capital tells whether token i is a word with a capital.
func (s *scanner) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(s.text(i))
	return unicode.IsUpper(r) && (i > 0 || !begins[s.text(i)])
}

// properNoun tells whether token i may begin a name: at the head of a sentence the tagger has the say, if there is one.
func (s *scanner) properNoun(i int) bool {
	tag := s.tokens[i].Tag
	return s.capital(i) && (i > 0 || tag == syntax.PROPN || tag == syntax.NoTag)
}

func (s *scanner) isTitle(i int, rank string) bool {
	e, n := s.longest(i)
	return n == 1 && e[0].Class == lexicon.Title && e[0].Detail == rank
}

// the is 1 when token i is an article.
func (s *scanner) the(i int) int {
	if strings.EqualFold(s.text(i), "the") {
		return 1
	}
	return 0
}

// possessive is 1 when token i is the sign of the genitive.
func (s *scanner) possessive(i int) int {
	switch s.text(i) {
	case "'s", "’s", "'", "’":
		return 1
	}
	return 0
}

// join is the text of tokens [i, end) with one space where the article has any, without a comma before "Jr.".
func (s *scanner) join(i, end int) string {
	var b strings.Builder
	for j := i; j < end; j++ {
		if j > i && s.tokens[j].Start > s.tokens[j-1].End {
			b.WriteByte(' ')
		}
		if s.words[j] != "," {
			b.WriteString(s.words[j])
		}
	}
	return strings.TrimSpace(b.String())
}

func initial(w string) bool { return len(w) == 2 && w[1] == '.' && w[0] >= 'A' && w[0] <= 'Z' }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	particles = set(`bin bint ibn al el de da do dos das del della di la le van von der den ter ten du y e af av zu`)
	suffixes  = set(`Jr. Jr Sr. Sr II III IV`)
	// begins are words that take a capital at the head of a sentence only because they stand there.
	begins = set(`The A An This That These Those He She It They We I You His Her Its Their Our My In On At By For From With After Before During
		While When As If But And Or Not No So Yet There Here What Who Which Where Why How All Both Some Many Most Several Few One Two Three Four
		Five Six Seven Ten Earlier Later Last Next Following Meanwhile However Although Though Since Until Under Over Between Among Through According
		Despite Asked Also Another Other Each Every Any To Of Up About Against Such Only Even Still Now Then Today Yesterday Tomorrow Separately
		Speaking Addressing Talks Officials Leaders Ministers Responding Citing Quoting Later Tensions Relations Peace More`)
	weekdayOrMonth = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
		October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec`)
)

// occasionHeads end the names of occasions.
var occasionHeads = set(`Games Summit Forum Olympics Conference Expo summit forum conference`)

// occasion reads the name of a happening: capitalised words up to a head such as Games or Summit.
//
//	Asian Games · G20 summit · Shangri-La Dialogue;  not: "the summit", "a Chinese conference"
func (s *scanner) occasion(i int) int {
	for j := i; j < len(s.words) && j < i+6; j++ {
		switch {
		case j > i && occasionHeads[s.text(j)]:
			e, n := s.longest(i)
			if j == i+1 && n > 0 && e[0].Class != lexicon.Body && e[0].Class != lexicon.Region {
				if s.text(j) == strings.ToLower(s.text(j)) || cmp.Compare(e[0].Class, lexicon.People) <= 0 && s.text(j) != "Games" {
					return 0
				}
			}
			if s.linking {
				s.keep(i, j+1, Mention{Class: Occasion, Occasion: s.cast.Occasion(s.join(i, j+1))})
			}
			return j + 1 - i
		case !s.capital(j) || j == 0 && begins[s.text(j)]:
			return 0
		}
	}
	return 0
}
