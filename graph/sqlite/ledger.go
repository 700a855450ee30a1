package sqlite

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"demarche/graph"
)

// ledger is the transaction of one Put.
type ledger struct{ *conn }

var _ graph.Ledger = ledger{}

// Lock implements graph.Ledger: there is one writer, so that nothing is to be locked.
func (l ledger) Lock(context.Context, []string) error { return nil }

// row is one row of a table on its way through json_each.
type row []any

// insert runs a statement that reads rows from json_each(?).
func (l ledger) insert(ctx context.Context, text string, rows []row) error {
	if len(rows) == 0 {
		return nil
	}
	return l.over(ctx, text, rows)
}

// over runs a statement over a list that it reads from json_each(?1).
func (l ledger) over(ctx context.Context, text string, list any) error {
	data, err := jsonOf(list)
	if err != nil {
		return err
	}
	return l.exec(ctx, text, data)
}

// find runs a query over a list that it reads from json_each(?1).
func (l ledger) find(ctx context.Context, row func(scan scanner) error, text string, list any) error {
	data, err := jsonOf(list)
	if err != nil {
		return err
	}
	return l.each(ctx, row, text, data)
}

const (
	knownDocument = `SELECT number, digest FROM documents WHERE node = ?`
	newDocument   = `INSERT INTO documents (node, class, name, digest) VALUES (?, ?, ?, ?) RETURNING number`
	setDocument   = `UPDATE documents SET name = ?, digest = ? WHERE number = ?`
	addWords      = `INSERT INTO words (rowid, name, body) VALUES (?, ?, ?)`
	dropWords     = `DELETE FROM words WHERE rowid = ?`
	dropAllWords  = `DELETE FROM words WHERE rowid IN (SELECT d.number FROM json_each(?) j JOIN documents d ON d.node = j.value)`
	dropDocuments = `DELETE FROM documents WHERE node IN (SELECT value FROM json_each(?))`
)

// index brings search in step with a node; what did not change is left alone.
func (l ledger) index(ctx context.Context, n graph.Node) error {
	name, body := graph.Document(n)
	sum := sha256.Sum256([]byte(name + "\x00" + body))
	digest := hex.EncodeToString(sum[:16])
	var number int64
	var before string
	err := l.each(ctx, func(scan scanner) error { return scan(&number, &before) }, knownDocument, string(n.NodeID()))
	switch {
	case err != nil || before == digest:
		return err
	case before == "":
		class := graph.Rank(n.NodeID(), false, false)[1:]
		err = l.each(ctx, func(scan scanner) error { return scan(&number) }, newDocument, string(n.NodeID()), class, name, digest)
	default:
		if err = l.exec(ctx, setDocument, name, digest, number); err == nil {
			err = l.exec(ctx, dropWords, number)
		}
	}
	if err != nil {
		return err
	}
	return l.exec(ctx, addWords, number, name, body)
}

// unindex takes nodes out of search.
func (l ledger) unindex(ctx context.Context, gone []graph.ID) error {
	if len(gone) == 0 {
		return nil
	}
	if err := l.over(ctx, dropAllWords, gone); err != nil {
		return err
	}
	return l.over(ctx, dropDocuments, gone)
}
