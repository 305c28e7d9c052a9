package cli

import (
	"os"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// A run of the command in a process that lives on leaves no goroutine and no
// descriptor, however it ends.
func TestNothingIsLeft(t *testing.T) {
	writeAll(t, batchPages())
	if err := os.WriteFile("list", []byte("in\ngone.html\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	before := goleak.IgnoreCurrent()
	files := descriptors(t)
	for _, flags := range []string{
		"in", "in -j 1", "in -j 8 --unordered", "gone.html in", "in gone.html --fail-fast", "--files-from list",
		"in -o a.jsonl", "in -o a.jsonl.gz --errors e --stats s", "in -o a.jsonl.zst --resume", "in -o b.jsonl --resume --errors e2 --lang en",
		"in gone.html -o b.jsonl --resume --fail-fast", "in -d out", "in -d out --skip-existing", "in -d out --no-clobber", "in -f md", "in -o gone/x",
		"in -o b.jsonl --errors gone/x", "in --timeout 1ns", "in --dedupe near --log-json -v", "in --bogus", "explain in/00.html", "explain gone.html", "schema",
	} {
		Main(strings.Fields(flags), strings.NewReader(""), sinkhole{}, sinkhole{})
	}
	if err := goleak.Find(before); err != nil {
		t.Error(err)
	}
	if n := descriptors(t); files > 0 && n > files {
		t.Errorf("%d descriptors, before %d", n, files)
	}
}

// A writer that takes everything.
type sinkhole struct{}

func (sinkhole) Write(p []byte) (int, error) { return len(p), nil }

// descriptors counts those of this process, 0 where that can not be known.
func descriptors(t *testing.T) int {
	t.Helper()
	time.Sleep(10 * time.Millisecond) // a file that timed out is closed soon after
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

// A page that comes to no end is one failure, and the others are done.
func TestTimeout(t *testing.T) {
	writeAll(t, batchPages()[:1])
	before := goleak.IgnoreCurrent()
	stdin, writer, err := os.Pipe() // never written
	if err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	start := time.Now()
	status := Main([]string{"in", "-", "in", "--timeout", "0.2", "-j", "1"}, stdin, sinkhole{}, &stderr)
	if want := "pressclip: -: took longer than --timeout\n"; status != exitFailed || !strings.Contains(stderr.String(), want) {
		t.Errorf("status %d, %s", status, &stderr)
	}
	if passed := time.Since(start); passed > 5*time.Second {
		t.Errorf("took %v", passed)
	}
	_ = writer.Close() // only now does the read end
	if err := goleak.Find(before); err != nil {
		t.Error(err)
	}
	_ = stdin.Close()
}
