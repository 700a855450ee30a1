package net

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
)

// ErrFormat says that bytes are no model file of this version.
var ErrFormat = errors.New("not a model file of this version")

// magic begins a model file; its last byte is the version.
const magic = "demarche net\x01"

// Model is a network and the words it knows.
type Model struct {
	Params *Params
	Words  []string // folded, in the order of their rows
}

// Encode writes a model. After the magic come the dimensions (little-endian uint32, in the order of Shape), the words each
// with a newline behind it, their length before them, and the matrices: a row is its largest magnitude (float32) and an
// integer a cell, int8 in the two tables, int16 elsewhere.
func Encode(m *Model) []byte {
	b := []byte(magic)
	for _, d := range dims(&m.Params.Shape) {
		b = binary.LittleEndian.AppendUint32(b, uint32(*d))
	}
	words := strings.Join(m.Words, "\n") + "\n"
	b = binary.LittleEndian.AppendUint32(b, uint32(len(words)))
	b = append(b, words...)
	for _, t := range m.Params.Tables() {
		b = appendRows(b, t, 127)
	}
	for _, t := range m.Params.Dense() {
		b = appendRows(b, t, 32767)
	}
	return b
}

func dims(s *Shape) []*int {
	return []*int{&s.Vocab, &s.SubRows, &s.Word, &s.Sub, &s.Hidden, &s.Arc, &s.Tags, &s.XPOS, &s.Names, &s.Rels}
}

// appendRows writes a matrix with integers between -steps and steps.
func appendRows(b []byte, m *Matrix, steps float32) []byte {
	for i := range m.Rows {
		row := m.Row(i)
		var top float32
		for _, x := range row {
			top = max(top, x, -x)
		}
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(top))
		for _, x := range row {
			var q int
			if top > 0 {
				q = int(math.RoundToEven(float64(x / top * steps)))
			}
			if steps > 127 {
				b = binary.LittleEndian.AppendUint16(b, uint16(int16(q)))
			} else {
				b = append(b, byte(int8(q)))
			}
		}
	}
	return b
}

// Decode reads what Encode wrote; anything else gives ErrFormat.
func Decode(b []byte) (*Model, error) {
	r := reader{rest: b}
	if string(r.take(len(magic))) != magic {
		return nil, ErrFormat
	}
	var s Shape
	size := 0
	for _, d := range dims(&s) {
		if *d = int(r.uint32()); *d > 1<<20 {
			return nil, fmt.Errorf("dimension %d: %w", *d, ErrFormat)
		}
		size = max(size, *d)
	}
	if size*8 > len(b) {
		return nil, fmt.Errorf("cut short: %w", ErrFormat)
	}
	words := bytes.Split(bytes.TrimSuffix(r.take(int(r.uint32())), []byte("\n")), []byte("\n"))
	m := &Model{Params: New(s), Words: make([]string, len(words))}
	for i, w := range words {
		m.Words[i] = string(w)
	}
	for _, t := range m.Params.Tables() {
		r.rows(t, 1)
	}
	for _, t := range m.Params.Dense() {
		r.rows(t, 2)
	}
	if r.short || len(r.rest) > 0 || len(words) != s.Vocab {
		return nil, fmt.Errorf("wrong length: %w", ErrFormat)
	}
	return m, nil
}

// reader takes bytes off a file and remembers when there were too few.
type reader struct {
	rest  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.short = true
		return nil
	}
	head := r.rest[:n]
	r.rest = r.rest[n:]
	return head
}

func (r *reader) uint32() uint32 {
	b := r.take(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

// rows reads a matrix whose cells are width bytes.
func (r *reader) rows(m *Matrix, width int) {
	for i := range m.Rows {
		top := math.Float32frombits(r.uint32())
		cells := r.take(m.Cols * width)
		if cells == nil {
			return
		}
		row := m.Row(i)
		if width == 1 {
			for k := range row {
				row[k] = top / 127 * float32(int8(cells[k]))
			}
			continue
		}
		for k := range row {
			row[k] = top / 32767 * float32(int16(binary.LittleEndian.Uint16(cells[2*k:])))
		}
	}
}
