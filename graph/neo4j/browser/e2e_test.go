package browser_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/graph/neo4j/browser"
	"demarche/graph/neo4j/neo4jtest"
)

var update = flag.Bool("update", false, "take the picture in docs/ anew")

// plan and seen are what e2e/drive.mjs reads and writes.
type plan struct {
	URL      string   `json:"url"`
	Username string   `json:"username"`
	Password string   `json:"password"`
	Commands []string `json:"commands"`
	Shots    []string `json:"shots"`
}

type seen struct {
	Frames []struct {
		Command, Error, Text string
		Nodes, Relationships []string
	}
}

// TestBrowserShowsTheGuideAndTheMeeting opens Neo4j Browser in Chromium as a person would.
func TestBrowserShowsTheGuideAndTheMeeting(t *testing.T) {
	kit := serveKit(t)
	server := neo4jtest.Start(t, neo4jtest.Options{Settings: []string{
		"browser.post_connect_cmd=play " + kit + "/guide.html",
		"browser.remote_content_hostname_whitelist=127.0.0.1,localhost",
	}})
	ingestDemo(t, server)
	shots := t.TempDir()
	if *update {
		shots = "../../../docs"
	}
	meeting := queryText(t, "path-of-a-meeting")
	frames := drive(t, plan{
		URL: server.Browser, Username: server.Username, Password: server.Password,
		Commands: []string{"click", ":style " + kit + "/style.grass", meeting},
		Shots:    []string{filepath.Join(shots, "neo4j-guide.png"), "", "", filepath.Join(shots, "neo4j-browser.png")},
	}).Frames
	if guide := frames[0].Text; !strings.Contains(guide, "1. Who met whom, where") {
		t.Errorf("at connect Browser shows no guide, but:\n%s", guide)
	}
	if got := strings.Join(strings.Fields(frames[1].Command), " "); got != strings.Join(strings.Fields(meeting), " ") {
		t.Errorf("a click on the guide's first query runs %q", got)
	}
	if !strings.Contains(frames[2].Text, "node.Person") {
		t.Errorf("the style sheet is not taken: %s%s", frames[2].Text, frames[2].Error)
	}
	for i, how := range map[int]string{1: "without a style sheet", 3: "with the style sheet"} {
		f := frames[i]
		if f.Error != "" || !drawn(f.Nodes, "Xi Jinping", "Han Duck-soo", "Hangzhou") || !slices.Contains(f.Relationships, "MET") {
			t.Errorf("%s: nodes %q, relationships %q, error %q", how, f.Nodes, f.Relationships, f.Error)
		}
	}
}

// serveKit serves the kit as demarche does, and gives its address.
func serveKit(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := &http.Server{Handler: http.StripPrefix("/neo4j", browser.Handler())}
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	return "http://" + l.Addr().String() + "/neo4j"
}

func queryText(t *testing.T, name string) string {
	t.Helper()
	for _, q := range browser.Queries() {
		if q.Name == name {
			return q.Text
		}
	}
	t.Fatalf("no saved query %s", name)
	return ""
}

// drawn tells whether the nodes of a picture are these. Browser breaks a long name over lines and cuts what does not fit.
func drawn(nodes []string, names ...string) bool {
	return len(nodes) == len(names) && !slices.ContainsFunc(names, func(name string) bool {
		return !slices.ContainsFunc(nodes, func(n string) bool {
			shown := strings.TrimSuffix(strings.ReplaceAll(n, " ", ""), "…")
			return len(shown) > 3 && strings.HasPrefix(strings.ReplaceAll(name, " ", ""), shown)
		})
	})
}

// drive runs the plan in Chromium.
func drive(t *testing.T, p plan) seen {
	t.Helper()
	if _, err := os.Stat("e2e/node_modules/playwright-core"); err != nil {
		install := exec.CommandContext(t.Context(), "npm", "ci", "--no-audit", "--no-fund")
		install.Dir = "e2e"
		if out, err := install.CombinedOutput(); err != nil {
			t.Fatalf("needs Node and npm: %v: %s", err, out)
		}
	}
	in, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", "e2e/drive.mjs")
	var complaints bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("needs Node, and Chromium at /usr/bin/chromium or $CHROMIUM: %v: %s", err, complaints.String())
	}
	var s seen
	if err := json.Unmarshal(out, &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Frames) != len(p.Commands)+1 {
		t.Fatalf("%d frames for %d commands", len(s.Frames), len(p.Commands))
	}
	return s
}
