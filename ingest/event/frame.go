package event

import (
	_ "embed" // the frames
	"fmt"
	"strings"
	"sync"

	"demarche/graph"
)

// Frame says which words make which kind of event, and where its sides stand. The frames are data, two tables that a
// political scientist can read and extend: verbs.tsv and nouns.tsv, each row with a sentence that it matches and one that
// it must not.
type Frame struct {
	Kind      graph.Kind
	Type      graph.Type // "" the kind's own
	Words     []string   // verbs, by lemma; "call+off" is a verb with its particle
	Objects   []string   // nouns that the verb must have as object (or passive subject); empty for any or none
	Actor     []string   // of nouns: slots of who does it
	Recipient []string   // slots of who receives it, the first that is filled counts; "~", "@" as in whom
	Needs     string     // "clause": a clause or infinitive must depend on the verb; "recipient": the recipient must be an actor;
	// "person": a person; "should": a clause with should or must; "that": also a bare one, "demanded that he go"; "harm": a
	// clause that does harm; a preposition: a phrase with it
	Rule    string // name of the rule: file and line, "verbs:12"
	Example string // a sentence that this frame matches
	Counter string // one that it must not
}

//go:embed verbs.tsv
var verbTable string

//go:embed nouns.tsv
var nounTable string

// frames are the tables by word.
type frames struct {
	verbs, nouns map[string][]Frame
	all          []Frame
}

var loadFrames = sync.OnceValues(func() (*frames, error) {
	f := &frames{verbs: map[string][]Frame{}, nouns: map[string][]Frame{}}
	for _, table := range []struct {
		name, text string
		into       map[string][]Frame
	}{{"verbs", verbTable, f.verbs}, {"nouns", nounTable, f.nouns}} {
		if err := f.read(table.name, table.text, table.into); err != nil {
			return nil, err
		}
	}
	return f, nil
})

// Frames lists all frames.
func Frames() ([]Frame, error) {
	f, err := loadFrames()
	if err != nil {
		return nil, err
	}
	return f.all, nil
}

func (f *frames) read(name, text string, into map[string][]Frame) error {
	for i, line := range strings.Split(text, "\n") {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "kind\t") || line == "" {
			continue
		}
		frame, err := parseFrame(fmt.Sprintf("%s:%d", name, i+1), line)
		if err != nil {
			return err
		}
		f.all = append(f.all, frame)
		for _, w := range frame.Words {
			into[verbOf(w)] = append(into[verbOf(w)], frame)
		}
	}
	return nil
}

// verbOf is the verb of "call+off".
func verbOf(word string) string {
	verb, _, _ := strings.Cut(word, "+")
	return verb
}

// parseFrame reads a row: kind[=TYPE], words, objects, actor slots, recipient slots, needs, example, counter-example.
func parseFrame(rule, line string) (Frame, error) {
	c := strings.Split(line, "\t")
	if len(c) != 8 {
		return Frame{}, fmt.Errorf("%s: has %d columns, not 8", rule, len(c))
	}
	kind, typ, _ := strings.Cut(c[0], "=")
	f := Frame{
		Kind: graph.Kind(kind), Type: graph.Type(typ), Words: cells(c[1]), Objects: cells(c[2]), Actor: cells(c[3]), Recipient: cells(c[4]),
		Needs: c[5], Rule: rule, Example: c[6], Counter: c[7],
	}
	if !f.Kind.Known() || f.Type != "" && f.Type.Quad() == "" || len(f.Words) == 0 {
		return Frame{}, fmt.Errorf("%s: kind %q, words %q", rule, c[0], c[1])
	}
	return f, nil
}

// cells splits "a/b/c"; "-" is none.
func cells(s string) []string {
	if s == "" || s == "-" {
		return nil
	}
	return strings.Split(s, "/")
}

// typ is the PLOVER type of events of the frame.
func (f Frame) typ() graph.Type {
	if f.Type != "" {
		return f.Type
	}
	return f.Kind.Predicate().Type
}
