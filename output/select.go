package output

// An article and paths come in; a record with only these fields goes out.

import (
	"bytes"

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
	var b bytes.Buffer
	j := jsonWriter{pipe: pipe{w: &b}}
	err := s.walk(&j)
	j.flush()
	return b.Bytes(), err
}

// MarshalYAML implements yaml.Marshaler.
func (s *Selection) MarshalYAML() (any, error) {
	y := newYAMLWriter(nil)
	err := s.walk(y)
	return y.path[0].Content[0], err
}

var _ yaml.Marshaler = (*Selection)(nil)
