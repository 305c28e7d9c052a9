package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"pressclip/extract"
)

func TestMarks(t *testing.T) {
	long := strings.Repeat("It rained on the town for forty days and the river rose by two metres. ", 60)
	for _, test := range []struct {
		name string
		a, b extract.Article
		same string // by which rows
	}{
		{"one page", extract.Article{URL: "https://a.org/", Text: long}, extract.Article{URL: "https://a.org/#top", Text: long}, "url text near"},
		{"canonical", extract.Article{URL: "https://a.org/?x", CanonicalURL: "https://a.org/", Text: "x"}, extract.Article{URL: "https://a.org/", Text: "y"}, "url"},
		{"copied", extract.Article{URL: "https://a.org/", Text: long}, extract.Article{URL: "https://b.org/", Text: long}, "text near"},
		{"case", extract.Article{Text: long}, extract.Article{Text: strings.ToUpper(long)}, "near"},
		{"nothing known", extract.Article{}, extract.Article{}, ""},
	} {
		var same []string
		for _, row := range dedupeRows {
			var s marks
			s.add(row.mark(&test.a))
			if s.has(row.mark(&test.b)) {
				same = append(same, row.name)
			}
		}
		if got := strings.Join(same, " "); got != test.same {
			t.Errorf("%s: the same by %q, want %q", test.name, got, test.same)
		}
	}
}

// Whatever -j is, the output is the same.
func TestDedupeIsDeterministic(t *testing.T) {
	writeAll(t, batchPages())
	want := ""
	for _, jobs := range []string{"1", "2", "8"} {
		for _, row := range dedupeRows {
			if status, said := pressclip("-q", "in", "--dedupe", row.name, "-j", jobs, "-o", row.name+".jsonl"); status != exitFailed {
				t.Fatalf("status %d, %s", status, said)
			}
		}
		got := read("url.jsonl") + read("text.jsonl") + read("near.jsonl")
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("-j %s writes something else", jobs)
		}
	}
	if n := strings.Count(read("text.jsonl"), "\n"); n != 14 {
		t.Errorf("%d records without duplicates, want 14", n)
	}
}

func TestParseTimeout(t *testing.T) {
	for in, want := range map[string]time.Duration{
		"20s": 20 * time.Second, "1m30s": 90 * time.Second, "500ms": 500 * time.Millisecond, "2": 2 * time.Second, "0.5": time.Second / 2, "0": 0,
		"-1s": -1, "x": -1, "1d": -1, ".": -1,
	} {
		got, ok := parseTimeout(in)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("parseTimeout(%q) = %v, want %v", in, got, want)
		}
	}
}

// What the user has set stays; what the run has set goes with it.
func TestTuneMemory(t *testing.T) {
	now := func() [2]int64 {
		gogc := debug.SetGCPercent(100)
		debug.SetGCPercent(gogc)
		return [2]int64{int64(gogc), debug.SetMemoryLimit(-1)}
	}
	before := now()
	for _, test := range []struct {
		gogc, limit string
		want        [2]int64
	}{
		{"", "", [2]int64{batchGOGC, batchLimit + 8*bytesPerJob + 1000}},
		{"50", "", [2]int64{before[0], batchLimit + 8*bytesPerJob + 1000}},
		{"", "1GiB", [2]int64{batchGOGC, before[1]}},
	} {
		t.Setenv("GOGC", test.gogc)
		t.Setenv("GOMEMLIMIT", test.limit)
		m := tuneMemory(16)
		m.reserve(1000)
		if got := now(); got != test.want {
			t.Errorf("GOGC=%s GOMEMLIMIT=%s: %v, want %v", test.gogc, test.limit, got, test.want)
		}
		if m.restore(); now() != before {
			t.Errorf("left %v, was %v", now(), before)
		}
	}
	(*memory)(nil).reserve(1)
	(*memory)(nil).restore()
}

// A line of the log is JSON without a character that acts on a terminal, and
// says what it was told.
func TestJSONLog(t *testing.T) {
	var b bytes.Buffer
	c := console{w: &b, log: newJSONLog(&b), verbose: true}
	name := "a\x1b[31m\u202e\u009b\x7f\n.html"
	c.fail(name, "no_such_file", "no such file")
	c.warn(name, "bad_json_ld", "x")
	c.info("", "y")
	c.tell("z")
	if strings.ContainsFunc(strings.ReplaceAll(b.String(), "\n", ""), isControl) {
		t.Errorf("got %q", b.String())
	}
	var got []string
	for line := range strings.Lines(b.String()) {
		var r struct{ Time, Level, Msg, Path, Code string }
		if err := json.Unmarshal([]byte(line), &r); err != nil || r.Time == "" {
			t.Errorf("%s: %v", line, err)
		}
		got = append(got, fmt.Sprint(r.Level, r.Msg, r.Path, r.Code))
	}
	want := []string{"ERRORno such file" + name + "no_such_file", "WARNx" + name + "bad_json_ld", "INFOy", "INFOz"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestSentence(t *testing.T) {
	c := counts{written: 3, nothing: 1, skipped: 2, duplicates: 1}
	c.fail("empty")
	c.fail("empty")
	c.filter("lang")
	want := "inputs: 9, of them 3 written, 2 failed, 2 skipped, 1 without an article, 1 repeated, 1 filtered, 4 done before, in 2s, 2.5/s"
	if got := c.sentence(4, 5, 2*time.Second); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The flags that a continued file is not held to are flags.
func TestLooseFlags(t *testing.T) {
	for _, name := range looseFlags {
		if _, ok := findFlag(name); !ok {
			t.Errorf("no --%s", name)
		}
	}
}

// Every code that a failure can have is told, and what it means.
func TestManTellsCodes(t *testing.T) {
	meanings := maps.Collect(failureCodes())
	page := manPage()
	for _, code := range append([]string{codeInternal, codeUnreadable}, kindCodes()...) {
		if meanings[code] == "" || !strings.Contains(page, ".B "+code+"\n"+roff(meanings[code])+"\n") {
			t.Errorf("%s: %q", code, meanings[code])
		}
	}
}

// kindCodes are the codes of failureKinds.
func kindCodes() (codes []string) {
	for _, k := range failureKinds {
		codes = append(codes, k.code)
	}
	return codes
}
