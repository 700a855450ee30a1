package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// command is the program with arguments, in an environment that names no store.
func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), demarche(t).path, args...)
	cmd.Env = slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "DEMARCHE_") || strings.HasPrefix(v, "NEO4J_") })
	return cmd
}

// run runs the program to its end.
func run(t *testing.T, stdin string, args ...string) (stdout, stderr string, status int) {
	t.Helper()
	cmd := command(t, args...)
	var out, problems bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &problems
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), problems.String(), cmd.ProcessState.ExitCode()
}

// must runs the program and fails the test unless all went well.
func must(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	out, problems, status := run(t, stdin, args...)
	if status != 0 || problems != "" {
		t.Fatalf("demarche %q: status %d: %s", args, status, problems)
	}
	return out
}

const (
	samples = "demo/articles"
	meeting = `{"id": "m", "published": "2024-03-05", "text": "Danish Prime Minister Mette Holm met Finnish President Alva Probe in Oslo on Monday."}`
)

func TestACommandLineThatMakesNoSenseEndsWithTwo(t *testing.T) {
	for _, args := range [][]string{{}, {"frobnicate"}, {"ingest"}, {"extract"}, {"extract", "--scope", "moon", "a"}, {"dump", "--nothing"}} {
		out, problems, status := run(t, "", args...)
		if status != 2 || out != "" || !strings.HasPrefix(problems, "demarche: ") || strings.Count(problems, "\n") != 1 {
			t.Errorf("%q: status %d, %q, %q", args, status, out, problems)
		}
	}
}

func TestHelpIsNoFailure(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"ingest", "--help"}} {
		if out, _, status := run(t, "", args...); status != 0 || !strings.Contains(out, "Usage: demarche") {
			t.Errorf("%q: status %d, %q", args, status, out)
		}
	}
}

func TestBadInputsAreNamedOneALineAndTheOthersAreRead(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"bytes.txt": "Zo\xeb", "empty.json": "", "folder/notes.md": "none", "news.jsonl": meeting + "\n{broken\n", "notext.json": `{"id": "n"}`,
		"large.txt": strings.Repeat("a", 10<<20+1),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{
		"absent.json": "no such file", "bytes.txt": "UTF-8", "empty.json": "is empty", "folder": "no article", "large.txt": "10 MB",
		"news.jsonl:2": "broken JSON", "notext.json": "no text",
	}
	args := []string{"--store", filepath.Join(dir, "a.db")}
	for _, name := range []string{"absent.json", "bytes.txt", "empty.json", "folder", "large.txt", "news.jsonl", "notext.json"} {
		args = append(args, filepath.Join(dir, name))
	}
	out, problems, status := run(t, "", append([]string{"ingest"}, args...)...)
	if status != 1 || !strings.HasPrefix(out, "1 articles, 1 reports, 7 failed") {
		t.Errorf("status %d: %s", status, out)
	}
	for line := range strings.Lines(problems) {
		name, _, _ := strings.Cut(strings.TrimPrefix(line, "demarche: "+dir+"/"), ": ")
		if why, ok := want[name]; !ok || !strings.Contains(line, why) {
			t.Errorf("%q", line)
		}
		delete(want, name)
	}
	if len(want) > 0 {
		t.Errorf("not named: %v", want)
	}
}

func TestExtractPrintsOneLineAnArticleInTheOrderOfTheInput(t *testing.T) {
	out := must(t, strings.Replace(meeting, `"m"`, `"z"`, 1)+"\n"+strings.Replace(meeting, `"m"`, `"a"`, 1), "extract", "-", samples)
	var ids []string
	for line := range strings.Lines(out) {
		var x struct{ ID string }
		if err := json.Unmarshal([]byte(line), &x); err != nil {
			t.Fatal(err)
		}
		ids = append(ids, x.ID)
	}
	if len(ids) < 20 || ids[0] != "z" || ids[1] != "a" || !slices.IsSorted(ids[2:]) {
		t.Errorf("%q", ids)
	}
	if again := must(t, "", "extract", samples); !strings.HasSuffix(out, again) {
		t.Error("a second extract differs")
	}
}

// graph is the dump of a store.
func graph(t *testing.T, store string) string {
	t.Helper()
	return must(t, "", "dump", "--store", store)
}

func TestOrderAndRepetitionDoNotChangeTheGraph(t *testing.T) {
	dir := t.TempDir()
	once, twice, backwards := filepath.Join(dir, "once.db"), filepath.Join(dir, "twice.db"), filepath.Join(dir, "backwards.db")
	must(t, "", "ingest", "--store", once, samples)
	must(t, "", "ingest", "--store", twice, samples, samples)
	must(t, "", "ingest", "--store", twice, samples)
	names, err := filepath.Glob(samples + "/*.json")
	if err != nil || len(names) == 0 {
		t.Fatal(err)
	}
	slices.Reverse(names)
	for _, name := range names {
		must(t, "", "ingest", "--store", backwards, name)
	}
	want := graph(t, once)
	if !strings.Contains(want, "Han Duck-soo") || graph(t, twice) != want || graph(t, backwards) != want {
		t.Error("the dumps differ")
	}
}

// many is the samples over and over, under new ids, as JSON Lines.
func many(t *testing.T, times int) []string {
	t.Helper()
	names, err := filepath.Glob(samples + "/*.json")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range times {
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			var fields map[string]any
			if err := json.Unmarshal(data, &fields); err != nil {
				t.Fatal(err)
			}
			fields["id"] = fmt.Sprint(fields["id"], "-", i)
			line, err := json.Marshal(fields)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, string(line)+"\n")
		}
	}
	return out
}

func TestAKilledIngestLosesNothingAndChangesNothing(t *testing.T) {
	dir := t.TempDir()
	killed, whole := filepath.Join(dir, "killed.db"), filepath.Join(dir, "whole.db")
	articles := many(t, 12)
	cmd := command(t, "ingest", "--store", killed, "-")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Somewhat more than one batch goes in; the input stays open, so that the program cannot end by itself.
	if _, err := io.WriteString(in, strings.Join(articles[:150], "")); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); !strings.Contains(graph(t, killed), "Han Duck-soo"); time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("no batch arrives")
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	half := graph(t, killed)
	all := strings.Join(articles, "")
	must(t, all, "ingest", "--store", killed, "-")
	must(t, all, "ingest", "--store", whole, "-")
	want := graph(t, whole)
	if half == want {
		t.Error("the first run was not cut short")
	}
	if graph(t, killed) != want {
		t.Error("the dumps differ")
	}
}
