package api_test

import (
	"fmt"
	"testing"
)

// piece is a connection of events as the tests read it.
type piece struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []struct {
		Cursor string
		Node   struct{ ID string }
	}
	Nodes []struct{ ID string }
}

const pieceQuery = `query($first: Int, $after: String, $last: Int, $before: String) {
	events(first: $first, after: $after, last: $last, before: $before, orderBy: DATE_ASC) {
		totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes { id } } }`

func (c client) piece(variables ...any) piece {
	c.t.Helper()
	var got struct{ Events piece }
	c.into(&got, pieceQuery, variables...)
	return got.Events
}

func TestPagesBothWaysWalkThroughTheWholeList(t *testing.T) {
	c := serve(t, filled(t, many(23)...))
	whole := c.piece("first", 1000)
	if len(whole.Nodes) != 23 || whole.TotalCount != 23 || whole.PageInfo.HasNextPage || whole.PageInfo.HasPreviousPage {
		t.Fatalf("the whole list is %+v", whole)
	}
	var forth, back []string
	for page := c.piece("first", 5); ; page = c.piece("first", 5, "after", *page.PageInfo.EndCursor) {
		for i, e := range page.Edges {
			forth = append(forth, e.Node.ID)
			if e.Node.ID != page.Nodes[i].ID {
				t.Errorf("edge %d is %s, node %s", i, e.Node.ID, page.Nodes[i].ID)
			}
		}
		if !page.PageInfo.HasNextPage {
			break
		}
	}
	for page := c.piece("last", 5); ; page = c.piece("last", 5, "before", *page.PageInfo.StartCursor) {
		for i := range page.Edges {
			back = append(back, page.Edges[len(page.Edges)-1-i].Node.ID)
		}
		if !page.PageInfo.HasPreviousPage {
			break
		}
	}
	for i, e := range whole.Edges {
		if i >= len(forth) || forth[i] != e.Node.ID || len(back) != len(forth) || back[len(back)-1-i] != e.Node.ID {
			t.Fatalf("item %d: whole list %s, forth %v, back %v", i, e.Node.ID, forth, back)
		}
	}
}

func TestAPageOfNothingStillTellsOfTheList(t *testing.T) {
	c := serve(t, filled(t, many(3)...))
	p := c.piece("first", 0)
	if len(p.Edges)+len(p.Nodes) != 0 || p.TotalCount != 3 || !p.PageInfo.HasNextPage || p.PageInfo.EndCursor != nil {
		t.Errorf("first: 0 gives %+v", p)
	}
	if p := c.piece("last", 0); len(p.Nodes) != 0 || !p.PageInfo.HasPreviousPage || p.PageInfo.HasNextPage {
		t.Errorf("last: 0 gives %+v", p)
	}
}

func TestAPageWithoutASizeHasTwenty(t *testing.T) {
	if p := serve(t, filled(t, many(23)...)).piece(); len(p.Nodes) != 20 || !p.PageInfo.HasNextPage {
		t.Errorf("the page is %+v", p)
	}
}

func TestPagesThatCannotBeAreRefusedWithACode(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	for arguments, want := range map[string]string{
		`first: 1001`:                    "BAD_USER_INPUT",
		`last: 1001`:                     "BAD_USER_INPUT",
		`first: 2000000000`:              "BAD_USER_INPUT",
		`first: -1`:                      "BAD_USER_INPUT",
		`first: 1, last: 1`:              "BAD_USER_INPUT",
		`first: 1, after: "x"`:           "BAD_CURSOR",
		`first: 1, after: "' OR 1=1 --"`: "BAD_CURSOR",
		`first: "1"`:                     "GRAPHQL_VALIDATION_FAILED",
	} {
		for _, list := range []string{`events(%s)`, `actors(%s)`, `articles(%s)`, `search(query: "xi", %s)`} {
			query := fmt.Sprintf(`{ `+list+` { nodes { id } } }`, arguments)
			if got := c.code(query); got != want {
				t.Errorf("%s gives code %s, want %s", query, got, want)
			}
		}
		query := fmt.Sprintf(`{ actor(id: "person:xi-jinping") { events(%s) { nodes { id } } } }`, arguments)
		if got := c.code(query); got != want {
			t.Errorf("%s gives code %s, want %s", query, got, want)
		}
	}
}
