package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/sqlite"
)

func TestOpenRefusesAFileThatIsNotOursAndLeavesItAlone(t *testing.T) {
	for name, c := range map[string]struct {
		make func(t *testing.T, path string)
		want error
	}{
		"a text": {func(t *testing.T, path string) {
			write(t, path, strings.Repeat("Xi met Han in Hangzhou.\n", 200))
		}, sqlite.ErrForeign},
		"another program's database":           {statements("CREATE TABLE notes (text)"), sqlite.ErrForeign},
		"another program's marked database":    {statements("PRAGMA application_id = 42"), sqlite.ErrForeign},
		"a database of a newer schema":         {newer, sqlite.ErrNewer},
		"another program's versioned database": {statements("PRAGMA user_version = 1"), sqlite.ErrForeign},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "odd name#1?%20.db")
			c.make(t, path)
			before := read(t, path)
			s, err := sqlite.Open(t.Context(), path)
			if !errors.Is(err, c.want) {
				t.Fatalf("Open: %v, %v, want %v", s, err, c.want)
			}
			if !strings.HasPrefix(err.Error(), path+": ") || strings.Contains(err.Error(), "\n") {
				t.Errorf("not one line that names the file: %q", err)
			}
			if !bytes.Equal(before, read(t, path)) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestOpenSaysWhatIsWrongWithThePath(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct {
		path string
		opts []sqlite.Option
	}{
		"no such folder":                     {filepath.Join(dir, "none", "graph.db"), nil},
		"the path is a folder":               {dir, nil},
		"nothing there to be read":           {filepath.Join(dir, "none.db"), []sqlite.Option{sqlite.ReadOnly()}},
		"an empty file, and only to be read": {write(t, filepath.Join(dir, "empty.db"), ""), []sqlite.Option{sqlite.ReadOnly()}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sqlite.Open(t.Context(), c.path, c.opts...)
			if err == nil || !strings.HasPrefix(err.Error(), c.path+": ") || strings.Contains(err.Error(), "SQLITE") {
				t.Errorf("Open: %v, want a line that names the file", err)
			}
		})
	}
}

func TestOpenTakesAnEmptyFileForANewOne(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "empty.db"), "")
	put(t, open(t, path), graphtest.Readings(3, 1)...)
}

func TestAStoreThatIsOnlyReadReadsAndSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	s := open(t, path)
	put(t, s, graphtest.Readings(10, 1)...)
	want := dump(t, s)
	closed(t, s)
	s, err := sqlite.Open(t.Context(), path, sqlite.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	if dump(t, s) != want {
		t.Error("it reads something else")
	}
	if err := s.Put(t.Context(), graphtest.Readings(1, 2)...); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Put: %v, want %v", err, graph.ErrReadOnly)
	}
	closed(t, s)
}

func TestAFileThatMayNotBeWrittenIsRead(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write everything")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "graph.db")
	s := open(t, path)
	put(t, s, graphtest.Readings(10, 1)...)
	want := dump(t, s)
	closed(t, s)
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	for what, mode := range map[string]os.FileMode{"file": 0o700, "file and folder": 0o500} {
		if err := errors.Join(os.Chmod(path, 0o400), os.Chmod(dir, mode)); err != nil {
			t.Fatal(err)
		}
		s := open(t, path)
		if err := s.Put(t.Context(), graphtest.Readings(1, 2)...); !errors.Is(err, graph.ErrReadOnly) || dump(t, s) != want {
			t.Errorf("%s: Put: %v, want %v", what, err, graph.ErrReadOnly)
		}
		closed(t, s)
	}
}

func TestAClosedStoreSaysSo(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	closed(t, s)
	closed(t, s)
	if _, err := s.Events(t.Context(), []graph.ID{"event:1"}); err == nil {
		t.Error("Events answered")
	}
	if err := s.Put(t.Context()); err == nil {
		t.Error("Put succeeded")
	}
}

func TestManyMayOpenANewFileAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.db")
	readings := graphtest.Readings(16, 3)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Errorf("Open: %v", err)
				return
			}
			if err := s.Put(t.Context(), readings[2*i:2*i+2]...); err != nil {
				t.Errorf("Put: %v", err)
			}
			_ = s.Close(context.WithoutCancel(t.Context()))
		})
	}
	wg.Wait()
	if got, want := dump(t, open(t, path)), dump(t, graphtest.NewWorld(readings...)); got != want {
		t.Error("what they put is not all there")
	}
}

func TestAWalkThatIsLeftEarlyGivesItsConnectionBack(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	put(t, s, graphtest.Readings(10, 1)...)
	for range 50 {
		for _, err := range s.Records(t.Context(), graph.ReadingRecord) {
			if err != nil {
				t.Fatal(err)
			}
			break
		}
	}
}

// statements makes, or changes, a database with another hand than ours.
func statements(text string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		name := url.URL{Scheme: "file", Opaque: url.PathEscape(path)}
		db, err := sql.Open("sqlite", name.String())
		if err == nil {
			_, err = db.Exec(text)
		}
		if err := errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// newer makes a database of ours with a schema that nobody knows yet.
func newer(t *testing.T, path string) {
	closed(t, open(t, path))
	statements("PRAGMA user_version = 1000")(t, path)
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func put(t testing.TB, s graph.Store, readings ...graph.Reading) {
	t.Helper()
	if err := s.Put(context.WithoutCancel(t.Context()), readings...); err != nil {
		t.Fatalf("Put: %v", err)
	}
}

func dump(t testing.TB, s graph.Dumper) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteDump(t.Context(), s, &b); err != nil {
		t.Fatal(fmt.Errorf("dump: %w", err))
	}
	return b.String()
}

func closed(t testing.TB, s *sqlite.Store) {
	t.Helper()
	if err := s.Close(context.WithoutCancel(t.Context())); err != nil {
		t.Fatalf("Close: %v", err)
	}
}
