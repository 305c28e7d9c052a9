package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A pageRow is a page of the test's folder.
type pageRow struct{ name, html string }

// article is a page with a text of its own.
func article(title, lang, text string) string {
	return fmt.Sprintf("<!DOCTYPE html><html lang=%q><meta charset=utf-8><title>%s</title><article><h1>%s</h1><p>%s, "+
		"and it rained on the town for forty days, and the river rose by two metres, said the people who live beside it.</p></article>", lang, title, title, text)
}

// batchPages have one of everything: articles, failures, duplicates, a language
// that is filtered, and pages without a text.
func batchPages() []pageRow {
	var pages []pageRow
	for i := range 20 {
		name := fmt.Sprintf("%02d.html", i)
		switch i % 5 {
		case 1:
			pages = append(pages, pageRow{name, []string{"", "%PDF-1.7 x", "\x89PNG\r\n\x1a\n", " "}[i/5]})
		case 2:
			pages = append(pages, pageRow{name, article("Regen", "de", name)})
		case 3:
			pages = append(pages, pageRow{name, article("Rain", "en", fmt.Sprint(i/10))}) // 8 is as 3, 18 as 13
		case 4:
			pages = append(pages, pageRow{name, "<title>Nothing</title><nav>a</nav>"})
		default:
			pages = append(pages, pageRow{name, article("Rain "+name, "en-GB", name)})
		}
	}
	return pages
}

