package charset

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"golang.org/x/text/encoding/htmlindex"
)

// read returns the text of page, the name and the reason.
func read(t *testing.T, page string, opts Options) (text, name, reason string) {
	t.Helper()
	r, err := NewReader(strings.NewReader(page), opts)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if r.Bytes() != int64(len(page)) {
		t.Errorf("Bytes() = %d, want %d", r.Bytes(), len(page))
	}
	return string(b), r.Name(), r.Reason()
}

// utf16 returns ASCII text in UTF-16, with its first byte of each unit NUL if big.
func utf16(s string, big bool) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		if big {
			b.Write([]byte{0, c})
		} else {
			b.Write([]byte{c, 0})
		}
	}
	return b.String()
}

func TestReader(t *testing.T) {
	pad := strings.Repeat("<p>ASCII</p>\n", 9000) // 117,000 bytes, more than a window
	many := strings.Repeat("é", 30)
	for _, c := range []struct {
		name, page string
		opts       Options
		text       string // "" is the page itself
		enc        string
		reason     string
	}{
		{"empty", "", Options{}, "", "utf-8", "ASCII only"},
		{"ASCII", "<p>x", Options{}, "", "utf-8", "ASCII only"},
		{"ASCII with label", "<meta charset=Latin1>x", Options{}, "", "windows-1252", "declared in <meta>"},
		{"ASCII with UTF-16 header", "<p>x", Options{ContentType: "text/html; charset=utf-16"}, "", "utf-8", "declared in the HTTP header"},
		{"UTF-8", "<p>é", Options{}, "", "utf-8", "valid UTF-8"},
		{"UTF-8 with label", "<meta charset=utf-8>é", Options{}, "", "utf-8", "declared in <meta>"},
		{"UTF-8 with wrong label", "<meta charset=iso-8859-1>é", Options{}, "", "utf-8", "valid UTF-8 although windows-1252 was declared in <meta>"},
		{"UTF-8 with wrong header", "é", Options{ContentType: `text/html;charset="shift_jis"`}, "", "utf-8", "valid UTF-8 although shift_jis was declared in the HTTP header"},
		{"UTF-8 mark", "\xEF\xBB\xBFé\xFF", Options{}, "é\uFFFD", "utf-8", "byte order mark"},
		{"UTF-8 mark beats override", "\xEF\xBB\xBFé", Options{Override: "koi8-r"}, "é", "utf-8", "byte order mark"},
		{"UTF-16LE mark", "\xFF\xFEx\x00\xE9\x00", Options{}, "xé", "utf-16le", "byte order mark"},
		{"UTF-16BE mark", "\xFE\xFF\x00x\x00\xE9", Options{}, "xé", "utf-16be", "byte order mark"},
		{"UTF-16LE cut", "\xFF\xFEx\x00\xE9", Options{}, "x\uFFFD", "utf-16le", "byte order mark"},
		{"UTF-16LE without mark", utf16("<p>hello</p>", false), Options{}, "<p>hello</p>", "utf-16le", "NUL bytes of UTF-16 text"},
		{"UTF-16BE without mark", utf16("<p>hello</p>", true), Options{ContentType: "text/html; charset=utf-8"}, "<p>hello</p>", "utf-16be", "NUL bytes of UTF-16 text"},
		{"UTF-16 by header", "-NA0-N\x00\x20", Options{ContentType: "text/html; charset=utf-16be"}, "ⵎ䄰ⵎ ", "utf-16be", "declared in the HTTP header"},
		{"a stray NUL", "<p>a\x00b", Options{}, "", "utf-8", "ASCII only"},
		{"UTF-16 in meta", "<meta charset=utf-16>é", Options{}, "", "utf-8", "declared in <meta>"},
		{"override", "<meta charset=utf-8>\xE9", Options{Override: " KOI8-R "}, "<meta charset=utf-8>И", "koi8-r", "--charset"},
		{"override against valid UTF-8", "é", Options{Override: "latin1"}, "Ã©", "windows-1252", "--charset"},
		{"override utf-8", "\xE9", Options{Override: "utf8"}, "\uFFFD", "utf-8", "--charset"},
		{"header before meta", "<meta charset=koi8-r>\xE9", Options{ContentType: "text/html; charset=windows-1251"}, "<meta charset=koi8-r>й", "windows-1251", "declared in the HTTP header"},
		{"unknown header", "<meta charset=koi8-r>\xE9", Options{ContentType: "text/html; charset=klingon"}, "<meta charset=koi8-r>И", "koi8-r", "declared in <meta>"},
		{"Latin-1", "<meta charset=iso-8859-1>\x93\xE9\x94", Options{}, "<meta charset=iso-8859-1>“é”", "windows-1252", "declared in <meta>"},
		{"no label", "\x93\xE9\x94", Options{}, "“é”", "windows-1252", "default"},
		{"utf-8 declared, wrong", "<meta charset=utf-8>\xE9 \xE8", Options{}, "<meta charset=utf-8>é è", "windows-1252", "default: not UTF-8 although declared in <meta>"},
		{"utf-8 declared, damaged", "<meta charset=utf-8>é \xE8 ", Options{}, "<meta charset=utf-8>é \uFFFD ", "utf-8", "declared in <meta>, with damaged bytes"},
		{"damaged, no label", many + "\xE8 ", Options{}, many + "\uFFFD ", "utf-8", "UTF-8 with damaged bytes"},
		{"damaged, wrong label", "<meta charset=gbk>" + many + "\xE8 ", Options{}, "<meta charset=gbk>" + many + "\uFFFD ", "utf-8", "UTF-8 with damaged bytes"},
		{"too much damage", "é \xE8 ", Options{}, "Ã© è ", "windows-1252", "default"},
		{"cut at the end", "é\xE2\x82", Options{}, "é\uFFFD", "utf-8", "valid UTF-8"},
		{"one letter at the end", "caf\xE9", Options{}, "café", "windows-1252", "default"},
		{"maximal subparts", "\xEF\xBB\xBF\xF0\x9F\x98 \xE0\x80 \xED\xA0\x80 \xC0\xAF \xF4\x90", Options{}, "\uFFFD \uFFFD\uFFFD \uFFFD\uFFFD\uFFFD \uFFFD\uFFFD \uFFFD\uFFFD", "utf-8", "byte order mark"},
		{"late UTF-8", pad + "é", Options{}, "", "utf-8", "valid UTF-8"},
		{"late Latin-1", pad + "\xE9.", Options{}, pad + "é.", "windows-1252", "default"},
		{"late UTF-8, wrong label", "<meta charset=big5>" + pad + "é", Options{}, "", "utf-8", "valid UTF-8 although big5 was declared in <meta>"},
		{"decided by the window", "é" + pad + "\xE9.", Options{}, "é" + pad + "\uFFFD.", "utf-8", "valid UTF-8"},
		{"ISO-2022-JP", "<meta charset=iso-2022-jp>\x1b$B$3\x1b(B.", Options{}, "<meta charset=iso-2022-jp>こ.", "iso-2022-jp", "declared in <meta>"},
		{"ISO-2022-JP, UTF-8 in fact", "<meta charset=iso-2022-jp>\x1b é", Options{}, "", "utf-8", "valid UTF-8 although iso-2022-jp was declared in <meta>"},
		{"ISO-2022-JP undeclared", "\x1b$B$3", Options{}, "", "utf-8", "ASCII only"},
		{"replacement encoding", "<meta charset=hz-gb-2312>~{<:", Options{}, "", "utf-8", "ASCII only"},
		{"x-user-defined", "<meta charset=x-user-defined>\xE9", Options{}, "<meta charset=x-user-defined>é", "windows-1252", "declared in <meta>"},
		{"GBK by GB18030", "<meta charset=gb2312>\x81\x30\x81\x30 \x80", Options{}, "<meta charset=gb2312>\u0080 €", "gbk", "declared in <meta>"},
		{"XML", "<?xml version='1.0' encoding='koi8-r'?><p>\xE9", Options{}, "<?xml version='1.0' encoding='koi8-r'?><p>И", "koi8-r", "declared in the XML declaration"},
	} {
		text, enc, reason := read(t, c.page, c.opts)
		if c.text == "" {
			c.text = c.page
		}
		if text != c.text {
			t.Errorf("%s: text %.80q, want %.80q", c.name, text, c.text)
		}
		if enc != c.enc || reason != c.reason {
			t.Errorf("%s: %s (%s), want %s (%s)", c.name, enc, reason, c.enc, c.reason)
		}
	}
}

