// Package source finds articles and hands them on, one at a time, as their publishers wrote them.
//
//	paths, folders, "-", http(s) URLs ─▶ Read ─▶ Raw, Raw, error, Raw …
//
// The invariant: one bad input is one error that names it, and never stops the others. The text is passed on unchanged;
// only of HTML is the main text taken out. What the text says is not looked at here.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// MaxBytes is the largest article, in bytes of input.
const MaxBytes = 10 << 20

// What can be wrong with an input. Read wraps these with the name of the file, and the line where there are lines.
var (
	ErrEmpty     = errors.New("is empty")
	ErrNoText    = errors.New("has no text")
	ErrUTF8      = errors.New("is not valid UTF-8")
	ErrTooLarge  = errors.New("is larger than 10 MB")
	ErrNoArticle = errors.New("folder holds no article (.txt, .html, .json, .jsonl, .jsonl.gz)")
	ErrFormat    = errors.New("is of no known format (.txt, .html, .json, .jsonl, .jsonl.gz)")
	ErrNoDate    = errors.New("has a date that cannot be read; the article is kept without it")
)

// Raw is one article as it was found.
type Raw struct {
	Origin    string // where it was found, for messages: "news/a.json", "news.jsonl:17"
	ID        string
	URL       string
	Source    string
	Title     string
	Language  string
	Published string // RFC 3339, or YYYY-MM-DD; "" unknown
	Updated   string // likewise
	Version   int
	Text      string
}

// Read walks through the articles of each path in turn: a file, a folder (all its files, by name), "-" for JSON Lines on
// stdin, or a URL. A bad input yields an error (an ErrNoDate together with the article) and the walk goes on.
func Read(ctx context.Context, paths []string, stdin io.Reader) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		for _, path := range paths {
			for raw, err := range read(ctx, path, stdin) {
				if ctx.Err() != nil || !yield(raw, err) {
					return
				}
			}
		}
	}
}

func read(ctx context.Context, path string, stdin io.Reader) iter.Seq2[Raw, error] {
	switch {
	case path == "-":
		return lines("stdin", stdin)
	case strings.HasPrefix(path, "http://"), strings.HasPrefix(path, "https://"):
		return one(fetch(ctx, path))
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return one(Raw{}, pathError(path, err))
	case info.IsDir():
		return folder(path)
	}
	return file(os.DirFS(filepath.Dir(path)), filepath.Base(path), path)
}

func one(raw Raw, err error) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) { yield(raw, err) }
}

// folder reads every file below path that has a known ending.
func folder(path string) iter.Seq2[Raw, error] { return FS(os.DirFS(path), path) }

// FS reads every file of a file system that has a known ending, in order of name; name stands before their paths in
// messages.
func FS(fsys fs.FS, name string) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		found, stopped := false, false
		err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
			here := filepath.Join(name, path)
			articles := file(fsys, path, here)
			switch {
			case err != nil: // a folder that cannot be listed: the walk goes on behind it
				articles = one(Raw{}, pathError(here, err))
			case entry.IsDir() || format(path) == nil:
				return nil
			}
			found = true
			for raw, err := range articles {
				if stopped = !yield(raw, err); stopped {
					return fs.SkipAll
				}
			}
			return nil
		})
		switch {
		case stopped:
		case err != nil:
			yield(Raw{}, pathError(name, err))
		case !found:
			yield(Raw{}, fmt.Errorf("%s: %w", name, ErrNoArticle))
		}
	}
}

// file reads the articles of one file, by its ending.
func file(fsys fs.FS, path, name string) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		parse := format(path)
		if parse == nil {
			yield(Raw{}, fmt.Errorf("%s: %w", name, ErrFormat))
			return
		}
		f, err := fsys.Open(path)
		if err != nil {
			yield(Raw{}, pathError(name, err))
			return
		}
		defer f.Close()
		for raw, err := range parse(name, f) {
			if !yield(raw, err) {
				return
			}
		}
	}
}

// format gives the reader for a file's ending, nil for an unknown one.
func format(path string) func(string, io.Reader) iter.Seq2[Raw, error] {
	name := strings.ToLower(path)
	switch {
	case strings.HasSuffix(name, ".txt"):
		return whole(parseText)
	case strings.HasSuffix(name, ".html"), strings.HasSuffix(name, ".htm"):
		return whole(parseHTML)
	case strings.HasSuffix(name, ".json"):
		return whole(parseJSON)
	case strings.HasSuffix(name, ".jsonl"):
		return lines
	case strings.HasSuffix(name, ".jsonl.gz"):
		return gzipped
	}
	return nil
}

// whole reads a file of one article.
func whole(parse func(name string, data []byte) (Raw, error)) func(string, io.Reader) iter.Seq2[Raw, error] {
	return func(path string, r io.Reader) iter.Seq2[Raw, error] {
		data, err := readAll(r)
		if err != nil {
			return one(Raw{}, fmt.Errorf("%s: %w", path, err))
		}
		return one(finish(path, stem(path), data, parse))
	}
}

// readAll reads up to MaxBytes; one byte more is ErrTooLarge.
func readAll(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err == nil && len(data) > MaxBytes {
		err = ErrTooLarge
	}
	return data, err
}

// stem is a file's name without folder and ending: the default of an article's id.
func stem(path string) string {
	name := filepath.Base(path)
	for _, ending := range []string{".gz", ".jsonl", ".json", ".txt", ".html", ".htm"} {
		name = strings.TrimSuffix(name, ending)
	}
	return name
}

// pathError says what is wrong with a path, naming it once.
func pathError(name string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s: %w", name, err)
}
