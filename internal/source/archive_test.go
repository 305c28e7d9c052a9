package source

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"testing"
	"unicode/utf16"
)

func TestArchives(t *testing.T) {
	pages := []member{{"a.html", pageOf("A")}, {"style.css", "p{}"}, {"b/c.htm", pageOf("C")}, {"img.html", "\x89PNG\r\n\x1a\n\x00\x00"}, {"b/noext", pageOf("N")}}
	all := func(file string) []string {
		return []string{file + "!a.html > " + file + "/a.html = A", file + "!b/c.htm > " + file + "/b/c.htm = C", file + "!b/noext > " + file + "/b/noext.html = N"}
	}
	for _, test := range []struct {
		file, text string
		want       []string
	}{
		{"a.zip", zipOf(t, pages...), all("a.zip")},
		{"named-wrongly.html", zipOf(t, pages...), all("named-wrongly.html")},
		{"a.tar", tarOf(t, pages...), all("a.tar")},
		{"a.tar.gz", packed(t, "gz", tarOf(t, pages...)), all("a.tar.gz")},
		{"a.tzst", packed(t, "zst", tarOf(t, pages...)), all("a.tzst")},
		{"a.tar.xz", packed(t, "xz", tarOf(t, pages...)), all("a.tar.xz")},
		{"a.html.gz", packed(t, "gz", pageOf("A")), []string{"a.html.gz > a.html = A"}},
		{"a.html.zst", packed(t, "zst", pageOf("A")), []string{"a.html.zst > a.html = A"}},
		{"a.xz", packed(t, "xz", pageOf("A")), []string{"a.xz > a = A"}},
		{"two.gz", packed(t, "gz", pageOf("A")) + packed(t, "gz", "B"), []string{"two.gz > two = AB"}},
		{"a.warc", warcOf(member{"https://e.org/", pageOf("A")}, member{"https://e.org/b?c=d", pageOf("B")}, member{"https://e.org/", pageOf("C")}), []string{
			"a.warc!https://e.org/ > a.warc/e.org/index.html = A", "a.warc!https://e.org/b?c=d > a.warc/e.org/b?c=d.html = B", "a.warc!https://e.org/~2 > a.warc/e.org/index~2.html = C"}},
		{"a.warc.gz", packed(t, "gz", warcOf(member{"https://e.org/a", pageOf("A")})), []string{"a.warc.gz!https://e.org/a > a.warc.gz/e.org/a.html = A"}},
		{"a.warc.zst", packed(t, "zst", warcOf(member{"https://e.org/a", pageOf("A")})), []string{"a.warc.zst!https://e.org/a > a.warc.zst/e.org/a.html = A"}},
		{"a.wacz", zipOf(t, member{"datapackage.json", "{}"}, member{"archive/data.warc.gz", packed(t, "gz", warcOf(member{"https://e.org/a", pageOf("A")}))}), []string{
			"a.wacz!https://e.org/a > a.wacz/e.org/a.html = A"}},
		{"a.jsonl", `{"id":7,"html":"<p>A"}` + "\n\n" + `{"url":"https://e.org/b/","html":"\u003cp>B"}` + "\n" + `{"html":"<p>C"}`, []string{
			"a.jsonl!7 > a.jsonl/7.html = A", "a.jsonl!https://e.org/b/ > a.jsonl/e.org/b/index.html = B", "a.jsonl!line-4 > a.jsonl/line-4.html = C"}},
		{"array.json", "[\n" + `{"html":"<p>A"},` + "\n" + `{"html":"<p>B"}` + "\n]\n", []string{"array.json!line-2 > array.json/line-2.html = A", "array.json!line-3 > array.json/line-3.html = B"}},
		{"feed", "<rss><channel><item><link>https://e.org/i</link><description>&lt;p&gt;I</description></item></channel></rss>", []string{"feed!https://e.org/i > feed/e.org/i.html ="}},
		{"saved.mht", "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/\nContent-Type: text/html\n\n" + pageOf("A"), []string{"saved.mht > saved.mht = A"}},
		{"mails.zip", zipOf(t, member{"a.eml", "From: a\nTo: b\nContent-Type: text/html\n\n<p>A"}, member{"b.eml", "From: a\nTo: b\n\ntext"}), []string{"mails.zip!a.eml > mails.zip/a.eml.html = A"}},
		{"s.webarchive", webarchiveOf(pageOf("A")), []string{"s.webarchive > s.html = A"}},
		{"safari.zip", zipOf(t, member{"s.webarchive", webarchiveOf(pageOf("A"))}), []string{"safari.zip!s.webarchive > safari.zip/s.html = A"}},
		{"pdf.webarchive", webarchiveOf("%PDF", member{"WebResourceMIMEType", "application/pdf"}), []string{`pdf.webarchive > pdf.webarchive ! not HTML ("application/pdf" in a Safari archive)`}},
		{"cut.webarchive", webarchiveOf(pageOf("A"))[:60], []string{"cut.webarchive > cut.webarchive ! the property list is damaged: its numbers have 79 and 67 bytes"}},
		{"gz.zip", zipOf(t, member{"a.html.gz", packed(t, "gz", pageOf("A"))}), []string{"gz.zip!a.html.gz > gz.zip/a.html = A"}},
		{"zip-in.zip", zipOf(t, member{"x.html", pageOf("A")}, member{"in.zip", zipOf(t, pages...)}), []string{"zip-in.zip!x.html > zip-in.zip/x.html = A"}},
		{"none.zip", zipOf(t, member{"x.css", "p"}), []string{"none.zip > none.zip ! no pages in it"}},
		{"empty.zip", zipOf(t), []string{"empty.zip > empty.zip ! no pages in it"}},
	} {
		write(t, member{test.file, test.text})
		expect(t, test.file, &Inputs{Args: []string{test.file}}, test.want...)
		if strings.HasPrefix(test.text, "PK") || test.file == "a.jsonl" { // read from the end; told by its name
			continue
		}
		if got := show(&Inputs{Args: []string{Stdin}, Stdin: strings.NewReader(test.text)}); len(got) != len(test.want) {
			t.Errorf("%s as standard input: %q", test.file, got)
		}
	}
	expect(t, "zip as a stream", &Inputs{Args: []string{Stdin}, Stdin: strings.NewReader(zipOf(t))}, "- > stdin ! "+errPipe.Error())
}