func TestPrescan(t *testing.T) {
	for _, c := range []struct{ page, want string }{
		{`<meta charset=koi8-r>`, "koi8-r"},
		{`<META CHARSET = "KOI8-R" >`, "koi8-r"},
		{`<meta/charset='koi8-r'/>`, "koi8-r"},
		{`<meta name=x charset=koi8-r charset=big5>`, "koi8-r"},
		{`<meta http-equiv=Content-Type content="text/html; charset=koi8-r">`, "koi8-r"},
		{`<meta content="text/html; charset='koi8-r'" http-equiv=content-type>`, "koi8-r"},
		{`<meta content="text/html; charset = koi8-r ; x" http-equiv=content-type>`, "koi8-r"},
		{`<meta content="charset charset=koi8-r" http-equiv=content-type>`, "koi8-r"},
		{`<meta content="text/html; charset='koi8-r" http-equiv=content-type>`, ""},
		{`<meta content="text/html; charset=koi8-r">`, ""},
		{`<meta http-equiv=refresh content="text/html; charset=koi8-r">`, ""},
		{`<metadata charset=koi8-r>`, ""},
		{`<meta charset=nonsense><meta charset=koi8-r>`, "koi8-r"},
		{`<meta charset=iso-2022-kr><meta charset=koi8-r>`, "koi8-r"},
		{`<meta charset=utf-16be>`, "utf-8"},
		{`<!-- <meta charset=big5> --><meta charset=koi8-r>`, "koi8-r"},
		{`<!--><meta charset=koi8-r> -->`, "koi8-r"},
		{`<!-- <meta charset=koi8-r>`, ""},
		{`<a title="<meta charset=big5>"><meta charset=koi8-r>`, "koi8-r"},
		{`<a title='>' x=<meta charset=big5><meta charset=koi8-r>`, "koi8-r"},
		{`</a title="<meta charset=big5>"><meta charset=koi8-r>`, "koi8-r"},
		{`<!x <meta charset=koi8-r>`, ""},
		{`<? x ><meta charset=koi8-r>`, "koi8-r"},
		{`</ x><meta charset=koi8-r>`, "koi8-r"},
		{`< a="<meta charset=koi8-r>`, "koi8-r"},
		{`<script>"<meta charset=big5>"</script><meta charset=koi8-r>`, "koi8-r"},
		{`<STYLE a>/*<meta charset=big5>*/</style><meta charset=koi8-r>`, "koi8-r"},
		{`<title><meta charset=big5></b></title><meta charset=koi8-r>`, "koi8-r"},
		{`<textarea><meta charset=big5></textarea>`, ""},
		{`<script src=x/><meta charset=koi8-r>`, "koi8-r"},
		{`<scripty><meta charset=koi8-r></script>`, "koi8-r"},
		{`<meta charset="koi8-r`, ""},
		{`<meta charset=`, ""},
		{`<meta charset=koi8-r`, ""},
		{`<meta =charset charset=koi8-r>`, "koi8-r"},
		{`<`, ""}, {`</`, ""}, {`<!`, ""}, {`<!-`, ""}, {`<m`, ""}, {`<meta`, ""},
		{`<?xml version="1.0" encoding="koi8-r"?>`, "koi8-r"},
		{`<?xml version="1.0" encoding = 'utf-16' ?>`, "utf-8"},
		{`<?xml version="1.0" encoding=koi8-r?>`, ""},
		{`<?xml version="1.0" encoding="koi8-r?>`, ""},
		{`<?xml version="1.0" encoding="big5"?><meta charset=koi8-r>`, "koi8-r"},
		{` <?xml version="1.0" encoding="koi8-r"?>`, ""},
	} {
		got := ""
		if e, _ := prescan([]byte(c.page)); e != nil {
			got = e.name
		}
		if got != c.want {
			t.Errorf("prescan(%s) = %q, want %q", c.page, got, c.want)
		}
	}
}

