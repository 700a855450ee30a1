package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// toyTreebanks writes, into a folder, small treebanks of one plain pattern in the files that training looks for, and a
// file of plain text.
func toyTreebanks(t *testing.T) (folder, text string) {
	t.Helper()
	folder = t.TempDir()
	rng := rand.New(rand.NewPCG(1, 1))
	var trees, names, articles strings.Builder
	for range 500 {
		words := toySentence(rng)
		for i, w := range words {
			fmt.Fprintf(&trees, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t_\n", i+1, w.Form, w.Lemma, w.Tag, w.XPOS, w.Head+1, w.Rel)
			fmt.Fprintf(&names, "%d\t%s\t%s\n", i+1, w.Form, w.Name)
		}
		trees.WriteString("\n")
		names.WriteString("\n")
		fmt.Fprintf(&articles, "{\"text\": %q}\n", strings.TrimSpace(forms(words)))
	}
	for name, content := range map[string]string{
		"ewt-train.conllu": trees.String(), "ewt-dev.conllu": trees.String(), "gum-train.conllu": trees.String(),
		"uner-train.iob2": names.String(), "uner-dev.iob2": names.String(),
	} {
		write(t, filepath.Join(folder, name), content)
	}
	text = filepath.Join(folder, "plain.jsonl")
	write(t, text, articles.String())
	return folder, text
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// toySentence is "France accused Iran ." with other words.
func toySentence(rng *rand.Rand) []word {
	countries := []string{"France", "Iran", "China", "Japan", "Egypt", "Kenya"}
	verbs := []string{"accused", "visited", "praised", "warned"}
	country := func() string { return countries[rng.IntN(len(countries))] }
	verb := verbs[rng.IntN(len(verbs))]
	from, to := country(), country()
	return []word{
		{Form: from, Lemma: from, Tag: "PROPN", XPOS: "NNP", Head: 1, Rel: "nsubj", Name: "B-LOC"},
		{Form: verb, Lemma: strings.TrimSuffix(verb, "ed"), Tag: "VERB", XPOS: "VBD", Head: -1, Rel: "root", Name: "O"},
		{Form: to, Lemma: to, Tag: "PROPN", XPOS: "NNP", Head: 1, Rel: "obj", Name: "B-LOC"},
		{Form: ".", Lemma: ".", Tag: "PUNCT", XPOS: ".", Head: 1, Rel: "punct", Name: "O"},
	}
}

// trainOnce runs the whole command on little and returns the bytes of its files.
func trainOnce(t *testing.T, folder, text string) map[string][]byte {
	t.Helper()
	out := t.TempDir()
	args := []string{"-limit", "500", "-epochs", "2", "-teachers", "1", "-teacher-epochs", "1", "-text", text, "-o", out, folder}
	if err := run(args, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range []string{"syntax.net", "names.net", "lemmas.tsv"} {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = b
	}
	return files
}

func TestTrainingTwiceGivesTheSameBytes(t *testing.T) {
	folder, text := toyTreebanks(t)
	first, second := trainOnce(t, folder, text), trainOnce(t, folder, text)
	for name, b := range first {
		if !bytes.Equal(b, second[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestAPatternIsLearned(t *testing.T) {
	folder, text := toyTreebanks(t)
	out := t.TempDir()
	if err := run([]string{"-epochs", "6", "-teachers", "0", "-text", text, "-o", out, folder}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	var parsed, scores, names bytes.Buffer
	for _, c := range []struct {
		args []string
		to   *bytes.Buffer
	}{
		{[]string{"parse", "-model", out, filepath.Join(folder, "ewt-dev.conllu")}, &parsed},
		{[]string{"eval", "-model", out, "-relations", filepath.Join(folder, "ewt-dev.conllu")}, &scores},
		{[]string{"eval", "-model", out, "-names", filepath.Join(folder, "uner-dev.iob2")}, &names},
	} {
		if err := run(c.args, c.to, io.Discard); err != nil {
			t.Fatal(err)
		}
	}
	gold, err := os.ReadFile(filepath.Join(folder, "ewt-dev.conllu"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(parsed.Bytes(), gold) {
		t.Errorf("parsed as\n%.400s", parsed.String())
	}
	if !strings.HasPrefix(scores.String(), "UPOS 100.00 UAS 100.00 LAS 100.00 sentences/s ") || !strings.Contains(scores.String(), "nsubj") {
		t.Errorf("scored\n%s", scores.String())
	}
	if !strings.HasPrefix(names.String(), "P 100.00 R 100.00 F1 100.00\n") {
		t.Errorf("names scored\n%s", names.String())
	}
}

func TestWhatIsNoTreebankIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bad.conllu")
	write(t, path, "1\tshort\n")
	err := run([]string{"eval", path}, io.Discard, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "bad.conllu line 1") {
		t.Errorf("error %v", err)
	}
	for _, args := range [][]string{{}, {"eval"}, {"parse"}, {"-x"}} {
		if err := run(args, io.Discard, io.Discard); err == nil {
			t.Errorf("%v is accepted", args)
		}
	}
}
