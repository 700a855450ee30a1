package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/leaders.tsv
var leaderTable string

// loadLeaders reads the table: folded name to alpha-3.
var loadLeaders = sync.OnceValue(func() map[string]string {
	leaders := map[string]string{}
	for line := range strings.Lines(leaderTable) {
		name, country, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || name == "name" || strings.HasPrefix(name, "#") {
			continue
		}
		for alias := range strings.SplitSeq(name, "|") {
			leaders[Fold(alias)] = country
		}
		surname := Fold(name[strings.LastIndexByte(name, ' ')+1:])
		if other, taken := leaders[surname]; taken && other != country {
			country = ""
		}
		leaders[surname] = country
	}
	return leaders
})

// Leader is the country of a person whom the news often names without saying so, by the whole name or by a surname that
// leaders of one country only bear; "" of anybody else.
// Persons need not be listed to be found in a text: the table only says where the best known belong.
func (l *Lexicon) Leader(name string) string { return loadLeaders()[Fold(name)] }