// What is not closed must not be searched for again and again: a window of it
// is read in milliseconds, where a second search for each would take minutes.
func TestPrescanIsLinear(t *testing.T) {
	for _, part := range []string{"<script>", "<title></b>", "<!--", "<!-", "<a x='", "<a x=\"'>", "<meta ", "<meta a", "<m", "</x ", "<?", "<", "<meta content=charset>", "<meta http-equiv=content-type content=charsetcharset>"} {
		page := []byte(strings.Repeat(part, windowSize/len(part)) + "<m>")
		start := time.Now()
		if e, _ := prescan(page); e != nil {
			t.Errorf("%q: prescan found %s", part, e.name)
		}
		if d := time.Since(start); d > time.Second {
			t.Errorf("%d times %q: %v", windowSize/len(part), part, d)
		}
	}
}

// Every label means what it means in x/text's copy of the standard's table.
func TestLabels(t *testing.T) {
	seen := map[string]string{}
	for _, row := range charsets {
		for label := range strings.FieldsSeq(row.labels) {
			if was, ok := seen[label]; ok {
				t.Errorf("label %q in the rows %s and %s", label, was, row.name)
			}
			seen[label] = row.name
			if len(label) > maxLabel {
				t.Errorf("label %q is longer than maxLabel", label)
			}
			if name, ok := Lookup("\t" + strings.ToUpper(label) + " "); !ok || name != row.name {
				t.Errorf("Lookup(%q) = %q, %v", label, name, ok)
			}
			e, err := htmlindex.Get(label)
			if err != nil {
				t.Errorf("%q: %v", label, err)
				continue
			}
			want, err := htmlindex.Name(e)
			if err == nil && want != row.name && want != "x-user-defined" {
				t.Errorf("%q is %s, want %s", label, row.name, want)
			}
		}
	}
	for _, label := range []string{"", " ", "klingon", "utf-8;", "replacement", "iso-2022-kr", strings.Repeat("x", 99)} {
		if name, ok := Lookup(label); ok {
			t.Errorf("Lookup(%q) = %q", label, name)
		}
	}
}

