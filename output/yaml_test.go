package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	goccy "github.com/goccy/go-yaml"
	yaml4 "go.yaml.in/yaml/v4"
	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// yamlReaders are the readers that must get the data of the JSON.
var yamlReaders = []struct {
	name  string
	parse func([]byte, any) error
}{
	{"yaml.v3", yaml.Unmarshal},
	{"yaml/v4", func(b []byte, v any) error { return yaml4.Unmarshal(b, v) }},
	{"goccy/go-yaml", func(b []byte, v any) error { return goccy.Unmarshal(b, v) }},
}

// plainData returns v as encoding/json would read it, so that int and uint64
// are the same number.
func plainData(v any) (any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var out any
	return out, json.Unmarshal(b, &out)
}

// checkYAML checks that every reader gets from a's YAML what its JSON says.
func checkYAML(a *extract.Article) error {
	text, err := encodeJSON(a, Options{})
	if err != nil {
		return err
	}
	doc, err := encodeYAML(a, Options{})
	if err != nil {
		return err
	}
	var want any
	if err := json.Unmarshal(text, &want); err != nil {
		return err
	}
	for _, r := range yamlReaders {
		var v any
		if err := r.parse(doc, &v); err != nil {
			return fmt.Errorf("%s: %w\n%s", r.name, err, doc)
		}
		got, err := plainData(v)
		if err != nil {
			return fmt.Errorf("%s: %w", r.name, err)
		}
		if !reflect.DeepEqual(got, want) {
			return fmt.Errorf("%s:\n got %v\nwant %v\n%s", r.name, got, want, doc)
		}
	}
	if bytes.ContainsAny(doc[:4], "%") || !bytes.HasSuffix(doc, []byte("\n")) {
		return fmt.Errorf("no document: %q", doc)
	}
	return nil
}

// holding returns an article with s as the value of a field, as an item of a
// list of strings, and as a field of an object in a list.
func holding(s string) *extract.Article {
	return &extract.Article{Title: s, Text: s, Tags: []extract.Term{{Name: s, URL: s}},
		Links: []extract.Link{{URL: "u", Rel: []string{s}}}, Body: []extract.Block{{Type: extract.Code, Text: s}}}
}

// yamlTraps are strings that some writer or reader of YAML gets wrong.
var yamlTraps = []string{
	"", " ", "\n", "\n-", "\t\n", " \n x", "a\n", "a\n\n", "\na", "\ta\nb", "  a\n b\n  c", "a \nb", "a\n \nb", "a\tb", "a\n\tb", "\ta",
	"a\rb", "a\u0085b", "a\u2028b", "a\u2029b", "\ufeffa", "a\ufeff", "a\u00a0b", "\u00a0", "😀", "a\n😀\nb", "\x00\x07\x7f", "\u009b1m",
	"y", "Y", "n", "yes", "No", "ON", "off", "true", "False", "null", "Null", "~", "nan", ".inf", ".NaN", "=", "<<", "-", "?", ":", "---", "...", "--- a",
	"12:30", "190:20:30", "0o17", "017", "0x1F", "0b11", "1_000", "1e3", "+1", "-1", ".5", "1.", "1,000", "2026", "2026-03", "2026-03-04", "2026-03-04T09:30:00+01:00",
	"2026-03-04 09:30:00 Z", "a: b", "a:", ": a", "a #b", "#a", "a#b", "- a", "-a", "? a", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a", "|", ">", "|-\na", "{a}", "[a]", "a, b", "'a'",
	`"a"`, `\`, `a\nb`, "a'b", "it's", "''", "a: |\n  b", "key: value\nkey2: v", "---\na\n---\n", "a\n---\nb", "a\n...\nb", "a\n# b", "a\n- b\n- c", "<a>&amp;</a>",
}

func TestYAMLTraps(t *testing.T) {
	for _, s := range yamlTraps {
		if err := checkYAML(holding(s)); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

func TestYAMLOfSample(t *testing.T) {
	if err := checkYAML(sample()); err != nil {
		t.Error(err)
	}
}

// TestYAMLReadsBack checks articles full of hostile strings, many to a
// document: readers are slow.
func TestYAMLReadsBack(t *testing.T) {
	m := randomMaker(1)
	for range 60 {
		a := m.article()
		for range 50 {
			s := m.text(6)
			a.Tags = append(a.Tags, extract.Term{Name: s, URL: m.text(2)})
			a.Quotes = append(a.Quotes, extract.Quote{Kind: extract.DirectQuote, Text: s + "\n" + m.text(4)})
		}
		if err := checkYAML(a); err != nil {
			t.Fatal(err)
		}
	}
}

func FuzzYAML(f *testing.F) {
	for _, s := range yamlTraps {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if err := checkYAML(holding(s)); err != nil {
			t.Error(err)
		}
	})
}

// TestPlainScalars checks what YAML 1.1 readers, which Go has none of, would
// take for something other than a string.
func TestPlainScalars(t *testing.T) {
	for s, plain := range map[string]bool{
		"Who pays?": true, "https://example.org/a#b": true, "Joe Schmo, Jr.": true, "it's": true, "naïve café": true, "x = 1": true,
		"": false, "y": false, "NO": false, "On": false, "null": false, "~": false, "=": false, "<<": false, "12:30": false, "017": false, "1_000": false,
		"2026": false, "2026-03-04": false, "a: b": false, "a:": false, "a #b": false, "a ": false, " a": false, "- a": false, "a\tb": false, "a\nb": false, "\ufeffa": false,
	} {
		if isPlain(s) != plain {
			t.Errorf("isPlain(%q) = %v", s, !plain)
		}
	}
}

func TestYAMLStream(t *testing.T) {
	var stream bytes.Buffer
	f, _ := Lookup("yaml")
	for _, title := range []string{"One", "Two"} {
		if err := f.Write(&stream, &extract.Article{Title: title}, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	d := yaml.NewDecoder(&stream)
	for _, want := range []string{"One", "Two"} {
		var got struct{ Title string }
		if err := d.Decode(&got); err != nil || got.Title != want {
			t.Errorf("got %q, %v; want %q", got.Title, err, want)
		}
	}
}

func TestYAMLHasNoAnchorsOrTags(t *testing.T) {
	doc, err := encodeYAML(sample(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(doc)) {
		_, value, _ := strings.Cut(strings.TrimLeft(line, " -"), ": ")
		if strings.HasPrefix(value, "&") || strings.HasPrefix(value, "*") || strings.HasPrefix(value, "!") {
			t.Errorf("line %q", line)
		}
	}
}

func TestDeepYAML(t *testing.T) {
	deep := func(n int) *extract.Article {
		var items []extract.Item
		for _, s := range yamlTraps {
			items = append(items, extract.Item{Text: s, Inlines: []extract.Inline{{Text: s, Href: s}}})
		}
		b := extract.Block{Type: extract.List, Items: items}
		for range n {
			b = extract.Block{Type: extract.QuoteBlock, Body: []extract.Block{b}}
		}
		return &extract.Article{Body: []extract.Block{b}}
	}
	if err := checkYAML(deep(maxYAMLDepth)); err != nil {
		t.Errorf("%.1000v", err)
	}
	size := func(n int) int {
		b, err := encodeYAML(deep(n), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return len(b)
	}
	if small, large := size(1000), size(4000); large > 5*small {
		t.Errorf("%d bytes became %d", small, large)
	}
}
