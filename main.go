// Command demarche turns news articles into a graph of diplomatic events: who did what to whom, where, when, whether it
// happened and who says so.
//
// This package only wires the rooms together: it reads the command line, opens a store and lets ingest and the API do the
// work.
package main

//go:generate go tool gqlgen generate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"syscall"

	"github.com/alecthomas/kong"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	code := run(ctx, os.Args[1:], os.Getenv, &interruptible{ctx: ctx, from: os.Stdin}, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// The exit statuses.
const (
	done   = 0
	failed = 1 // something failed, each thing named on stderr
	misuse = 2 // the command line makes no sense
)

// errFailed ends a command whose failures have all been named already.
var errFailed = errors.New("something failed")

// world is what a command may touch.
type world struct {
	getenv         func(string) string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// interruptible is a reader that fails when the context ends, also while it waits for input. It reads nothing before it is
// asked to.
type interruptible struct {
	ctx  context.Context
	from io.Reader
	once sync.Once
	pipe *io.PipeReader
}

// Read implements io.Reader.
func (r *interruptible) Read(p []byte) (int, error) {
	r.once.Do(func() {
		in, out := io.Pipe()
		r.pipe = in
		context.AfterFunc(r.ctx, func() { _ = out.CloseWithError(r.ctx.Err()) })
		go func() {
			_, err := io.Copy(out, r.from)
			_ = out.CloseWithError(err)
		}()
	})
	return r.pipe.Read(p)
}

// commands is the command line.
type commands struct {
	Version kong.VersionFlag `help:"Print the version."`

	Demo    demoCommand    `cmd:"" help:"Read sample articles into a throw-away store and serve the API."`
	Ingest  ingestCommand  `cmd:"" help:"Read articles into the store."`
	Extract extractCommand `cmd:"" help:"Print what articles say, one JSON line an article, without a store."`
	Eval    evalCommand    `cmd:"" help:"Measure the extractor on annotated articles or sentences."`
	Serve   serveCommand   `cmd:"" help:"Serve the graph: GraphQL at /graphql, a console at /."`
	Copy    copyCommand    `cmd:"" help:"Copy a graph from one store into another."`
	Dump    dumpCommand    `cmd:"" help:"Print the whole graph in canonical order, one JSON object a line."`
}

// version is what the Go command recorded of the source: a tag, or the commit.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// exit is how kong leaves; run catches it.
type exit int

// run executes one command line and returns its exit status.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if e, ok := recover().(exit); ok {
			code = int(e)
		}
	}()
	parser, err := kong.New(&commands{},
		kong.Name("demarche"),
		kong.Description("Diplomatic events from news articles, as a graph: who did what to whom, where, when, whether it happened and who says so."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { panic(exit(code)) }),
		kong.Vars{"store": storeDefault(getenv), "listen": "127.0.0.1:8080", "version": version()},
	)
	if err != nil {
		fmt.Fprintln(stderr, "demarche:", err)
		return misuse
	}
	command, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintf(stderr, "demarche: %v (see demarche --help)\n", err)
		return misuse
	}
	command.BindTo(ctx, (*context.Context)(nil))
	err = command.Run(&world{getenv, stdin, stdout, stderr})
	switch {
	case err == nil:
		return done
	case !errors.Is(err, errFailed):
		fmt.Fprintln(stderr, "demarche:", err)
	}
	return failed
}
