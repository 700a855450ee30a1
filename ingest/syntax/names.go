package syntax

import "strings"

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

// Name is a named person, organization or place: the tokens From up to, not including, To of a sentence. Names are a
// fallback behind dictionaries: the model knows how names look and where they stand, not whom they name.
type Name struct {
	From, To int
	Class    Class
}

// readLists reads the lists of words that stand in names: lines of word and list, # begins a comment. A word's lists are
// bits, in the order of their first words.
func readLists(tsv string) map[string]uint8 {
	lists, bits := make(map[string]uint8, 1024), make(map[string]uint8)
	for line := range strings.Lines(tsv) {
		word, list, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if bits[list] == 0 {
			bits[list] = 1 << len(bits)
		}
		lists[word] |= bits[list]
	}
	return lists
}

// appendNames turns the tags of tokens into names; from is the index of the first token in its sentence. Odd tags begin a
// name of class (tag+1)/2, the even one behind each goes on with it.
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
