package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime"
	"syscall"
	"time"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// What Open says of a file it will not touch.
var (
	// ErrForeign is a file that is not a demarche database: another program's, or no database at all.
	ErrForeign = errors.New("not a demarche database")
	// ErrNewer is a database written by a newer demarche, whose schema this one does not know.
	ErrNewer = errors.New("database of a newer demarche")
)

// applicationID marks our files, in the place that the file format has for it: the letters "dmrc".
const applicationID = 0x646d7263

// migrations bring a database from the version of their index to the next. A new file runs them all.
var migrations = []string{schema}

//go:embed schema.sql
var schema string

// Option changes how Open opens.
type Option func(*options)

type options struct{ readOnly bool }

// ReadOnly opens the file for reading only, as Open does by itself with a file that may not be written.
func ReadOnly() Option { return func(o *options) { o.readOnly = true } }

// Open opens the database in the file, and makes it when there is none. A file of another program is ErrForeign, one of
// a newer demarche ErrNewer; neither is changed. A file that may only be read is opened for reading, and Put then says
// graph.ErrReadOnly. Several processes may have one file open and write to it.
func Open(ctx context.Context, path string, opts ...Option) (*Store, error) {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	s, err := open(ctx, path, o.readOnly || unwritable(path))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string, readOnly bool) (*Store, error) {
	if readOnly {
		return openReadOnly(ctx, path)
	}
	writer, err := connect(path, 1, url.Values{"_txlock": {"immediate"}, "_pragma": {busy, "synchronous(FULL)", "cache_size(-65536)", "wal_autocheckpoint(4000)"}})
	if err != nil {
		return nil, err
	}
	if err := prepare(ctx, writer); err != nil {
		return nil, errors.Join(refusal(err), writer.Close())
	}
	reader, err := connect(path, readers(), url.Values{"_pragma": {busy, "query_only(1)", "cache_size(-16384)"}})
	if err != nil {
		return nil, errors.Join(err, writer.Close())
	}
	return newStore(reader, writer), nil
}

// openReadOnly opens a file, and where not even the files beside it may be made, as one that nobody changes.
func openReadOnly(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, errors.Unwrap(err)
	}
	var err error
	for _, values := range []url.Values{{"mode": {"ro"}, "_pragma": {busy}}, {"mode": {"ro"}, "immutable": {"1"}}} {
		if _, e := os.Stat(path + "-wal"); values.Has("immutable") && e == nil {
			break // somebody has changes there that an immutable database would not show
		}
		var reader *sql.DB
		if reader, err = connect(path, readers(), values); err != nil {
			return nil, err
		}
		var version int
		if version, err = identify(ctx, reader); err == nil && version < len(migrations) {
			err = fmt.Errorf("schema %d of %d, and the file may not be written", version, len(migrations))
		}
		if err == nil {
			return newStore(reader, nil), nil
		}
		_ = reader.Close()
		if code(err) != lib.SQLITE_CANTOPEN && code(err) != lib.SQLITE_READONLY {
			break
		}
	}
	return nil, refusal(err)
}

// busy is how long a connection waits for another process: long enough for any batch of articles.
const busy = "busy_timeout(60000)"

func readers() int { return max(4, 2*runtime.NumCPU()) }

// connect makes a pool of connections to the file.
func connect(path string, size int, values url.Values) (*sql.DB, error) {
	name := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: values.Encode()}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(0) // pool keeps them; what it gives back is to be closed
	return db, nil
}

// unwritable tells whether the file is there and may not be written.
func unwritable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err == nil {
		_ = f.Close()
	}
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}

// prepare makes the schema of a new file, or brings that of an old one up to date.
func prepare(ctx context.Context, db *sql.DB) error {
	version, err := identify(ctx, db)
	if err != nil || version == len(migrations) {
		return err
	}
	if version == 0 {
		if err := useWAL(ctx, db); err != nil {
			return err
		}
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	if version, err = identify(ctx, tx); err != nil || version == len(migrations) {
		return err // somebody else was faster
	}
	for _, step := range migrations[version:] {
		if _, err := tx.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("schema: %w", err)
		}
	}
	marks := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations))
	if _, err := tx.ExecContext(ctx, marks); err != nil {
		return err
	}
	return tx.Commit()
}

// useWAL gives a new file its journal mode, for good. SQLite does not wait for others there, so we do.
func useWAL(ctx context.Context, db *sql.DB) error {
	for try := 0; ; try++ {
		_, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL")
		if code(err) != lib.SQLITE_BUSY || try == 200 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// identify reads the schema version of a file of ours; 0 is a new one.
func identify(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}) (version int, err error) {
	var id, things int
	const marks = "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM pragma_user_version), count(*) FROM sqlite_schema"
	if err := db.QueryRowContext(ctx, marks).Scan(&id, &version, &things); err != nil {
		return 0, err
	}
	switch {
	case id == 0 && version == 0 && things == 0:
		return 0, nil
	case id != applicationID:
		return 0, ErrForeign
	case version > len(migrations):
		return 0, fmt.Errorf("%w: schema %d, known up to %d", ErrNewer, version, len(migrations))
	}
	return version, nil
}

// refusal says in our words why SQLite will not have a file.
func refusal(err error) error {
	switch code(err) {
	case lib.SQLITE_NOTADB:
		return ErrForeign
	case lib.SQLITE_CANTOPEN:
		return errors.New("cannot be opened: is it, or at least its folder, there and open to this user?")
	}
	return err
}

// code is SQLite's primary result code of an error, 0 if it has none.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}
