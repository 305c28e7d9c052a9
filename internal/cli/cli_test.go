package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pressclip/extract"
	"pressclip/internal/batch"
)

// The table's own laws.
func TestFlagRows(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range flagRows {
		for _, name := range []string{"--" + f.name, "-" + f.short} {
			if name != "-" && seen[name] {
				t.Errorf("%s is there twice", name)
			}
			seen[name] = true
		}
		if !slices.Contains(groups, f.group) {
			t.Errorf("--%s is in no group", f.name)
		}
		if f.help == "" || f.value != strings.ToUpper(f.value) || len(f.short) > 1 {
			t.Errorf("--%s: help %q, value %q, short %q", f.name, f.help, f.value, f.short)
		}
		if f.words != nil && f.value == "" {
			t.Errorf("--%s has words but no value", f.name)
		}
	}
	for _, row := range conflictRows {
		for _, name := range []string{row.a, row.b} {
			if _, ok := findFlag(name); !ok {
				t.Errorf("conflict of unknown --%s", name)
			}
		}
	}
	for _, c := range commandRows {
		if _, ok := completions[""]; ok || c.help == "" {
			t.Errorf("command %s is not whole", c.name)
		}
	}
	for _, shell := range commandRows[3].words {
		if completions[shell] == nil {
			t.Errorf("no completion for %s", shell)
		}
	}
}

func TestParse(t *testing.T) {
	for _, test := range []struct{ args, flags, command, operands string }{
		{"a.html -f json", "--format=json", "", "a.html"},
		{"-fjson a.html", "--format=json", "", "a.html"},
		{"-f=json", "--format=json", "", ""},
		{"-qj8 a", "--quiet --jobs=8", "", "a"},
		{"-q0 -j 8 a", "--quiet --null --jobs=8", "", "a"},
		{"a -o - b", "--output=-", "", "a b"},
		{"- -- -q --", "", "", "- -q --"},
		{"--url=https://e.org/?a=b a", "--url=https://e.org/?a=b", "", "a"},
		{"-q schema", "--quiet", "schema", ""},
		{"explain a -u https://e.org/", "--url=https://e.org/", "explain", "a"},
		{"a schema", "", "", "a schema"},
		{"-- schema", "", "", "schema"},
		{"explain schema", "", "explain", "schema"},
		{"--glob a --glob b", "--glob=a --glob=b", "", ""},
	} {
		p, err := parse(strings.Fields(test.args))
		got := []string{strings.Join(p.flags, " "), p.command, strings.Join(p.operands, " ")}
		// Flags that a command does not take are refused after parsing.
		if want := []string{test.flags, test.command, test.operands}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, %v, want %q", test.args, got, err, want)
		}
	}
}

// What is parsed again in canonical form stays the same.
func FuzzParse(f *testing.F) {
	f.Add("a.html\n-f\njson\n--\n-x")
	f.Add("-qvgtitle\n-\n--glob=*.html")
	f.Fuzz(func(t *testing.T, args string) {
		p, err := parse(strings.Split(args, "\n"))
		if err != nil {
			if u := (*usageError)(nil); !errors.As(err, &u) || u.message == "" || u.hint == "" {
				t.Fatalf("%v is no usage error", err)
			}
			return
		}
		canonical := slices.Clone(p.flags)
		if p.command != "" {
			canonical = append(canonical, p.command)
		}
		canonical = append(append(canonical, "--"), p.operands...)
		again, err := parse(canonical)
		if err != nil || !slices.Equal(again.flags, p.flags) || again.command != p.command || !slices.Equal(again.operands, p.operands) {
			t.Errorf("%q gave %+v, then %+v, %v", args, p, again, err)
		}
	})
}

