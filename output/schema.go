package output

// The Go types of the record come in; its JSON Schema goes out.

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"

	"pressclip/extract"
)

// Schema returns the JSON Schema (2020-12) of the record: exactly the fields
// of extract.Article, with a closed union for the types of block.
func Schema() []byte { return bytes.Clone(schemaText()) }

var schemaText = sync.OnceValue(func() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(schemaOf(articleType)); err != nil {
		panic("output: internal error: the schema has an unmarshalable value: " + err.Error())
	}
	return b.Bytes()
})

// A schema is a JSON object whose members keep their order.
type schema []keyword

type keyword struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (s schema) MarshalJSON() ([]byte, error) {
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	for i, k := range s {
		buf.WriteByte("{,"[min(i, 1)])
		if err := e.Encode(k.name); err != nil {
			return nil, err
		}
		buf.WriteByte(':')
		if err := e.Encode(k.value); err != nil {
			return nil, err
		}
	}
	if len(s) == 0 {
		buf.WriteByte('{')
	}
	buf.WriteByte('}')
	return buf.Bytes(), nil
}

// datePattern is extract.Date: RFC 3339 and its prefixes; the offset is the
// page's or absent.
const datePattern = `^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?)?)?$`

// typeRules are what a Go type says beyond its kind.
var typeRules = map[reflect.Type]schema{
	reflect.TypeFor[extract.Date]():      {{"pattern", datePattern}},
	reflect.TypeFor[extract.Kind]():      {{"enum", extract.Kinds()}},
	reflect.TypeFor[extract.Style]():     {{"enum", []extract.Style{extract.Strong, extract.Emphasis, extract.CodeText, extract.Strike, extract.Sub, extract.Sup, extract.Mark, extract.Keyboard}}},
	reflect.TypeFor[extract.QuoteKind](): {{"enum", []extract.QuoteKind{extract.DirectQuote, extract.BlockQuote, extract.PullQuote, extract.PhraseQuote}}},
	reflect.TypeFor[extract.LinkKind](): {{"enum", []extract.LinkKind{extract.InternalLink, extract.ExternalLink, extract.AnchorLink, extract.MailLink,
		extract.PhoneLink, extract.DownloadLink, extract.FootnoteLink, extract.TagLink, extract.AuthorLink}}},
	reflect.TypeFor[int]():   {{"minimum", 0}},
	reflect.TypeFor[int64](): {{"minimum", 0}},
}

// fieldRules are what a field says beyond its type, by key of docs.
var fieldRules = map[string]schema{
	"Article.schema":    {{"const", extract.Schema}},
	"Block.level":       {{"minimum", 1}, {"maximum", 6}},
	"Block.start":       {{"minimum", nil}}, // the page's own number may be negative
	"Cell.colspan":      {{"minimum", 2}, {"maximum", 1000}},
	"Cell.rowspan":      {{"minimum", 2}, {"maximum", 65534}},
	"Quote.group":       {{"minimum", 1}},
	"Quote.confidence":  {{"enum", []string{"low"}}},
	"Candidate.density": {{"exclusiveMinimum", 0}},
}

// blockFields are the fields that each type of block may have beside type and
// text; those with "!" it always has.
var blockFields = []struct {
	typ    extract.BlockType
	fields string
}{
	{extract.Paragraph, "inlines"},
	{extract.Heading, "level! id inlines"},
	{extract.List, "ordered start items"},
	{extract.QuoteBlock, "cite body"},
	{extract.Code, "language inlines"},
	{extract.Table, "caption header_rows rows"},
	{extract.Figure, "image inlines"},
	{extract.Embed, "provider url title body"},
	{extract.Math, "tex"},
	{extract.Definitions, "items"},
	{extract.Rule, ""},
	{extract.Footnotes, "items"},
}

var blockStruct = reflect.TypeFor[extract.Block]()

// schemaOf returns the schema of t, a struct, with one definition for each
// struct that it leads to.
func schemaOf(t reflect.Type) schema {
	s := schema{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"title", extract.Schema},
		{"description", "What one web page says: an article as plain data. Fields are added under the same version; none is ever renamed or given another type."},
	}
	s = append(s, objectSchema(t, nil)...)
	var defs schema
	for _, def := range structsBelow(t) {
		if def == blockStruct {
			defs = append(defs, blockSchemas()...)
			continue
		}
		defs = append(defs, keyword{def.Name(), objectSchema(def, nil)})
	}
	return append(s, keyword{"$defs", defs})
}

// structsBelow returns the structs that t leads to, each once, nearest first.
func structsBelow(t reflect.Type) []reflect.Type {
	found := []reflect.Type{t}
	for i := 0; i < len(found); i++ {
		for _, m := range membersOf(found[i]) {
			if e := element(m.typ); e.Kind() == reflect.Struct && !slices.Contains(found, e) {
				found = append(found, e)
			}
		}
	}
	return found[1:]
}

// objectSchema returns the schema of the struct t with the fields that may
// reports: a map from name to whether it is always there. Nil is all of them,
// required as the JSON tags say.
func objectSchema(t reflect.Type, may map[string]bool) schema {
	var properties schema
	required := []string{}
	for _, m := range membersOf(t) {
		always, ok := may[m.name]
		if may == nil {
			always, ok = !m.omitEmpty, true
		}
		if !ok {
			continue
		}
		if always {
			required = append(required, m.name)
		}
		properties = append(properties, keyword{m.name, fieldSchema(m)})
	}
	return schema{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}}
}

// blockSchemas returns the definition of a block, as the union of its types,
// and one for each type.
func blockSchemas() schema {
	var union []schema
	var defs schema
	for _, b := range blockFields {
		may := map[string]bool{"type": true, "text": true}
		for f := range strings.FieldsSeq(b.fields) {
			name, always := strings.CutSuffix(f, "!")
			may[name] = always
		}
		name := blockStruct.Name() + "." + string(b.typ)
		union = append(union, schema{{"$ref", "#/$defs/" + name}})
		s := objectSchema(blockStruct, may)
		s[1].value.(schema).set("type", schema{{"const", b.typ}})
		defs = append(defs, keyword{name, s})
	}
	return append(schema{{blockStruct.Name(), schema{{"oneOf", union}}}}, defs...)
}

// set replaces the value of the keyword name.
func (s schema) set(name string, value any) {
	s[slices.IndexFunc(s, func(k keyword) bool { return k.name == name })].value = value
}

// fieldSchema returns the schema of a member: its type, the rules, what it is.
func fieldSchema(m member) schema {
	s := valueSchema(m.typ)
	for _, rule := range fieldRules[m.doc] {
		s = slices.DeleteFunc(s, func(k keyword) bool { return k.name == rule.name })
		if rule.value != nil {
			s = append(s, rule)
		}
	}
	if m.omitEmpty && m.typ.Kind() == reflect.String {
		s = append(s, keyword{"minLength", 1}) // unknown is absent, never ""
	}
	return append(s, keyword{"description", docs[m.doc]})
}

func valueSchema(t reflect.Type) schema {
	switch t.Kind() {
	case reflect.Pointer:
		return valueSchema(t.Elem())
	case reflect.Slice:
		return schema{{"type", "array"}, {"items", valueSchema(t.Elem())}}
	case reflect.Struct:
		return schema{{"$ref", "#/$defs/" + t.Name()}}
	}
	return append(schema{{"type", jsonTypes[t.Kind()]}}, typeRules[t]...)
}
