//go:build unix

package cli

import (
	"errors"
	"os"
	"syscall"
)

// lock takes f for this process alone, until it is closed or the process ends,
// however it does. It reports whether somebody else has it; a file system
// without locks has nobody.
func lock(f *os.File) (taken bool) {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			return errors.Is(err, syscall.EWOULDBLOCK)
		}
	}
}
