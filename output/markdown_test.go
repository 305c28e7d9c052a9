package output

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pressclip/extract"
)

// body returns the Markdown of blocks alone.
func body(t testing.TB, blocks ...extract.Block) string {
	t.Helper()
	return markdownOf(t, &extract.Article{Body: blocks, Images: []extract.Image{{URL: "https://a.example/i.png", Alt: "A [b]\nc", Title: `T "q"`, Href: "https://a.example/big"}}})
}

func markdownOf(t testing.TB, a *extract.Article) string {
	t.Helper()
	md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(string(md), "\n")
}

func para(runs ...extract.Inline) extract.Block {
	return extract.Block{Type: extract.Paragraph, Inlines: runs}
}

func run(text string, styles ...extract.Style) extract.Inline {
	return extract.Inline{Text: text, Style: styles}
}

func TestEscape(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"plain text", "plain text"},
		{"snake_case_name", "snake_case_name"},
		{"a _b_ c", `a \_b\_ c`},
		{"2 * 3 * 4", "2 * 3 * 4"},
		{"*a* b", `\*a\* b`},
		{"5* hotel", "5* hotel"},
		{"~5 km", "~5 km"},
		{"~5 to ~6 km", `\~5 to \~6 km`},
		{"a ~~~~b", `a \~\~\~\~b`},
		{"and ^[note]", `and \^[note\]`},
		{"x^", `x\^`},
		{"x^2", "x^2"},
		{"use `x`", "use \\`x\\`"},
		{`C:\Users\*`, `C:\Users\\*`},
		{"# no heading", `\# no heading`},
		{"#hashtag", "#hashtag"},
		{"> no quote", `\> no quote`},
		{"- no list", `\- no list`},
		{"-5 degrees", "-5 degrees"},
		{"+ no list", `\+ no list`},
		{"* no list", `\* no list`},
		{"1. no list", `1\. no list`},
		{"2) no list", `2\) no list`},
		{"3.5 million", "3.5 million"},
		{"1986\\. x", `1986\\. x`},
		{"--- ", `\---`},
		{"===", `\===`},
		{"***", `\*\*\*`},
		{"~~~ x", `\~\~\~ x`},
		{"| a | b", `\| a | b`},
		{"a\n---", "a\\\n\\---"},
		{"a\n===", "a\\\n\\==="},
		{"a | b\n--- | ---", "a | b\\\n\\--- | ---"},
		{"a\n    indented", "a\\\nindented"},
		{"[sic] and [x](y)", `\[sic] and [x\](y)`},
		{"he said [sic]: no", `he said [sic\]: no`},
		{"[x]: /url", `\[x\]: /url`},
		{"word [^1] here", `word \[^1] here`},
		{"[ ] task", `\[ ] task`},
		{"[[wiki]]", `\[[wiki]\]`},
		{"wow![x]", `wow\![x\]`},
		{"a < b > c", "a < b > c"},
		{"<b>bold</b>", `\<b>bold\</b>`},
		{"&copy; AT&T &x", `\&copy; AT&T &x`},
		{"see www.example.com", `see www\.example.com`},
		{"see https://example.com/a_b", `see https\://example.com/a_b`},
		{"joe@example.com @joe", `joe\@example.com @joe`},
		{"$5 and $6", "$5 and $6"},
		{"{{< x >}} {% y %}", `{\{< x >}} {\% y %}`},
	} {
		if got := body(t, extract.Block{Type: extract.Paragraph, Text: c.text}); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestInlines(t *testing.T) {
	const S, E, C, D = extract.Strong, extract.Emphasis, extract.CodeText, extract.Strike
	link := func(text, href string, styles ...extract.Style) extract.Inline {
		return extract.Inline{Text: text, Href: href, Style: styles}
	}
	for _, c := range []struct {
		name string
		runs []extract.Inline
		want string
	}{
		{"strong, emphasis", []extract.Inline{run("a", S), run("b", E)}, "**a***b*"},
		{"emphasis, strong", []extract.Inline{run("a", E), run("b", S)}, "*a***b**"},
		{"both", []extract.Inline{run("a", S, E)}, "***a***"},
		{"nested at the end", []extract.Inline{run("a ", S), run("b", S, E)}, "**a *b***"},
		{"nested at the start", []extract.Inline{run("a", S, E), run(" b", E)}, "***a** b*"},
		{"spaces outside", []extract.Inline{run("x"), run(" a ", S), run("y")}, "x **a** y"},
		{"only spaces", []extract.Inline{run("x"), run(" ", S), run("y")}, "x y"},
		{"in a word", []extract.Inline{run("un"), run("believ", E), run("able")}, "un*believ*able"},
		{"punctuation in a word: no mark would be seen", []extract.Inline{run("a"), run("(b)", S), run("c")}, "a(b)c"},
		{"quote at the edge", []extract.Inline{run("“a”", S), run(" b")}, "**“a”** b"},
		{"strike", []extract.Inline{run("a", D), run(" b")}, "~~a~~ b"},
		{"code", []extract.Inline{run("a`b", C)}, "``a`b``"},
		{"code at the edge", []extract.Inline{run("`a`", C)}, "`` `a` ``"},
		{"code joined", []extract.Inline{run("a", C), run("b", C, S)}, "`ab`"},
		{"strong code", []extract.Inline{run("a", S, C)}, "**`a`**"},
		{"no marks in CommonMark", []extract.Inline{run("H"), run("2", extract.Sub), run("O"), run("x", extract.Keyboard, extract.Mark, extract.Sup)}, "H2Ox"},
		{"link joined", []extract.Inline{link("a ", "https://x.example/"), link("b", "https://x.example/", S)}, "[a **b**](https://x.example/)"},
		{"strong around a link", []extract.Inline{run("a ", S), link("b", "https://x.example/", S), run(" c", S)}, "**a [b](https://x.example/) c**"},
		{"strong over the edge of a link", []extract.Inline{run("a ", S), link("b ", "https://x.example/", S), link("c", "https://x.example/")}, "**a** [**b** c](https://x.example/)"},
		{"link without text", []extract.Inline{run("a"), link(" ", "https://x.example/"), run("b")}, "a b"},
		{"link with spaces", []extract.Inline{link("a", "https://x.example/a b")}, "[a](<https://x.example/a b>)"},
		{"link with parentheses", []extract.Inline{link("a", "https://x.example/a_(b)")}, "[a](https://x.example/a_(b))"},
		{"link with half a pair", []extract.Inline{link("a", "https://x.example/a)")}, "[a](<https://x.example/a)>)"},
		{"link with an entity", []extract.Inline{link("a", "/?a&copy;b&c")}, "[a](/?a&amp;copy;b&c)"},
		{"link with a numeric entity", []extract.Inline{link("a", "/?&#35;b&amp;#x23;")}, "[a](/?&#38;#35;b&amp;amp;#x23;)"},
		{"link that runs", []extract.Inline{link("a", "java\nscript:alert(1)")}, "a"},
		{"link titled", []extract.Inline{{Text: "a", Href: "/x", Title: `a "b" \`}}, `[a](/x "a \"b\" \\")`},
		{"address as text of a link", []extract.Inline{link("https://x.example/", "https://x.example/")}, "[https://x.example/](https://x.example/)"},
		{"x in a link", []extract.Inline{link("X", "https://x.example/")}, "[&#88;](https://x.example/)"},
		{"exclamation before a link", []extract.Inline{run("a!"), link("b", "/x")}, `a\![b](/x)`},
		{"image", []extract.Inline{run("a "), {Image: ptr(0)}, {Image: ptr(9)}}, `a ![A \[b\] c](https://a.example/i.png "T \"q\"")`},
		{"linked image", []extract.Inline{{Image: ptr(0), Href: "/x"}}, `[![A \[b\] c](https://a.example/i.png "T \"q\"")](/x)`},
		{"formula", []extract.Inline{run("is "), {Text: "x²", TeX: "x^2_*"}}, "is $`x^2_*`$"},
		{"line break", []extract.Inline{run("a\nb")}, "a\\\nb"},
		{"line break behind a backslash", []extract.Inline{run("a\\\nb")}, "a\\\\  \nb"},
		{"note without an item", []extract.Inline{run("a"), {Text: "1", Footnote: "1", Href: "#1"}}, "a1"},
	} {
		if got := body(t, para(c.runs...)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	p := func(s string) extract.Block { return extract.Block{Type: extract.Paragraph, Text: s} }
	item := func(s string, body ...extract.Block) extract.Item { return extract.Item{Text: s, Body: body} }
	list := func(items ...extract.Item) extract.Block { return extract.Block{Type: extract.List, Items: items} }
	code := func(s string) extract.Block { return extract.Block{Type: extract.Code, Text: s} }
	cell := func(s string) extract.Cell { return extract.Cell{Text: s} }
	for _, c := range []struct {
		name   string
		blocks []extract.Block
		want   string
	}{
		{"headings", []extract.Block{{Type: extract.Heading, Level: 3, Text: "1. C #"}, {Type: extract.Heading, Level: 9, Text: "a\nb"}, {Type: extract.Heading, Level: 2}}, "### 1. C \\#\n\n###### a b"},
		{"bold headings", []extract.Block{{Type: extract.Heading, Level: 2, Inlines: []extract.Inline{run("a", extract.Strong), run(" "), run("b", extract.Strong, extract.Emphasis)}}, {Type: extract.Heading, Level: 2, Inlines: []extract.Inline{run("a", extract.Strong), run("b")}}}, "## a *b*\n\n## **a**b"},
		{"tight list", []extract.Block{list(item("a", list(item("b"), item("c"))), item("d"))}, "- a\n  - b\n  - c\n- d"},
		{"loose list", []extract.Block{list(item("a", p("b")), item("c"))}, "- a\n\n  b\n\n- c"},
		{"ordered", []extract.Block{{Type: extract.List, Ordered: true, Start: ptr(9), Items: []extract.Item{item("a", code("x")), item("b", code("y\n\nz"))}}},
			"9. a\n\n   ```\n   x\n   ```\n\n10. b\n\n    ```\n    y\n\n    z\n    ```"},
		{"number out of range", []extract.Block{{Type: extract.List, Ordered: true, Start: ptr(-1), Items: []extract.Item{item("a")}}}, "1. a"},
		{"nested number that can not follow a line", []extract.Block{list(item("a", extract.Block{Type: extract.List, Ordered: true, Start: ptr(3), Items: []extract.Item{item("b")}}))}, "- a\n\n  3. b"},
		{"two lists", []extract.Block{list(item("a")), list(item("b")), p("c"), list(item("d"))}, "- a\n\n+ b\n\nc\n\n- d"},
		{"item that begins with a block", []extract.Block{list(item("", list(item("a"))), item("", code("b")))}, "- - a\n\n- ```\n  b\n  ```"},
		{"items with nothing", []extract.Block{list(item(""), item("a"), item(" ")), list(item(""))}, "- a"},
		{"quote", []extract.Block{{Type: extract.QuoteBlock, Body: []extract.Block{p("a"), list(item("b"))}}, {Type: extract.QuoteBlock, Text: "c"}}, "> a\n>\n> - b\n\n> c"},
		{"fence", []extract.Block{{Type: extract.Code, Language: "c++ x`", Text: "a\n```\nb\n"}}, "````c++x\na\n```\nb\n````"},
		{"rule", []extract.Block{p("a"), {Type: extract.Rule}}, "a\n\n***"},
		{"formula", []extract.Block{{Type: extract.Math, TeX: `a_1 \\ b*c`}, {Type: extract.Math, Text: "d"}}, "```math\na_1 \\\\ b*c\n```\n\nd"},
		{"figure", []extract.Block{{Type: extract.Figure, Image: ptr(0), Text: "Cap*tion*"}}, `[![A \[b\] c](https://a.example/i.png "T \"q\"")](https://a.example/big)` + "\n\nCap\\*tion\\*"},
		{"embed", []extract.Block{{Type: extract.Embed, Provider: "youtube", URL: "https://y.example/", Body: []extract.Block{p("a")}}, {Type: extract.Embed, Title: "T"}},
			"[youtube](https://y.example/)\n\n> a\n\nT"},
		{"definitions", []extract.Block{{Type: extract.Definitions, Items: []extract.Item{{Terms: []extract.Line{{Text: "a"}, {Text: "b"}}, Text: "c", Body: []extract.Block{p("d")}}}}}, "**a**\n\n**b**\n\nc\n\nd"},
		{"table", []extract.Block{{Type: extract.Table, Caption: "C", HeaderRows: 1, Rows: [][]extract.Cell{{cell("a"), cell("b|c")}, {cell("d\ne")}, {}}}},
			"*C*\n\n| a | b\\|c |\n| --- | --- |\n| d e |\n|  |"},
		{"table without a head", []extract.Block{{Type: extract.Table, Rows: [][]extract.Cell{{cell("a"), cell("b")}}}}, "|  |  |\n| --- | --- |\n| a | b |"},
		{"table with spans", []extract.Block{{Type: extract.Table, Caption: "<C>", HeaderRows: 1, Rows: [][]extract.Cell{{{Text: "a", Colspan: 2}}, {{Text: "b\nc", Header: true}, {Text: "d", Body: []extract.Block{code("e\n\nf<")}}}}}},
			"*\\<C>*\n\n| a |  |\n| --- | --- |\n| b c | d `e  f<` |"},
		{"table with rows that reach down", []extract.Block{{Type: extract.Table, HeaderRows: 2, Rows: [][]extract.Cell{
			{{Text: "Berth", Rowspan: 2}, {Text: "Depth", Colspan: 2}}, {cell("low"), cell("high")}, {cell("North"), {Text: "4", Rowspan: 65534}, cell("9")}, {cell("South"), cell("8")}}}},
			"| Berth | Depth |  |\n| --- | --- | --- |\n|  | low | high |\n| North | 4 | 9 |\n| South |  | 8 |"},
		{"table whose spans do not fit", []extract.Block{{Type: extract.Table, Rows: [][]extract.Cell{{{Text: "a", Colspan: 1000}, {Text: "b", Rowspan: 9}}, {cell("c"), cell("d")}}}},
			"|  |  |\n| --- | --- |\n| a | b |\n| c | d |"},
		{"table with blocks in cells", []extract.Block{{Type: extract.Table, Rows: [][]extract.Cell{{{Body: []extract.Block{p("a"), p("b"), list(item("c"), item("d"))}}, {Body: []extract.Block{code("e|f"), {Type: extract.Rule}, {Type: extract.QuoteBlock, Text: "g"}}}}}}},
			"|  |  |\n| --- | --- |\n| a b c d | `e\\|f` g |"},
		{"table with a backslash and a pipe", []extract.Block{{Type: extract.Table, Rows: [][]extract.Cell{{cell(`a\|b`), {Text: `c\|d`, Inlines: []extract.Inline{run(`c\|d`, extract.CodeText)}}}}}},
			"|  |  |\n| --- | --- |\n| a\\\\&#124;b | c\\\\&#124;d |"},
		{"table of nothing", []extract.Block{{Type: extract.Table, Caption: "C"}}, "*C*"},
		{"footnotes", []extract.Block{{Type: extract.Footnotes, Items: []extract.Item{{ID: "n 1", Text: "a", Body: []extract.Block{p("b")}}, {ID: "2", Text: "unused"}}},
			para(run("x"), extract.Inline{Text: "[", Footnote: "n 1"}, extract.Inline{Text: "1", Footnote: "n 1", Style: []extract.Style{extract.Sup}}, run(": y"))},
			"x[^note-1]\\: y\n\n[^note-1]: a\n\n    b\n\nunused"},
	} {
		if got := body(t, c.blocks...); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// heavy are articles that would cost more than linear time or space if the
// writer looked back, recursed or padded; n is the size.
var heavy = map[string]func(n int) *extract.Article{
	"marks": func(n int) *extract.Article {
		styles := [][]extract.Style{{extract.Strong}, {extract.Emphasis}, {extract.Strike, extract.Emphasis}, {extract.Strong, extract.Emphasis}}
		var runs []extract.Inline
		for i := range n {
			runs = append(runs, run([]string{"a", "(b)", "c", "—"}[i%4], styles[i%4]...))
		}
		return &extract.Article{Body: []extract.Block{para(runs...)}}
	},
	"punctuation": func(n int) *extract.Article {
		return &extract.Article{Body: []extract.Block{para(run(strings.Repeat("*_~`[]<&!", n)))}}
	},
	"code": func(n int) *extract.Article {
		var runs []extract.Inline
		for range n {
			runs = append(runs, run("`", extract.CodeText))
		}
		return &extract.Article{Body: []extract.Block{para(runs...)}}
	},
	"nested": func(n int) *extract.Article {
		b := extract.Block{Type: extract.Paragraph, Text: "deep"}
		for i := range n {
			if i%2 == 0 {
				b = extract.Block{Type: extract.QuoteBlock, Body: []extract.Block{b}}
			} else {
				b = extract.Block{Type: extract.List, Items: []extract.Item{{Text: "x", Body: []extract.Block{b}}}}
			}
		}
		return &extract.Article{Body: []extract.Block{b}}
	},
	"nested tables": func(n int) *extract.Article {
		b := extract.Block{Type: extract.Paragraph, Text: "deep"}
		for range n {
			b = extract.Block{Type: extract.Table, Rows: [][]extract.Cell{{{Text: "x", Body: []extract.Block{b}}}}}
		}
		return &extract.Article{Body: []extract.Block{b}}
	},
	"ragged table": func(n int) *extract.Article {
		rows := [][]extract.Cell{make([]extract.Cell, n)}
		for range n {
			rows = append(rows, []extract.Cell{{Text: "x"}})
		}
		return &extract.Article{Body: []extract.Block{{Type: extract.Table, HeaderRows: 1, Rows: rows}}}
	},
	"notes": func(n int) *extract.Article {
		var items []extract.Item
		for i := range n {
			items = append(items, extract.Item{ID: fmt.Sprint("a ", i), Text: "x", Inlines: []extract.Inline{{Text: "y", Footnote: fmt.Sprint("a ", i-1)}}})
		}
		return &extract.Article{Body: []extract.Block{{Type: extract.Footnotes, Items: items}}}
	},
}

// TestMarkdownIsLinear checks that ten times the article is ten times the
// output, and not much more than ten times the work. The bound on time is wide:
// quadratic work would be a hundred times.
func TestMarkdownIsLinear(t *testing.T) {
	const n, runs = 2000, 12
	for name, build := range heavy {
		small, large := build(n), build(10*n)
		took := func(a *extract.Article) (time.Duration, int) {
			runtime.GC()
			start := time.Now()
			size := len(markdownOf(t, a))
			return time.Since(start), size
		}
		t1, t10, s1, s10 := time.Hour, time.Hour, 0, 0
		// A busy machine has its say in each run; the best of a few is the code's.
		for i := 0; i == 0 || i < runs && t10 > 60*t1+20*time.Millisecond; i++ {
			a, n := took(small)
			b, m := took(large)
			t1, t10, s1, s10 = min(t1, a), min(t10, b), n, m
		}
		if s10 > 11*s1+1000 {
			t.Errorf("%s: %d bytes became %d", name, s1, s10)
		}
		if t10 > 60*t1+20*time.Millisecond {
			t.Errorf("%s: %v became %v", name, t1, t10)
		}
	}
}

func TestDeepNestingIsFlattened(t *testing.T) {
	got := markdownOf(t, heavy["nested"](4*maxDepth))
	if !strings.HasSuffix(got, "deep") || strings.Count(got, "x") != 2*maxDepth {
		t.Errorf("text is lost: %q", got)
	}
	for line := range strings.Lines(got) {
		if len(line) > 2*maxDepth+len("deep\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

// TestRaggedTable holds a table of one long row and many short ones to be cheap
// to read, and to keep all of its cells.
func TestRaggedTable(t *testing.T) {
	cell := extract.Cell{Text: "x"}
	b := extract.Block{Type: extract.Table, HeaderRows: 1, Rows: [][]extract.Cell{slices.Repeat([]extract.Cell{cell}, 1000)}}
	for range 5000 {
		b.Rows = append(b.Rows, []extract.Cell{cell})
	}
	for rows, tables := range map[int]int{5001: 2, 50: 1} {
		a := &extract.Article{Body: []extract.Block{{Type: extract.Table, HeaderRows: 1, Rows: b.Rows[:rows]}}}
		md, err := encodeMarkdown(a, Options{NoFrontMatter: true})
		if err != nil {
			t.Fatal(err)
		}
		var page strings.Builder
		if err := reader.Convert(md, &page); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(page.String(), "<table>"); got != tables || strings.Count(page.String(), "x") != 999+rows || page.Len() > 2_000_000 {
			t.Errorf("%d rows: %d tables with %d cells in %d bytes", rows, got, strings.Count(page.String(), "x"), page.Len())
		}
	}
}
