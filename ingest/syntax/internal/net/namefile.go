package net

import (
	"encoding/binary"
	"fmt"
	"math"
)

// nameMagic begins a file of names; its last byte is the version.
const nameMagic = "demarche names\x01"

// EncodeWide writes a model of names: the magic, the rows of its table and the size of the vocabulary (uint32), the weight
// of the network (float32), a cluster a word, then the matrices as in Encode.
func EncodeWide(w *Wide) []byte {
	b := []byte(nameMagic)
	b = binary.LittleEndian.AppendUint32(b, uint32(w.Table.Rows))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(w.Cluster)))
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(w.Deep))
	b = append(b, w.Cluster...)
	b = appendRows(b, &w.Table, 127)
	return appendRows(b, &w.Next, 32767)
}

// DecodeWide reads what EncodeWide wrote for a vocabulary of so many words; anything else gives ErrFormat.
func DecodeWide(b []byte, vocab int) (*Wide, error) {
	r := reader{rest: b}
	if string(r.take(len(nameMagic))) != nameMagic {
		return nil, ErrFormat
	}
	rows, words := int(r.uint32()), int(r.uint32())
	if rows*8 > len(b) || words != vocab {
		return nil, fmt.Errorf("%d rows, %d words: %w", rows, words, ErrFormat)
	}
	deep := math.Float32frombits(r.uint32())
	w := NewWide(rows, r.take(words))
	w.Deep = deep
	r.rows(&w.Table, 1)
	r.rows(&w.Next, 2)
	if r.short || len(r.rest) > 0 {
		return nil, fmt.Errorf("wrong length: %w", ErrFormat)
	}
	return w, nil
}
