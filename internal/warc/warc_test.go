package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
)

const hello = "<!DOCTYPE html><title>Rain</title><p>It rained on the town."

// isHTML is a judge for tests.
func isHTML(head []byte) bool { return bytes.HasPrefix(bytes.ToLower(head), []byte("<!doctype html")) }

// rec makes a record. Fields are "Name: value"; one of a name that is there
// already takes its place.
func rec(kind, url, block string, fields ...string) string {
	lines := []string{"WARC-Type: " + kind, "WARC-Target-URI: " + url, "WARC-Date: 2024-05-06T07:08:09Z",
		"WARC-Record-ID: <urn:x:" + url + ">", "Content-Type: application/http; msgtype=response", fmt.Sprintf("Content-Length: %d", len(block))}
	for _, f := range fields {
		name, _, _ := strings.Cut(f, ":")
		at := len(lines)
		for i, line := range lines {
			if strings.HasPrefix(line, name+":") {
				at = i
			}
		}
		lines = append(lines[:at], append([]string{f}, lines[min(at+1, len(lines)):]...)...)
	}
	return "WARC/1.0\r\n" + strings.Join(lines, "\r\n") + "\r\n\r\n" + block + "\r\n\r\n"
}

// http makes the block of a response.
func http(body string, fields ...string) string {
	return "HTTP/1.1 200 OK\r\n" + strings.Join(append(fields, "Content-Type: text/html"), "\r\n") + "\r\n\r\n" + body
}

// page is a record of a page.
func page(name string, fields ...string) string {
	return rec("response", "https://e.org/"+name, http(hello+name), fields...)
}

