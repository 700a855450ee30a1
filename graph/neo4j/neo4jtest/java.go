package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// java runs the jars as a child process, which dies with its parent where the system can see to that.
type java struct {
	home, lib, heap, password string
	bolt                      int
	process                   *os.Process
	over                      chan struct{} // closed when the process has ended
}

func newJava(ctx context.Context, home string, o Options, password string) (*java, error) {
	lib, err := jars(ctx)
	if err != nil {
		return nil, err
	}
	j := &java{home: home, lib: lib, heap: o.Heap, password: password, bolt: o.BoltPort}
	for _, d := range []string{"conf", "data", "logs", "run", "plugins", "import"} {
		if err := os.MkdirAll(filepath.Join(home, d), 0o755); err != nil {
			return nil, err
		}
	}
	return j, nil
}

func (j *java) configure(o Options) error {
	conf := strings.Join(append(settings(o), o.Settings...), "\n") + "\n"
	return os.WriteFile(filepath.Join(j.home, "conf", "neo4j.conf"), []byte(conf), 0o644)
}

// settings are those of a small, quiet, local server that stops at once when it is asked to.
func settings(o Options) []string {
	return []string{
		"server.default_listen_address=127.0.0.1",
		fmt.Sprintf("server.bolt.listen_address=127.0.0.1:%d", o.BoltPort),
		fmt.Sprintf("server.bolt.advertised_address=127.0.0.1:%d", o.BoltPort),
		fmt.Sprintf("server.http.listen_address=127.0.0.1:%d", o.HTTPPort),
		fmt.Sprintf("server.http.advertised_address=127.0.0.1:%d", o.HTTPPort),
		"server.https.enabled=false",
		"server.memory.pagecache.size=128m",
		"db.tx_log.preallocate=false",
		"db.shutdown_transaction_end_timeout=1s",
		"internal.dbms.bolt.netty_server_shutdown_quiet_period=0",
		"dbms.usage_report.enabled=false",
		"client.allow_telemetry=false",
	}
}

// args is Neo4j's own start line: its packages need doors into the Java library that are shut by default.
func (j *java) args() []string {
	args := []string{"-cp", filepath.Join(j.lib, "*"), "-Xms" + j.heap, "-Xmx" + j.heap, "-XX:+UseG1GC",
		"-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Dlog4j2.disable.jmx=true",
		"-Dio.netty.tryReflectionSetAccessible=true"}
	for _, p := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		args = append(args, "--add-opens=java.base/"+p+"=ALL-UNNAMED")
	}
	return append(args, "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+j.home, "--config-dir="+filepath.Join(j.home, "conf"))
}

func (j *java) start(ctx context.Context) error {
	log, err := os.OpenFile(j.console(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	cmd := exec.Command("java", j.args()...)
	cmd.Stdout, cmd.Stderr, cmd.SysProcAttr = log, log, dieWithParent()
	started := make(chan error)
	over := make(chan struct{})
	go func() {
		runtime.LockOSThread() // the parent of the child is this thread: it must live as long as the child
		defer close(over)
		defer log.Close()
		err := cmd.Start()
		started <- err
		if err == nil {
			cmd.Wait()
		}
	}()
	if err := <-started; err != nil {
		return err
	}
	j.process, j.over = cmd.Process, over
	return j.firstPassword(ctx)
}

// firstPassword replaces the password every new Neo4j has; one that has been replaced already is left alone.
func (j *java) firstPassword(ctx context.Context) error {
	uri := fmt.Sprintf("bolt://127.0.0.1:%d", j.bolt)
	for {
		err := changePassword(ctx, uri, j.password)
		var answer *neo4j.Neo4jError
		switch {
		case err == nil:
			return nil
		case errors.As(err, &answer) && answer.Code == "Neo.ClientError.Security.Unauthorized":
			return nil
		case errors.As(err, &answer) && !answer.IsRetriable(), ctx.Err() != nil:
			return fmt.Errorf("%s: setting the first password: %w", uri, err)
		case j.alive() != nil:
			return j.alive()
		}
		time.Sleep(200 * time.Millisecond)
	}
}

func changePassword(ctx context.Context, uri, password string) error {
	d, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth("neo4j", "neo4j", ""))
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	s := d.NewSession(ctx, neo4j.SessionConfig{DatabaseName: "system"})
	defer s.Close(ctx)
	r, err := s.Run(ctx, "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", map[string]any{"new": password})
	if err != nil {
		return err
	}
	_, err = r.Consume(ctx)
	return err
}

// alive is nil while the process runs, and else says why it does not, with the end of its log.
func (j *java) alive() error {
	select {
	case <-j.over:
		b, _ := os.ReadFile(j.console())
		return fmt.Errorf("neo4j ended while starting: %s", b[max(0, len(b)-2000):])
	default:
		return nil
	}
}

func (j *java) stop() error {
	if j.process == nil {
		return nil
	}
	if err := j.process.Signal(syscall.SIGTERM); err != nil {
		return j.kill()
	}
	select {
	case <-j.over:
		return nil
	case <-time.After(30 * time.Second):
		return j.kill()
	}
}

func (j *java) kill() error {
	if j.process == nil {
		return nil
	}
	err := j.process.Kill()
	<-j.over
	if errors.Is(err, os.ErrProcessDone) {
		return nil
	}
	return err
}

func (j *java) close() error { return j.stop() }

func (j *java) console() string { return filepath.Join(j.home, "logs", "console.log") }
