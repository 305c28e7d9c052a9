package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pressclip/extract"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name, want string
		lines      bool
	}{
		{"json", "json", false}, {"JSON", "json", false}, {"jsonl", "json", true}, {"ndjson", "json", true},
		{"yaml", "yaml", false}, {"yml", "yaml", false}, {"md", "md", false}, {"markdown", "md", false}, {"text", "text", false}, {"txt", "text", false},
		{"html", "", false}, {"", "", false},
	} {
		f, ok := Lookup(c.name)
		if f.Name != c.want || f.Lines != c.lines || ok != (c.want != "") {
			t.Errorf("Lookup(%q) = %q, lines %v, %v", c.name, f.Name, f.Lines, ok)
		}
	}
	if got := Names(); !slices.Equal(got, []string{"json", "yaml", "md", "text"}) {
		t.Errorf("Names() = %q", got)
	}
}

func TestByExtension(t *testing.T) {
	for ext, want := range map[string]string{".json": "json", ".JSONL": "json", ".ndjson": "json", ".yaml": "yaml", ".yml": "yaml", ".md": "md", ".markdown": "md", ".txt": "text", ".html": "", "": "", "md": ""} {
		if f, _ := ByExtension(ext); f.Name != want {
			t.Errorf("ByExtension(%q) = %q, want %q", ext, f.Name, want)
		}
	}
}

// TestFormatNamesAreOneFormat checks the laws of the table.
func TestFormatNamesAreOneFormat(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range formats {
		for _, s := range slices.Concat(f.Aliases, f.Extensions) {
			if seen[s] {
				t.Errorf("%q twice", s)
			}
			seen[s] = true
		}
		for _, ext := range f.Extensions {
			if !strings.HasPrefix(ext, ".") {
				t.Errorf("extension %q without a dot", ext)
			}
		}
	}
}

// TestEveryOutput checks what holds for all formats: one line feed at the end,
// UTF-8, no control characters, and the same bytes twice.
func TestEveryOutput(t *testing.T) {
	articles := []*extract.Article{{}, sample(), {Title: "\x1b[31m\u009b1m\xff\x00", Text: "a\rb\x7f\n\n"}}
	for seed := range uint64(200) {
		articles = append(articles, randomMaker(seed).article())
	}
	for _, f := range formats {
		for i, a := range articles {
			for _, o := range []Options{{}, {Pretty: true}, {NoFrontMatter: true}, {QuotesInFrontMatter: true}} {
				b := written(t, f, a, o)
				if !bytes.Equal(b, written(t, f, a, o)) {
					t.Errorf("%s, article %d: two runs differ", f.Name, i)
				}
				if !utf8.Valid(b) || !bytes.HasSuffix(b, []byte("\n")) || len(b) > 1 && bytes.HasSuffix(b, []byte("\n\n")) {
					t.Errorf("%s, article %d: bad bytes or end: %q", f.Name, i, b)
				}
				if j := strings.IndexFunc(string(b), func(r rune) bool { return isControl(r) && r != '\n' && r != '\t' && r != 0xFEFF }); j >= 0 {
					t.Errorf("%s, article %d: control character in %q", f.Name, i, b[j:])
				}
				if f.Lines && bytes.Count(b, []byte("\n")) != 1 {
					t.Errorf("%s, article %d: more than a line", f.Name, i)
				}
			}
		}
	}
}

func written(t *testing.T, f Format, a *extract.Article, o Options) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := f.Write(&buf, a, o); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestWriteErrors(t *testing.T) {
	md, _ := Lookup("md")
	if err := md.Write(io.Discard, sample(), Options{Fields: []string{"title"}}); !errors.Is(err, ErrNoSelection) {
		t.Errorf("fields of Markdown: %v", err)
	}
	f, _ := Lookup("json")
	if err := f.Write(io.Discard, sample(), Options{Fields: []string{"titel"}}); !errors.Is(err, ErrUnknownField) {
		t.Errorf("unknown field: %v", err)
	}
	if err := (Format{}).Write(io.Discard, sample(), Options{}); err == nil {
		t.Error("the zero Format has written")
	}
	r, w := io.Pipe()
	r.Close()
	if err := f.Write(w, sample(), Options{}); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("closed pipe: %v", err)
	}
}

func TestJSON(t *testing.T) {
	a := &extract.Article{Schema: extract.Schema, Title: "<a> & \u2028 \u009b1m \x7f null \\\"", Body: []extract.Block{{Type: extract.Table, Rows: [][]extract.Cell{nil}}}}
	b, err := encodeJSON(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"schema":"pressclip/1","source":{"bytes":0},"title":"<a> & \u2028 \u009b1m \u007f null \\\"","authors":[],"categories":[],"tags":[],"text":"",` +
		`"body":[{"type":"table","text":"","rows":[[]]}],"quotes":[],"links":[],"images":[],"stats":{"words":0,"characters":0,"dropped_words":0},"warnings":[]}` + "\n"
	if string(b) != want {
		t.Errorf("got  %s\nwant %s", b, want)
	}
}

// TestJSONReadsBack checks that the JSON holds the article.
func TestJSONReadsBack(t *testing.T) {
	for _, pretty := range []bool{false, true} {
		b, err := encodeJSON(sample(), Options{Pretty: pretty})
		if err != nil {
			t.Fatal(err)
		}
		var a extract.Article
		if err := json.Unmarshal(b, &a); err != nil {
			t.Fatal(err)
		}
		again, err := encodeJSON(&a, Options{Pretty: pretty})
		if err != nil || !bytes.Equal(again, b) {
			t.Errorf("pretty %v: read back differs (%v)", pretty, err)
		}
		if pretty != bytes.HasPrefix(b, []byte("{\n  \"schema\"")) {
			t.Errorf("pretty %v: %.20q", pretty, b)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ title, text, want string }{
		{"A  title\nin two", "One.\n\nTwo.", "A title in two\n\nOne.\n\nTwo.\n"},
		{"", "One.\n", "One.\n"},
		{"Only", "", "Only\n"},
		{"", "", "\n"},
		{"\x1b[2J", "a\x07b\r\n\tc", "[2J\n\nab \n\tc\n"},
	} {
		b, err := encodeText(&extract.Article{Title: c.title, Text: c.text}, Options{})
		if err != nil || string(b) != c.want {
			t.Errorf("%q, %q: got %q, %v; want %q", c.title, c.text, b, err, c.want)
		}
	}
}
