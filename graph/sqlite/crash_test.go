package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"demarche/graph/graphtest"
	"demarche/graph/sqlite"
)

// writerFile makes this test program a process that writes: it puts the readings from the one numbered writerFrom on
// into the file, one a Put, and prints the number of each that is done.
const (
	writerFile = "SQLITE_TEST_WRITER_FILE"
	writerFrom = "SQLITE_TEST_WRITER_FROM"
	written    = 60
)

func TestMain(m *testing.M) {
	path := os.Getenv(writerFile)
	if path == "" {
		os.Exit(m.Run())
	}
	if err := writeAll(path); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func writeAll(path string) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	from, err := strconv.Atoi(os.Getenv(writerFrom))
	if err != nil {
		return err
	}
	for i, r := range graphtest.Readings(written, 91)[from:] {
		if err := s.Put(ctx, r); err != nil {
			return err
		}
		fmt.Println(from + i)
	}
	return s.Close(ctx)
}

// writer starts a process that writes.
func writer(t *testing.T, path string, from int) (*exec.Cmd, io.Reader) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), writerFile+"="+path, writerFrom+"="+strconv.Itoa(from))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return cmd, out
}

// The writer is killed at moments spread over its run, mostly in the middle of a Put. What it said was done must be
// there, and the same articles put again must give the graph of a run that nobody disturbed.
func TestAKilledWriterLosesNothingAndLeavesNothingHalf(t *testing.T) {
	readings := graphtest.Readings(written, 91)
	whole := dump(t, graphtest.NewWorld(readings...))
	for round := range 6 {
		path := filepath.Join(t.TempDir(), "graph.db")
		cmd, out := writer(t, path, 0)
		done := 0
		for lines := bufio.NewScanner(out); done < 5+8*round && lines.Scan(); done++ {
			if lines.Text() != strconv.Itoa(done) {
				t.Fatalf("the writer says %q, want %d", lines.Text(), done)
			}
		}
		time.Sleep(time.Duration(round) * 700 * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()

		s := open(t, path)
		got := dump(t, s)
		kept := strings.Count(got, `{"record":"reading"`)
		if kept < done {
			t.Errorf("killed after %d articles: %d are there", done, kept)
		}
		if got != dump(t, graphtest.NewWorld(readings[:kept]...)) {
			t.Errorf("killed after %d articles: the graph is not that of %d articles", done, kept)
		}
		put(t, s, readings...)
		if dump(t, s) != whole {
			t.Errorf("killed after %d articles and put again: another graph", done)
		}
		closed(t, s)
	}
}

func TestProcessesMayWriteToOneFileAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	var all [3]*exec.Cmd
	var outs [3]io.Reader
	for i := range all {
		all[i], outs[i] = writer(t, path, 10*i)
	}
	for i, cmd := range all {
		_, _ = io.Copy(io.Discard, outs[i])
		if err := cmd.Wait(); err != nil {
			t.Errorf("writer %d: %v", i, err)
		}
	}
	if dump(t, open(t, path)) != dump(t, graphtest.NewWorld(graphtest.Readings(written, 91)...)) {
		t.Error("together they wrote another graph")
	}
}
