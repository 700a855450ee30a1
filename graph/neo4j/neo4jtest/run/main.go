// Run starts a Neo4j with its Browser and keeps it until it is interrupted, or until the command it is given ends:
//
//	go run ./graph/neo4j/neo4jtest/run                      # what `make neo4j` does
//	go run ./graph/neo4j/neo4jtest/run go test ./...        # a command with NEO4J_URI and the rest set
//
// Without a command the data stay in -home for the next time. It needs Docker, or Java 17 and Maven.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"

	"demarche/graph/neo4j/neo4jtest"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() (err error) {
	home := flag.String("home", "", "directory of the server's data (default: a temporary one)")
	bolt := flag.Int("bolt", 7687, "port of Bolt, 0 for a free one")
	http := flag.Int("http", 7474, "port of Neo4j Browser, 0 for a free one")
	heap := flag.String("heap", "512m", "heap size")
	var settings lines
	flag.Var(&settings, "set", "a line of neo4j.conf (may be repeated)")
	flag.Parse()
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	o := neo4jtest.Options{Home: *home, BoltPort: *bolt, HTTPPort: *http, Heap: *heap, Settings: settings}
	s, err := neo4jtest.Open(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if flag.NArg() > 0 {
		return command(ctx, s, flag.Args())
	}
	fmt.Printf("Neo4j Browser: %s\nSettings for demarche (this server stops with Ctrl-C):\n\n", s.Browser)
	fmt.Printf("  export %s\n", strings.Join(s.Environ(), "\n  export "))
	<-ctx.Done()
	return nil
}

func command(ctx context.Context, s *neo4jtest.Server, args []string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), s.Environ()...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

type lines []string

func (l *lines) String() string { return strings.Join(*l, ",") }

func (l *lines) Set(s string) error {
	*l = append(*l, s)
	return nil
}