func TestNearest(t *testing.T) {
	names := []string{"explain", "schema", "fields", "man"}
	for typed, want := range map[string]string{
		"shema": "schema", "explian": "explain", "field": "fields", "mam": "man", "page.html": "", "a": "", "schema.html": "",
		strings.Repeat("x", 1000): "",
	} {
		if got := nearest(typed, names); got != want {
			t.Errorf("nearest(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"Ångström 東京.html": "Ångström 東京.html", "a\nb\tc": `a\nb\tc`, "\x1b[31m": `\x1b[31m`, "\x7f\u0085": `\x7f\x85`,
		"\u202eevil": `\u202eevil`, "\u2066": `\u2066`, "\u2028": `\u2028`, "\xff\xfe": `\xff\xfe`, "\uFFFD": "\uFFFD", `a\b`: `a\b`,
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q) = %q, want %q", in, got, want)
		}
	}
}

// What is escaped is valid, on one line, without controls, and stays as it is
// when it is escaped again.
func FuzzEscape(f *testing.F) {
	f.Add("a\x1b\n\xff\u202e\u0085")
	f.Fuzz(func(t *testing.T, s string) {
		got := escape(s)
		if !utf8.ValidString(got) || strings.ContainsFunc(got, isControl) {
			t.Errorf("escape(%q) = %q", s, got)
		}
		if again := escape(got); again != got {
			t.Errorf("escape(%q) = %q, and again %q", s, got, again)
		}
	})
}

func TestDescribe(t *testing.T) {
	for _, test := range []struct {
		err           error
		code, message string
	}{
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrNotExist}, "no_such_file", "no such file"},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, "permission_denied", "permission denied"},
		{fromExtract(extract.ErrNotHTML, " (PDF)"), "not_html", "not HTML (PDF)"},
		{fromExtract(extract.ErrEmpty, ""), "empty", "the page is empty"},
		{fromExtract(extract.ErrTooLarge, ""), "too_large", "larger than --max-bytes"},
		{&fs.PathError{Op: "read", Path: "x", Err: errors.New("input/output error")}, "unreadable", "input/output error"},
		{errors.New("reading the page: odd"), "unreadable", "reading the page: odd"},
		{&batch.PanicError{Value: "boom"}, "internal_error", "internal error: boom; please report it"},
		{writeError("out/a.json", &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}), "write_error", "can not write out/a.json: permission denied"},
	} {
		code, message := describe(test.err)
		if code != test.code || message != test.message {
			t.Errorf("%v: %s, %q; want %s, %q", test.err, code, message, test.code, test.message)
		}
	}
}

// fromExtract is an error as the extractor gives it.
func fromExtract(err error, kind string) error {
	return wrapped{err, "reading the page: " + err.Error() + kind}
}

type wrapped struct {
	error
	text string
}

func (w wrapped) Error() string { return w.text }
func (w wrapped) Unwrap() error { return w.error }

