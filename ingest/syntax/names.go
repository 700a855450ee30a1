package syntax

// Class is the kind of thing a name stands for.
type Class uint8

// The classes of names.
const (
	Person Class = iota + 1
	Organization
	Place
)

var classNames = []string{"_", "PERSON", "ORGANIZATION", "PLACE"}

func (c Class) String() string { return name(classNames, uint8(c)) }

// Name is a named person, organization or place: the tokens From up to, not including, To of a sentence.
type Name struct {
	From, To int
	Class    Class
}

// The name tags of the network: outside, then for each class its beginning and its inside.
const nameTags = 7

// Names finds the names of a sentence, in order and without overlap, appends them to names and returns it. It stands behind
// dictionaries: it knows no name, only how names look and where they stand. The sentence need not be parsed.
func (m *Model) Names(names []Name, s *Sentence) []Name {
	k := m.spare.Get().(*scratch)
	defer m.spare.Put(k)
	for from := 0; from < len(s.Tokens); from += maxSentence {
		piece := s.Tokens[from:min(from+maxSentence, len(s.Tokens))]
		m.read(k, piece)
		names = k.names(names, k.state.Name, m.params.Names, from, len(piece))
	}
	return names
}

// names reads the best sequence of tags in which an inside follows a beginning or an inside of its own class (Viterbi).
func (k *scratch) names(names []Name, scores []float32, width, from, n int) []Name {
	k.back = growInts(k.back, n*nameTags)
	var total, next [nameTags]float32
	for i := range n {
		for tag := range nameTags {
			at := 0
			for prev := range nameTags {
				if follows(prev, tag, i) && (!follows(at, tag, i) || total[prev] > total[at]) {
					at = prev
				}
			}
			next[tag] = total[at] + scores[i*width+tag]
			if !follows(at, tag, i) {
				next[tag] = -1e9
			}
			k.back[i*nameTags+tag] = at
		}
		total = next
	}
	return appendNames(names, k.tags(total[:], n), from)
}

// follows tells whether a tag may stand behind another; token 0 has nothing before it.
func follows(prev, tag, i int) bool {
	inside := tag > 0 && tag%2 == 0
	return !inside || i > 0 && (prev == tag || prev == tag-1)
}

// tags reads the back pointers from the best last tag.
func (k *scratch) tags(total []float32, n int) []int {
	at := 0
	for tag := range total {
		if total[tag] > total[at] {
			at = tag
		}
	}
	k.heads = growInts(k.heads, n)
	for i := n - 1; i >= 0; i-- {
		k.heads[i] = at
		at = k.back[i*nameTags+at]
	}
	return k.heads
}

func appendNames(names []Name, tags []int, from int) []Name {
	for i := 0; i < len(tags); {
		if tags[i] == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(tags) && tags[end] > 0 && tags[end]%2 == 0 {
			end++
		}
		names = append(names, Name{From: from + i, To: from + end, Class: Class((tags[i] + 1) / 2)})
		i = end
	}
	return names
}