// A body that its server calls a page is one if it can be.
func TestMayBePage(t *testing.T) {
	wide := func(s string) string { // UTF-16LE
		var b strings.Builder
		for _, u := range utf16.Encode([]rune(s)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		return b.String()
	}
	for text, want := range map[string]bool{
		"": true, "<p>Rain": true, "Rain": false, "{\"a\":1}": false, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR<": false, "<p>\x1b$B": true,
		"\xff\xfe" + wide("<p>\u2019Rain\u2019"): true, wide("<p>\u2019It rained on the town\u2019"): true, "\x00" + wide("<p>Rain"): true, "GIF89a\x01\x00\x01\x00\x80\x00": false,
	} {
		if got := mayBePage([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// What an archive says of a page comes along.
func TestDocFields(t *testing.T) {
	write(t, member{"a.warc", warcOf(member{"https://e.org/a", pageOf("A")})}, member{"a.mhtml", "From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/m\nDate: Mon, 6 May 2024 07:08:09 +0000\nContent-Type: text/html; charset=big5\n\n" + pageOf("A")},
		member{"s", webarchiveOf(pageOf("A"), member{"WebResourceURL", "https://e.org/s"}, member{"WebResourceTextEncodingName", "ISO-8859-1"})},
		member{"a.jsonl", `{"html":"<p>A","url":"javascript:alert(1)"}`}, member{"m/e.org/x/index.html", pageOf("A")}, member{"e.org/y.html", pageOf("A")}, member{"z.zip", zipOf(t, member{"./e.org/z.html?q=1.html", pageOf("A")})})
	for name, want := range map[string]string{
		"a.warc":         "https://e.org/a||2024-05-06 07:08:09|text/html; charset=utf-8||a.warc",
		"a.mhtml":        "https://e.org/m||2024-05-06 07:08:09|text/html; charset=big5||",
		"a.jsonl":        "||0001-01-01 00:00:00||utf-8|a.jsonl",
		"s":              "https://e.org/s||0001-01-01 00:00:00|text/html; charset=ISO-8859-1||",
		"m":              "|https://e.org/x/|0001-01-01 00:00:00|||",
		"./e.org/y.html": "|https://e.org/y.html|0001-01-01 00:00:00|||",
		"e.org":          "|https://e.org/y.html|0001-01-01 00:00:00|||",
		"z.zip":          "|https://e.org/z.html?q=1|0001-01-01 00:00:00|||z.zip",
	} {
		n := 0
		for d := range (&Inputs{Args: []string{name}}).Docs() {
			n++
			got := strings.Join([]string{d.URL, d.LikelyURL, d.Saved.Format("2006-01-02 15:04:05"), d.ContentType, d.Charset, d.Archive}, "|")
			if got != want {
				t.Errorf("%s: got %s, want %s", name, got, want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d pages", name, n)
		}
	}
}

// A page that its crawler cut is marked.
func TestCutPage(t *testing.T) {
	write(t, member{"a.warc", strings.Replace(warcOf(member{"https://e.org/a", pageOf("A")}), "Content-Type: application", "WARC-Truncated: length\r\nContent-Type: application", 1)})
	for d := range (&Inputs{Args: []string{"a.warc"}}).Docs() {
		if !d.Cut {
			t.Error("the page is not marked")
		}
		return
	}
	t.Error("no page")
}

// A folder gives every format, and passes over what is none of them.
func TestFolderOfEverything(t *testing.T) {
	write(t, member{"in/a.html", pageOf("A")}, member{"in/empty.html", ""}, member{"in/b.html.gz", packed(t, "gz", pageOf("B"))}, member{"in/c.zip", zipOf(t, member{"c.html", pageOf("C")})},
		member{"in/none.zip", zipOf(t, member{"x", "y"})}, member{"in/data.xml", "<x/>"}, member{"in/data.jsonl", `{"a":"b"}`}, member{"in/data.csv.gz", packed(t, "gz", "a,b")},
		member{"in/README.md", "# Hello"}, member{"in/post.md", "---\ntitle: P\n---\n<p>P"}, member{"in/out.md", "---\ntitle: P\n---\n<https://e.org/>"}, member{"in/show.php?id=3", pageOf("D")}, member{"in/LICENSE", "MIT"},
		member{"in/x.json", "{}"}, member{"in/x.txt", pageOf("no")}, member{"in/feed/index.html", "<rss><channel><item><title>no</title><description>no</description></item></channel></rss>"},
		member{"in/s.html", pageOf("S")}, member{"in/s_files/frame.html", pageOf("no")}, member{"in/press_files/p.html", pageOf("Q")}, member{"in/t.zip", zipOf(t, member{"t.html", pageOf("T")}, member{"t_files/f.html", pageOf("no")})},
		member{"in/hts-cache/new.zip", zipOf(t, member{"a.html", pageOf("no")})},
		member{"in/text.eml", "From: a\nTo: b\n\nno HTML"})
	passed := 0
	in := Inputs{Args: []string{"in"}, Skip: func(string, string) { passed++ }}
	expect(t, "folder", &in,
		"in/a.html > a.html = A", "in/b.html.gz > b.html = B", "in/c.zip!c.html > c.zip/c.html = C", "in/empty.html > empty.html =", "in/post.md > post.md = P",
		"in/press_files/p.html > press_files/p.html = Q", "in/s.html > s.html = S", "in/show.php?id=3 > show.php?id=3 = D", "in/t.zip!t.html > t.zip/t.html = T")
	if passed < 8 {
		t.Errorf("%d were passed over", passed)
	}
	expect(t, "parts that are named", &Inputs{Args: []string{"in/s_files"}}, "in/s_files/frame.html > frame.html = no")
	expect(t, "a pattern of pages", &Inputs{Args: []string{"in/feed", "in/s_files"}, Glob: []string{"*.html"}}, "in/feed > feed ! no pages that match *.html", "in/s_files/frame.html > frame.html = no")
	expect(t, "a pattern", &Inputs{Args: []string{"in"}, Glob: []string{"*.xml"}}, "in/data.xml > data.xml =")
}

func TestMemberByName(t *testing.T) {
	write(t, member{"a!b.zip", zipOf(t, member{"x.html", pageOf("X")}, member{"y!.html", pageOf("Y")})})
	expect(t, "member", &Inputs{Args: []string{"a!b.zip!y!.html"}, Single: true}, "a!b.zip!y!.html > a!b.zip/y!.html = Y")
	for name, want := range map[string]error{"a!b.zip!z.html": ErrNoMember, "gone!x": os.ErrNotExist, "a!b.zip!": os.ErrNotExist, "a!b.zip": ErrSeveral} {
		n := 0
		for d := range (&Inputs{Args: []string{name}, Single: true}).Docs() {
			n++
			if _, err := d.Open(); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", name, err, want)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d pages", name, n)
		}
	}
}

func TestCount(t *testing.T) {
	write(t, member{"in/a.html", ""}, member{"in/b.html.gz", ""}, member{"mixed/a.html", ""}, member{"mixed/LICENSE", ""})
	for args, want := range map[string]int64{"in": 2, "in gone": 3, "in x.zip": 0, "mixed": 0, "in/a.html": 1} {
		names := strings.Fields(args)
		if names[len(names)-1] == "x.zip" {
			_ = os.WriteFile("x.zip", nil, 0o666)
		}
		if got := (&Inputs{Args: names}).Count(t.Context()); got != want {
			t.Errorf("%s: %d, want %d", args, got, want)
		}
	}
}

// Names that archives give stay below the archive's own.
func TestNamesAreSafe(t *testing.T) {
	long := strings.Repeat("\u00fc", 300)
	for in, want := range map[string]string{
		"a.html": "x/a.html", "../../a.html": "x/a.html", "/etc/a.html": "x/etc/a.html", `..\..\a.html`: "x/a.html", `C:\a\b.html`: "x/a/b.html", "a//./b.html": "x/a/b.html",
		"": "x/page.html", "..": "x/page.html", "a/": "x/a.html", "a.php": "x/a.php.html", "nul\x00.html": "x/nul%00.html", "\xff.html": "x/\ufffd.html",
	} {
		if got := below("x", in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for _, name := range []string{long, strings.Repeat("a/", 1000), strings.Repeat("abc/", 30) + strings.Repeat(long+"/", 20), long + ".html"} {
		got := below("x", name)
		for part := range strings.SplitSeq(got, "/") {
			if len(part) > maxSegment+len(".html") {
				t.Errorf("a part of %d bytes", len(part))
			}
		}
		if len(got) > maxName+200 || strings.Count(got, "/") > maxFolders {
			t.Errorf("%d bytes, %d folders", len(got), strings.Count(got, "/"))
		}
	}
}

// Whatever members are called, their outputs are different files below the
// archive's name.
func FuzzNames(f *testing.F) {
	f.Add("../a.html", "a.html", "a.html")
	f.Add(`C:\a`, "a~2", "a\x00")
	f.Fuzz(func(t *testing.T, one, two, three string) {
		n, seen := namer{}, map[string]bool{}
		for _, name := range []string{one, two, three, one} {
			got := n.unique(below("x.zip", name))
			if seen[got] {
				t.Errorf("%q is given twice", got)
			}
			seen[got] = true
			if clean := path.Clean(got); clean != got || !strings.HasPrefix(got, "x.zip/") || strings.ContainsAny(got, "\x00\\") {
				t.Errorf("%q becomes %q", name, got)
			}
		}
	})
}

func TestMirrored(t *testing.T) {
	for name, want := range map[string]string{
		"e.org/a/index.html": "https://e.org/a/", "www.e.co.uk/a b.html": "https://www.e.co.uk/a%20b.html", "e.org/show.php?id=3.html": "https://e.org/show.php?id=3",
		"./sites/e.org/a.html": "https://e.org/a.html", "v1.2/a.html": "", "notes/a.html": "", "a.html": "", "my.notes/a.html": "", "lib.js/a.html": "", "e..org/a": "", "E.ORG/a": "https://E.ORG/a",
	} {
		if got := mirrored(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// What is too large costs itself, not its neighbours.
func TestLimits(t *testing.T) {
	big := pageOf(strings.Repeat("x", 5000))
	line := fmt.Sprintf(`{"html":%q}`, "<p>"+strings.Repeat("x", 2<<20))
	for _, test := range []struct{ file, text, want string }{
		{"a.tar", tarOf(t, member{"big.html", big}, member{"a.html", pageOf("A")}), "a.tar!big.html > a.tar/big.html ! larger than the limit|a.tar!a.html > a.tar/a.html = A"},
		{"a.warc", warcOf(member{"https://e.org/b", big}, member{"https://e.org/a", pageOf("A")}), "a.warc!https://e.org/b > a.warc/e.org/b.html ! larger than the limit|a.warc!https://e.org/a > a.warc/e.org/a.html = A"},
		{"a.jsonl", line + "\n" + `{"html":"<p>A"}`, "a.jsonl!line-1 > a.jsonl/line-1.html ! larger than the limit|a.jsonl!line-2 > a.jsonl/line-2.html = A"},
		{"a.mht", "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + big, "a.mht > a.mht ! larger than the limit"},
		{"a.xml", "<rss><item><description>A</description></item><item><description>" + strings.Repeat("x", 1<<20), "a.xml!item > a.xml/item.html =|a.xml > a.xml ! larger than the limit"},
	} {
		write(t, member{test.file, test.text})
		expect(t, test.file, &Inputs{Args: []string{test.file}, MaxBytes: 1000}, strings.Split(test.want, "|")...)
	}
}

// A small archive that unpacks to far more than pages is left.
func TestBomb(t *testing.T) {
	m := meter{r: zeros{}, from: &counter{n: 1000}}
	n, err := io.CopyN(io.Discard, &m, freeSize+1<<20)
	if !errors.Is(err, ErrBomb) || n < freeSize-1<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// zeros reads NULs, fast.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

// However an archive is cut, the members before the cut are given.
func FuzzCutArchive(f *testing.F) {
	f.Add(uint16(1600), uint8(0))
	f.Add(uint16(300), uint8(1))
	f.Add(uint16(90), uint8(2))
	f.Add(uint16(250), uint8(3))
	f.Fuzz(func(t *testing.T, cut uint16, how uint8) {
		members := []member{{"a.html", pageOf("A")}, {"b.html", pageOf("B")}, {"c.html", pageOf("C")}}
		var parts []string
		for i, m := range members {
			switch how % 4 {
			case 0:
				text := tarOf(t, m)
				parts = append(parts, text[:len(text)-1024])
			case 1:
				parts = append(parts, warcOf(m))
			case 2:
				parts = append(parts, fmt.Sprintf(`{"id":"%d","html":%q}`+"\n", i, m.text))
			case 3:
				text := zipOf(t, m)
				parts = append(parts, text[:strings.Index(text, "PK\x01\x02")])
			}
		}
		text, whole := strings.Join(parts, ""), 0
		text = text[:min(int(cut), len(text))]
		for size := 0; whole < len(parts) && size+len(parts[whole]) <= len(text); whole++ {
			size += len(parts[whole])
		}
		in := Inputs{Args: []string{Stdin}, Stdin: strings.NewReader(text)}
		if how%4 == 3 { // is no stream
			name := path.Join(t.TempDir(), "z.zip")
			if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
			in = Inputs{Args: []string{name}}
		}
		got := show(&in)
		for i := range whole {
			if i >= len(got) || !strings.HasSuffix(got[i], " = "+string(rune('A'+i))) {
				t.Fatalf("cut at %d, %d whole: %q", len(text), whole, got)
			}
		}
	})
}

// Any file ends in Docs whose names are below its own, in bounded size.
func FuzzFile(f *testing.F) {
	for _, seed := range []string{zipOf(f, member{"a.html", pageOf("A")}), tarOf(f, member{"../a.html", pageOf("A")}), warcOf(member{"https://e.org/", pageOf("A")}),
		`{"id":"x","html":"<p>A"}`, packed(f, "gz", pageOf("A")), "<rss><item><description>A</description></item></rss>", "From: a\nTo: b\nContent-Type: text/html\n\n<p>A", "bplist00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		name := path.Join(t.TempDir(), "f")
		if err := os.WriteFile(name, b, 0o666); err != nil {
			t.Fatal(err)
		}
		for d := range (&Inputs{Args: []string{name}, MaxBytes: 1 << 20}).Docs() {
			if d.Path != name && !strings.HasPrefix(d.Path, name+"!") || d.Name != "f" && !strings.HasPrefix(d.Name, "f/") || path.Clean(d.Name) != d.Name {
				t.Errorf("%q, %q", d.Path, d.Name)
			}
			r, err := d.Open()
			if err != nil {
				continue
			}
			_, _ = io.Copy(io.Discard, io.LimitReader(r, 1<<20))
			_ = r.Close()
		}
	})
}
