package output

// An article and the path of a field come in; the field's values go out as
// strings for people and pipes.

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"pressclip/extract"
)

// Get returns the values of the field at path, in order, without any quoting.
// An unknown value is absent. An object gives the one string that stands for
// it: a name for people and terms, an address for links, images and the site,
// the text for blocks, a line for quotes.
func Get(a *extract.Article, path string) ([]string, error) {
	values, err := collect(a, path)
	if err != nil {
		return nil, err
	}
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, readable(v))
	}
	return out, nil
}

// Has reports whether the field at path has a value that is not empty. For a
// path that CheckField refuses it is false.
func Has(a *extract.Article, path string) bool {
	values, err := collect(a, path)
	if err != nil {
		return false
	}
	for _, v := range values {
		if strings.TrimSpace(readable(v)) != "" {
			return true
		}
	}
	return false
}

// collect returns the values at path: no lists, no pointers, nothing that the
// record leaves out.
func collect(a *extract.Article, path string) ([]reflect.Value, error) {
	steps, err := resolve(path)
	if err != nil {
		return nil, err
	}
	values := []reflect.Value{reflect.ValueOf(a).Elem()}
	for _, s := range steps {
		var next []reflect.Value
		for _, v := range values {
			if f := v.Field(s.index); !s.omitEmpty || !isEmpty(f) {
				next = append(next, f)
			}
		}
		values = flatten(next)
	}
	return values, nil
}

// isEmpty reports whether encoding/json's omitempty leaves v out.
func isEmpty(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() == 0
	}
	return v.Kind() != reflect.Struct && v.IsZero()
}

// flatten replaces lists by what they hold and pointers by what they point to.
func flatten(values []reflect.Value) []reflect.Value {
	for len(values) > 0 {
		var next []reflect.Value
		switch values[0].Kind() { // all are of one type
		case reflect.Slice:
			for _, v := range values {
				for i := range v.Len() {
					next = append(next, v.Index(i))
				}
			}
		case reflect.Pointer:
			for _, v := range values {
				if !v.IsNil() {
					next = append(next, v.Elem())
				}
			}
		default:
			return values
		}
		values = next
	}
	return values
}

// readable returns v, a scalar or an object of the record, as one string.
func readable(v reflect.Value) string {
	switch v.Kind() {
	case reflect.String:
		return v.String()
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return strconv.FormatFloat(v.Float(), 'g', -1, 64)
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	}
	return readableObject(v.Interface())
}

func readableObject(v any) string {
	switch v := v.(type) {
	case extract.Person:
		return v.Name
	case extract.Term:
		return v.Name
	case extract.Speaker:
		return v.Name
	case extract.Site:
		return firstOf(v.URL, v.Name)
	case extract.Link:
		return v.URL
	case extract.Image:
		return v.URL
	case extract.Candidate:
		return v.URL
	case extract.Block:
		return v.Text
	case extract.Line:
		return v.Text
	case extract.Item:
		return v.Text
	case extract.Cell:
		return v.Text
	case extract.Inline:
		return v.Text
	case extract.Quote:
		return readableQuote(&v)
	case extract.Source:
		return v.Path
	case extract.Warning:
		return v.Code + ": " + v.Message
	case extract.Stats:
		return fmt.Sprintf("%d words, %d characters, %d words dropped", v.Words, v.Characters, v.DroppedWords)
	}
	return ""
}

// readableQuote returns a quote as a line: Maria Lopez, the mayor: “…”. A
// speaker who is in doubt has a question mark; a copy of the text's own words
// and a phrase, which nobody needs to have said, have their kind at the end.
func readableQuote(q *extract.Quote) string {
	line := "“" + oneLine(q.Text) + "”"
	if q.Kind == extract.PullQuote || q.Kind == extract.PhraseQuote {
		line += " (" + string(q.Kind) + ")"
	}
	if q.Speaker == nil {
		return line
	}
	who := q.Speaker.Name
	if q.Speaker.Role != "" {
		who += ", " + q.Speaker.Role
	}
	if q.Confidence != "" {
		who += " (?)"
	}
	return who + ": " + line
}
