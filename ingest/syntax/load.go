package syntax

import (
	_ "embed"
	"sync"
)

//go:embed model/syntax.net
var modelFile []byte

//go:embed model/lemmas.tsv
var lemmaFile string

var load = sync.OnceValues(func() (*Model, error) { return Open(modelFile) })

var loadLemmas = sync.OnceValue(func() *lemmas {
	l := readLemmas(lemmaFile)
	return &l
})

// Load returns the model in the binary. It is decoded once; every call gives the same one, safe for many goroutines.
func Load() (*Model, error) { return load() }
