package net

// NumWide is how many rows of the table of name features one token sums.
const NumWide = 36

// NameTags is how many tags names have: outside, then beginning and inside of persons, organizations and places.
const NameTags = 7

// Wide is the linear model that scores names beside the network: what a word is and stands next to, straight from the
// page. Rows of Table are NameTags wide, padded.
type Wide struct {
	Table   Matrix  // hashed features × tags
	Next    Matrix  // tag × tag behind it
	Cluster []uint8 // of each word of the vocabulary, by the likeness of their vectors
	Deep    float32 // weight of the network's own scores
}

// NewWide makes a model that knows nothing.
func NewWide(rows int, cluster []uint8) *Wide {
	return &Wide{Table: NewMatrix(rows, Pad(NameTags)), Next: NewMatrix(Pad(NameTags), Pad(NameTags)), Cluster: cluster}
}

// near is what the features of one token see of itself or a neighbour.
type near struct{ word, shape, xpos, cluster, gazetteer uint64 }

// edge stands for what lies before the first and behind the last token.
var edge = near{word: 1 << 30, shape: 1 << 30, xpos: 255, cluster: 255, gazetteer: 255}

func (w *Wide) near(in []Input, xpos []uint8, i int) near {
	if i < 0 || i >= len(in) {
		return edge
	}
	t := &in[i]
	n := near{word: 1<<24 | uint64(t.Subs[8]), shape: uint64(t.Subs[9]), xpos: uint64(xpos[i]), cluster: 254, gazetteer: uint64(t.Listed)}
	if t.Word >= 0 {
		n.word, n.cluster = uint64(t.Word), uint64(w.Cluster[t.Word])
	}
	return n
}

// Features writes the rows of the table for token i. xpos are the Penn tags of the sentence.
func (w *Wide) Features(dst *[NumWide]uint32, in []Input, xpos []uint8, i int) {
	t := &in[i]
	a, b, c, d, e := w.near(in, xpos, i-2), w.near(in, xpos, i-1), w.near(in, xpos, i), w.near(in, xpos, i+1), w.near(in, xpos, i+2)
	capsAt := uint64(t.Caps) << 1
	if i == 0 {
		capsAt |= 1
	}
	pairs := [NumWide][3]uint64{
		{c.word}, {b.word}, {d.word}, {a.word}, {e.word}, {b.word, c.word}, {c.word, d.word},
		{c.shape}, {b.shape, c.shape}, {c.shape, d.shape}, {b.shape, c.shape, d.shape},
		{uint64(t.Subs[1])}, {uint64(t.Subs[2])}, {uint64(t.Subs[3])}, {uint64(t.Subs[5])}, {uint64(t.Subs[6])}, {uint64(t.Subs[7])},
		{c.xpos}, {b.xpos, c.xpos}, {c.xpos, d.xpos}, {b.xpos, c.xpos, d.xpos},
		{capsAt}, {b.word, c.shape}, {d.word, c.shape}, {b.word, capsAt, c.xpos},
		{c.cluster}, {b.cluster, c.cluster}, {c.cluster, d.cluster}, {b.cluster, c.shape}, {d.cluster, c.shape},
		{c.gazetteer, capsAt}, {b.gazetteer, c.gazetteer}, {c.gazetteer, d.gazetteer}, {c.gazetteer, b.word},
		{a.word, b.word, c.shape}, {d.word, e.word, c.shape},
	}
	for k, p := range pairs {
		h := mix(mix(mix(uint64(k)+1, p[0]), p[1]), p[2])
		dst[k] = uint32(((h >> 32) * uint64(w.Table.Rows)) >> 32)
	}
}

func mix(h, v uint64) uint64 {
	h = (h ^ v) * 0x9e3779b97f4a7c15
	return (h ^ h>>29) * 0xbf58476d1ce4e5b9
}

// Reads tells whether token i is looked at at all: it, or a neighbour, has a capital or stands on a list.
func Reads(in []Input, i int) bool {
	for k := max(0, i-1); k <= min(len(in)-1, i+1); k++ {
		if in[k].Caps != NoCaps || in[k].Listed != 0 {
			return true
		}
	}
	return false
}

// NameScratch is what finding the names of one sentence needs; not for two goroutines at once.
type NameScratch struct {
	XPOS   []uint8   // the Penn tags of the sentence, set before Find
	Scores []float32 // n × tags
	Tags   []int
	back   []int
	rows   [NumWide]uint32
}

// Find sets k.Tags to the best sequence of tags. deep are the network's scores of names, width to a token; nil leaves
// them out. (They need not be probabilities: what a token adds to all its tags changes nothing.)
func (w *Wide) Find(k *NameScratch, in []Input, deep []float32, width int) {
	n, tags := len(in), w.Table.Cols
	k.Scores = grow(k.Scores, n*tags)
	for i := range in {
		scores := k.Scores[i*tags : (i+1)*tags]
		if !Reads(in, i) {
			scores[0] = 1e6
			continue
		}
		w.Features(&k.rows, in, k.XPOS, i)
		for _, row := range k.rows {
			Add(scores, w.Table.Row(int(row)))
		}
		if deep != nil {
			for tag := range NameTags {
				scores[tag] += float32(w.Deep * deep[i*width+tag])
			}
		}
	}
	w.viterbi(k, n)
}

// viterbi finds the best sequence in which an inside follows a beginning or an inside of its own class.
func (w *Wide) viterbi(k *NameScratch, n int) {
	k.back, k.Tags = growInts(k.back, n*NameTags), growInts(k.Tags, n)
	var total, next [NameTags]float32
	for i := range n {
		for tag := range NameTags {
			at, best := 0, float32(-1e30)
			for prev := range NameTags {
				v := total[prev]
				if i > 0 {
					v += w.Next.Row(prev)[tag]
				}
				if follows(prev, tag, i) && v > best {
					at, best = prev, v
				}
			}
			next[tag] = best + k.Scores[i*w.Table.Cols+tag]
			k.back[i*NameTags+tag] = at
		}
		total = next
	}
	at := 0
	for tag := range total {
		if total[tag] > total[at] {
			at = tag
		}
	}
	for i := n - 1; i >= 0; i-- {
		k.Tags[i] = at
		at = k.back[i*NameTags+at]
	}
}

// follows tells whether a tag may stand behind another; token 0 has nothing before it.
func follows(prev, tag, i int) bool {
	inside := tag > 0 && tag%2 == 0
	return !inside || i > 0 && (prev == tag || prev == tag-1)
}

func growInts(v []int, n int) []int {
	if cap(v) < n {
		return make([]int, n, n+n/2)
	}
	return v[:n]
}
