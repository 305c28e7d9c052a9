package extract

import (
	"slices"
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

// TestLongLeaf holds a paragraph that is too long to be one to all of its text
// and links, in order.
func TestLongLeaf(t *testing.T) {
	const lines = 40_000
	var b strings.Builder
	b.WriteString("<article><h1>T</h1><p>")
	for i := range lines {
		n := strconv.Itoa(i)
		b.WriteString("words in line " + n + " with <b>type</b> and <a href='https://a.example/" + n + "'>a link<br>over two lines</a>.<br>")
	}
	a, err := Extract(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(a.Text, "words in line"); got != lines || strings.Count(a.Text, "over two lines") != lines {
		t.Errorf("%d lines of %d", got, lines)
	}
	if len(a.Links) < lines {
		t.Errorf("%d links of %d", len(a.Links), lines)
	}
	for i := range a.Body {
		block := &a.Body[i]
		if len(block.Text) > longLeaf+1000 {
			t.Errorf("block %d has %d bytes", i, len(block.Text))
		}
		joined := 0
		for _, in := range block.Inlines {
			joined += len(in.Text)
		}
		if len(block.Inlines) > 0 && joined != len(block.Text) {
			t.Errorf("block %d: the runs have %d bytes, the text %d", i, joined, len(block.Text))
		}
	}
}

// TestQuotesCut holds a page with more quotations than are sought to say so.
func TestQuotesCut(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	a, err := Extract(strings.NewReader("<article><h1>T</h1><p>" + strings.Repeat("“We agree,” said Ann Lee. ", 200_000)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(a.Quotes); n < 10_000 || n > 100_000 {
		t.Errorf("%d quotations", n)
	}
	if !slices.ContainsFunc(a.Warnings, func(w Warning) bool { return w.Code == "quotes_cut" }) {
		t.Errorf("warnings are %v", a.Warnings)
	}
}
