// Command pressclip reads article HTML and writes what it says as data.
package main

import (
	"os"

	"pressclip/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
