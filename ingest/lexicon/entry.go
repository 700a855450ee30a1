package lexicon

// Class is what a phrase of the lexicon is.
type Class uint8

// The classes, in the order in which entries of one phrase come.
const (
	CountryName   Class = iota + 1 // "South Korea", "the US"; Entry.Name is the common English name
	Demonym                        // adjective of a country: "South Korean", "U.S."; Entry.Name as above
	People                         // noun for its people: "South Koreans", "Briton"; Entry.Name as above
	Capital                        // city that may stand for the government: "Seoul"; Entry.Name is the phrase
	Seat                           // building or district that may: "Kremlin", "Downing Street"; Entry.Name is the phrase
	Region                         // part of the world or of a country, sea, state of the US; Detail region, sea, state, continent
	Body                           // organisation; Detail IGO, NGO, COURT, ARMED_GROUP, PARTY, GOVERNMENT, MILITARY
	Outlet                         // news outlet; Detail agency, broadcaster, paper
	Organ                          // part of any state: "foreign ministry", "troops"; Detail as in data/organs.tsv
	Title                          // title of office or address; Detail HEAD_OF_STATE, FOREIGN_MINISTER, HONORIFIC …
	TitleModifier                  // word before a title: "former"; Detail past, future, acting, rank, other
)

var classNames = [...]string{
	"", "CountryName", "Demonym", "People", "Capital", "Seat", "Region", "Body", "Outlet", "Organ", "Title", "TitleModifier",
}

// String gives the constant's name.
func (c Class) String() string {
	if int(c) < len(classNames) {
		return classNames[c]
	}
	return ""
}

// Entry is one way to take a phrase. Titles of class IO_HEAD may hold their body's name ("UN chief"); before all others
// a country, body or seat is a phrase of its own ("Kremlin" + "spokesman").
type Entry struct {
	Class   Class
	Phrase  string // as the table writes it: "Britain"
	Name    string // the canonical name of what it stands for: "United Kingdom"; of a title, the commonest synonym of the same rank
	Country string // ISO 3166 alpha-3 (XKX Kosovo; SUN, CSK, DDR dissolved); empty where none or several
	Detail  string // finer class, see Class
	Also    string // how else the same words are often meant: person, place, word, country, body, people, organ; mostly empty
	Plural  bool   // of titles: "foreign ministers"
}

// Country is one row of the table of countries and territories. The first of Capitals is the one maps show; the slices are
// shared and must not be written to.
type Country struct {
	Alpha3, Alpha2 string // ISO 3166-1; XKX and XK for Kosovo
	Name           string // common English: "South Korea"
	Aliases        []string
	Adjectives     []string // "South Korean", "ROK"
	Peoples        []string // "South Koreans"
	Capitals       []string // "Seoul"; empty for a few territories without one
	Seats          []string // "Blue House"
	Successor      string   // of a dissolved state, the alpha-3 of the state that followed it, else empty
}
