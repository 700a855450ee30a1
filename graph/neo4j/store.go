package neo4j

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"demarche/graph"
)

// Options is where the database is and who asks for it.
type Options struct {
	URI      string // neo4j://host:7687, or neo4j+s, neo4j+ssc, bolt, bolt+s, bolt+ssc
	Username string
	Password string
	Database string // "" is "neo4j"

	// Notify, where set, is told of what the server says about a statement: deprecations, missing indexes, products.
	Notify func(statement, notification string)
}

// Schemes are those of the URIs that Open understands.
var Schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// Store is the graph in a Neo4j database. It implements graph.Store and is safe for many goroutines.
type Store struct {
	driver   bolt.DriverWithContext
	name     string // the URI, without a password that somebody put into it
	user     string
	database string
	notify   func(statement, notification string)
	gate     gate
}

var _ graph.Store = (*Store)(nil)

// patience is how long a write waits for a server that is restarting.
const patience = 2 * time.Minute

// transactionLimit is after how long the server ends a transaction whose client has gone silent with the lock.
const transactionLimit = 10 * time.Minute

// Open connects, checks that the server is one that this package knows, and creates the constraints and indexes that
// are missing. On a database that may only be read it looks them up instead, and Put will say ErrReadOnly. What can go
// wrong is said in one line (see ErrScheme and its neighbours).
func Open(ctx context.Context, o Options) (*Store, error) {
	where, err := url.Parse(o.URI)
	if err != nil {
		return nil, ErrScheme // the text may hold a password
	}
	where.User = nil
	if !slices.Contains(Schemes, where.Scheme) || where.Host == "" {
		return nil, fmt.Errorf("%s: %w", where, ErrScheme)
	}
	s := &Store{name: where.String(), user: o.Username, database: o.Database, notify: o.Notify}
	if s.database == "" {
		s.database = "neo4j"
	}
	s.driver, err = bolt.NewDriverWithContext(s.name, bolt.BasicAuth(o.Username, o.Password, ""), settings)
	if err != nil {
		return nil, s.explain(err)
	}
	if err := s.prepare(ctx); err != nil {
		_ = s.driver.Close(ctx)
		return nil, s.explain(err)
	}
	return s, nil
}

func settings(c *config.Config) {
	c.SocketConnectTimeout = 5 * time.Second
	c.ConnectionAcquisitionTimeout = 30 * time.Second
	c.UserAgent = "demarche"
	c.TelemetryDisabled = true
}

// prepare checks the server and brings the schema up to date.
func (s *Store) prepare(ctx context.Context) error {
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return err
	}
	if err := checkVersion(info.Agent()); err != nil {
		return err
	}
	return s.ensureSchema(ctx)
}

// Ping asks the server for a sign of life.
func (s *Store) Ping(ctx context.Context) error { return s.explain(s.driver.VerifyConnectivity(ctx)) }

// Close ends all connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// session is one for a transaction; all of the store share their bookmarks, so that each sees what the others wrote.
func (s *Store) session(ctx context.Context, mode bolt.AccessMode) bolt.SessionWithContext {
	return s.driver.NewSession(ctx, bolt.SessionConfig{
		AccessMode: mode, DatabaseName: s.database, BookmarkManager: s.driver.ExecuteQueryBookmarkManager(),
	})
}

// runner is a transaction, whoever ends it.
type runner interface {
	Run(ctx context.Context, cypher string, params map[string]any) (bolt.ResultWithContext, error)
}

// run runs one statement within a transaction and gives all its records.
func (s *Store) run(ctx context.Context, tx runner, q statement, params map[string]any) ([]*bolt.Record, error) {
	result, err := tx.Run(ctx, q.text, params)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.name, err)
	}
	records, err := result.Collect(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.name, err)
	}
	if s.notify == nil {
		return records, nil
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", q.name, err)
	}
	for _, n := range summary.Notifications() {
		s.notify(q.name, n.Code()+": "+n.Description())
	}
	return records, nil
}
