package source

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The parts of any inputs, one after the other, are all of them.
func TestParts(t *testing.T) {
	tree(t, "in/a.html", "in/b/c.htm", "in/b/d.html", "in/z.xhtml", "one.html", "two", "sub/x.html", "sub/y.html", "empty/")
	listed := "two\nsub\n\ngone.html\none.html\thttps://e.org/\nempty\n"
	whole := Inputs{Args: []string{"one.html", "in", "-", "gone", "empty"}, List: strings.NewReader(listed), Stdin: strings.NewReader("")}
	every := func() *Inputs {
		in := whole
		in.List = strings.NewReader(listed)
		return &in
	}
	want := list(every())
	n := 0
	every().Each(func(path, name string) {
		if path == "" || name == "" {
			t.Errorf("input %d: path %q, name %q", n, path, name)
		}
		n++
	})
	if n != 13 {
		t.Errorf("%d inputs, want 13: four of the folder, four other arguments, five lines", n)
	}
	for count := 1; count <= n+2; count++ {
		var got []string
		for i := range count {
			in := every()
			in.Part = &Part{From: i * n / count, To: (i + 1) * n / count}
			got = append(got, list(in)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d parts:\n%s\nwant\n%s", count, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// A file of another part is not opened, nor is a line of a list looked up.
func TestPartLeavesOthersAlone(t *testing.T) {
	tree(t, "a.html", "b.html")
	dangling := filepath.Join(t.TempDir(), "nowhere", "c.html")
	in := Inputs{List: strings.NewReader("a.html\n" + dangling + "\nb.html\n"), Part: &Part{From: 2, To: 3}}
	if got := list(&in); !slices.Equal(got, []string{"b.html b.html"}) {
		t.Errorf("got %q", got)
	}
}

// A list that breaks off is an input of its own, in one part.
func TestPartOfBrokenList(t *testing.T) {
	long := strings.Repeat("x", maxEntry+1)
	for part, want := range map[Part]string{{0, 1}: "a.html !", {1, 2}: "--files-from !", {2, 3}: ""} {
		in := Inputs{List: strings.NewReader("a.html\n" + long), Part: &part}
		if got := strings.Join(list(&in), " "); got != want {
			t.Errorf("%v: got %q, want %q", part, got, want)
		}
	}
}

func TestEach(t *testing.T) {
	tree(t, "in/a.html", "in/b.txt")
	in := Inputs{Args: []string{"in", "-"}}
	var got []string
	in.Each(func(path, name string) { got = append(got, fmt.Sprint(path, " ", name)) })
	if want := []string{filepath.Join("in", "a.html") + " a.html", "- -"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsPage(t *testing.T) {
	for name, want := range map[string]bool{"a.html": true, "x/B.HTM": true, "a.xhtml": true, "a.zip": false, "html": false, "sites": false} {
		if got := IsPage(name); got != want {
			t.Errorf("IsPage(%q) = %v", name, got)
		}
	}
}

// An archive and a member that is named are one input each; a file that is no
// page is one too, which gives nothing.
func TestPartsOfArchives(t *testing.T) {
	tree(t, "in/a.html", "in/b.html", "in/notes.txt")
	page := "<!DOCTYPE html><p>page</p>"
	for _, name := range []string{"in/c.jsonl", "lines.jsonl"} {
		lines := fmt.Sprintf("{\"id\":\"one\",\"html\":%q}\n{\"id\":\"two\",\"html\":%q}\n", page, page)
		if err := os.WriteFile(name, []byte(lines), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	in := Inputs{Args: []string{"lines.jsonl!two", "in", "lines.jsonl", "lines.jsonl!three"}}
	want := list(&in)
	if len(want) != 1+4+2+1 {
		t.Fatalf("got %q", want)
	}
	n := 0
	in.Each(func(string, string) { n++ })
	for count := 1; count <= n; count++ {
		var got []string
		for i := range count {
			in.Part = &Part{From: i * n / count, To: (i + 1) * n / count}
			got = append(got, list(&in)...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d parts of %d inputs: got %q, want %q", count, n, got, want)
		}
	}
}
