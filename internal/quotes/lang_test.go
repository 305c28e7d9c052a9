package quotes

// The tables in, their slips out.

import (
	"reflect"
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range rows {
		if row.tag == "" || seen[row.tag] {
			t.Errorf("row %q is there twice or has no tag", row.tag)
		}
		seen[row.tag] = true
		if row.cjk != nil {
			checkLists(t, row.tag, reflect.ValueOf(*row.cjk))
			continue
		}
		if row.arabic != nil {
			checkLists(t, row.tag, reflect.ValueOf(*row.arabic))
			continue
		}
		checkLists(t, row.tag, reflect.ValueOf(row))
		for name, list := range map[string]string{"say": row.say, "pronouns": row.pronouns, "dets": row.dets, "stops": row.stops,
			"adverbs": row.adverbs, "according": row.according, "titles": row.titles, "roles": row.roles, "works": row.works} {
			if list == "" {
				t.Errorf("%s has no words for %s", row.tag, name)
			}
		}
		for v := range set(row.weak) {
			if set(row.say)[v] {
				t.Errorf("%s: %q is both weak and a verb of saying", row.tag, v)
			}
		}
	}
}

// checkLists checks that the lists of a row are in lower case, each word once.
func checkLists(t *testing.T, tag string, row reflect.Value) {
	for i := range row.NumField() {
		if row.Field(i).Kind() != reflect.String {
			continue
		}
		name, seen := row.Type().Field(i).Name, map[string]bool{}
		for _, w := range strings.Fields(row.Field(i).String()) {
			if seen[w] {
				t.Errorf("%s: %s has %q twice", tag, name, w)
			}
			if w != fold(w) {
				t.Errorf("%s: %s has %q in capitals", tag, name, w)
			}
			seen[w] = true
		}
	}
}

func TestLookup(t *testing.T) {
	for tag, want := range map[string]string{"en": "en", "EN-us": "en", "de_AT": "de", "zh-Hant-TW": "zh", "xx": "", "-": ""} {
		if got := lookup(tag).tag; got != want {
			t.Errorf("lookup(%q) is %q, want %q", tag, got, want)
		}
	}
	for text, want := range map[string]string{"Hello": "en", "Привет": "ru", "你好": "zh", "日本の": "ja", "قالت": "ar", "": "en"} {
		if got := guess([]Paragraph{{Text: text}}); got != want {
			t.Errorf("guess(%q) is %q, want %q", text, got, want)
		}
	}
}
