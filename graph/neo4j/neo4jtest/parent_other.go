//go:build !linux

package neo4jtest

import "syscall"

// dieWithParent is only known to Linux; elsewhere a test program that is killed leaves its server behind.
func dieWithParent() *syscall.SysProcAttr { return nil }
