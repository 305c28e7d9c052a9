package jsonld

// This file takes hostile and random scripts and states what holds for all of
// them: time, bounds, clean text, the same result twice and in any wrapper.

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

// shapes are inputs that cost much if anything is looked at twice.
var shapes = map[string]func(n int) string{
	"brackets":         func(n int) string { return strings.Repeat("[", n) },
	"objects":          func(n int) string { return strings.Repeat(`{"a":`, n/5) },
	"commas":           func(n int) string { return "[" + strings.Repeat(",", n) },
	"no end of string": func(n int) string { return `{"a":"` + strings.Repeat(`\\x`, n/3) },
	"escapes":          func(n int) string { return `{"@type":"Article","headline":"` + strings.Repeat(`\n\"`, n/4) + `"}` },
	"comments":         func(n int) string { return strings.Repeat("<!--", n/4) },
	"comments closed":  func(n int) string { return strings.Repeat("<!--", n/4) + "-->{}" },
	"slashes":          func(n int) string { return "{" + strings.Repeat("//", n/2) },
	"tags":             func(n int) string { return "{" + strings.Repeat("<", n) },
	"ampersands":       func(n int) string { return `{"@type":"Article","headline":"` + strings.Repeat("&", n) + `"}` },
	"quotes":           func(n int) string { return strings.Repeat(`"`, n) },
	"articles":         func(n int) string { return "[" + strings.Repeat(`{"@type":"Article","headline":"a"},`, n/35) + "]" },
	"references": func(n int) string {
		return `[` + strings.Repeat(`{"@type":"Article","author":{"@id":"#a"}},`, n/42) + `{"@id":"#a","name":"b"}]`
	},
	"salvaged members":  func(n int) string { return "{x" + strings.Repeat(`"headline":"`, n/12) },
	"salvaged strings":  func(n int) string { return "{x" + strings.Repeat(`"headline": "a",`, n/16) },
	"salvaged authors":  func(n int) string { return "{x" + strings.Repeat(`"author": "a",`, n/14) },
	"keywords":          func(n int) string { return `{"@type":"Article","keywords":"` + strings.Repeat("a,", n/2) + `"}` },
	"members":           func(n int) string { return `{"@type":"Article"` + strings.Repeat(`,"x":1`, n/6) + `}` },
	"nested main items": func(n int) string { return strings.Repeat(`{"@type":"Article","mainEntity":`, n/32) },
}

// Ten times the input must not take much more than ten times as long.
func TestLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("timing")
	}
	const (
		size  = 30_000
		slack = 100 * time.Millisecond // for memory that is new; quadratic time would be seconds
	)
	for name, shape := range shapes {
		small, large := []byte(shape(size)), []byte(shape(10*size))
		ok := false
		var a, b time.Duration
		for try := 0; try < 5 && !ok; try++ { // the machine may be busy
			a, b = best(small), best(large)
			ok = b <= 12*a+slack
		}
		if !ok {
			t.Errorf("%s: %v for %d bytes, %v for ten times as many", name, a, size, b)
		}
	}
}

// best returns the shortest of some runs.
func best(src []byte) time.Duration {
	d := time.Hour
	for range 3 {
		start := time.Now()
		_, _ = Parse(src)
		d = min(d, time.Since(start))
	}
	return d
}

// checkText fails t if a string is not clean.
func checkText(t *testing.T, v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			checkText(t, v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			checkText(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkText(t, v.Index(i), fmt.Sprint(path, i))
		}
	case reflect.String:
		s := v.String()
		lines := strings.HasSuffix(path, ".Body")
		bad := func(r rune) bool { return unicode.IsControl(r) && !(lines && r == '\n') }
		if !utf8.ValidString(s) || strings.TrimSpace(s) != s || strings.Contains(s, "  ") || strings.IndexFunc(s, bad) >= 0 {
			t.Errorf("%s is %q", path, s)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(news))
	for _, src := range forgiven {
		f.Add([]byte(src))
	}
	for _, shape := range shapes {
		f.Add([]byte(shape(200)))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		kept := bytes.Clone(src)
		doc, err := Parse(src)
		if (doc == nil) != errors.Is(err, ErrTooLarge) {
			t.Fatalf("document %v beside error %v", doc, err)
		}
		checkText(t, reflect.ValueOf(doc), "doc")
		again, err2 := Parse(src)
		if !reflect.DeepEqual(doc, again) || fmt.Sprint(err) != fmt.Sprint(err2) {
			t.Errorf("twice: %s\n%s", show(doc), show(again))
		}
		if !bytes.Equal(src, kept) {
			t.Error("the source was changed")
		}
		if !json.Valid(src) {
			return
		}
		if err != nil && !strings.Contains(err.Error(), "nested deeper") {
			t.Errorf("valid JSON: %v", err)
		}
		for _, w := range []string{"<![CDATA[%s]]>", "//<![CDATA[\n%s\n//]]>", "/*<![CDATA[*/%s/*]]>*/", "\ufeff%s;", "/* x */%s// y"} {
			wrapped, _ := Parse([]byte(strings.Replace(w, "%s", string(src), 1)))
			if !reflect.DeepEqual(doc, wrapped) {
				t.Errorf("in %s: %s\nnot %s", w, show(wrapped), show(doc))
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	body := strings.Repeat("Some words of an article that is long. ", 2000)
	long := `{"@type":"NewsArticle","headline":"A","articleBody":"` + body + `"}`
	for name, src := range map[string]string{"graph": news, "small": article, "body": long, "bad": `{"@type":"Article","headline":"a "b" c"}`} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse([]byte(src))
			}
		})
	}
}
