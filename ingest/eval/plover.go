package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"demarche/graph"
)

// Sentence is one sentence with all the PLOVER types that its coders gave it, folded by Fold.
type Sentence struct {
	Text  string
	Types map[graph.Type]bool
}

// Yield is what PLOVER's older CONCEDE and RETREAT are folded into: some data knows only the one class.
const Yield graph.Type = "YIELD"

// Fold takes CONCEDE, RETREAT and YIELD for one type.
func Fold(t graph.Type) graph.Type {
	if t == graph.TypeConcede || t == graph.TypeRetreat {
		return Yield
	}
	return t
}

// ReadSentences reads JSON lines with the fields sentence and plover_root. Equal sentences become one with all their
// types, in order of first appearance.
func ReadSentences(r io.Reader) ([]Sentence, error) {
	var out []Sentence
	at := map[string]int{}
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var row struct {
			Sentence string     `json:"sentence"`
			Root     graph.Type `json:"plover_root"`
		}
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		i, ok := at[row.Sentence]
		if !ok {
			i, at[row.Sentence] = len(out), len(out)
			out = append(out, Sentence{row.Sentence, map[graph.Type]bool{}})
		}
		out[i].Types[Fold(row.Root)] = true
	}
	return out, lines.Err()
}

// Plover adds up the types of sentences. The zero value is ready to use.
type Plover struct {
	All    Tally
	Types  map[graph.Type]Tally
	Errors []string // of each sentence that is not quite right: what was missed, what is too much, the sentence
}

// Add scores one sentence: a type counts once however often it was predicted.
func (p *Plover) Add(s Sentence, predicted []graph.Type) {
	if p.Types == nil {
		p.Types = map[graph.Type]Tally{}
	}
	found := map[graph.Type]bool{}
	for _, t := range predicted {
		found[Fold(t)] = true
	}
	var missed, extra []graph.Type
	for _, t := range types {
		switch {
		case found[t] && s.Types[t]:
			p.count(t, Tally{TP: 1})
		case found[t]:
			p.count(t, Tally{FP: 1})
			extra = append(extra, t)
		case s.Types[t]:
			p.count(t, Tally{FN: 1})
			missed = append(missed, t)
		}
	}
	if len(missed)+len(extra) > 0 {
		p.Errors = append(p.Errors, fmt.Sprintf("missed %v extra %v: %s", missed, extra, s.Text))
	}
}

// types lists the folded types.
var types = func() (out []graph.Type) {
	for _, t := range graph.Types() {
		if !slices.Contains(out, Fold(t)) {
			out = append(out, Fold(t))
		}
	}
	return out
}()

func (p *Plover) count(t graph.Type, each Tally) {
	p.Types[t] = p.Types[t].plus(each)
	p.All = p.All.plus(each)
}

// Print writes the figures and a row a type.
func (p Plover) Print(w io.Writer) {
	fmt.Fprintf(w, "%-8s %s   (tp %d fp %d fn %d)\n", "plover", p.All.line(), p.All.TP, p.All.FP, p.All.FN)
	fmt.Fprintf(w, "\n%-18s %5s %5s %5s %6s %6s %6s\n", "type", "tp", "fp", "fn", "P", "R", "F1")
	for _, t := range types {
		if tally, ok := p.Types[t]; ok {
			fmt.Fprintf(w, "%-18s %s\n", t, tally.row())
		}
	}
}
