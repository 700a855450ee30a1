package main_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
)

func compose(t *testing.T, env ...string) (*types.Project, error) {
	t.Helper()
	o, err := cli.NewProjectOptions([]string{"docker-compose.yml"}, cli.WithEnv(env), cli.WithResolvedPaths(true))
	if err != nil {
		t.Fatal(err)
	}
	return o.LoadProject(context.Background())
}

func TestComposeHasNoDefaultPassword(t *testing.T) {
	if _, err := compose(t); err == nil || !strings.Contains(err.Error(), "NEO4J_PASSWORD") {
		t.Errorf("without a password: %v", err)
	}
}

func TestComposePublishesNothingBeyondThisMachine(t *testing.T) {
	p, err := compose(t, "NEO4J_PASSWORD=of the test")
	if err != nil {
		t.Fatal(err)
	}
	published := 0
	for name, s := range p.Services {
		for _, port := range s.Ports {
			published++
			if port.HostIP != "127.0.0.1" {
				t.Errorf("%s publishes %s on %q", name, port.Published, port.HostIP)
			}
		}
		if s.NetworkMode == "host" || s.Privileged {
			t.Errorf("%s has the host's network or rights", name)
		}
	}
	if published == 0 {
		t.Error("nothing is published at all")
	}
}

func TestComposeServicesAreWatchedAndStartInOrder(t *testing.T) {
	p, err := compose(t, "NEO4J_PASSWORD=of the test")
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range p.Services {
		if s.Restart != "no" && s.HealthCheck == nil {
			t.Errorf("nobody looks after %s", name)
		}
		for on, d := range s.DependsOn {
			if d.Condition == types.ServiceConditionHealthy && p.Services[on].HealthCheck == nil {
				t.Errorf("%s waits for the health of %s, which has no check", name, on)
			}
		}
		if s.Build != nil {
			if _, err := os.Stat(filepath.Join(s.Build.Context, "Dockerfile")); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		for _, v := range s.Volumes {
			if v.Type == types.VolumeTypeBind {
				if _, err := os.Stat(v.Source); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			} else if _, declared := p.Volumes[v.Source]; !declared {
				t.Errorf("%s: volume %s is not declared", name, v.Source)
			}
		}
	}
	if len(p.Services["neo4j"].Volumes) == 0 {
		t.Error("the graph is gone with its container")
	}
}

func TestDockerfileBuildsTheProgram(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the whole program")
	}
	out := filepath.Join(t.TempDir(), "demarche")
	built := false
	for _, command := range buildCommands(t) {
		built = built || strings.Contains(command, "go build")
		cmd := exec.CommandContext(t.Context(), "sh", "-c", strings.ReplaceAll(command, "-o /demarche", "-o "+out))
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", command, err, said)
		}
	}
	if !built {
		t.Fatal("the Dockerfile builds nothing")
	}
	if said, err := exec.CommandContext(t.Context(), out, "--help").CombinedOutput(); err != nil || !strings.Contains(string(said), "ingest") {
		t.Errorf("the program built says %q, %v", said, err)
	}
}

// buildCommands are the RUN lines of the Dockerfile's first stage.
func buildCommands(t *testing.T) (commands []string) {
	t.Helper()
	text, err := os.ReadFile("Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	stages := strings.Split(string(text), "\nFROM ")
	for _, line := range strings.Split(stages[1], "\n") {
		if command, ok := strings.CutPrefix(line, "RUN "); ok {
			commands = append(commands, command)
		}
	}
	return commands
}
