package extract

import (
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/net/html"
)

// afterLongTag is the text of what stands behind a tag that is too long.
const afterLongTag = "<article><p>The words before it, and more of them, said the mayor.</p>%s<p>The words behind it, and more of them.</p></article>"

// TestLongTags holds a page of one tag to its memory and to the text around it.
func TestLongTags(t *testing.T) {
	if testing.Short() || raceInside {
		t.Skip("takes seconds")
	}
	var keys strings.Builder
	for i := range 3_000_000 {
		fmt.Fprintf(&keys, " a%d=v", i)
	}
	for name, tag := range map[string]string{
		"keys":            "<p" + keys.String() + ">",
		"the same key":    "<p" + strings.Repeat(" a", 10<<20) + ">",
		"value":           "<p title=" + strings.Repeat("x", 20<<20) + ">",
		"double quotes":   `<p title="` + strings.Repeat("x>'", 8<<20) + `">`,
		"single quotes":   `<p title='` + strings.Repeat(`x>"`, 8<<20) + `' class="a>b">`,
		"name":            "<" + strings.Repeat("x", 20<<20) + ">",
		"end tag":         "</p" + strings.Repeat(" a", 10<<20) + ">",
		"self-closing":    "<br" + strings.Repeat(" a", 10<<20) + "/>",
		"text like a tag": "<script><p " + strings.Repeat("a ", 10<<20) + "></script>",
	} {
		page := fmt.Sprintf(afterLongTag, tag)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		a, err := Extract(strings.NewReader(page))
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Fatal(err)
		}
		if all := after.TotalAlloc - before.TotalAlloc; all > 700<<20 {
			t.Errorf("%s: allocated %d MB", name, all>>20)
		}
		if want := "The words before it, and more of them, said the mayor.\n\nThe words behind it, and more of them."; a.Text != want {
			t.Errorf("%s: the text is %.200q", name, a.Text)
		}
	}
}

// TestLongTagsAreCutAtOneByte holds the tokens to be the same however the page
// arrives, and whatever the cut falls into.
func TestLongTagsAreCutAtOneByte(t *testing.T) {
	if testing.Short() || raceInside {
		t.Skip("takes seconds")
	}
	rest := strings.Repeat("y", 70_000)
	for at := maxTag - 40; at <= maxTag; at += 5 {
		page := "words <p class=\"c\" title=\"" + strings.Repeat("x", at) + "\" id = 'a>b' lang=de" + rest + "> behind <b>it</b>"
		want := cutTokens(t, strings.NewReader(page))
		if !strings.HasSuffix(want, "> behind <b>it</b>") || !strings.HasPrefix(want, "words <p class=\"c\"") || len(want) > maxTag+100 {
			t.Errorf("%d: %.40q … %q", at, want, want[max(0, len(want)-40):])
		}
		for name, r := range map[string]io.Reader{
			"halves": iotest.HalfReader(strings.NewReader(page)), "pieces": &piecesReader{strings.NewReader(page), 60_001}, "data and end": iotest.DataErrReader(strings.NewReader(page)),
		} {
			if got := cutTokens(t, r); got != want {
				t.Errorf("%d, %s: %d bytes, want %d", at, name, len(got), len(want))
			}
		}
	}
}

// A piecesReader gives n bytes at a time.
type piecesReader struct {
	r io.Reader
	n int
}

func (p *piecesReader) Read(b []byte) (int, error) { return p.r.Read(b[:min(len(b), p.n)]) }

// cutTokens returns the raw tokens behind a tagCutter.
func cutTokens(t *testing.T, r io.Reader) string {
	t.Helper()
	read := 0
	in := &tagCutter{r: r, tokens: &read, noTag: none}
	in.z = html.NewTokenizer(in)
	var all strings.Builder
	for in.z.Next() != html.ErrorToken {
		read += len(in.z.Raw())
		all.Write(in.z.Raw())
	}
	if err := in.z.Err(); err != io.EOF {
		t.Fatal(err)
	}
	return all.String()
}

// The law: placeIn knows where a tag ends as the tokenizer does.
func FuzzPlaceIn(f *testing.F) {
	for _, tag := range []string{"<p>", "<p a", "<p a=", "<p a='>", "<p a=\">\" b>", "<p a=b/>", "</p a='>'>", "<p ==>", "<p a ='>' =\">\">", "<p/=x'>", "<p a\t=\n'x>'\f>", "<p a=b'c'>", "<p a/='>'>"} {
		f.Add(tag)
	}
	f.Fuzz(func(t *testing.T, tag string) {
		z := html.NewTokenizer(strings.NewReader(tag))
		switch z.Next() {
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
		default:
			return
		}
		whole := z.Raw()
		if !bytes.HasSuffix(whole, []byte(">")) {
			return // the page ends in it
		}
		if placeIn(whole) != outsideTag {
			t.Errorf("the end of %q is not seen", whole)
		}
		if placeIn(whole[:len(whole)-1]) == outsideTag {
			t.Errorf("%q ends before the tokenizer says", whole)
		}
	})
}
