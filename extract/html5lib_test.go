package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode"
)

func visibleText(t testing.TB, page string) string {
	p := newPage()
	defer p.release()
	if err := scan(strings.NewReader(page), p); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range p.leaves {
		if p.leaves[i].flags == 0 {
			b.Write(p.textOf(&p.leaves[i]))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufffd' {
			return -1
		}
		return r
	}, s)
}

// html5libFloor is the least share of the exact cases (per mille) that must
// give the text that browsers show. The five that differ have control
// characters in their text, which a record never has.
const html5libFloor = 995

// TestHTML5Lib compares the text of tag soup with what the tree builder of
// html5lib-tests shows.
func TestHTML5Lib(t *testing.T) {
	f, err := os.Open(sharedFile(t, "eval/hostile/html5lib-text.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	good, all := 0, 0
	for lines.Scan() {
		var c struct{ Class, HTML, ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		if c.Class != "exact" {
			continue
		}
		all++
		if got := squeeze(visibleText(t, c.HTML)); got == squeeze(c.Text) {
			good++
		} else {
			t.Logf("%s: %q gives %q, want %q", c.ID, c.HTML, got, squeeze(c.Text))
		}
	}
	t.Logf("%d of %d exact cases", good, all)
	if good*1000 < all*html5libFloor {
		t.Errorf("%d of %d exact cases are right, want %d in 1000", good, all, html5libFloor)
	}
}
