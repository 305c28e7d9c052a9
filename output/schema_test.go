package output

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pressclip/extract"
)

func compileSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("record.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("record.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// decoded returns what a reader of a's JSON gets.
func decoded(t *testing.T, a *extract.Article) map[string]any {
	t.Helper()
	b, err := encodeJSON(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return v.(map[string]any)
}

func TestSchemaTakesArticles(t *testing.T) {
	s := compileSchema(t)
	articles := []*extract.Article{sample(), {Schema: extract.Schema}}
	for _, d := range []extract.Date{"2026", "2026-03", "2026-03-04", "2026-03-04T09:30", "2026-03-04T09:30:00", "2026-03-04T09:30Z", "2026-03-04T09:30:00+01:00"} {
		if _, ok := d.Time(); !ok {
			t.Errorf("%s is no Date", d)
		}
		articles = append(articles, &extract.Article{Schema: extract.Schema, Published: d})
	}
	for _, a := range articles {
		if err := s.Validate(decoded(t, a)); err != nil {
			t.Errorf("%+v: %v", a.Published, err)
		}
	}
}

// TestSchemaRefuses checks that each change makes the sample invalid.
func TestSchemaRefuses(t *testing.T) {
	s := compileSchema(t)
	block := func(i int) func(map[string]any) map[string]any {
		return func(r map[string]any) map[string]any { return r["body"].([]any)[i].(map[string]any) }
	}
	first := func(list string) func(map[string]any) map[string]any {
		return func(r map[string]any) map[string]any { return r[list].([]any)[0].(map[string]any) }
	}
	top := func(r map[string]any) map[string]any { return r }
	for _, c := range []struct {
		name string
		at   func(map[string]any) map[string]any
		set  map[string]any // nil deletes
	}{
		{"unknown field", top, map[string]any{"byline": "x"}},
		{"no schema", top, map[string]any{"schema": nil}},
		{"other schema", top, map[string]any{"schema": "pressclip/2"}},
		{"no list", top, map[string]any{"authors": nil}},
		{"author is a string", top, map[string]any{"authors": []any{"x"}}},
		{"empty scalar", top, map[string]any{"title": ""}},
		{"date in words", top, map[string]any{"published": "4 March 2026"}},
		{"month 13", top, map[string]any{"published": "2026-13"}},
		{"time without T", top, map[string]any{"modified": "2026-03-04 09:30"}},
		{"negative index", top, map[string]any{"lead_image": json.Number("-1")}},
		{"fraction", top, map[string]any{"comment_count": json.Number("1.5")}},
		{"unknown field of a person", first("authors"), map[string]any{"kind": "x"}},
		{"person without a name", first("authors"), map[string]any{"name": nil}},
		{"unknown kind of quote", first("quotes"), map[string]any{"kind": "indirect"}},
		{"unknown kind of link", first("links"), map[string]any{"kind": "video"}},
		{"quote without a block", first("quotes"), map[string]any{"block": nil}},
		{"group 0", first("quotes"), map[string]any{"group": json.Number("0")}},
		{"unknown type of block", block(0), map[string]any{"type": "headline"}},
		{"block without a type", block(0), map[string]any{"type": nil}},
		{"block without text", block(0), map[string]any{"text": nil}},
		{"heading without a level", block(0), map[string]any{"level": nil}},
		{"level 7", block(0), map[string]any{"level": json.Number("7")}},
		{"paragraph with a level", block(1), map[string]any{"level": json.Number("2")}},
		{"paragraph with items", block(1), map[string]any{"items": []any{}}},
		{"figure with a url", block(2), map[string]any{"url": "https://a.example/"}},
		{"unknown style", func(r map[string]any) map[string]any { return block(1)(r)["inlines"].([]any)[1].(map[string]any) }, map[string]any{"style": []any{"bold"}}},
		{"colspan 1", func(r map[string]any) map[string]any {
			return block(11)(r)["rows"].([]any)[0].([]any)[0].(map[string]any)
		}, map[string]any{"colspan": json.Number("1")}},
	} {
		r := decoded(t, sample())
		for k, v := range c.set {
			if v == nil {
				delete(c.at(r), k)
			} else {
				c.at(r)[k] = v
			}
		}
		if s.Validate(r) == nil {
			t.Errorf("%s: is taken", c.name)
		}
	}
}

// TestSchemaCoversBlocks checks that the table of block types has each field of
// a block and each type, and no other field.
func TestSchemaCoversBlocks(t *testing.T) {
	named := map[string]bool{"type": true, "text": true}
	var types []extract.BlockType
	for _, b := range blockFields {
		types = append(types, b.typ)
		for f := range strings.FieldsSeq(b.fields) {
			named[strings.TrimSuffix(f, "!")] = true
		}
	}
	for _, m := range membersOf(blockStruct) {
		if !named[m.name] {
			t.Errorf("no type of block has %q", m.name)
		}
		delete(named, m.name)
	}
	for name := range named {
		if name != "type" && name != "text" {
			t.Errorf("blocks have no field %q", name)
		}
	}
	for _, b := range sampleBody() {
		if !slices.Contains(types, b.Type) {
			t.Errorf("no schema for %q", b.Type)
		}
	}
	if len(types) != 12 {
		t.Errorf("%d types of block", len(types))
	}
}

// TestSchemaRulesAreUsed checks that the tables name fields that there are.
func TestSchemaRulesAreUsed(t *testing.T) {
	for key := range fieldRules {
		if docs[key] == "" {
			t.Errorf("rule for %s, which is no field", key)
		}
	}
	var doc struct {
		Defs map[string]struct {
			Properties map[string]any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, typ := range structsBelow(articleType) {
		def, ok := doc.Defs[typ.Name()]
		if !ok {
			t.Errorf("no definition of %s", typ)
		}
		if typ == blockStruct {
			continue
		}
		for _, m := range membersOf(typ) {
			if def.Properties[m.name] == nil {
				t.Errorf("%s has no %s", typ, m.name)
			}
		}
		if len(def.Properties) != typ.NumField() {
			t.Errorf("%s has %d properties, want %d", typ, len(def.Properties), typ.NumField())
		}
	}
}