func TestOutputName(t *testing.T) {
	for in, want := range map[string]string{
		"a/b.html": "a/b.json", "b.HTM": "b.json", "b": "b.json", ".html": ".html.json", "v1.2": "v1.2.json",
		"index.php?id=3": "index.php?id=3.json", "Mr. Smith": "Mr. Smith.json", "a.b/c": "a.b/c.json", "page.mhtml": "page.json",
		"x.": "x..json", "x.html5": "x.json", "\x1b[31m/\u202ea\xff.html": "%1B[31m/%E2%80%AEa\xff.json", "x.abcdefg": "x.abcdefg.json",
	} {
		if got := outputName(in, ".json"); got != want {
			t.Errorf("outputName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestParseSize(t *testing.T) {
	for in, want := range map[string]int64{
		"0": 0, "1": 1, "10b": 10, "500K": 500 << 10, "64M": 64 << 20, "64mb": 64 << 20, "1GiB": 1 << 30,
		"": -1, "K": -1, "-1": -1, "1.5M": -1, "1T": -1, "1MK": -1, "99999999999G": -1, "0x10": -1, "1 M": -1,
	} {
		got, ok := parseSize(in)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("parseSize(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestProgressLine(t *testing.T) {
	for _, test := range []struct {
		t    tally
		want string
	}{
		{tally{done: 20, failed: 3, total: 100}, "pressclip: 20 of 100 done, 3 failed, 10/s, 8s left"},
		{tally{done: 20}, "pressclip: 20 done, 0 failed, 10/s"},
		{tally{done: 20, skipped: 20, total: 40}, "pressclip: 20 of 40 done, 0 failed"},
		{tally{done: 100, total: 100}, "pressclip: 100 of 100 done, 0 failed, 50/s"},
	} {
		if got := progressLine(test.t, 2*time.Second); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestConsole(t *testing.T) {
	var b bytes.Buffer
	start := time.Now()
	c := console{w: &b, bar: true, start: start}
	c.progress(tally{done: 1}, start.Add(900*time.Millisecond))
	c.progress(tally{done: 2}, start.Add(1000*time.Millisecond))
	c.progress(tally{done: 3}, start.Add(1100*time.Millisecond))
	c.fail("a\nb", "no_such_file", "no such file")
	c.finish()
	want := "\r\x1b[Kpressclip: 2 done, 0 failed, 2/s\r\x1b[Kpressclip: a\\nb: no such file\n"
	if b.String() != want {
		t.Errorf("got %q, want %q", b.String(), want)
	}
}

func TestPalette(t *testing.T) {
	t.Setenv("NO_COLOR", "")
	if !newPalette("always", nil) || newPalette("never", nil) || newPalette("auto", &bytes.Buffer{}) {
		t.Error("--color is not obeyed")
	}
	if got := palette(false).bad("x") + palette(true).bad("x"); got != "x\x1b[31mx\x1b[m" {
		t.Errorf("got %q", got)
	}
}

func TestReleaseOf(t *testing.T) {
	for in, want := range map[string]string{
		"v1.2.3": "1.2.3", "(devel)": fallbackVersion, "": fallbackVersion, "v1.2.3-rc.1": "1.2.3-rc.1",
		"v0.0.0-20261124053334-ef74bc4c82d8": fallbackVersion, "v0.1.1-0.20261124053334-ef74bc4c82d8": fallbackVersion, "v1.0.0+dirty": fallbackVersion,
	} {
		if got := releaseOf(in); got != want {
			t.Errorf("releaseOf(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestHelpFits(t *testing.T) {
	texts := []string{helpText(""), fieldsPage()}
	for _, c := range commandRows {
		texts = append(texts, helpText(c.name))
	}
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			if columns(line) > screenWidth || strings.TrimRight(line, " ") != line {
				t.Errorf("line %q", line)
			}
		}
	}
	for _, f := range flagRows {
		if !strings.Contains(texts[0], "--"+f.name) || !strings.Contains(manPage(), roff("--" + f.name)[4:]) {
			t.Errorf("--%s is not told", f.name)
		}
	}
}

func TestManPageHasNoStrayRequests(t *testing.T) {
	known := []string{".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".BR", ".br", ".ad", ".nh"}
	for line := range strings.SplitSeq(manPage(), "\n") {
		request, _, _ := strings.Cut(line, " ")
		if (strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'")) && !slices.Contains(known, request) {
			t.Errorf("line %q", line)
		}
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct{ in, want string }{{"short", "short"}, {"exactly10!", "exactly10!"}, {"rather longer", "rather lo…"}, {"ünïcödë wörds", "ünïcödë w…"}, {"eight    and", "eight…"}} {
		if got := cut(test.in, 10); got != test.want {
			t.Errorf("cut(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

// Main works without files for streams, as another program would call it.
func TestMainWithBuffers(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if status := Main([]string{"--bogus"}, strings.NewReader(""), &stdout, &stderr); status != exitUsage || stdout.Len() > 0 {
		t.Errorf("status %d, stdout %q", status, &stdout)
	}
	stderr.Reset()
	if status := Main(nil, strings.NewReader(""), &stdout, &stderr); status != exitFailed || stderr.String() != "pressclip: -: the page is empty\n" {
		t.Errorf("status %d, stderr %q", status, &stderr)
	}
}

func TestStatusOf(t *testing.T) {
	for _, test := range []struct {
		err  error
		want int
	}{
		{usage("x"), 2}, {&signalError{15}, 143}, {&signalError{2}, 130}, {errors.New("x"), 1}, {context.Canceled, 1},
	} {
		if got := statusOf(test.err); got != test.want {
			t.Errorf("statusOf(%v) = %d, want %d", test.err, got, test.want)
		}
	}
}
