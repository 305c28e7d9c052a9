package source

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tree makes files below a new folder, which becomes the working folder. A
// name that ends in a slash is a folder.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		dir := filepath.Dir(name)
		if strings.HasSuffix(name, "/") {
			dir = name
		}
		if err := os.MkdirAll(dir, 0o777); err != nil {
			t.Fatal(err)
		}
		if dir == name {
			continue
		}
		if err := os.WriteFile(name, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// list gives "path name url" of each Doc; the name of one that can not be had
// is "!".
func list(in *Inputs) []string {
	var got []string
	for d := range in.Docs() {
		r, err := d.Open()
		if err != nil {
			got = append(got, d.Path+" !")
			continue
		}
		_ = r.Close()
		got = append(got, strings.TrimSpace(d.Path+" "+d.Name+" "+d.URL))
	}
	return got
}

func TestDocs(t *testing.T) {
	tree(t, "in/b.html", "in/a/c.htm", "in/a/x.txt", "in/Z.XHTML", "in/.h.html", "in/.git/g.html", "one", "empty/")
	stdin := strings.NewReader("")
	for _, test := range []struct {
		name string
		in   Inputs
		want string
	}{
		{"file", Inputs{Args: []string{"one"}, URL: "https://e.org/"}, "one one https://e.org/"},
		{"folder", Inputs{Args: []string{"in"}}, "in/Z.XHTML Z.XHTML|in/a/c.htm a/c.htm|in/b.html b.html"},
		{"folder with slash", Inputs{Args: []string{"./in/a/"}}, "in/a/c.htm c.htm"},
		{"file in a folder", Inputs{Args: []string{"in/a/x.txt"}}, "in/a/x.txt x.txt"},
		{"gone", Inputs{Args: []string{"gone", "one"}}, "gone !|one one"},
		{"empty folder", Inputs{Args: []string{"empty", "one"}}, "empty !|one one"},
		{"stdin once", Inputs{Args: []string{"-", "-"}, Stdin: stdin}, "- stdin|- !"},
		{"glob", Inputs{Args: []string{"in"}, Glob: []string{"*.txt", "b.*"}}, "in/a/x.txt a/x.txt|in/b.html b.html"},
		{"glob with slash", Inputs{Args: []string{"in"}, Glob: []string{"a/*"}}, "in/a/c.htm a/c.htm|in/a/x.txt a/x.txt"},
		{"glob is exact", Inputs{Args: []string{"in"}, Glob: []string{"*.xhtml"}}, "in !"},
		{"list", Inputs{Args: []string{"one"}, List: strings.NewReader("\ufeffin/b.html\thttps://e.org/b\r\n\nin/a\n")}, "one one|in/b.html b.html https://e.org/b|in/a/c.htm c.htm"},
		{"list of NULs", Inputs{List: strings.NewReader("one\x00in/b.html"), Null: true}, "one one|in/b.html b.html"},
		{"address of a folder", Inputs{List: strings.NewReader("in\thttps://e.org/\n")}, "in !"},
		{"tab in a name", Inputs{List: strings.NewReader("a\tb\n")}, "a\tb !"},
	} {
		if got := strings.Join(list(&test.in), "|"); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestDocsErrors(t *testing.T) {
	tree(t, "empty/", "deep/locked/x.html", "deep/y.html")
	for _, test := range []struct {
		name string
		want error
	}{
		{"gone", fs.ErrNotExist},
		{"empty", ErrNoPages},
	} {
		in := Inputs{Args: []string{test.name}}
		for d := range in.Docs() {
			if _, err := d.Open(); !errors.Is(err, test.want) {
				t.Errorf("%s: %v, want %v", test.name, err, test.want)
			}
		}
	}
	if os.Getuid() == 0 {
		t.Skip("every folder is open to root")
	}
	if err := os.Chmod("deep/locked", 0); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("deep/locked", 0o777)
	want := []string{"deep/locked !", "deep/y.html y.html"}
	if got := list(&Inputs{Args: []string{"deep"}}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDocsLinks(t *testing.T) {
	tree(t, "in/a.html", "other/b.html")
	for link, target := range map[string]string{"in/loop": "../in", "in/l.html": "a.html", "in/broken.html": "gone", "in/other": "../other", "in/out.html": "../other/b.html", "named": "in"} {
		if err := os.Symlink(target, link); err != nil {
			t.Skip(err)
		}
	}
	want := []string{"named/a.html a.html", "named/broken.html !", "named/l.html l.html", "named/out.html !"}
	if got := list(&Inputs{Args: []string{"named"}}); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDocsCanStop(t *testing.T) {
	tree(t, "in/a.html", "in/b.html", "c")
	in := Inputs{Args: []string{"in", "c"}, List: strings.NewReader("c\nc\n")}
	for stop := range 5 {
		n := 0
		for range in.Docs() {
			if n++; n > stop {
				break
			}
		}
		if want := min(stop+1, 5); n != want {
			t.Errorf("stopped after %d, want %d", n, want)
		}
		in.List = strings.NewReader("c\nc\n")
	}
}

func TestListErrors(t *testing.T) {
	long := io.MultiReader(strings.NewReader("a\n"), io.LimitReader(endless{}, maxEntry+1))
	var last error
	names := 0
	for e := range entries(long, false) {
		if last = e.err; last == nil {
			names++
		}
	}
	if names != 1 || last == nil {
		t.Errorf("%d names and then %v, want 1 and an error", names, last)
	}
}

// endless reads the letter x.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestIsURL(t *testing.T) {
	for s, want := range map[string]bool{
		"https://e.org/a": true, "file:///a/b": true, "ftp://e.org": true,
		"": false, "e.org": false, "/a/b": false, "mailto:a@e.org": false, "c:\\x": false, "http://": false, "http://a b": false,
	} {
		if got := IsURL(s); got != want {
			t.Errorf("IsURL(%q) = %v", s, got)
		}
	}
}

// TestWebURL holds that the page of an archive gets no address of a file.
func TestWebURL(t *testing.T) {
	for s, want := range map[string]bool{"https://e.org/a": true, "ftp://e.org/a": true, "file:///home/ann/a.html": false, "FILE://host/a": false, "javascript://e.org/%0aalert(1)": false, "a": false} {
		if got := isWebURL(s); got != want {
			t.Errorf("isWebURL(%q) = %v", s, got)
		}
	}
}

// Every entry is a piece of the list, and what ends entries is in none.
func FuzzEntries(f *testing.F) {
	f.Add("a\nb\thttps://e.org/\r\n\n", false)
	f.Add("a\x00b\nc\x00", true)
	f.Fuzz(func(t *testing.T, s string, null bool) {
		end := "\n"
		if null {
			end = "\x00"
		}
		for e := range entries(strings.NewReader(s), null) {
			if e.err != nil {
				t.Fatal(e.err)
			}
			whole := e.name
			if e.url != "" {
				whole += "\t" + e.url
			}
			if e.name == "" || strings.Contains(whole, end) || !strings.Contains(s, whole) {
				t.Errorf("entry %q of %q", whole, s)
			}
		}
	})
}
