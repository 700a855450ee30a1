package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"demarche/ingest/source"
)

// Case is a small article with all the statements that a careful reader takes from it. Cases stand in txtar files, one a
// phenomenon: two sections a case,
//
//	-- NAME.txt --
//	published: 2023-09-23
//
//	Danish Prime Minister Mette Testwell met …
//	-- NAME.want --
//	Mette Testwell | MEET | …
//
// The head (published, source, title; "scope: all" for domestic events too) may be absent; published is then Published. A
// case with no statement wants that nothing is read.
type Case struct {
	Phenomenon string // the file's name without .txtar
	Name       string
	Raw        source.Raw
	All        bool // domestic events too
	Want       []Statement
}

// Published is the day on which a case appeared, a Tuesday, unless it says otherwise.
const Published = "2024-03-05"

// ErrCase is what is wrong with a case that has not its two sections, or a head that nobody knows.
var ErrCase = errors.New("case wants sections NAME.txt and NAME.want")

// ReadCases reads the cases of all .txtar files of a folder, in order of file name; none if it has none.
func ReadCases(dir fs.FS) ([]Case, error) {
	files, err := fs.Glob(dir, "*.txtar")
	if err != nil {
		return nil, err
	}
	var out []Case
	for _, name := range files {
		data, err := fs.ReadFile(dir, name)
		if err != nil {
			return nil, err
		}
		cases, err := parseCases(strings.TrimSuffix(name, ".txtar"), string(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, cases...)
	}
	return out, nil
}

func parseCases(phenomenon, data string) (out []Case, err error) {
	parts := sections(data)
	if len(parts)%2 != 0 {
		return nil, ErrCase
	}
	for ; len(parts) > 0; parts = parts[2:] {
		c := Case{Phenomenon: phenomenon, Name: strings.TrimSuffix(parts[0].name, ".txt")}
		if c.Name == parts[0].name || parts[1].name != c.Name+".want" {
			return nil, fmt.Errorf("%s: %w", parts[0].name, ErrCase)
		}
		if err := c.article(parts[0].text); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		for line := range strings.Lines(parts[1].text) {
			if strings.TrimSpace(line) == "" {
				continue
			}
			s, err := ParseStatement(strings.TrimSpace(line))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", c.Name, err)
			}
			c.Want = append(c.Want, s)
		}
		out = append(out, c)
	}
	return out, nil
}

type section struct{ name, text string }

// sections cuts a txtar archive at its lines "-- NAME --"; what stands before the first is a comment.
func sections(data string) (out []section) {
	for line := range strings.Lines(data) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		name, end := strings.CutSuffix(name, " --")
		switch {
		case ok && end:
			out = append(out, section{name: name})
		case len(out) > 0:
			out[len(out)-1].text += line
		}
	}
	return out
}

// article reads the head, if there is one, and the text.
func (c *Case) article(data string) error {
	c.Raw = source.Raw{ID: c.Phenomenon + "-" + c.Name, Published: Published, Text: strings.TrimSpace(data)}
	head, text, found := strings.Cut(data, "\n\n")
	if !found || !headed(head) {
		return nil
	}
	c.Raw.Text = strings.TrimSpace(text)
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "published":
			c.Raw.Published = value
		case "source":
			c.Raw.Source = value
		case "title":
			c.Raw.Title = value
		case "scope":
			c.All = value == "all"
		default:
			return fmt.Errorf("%q: %w", key, ErrCase)
		}
	}
	return nil
}

// headed tells whether a paragraph is a head: its first word is a key in lower case and a colon.
func headed(paragraph string) bool {
	key, _, ok := strings.Cut(paragraph, ": ")
	return ok && key == strings.ToLower(key) && !strings.Contains(key, " ")
}
