package graph

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// Check verifies the promises of Reading; what it finds is an ErrInvalid that names the article.
func (r Reading) Check() error {
	held := holdings{}
	for _, check := range []func(holdings) error{r.checkArticle, r.checkNodes, r.checkCountries, r.checkMentions, r.checkReports} {
		if err := check(held); err != nil {
			return fmt.Errorf("%s: %w: %w", r.Article.ID, err, ErrInvalid)
		}
	}
	return nil
}

// maxName is the length in bytes of the longest id and the longest name: the indexes of databases take no text that is
// much longer, and one of them dies of it.
const maxName = 1000

// holdings are the ids that a reading holds.
type holdings map[ID]bool

// hold takes an id in, which must be one of the prefix and new.
func (h holdings) hold(id ID, prefix string) error {
	if id.Prefix() != prefix || id.Local() == "" {
		return fmt.Errorf("id %q, want %s:…", id, prefix)
	}
	if len(id) > maxName {
		return fmt.Errorf("id %.40q… of %d bytes", id, len(id))
	}
	if h[id] {
		return fmt.Errorf("%s stands there twice", id)
	}
	h[id] = true
	return nil
}

// has tells whether the reading holds the id, and whether it has one of the prefixes.
func (h holdings) has(id ID, prefixes ...string) bool {
	return h[id] && slices.Contains(prefixes, id.Prefix())
}

func (r Reading) checkArticle(held holdings) error {
	a := r.Article
	if err := held.hold(a.ID, ArticlePrefix); err != nil {
		return err
	}
	if !utf8.ValidString(a.Text) || !utf8.ValidString(a.Title) || !utf8.ValidString(a.Source) {
		return fmt.Errorf("article is not UTF-8")
	}
	_, err := ParseDate(string(a.Published))
	return err
}

var prefixes = map[ActorKind]string{
	PersonKind: PersonPrefix, CountryKind: CountryPrefix, OrganizationKind: OrganizationPrefix,
}

func (r Reading) checkNodes(held holdings) error {
	for _, a := range r.Actors {
		if err := held.hold(a.NodeID(), prefixes[kindOf(a)]); err != nil {
			return err
		}
		if a.Named().Kind != kindOf(a) {
			return fmt.Errorf("%s has kind %q", a.NodeID(), a.Named().Kind)
		}
		for _, alias := range a.Named().Aliases {
			if !utf8.ValidString(alias) || len(alias) > maxName {
				return fmt.Errorf("%s has the alias %.40q", a.NodeID(), alias)
			}
		}
	}
	for _, p := range r.Places {
		if err := held.hold(p.ID, PlacePrefix); err != nil {
			return err
		}
	}
	for _, o := range r.Occasions {
		if err := held.hold(o.ID, OccasionPrefix); err != nil {
			return err
		}
	}
	for _, n := range r.Nodes() {
		if name := NameOf(n); name == "" || !utf8.ValidString(name) || len(name) > maxName {
			return fmt.Errorf("%s has the name %.40q", n.NodeID(), name)
		}
	}
	return nil
}

// kindOf is the kind of an actor that its Go type says.
func kindOf(a Actor) ActorKind {
	switch a.(type) {
	case Person:
		return PersonKind
	case Country:
		return CountryKind
	case Organization:
		return OrganizationKind
	}
	return ""
}

// checkCountries looks for the Country nodes that places and offices lie in.
func (r Reading) checkCountries(held holdings) error {
	for _, p := range r.Places {
		if p.Country != "" && !held[CountryID(p.Country)] {
			return fmt.Errorf("%s lies in %s, which the reading does not hold", p.ID, p.Country)
		}
	}
	for _, a := range r.Actors {
		p, _ := a.(Person)
		for _, o := range p.Offices {
			if o.Title == "" {
				return fmt.Errorf("%s holds an office without a title", p.ID)
			}
			if o.Country != "" && !held[CountryID(o.Country)] {
				return fmt.Errorf("office %q of %s is of %s, which the reading does not hold", o.Title, p.ID, o.Country)
			}
		}
	}
	return nil
}

func (r Reading) checkMentions(held holdings) error {
	for _, m := range r.Mentions {
		if m.Of(r.Article.Text) == "" || !held.has(m.Node, PersonPrefix, CountryPrefix, OrganizationPrefix, PlacePrefix, OccasionPrefix) {
			return fmt.Errorf("mention of %q at %d to %d", m.Node, m.Start, m.End)
		}
	}
	return nil
}

func (r Reading) checkReports(held holdings) error {
	for _, rep := range r.Reports {
		if err := held.hold(rep.ID, ReportPrefix); err != nil {
			return err
		}
		if err := r.checkReport(rep); err != nil {
			return fmt.Errorf("%s %w", rep.ID, err)
		}
		if err := checkEnds(rep, held); err != nil {
			return fmt.Errorf("%s %w", rep.ID, err)
		}
	}
	return nil
}

func (r Reading) checkReport(rep Report) error {
	switch {
	case rep.ID != rep.Identify().ID:
		return fmt.Errorf("is not the id of its content")
	case rep.Article != r.Article.ID:
		return fmt.Errorf("is of another article")
	case rep.Evidence.Of(r.Article.Text) == "":
		return fmt.Errorf("has no evidence in the text")
	case !rep.Kind.Known() || rep.Type.Quad() == "" || rep.Rule == "" || !slices.Contains(Statuses, rep.Status):
		return fmt.Errorf("has kind %q, type %q, status %q, rule %q", rep.Kind, rep.Type, rep.Status, rep.Rule)
	case len(rep.Actors) == 0:
		return fmt.Errorf("has no actor")
	}
	_, err := ParseDate(string(rep.Date))
	return err
}

// checkEnds looks for the actors, the place and the occasion that the report names.
func checkEnds(rep Report, held holdings) error {
	actors := rep.Participants()
	for _, link := range rep.Attribution {
		if link.Name == "" {
			return fmt.Errorf("has an attribution without a name")
		}
		if link.Actor != "" {
			actors = append(actors, link.Actor)
		}
	}
	for _, id := range actors {
		if !held.has(id, PersonPrefix, CountryPrefix, OrganizationPrefix) {
			return fmt.Errorf("names the actor %q, which the reading does not hold", id)
		}
	}
	if rep.Place != "" && !held.has(rep.Place, PlacePrefix) {
		return fmt.Errorf("names the place %q, which the reading does not hold", rep.Place)
	}
	if rep.Occasion != "" && !held.has(rep.Occasion, OccasionPrefix) {
		return fmt.Errorf("names the occasion %q, which the reading does not hold", rep.Occasion)
	}
	return nil
}
