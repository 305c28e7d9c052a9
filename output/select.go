package output

// An article and paths come in; a record with only these fields goes out.

import (
	"bytes"
	"encoding/json"
	"reflect"

	"gopkg.in/yaml.v3"

	"pressclip/extract"
)

// A Selection is part of an article's record. It marshals to JSON and to YAML
// with the record's names and order.
type Selection struct {
	article *extract.Article
	tree    selected
}

// selected are the fields chosen of an object, by name; a nil one is chosen
// whole.
type selected map[string]selected

// Select returns the fields of a that paths name; objects and lists on the way
// to a dotted path are there with only what was asked for.
func Select(a *extract.Article, paths []string) (*Selection, error) {
	tree := selected{}
	for _, path := range paths {
		steps, err := resolve(path)
		if err != nil {
			return nil, err
		}
		tree.add(steps)
	}
	return &Selection{a, tree}, nil
}

// add chooses the field at the end of steps.
func (t selected) add(steps []step) {
	for i, s := range steps {
		below, chosen := t[s.name]
		switch {
		case chosen && below == nil: // the whole of it is chosen
			return
		case i == len(steps)-1:
			t[s.name] = nil
			return
		case !chosen:
			below = selected{}
			t[s.name] = below
		}
		t = below
	}
}

// MarshalJSON implements json.Marshaler.
func (s *Selection) MarshalJSON() ([]byte, error) {
	var w selectionWriter
	w.value(reflect.ValueOf(s.article), s.tree)
	return scrub(w.buf.Bytes()), w.err
}

// MarshalYAML implements yaml.Marshaler.
func (s *Selection) MarshalYAML() (any, error) {
	text, err := s.MarshalJSON()
	if err != nil {
		return nil, err
	}
	doc, err := yamlNode(text)
	if err != nil {
		return nil, err
	}
	return doc.Content[0], nil
}

var _ yaml.Marshaler = (*Selection)(nil)

// A selectionWriter writes JSON; err is the first failure and stays.
type selectionWriter struct {
	buf bytes.Buffer
	err error
}

// value writes v, or what tree chooses of it. It calls itself once for each
// name of a path, so the caller's paths bound the depth, not the article.
func (w *selectionWriter) value(v reflect.Value, tree selected) {
	switch {
	case tree == nil:
		w.whole(v)
	case v.Kind() == reflect.Pointer: // never nil: omitempty leaves such out
		w.value(v.Elem(), tree)
	case v.Kind() == reflect.Slice:
		w.buf.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				w.buf.WriteByte(',')
			}
			w.value(v.Index(i), tree)
		}
		w.buf.WriteByte(']')
	default:
		w.object(v, tree)
	}
}

func (w *selectionWriter) object(v reflect.Value, tree selected) {
	w.buf.WriteByte('{')
	first := true
	for _, m := range membersOf(v.Type()) {
		below, chosen := tree[m.name]
		f := v.Field(m.index)
		if !chosen || m.omitEmpty && isEmpty(f) {
			continue
		}
		if !first {
			w.buf.WriteByte(',')
		}
		first = false
		w.buf.WriteString(`"` + m.name + `":`)
		w.value(f, below)
	}
	w.buf.WriteByte('}')
}

// whole writes all of v.
func (w *selectionWriter) whole(v reflect.Value) {
	e := json.NewEncoder(&w.buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(v.Interface()); err != nil && w.err == nil {
		w.err = err
	}
	w.buf.Truncate(len(bytes.TrimRight(w.buf.Bytes(), "\n")))
}
