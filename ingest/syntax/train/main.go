// Command train makes the model of package syntax from treebanks, and measures it.
//
//	train [-text FILE] FOLDER             writes syntax.net, names.net and lemmas.tsv into ingest/syntax/model
//	train eval [-relations] FILE.conllu…  UPOS, UAS, LAS and speed; F1 by relation
//	train eval -names FILE.iob2…          precision, recall and F1 of names
//	train parse FILE.conllu               the file with tags, heads and relations of the model
//
// The steps of training, each a file here:
//
//	conllu, text ─▶ data: vocabulary, examples ─▶ embed: word vectors
//	                                                  └─▶ learn ⇄ backward, gradient, adam: three teachers
//	                                                        └─▶ teach: they label plain text
//	                                                              └─▶ learn: the model ─▶ names, entity: names.net
//
// The same command on the same files gives the same bytes: random numbers come from the seed and the number of the
// sentence, and sums over a batch have one order however many processors there are.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"demarche/ingest/syntax"
)

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp), errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	case err != nil:
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// errUsage says that the command line is wrong.
var errUsage = errors.New("usage: train [flags] FOLDER | train eval [flags] FILE… | train parse [flags] FILE")

func run(args []string, stdout, stderr io.Writer) error {
	command := ""
	if len(args) > 0 {
		command = args[0]
	}
	switch command {
	case "eval":
		return runEval(args[1:], stdout, stderr)
	case "parse":
		return runParse(args[1:], stdout, stderr)
	}
	return runTrain(args, stderr)
}

// openModel opens the model in a folder; without a name, the model in the binary.
func openModel(path string) (*syntax.Model, error) {
	if path == "" {
		return syntax.Load()
	}
	network, err := os.ReadFile(filepath.Join(path, "syntax.net"))
	if err != nil {
		return nil, err
	}
	names, err := os.ReadFile(filepath.Join(path, "names.net"))
	if err != nil {
		return nil, err
	}
	return syntax.Open(network, names)
}

func runEval(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("eval", flag.ContinueOnError)
	flags.SetOutput(stderr)
	names := flags.Bool("names", false, "score names, in IOB2 files")
	relations := flags.Bool("relations", false, "print F1 by relation")
	model := flags.String("model", "", "a `folder` with a model other than the one in the binary")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		return errUsage
	}
	m, err := openModel(*model)
	if err != nil {
		return err
	}
	for _, path := range flags.Args() {
		if *names {
			err = evalNames(stdout, m, path)
		} else {
			err = evalTrees(stdout, m, path, *relations)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func evalNames(stdout io.Writer, m *syntax.Model, path string) error {
	sentences, err := readNames(path)
	if err != nil {
		return err
	}
	_, err = fmt.Fprint(stdout, evaluateNames(m, sentences))
	return err
}

func evalTrees(stdout io.Writer, m *syntax.Model, path string, relations bool) error {
	trees, err := readTrees(path)
	if err != nil {
		return err
	}
	sc := evaluate(m, trees)
	report := fmt.Sprintf("%v sentences/s %.0f\n", sc, float64(len(trees))/timeParsing(m, trees))
	if relations {
		report += sc.relations()
	}
	_, err = fmt.Fprint(stdout, report)
	return err
}

func runParse(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("parse", flag.ContinueOnError)
	flags.SetOutput(stderr)
	model := flags.String("model", "", "a `folder` with a model other than the one in the binary")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return errUsage
	}
	m, err := openModel(*model)
	if err != nil {
		return err
	}
	return parseFile(stdout, m, flags.Arg(0))
}
