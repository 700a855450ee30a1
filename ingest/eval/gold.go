package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"demarche/graph"
)

// Gold is one article's annotation, read from File. Events name entities by id.
type Gold struct {
	File     string      `json:"-"`
	ID       string      `json:"id"`
	Entities []Entity    `json:"entities"`
	Events   []GoldEvent `json:"events"`
}

// Entity is who or what an annotation names: Type is PERSON, COUNTRY, ORGANIZATION, PLACE or OCCASION, Country an
// alpha-3 code or "", Surface the forms that its name has in the text.
type Entity struct {
	ID      string   `json:"id"`
	Type    string   `json:"type"`
	Name    string   `json:"name"`
	Surface []string `json:"surface"`
	Country string   `json:"country"`
}

// GoldEvent is one event as a reader annotated it. Symmetric is nil where the kind decides, Core nil where the event is
// core; Alternatives and Kinds are further values that count as right.
type GoldEvent struct {
	Plover       graph.Type     `json:"plover"`
	Kind         graph.Kind     `json:"kind"`
	Symmetric    *bool          `json:"symmetric"`
	Actors       []string       `json:"actors"`
	Recipients   []string       `json:"recipients"`
	Place        string         `json:"place"`
	Date         string         `json:"date"`
	Status       graph.Status   `json:"status"`
	Alternatives []graph.Status `json:"alt_status"`
	Kinds        []graph.Kind   `json:"alt_kind"`
	AttributedTo string         `json:"attributed_to"`
	Evidence     string         `json:"evidence"`
	Core         *bool          `json:"core"`
}

// core tells whether an event has to be found.
func (e GoldEvent) core() bool { return e.Core == nil || *e.Core }

// twoSided tells whether actors and recipients are one group.
func (e GoldEvent) twoSided() bool {
	if e.Symmetric != nil {
		return *e.Symmetric
	}
	return e.Kind.Predicate().Symmetric
}

// ErrNoGold is what ReadGold says of a folder without annotations.
var ErrNoGold = errors.New("folder holds no annotation (.json)")

// ReadGold reads the annotations of a folder, each a .json file, in order of file name.
func ReadGold(dir fs.FS) ([]Gold, error) {
	if _, err := fs.Stat(dir, "."); err != nil {
		return nil, err
	}
	files, err := fs.Glob(dir, "*.json")
	if err != nil {
		return nil, err
	}
	var gold []Gold
	for _, name := range files {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		g := Gold{File: name}
		if err := json.Unmarshal(data, &g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		gold = append(gold, g)
	}
	if len(gold) == 0 {
		return nil, ErrNoGold
	}
	return gold, nil
}

// entities finds entities by id.
func (g Gold) entities() map[string]Entity {
	m := make(map[string]Entity, len(g.Entities))
	for _, e := range g.Entities {
		m[e.ID] = e
	}
	return m
}

// known are the ids that the annotation has an entity for.
func known(ids []string, entities map[string]Entity) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { _, ok := entities[id]; return !ok })
}

// state is the country of somebody, or "~" and the name of a body of no country.
func state(country, kind, name string) string {
	if country != "" && kind != "OCCASION" {
		return country
	}
	return "~" + fold(name)
}

func (e Entity) state() string { return state(e.Country, e.Type, e.Name) }

// forms are the folded name and surfaces.
func (e Entity) forms() []string {
	out := []string{fold(e.Name)}
	for _, s := range e.Surface {
		out = append(out, fold(s))
	}
	return out
}

// words are the words of all forms, without articles.
func (e Entity) words() []string {
	return slices.DeleteFunc(strings.Fields(strings.Join(e.forms(), " ")), func(w string) bool { return w == "the" || w == "of" || w == "a" })
}
