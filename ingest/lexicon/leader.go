package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/leaders.tsv
var leaderTable string

// Leader is a person whom the news often names without saying whose: the commonest spelling of the name, other
// spellings, and the country as alpha-3.
type Leader struct {
	Name      string
	Spellings []string
	Country   string
}

// loadLeaders reads the table, by folded spelling and by surnames that leaders of one country only bear.
var loadLeaders = sync.OnceValue(func() map[string]Leader {
	leaders := map[string]Leader{}
	for line := range strings.Lines(leaderTable) {
		names, country, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || names == "name" || strings.HasPrefix(names, "#") {
			continue
		}
		spellings := strings.Split(names, "|")
		who := Leader{spellings[0], spellings[1:], country}
		for _, s := range spellings {
			leaders[Fold(s)] = who
		}
		surname := Fold(names[strings.LastIndexByte(names, ' ')+1:])
		if other, taken := leaders[surname]; taken && other.Name != who.Name {
			who = Leader{}
		}
		leaders[surname] = who
	}
	return leaders
})

// Leader looks a person up by the whole name, in any known spelling, or by a surname that no other leader of the table
// bears; the zero Leader is nobody. Persons need not be listed to be found in a text.
func (l *Lexicon) Leader(name string) Leader { return loadLeaders()[Fold(name)] }
