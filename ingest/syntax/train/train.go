package main

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"

	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
)

// options are the flags of training.
type options struct {
	text, out string
	limit     int
	epochs    int
	rate      float64
	batch     int
	seed      uint64
	hold      bool
	onlyNames bool

	teachers, teacherEpochs int
	share                   float64
}

// logger tells how far training is.
type logger func(format string, args ...any)

func runTrain(args []string, stderr io.Writer) error {
	var o options
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.text, "text", "", "plain articles as JSON Lines, for word vectors and teaching; without it there are no teachers")
	flags.StringVar(&o.out, "o", "ingest/syntax/model", "the `folder` to write syntax.net and lemmas.tsv into")
	flags.IntVar(&o.limit, "limit", 0, "use only so many sentences")
	flags.IntVar(&o.epochs, "epochs", 14, "passes over the sentences")
	flags.Float64Var(&o.rate, "rate", 0.002, "learning rate")
	flags.IntVar(&o.batch, "batch", 32, "sentences a step")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of all random numbers")
	flags.BoolVar(&o.hold, "hold", false, "keep a tenth of GUM back and print its score behind each pass, with that of EWT dev")
	flags.BoolVar(&o.onlyNames, "only-names", false, "train names.net again for the syntax.net that is there")
	flags.IntVar(&o.teachers, "teachers", 3, "networks that label the plain text for the model; 0 for none")
	flags.IntVar(&o.teacherEpochs, "teacher-epochs", 10, "passes of each over the sentences")
	flags.Float64Var(&o.share, "share", 1, "labelled plain sentences a pass, as a multiple of the treebanks' sentences")
	flags.IntVar(&shape.Hidden, "hidden", shape.Hidden, "")
	flags.IntVar(&shape.Arc, "arc", shape.Arc, "")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	return train(flags.Arg(0), o, func(format string, args ...any) {
		_, _ = fmt.Fprintf(stderr, format+"\n", args...)
	})
}

// material is what a network learns from and is tried on.
type material struct {
	trees, held, dev [][]word
	text, devNames   [][]word
	entities         [][]word // sentences of GUM with names made of its entities
}

// readMaterial reads the treebanks of a folder, with the names of UNER in the trees of EWT, and the plain text.
func readMaterial(folder string, o options) (*material, error) {
	trees, err := readTrees(in(folder, "ewt-train.conllu"))
	if err != nil {
		return nil, err
	}
	names, err := readNames(in(folder, "uner-train.iob2"))
	if err != nil {
		return nil, err
	}
	addNames(trees, names)
	gum, err := readTrees(in(folder, "gum-train.conllu"))
	if err != nil {
		return nil, err
	}
	m := &material{trees: trees}
	for i, s := range gum {
		if o.hold && i/100%10 == 9 {
			m.held = append(m.held, s)
		} else {
			m.trees = append(m.trees, s)
			m.entities = append(m.entities, nameEntities(s))
		}
	}
	if m.dev, err = readTrees(in(folder, "ewt-dev.conllu")); err != nil {
		return nil, err
	}
	if m.devNames, err = readNames(in(folder, "uner-dev.iob2")); err != nil {
		return nil, err
	}
	if o.text != "" {
		m.text, err = plainText(o.text)
	}
	if o.limit > 0 {
		m.trees = m.trees[:min(o.limit, len(m.trees))]
		m.text = m.text[:min(o.limit, len(m.text))]
		m.entities = m.entities[:min(o.limit, len(m.entities))]
	}
	return m, err
}

// in is a file of a folder, gzipped or not.
func in(folder, name string) string {
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err == nil {
		return path
	}
	return path + ".gz"
}

