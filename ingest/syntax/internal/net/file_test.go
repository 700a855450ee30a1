package net_test

import (
	"errors"
	"slices"
	"testing"

	"demarche/ingest/syntax/internal/net"
)

// small is a model with something in every place.
func small() *net.Model {
	p := net.New(net.Shape{Vocab: 3, SubRows: 5, Word: 8, Sub: 8, Hidden: 8, Arc: 8, Tags: 8, XPOS: 8, Names: 8, Rels: 8})
	for i, m := range append(p.Tables(), p.Dense()...) {
		copy(m.V, noise(len(m.V), float32(i+1)))
	}
	return &net.Model{Params: p, Words: []string{"the", "été", "0,000"}}
}

func TestAModelComesBackFromItsFile(t *testing.T) {
	want := small()
	got, err := net.Decode(net.Encode(want))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Words, want.Words) || got.Params.Shape != want.Params.Shape {
		t.Errorf("%v %+v", got.Words, got.Params.Shape)
	}
	tables := len(want.Params.Tables())
	before := append(want.Params.Tables(), want.Params.Dense()...)
	for i, m := range append(got.Params.Tables(), got.Params.Dense()...) {
		allowed := float32(i+1) / 127
		if i >= tables {
			allowed = float32(i+1) / 32767
		}
		for k := range m.V {
			if d := m.V[k] - before[i].V[k]; d > allowed || d < -allowed {
				t.Fatalf("matrix %d cell %d: %v was %v", i, k, m.V[k], before[i].V[k])
			}
		}
	}
}

func TestAStoredModelIsStoredTheSameAgain(t *testing.T) {
	first := net.Encode(small())
	m, err := net.Decode(first)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(first, net.Encode(m)) {
		t.Error("other bytes")
	}
}

func TestNamesComeBackFromTheirFile(t *testing.T) {
	w := net.NewWide(16, []uint8{4, 5, 6})
	w.Deep = 2
	copy(w.Table.V, noise(len(w.Table.V), 3))
	got, err := net.DecodeWide(net.EncodeWide(w), 3)
	if err != nil {
		t.Fatal(err)
	}
	if got.Deep != 2 || !slices.Equal(got.Cluster, w.Cluster) || got.Table.Rows != 16 {
		t.Errorf("%+v", got)
	}
	if _, err := net.DecodeWide(net.EncodeWide(w), 4); !errors.Is(err, net.ErrFormat) {
		t.Errorf("for another vocabulary: %v", err)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(net.Encode(small()))
	f.Add([]byte("demarche net\x01"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := net.Decode(b)
		if err != nil && !errors.Is(err, net.ErrFormat) {
			t.Fatal(err)
		}
		if err == nil && len(m.Words) != m.Params.Vocab {
			t.Fatalf("%d words, %d rows", len(m.Words), m.Params.Vocab)
		}
	})
}
