package tree_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/ingest/syntax/internal/tree"
)

// isTree: one token hangs on the root, every token reaches it.
func isTree(heads []int) bool {
	roots := 0
	for d, h := range heads {
		if h < 0 {
			roots++
		}
		for steps := 0; d >= 0; steps++ {
			if steps > len(heads) {
				return false
			}
			d = heads[d]
		}
	}
	return roots == 1
}

// crosses tells whether two arcs of a tree cross.
func crosses(heads []int) bool {
	for a, ha := range heads {
		for b, hb := range heads {
			if ha < 0 || hb < 0 {
				continue
			}
			if l, r := min(a, ha), max(a, ha); l < min(b, hb) && min(b, hb) < r && r < max(b, hb) {
				return true
			}
		}
	}
	root := slices.Index(heads, -1)
	for a, ha := range heads {
		if ha >= 0 && min(a, ha) < root && root < max(a, ha) {
			return true
		}
	}
	return false
}

// every calls f with all assignments of heads to n tokens.
func every(heads []int, at int, f func()) {
	if at == len(heads) {
		f()
		return
	}
	for h := -1; h < len(heads); h++ {
		if h != at {
			heads[at] = h
			every(heads, at+1, f)
		}
	}
}

func sum(heads []int, scores []float32, columns int) float32 {
	var total float32
	for d, h := range heads {
		total += scores[d*columns+h+1]
	}
	return total
}

func TestTheTreeIsTheBestOfAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var c tree.Chart
	for n := 1; n <= 5; n++ {
		for range 60 {
			columns := n + 2
			scores := make([]float32, n*columns)
			for i := range scores {
				scores[i] = float32(rng.IntN(1000))
			}
			got := make([]int, n)
			c.Best(got, scores, columns)
			if !isTree(got) {
				t.Fatalf("%v is no tree", got)
			}
			try, best := make([]int, n), float32(-1)
			every(try, 0, func() {
				if isTree(try) && !crosses(try) {
					best = max(best, sum(try, scores, columns))
				}
			})
			if have := sum(got, scores, columns); have < best || have > best && !crosses(got) {
				t.Fatalf("%v has %v, the best projective tree %v", got, have, best)
			}
		}
	}
}

func TestALongSentenceIsATree(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const n, columns = 160, 168
	scores := make([]float32, n*columns)
	for i := range scores {
		scores[i] = rng.Float32()
	}
	heads := make([]int, n)
	new(tree.Chart).Best(heads, scores, columns)
	if !isTree(heads) || crosses(heads) {
		t.Error("not a projective tree")
	}
}
