package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
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

func TestHTML5Lib(t *testing.T) {
	f, err := os.Open(filepath.Join("../../shared", "eval/hostile/html5lib-text.jsonl"))
	if err != nil {
		t.Skip(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	good, all := map[string]int{}, map[string]int{}
	for lines.Scan() {
		var c struct{ Class, HTML, ID, Text string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		all[c.Class]++
		if got := squeeze(visibleText(t, c.HTML)); got == squeeze(c.Text) {
			good[c.Class]++
		} else if c.Class == "exact" {
			t.Logf("%s: %q\n got %q\nwant %q", c.ID, c.HTML, got, squeeze(c.Text))
		}
	}
	t.Log(good, all)
}
