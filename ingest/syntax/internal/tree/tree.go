// Package tree finds the best dependency tree of a sentence among all, given a score for every head of every token.
//
//	scores of heads ──▶ every token's best head ──▶ a tree? done
//	                                           └──▶ the best projective tree (Eisner 1996, cubic time)
//
// The invariant: exactly one token hangs on the root and every token reaches it. It does not know words or relations.
package tree

// Chart is the scratch of Eisner's algorithm: the best projective tree over a sentence, by spans that grow. Its zero value
// is ready; it serves one goroutine at a time.
//
// A complete span [i,j] has its head at one end and is closed; an open span [i,j] is an arc between its ends with
// everything inside. right means that the head is i, left that it is j. Each table is n × n.
type Chart struct {
	n                     int
	rightDone, leftDone   []float32
	rightOpen, leftOpen   []float32
	rightSplit, leftSplit []int16 // where the best complete span was joined
	openSplit             []int16 // where the best open span was joined, for both directions
	heads                 []int
	seen                  []int
}

// Best writes the heads of the best tree into heads. scores[d*columns+h] is the score of head h for token d, where h = 0
// is the root and h = i+1 token i. Exactly one token hangs on the root, with head -1.
//
// When every token's own best head makes a tree, that tree is the best; else the best projective one is searched for.
func (c *Chart) Best(heads []int, scores []float32, columns int) {
	n := len(heads)
	roots := 0
	for d := range n {
		best := 0
		for h := 1; h <= n; h++ {
			if h != d+1 && scores[d*columns+h] > scores[d*columns+best] {
				best = h
			}
		}
		heads[d] = best - 1
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && c.connected(heads) {
		return
	}
	c.fill(n, scores, columns)
	c.read(heads, scores, columns)
}

// connected tells whether every token reaches the root.
func (c *Chart) connected(heads []int) bool {
	c.seen = growInts(c.seen, len(heads))
	for d := range heads {
		at := d
		for at >= 0 && c.seen[at] == 0 {
			c.seen[at] = d + 1
			at = heads[at]
		}
		if at >= 0 && c.seen[at] == d+1 {
			return false
		}
	}
	return true
}

func growInts(v []int, n int) []int {
	if cap(v) < n {
		return make([]int, n, n+n/2)
	}
	v = v[:n]
	clear(v)
	return v
}

// fill computes all spans, short ones first.
func (c *Chart) fill(n int, scores []float32, columns int) {
	c.size(n)
	for width := 1; width < n; width++ {
		for i := 0; i+width < n; i++ {
			c.open(i, i+width, scores[(i+width)*columns+i+1], scores[i*columns+i+width+1])
			c.close(i, i+width)
		}
	}
}

// size makes room for n tokens; a span of one token is complete and costs nothing.
func (c *Chart) size(n int) {
	c.n = n
	if cap(c.rightDone) < n*n {
		m := n * n
		c.rightDone, c.leftDone = make([]float32, m), make([]float32, m)
		c.rightOpen, c.leftOpen = make([]float32, m), make([]float32, m)
		c.rightSplit, c.leftSplit, c.openSplit = make([]int16, m), make([]int16, m), make([]int16, m)
	}
	m := n * n
	c.rightDone, c.leftDone = c.rightDone[:m], c.leftDone[:m]
	for i := range n {
		c.rightDone[i*n+i], c.leftDone[i*n+i] = 0, 0
	}
}

// open joins [i,k] headed by i and [k+1,j] headed by j under an arc, whose score is right from i to j and left from j to i.
func (c *Chart) open(i, j int, right, left float32) {
	n, best, at := c.n, float32(0), -1
	for k := i; k < j; k++ {
		if v := c.rightDone[i*n+k] + c.leftDone[(k+1)*n+j]; at < 0 || v > best {
			best, at = v, k
		}
	}
	c.rightOpen[i*n+j], c.leftOpen[i*n+j] = best+right, best+left
	c.openSplit[i*n+j] = int16(at)
}

// close joins an open span and a complete one that hangs on its far end.
func (c *Chart) close(i, j int) {
	n := c.n
	best, at := float32(0), -1
	for k := i + 1; k <= j; k++ {
		if v := c.rightOpen[i*n+k] + c.rightDone[k*n+j]; at < 0 || v > best {
			best, at = v, k
		}
	}
	c.rightDone[i*n+j], c.rightSplit[i*n+j] = best, int16(at)
	at = -1
	for k := i; k < j; k++ {
		if v := c.leftDone[i*n+k] + c.leftOpen[k*n+j]; at < 0 || v > best {
			best, at = v, k
		}
	}
	c.leftDone[i*n+j], c.leftSplit[i*n+j] = best, int16(at)
}

// read picks the root and follows the joins back.
func (c *Chart) read(heads []int, scores []float32, columns int) {
	n, best, root := c.n, float32(0), -1
	for r := range n {
		if v := c.leftDone[r] + c.rightDone[r*n+n-1] + scores[r*columns]; root < 0 || v > best {
			best, root = v, r
		}
	}
	c.heads = heads
	heads[root] = -1
	c.readLeft(0, root)
	c.readRight(root, n-1)
	c.heads = nil
}

// readRight reads the complete span headed by i.
func (c *Chart) readRight(i, j int) {
	for i < j {
		k := int(c.rightSplit[i*c.n+j])
		c.heads[k] = i
		split := int(c.openSplit[i*c.n+k])
		c.readRight(i, split)
		c.readLeft(split+1, k)
		i = k
	}
}

// readLeft reads the complete span headed by j.
func (c *Chart) readLeft(i, j int) {
	for i < j {
		k := int(c.leftSplit[i*c.n+j])
		c.heads[k] = j
		split := int(c.openSplit[k*c.n+j])
		c.readRight(k, split)
		c.readLeft(split+1, j)
		j = k
	}
}
