package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
)

// lines reads JSON Lines: one article a line, empty lines skipped. A bad line is one error that names it; a line over
// MaxBytes is passed over without being held in memory.
func lines(name string, r io.Reader) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		in := bufio.NewReaderSize(r, 1<<16)
		some := false
		for n := 1; ; n++ {
			line, err := readLine(in)
			end := errors.Is(err, io.EOF)
			origin := fmt.Sprintf("%s:%d", name, n)
			switch {
			case err != nil && !end:
				if !yield(Raw{}, fmt.Errorf("%s: %w", origin, err)) || !errors.Is(err, ErrTooLarge) {
					return
				}
				some = true
			case len(bytes.TrimSpace(line)) > 0:
				some = true
				if !yield(finish(origin, fmt.Sprintf("%s:%d", stem(name), n), line, parseJSON)) {
					return
				}
			}
			if end {
				break
			}
		}
		if !some {
			yield(Raw{}, fmt.Errorf("%s: %w", name, ErrEmpty))
		}
	}
}

// readLine reads up to a newline. Of a line over MaxBytes it reads all, keeps nothing and gives ErrTooLarge.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > MaxBytes; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrTooLarge
		default:
			return line, err
		}
	}
}

// gzipped reads compressed JSON Lines.
func gzipped(name string, r io.Reader) iter.Seq2[Raw, error] {
	return func(yield func(Raw, error) bool) {
		z, err := gzip.NewReader(r)
		if errors.Is(err, io.EOF) {
			err = ErrEmpty
		}
		if err != nil {
			yield(Raw{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		for raw, err := range lines(name, z) {
			if !yield(raw, err) {
				return
			}
		}
	}
}
