package bulk

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func base(t *testing.T) []Page {
	t.Helper()
	pages, err := Load("../../testdata/pages")
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// Copies of a page differ from it and from each other, but not in their markup.
func TestPages(t *testing.T) {
	pages := base(t)
	n := 2 * len(pages)
	seen, same := map[string]string{}, 0
	i := 0
	for p := range Pages(pages, n) {
		from := pages[i%len(pages)]
		if first, ok := seen[string(p.HTML)]; ok {
			if same++; !strings.Contains(first, "utf16") {
				t.Errorf("%s has the words of %s", p.Name, first)
			}
		}
		seen[string(p.HTML)] = p.Name
		if got, want := tags(p.HTML), tags(from.HTML); got != want {
			t.Errorf("%s: other tags than %s", p.Name, from.Name)
		}
		i++
	}
	if i != n {
		t.Errorf("%d pages, want %d", i, n)
	}
	var again []byte
	for p := range Pages(pages, 1) {
		again = bytes.Clone(p.HTML)
	}
	if seen[string(again)] == "" {
		t.Error("the first page is another the second time")
	}
}

// tags are the names of the tags of a page, in order.
func tags(page []byte) string {
	var b strings.Builder
	z := html.NewTokenizer(bytes.NewReader(page))
	for z.Next() != html.ErrorToken {
		if name, _ := z.TagName(); len(name) > 0 {
			b.Write(name)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestVaryKeepsCharacters(t *testing.T) {
	const page = "<p>words words w\x83rds words</p><script>words words words words words words words</script> words words words words words words words"
	got := string(vary(nil, []byte(page), 7))
	if !strings.Contains(got, " w\x83rds ") || !strings.Contains(got, "<script>words words words words words words words</script>") {
		t.Errorf("got %q", got)
	}
	if !strings.Contains(got, "words [7]</p>") || strings.HasSuffix(got, "words words words words words words words") {
		t.Errorf("got %q", got)
	}
}

func TestWriteFolder(t *testing.T) {
	dir := t.TempDir()
	if err := WriteFolder(dir, Pages(base(t), perFolder+1)); err != nil {
		t.Fatal(err)
	}
	files := 0
	err := fs.WalkDir(os.DirFS(dir), ".", func(_ string, e fs.DirEntry, err error) error {
		if !e.IsDir() {
			files++
		}
		return err
	})
	if err != nil || files != perFolder+1 {
		t.Errorf("%d files, %v", files, err)
	}
}

func TestWriteNDJSON(t *testing.T) {
	var b bytes.Buffer
	pages := base(t)
	if err := WriteNDJSON(&b, Pages(pages, len(pages))); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(&b)
	lines.Buffer(nil, 1<<20)
	n := 0
	for ; lines.Scan(); n++ {
		var line struct{ ID, URL, HTML string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil || !strings.HasSuffix(line.URL, line.ID) {
			t.Fatalf("line %d: %v, %q, %q", n, err, line.ID, line.URL)
		}
		if strings.ContainsRune(line.HTML, '\uFFFD') && !strings.Contains(line.ID, "broken") {
			t.Errorf("%s is not decoded", line.ID)
		}
	}
	if n != len(pages) {
		t.Errorf("%d lines, want %d", n, len(pages))
	}
}

// Each record is a member of gzip by itself, and as long as it says.
func TestWriteWARC(t *testing.T) {
	var b bytes.Buffer
	pages := base(t)[:3]
	if err := WriteWARC(&b, Pages(pages, 3)); err != nil {
		t.Fatal(err)
	}
	packed := bufio.NewReader(&b)
	for i := range 3 {
		z, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatal(err)
		}
		z.Multistream(false)
		text, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		_, body, ok := bytes.Cut(text, []byte("\r\n\r\nHTTP/1.1 200 OK\r\n"))
		if !ok || !bytes.HasPrefix(text, []byte("WARC/1.1\r\nWARC-Type: response\r\n")) || !bytes.HasSuffix(body, []byte("\r\n\r\n")) {
			t.Errorf("record %d begins %.200q", i, text)
		}
		want := "Content-Length: " + strconv.Itoa(len("HTTP/1.1 200 OK\r\n")+len(body)-len("\r\n\r\n")) + "\r\n"
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("record %d lacks %q", i, want)
		}
	}
}