func train(folder string, o options, log logger) error {
	data, err := readMaterial(folder, o)
	if err != nil {
		return err
	}
	if o.onlyNames {
		network, err := os.ReadFile(filepath.Join(o.out, "syntax.net"))
		if err != nil {
			return err
		}
		return trainNames(network, data, o)
	}
	log("%d trees, %d plain sentences", len(data.trees), len(data.text))
	v := newVocabulary(data.trees, countWords(data.text), 5)
	vectors := wordVectors(v, data, o.seed)
	gold := course{gold: examplesOf(data.trees)}
	if o.teachers > 0 && len(data.text) > 0 {
		var teachers []*net.Params
		for i := range o.teachers {
			log("teacher %d", i+1)
			seed := o.seed + 100*uint64(i+1)
			teachers = append(teachers, newNetwork(teacherShape, vectors, seed))
			learn(teachers[i], v, gold, o.plan(o.teacherEpochs, seed, log, tryOut(data, o)))
		}
		gold.taught, gold.share = teach(teachers, v, data.text, gold.gold), o.share
		shuffle(gold.taught, o.seed)
	}
	log("the model")
	p := newNetwork(shape, vectors, o.seed)
	learn(p, v, gold, o.plan(o.epochs, o.seed, log, tryOut(data, o)))
	if err := os.WriteFile(filepath.Join(o.out, "lemmas.tsv"), []byte(lemmaHead+lemmaList(data.trees)), 0o644); err != nil {
		return err
	}
	network := net.Encode(&net.Model{Params: p, Words: v.words})
	if err := os.WriteFile(filepath.Join(o.out, "syntax.net"), network, 0o644); err != nil {
		return err
	}
	return trainNames(network, data, o)
}

// trainNames makes the model of names beside a network as it is stored.
func trainNames(network []byte, data *material, o options) error {
	m, err := net.Decode(network)
	if err != nil {
		return err
	}
	w := learnNames(m, append(withNames(data.trees), data.entities...), data.devNames, o.seed)
	return os.WriteFile(filepath.Join(o.out, "names.net"), net.EncodeWide(w), 0o644)
}

const lemmaHead = "# Lemma rules derived from UD English EWT and GUM (see PROVENANCE.md); CC BY-SA 4.0. " +
	"Ending (^ whole word), Penn tag, bytes to cut, text to add.\n"

func examplesOf(trees [][]word) []*example {
	var all []*example
	for _, s := range trees {
		all = append(all, newExample(s))
	}
	return all
}

func shuffle(examples []*example, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 3))
	rng.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
}

func (o *options) plan(epochs int, seed uint64, log logger, dev func(*net.Model, bool) string) plan {
	return plan{epochs: epochs, batch: o.batch, rate: o.rate, seed: seed, log: log, dev: dev}
}

// newNetwork is a network at the start of learning, with the word vectors in place.
func newNetwork(s net.Shape, vectors *net.Matrix, seed uint64) *net.Params {
	s.Vocab = vectors.Rows
	p := net.New(s)
	initialize(p, seed)
	copy(p.Words.V, vectors.V)
	return p
}

// tryOut scores a network on what is held back: behind each pass when a part of GUM is, else only behind the last.
func tryOut(data *material, o options) func(*net.Model, bool) string {
	return func(m *net.Model, last bool) string {
		if !o.hold && !last {
			return ""
		}
		opened, err := syntax.Open(net.Encode(m), net.EncodeWide(net.NewWide(1, make([]uint8, len(m.Words)))))
		if err != nil {
			return err.Error()
		}
		return fmt.Sprintf("dev %v held %v", evaluate(opened, data.dev), evaluate(opened, data.held))
	}
}

// wordVectors learns vectors of the vocabulary from trees and plain text.
func wordVectors(v *vocabulary, data *material, seed uint64) *net.Matrix {
	all := append(rowsOf(v, data.trees), rowsOf(v, data.text)...)
	count := make([]int, len(v.words))
	for _, s := range all {
		for _, w := range s {
			if w >= 0 {
				count[w]++
			}
		}
	}
	const passes = 5
	m := net.NewMatrix(len(v.words), shape.Word)
	embed(&m, all, count, passes, seed)
	return &m
}
