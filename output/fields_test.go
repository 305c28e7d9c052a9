package output

import (
	"errors"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// TestDocsCoverTheRecord checks that docs has an entry for each field of the
// record's source, and no other.
func TestDocsCoverTheRecord(t *testing.T) {
	f, err := parser.ParseFile(gotoken.NewFileSet(), "../extract/article.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.TypeSpec)
		if !ok {
			return true
		}
		st, ok := spec.Type.(*ast.StructType)
		if !ok {
			return false
		}
		for _, field := range st.Fields.List {
			tag, err := strconv.Unquote(field.Tag.Value)
			if err != nil {
				t.Fatal(err)
			}
			name, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
			key := spec.Name.Name + "." + name
			found[key] = true
			if docs[key] == "" {
				t.Errorf("docs has no %s", key)
			}
		}
		return false
	})
	for key := range docs {
		if !found[key] {
			t.Errorf("docs has %s, which is no field", key)
		}
	}
}

func TestFields(t *testing.T) {
	fields := Fields()
	var top []string
	types := map[string]string{}
	for _, f := range fields {
		if f.Doc == "" || f.Type == "" || types[f.Path] != "" {
			t.Errorf("field %+v", f)
		}
		types[f.Path] = f.Type
		if !strings.Contains(f.Path, ".") {
			top = append(top, f.Path)
		}
		if err := CheckField(f.Path); err != nil {
			t.Error(err)
		}
	}
	if len(top) != articleType.NumField() || top[0] != "schema" || top[len(top)-1] != "warnings" {
		t.Errorf("top level: %q", top)
	}
	for path, want := range map[string]string{
		"title": "string", "published": "string", "authors": "list of objects", "authors.name": "string", "comment_count": "integer", "quotes.speaker": "object",
		"quotes.speaker.name": "string", "links.rel": "list of strings", "images.srcset.density": "number", "body.ordered": "boolean", "body.rows": "list of lists of objects", "body.rows.text": "string",
	} {
		if types[path] != want {
			t.Errorf("type of %s is %q, want %q", path, types[path], want)
		}
	}
}

func TestGet(t *testing.T) {
	for _, c := range []struct {
		path string
		want []string
	}{
		{"title", []string{"Who pays for the new grid?"}},
		{"authors", []string{"Joe Schmo, Jr.", "Ana María Núñez"}},
		{"authors.name", []string{"Joe Schmo, Jr.", "Ana María Núñez"}},
		{"authors.url", []string{"https://example.org/a/joe"}},
		{"published", []string{"2026-03-04T09:30:00+01:00"}},
		{"site", []string{"https://example.org/"}},
		{"tags", []string{"grid", "storage"}},
		{"comment_count", []string{"12"}},
		{"lead_image", []string{"0"}},
		{"links", []string{"https://example.org/p/lopez", "https://council.example/report.pdf"}},
		{"links.text", []string{"Maria Lopez", ""}},
		{"links.rel", []string{"nofollow"}},
		{"quotes", []string{"Maria Lopez, the mayor: “It is a strange and wonderful thing,”", "Grace Hopper: “We will not stop.”", "“We will not stop.” (pull)"}},
		{"quotes.speaker", []string{"Maria Lopez", "Grace Hopper"}},
		{"quotes.speaker.name", []string{"Maria Lopez", "Grace Hopper"}},
		{"images", []string{"https://cdn.example.org/img/real-1600.jpg"}},
		{"images.srcset", []string{"https://cdn.example.org/img/real-400.jpg", "https://cdn.example.org/img/x2.jpg"}},
		{"images.srcset.density", []string{"1.5"}},
		{"body.ordered", []string{"true"}},
		{"body.rows.text", []string{"Year", "£m", "2026", "4|5", "a", "b", "d"}},
		{"body.items.body.items.text", []string{"by night"}},
		{"source", []string{"saved/grid.html"}},
		{"source.bytes", []string{"48211"}},
		{"stats", []string{"612 words, 3480 characters, 148 words dropped"}},
		{"warnings", []string{"bad_json_ld: a JSON-LD block was not valid JSON"}},
	} {
		if got, err := Get(sample(), c.path); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, %v; want %q", c.path, got, err, c.want)
		}
	}
	body, err := Get(sample(), "body")
	if err != nil || len(body) != len(sample().Body) || body[0] != "The plan" {
		t.Errorf("body: %q, %v", body, err)
	}
	for _, path := range []string{"title", "authors", "site.name", "quotes.speaker.name", "lead_image"} {
		if got, err := Get(&extract.Article{}, path); err != nil || len(got) != 0 {
			t.Errorf("%s of an empty article: %q, %v", path, got, err)
		}
	}
}

// TestReadableQuote holds the line of a quote: who, and what.
func TestReadableQuote(t *testing.T) {
	moss := &extract.Speaker{Name: "Ada Moss", AsWritten: "she"}
	for _, tt := range []struct {
		quote extract.Quote
		want  string
	}{
		{extract.Quote{Kind: extract.DirectQuote, Text: "It holds,", Cue: "said", Speaker: moss}, "Ada Moss: “It holds,”"},
		{extract.Quote{Kind: extract.DirectQuote, Text: "It holds,", Speaker: moss, Confidence: "low"}, "Ada Moss (?): “It holds,”"},
		{extract.Quote{Kind: extract.BlockQuote, Text: "High.\nLong."}, "“High. Long.”"},
		{extract.Quote{Kind: extract.PullQuote, Text: "It holds", Speaker: moss}, "Ada Moss: “It holds” (pull)"},
		{extract.Quote{Kind: extract.PhraseQuote, Text: "Old Mill"}, "“Old Mill” (phrase)"},
		{extract.Quote{Kind: extract.DirectQuote, Text: "It holds", Speaker: &extract.Speaker{Name: "Ada Moss", Role: "the mason"}, Confidence: "low"}, "Ada Moss, the mason (?): “It holds”"},
	} {
		if got := readableQuote(&tt.quote); got != tt.want {
			t.Errorf("got %s\nwant %s", got, tt.want)
		}
	}
}

