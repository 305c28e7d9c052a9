package extract

import (
	"strconv"
	"strings"
	"testing"
)

// TestBudget holds a page beyond its budget to all of its words.
func TestBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	for _, piece := range []string{"<p>w#", "<li>w#", "<td>w#", "<b>w#</b> ", "<a href=x>w#</a> ", "w#<hr>", "w#<br><br>", "w#</p>", "<pre>w#</pre>", "<blockquote>w#", "<h2>w#</h2>", "<img src=x>w# ", "w#<table>"} {
		var b strings.Builder
		const words = 400_000
		for i := range words {
			b.WriteString(strings.Replace(piece, "#", strconv.Itoa(i), 1))
		}
		p := newPage()
		if err := scan(strings.NewReader(b.String()), p); err != nil {
			t.Fatal(err)
		}
		if !p.full {
			t.Errorf("%s: not full", piece)
		}
		if got := strings.Fields(strings.ReplaceAll(string(p.text), "w", " w")); len(got) != words || got[words-1] != "w"+strconv.Itoa(words-1) {
			t.Errorf("%s: %d words of %d, the last is %q", piece, len(got), words, got[len(got)-1])
		}
		p.release()
	}
}

// TestBudgetRoom holds a large table of data, and a long list, to be kept as they are.
func TestBudgetRoom(t *testing.T) {
	row := "<tr>" + strings.Repeat("<td>12", 10)
	for name, page := range map[string]string{
		"table": "<table>" + strings.Repeat(row, 8000), "list": "<ul>" + strings.Repeat("<li>words in a list of many items</li>\n", 25_000),
		"paragraphs": strings.Repeat("<p>The council met on Monday.</p>\n", 30_000),
	} {
		p := newPage()
		if err := scan(strings.NewReader(page), p); err != nil {
			t.Fatal(err)
		}
		if p.full {
			t.Errorf("%s of %d bytes: full", name, len(page))
		}
		p.release()
	}
}

// TestPools holds what stays in the pools after a giant page.
func TestPools(t *testing.T) {
	var b strings.Builder
	for i := range 50_000 {
		b.WriteString("<p class='a" + strconv.Itoa(i) + "'>words</p>")
	}
	p := newPage()
	if err := scan(strings.NewReader(b.String()), p); err != nil {
		t.Fatal(err)
	}
	if len(p.classes) > keptClasses || len(p.classIndex) > keptClasses {
		t.Errorf("%d classes are kept", len(p.classes))
	}
	if p.capacity() < 50_000*costNode/4 {
		t.Errorf("capacity %d counts too little", p.capacity())
	}
	for range 100 { // whatever the pool gives
		q := newPage()
		if q.capacity() > keptCapacity {
			t.Fatalf("a page of %d bytes came back", q.capacity())
		}
		q.release()
	}
	p.release()
}
