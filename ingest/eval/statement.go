package eval

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"demarche/graph"
)

// Statement is a report in one readable line:
//
//	Xi Jinping | MEET | Han Duck-soo | HAPPENED | in Hangzhou | on 2023-09-23 | during Asian Games | says Xinhua
//	Peru & Chile | THREATEN=SANCTION | - | PLANNED | in Lima? | says Yonhap < a senior official
//
// Sides are names joined by "&", "-" for nobody; a type stands behind the kind where it is not the kind's own. Place,
// date, occasion and chain of sources may be absent; "?" marks what was inferred. An office is a statement of the kind
// HOLDS, with no status:
//
//	Han Duck-soo | HOLDS | prime minister of South Korea
type Statement struct {
	Actors     []string
	Kind       graph.Kind
	Type       graph.Type
	Recipients []string
	Status     graph.Status
	Place      Inferable
	Date       Inferable
	Occasion   string
	Says       []string
}

// Inferable is a field that the text states or that was inferred. The zero value is neither.
type Inferable struct {
	Text     string
	Inferred bool
}

// Holds is the kind of statements that tell an office: it is no kind of event.
const Holds graph.Kind = "HOLDS"

// ErrStatement is what ParseStatement says of a line that is none.
var ErrStatement = errors.New("not a statement (want ACTORS | KIND | RECIPIENTS | STATUS | in PLACE | on DATE | during OCCASION | says SOURCES)")

// ParseStatement reads a line.
func ParseStatement(line string) (Statement, error) {
	cells := strings.Split(line, "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if len(cells) < 3 {
		return Statement{}, fmt.Errorf("%q: %w", line, ErrStatement)
	}
	kind, typ, _ := strings.Cut(cells[1], "=")
	s := Statement{Actors: sides(cells[0]), Kind: graph.Kind(kind), Recipients: sides(cells[2])}
	if s.Kind == Holds && len(cells) == 3 {
		return s, nil
	}
	s.Type = cmp.Or(graph.Type(typ), s.Kind.Predicate().Type)
	if len(cells) < 4 || !s.Kind.Known() || s.Type.Quad() == "" || !slices.Contains(graph.Statuses, graph.Status(cells[3])) {
		return Statement{}, fmt.Errorf("%q: %w", line, ErrStatement)
	}
	s.Status = graph.Status(cells[3])
	for _, cell := range cells[4:] {
		if err := s.field(cell); err != nil {
			return Statement{}, fmt.Errorf("%q: %w", line, err)
		}
	}
	return s, nil
}

// field reads one of the cells that may be absent.
func (s *Statement) field(cell string) error {
	word, text, _ := strings.Cut(cell, " ")
	stated, inferred := strings.CutSuffix(text, "?")
	switch word {
	case "in":
		s.Place = Inferable{stated, inferred}
	case "on":
		s.Date = Inferable{stated, inferred}
		_, err := graph.ParseDate(stated)
		return err
	case "during":
		s.Occasion = text
	case "says":
		s.Says = strings.Split(text, " < ")
	default:
		return ErrStatement
	}
	return nil
}

func sides(cell string) []string {
	if cell == "-" || cell == "" {
		return nil
	}
	return strings.Split(cell, " & ")
}

// String is the line.
func (s Statement) String() string {
	kind := string(s.Kind)
	if s.Kind != Holds && s.Type != s.Kind.Predicate().Type {
		kind += "=" + string(s.Type)
	}
	cells := []string{side(s.Actors), kind, side(s.Recipients)}
	if s.Status != "" {
		cells = append(cells, string(s.Status))
	}
	for _, f := range s.fields() {
		if f.text != "" {
			cells = append(cells, f.word+" "+f.text)
		}
	}
	return strings.Join(cells, " | ")
}

func side(names []string) string { return cmp.Or(strings.Join(names, " & "), "-") }

func (i Inferable) String() string {
	if i.Inferred {
		return i.Text + "?"
	}
	return i.Text
}

type field struct{ word, text string }

// fields are the cells that may be absent.
func (s Statement) fields() []field {
	return []field{{"in", s.Place.String()}, {"on", s.Date.String()}, {"during", s.Occasion}, {"says", strings.Join(s.Says, " < ")}}
}

// State writes a reading as statements: its reports in the order of the text, then the offices that its persons hold.
func State(r graph.Reading) []Statement {
	nodes := map[graph.ID]graph.Node{}
	for _, n := range r.Nodes() {
		nodes[n.NodeID()] = n
	}
	var out []Statement
	for _, rep := range r.Reports {
		out = append(out, stated(rep, nodes))
	}
	for _, a := range r.Actors {
		p, ok := a.(graph.Person)
		for i := 0; ok && i < len(p.Offices); i++ {
			out = append(out, held(p, p.Offices[i], nodes))
		}
	}
	return out
}

func stated(r graph.Report, nodes map[graph.ID]graph.Node) Statement {
	s := Statement{
		Kind: r.Kind, Type: r.Type, Status: r.Status, Date: Inferable{string(r.Date), r.DateInferred},
		Actors: named(r.Actors, nodes), Recipients: named(r.Recipients, nodes),
	}
	if r.Place != "" {
		s.Place = Inferable{graph.NameOf(nodes[r.Place]), r.PlaceInferred}
	}
	if r.Occasion != "" {
		s.Occasion = graph.NameOf(nodes[r.Occasion])
	}
	for _, a := range r.Attribution {
		s.Says = append(s.Says, a.Name)
	}
	return s
}

func named(ids []graph.ID, nodes map[graph.ID]graph.Node) (out []string) {
	for _, id := range ids {
		out = append(out, graph.NameOf(nodes[id]))
	}
	return out
}

func held(p graph.Person, o graph.Office, nodes map[graph.ID]graph.Node) Statement {
	of := o.Title
	if o.Country != "" {
		of += " of " + o.Country
		if c, ok := nodes[graph.CountryID(o.Country)]; ok {
			of = o.Title + " of " + graph.NameOf(c)
		}
	}
	return Statement{Actors: []string{p.Name}, Kind: Holds, Recipients: []string{of}}
}