// TestEveryFieldReads checks that each listed field has a value in the sample.
func TestEveryFieldReads(t *testing.T) {
	for _, f := range Fields() {
		values, err := Get(sample(), f.Path)
		if err != nil {
			t.Error(err)
		}
		if strings.Count(f.Path, ".") < 2 && f.Type != "boolean" && f.Path != "body.inlines.image" && f.Path != "body.items.inlines" && !slices.ContainsFunc(values, func(s string) bool { return s != "" }) {
			t.Errorf("the sample has no %s", f.Path)
		}
	}
}

func TestHas(t *testing.T) {
	a := &extract.Article{Title: " \n", Text: "x", CommentCount: ptr(0), Authors: []extract.Person{{}}, Body: []extract.Block{{Type: extract.Rule}}}
	for path, want := range map[string]bool{
		"title": false, "text": true, "comment_count": true, "authors": false, "authors.name": false, "site": false, "site.name": false, "body": false, "body.type": true, "tags": false, "nonsense": false, "": false,
	} {
		if Has(a, path) != want {
			t.Errorf("Has(%q) = %v", path, !want)
		}
	}
	for _, f := range []string{"title", "authors.role", "site", "quotes", "links.rel", "body.items.terms.text"} {
		if !Has(sample(), f) {
			t.Errorf("the sample has %s", f)
		}
	}
}

func TestUnknownField(t *testing.T) {
	for path, suggestion := range map[string]string{
		"titel": `"title"`, "author": `"authors"`, "authors.nam": `"authors.name"`, "Title": `"title"`, "link.url": `"links.url"`, "speaker": `"quotes.speaker"`,
		"zzzzzzzz": "", "": "", "title.x": `"title"`, strings.Repeat("a.", 1<<16): "",
	} {
		_, err := Get(sample(), path)
		if !errors.Is(err, ErrUnknownField) {
			t.Errorf("%.20q: %v", path, err)
			continue
		}
		if got := strings.Contains(err.Error(), "did you mean"); got != (suggestion != "") || !strings.Contains(err.Error(), suggestion) {
			t.Errorf("%.20q: %.200s; want a suggestion of %s", path, err.Error(), suggestion)
		}
		if CheckField(path) == nil {
			t.Errorf("CheckField(%.20q) is nil", path)
		}
		if _, err := Select(sample(), []string{"title", path}); !errors.Is(err, ErrUnknownField) {
			t.Errorf("Select of %.20q: %v", path, err)
		}
	}
}

func TestSelect(t *testing.T) {
	for _, c := range []struct {
		paths []string
		json  string
	}{
		{[]string{"title"}, `{"title":"Who pays for the new grid?"}`},
		{[]string{"published", "authors.name", "title"}, `{"title":"Who pays for the new grid?","authors":[{"name":"Joe Schmo, Jr."},{"name":"Ana María Núñez"}],"published":"2026-03-04T09:30:00+01:00"}`},
		{[]string{"authors.role", "authors.name"}, `{"authors":[{"name":"Joe Schmo, Jr."},{"name":"Ana María Núñez","role":"photographs"}]}`},
		{[]string{"site.name", "site"}, `{"site":{"name":"Example News","url":"https://example.org/"}}`},
		{[]string{"site", "site.name"}, `{"site":{"name":"Example News","url":"https://example.org/"}}`},
		{[]string{"quotes.speaker.name"}, `{"quotes":[{"speaker":{"name":"Maria Lopez"}},{"speaker":{"name":"Grace Hopper"}},{}]}`},
		{[]string{"source.bytes", "lead_image"}, `{"source":{"bytes":48211},"lead_image":0}`},
		{nil, `{}`},
	} {
		s, err := Select(sample(), c.paths)
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.MarshalJSON()
		if err != nil || string(b) != c.json {
			t.Errorf("%q: got %s, %v; want %s", c.paths, b, err, c.json)
		}
		y, err := yaml.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		var fromYAML, fromJSON any
		if err := errors.Join(yaml.Unmarshal(y, &fromYAML), yaml.Unmarshal(b, &fromJSON)); err != nil || !reflect.DeepEqual(fromYAML, fromJSON) {
			t.Errorf("%q: YAML is %s, %v", c.paths, y, err)
		}
	}
	empty, err := Select(&extract.Article{}, []string{"authors", "tags.name", "title"})
	if err != nil {
		t.Fatal(err)
	}
	if b, err := empty.MarshalJSON(); err != nil || string(b) != `{"authors":[],"tags":[]}` {
		t.Errorf("empty article: %s, %v", b, err)
	}
}

// TestSelectAll checks that all top-level fields together are the record.
func TestSelectAll(t *testing.T) {
	var paths []string
	for _, f := range Fields() {
		paths = append(paths, f.Path)
	}
	slices.Reverse(paths)
	for _, name := range []string{"json", "yaml"} {
		f, _ := Lookup(name)
		if got, want := written(t, f, sample(), Options{Fields: paths}), written(t, f, sample(), Options{}); string(got) != string(want) {
			t.Errorf("%s: got %s\nwant %s", name, got, want)
		}
	}
}
