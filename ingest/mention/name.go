package mention

import (
	"strings"

	"demarche/graph"
	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

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
	return end == i+1 && s.lex.Leader(s.text(i)).Country != "" && s.recognized(i, syntax.Person) == 1
}

func (s *scanner) known(i, end int) bool { return s.cast.find(graph.Terms(s.join(i, end))) != nil }

// introduced tells whether capitalised words introduce a person: what nothing calls "the", and what speaks, is spoken
// of with "who", or stands before an apposition of office.
func (s *scanner) introduced(i, end int) bool {
	if s.text(i-1) == "the" || s.text(i-1) == "The" || end-i > 5 {
		return false
	}
	if s.recognized(i, syntax.Person) == 0 && !s.cast.surnames[s.text(i)] && !s.cast.surnames[s.text(end-1)] {
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
		case particles[s.text(j)] && (s.capital(j+1) || particles[s.text(j+1)] && s.capital(j+2)), j > i && s.text(j) == "," && suffixes[s.text(j+1)]:
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
