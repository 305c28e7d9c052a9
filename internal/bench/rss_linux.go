package main

import (
	"os"
	"syscall"
)

// maxRSS is the largest resident set of an ended process in bytes.
func maxRSS(p *os.ProcessState) int64 {
	if usage, ok := p.SysUsage().(*syscall.Rusage); ok {
		return int64(usage.Maxrss) << 10 // KiB: getrusage(2)
	}
	return 0
}
