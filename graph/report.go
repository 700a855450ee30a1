package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Status says whether the thing happened: PLOVER's auxiliary modes, worked out.
type Status string

// The statuses.
const (
	Happened  Status = "HAPPENED"
	Ongoing   Status = "ONGOING"
	Planned   Status = "PLANNED"
	Possible  Status = "POSSIBLE"
	Denied    Status = "DENIED"
	Cancelled Status = "CANCELLED"
)

// Statuses lists all statuses.
var Statuses = []Status{Happened, Ongoing, Planned, Possible, Denied, Cancelled}

// Real tells whether the status says that the thing took place or is taking place. Only real events have plain edges.
func (s Status) Real() bool { return s == Happened || s == Ongoing }

// Role says what a link of an attribution chain is.
type Role string

// The roles, in the order of a chain.
const (
	Outlet  Role = "OUTLET"  // the paper or site that another text cites
	Agency  Role = "AGENCY"  // the news agency
	Speaker Role = "SPEAKER" // the official, named or not
)

// Attribution is one link of the chain that says so: Reuters ← Yonhap ← "a government official". Actor is the
// speaker's node where the speaker is an actor of the reading.
type Attribution struct {
	Role  Role   `json:"role"`
	Name  string `json:"name"`
	Actor ID     `json:"actor,omitempty"`
}

// Report is what one article says happened. Actors do it and recipients receive it; in a symmetric report the division
// only says who was named first. Evidence is a span of the article's text, Rule the name of the rule that read it.
type Report struct {
	ID            ID            `json:"id"`
	Article       ID            `json:"article"`
	Type          Type          `json:"type"`
	Kind          Kind          `json:"kind"`
	Mode          string        `json:"mode,omitempty"` // PLOVER mode: visit, phone …
	Symmetric     bool          `json:"symmetric"`
	Actors        []ID          `json:"actors"`
	Recipients    []ID          `json:"recipients,omitempty"`
	Place         ID            `json:"place,omitempty"`
	PlaceInferred bool          `json:"placeInferred,omitempty"` // from the dateline or an enclosing meeting, not from the clause
	Occasion      ID            `json:"occasion,omitempty"`
	Date          Date          `json:"date,omitempty"`
	DateInferred  bool          `json:"dateInferred,omitempty"`
	Status        Status        `json:"status"`
	Attribution   []Attribution `json:"attribution,omitempty"`
	Evidence      Span          `json:"evidence"`
	Cameo         string        `json:"cameo,omitempty"` // CAMEO code
	Rule          string        `json:"rule"`
}

// NodeID implements Node.
func (r Report) NodeID() ID { return r.ID }

// Identify gives the report its id: a hash of the article and of what the report says, but not of the rule that said it.
func (r Report) Identify() Report {
	r.ID = ID(ReportPrefix + ":" + hash(string(r.Article), fmt.Sprint(r.Evidence), string(r.Kind), string(r.Status),
		string(r.Place), string(r.Date), join(r.Actors), join(r.Recipients)))
	return r
}

// Participants are the actors and then the recipients, each once.
func (r Report) Participants() []ID { return union(r.Actors, r.Recipients) }

// Block is the key of what could be one event with this report: reports of different blocks are never fused. It is
// kind, participants (of a symmetric report in any order) and date; a report without a date stays within its article.
func (r Report) Block() string {
	sides := join(sorted(r.Actors)) + ">" + join(sorted(r.Recipients))
	if r.Symmetric {
		sides = join(sorted(r.Participants()))
	}
	when := string(r.Date)
	if when == "" {
		when = string(r.Article)
	}
	return strings.Join([]string{string(r.Kind), sides, when}, "|")
}

func join(ids []ID) string {
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = string(id)
	}
	return strings.Join(parts, ",")
}

func sorted(ids []ID) []ID { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// union lists the ids of both lists in order, each once.
func union(a, b []ID) []ID {
	out := make([]ID, 0, len(a)+len(b))
	for _, id := range slices.Concat(a, b) {
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// InText orders the reports of one article as its text does: by evidence, then by id.
func InText(a, b Report) int {
	return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.Evidence.End, b.Evidence.End), cmp.Compare(a.ID, b.ID))
}
