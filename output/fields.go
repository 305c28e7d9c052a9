package output

// The Go types of the record come in; the names, types and meaning of its
// fields go out.

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"pressclip/extract"
	"pressclip/internal/spelling"
)

// ErrUnknownField is what a path that the record does not have fails with.
// Test with errors.Is.
var ErrUnknownField = errors.New("unknown field")

// A Field is a place in the record that Get, Has and Select take.
type Field struct {
	Path string // "authors.name": names joined by dots; lists are stepped into
	Type string // "string", "integer", "number", "boolean", "object" or "list of …"
	Doc  string // what it is, in a few words
}

// Fields returns the fields in the record's order, each before those inside
// it. Blocks inside blocks are not listed again, yet their paths are good:
// "body.items.body.text".
func Fields() []Field { return slices.Clone(allFields()) }

var allFields = sync.OnceValue(func() []Field {
	var fields []Field
	stack := []member{{typ: articleType}}
	for len(stack) > 0 {
		m := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if m.path != "" {
			fields = append(fields, Field{m.path, typeName(m.typ), docs[m.doc]})
		}
		elem := element(m.typ)
		if slices.Contains(m.above, elem) {
			continue // a type inside itself
		}
		inside := slices.Clone(membersOf(elem))
		slices.Reverse(inside)
		for _, in := range inside {
			in.path = strings.TrimPrefix(m.path+"."+in.name, ".")
			in.above = append(slices.Clone(m.above), elem)
			stack = append(stack, in)
		}
	}
	return fields
})

var articleType = reflect.TypeFor[extract.Article]()

// A member is a field of a struct of the record.
type member struct {
	name      string // in the JSON
	index     int    // in the struct
	typ       reflect.Type
	omitEmpty bool   // absent when empty
	doc       string // key of docs: "Article.title"

	path  string         // only in allFields
	above []reflect.Type // only in allFields: the structs around it
}

// plans returns the members of each struct of the record, in order, as
// encoding/json names them.
var plans = sync.OnceValue(func() map[reflect.Type][]member {
	plan := map[reflect.Type][]member{}
	for todo := []reflect.Type{articleType}; len(todo) > 0; {
		t := todo[0]
		todo = todo[1:]
		if _, done := plan[t]; done || t.Kind() != reflect.Struct {
			continue
		}
		for i := range t.NumField() {
			f := t.Field(i)
			name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			plan[t] = append(plan[t], member{
				name: name, index: i, typ: f.Type, omitEmpty: options == "omitempty", doc: t.Name() + "." + name,
			})
			todo = append(todo, element(f.Type))
		}
	}
	return plan
})

// membersOf returns the members of t; none for a type that is no struct.
func membersOf(t reflect.Type) []member { return plans()[t] }

// element returns what t points to or is a list of.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

// jsonTypes are the names that JSON Schema has for kinds.
var jsonTypes = map[reflect.Kind]string{
	reflect.String: "string", reflect.Int: "integer", reflect.Int64: "integer",
	reflect.Float64: "number", reflect.Bool: "boolean", reflect.Struct: "object",
}

func typeName(t reflect.Type) string {
	lists := ""
	for ; t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice; t = t.Elem() {
		switch {
		case t.Kind() == reflect.Slice && lists == "":
			lists = "list of "
		case t.Kind() == reflect.Slice:
			lists += "lists of "
		}
	}
	name := jsonTypes[t.Kind()]
	if lists != "" {
		name += "s"
	}
	return lists + name
}

// A step is a member on the way along a path.
type step = member

// resolve returns the members that path names, from the article down.
func resolve(path string) ([]step, error) {
	var steps []step
	t := articleType
	for name := range strings.SplitSeq(path, ".") {
		members := membersOf(element(t))
		i := slices.IndexFunc(members, func(m member) bool { return m.name == name })
		if i < 0 {
			return nil, unknownField(path)
		}
		steps = append(steps, members[i])
		t = members[i].typ
	}
	return steps, nil
}

// CheckField returns nil where path names a field, else an error that wraps
// ErrUnknownField and names the field that was likely meant.
func CheckField(path string) error {
	_, err := resolve(path)
	return err
}

// maxPath is the longest path, in bytes, that a suggestion is sought for.
const maxPath = 64

func unknownField(path string) error {
	if best := nearest(path); best != "" {
		return fmt.Errorf("%w %q (did you mean %q?)", ErrUnknownField, path, best)
	}
	return fmt.Errorf("%w %q", ErrUnknownField, path)
}

// nearest returns the field most like path, or "" where none is like it: two
// letters may differ, or a third of them, and a last name alone will do.
func nearest(path string) string {
	if len(path) > maxPath {
		return ""
	}
	path = strings.ToLower(path)
	best, least := "", max(2, len(path)/3)+1
	for _, f := range allFields() {
		if d := spelling.Distance(path, f.Path); d < least {
			best, least = f.Path, d
		}
	}
	if best != "" {
		return best
	}
	for _, f := range allFields() {
		if strings.HasSuffix(f.Path, "."+path) {
			return f.Path
		}
	}
	return ""
}
