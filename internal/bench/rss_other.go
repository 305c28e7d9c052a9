//go:build !linux

package main

import "os"

// maxRSS is 0: what other systems tell, and in which unit, differs.
func maxRSS(*os.ProcessState) int64 { return 0 }
