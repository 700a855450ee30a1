package syntax

import (
	_ "embed"
	"sync"
)

//go:embed model/syntax.net
var modelFile []byte

//go:embed model/names.net
var nameFile []byte

//go:embed model/lists.tsv
var listFile string

//go:embed model/lemmas.tsv
var lemmaFile string

var load = sync.OnceValues(func() (*Model, error) { return Open(modelFile, nameFile) })

var loadLemmas = sync.OnceValue(func() *lemmas {
	l := readLemmas(lemmaFile)
	return &l
})

// Lists gives the lists that words of names stand on, as bits, by folded word; nobody may change it.
var Lists = sync.OnceValue(func() map[string]uint8 { return readLists(listFile) })

// Load returns the model in the binary. It is decoded once; every call gives the same one, safe for many goroutines.
func Load() (*Model, error) { return load() }
