//go:build !unix

package main

import "time"

var began = time.Now()

// cpuTime is the time since the start, where the system does not tell how long a process has computed.
func cpuTime() time.Duration { return time.Since(began) }
