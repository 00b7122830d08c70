//go:build unix

package extract_test

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used so far. Wall-clock time would count
// what other processes use.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return time.Duration(time.Now().UnixNano())
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
