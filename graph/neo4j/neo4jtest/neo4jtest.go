package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"
)

// Switch is the environment variable that asks for the tests with a server: DEMARCHE_NEO4J=1 go test ./...
const Switch = "DEMARCHE_NEO4J"

// Options is how a server of a test's own differs from the usual one. The zero value is a fresh server on free ports.
type Options struct {
	Home     string   // where data, logs and settings are kept; "" is a temporary directory, removed at the end
	BoltPort int      // 0 is a free one
	HTTPPort int      // 0 is a free one
	Heap     string   // as Java writes it; "" is 512m
	Settings []string // more lines of neo4j.conf, such as "browser.post_connect_cmd=play http://…"
}

// Start gives the test a server of its own, stopped and removed when the test ends.
func Start(t testing.TB, o Options) *Server {
	t.Helper()
	wanted(t)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	s, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// Shared gives the test the one server of this test program, without data now and again when the test ends. The
// constraints and indexes that a test makes stay for the next one: DropSchema removes them.
// Tests that call it must not be parallel to each other, and their package's TestMain must call Main.
func Shared(t testing.TB) *Server {
	t.Helper()
	wanted(t)
	s, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	empty := func() {
		if err := s.Empty(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	empty()
	t.Cleanup(empty)
	return s
}

// Main runs a package's tests and then ends the server that Shared started; its result is the exit status.
func Main(m *testing.M) int {
	status := m.Run()
	if err := release(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return status
}

// patience bounds a start, fetching the jars included.
const patience = 10 * time.Minute

func wanted(t testing.TB) {
	t.Helper()
	if os.Getenv(Switch) == "" && os.Getenv("NEO4J_URI") == "" {
		t.Skip("needs Neo4j: run with " + Switch + "=1 (Docker, or Java 17 and Maven) or with NEO4J_URI")
	}
}

var one struct {
	sync.Mutex
	server *Server
	err    error
}

func shared() (*Server, error) {
	one.Lock()
	defer one.Unlock()
	if one.server != nil || one.err != nil {
		return one.server, one.err
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if uri := os.Getenv("NEO4J_URI"); uri != "" {
		one.server, one.err = given(ctx, uri)
	} else {
		one.server, one.err = Open(ctx, Options{})
	}
	return one.server, one.err
}

func release() error {
	one.Lock()
	defer one.Unlock()
	if one.server == nil {
		return nil
	}
	return one.server.Close()
}

// ErrNotEmpty: the server of NEO4J_URI holds somebody's data.
var ErrNotEmpty = errors.New("not empty, and tests begin by deleting everything")

// given is the server that the environment names, locked against other test programs on this machine.
func given(ctx context.Context, uri string) (*Server, error) {
	s := &Server{
		URI: uri, Username: env("NEO4J_USERNAME", "neo4j"), Password: os.Getenv("NEO4J_PASSWORD"),
		Database: env("NEO4J_DATABASE", "neo4j"),
	}
	unlock, err := lock(ctx, uri)
	if err != nil {
		return nil, err
	}
	s.onClose = append(s.onClose, func() error { return s.DropSchema(context.Background()) }, unlock)
	n, err := s.count(ctx)
	if err == nil && n > 0 {
		err = ErrNotEmpty
	}
	if err != nil {
		unlock()
		return nil, fmt.Errorf("%s: %w", uri, err)
	}
	return s, nil
}

func env(name, otherwise string) string {
	if v := os.Getenv(name); v != "" {
		return v
	}
	return otherwise
}