// zip compresses into one member.
func zip(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// read tells what an archive gives: the last part of each address, with what
// is wrong with the page, and at last what is wrong with the archive.
func read(t *testing.T, archive io.Reader, o Options) (got []string) {
	t.Helper()
	if o.IsPage == nil {
		o.IsPage = isHTML
	}
	for p, err := range Pages(archive, o) {
		if err != nil {
			if damage := (*Damage)(nil); errors.As(err, &damage) {
				got = append(got, fmt.Sprintf("damage@%d*%d", damage.Offset, damage.Places))
			} else {
				got = append(got, err.Error())
			}
			continue
		}
		name := p.URL[strings.LastIndexByte(p.URL, '/')+1:]
		switch {
		case p.Err != nil && p.Body == nil:
			name += "!"
		case !bytes.HasPrefix(p.Body, []byte(hello)):
			name += fmt.Sprintf("?%.60q", p.Body)
		}
		if p.Cut != "" {
			name += "~"
		}
		got = append(got, name)
	}
	return got
}

func TestPages(t *testing.T) {
	a, b, c := page("a"), page("b"), page("c")
	other := rec("warcinfo", "", "software: x\r\n", "Content-Type: application/warc-fields") + rec("request", "https://e.org/a", "GET / HTTP/1.1\r\n\r\n")
	long := page("a", fmt.Sprintf("Content-Length: %d", len(http(hello+"a"))+5000))
	lower := strings.NewReplacer("WARC-Type", "warc-type", "WARC-Target-URI", "warc-target-uri", "Content-Length", "content-length").Replace(a)
	folded := strings.Replace(a, "WARC-Target-URI: https", "WARC-Target-URI:\r\n https", 1)
	twice := strings.Replace(a, "Content-Length", "Content-Length: 7\r\nContent-Length", 1)
	for _, test := range []struct{ name, archive, want string }{
		{"empty", "", ""},
		{"plain", other + a + b, "a b"},
		{"record by record", zip(other) + zip(a) + zip(b), "a b"},
		{"as a whole", zip(other + a + b), "a b"},
		{"in blocks", zip((a + b + c)[:300]) + zip((a + b + c)[300:500]) + zip((a + b + c)[500:]), "a b c"},
		{"padded", zip(a) + strings.Repeat("\x00", 600), "a"},
		{"LF only", strings.ReplaceAll(a, "\r\n", "\n"), "damage@0*1"}, // its length counted CRs
		{"LF only in heads", strings.Replace(a, strings.SplitAfter(a, "\r\n\r\n")[0], strings.ReplaceAll(strings.SplitAfter(a, "\r\n\r\n")[0], "\r\n", "\n"), 1) + b, "a b"},
		{"lower case", lower + b, "a b"},
		{"folded", folded + b, "a b"},
		{"two lengths", twice + b, "b damage@0*1"},
		{"no end of a record", strings.TrimRight(a, "\r\n") + b, "a b"},
		{"more end of a record", a + "\r\n\r\n" + b, "a b"},
		{"garbage before", "garbage\r\n" + a, "a damage@0*1"},
		{"garbage between", a + "garbage\r\n" + b, "b damage@0*1"}, // the length of a may be what is wrong,
		{"garbage between members", zip(a) + "garbage" + zip(b), fmt.Sprintf("a b damage@%d*1", len(zip(a)))},
		{"garbage behind", zip(a) + "garbage", fmt.Sprintf("a damage@%d*1", len(zip(a)))},
		{"length too short", a + strings.Replace(b, "Content-Length: 1", "Content-Length: ", 1) + c, fmt.Sprintf("a c damage@%d*1", len(a))},
		{"length too long", long + b, "damage@0*1"},
		{"length too long, in a member", zip(long) + zip(b), "b damage@0*1"},
		{"length negative", page("a", "Content-Length: -7") + b, "b damage@0*1"},
		{"length huge", page("a", "Content-Length: 99999999999999999999") + b, "b damage@0*1"},
		{"length missing", page("a", "X: y", "Content-Length: ") + b, "b damage@0*1"},
		{"no version", strings.TrimPrefix(a, "WARC/1.0\r\n") + b, "b damage@0*1"},
		{"head too long", page("a", "X: "+strings.Repeat("y", 1<<20)) + b, "b damage@0*1"},
		{"cut", a + b[:len(b)-20], fmt.Sprintf("a damage@%d*1", len(a))},
		{"cut in a member", zip(a) + zip(b)[:200], fmt.Sprintf("a damage@%d*1", len(zip(a)))},
		{"cut in a head", zip(a) + zip(b)[:5], fmt.Sprintf("a damage@%d*1", len(zip(a)))},
		{"broken member", zip(a) + strings.Replace(zip(b), zip(b)[30:60], strings.Repeat("\xff", 30), 1) + zip(c), fmt.Sprintf("a c damage@%d*1", len(zip(a)))},
		{"broken twice", "x\n" + a + page("b", "Content-Length: x") + c, "a c damage@0*2"},
		{"revisit", rec("revisit", "https://e.org/r", http("")) + b, "b"},
		{"resource", rec("resource", "https://e.org/r", hello, "Content-Type: text/html") + rec("resource", "https://e.org/i", "GIF", "Content-Type: image/gif"), "r"},
		{"not found", strings.Replace(a, "200 OK", "404 NO", 1) + b, "b"},
		{"truncated by its writer", page("a", "WARC-Truncated: length") + b, "a~ b"},
		{"name server", rec("response", "dns:e.org", "1 2 3", "Content-Type: text/dns") + b, "b"},
		{"wget's brackets", rec("response", "<https://e.org/a>", http(hello)), "a"},
		{"no HTTP", rec("response", "https://e.org/a", "nothing\r\n\r\n") + b, "a! b"},
	} {
		for _, r := range []io.Reader{strings.NewReader(test.archive), iotest.OneByteReader(strings.NewReader(test.archive))} {
			if got := strings.Join(read(t, r, Options{}), " "); got != strings.TrimSpace(test.want) {
				t.Errorf("%s: got %q, want %q", test.name, got, test.want)
			}
		}
	}
}

func TestFields(t *testing.T) {
	o := Options{IsPage: isHTML}
	for p, err := range Pages(strings.NewReader(page("a")), o) {
		want := time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC)
		if err != nil || p.URL != "https://e.org/a" || p.ID != "urn:x:https://e.org/a" || !p.Saved.Equal(want) || p.ContentType != "text/html" || string(p.Body) != hello+"a" {
			t.Errorf("%+v, %v", p, err)
		}
	}
}

// squeeze compresses a body.
func squeeze(w io.WriteCloser, b *bytes.Buffer, body string) string {
	_, _ = w.Write([]byte(body))
	_ = w.Close()
	return b.String()
}

