package neo4j_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"sync"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/neo4j"
	"demarche/graph/neo4j/neo4jtest"
)

func TestOpenSaysInOneLineWhatIsWrong(t *testing.T) {
	server := neo4jtest.Shared(t)
	address := strings.TrimPrefix(server.URI, "neo4j://")
	for _, c := range []struct {
		claim string
		alter func(*neo4j.Options)
		want  error
		says  string
	}{
		{"the scheme is another's", func(o *neo4j.Options) { o.URI = "http://" + address }, neo4j.ErrScheme, "http://"},
		{"the address has no host", func(o *neo4j.Options) { o.URI = "neo4j://" }, neo4j.ErrScheme, "neo4j://"},
		{"the password is wrong", func(o *neo4j.Options) { o.Password = "wrong" }, neo4j.ErrPassword, "NEO4J_PASSWORD"},
		{"the user is unknown", func(o *neo4j.Options) { o.Username = "nobody" }, neo4j.ErrPassword, "nobody"},
		{"there is no such database", func(o *neo4j.Options) { o.Database = "absent" }, neo4j.ErrNoDatabase, "absent"},
		{"the server has no TLS", func(o *neo4j.Options) { o.URI = "neo4j+s://" + address }, neo4j.ErrTLS, "+s"},
		{"bolt, the server has no TLS", func(o *neo4j.Options) { o.URI = "bolt+ssc://" + address }, neo4j.ErrTLS, "+s"},
		{"nobody listens", func(o *neo4j.Options) { o.URI = "neo4j://127.0.0.1:1" }, neo4j.ErrUnreachable, "127.0.0.1:1"},
		{"bolt, nobody listens", func(o *neo4j.Options) { o.URI = "bolt://127.0.0.1:1" }, neo4j.ErrUnreachable, "127.0.0.1:1"},
		{"there is no such host", func(o *neo4j.Options) { o.URI = "neo4j://nowhere.invalid" }, neo4j.ErrUnreachable, "nowhere.invalid"},
		{"the server is old", func(o *neo4j.Options) { o.URI = "bolt://" + oldServer(t, address) }, neo4j.ErrTooOld, "5.26"},
	} {
		t.Run(c.claim, func(t *testing.T) {
			o := options(t, server)
			c.alter(&o)
			s, err := neo4j.Open(t.Context(), o)
			if err == nil {
				_ = s.Close(t.Context())
			}
			if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("error %v, want %v with %q", err, c.want, c.says)
			}
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), server.Password) {
				t.Errorf("not one line, or it tells the password: %v", err)
			}
		})
	}
}

func TestPasswordInTheAddressIsNotTold(t *testing.T) {
	_, err := neo4j.Open(t.Context(), neo4j.Options{URI: "http://neo4j:secret@localhost"})
	if err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("error %v", err)
	}
}

// oldServer passes everything on to the server, but for the version in its greeting, and gives its own address.
func oldServer(t *testing.T, address string) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			go pass(client, address)
		}
	}()
	return l.Addr().String()
}

func pass(client net.Conn, address string) {
	defer client.Close()
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	go func() { _, _ = io.Copy(server, client) }()
	buffer := make([]byte, 1<<16)
	for {
		n, err := server.Read(buffer)
		_, _ = client.Write(bytes.Replace(buffer[:n], []byte("Neo4j/5."), []byte("Neo4j/4."), 1))
		if err != nil {
			return
		}
	}
}

func TestReadOnlyDatabaseIsReadAndNotWritten(t *testing.T) {
	server := neo4jtest.Start(t, neo4jtest.Options{})
	readings := graphtest.Readings(6, 3)
	s := open(t, server)
	if err := s.Put(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	_ = s.Close(t.Context())
	if err := server.Restart(t.Context(), "server.databases.default_to_read_only=true"); err != nil {
		t.Fatal(err)
	}
	s = open(t, server)
	defer s.Close(t.Context())
	if got, want := dump(t, s), dump(t, graphtest.NewWorld(readings...)); got != want {
		t.Errorf("dump of the read-only database:\n%s\nwant:\n%s", got, want)
	}
	if page, err := s.FindArticles(t.Context(), graph.ArticleWhere{}, graph.ByPublished, graph.Page{}); err != nil || len(page.Items) != 6 {
		t.Errorf("FindArticles: %d articles, %v", len(page.Items), err)
	}
	if err := s.Put(t.Context(), graphtest.Readings(8, 3)...); !errors.Is(err, graph.ErrReadOnly) {
		t.Errorf("Put: %v, want %v", err, graph.ErrReadOnly)
	}
}

func TestEmptyReadOnlyDatabaseOpens(t *testing.T) {
	server := neo4jtest.Start(t, neo4jtest.Options{})
	if err := server.Restart(t.Context(), "server.databases.default_to_read_only=true"); err != nil {
		t.Fatal(err)
	}
	s := open(t, server)
	defer s.Close(t.Context())
	if got := dump(t, s); got != "" {
		t.Errorf("dump of nothing:\n%s", got)
	}
}

func TestServerKilledDuringAnIngestIsSurvived(t *testing.T) {
	server := neo4jtest.Start(t, neo4jtest.Options{})
	readings := graphtest.Readings(120, 7)
	s := open(t, server)
	defer s.Close(t.Context())
	var wg sync.WaitGroup
	started := make(chan struct{})
	wg.Go(func() {
		for i, r := range readings {
			if i == 10 {
				close(started)
			}
			if err := s.Put(t.Context(), r); err != nil {
				t.Errorf("Put %d: %v", i, err)
				return
			}
		}
	})
	<-started
	if err := errors.Join(server.Kill(), server.Restart(t.Context())); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if got, want := dump(t, s), dump(t, graphtest.NewWorld(readings...)); got != want {
		t.Errorf("the dump differs from that of an undisturbed ingest")
	}
}

func dump(t testing.TB, d graph.Dumper) string {
	t.Helper()
	var b strings.Builder
	if err := graph.WriteDump(context.Background(), d, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
