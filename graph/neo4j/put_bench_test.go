package neo4j_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
	"demarche/graph/neo4j/neo4jtest"
)

// BenchmarkPut puts articles into an empty database, a hundred at a time as ingest does, and then sends the rows that
// came of it to an empty database once more, by UNWIND and MERGE, thousands at a time: what the server can do at best.
// of-raw is the one speed as a part of the other, the median of all rounds; rows are those that are stored in the end.
//
//	DEMARCHE_NEO4J=1 go test ./graph/neo4j -run - -bench Put -benchtime 5x
func BenchmarkPut(b *testing.B) {
	server := neo4jtest.Shared(b)
	s := open(b, server)
	defer s.Close(b.Context())
	readings := manyReadings(2000)
	warmUp(b, s, server, readings[:300])
	var put, raw time.Duration
	var ratios []float64
	var rows int
	for b.Loop() {
		empty(b, server)
		begin := time.Now()
		for batch := range slices.Chunk(readings, 100) {
			if err := s.Put(b.Context(), batch...); err != nil {
				b.Fatal(err)
			}
		}
		thisPut := time.Since(begin)
		stored := storedRows(b, server)
		empty(b, server)
		begin = time.Now()
		rows = sendRows(b, server, stored)
		thisRaw := time.Since(begin)
		put, raw, ratios = put+thisPut, raw+thisRaw, append(ratios, float64(thisRaw)/float64(thisPut))
		b.Logf("round %d: put %v, raw %v", len(ratios), thisPut, thisRaw)
	}
	slices.Sort(ratios)
	b.ReportMetric(ratios[len(ratios)/2], "of-raw")
	b.ReportMetric(float64(rows*b.N)/put.Seconds(), "rows/s")
	b.ReportMetric(float64(rows*b.N)/raw.Seconds(), "raw-rows/s")
	b.ReportMetric(float64(len(readings)*b.N)/put.Seconds(), "articles/s")
}

// warmUp runs both ways once, unmeasured, for the server compiles what it runs often.
func warmUp(b *testing.B, s graph.Store, server *neo4jtest.Server, readings []graph.Reading) {
	if err := s.Put(b.Context(), readings...); err != nil {
		b.Fatal(err)
	}
	stored := storedRows(b, server)
	empty(b, server)
	sendRows(b, server, stored)
}

