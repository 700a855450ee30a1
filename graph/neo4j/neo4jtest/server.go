package neo4jtest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Server is a Neo4j to test against. Its fields are what NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and
// NEO4J_DATABASE hold, and the address of Neo4j Browser.
type Server struct {
	URI, Username, Password, Database string
	Browser                           string // "" for a server that was given by NEO4J_URI

	options Options
	home    string
	engine  engine
	onClose []func() error
}

// engine is what runs a server: a Java process or a container.
type engine interface {
	configure(o Options) error // for the next start
	start(ctx context.Context) error
	stop() error  // in good order; it is over when this returns
	kill() error  // as a power cut does
	alive() error // nil, or why it runs no longer
	close() error // stop, and leave nothing running or stored outside the home
}

var (
	// ErrNoEngine: neither Docker nor Java 17 with Maven is there.
	ErrNoEngine = errors.New("needs Docker, or Java 17 (java) and Maven (mvn), to start Neo4j")
	// ErrNotOurs: the server was given by NEO4J_URI, so it is not ours to stop.
	ErrNotOurs = errors.New("the server of NEO4J_URI is not started or stopped by tests")
)

// Open starts a server as o says and waits until it takes queries.
func Open(ctx context.Context, o Options) (*Server, error) {
	s := &Server{Username: "neo4j", Database: "neo4j"}
	if err := s.prepare(&o); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	e, err := pick(ctx, s.home, o, s.Password)
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.engine, s.options = e, o
	s.onClose = append([]func() error{e.close}, s.onClose...)
	s.URI = fmt.Sprintf("neo4j://127.0.0.1:%d", o.BoltPort)
	s.Browser = fmt.Sprintf("http://127.0.0.1:%d/browser/", o.HTTPPort)
	if err := s.Restart(ctx, o.Settings...); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// prepare settles the home, the ports and the password, which stays with the home.
func (s *Server) prepare(o *Options) (err error) {
	s.home = o.Home
	if s.home == "" {
		if s.home, err = os.MkdirTemp("", "demarche-neo4j-"); err != nil {
			return err
		}
		s.onClose = append(s.onClose, func() error { return os.RemoveAll(s.home) })
	}
	if s.home, err = filepath.Abs(s.home); err != nil {
		return err
	}
	if err = os.MkdirAll(s.home, 0o755); err != nil {
		return err
	}
	if err = freePorts(&o.BoltPort, &o.HTTPPort); err != nil {
		return err
	}
	if o.Heap == "" {
		o.Heap = "512m"
	}
	s.Password, err = password(filepath.Join(s.home, "password"))
	return err
}

// Restart starts a stopped or killed server again, on the same data and ports, with these settings in place of those
// it had; a running one is stopped first. A new server cannot be read-only, for it has its database yet to make: start
// it, then restart it with server.databases.default_to_read_only=true.
func (s *Server) Restart(ctx context.Context, settings ...string) error {
	if s.engine == nil {
		return ErrNotOurs
	}
	if err := s.engine.stop(); err != nil {
		return err
	}
	s.options.Settings = settings
	if err := s.engine.configure(s.options); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	defer cancel()
	if err := s.engine.start(ctx); err != nil {
		return err
	}
	return s.ready(ctx)
}

// Stop ends the server in good order; its data stay.
func (s *Server) Stop() error {
	if s.engine == nil {
		return ErrNotOurs
	}
	return s.engine.stop()
}

// Kill ends the server as a power cut does (kill -9); its data stay as they were on disk.
func (s *Server) Kill() error {
	if s.engine == nil {
		return ErrNotOurs
	}
	return s.engine.kill()
}

// Close ends the server and removes what Open made for it.
func (s *Server) Close() error {
	var errs []error
	for _, f := range s.onClose {
		errs = append(errs, f())
	}
	s.onClose = nil
	return errors.Join(errs...)
}

// Environ is the server as demarche is told of it: NEO4J_URI=… and so on.
func (s *Server) Environ() []string {
	return []string{
		"NEO4J_URI=" + s.URI, "NEO4J_USERNAME=" + s.Username, "NEO4J_PASSWORD=" + s.Password,
		"NEO4J_DATABASE=" + s.Database,
	}
}

// ready waits until the database answers, or ctx ends.
func (s *Server) ready(ctx context.Context) error {
	var err error
	for ctx.Err() == nil {
		if _, err = s.Query(ctx, "RETURN 1", nil); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
		case <-time.After(200 * time.Millisecond):
		}
		if dead := s.engine.alive(); dead != nil {
			return dead
		}
	}
	return fmt.Errorf("%s: not ready: %w", s.URI, errors.Join(ctx.Err(), err))
}

// Query runs one statement on a connection of its own and gives its rows, a map from column to value each.
func (s *Server) Query(ctx context.Context, cypher string, params map[string]any) ([]map[string]any, error) {
	d, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.Username, s.Password, ""))
	if err != nil {
		return nil, err
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, neo4j.SessionConfig{DatabaseName: s.Database})
	defer session.Close(ctx)
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	rows := make([]map[string]any, len(records))
	for i, r := range records {
		rows[i] = r.AsMap()
	}
	return rows, err
}

// Empty deletes every node and relationship; constraints and indexes stay.
func (s *Server) Empty(ctx context.Context) error {
	const clear = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"
	if _, err := s.Query(ctx, clear, nil); err != nil {
		return fmt.Errorf("%s: %w", s.URI, err)
	}
	return nil
}

// DropSchema removes every constraint and index.
func (s *Server) DropSchema(ctx context.Context) error {
	for _, kind := range []string{"CONSTRAINT", "INDEX"} { // a constraint takes its index with it
		all := map[string]string{"CONSTRAINT": "CONSTRAINTS YIELD name", "INDEX": "INDEXES YIELD name, type WHERE type <> 'LOOKUP'"}
		rows, err := s.Query(ctx, "SHOW "+all[kind]+" RETURN name", nil)
		for _, row := range rows {
			_, e := s.Query(ctx, "DROP "+kind+" $name IF EXISTS", row)
			err = errors.Join(err, e)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", s.URI, err)
		}
	}
	return nil
}

func (s *Server) count(ctx context.Context) (int64, error) {
	rows, err := s.Query(ctx, "MATCH (n) RETURN count(n) AS n", nil)
	if err != nil {
		return 0, err
	}
	return rows[0]["n"].(int64), nil
}

// freePorts replaces each 0 by a port of 127.0.0.1 that nobody listens on now.
func freePorts(ports ...*int) error {
	for _, p := range ports {
		if *p != 0 {
			continue
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		defer l.Close() // held until all are chosen, so that they differ
		*p = l.Addr().(*net.TCPAddr).Port
	}
	return nil
}

// password reads the password kept in the file, or makes one and keeps it there.
func password(file string) (string, error) {
	if b, err := os.ReadFile(file); err == nil {
		return strings.TrimSpace(string(b)), nil
	}
	p := rand.Text()
	return p, os.WriteFile(file, []byte(p+"\n"), 0o600)
}
