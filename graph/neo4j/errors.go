package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

// What can be wrong with a database before the first word is read from it. Open and every other method wrap them, or
// graph.ErrReadOnly, with the address, in one line.
var (
	ErrScheme      = errors.New("not the address of a Neo4j database (want neo4j://HOST or bolt://HOST, +s for TLS)")
	ErrPassword    = errors.New("user name or password refused: see NEO4J_USERNAME and NEO4J_PASSWORD")
	ErrUnreachable = errors.New("no Neo4j server answers")
	ErrTLS         = errors.New("no TLS to be had: a scheme with +s wants a server with a certificate")
	ErrNoDatabase  = errors.New("no such database on this server: see NEO4J_DATABASE")
	ErrTooOld      = errors.New("server too old, 5.26 or later is needed")
	ErrSchema      = errors.New("constraint or index not in place")
)

// oldest is the first version whose Cypher has all that the statements use (labels and types as values, CALL (x) {…}).
var oldest = [2]int{5, 26}

// checkVersion reads the server's name, such as "Neo4j/5.26.30". A calendar version (2025.01) is newer than any other.
func checkVersion(agent string) error {
	_, version, _ := strings.Cut(agent, "/")
	parts := strings.SplitN(version, ".", 3)
	if len(parts) < 2 {
		return fmt.Errorf("%s: %w", agent, ErrTooOld)
	}
	major, errMajor := strconv.Atoi(parts[0])
	minor, errMinor := strconv.Atoi(parts[1])
	if errMajor != nil || errMinor != nil || major < oldest[0] || major == oldest[0] && minor < oldest[1] {
		return fmt.Errorf("%s: %w", agent, ErrTooOld)
	}
	return nil
}

// codes maps what the server calls an error to what we call it.
var codes = []struct {
	code string
	err  error
}{
	{"Neo.ClientError.Security.Unauthorized", ErrPassword},
	{"Neo.ClientError.Security.AuthenticationRateLimit", ErrPassword},
	{"Neo.ClientError.Security.CredentialsExpired", ErrPassword},
	{"Neo.ClientError.Database.DatabaseNotFound", ErrNoDatabase},
	{"Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", graph.ErrReadOnly},
	{"Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", graph.ErrReadOnly},
	{"Neo.ClientError.Security.Forbidden", graph.ErrReadOnly},
}

// explain says in one line what went wrong and where. What has been explained, and what is no matter of the database,
// passes unchanged but for the address.
func (s *Store) explain(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.name, s.cause(err))
}

func (s *Store) cause(err error) error {
	var answer *bolt.Neo4jError
	var connection *bolt.ConnectivityError
	var token *bolt.TokenExpiredError
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.As(err, &answer):
		return s.named(answer, err)
	case errors.As(err, &token):
		return ErrPassword
	case errors.As(err, &connection):
		return unreachable(connection)
	}
	return err
}

// named gives the server's answer its name here; an answer without one stays as it is.
func (s *Store) named(answer *bolt.Neo4jError, err error) error {
	for _, c := range codes {
		if answer.Code != c.code {
			continue
		}
		switch c.err {
		case ErrNoDatabase:
			return fmt.Errorf("%s: %w", s.database, c.err)
		case ErrPassword:
			return fmt.Errorf("%s: %w", s.user, c.err)
		}
		return c.err
	}
	return err
}

func unreachable(err *bolt.ConnectivityError) error {
	text := err.Error()
	if strings.Contains(text, "tls:") || strings.Contains(text, "TLS") || strings.Contains(text, "x509:") {
		return fmt.Errorf("%w (%s)", ErrTLS, lastPart(text))
	}
	return fmt.Errorf("%w (%s)", ErrUnreachable, lastPart(text))
}

// lastPart is the innermost message of a chain: what the network said.
func lastPart(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	parts := strings.Split(line, ": ")
	return parts[len(parts)-1]
}