// writeAll makes a folder of pages, which becomes the working folder's "in".
func writeAll(t *testing.T, pages []pageRow) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.Mkdir("in", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		if err := os.WriteFile(filepath.Join("in", p.name), []byte(p.html), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// pressclip runs the command and gives its status and what it says.
func pressclip(args ...string) (int, string) {
	var stderr bytes.Buffer
	status := Main(args, strings.NewReader(""), io.Discard, &stderr)
	return status, stderr.String()
}

// read is the content of a file, "" if there is none.
func read(name string) string {
	b, _ := os.ReadFile(name)
	return string(b)
}

// cutFile leaves the beginning of what a file was.
func cutFile(t *testing.T, name, whole string, n int) {
	t.Helper()
	if err := os.WriteFile(name, []byte(whole[:n]), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Wherever the output, the failures and the journal are cut off, each on its
// own, a run that continues them ends as one that was not interrupted.
func TestResumeFromAnywhere(t *testing.T) {
	writeAll(t, batchPages())
	files := []string{"out.jsonl", "errors", "out.jsonl.journal"}
	common := []string{"-q", "in", "gone.html", "--fields", "title,source,text", "--dedupe", "text", "--lang", "en,und", "--errors", "errors"}
	resume := append(slices.Clone(common), "-o", "out.jsonl", "--resume")

	if status, said := pressclip(append(common, "-o", "want.jsonl")...); status != exitFailed {
		t.Fatalf("status %d: %s", status, said)
	}
	want, wantErrors := read("want.jsonl"), read("errors")
	_ = os.Remove("errors") // it belongs to the run before
	if strings.Count(want, "\n") != 10 || strings.Count(wantErrors, "\n") != 5 {
		t.Fatalf("%d records, errors %s", strings.Count(want, "\n"), wantErrors)
	}
	pressclip(append(resume, "--fail-fast", "-j1")...) // stops at the first failure
	first := read(files[2])
	for range 4 { // and at the others
		pressclip(append(resume, "--fail-fast", "-j1")...)
	}
	whole := []string{read(files[0]), read(files[1]), read(files[2])}
	if whole[0] != want || whole[1] != wantErrors || strings.Count(whole[2], "\n") != 1+6 || !strings.HasPrefix(whole[2], first) {
		t.Fatalf("step by step: %s", whole)
	}
	r := rand.New(rand.NewPCG(7, 7))
	for i := range 120 {
		for k, name := range files {
			cutFile(t, name, whole[k], r.IntN(len(whole[k])+1))
		}
		if i%10 == 0 { // the last run went to its end
			_ = os.Remove(files[2])
		}
		status, said := pressclip(append(resume, "--stats", "stats")...)
		got := read("stats")
		if status != exitFailed || read(files[0]) != want || read(files[1]) != wantErrors || read(files[2]) != "" {
			t.Fatalf("try %d: status %d, said %s, output %s", i, status, said, read(files[0]))
		}
		for _, count := range []string{`"inputs": 21,`, `"written": 10,`, `"nothing": 4,`, `"failed": 5,`, `"duplicates": 2,`, `"filtered": 4,`, `"complete": true,`} {
			if !strings.Contains(got, count) {
				t.Fatalf("try %d: no %s in %s", i, count, got)
			}
		}
	}
}

// Without an order, there is still no page twice and none missing.
func TestResumeUnordered(t *testing.T) {
	writeAll(t, batchPages())
	args := []string{"-q", "in", "--unordered", "-j", "4", "-o", "out.jsonl", "--resume", "--errors", "errors"}
	sorted := func(name string) string {
		lines := strings.Split(read(name), "\n")
		slices.Sort(lines)
		return strings.Join(lines, "\n")
	}
	pressclip(args...)
	want, wantErrors, whole := sorted("out.jsonl"), sorted("errors"), read("out.jsonl")
	for n := 0; n < len(whole); n += len(whole) / 23 {
		cutFile(t, "out.jsonl", whole, n)
		if status, said := pressclip(args...); status != exitFailed || sorted("out.jsonl") != want || sorted("errors") != wantErrors {
			t.Errorf("cut at %d: status %d, %s", n, status, said)
		}
	}
}

// What is not pressclip's, or was begun in another way, is left as it is.
func TestResumeRefuses(t *testing.T) {
	writeAll(t, batchPages()[:6])
	record := `{"source":{"path":"in/00.html"},"title":"x"}` + "\n"
	for _, test := range []struct{ name, file, content, journal, flags, want string }{
		{"text", "o.jsonl", "my notes", "", "", "it is not one of pressclip's"},
		{"other JSON", "o.jsonl", record + "{\"a\":1}\n", "", "", "line 2: a record does not name its page"},
		{"broken", "o.jsonl", record + "{\"sour\n" + record, "", "", "line 2"},
		{"no gzip", "o.jsonl.gz", "my notes", "", "", "it is not one of pressclip's"},
		{"no zstd", "o.jsonl.zst", "my notes", "", "", "it is not one of pressclip's"},
		{"foreign journal", "o.jsonl", record, "my diary\n", "", "o.jsonl.journal is not a journal of pressclip"},
		{"other options", "o.jsonl", record, `{"schema":"pressclip-journal/1","options":"--keep=main"}` + "\n", "--phrases", "was begun with other options (--keep=main)"},
		{"errors", "o.jsonl", record, "", "--errors notes", "--errors notes: it is not one of pressclip's"},
		{"folder", "in", "", "", "", "is a folder"},
		{"no name", "o.jsonl", "", "", "--fields title", "needs the field source.path"},
		{"no text", "o.jsonl", "", "", "--fields title,source --dedupe near", "needs the field text"},
		{"indented", "o.json", "", "", "", "name the file .jsonl"},
		{"yaml", "o.yaml", "", "", "", "is for JSON lines"},
		{"device", "/dev/null", "", "", "--compact", "wants a file"},
	} {
		if test.content != "" {
			cutFile(t, test.file, test.content, len(test.content))
			cutFile(t, test.file+".journal", test.journal, len(test.journal))
		}
		cutFile(t, "notes", "my notes\n", 9)
		status, said := pressclip(append([]string{"in", "-o", test.file, "--resume"}, strings.Fields(test.flags)...)...)
		if status != exitUsage || !strings.Contains(said, test.want) {
			t.Errorf("%s: status %d, %s", test.name, status, said)
		}
		if test.content != "" && (read(test.file) != test.content || test.journal != "" && read(test.file+".journal") != test.journal) || read("notes") != "my notes\n" {
			t.Errorf("%s: the file was changed", test.name)
		}
		_ = os.Remove("o.jsonl")
		_ = os.Remove("o.jsonl.journal")
	}
}

// A run that writes a file anew forgets what an interrupted one left beside it.
func TestStaleJournal(t *testing.T) {
	writeAll(t, batchPages()[:6])
	stale := `{"schema":"pressclip-journal/1","options":""}` + "\n" + `{"path":"in/00.html","code":"--lang"}` + "\n"
	for _, test := range []struct {
		journal string
		kept    bool
	}{{stale, false}, {"my diary\n", true}, {"", true}} {
		cutFile(t, "o.jsonl.journal", test.journal, len(test.journal))
		pressclip("-q", "in", "-o", "o.jsonl")
		if _, err := os.Stat("o.jsonl.journal"); (err == nil) != test.kept {
			t.Errorf("%q: %v", test.journal, err)
		}
	}
}

func TestHistory(t *testing.T) {
	h := &history{done: map[key]uint32{}}
	for _, path := range []string{"a", "b", "a", "c\uFFFD"} {
		h.add(path)
	}
	var got []bool
	for _, path := range []string{"a", "c\xff", "x", "a", "a", "b", "b"} {
		got = append(got, h.take(path))
	}
	if want := []bool{true, true, false, true, false, true, false}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if (*history)(nil).take("a") {
		t.Error("nobody has done anything")
	}
}

// Of a compressed file that was cut off anywhere, the whole members are found,
// and no more.
func TestMembers(t *testing.T) {
	for _, c := range codecs {
		var file bytes.Buffer
		w := memberWriter{w: &file, codec: &c, size: 300}
		r := rand.New(rand.NewPCG(3, 3))
		ends, contents := []int{0}, []string{""}
		all := ""
		for i := range 60 {
			line := fmt.Sprintf("%d %x %s\n", i, r.Uint64(), strings.Repeat("x", r.IntN(60)))
			all += line
			if _, err := io.WriteString(&w, line); err != nil {
				t.Fatal(err)
			}
			if file.Len() > ends[len(ends)-1] {
				ends, contents = append(ends, file.Len()), append(contents, all)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		ends, contents = append(ends, file.Len()), append(contents, all)
		if len(ends) < 5 {
			t.Fatalf("%s: only %d members", c.ext, len(ends))
		}
		for cut := range file.Len() + 1 {
			var got strings.Builder
			end, err := c.members(&offsetReader{r: bufio.NewReaderSize(bytes.NewReader(file.Bytes()[:cut]), 16)}, func(member io.Reader) error {
				b, err := io.ReadAll(member)
				if err != nil {
					return errCut
				}
				got.Write(b)
				return nil
			})
			i, _ := slices.BinarySearch(ends, cut+1)
			if err != nil || end != int64(ends[i-1]) || got.String() != contents[i-1] {
				t.Fatalf("%s cut at %d: %v, end %d, want %d", c.ext, cut, err, end, ends[i-1])
			}
		}
	}
}

// An error of whoever reads a member is no cut.
func TestMembersPassErrors(t *testing.T) {
	bad := errors.New("bad")
	for _, c := range codecs {
		var file bytes.Buffer
		if err := c.compress(&file, []byte("x\n")); err != nil {
			t.Fatal(err)
		}
		_, err := c.members(&offsetReader{r: bufio.NewReader(&file)}, func(io.Reader) error { return bad })
		if !errors.Is(err, bad) {
			t.Errorf("%s: %v", c.ext, err)
		}
	}
}

// Bytes that are no frame are no endless work and no panic.
func FuzzMembers(f *testing.F) {
	for _, c := range codecs {
		var b bytes.Buffer
		_ = c.compress(&b, []byte("some text, some text\n"))
		f.Add(b.Bytes())
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, c := range codecs {
			end, err := c.members(&offsetReader{r: bufio.NewReader(bytes.NewReader(file))}, func(r io.Reader) error {
				if _, err := io.Copy(io.Discard, io.LimitReader(r, 1<<20)); err != nil {
					return errCut
				}
				return nil
			})
			if err != nil || end < 0 || end > int64(len(file)) {
				t.Errorf("%s: end %d of %d, %v", c.ext, end, len(file), err)
			}
		}
	})
}