func TestBodies(t *testing.T) {
	var br, z bytes.Buffer
	brotlied := squeeze(brotli.NewWriter(&br), &br, hello)
	deflated := squeeze(zlib.NewWriter(&z), &z, hello)
	chunked := fmt.Sprintf("5;x=y\r\n%s\r\n%X\r\n%s\r\n0\r\nTrailer: x\r\n\r\n", hello[:5], len(hello)-5, hello[5:])
	const chunks = "Transfer-Encoding: chunked"
	zeros := zip(strings.Repeat("\x00", 1<<20))
	for _, test := range []struct {
		name, body, want string
		fields           []string
	}{
		{"plain", hello, "a", nil},
		{"gzip", zip(hello), "a", []string{"Content-Encoding: gzip"}},
		{"brotli", brotlied, "a", []string{"Content-Encoding: br"}},
		{"deflate", deflated, "a", []string{"content-encoding: Deflate"}},
		{"gzip twice", zip(zip(hello)), "a", []string{"Content-Encoding: gzip, gzip"}},
		{"decoded already", hello, "a", []string{"Content-Encoding: br", chunks}},
		{"chunked", chunked, "a", []string{chunks}},
		{"chunks of gzip", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(zip(hello)), zip(hello)), "a", []string{chunks, "Content-Encoding: gzip"}},
		{"cut chunk", chunked[:40], "a!", []string{chunks}},
		{"chunk without size", "5\r\n" + hello[:5] + "\r\nx\r\n", "a!", []string{chunks}},
		{"chunk of a lie", "7fffffffffffffff\r\n" + hello, "a!", []string{chunks}},
		{"cut gzip", zip(hello)[:40], "a!", []string{"Content-Encoding: gzip"}},
		{"unknown coding", "xyz", "a!", []string{"Content-Encoding: aes128gcm"}},
		{"empty", "", "", nil},
		{"empty gzip", zip(""), "", []string{"Content-Encoding: gzip"}},
		{"bomb", zeros, "a!", []string{"Content-Encoding: gzip"}},
		{"bomb in bombs", zip(zip(zeros)), "a!", []string{"Content-Encoding: gzip, gzip, gzip"}},
		{"too large", hello + strings.Repeat("x", 2000), "a!", nil},
		{"style", hello, "", []string{"Content-Type: text/css"}},
		{"type unknown, a page", hello, "a", []string{"Content-Type: application/octet-stream"}},
		{"type unknown, no page", "{}", "", []string{"Content-Type: text/plain"}},
	} {
		block := http(test.body, test.fields...)
		if len(test.fields) > 0 && strings.HasPrefix(test.fields[0], "Content-Type") {
			block = strings.Replace(block, "Content-Type: text/html", "X: y", 1)
		}
		archive := rec("response", "https://e.org/a", block) + page("b")
		want := strings.TrimSpace(test.want + " b")
		if got := strings.Join(read(t, strings.NewReader(archive), Options{MaxBytes: 1000}), " "); got != want {
			t.Errorf("%s: got %q, want %q", test.name, got, want)
		}
	}
}

