package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pressclip/extract"
)

// encoded is what a format writes.
func encoded(name string, a *extract.Article, o Options) ([]byte, error) {
	f, _ := Lookup(name)
	var b bytes.Buffer
	err := f.Write(&b, a, o)
	return b.Bytes(), err
}

func encodeJSON(a *extract.Article, o Options) ([]byte, error)     { return encoded("json", a, o) }
func encodeYAML(a *extract.Article, o Options) ([]byte, error)     { return encoded("yaml", a, o) }
func encodeMarkdown(a *extract.Article, o Options) ([]byte, error) { return encoded("md", a, o) }
func encodeText(a *extract.Article, o Options) ([]byte, error)     { return encoded("text", a, o) }

// plainJSON is what encoding/json makes of a record, with the record's own
// rules: "<" as it is but before "/" and "!" and at the end, control characters escaped, a list always a list.
func plainJSON(a *extract.Article, pretty bool) (string, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if pretty {
		e.SetIndent("", "  ")
	}
	err := e.Encode(a)
	s := strings.NewReplacer("null", "[]", "\u007f", `\u007f`, "</", `\u003c/`, "<!", `\u003c!`, `<"`, `\u003c"`).Replace(b.String())
	for _, c := range "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		s = strings.ReplaceAll(s, string(c), fmt.Sprintf(`\u%04x`, c))
	}
	for c := rune(0x80); c < 0xA0; c++ {
		s = strings.ReplaceAll(s, string(c), fmt.Sprintf(`\u%04x`, c))
	}
	return s, err
}

// checkJSON holds the JSON of a to be that of encoding/json.
func checkJSON(a *extract.Article) error {
	for _, pretty := range []bool{false, true} {
		got, err := encodeJSON(a, Options{Pretty: pretty})
		if err != nil {
			return err
		}
		if want, err := plainJSON(a, pretty); err != nil || string(got) != want {
			return fmt.Errorf("%v\n got %s\nwant %s", err, got, want)
		}
	}
	return nil
}

func TestJSONIsEncodingJSONs(t *testing.T) {
	for seed := range uint64(300) {
		if err := checkJSON(randomMaker(seed).article()); err != nil {
			t.Fatalf("article %d: %v", seed, err)
		}
	}
	long := holding(strings.Repeat("aé日😀\u2028\u202e\u2069\xff", flushSize/4))
	if err := checkJSON(long); err != nil {
		t.Errorf("a long string: %.200v", err)
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range yamlTraps {
		f.Add(s)
	}
	for _, s := range []string{"</script><!-- <b>", "a<", "<\"</", "\u202ename\u2066.html\u2069", strings.Repeat("x", flushSize-1) + "</"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if quoted, err := json.Marshal(s); err != nil || bytes.Contains(quoted, []byte("null")) {
			return // plainJSON's rule for lists is a rough one; "\null" is written so
		}
		if err := checkJSON(holding(s)); err != nil {
			t.Error(err)
		}
	})
}

// TestYAMLParts holds YAML that was written in parts to be that of one document.
func TestYAMLParts(t *testing.T) {
	var list []*extract.Article
	for seed := range uint64(200) {
		list = append(list, randomMaker(seed).article())
	}
	list = append(list, sample(), &extract.Article{})
	for i, a := range list {
		var whole bytes.Buffer
		s, _ := chosen(a, Options{})
		nodes := newYAMLWriter(nil)
		if err := s.walk(nodes); err != nil {
			t.Fatal(err)
		}
		if err := writeYAML(&whole, nodes.path[0]); err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{1, 2, 3, 7, 50} {
			var got bytes.Buffer
			y := newYAMLWriter(&got)
			y.most = size
			if err := s.walk(y); err != nil {
				t.Fatal(err)
			}
			y.part()
			if y.err != nil || got.String() != whole.String() {
				t.Fatalf("article %d in parts of %d nodes: %v\n%s\nwant\n%s", i, size, y.err, got.String(), whole.String())
			}
		}
	}
}

// TestStream holds every format to the same bytes in one call and in many.
func TestStream(t *testing.T) {
	a := longRead()
	a.Body = slices.Repeat(a.Body, 30)
	for _, f := range formats {
		var once, often bytes.Buffer
		if err := f.Write(&once, a, Options{}); err != nil {
			t.Fatal(err)
		}
		if err := f.Stream(&often, a, Options{}); err != nil || !bytes.Equal(once.Bytes(), often.Bytes()) {
			t.Errorf("%s: %v, or other bytes", f.Name, err)
		}
		if err := f.Stream(failingWriter{}, a, Options{}); err == nil {
			t.Errorf("%s: no error of a writer that fails", f.Name)
		}
	}
}

// A failingWriter takes nothing.
type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("full") }
