package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
)

// docker runs the official image. The data are in the home when one was asked for, else in a volume of the
// container's name, so that they outlive the container, which is made anew at each start.
type docker struct {
	name, data, password string
	run                  []string // the arguments that make the container
}

// pick chooses what runs the server on this machine.
func pick(ctx context.Context, home string, o Options, password string) (engine, error) {
	if exec.CommandContext(ctx, "docker", "info").Run() == nil {
		return newDocker(home, o, password), nil
	}
	for _, tool := range []string{"java", "mvn"} {
		if _, err := exec.LookPath(tool); err != nil {
			return nil, ErrNoEngine
		}
	}
	return newJava(ctx, home, o, password)
}

func newDocker(home string, o Options, password string) *docker {
	d := &docker{name: fmt.Sprintf("demarche-neo4j-%d", o.BoltPort), password: password}
	d.data = d.name
	if o.Home != "" {
		d.data = filepath.Join(home, "data")
	}
	return d
}

// configure has both ports on loopback only, and each setting as the variable the image reads.
func (d *docker) configure(o Options) error {
	d.run = []string{"run", "--detach", "--name", d.name,
		"--publish", fmt.Sprintf("127.0.0.1:%d:7687", o.BoltPort),
		"--publish", fmt.Sprintf("127.0.0.1:%d:7474", o.HTTPPort),
		"--volume", d.data + ":/data",
		"--env", "NEO4J_AUTH=neo4j/" + d.password}
	lines := append([]string{
		fmt.Sprintf("server.bolt.advertised_address=127.0.0.1:%d", o.BoltPort),
		"server.memory.heap.initial_size=" + o.Heap, "server.memory.heap.max_size=" + o.Heap,
		"dbms.usage_report.enabled=false", "client.allow_telemetry=false"}, o.Settings...)
	for _, line := range lines {
		d.run = append(d.run, "--env", variable(line))
	}
	d.run = append(d.run, "neo4j:"+neo4jVersion+"-community")
	return nil
}

// variable writes a line of neo4j.conf as the image wants it: NEO4J_, dots as _, underscores doubled.
func variable(line string) string {
	key, value, _ := strings.Cut(line, "=")
	return "NEO4J_" + strings.NewReplacer("_", "__", ".", "_").Replace(key) + "=" + value
}

func (d *docker) start(ctx context.Context) error { return command(ctx, d.run...) }

func (d *docker) stop() error {
	if exec.Command("docker", "inspect", d.name).Run() != nil {
		return nil // there is no such container
	}
	return errors.Join(
		command(context.Background(), "stop", d.name),
		command(context.Background(), "rm", d.name))
}

func (d *docker) kill() error { return command(context.Background(), "kill", d.name) }

func (d *docker) alive() error {
	out, err := exec.Command("docker", "inspect", "--format", "{{.State.Running}}", d.name).Output()
	if err == nil && strings.TrimSpace(string(out)) == "false" {
		return fmt.Errorf("container %s ended while starting: see docker logs %s", d.name, d.name)
	}
	return nil
}

func (d *docker) close() error {
	err := d.stop()
	if d.data == d.name {
		err = errors.Join(err, command(context.Background(), "volume", "rm", "--force", d.name))
	}
	return err
}

func command(ctx context.Context, args ...string) error {
	out, err := exec.CommandContext(ctx, "docker", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("docker %s: %w: %s", args[0], err, strings.TrimSpace(string(out)))
	}
	return nil
}