func empty(b *testing.B, server *neo4jtest.Server) {
	if err := server.Empty(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// rowSet is all nodes of one set of labels, or all relationships of one type between two labels, as rows to send.
type rowSet struct {
	cypher string
	rows   []any
}

const (
	rawNode     = "UNWIND $rows AS row MERGE (n:%s {%s: row.%[2]s}) SET n%[3]s = row"
	rawRelation = "UNWIND $rows AS row MATCH (a:%s {id: row.from}) MATCH (b:%s {id: row.to}) MERGE (a)-[r:%s%s]->(b) SET r = row.props"
)

// storedRows reads everything back from the database.
func storedRows(b *testing.B, server *neo4jtest.Server) []rowSet {
	sets := map[string]*rowSet{}
	var order []string
	add := func(cypher string, row any) {
		if sets[cypher] == nil {
			sets[cypher] = &rowSet{cypher: cypher}
			order = append(order, cypher)
		}
		sets[cypher].rows = append(sets[cypher].rows, row)
	}
	for _, r := range query(b, server, "MATCH (n) RETURN labels(n) AS labels, properties(n) AS props") {
		labels := r["labels"].([]any)
		key, second := "id", ""
		if _, ok := r["props"].(map[string]any)["id"]; !ok {
			key = "key"
		}
		if len(labels) > 1 {
			second = fmt.Sprintf(":%s, n", labels[1])
		}
		add(fmt.Sprintf(rawNode, labels[0], key, second), r["props"])
	}
	for _, r := range query(b, server, "MATCH (a)-[r]->(b) RETURN labels(a)[0] AS one, labels(b)[0] AS other, type(r) AS type, "+
		"a.id AS from, b.id AS to, properties(r) AS props") {
		key := ""
		if _, ok := r["props"].(map[string]any)["id"]; ok {
			key = " {id: row.props.id}"
		}
		add(fmt.Sprintf(rawRelation, r["one"], r["other"], r["type"], key), r)
	}
	all := make([]rowSet, len(order))
	for i, cypher := range order {
		all[i] = *sets[cypher]
	}
	return all
}

// sendRows writes the rows, nodes first, on one connection.
func sendRows(b *testing.B, server *neo4jtest.Server, sets []rowSet) (sent int) {
	ctx := context.Background()
	d, err := bolt.NewDriverWithContext(server.URI, bolt.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close(ctx)
	session := d.NewSession(ctx, bolt.SessionConfig{DatabaseName: server.Database})
	defer session.Close(ctx)
	for _, set := range sets {
		for batch := range slices.Chunk(set.rows, 5000) {
			result, err := session.Run(ctx, set.cypher, map[string]any{"rows": batch})
			if err == nil {
				_, err = result.Consume(ctx)
			}
			if err != nil {
				b.Fatal(err)
			}
			sent += len(batch)
		}
	}
	return sent
}

func query(b *testing.B, server *neo4jtest.Server, cypher string) []map[string]any {
	rows, err := server.Query(b.Context(), cypher, nil)
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

// manyReadings are articles of the size and density of wire news: some 3,000 letters, six people and countries of a few
// hundred, the great powers in most of them, two reports.
func manyReadings(n int) []graph.Reading {
	r := rand.New(rand.NewPCG(1, 2))
	readings := make([]graph.Reading, n)
	for i := range readings {
		readings[i] = manyReading(r, i)
	}
	return readings
}

func manyReading(r *rand.Rand, i int) graph.Reading {
	day := graph.DateOf(time.Date(2020, 1, 1+i/10, 0, 0, 0, 0, time.UTC))
	reading := graph.Reading{Article: graph.Article{
		ID: graph.ArticleID(fmt.Sprint("bench-", i)), Title: fmt.Sprintf("Talks number %d", i), Source: "The Bench", Published: day,
	}}
	var text strings.Builder
	held := map[graph.ID]bool{}
	hold := func(a graph.Actor) graph.ID {
		if !held[a.NodeID()] {
			held[a.NodeID()] = true
			reading.Actors = append(reading.Actors, a)
		}
		return a.NodeID()
	}
	for range 2 {
		one, other := someone(r, day), someone(r, day)
		hold(countryOf(one.Country))
		hold(countryOf(other.Country))
		place := graph.Place{ID: graph.PlaceID(one.Country, "Port"), Name: "Port " + one.Country, Country: one.Country}
		if !held[place.ID] {
			held[place.ID] = true
			reading.Places = append(reading.Places, place)
		}
		rep := graph.Report{
			Article: reading.Article.ID, Type: graph.TypeConsult, Kind: graph.Meet, Symmetric: true, Actors: []graph.ID{hold(one)},
			Recipients: []graph.ID{hold(other)}, Place: place.ID, Date: day, Status: graph.Happened, Cameo: "040", Rule: "bench",
		}
		if one.ID == other.ID {
			rep.Recipients = nil
		}
		rep.Evidence.Start = text.Len()
		fmt.Fprintf(&text, "%s met %s at the port of %s, officials said.", one.Name, other.Name, one.Country)
		rep.Evidence.End = text.Len()
		reading.Reports = append(reading.Reports, rep.Identify())
		reading.Mentions = append(reading.Mentions, graph.Mention{
			Span: graph.Span{Start: rep.Evidence.Start, End: rep.Evidence.Start + len(one.Name)}, Node: one.ID,
		})
		for text.Len()%1500 < 1400 {
			fmt.Fprintf(&text, " Nothing more was known on day %d of the talks.", r.IntN(1000))
		}
		text.WriteByte('\n')
	}
	reading.Article.Text = text.String()
	return reading
}

// someone is one of 600 people of 30 countries, of the first countries more often.
func someone(r *rand.Rand, day graph.Date) graph.Person {
	n := int(600 * r.Float64() * r.Float64())
	code := fmt.Sprintf("C%02d", n/20)
	name := fmt.Sprintf("Person Number %d", n)
	who := graph.Person{Identity: graph.Identity{ID: graph.PersonID(name), Kind: graph.PersonKind, Name: name, Country: code}}
	if n%4 == 0 {
		who.Offices = []graph.Office{{Title: "minister", Country: code, From: day, To: day}}
	}
	return who
}

func countryOf(code string) graph.Country {
	return graph.Country{Identity: graph.Identity{ID: graph.CountryID(code), Kind: graph.CountryKind, Name: "Land " + code, Country: code}}
}
