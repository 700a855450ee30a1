//go:build unix

package neo4jtest

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// lock waits until no other program of this machine holds the name, and holds it until unlock, or the program's end.
func lock(ctx context.Context, name string) (unlock func() error, err error) {
	file := fmt.Sprintf("demarche-%x.lock", sha256.Sum256([]byte(name)))
	f, err := os.OpenFile(filepath.Join(os.TempDir(), file), os.O_CREATE|os.O_RDWR, 0o666)
	if err != nil {
		return nil, err
	}
	for {
		if err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err == nil {
			return f.Close, nil
		}
		select {
		case <-ctx.Done():
			f.Close()
			return nil, fmt.Errorf("waiting for another program to finish with %s: %w", name, ctx.Err())
		case <-time.After(200 * time.Millisecond):
		}
	}
}
