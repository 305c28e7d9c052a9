package cli

// The flags that say how a run goes come in; what they mean goes out, checked.

import (
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"pressclip/internal/source"
)

// maxJobs bounds -j: each job may hold a page of --max-bytes.
const maxJobs = 1024

// defaultTimeout is far more than the largest page takes.
const defaultTimeout = 20 * time.Second

// readRun reads how many pages go in parallel, how long one may take, and which
// are the same.
func (s *settings) readRun(c *cli.Context) error {
	s.jobs = runtime.GOMAXPROCS(0)
	if typed := c.String("jobs"); typed != "" {
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > maxJobs {
			return usage("-j wants a number from 1 to %d, not %q", maxJobs, typed)
		}
		s.jobs = n
	}
	s.timeout, s.wait = defaultTimeout, true
	if typed := c.String("timeout"); typed != "" {
		var ok bool
		if s.timeout, ok = parseTimeout(typed); !ok {
			return usage("--timeout wants a time such as 500ms, 20s or 2m, not %q", typed)
		}
		s.wait = false
	}
	if name := c.String("dedupe"); name != "" {
		var ok bool
		if s.dedupe, ok = findDedupe(name); !ok {
			return usage("--dedupe is one of %s, not %q", strings.Join(dedupeNames(), ", "), name)
		}
	}
	return nil
}

// parseTimeout reads "20s", "1m30s", "500ms"; a number alone is seconds, as
// timeout(1) has it, and 0 is no limit.
func parseTimeout(s string) (time.Duration, bool) {
	if strings.Trim(s, "0123456789.") == "" {
		s += "s"
	}
	d, err := time.ParseDuration(s)
	return d, err == nil && d >= 0
}

// timeoutOf is how long a page may take. Standard input may wait for a person or
// a download, so that only a limit that was asked for holds there.
func (s *settings) timeoutOf(d source.Doc) time.Duration {
	if s.wait && d.Path == source.Stdin {
		return 0
	}
	return s.timeout
}

// innerExt is the extension of the output without that of its compression.
func (s *settings) innerExt() string {
	_, inner := findCodec(s.output)
	return filepath.Ext(inner)
}

// checkNames refuses two outputs that are one.
func (s *settings) checkNames() error {
	output := s.output
	if output == "" && s.dir == "" {
		output = source.Stdin
	}
	names := []struct{ flag, name string }{{"output", output}, {"errors", s.errors}, {"stats", s.stats}}
	for i, a := range names {
		for _, b := range names[:i] {
			if a.name != "" && a.name == b.name {
				return usage("--%s and --%s are the same file", a.flag, b.flag)
			}
		}
	}
	return nil
}