func TestUnknown(t *testing.T) {
	if _, err := NewReader(strings.NewReader(""), Options{Override: "klingon"}); !errors.Is(err, ErrUnknown) {
		t.Errorf("NewReader: %v, want ErrUnknown", err)
	}
	if _, err := NewDecoder("klingon"); !errors.Is(err, ErrUnknown) {
		t.Errorf("NewDecoder: %v, want ErrUnknown", err)
	}
}

func TestNewDecoder(t *testing.T) {
	for _, c := range []struct{ label, text, want string }{
		{"Latin1", "caf\xe9 \x80", "café €"}, {"utf8", "café \xff", "café \uFFFD"}, {"gb2312", "\xd6\xd0<", "中<"}, {"sjis", "\x93\xfa", "日"},
	} {
		d, err := NewDecoder(c.label)
		if err != nil {
			t.Errorf("%s: %v", c.label, err)
			continue
		}
		if got, err := d.String(c.text); got != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.label, got, err, c.want)
		}
	}
}

// A lead byte that is not followed by its trail must leave the markup alone,
// in every encoding but ISO-2022-JP, where every byte may be half a character,
// and UTF-16.
func TestMarkupSurvives(t *testing.T) {
	const marks = "<>\"'=&/ \n"
	var r Reader
	var page []byte
	for _, row := range charsets {
		if row.enc == nil || strings.HasPrefix(row.name, "utf-16") || row.name == "iso-2022-jp" {
			continue
		}
		for lead := 0x80; lead < 0x100; lead++ {
			for _, next := range []string{"", "\x81", "\xA1", "\x8F", "0", "\x810", "\xFE9"} {
				for _, mark := range marks {
					page = append(append(page[:0], byte(lead), byte(mark)), next+"0<p>"...)
					if err := r.Reset(bytes.NewReader(page), Options{Override: row.name}); err != nil {
						t.Fatal(err)
					}
					text, _ := io.ReadAll(&r)
					body, ok := bytes.CutSuffix(text, []byte("<p>"))
					if !ok || !bytes.ContainsRune(body, mark) {
						t.Fatalf("%s: % x becomes %q", row.name, page, text)
					}
				}
			}
		}
	}
}