func TestSkipTellsWhy(t *testing.T) {
	var why []string
	o := Options{Skip: func(url, reason string) { why = append(why, reason) }}
	archive := rec("revisit", "https://e.org/r", http("")) + strings.Replace(page("a"), "200 OK", "301 No", 1) +
		rec("response", "https://e.org/s", strings.Replace(http("x"), "text/html", "text/css", 1)) + rec("response", "https://e.org/e", http(""))
	if got := read(t, strings.NewReader(archive), o); len(got) > 0 {
		t.Errorf("got %q", got)
	}
	want := "a revisit of a page that is stored elsewhere|HTTP status 301|of type text/css|an empty body"
	if got := strings.Join(why, "|"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// An error of the file is told as one, and ends the pages.
func TestFileFails(t *testing.T) {
	bad := errors.New("the disk is gone")
	for cut := 0; cut < len(page("a")); cut += 17 {
		for _, archive := range []string{page("a") + page("b"), zip(page("a")) + zip(page("b"))} {
			r := io.MultiReader(strings.NewReader(archive[:min(cut, len(archive)/2)]), iotest.ErrReader(bad))
			var last error
			for _, err := range Pages(r, Options{IsPage: isHTML}) {
				last = err
			}
			if !errors.Is(last, bad) || errors.Is(last, ErrDamaged) {
				t.Errorf("cut at %d: %v", cut, last)
			}
		}
	}
}

// Many records of nothing take no time and no memory to speak of.
func TestEmptyRecords(t *testing.T) {
	one := "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
	archive := strings.Repeat(one, 100_000) + page("a")
	start := time.Now()
	if got := read(t, strings.NewReader(archive), Options{}); len(got) != 1 || got[0] != "a" {
		t.Errorf("got %q", got)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// Stopping early is allowed at every page: the runtime panics where a sequence
// goes on after that.
func TestStop(t *testing.T) {
	for stop := range 3 {
		n := 0
		for range Pages(strings.NewReader(page("a")+page("b")+page("c")), Options{IsPage: isHTML}) {
			if n++; n > stop {
				break
			}
		}
		if n != stop+1 {
			t.Errorf("%d pages before stopping, want %d", n, stop+1)
		}
	}
}

// Whatever happens to an archive behind a record, the records before it are
// given whole; and pages never hold more than the archive does.
func FuzzDamage(f *testing.F) {
	f.Add(uint16(2), uint16(700), []byte(""), true, false)
	f.Add(uint16(3), uint16(500), []byte("\xff\xff"), false, true)
	f.Add(uint16(3), uint16(350), []byte("WARC/1.0\r\nContent-Length: 9999\r\n\r\n"), false, false)
	f.Fuzz(func(t *testing.T, n, at uint16, garbage []byte, cut, zipped bool) {
		var archive []byte
		whole := 0 // records that end before the damage, with two bytes of the next, by which the end is told
		for i := range n%8 + 1 {
			one := page(fmt.Sprint("p", i))
			if zipped {
				one = zip(one)
			}
			archive = append(archive, one...)
			if len(archive) <= int(at) {
				whole++
			}
		}
		bad := archive[:min(int(at), len(archive))]
		rest := archive[len(bad):]
		if cut {
			rest = nil
		}
		bad = append(append(bytes.Clone(bad), garbage...), rest...)
		var got []string
		size := 0
		for p, err := range Pages(bytes.NewReader(bad), Options{IsPage: isHTML, MaxBytes: 1 << 20}) {
			if err == nil && p.Err == nil {
				got = append(got, p.URL)
				size += len(p.Body)
			}
		}
		// The last whole record runs into the garbage: its length may be wrong.
		whole = max(whole-1, 0)
		if len(got) < whole {
			t.Errorf("%d pages, want at least %d", len(got), whole)
		}
		for i := range whole {
			if want := fmt.Sprint("https://e.org/p", i); got[i] != want {
				t.Errorf("page %d is %s", i, got[i])
			}
		}
		if !zipped && size > len(bad) {
			t.Errorf("%d bytes of pages from %d", size, len(bad))
		}
	})
}

// Any bytes end in pages and at most one error, whichever way they arrive.
func FuzzPages(f *testing.F) {
	f.Add([]byte(page("a") + page("b")))
	f.Add([]byte(zip(page("a")) + "x" + zip(page("b"))))
	f.Add([]byte(rec("response", "https://e.org/a", http("5\r\nhello\r\n0\r\n\r\n", "Transfer-Encoding: chunked"))))
	f.Add([]byte(rec("response", "https://e.org/a", http(zip(hello), "Content-Encoding: gzip"))))
	f.Fuzz(func(t *testing.T, archive []byte) {
		o := Options{IsPage: isHTML, MaxBytes: 1 << 16}
		list := func(r io.Reader) (got []string) {
			failed := false
			for p, err := range Pages(r, o) {
				if failed {
					t.Error("something comes after the error")
				}
				failed = err != nil
				if p.Err == nil && !failed && (len(p.Body) == 0 || len(p.Body) > 1<<16) || p.Err != nil && p.Body != nil {
					t.Errorf("%d bytes, %v", len(p.Body), p.Err)
				}
				got = append(got, fmt.Sprintf("%s %x %v %v", p.URL, p.Body, p.Err, err))
			}
			return got
		}
		once, again := list(bytes.NewReader(archive)), list(iotest.HalfReader(bytes.NewReader(archive)))
		if strings.Join(once, "\n") != strings.Join(again, "\n") {
			t.Errorf("how the bytes arrive matters:\n%q\n%q", once, again)
		}
	})
}
