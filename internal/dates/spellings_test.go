package dates

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// Each spelling of the file must give its date: as a whole, or, where other words
// stand beside it, by looking for it.
func TestSpellings(t *testing.T) {
	f, err := os.Open("testdata/spellings.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	seen := map[string]bool{}
	for lines.Scan() {
		row := lines.Text()
		if strings.HasPrefix(row, "#") {
			continue
		}
		col := strings.Split(row, "\t")
		if len(col) != 3 {
			t.Fatalf("%q has %d columns, want 3", row, len(col))
		}
		lang, in, want := col[0], col[1], col[2]
		got, ok := Parse(in, lang)
		if !ok {
			got, _, _, _ = Find(in, lang)
		}
		if got != want {
			t.Errorf("%s: %q gave %q, want %q", lang, in, got, want)
		}
		seen[primary(lang)] = true
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	for _, l := range append(languages[:len(languages):len(languages)], moreLanguages...) {
		if !seen[l.code] {
			t.Errorf("no spelling of language %s", l.code)
		}
	}
}