func TestSourceErrors(t *testing.T) {
	broken := errors.New("broken pipe")
	for _, page := range []string{"", "abc", "é", "\xE9 x", "\xE2\x82", "\xFF\xFEx\x00", strings.Repeat("x", windowSize)} {
		r, err := NewReader(io.MultiReader(strings.NewReader(page), iotest.ErrReader(broken)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r)
		if err != broken {
			t.Errorf("%.10q: err = %v, want the source's", page, err)
		}
		if want, _, _ := read(t, page, Options{}); string(got) != want {
			t.Errorf("%.10q: %.20q before the error, want %.20q", page, got, want)
		}
		if _, err := r.Read(make([]byte, 1)); err != broken {
			t.Errorf("%.10q: a second Read gives %v", page, err)
		}
	}
	r, _ := NewReader(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader("xyz"))), Options{})
	if got, err := io.ReadAll(r); string(got) != "x" || err != iotest.ErrTimeout {
		t.Errorf("%q, %v", got, err)
	}
}

// idle is a source that never gives anything.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

func TestNoProgress(t *testing.T) {
	r, _ := NewReader(idle{}, Options{})
	if _, err := r.Read(make([]byte, 1)); err != io.ErrNoProgress {
		t.Errorf("err = %v, want io.ErrNoProgress", err)
	}
}

// A Reader that is Reset keeps nothing of the page before.
func TestReset(t *testing.T) {
	r := new(Reader)
	for range 2 {
		for _, c := range []struct{ page, text, name string }{
			{"<meta charset=iso-2022-jp>\x1b$B$3", "<meta charset=iso-2022-jp>こ", "iso-2022-jp"},
			{"é", "é", "utf-8"},
			{"\xE9.", "é.", "windows-1252"},
			{"", "", "utf-8"},
		} {
			if err := r.Reset(strings.NewReader(c.page), Options{}); err != nil {
				t.Fatal(err)
			}
			if got, _ := io.ReadAll(r); string(got) != c.text || r.Name() != c.name {
				t.Errorf("%q: %q in %s", c.page, got, r.Name())
			}
		}
	}
}

// The pages of the evaluation that are in other encodings.
func TestTrickyPages(t *testing.T) {
	dir := os.Getenv("PRESSCLIP_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "eval", "tricky")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no evaluation pages (set PRESSCLIP_SHARED to the folder that has eval/tricky): %v", err)
	}
	for _, c := range []struct{ file, name, part string }{
		{"cp1252.html", "windows-1252", "The café’s naïve façade — “curly quotes”"},
		{"sjis.html", "shift_jis", "日本"},
		{"utf16.html", "utf-16le", "<article>"},
		{"tricky.html", "utf-8", "Ana María Núñez"},
	} {
		page, err := os.ReadFile(filepath.Join(dir, c.file))
		if err != nil {
			t.Error(err)
			continue
		}
		text, name, reason := read(t, string(page), Options{})
		if name != c.name || !strings.Contains(text, c.part) || strings.Contains(text, replacement) {
			t.Errorf("%s: %s (%s), text %.300q", c.file, name, reason, text)
		}
	}
}
