package neo4j

import (
	"context"
	"errors"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

// Put applies the readings in one transaction. A transaction that the server broke off is run again, and so is one whose
// end was not heard of, for applying a reading twice is applying it once: a server may be restarted meanwhile.
func (s *Store) Put(ctx context.Context, readings ...graph.Reading) error {
	if len(readings) == 0 {
		return nil
	}
	give := time.Now().Add(patience)
	for {
		err := s.putOnce(ctx, readings)
		if err == nil || !lost(err) || time.Now().After(give) {
			return s.explainPut(err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
}

func (s *Store) putOnce(ctx context.Context, readings []graph.Reading) error {
	session := s.session(ctx, bolt.AccessModeWrite)
	defer session.Close(ctx)
	var pass string
	_, err := session.ExecuteWrite(ctx, func(tx bolt.ManagedTransaction) (any, error) {
		l := newLedger(s, tx)
		err := graph.Apply(ctx, l, readings)
		if err == nil && l.changed() {
			pass, err = s.enter(ctx)
		}
		return nil, err
	}, bolt.WithTxTimeout(transactionLimit))
	if pass != "" {
		err = errors.Join(err, s.leave(ctx, pass))
	}
	return err
}

// lost tells whether the connection was lost, and with it, perhaps, the news that all went well.
func lost(err error) bool {
	var connection *bolt.ConnectivityError
	return errors.As(err, &connection) || bolt.IsRetryable(err)
}

// explainPut leaves alone what the readings are to blame for.
func (s *Store) explainPut(err error) error {
	if errors.Is(err, graph.ErrInvalid) {
		return err
	}
	return s.explain(err)
}
