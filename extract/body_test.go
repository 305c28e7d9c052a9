package extract_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"pressclip/extract"
)

// bodyCases are small pages and their bodies, written as render writes them.
var bodyCases = []struct{ name, page, want string }{
	{"table, header row", "<table><tr><th>a<th>b<tr><td>1<td>2</table>", "table heads=1 a | b / 1 | 2"},
	{"table, row names", "<table><tr><th>a<td>1<tr><th>b<td>2</table>", "table th:a | 1 / th:b | 2"},
	{"table, thead and caption", "<table><caption>C</caption><thead><tr><td>a<td>b</thead><tr><td>1<td>2</table>", "table caption=C heads=1 a | b / 1 | 2"},
	{"table, spans", "<table><tr><th>a<th colspan=2>b<tr><td rowspan=2>1<td>2<td>3<tr><td>4<td>5</table>", "table heads=1 a | 2x1:b / 1x2:1 | 2 | 3 / 4 | 5"},
	{"table, empty cells", "<table><tr><th>a<th>b<th>c<tr><td><td>2<td></td><tr><td>3<td></td><td>4</table>", "table heads=1 a | b | c /  | 2 |  / 3 |  | 4"},
	{"table, empty cells with spans", "<table><tr><th>a<th>b<th>c<tr><td colspan=2></td><td>2<tr><td rowspan=2></td><td>3<td>4</table>", "table heads=1 a | b | c / 2x1: | 2 / 1x2: | 3 | 4"},
	{"table, empty corner", "<table><tr><td></td><th>a<th>b<tr><th>r<td>1<td>2</table>", "table heads=1  | a | b / th:r | 1 | 2"},
	{"table, list in a cell", "<table><tr><th>a<th>b<tr><td>1<td><ul><li>x<li>y</ul></table>", "table heads=1 a | b / 1 | {list(- x - y)}"},
	{"table, br and paragraphs", "<table><tr><th>a<th>b<tr><td>1<br>2<td><p>3<p>4</table>", `table heads=1 a | b / 1\n2 | 3{p(4)}`},
	{"table, tfoot", "<table><thead><tr><th>a<th>b<tfoot><tr><td>f<td>g<tbody><tr><td>1<td>2</table>", "table heads=1 a | b / f | g / 1 | 2"},
	{"table in a figure", "<figure><figcaption>C</figcaption><table><tr><th>a<th>b<tr><td>1<td>2</table></figure>", "table caption=C heads=1 a | b / 1 | 2"},

	{"table, text between rows", "<table><tr><th>a<th>b<tr><td>1<td>2</tr>x<tr><td>3<td>4</table>", "table heads=1 a | b / 1 | 2 / x / 3 | 4"},
	{"picture in a caption", "<p>x<figure><img src=/a.jpg><figcaption><img src=/b.jpg></figcaption></figure>", "p(x) figure[a.jpg]() figure[b.jpg]()"},

	{"list", "<ul><li>a<li>b</ul>", "list(- a - b)"},
	{"list, ordered", "<ol><li>a<li>b</ol>", "list ordered(- a - b)"},
	{"list, start", "<ol start=3><li>a<li>b</ol>", "list ordered start=3(- a - b)"},
	{"list, first value", "<ol><li value=5>a<li>b</ol>", "list ordered start=5(- a - b)"},
	{"list, start 0", "<ol start=0><li>a<li>b</ol>", "list ordered start=0(- a - b)"},
	{"list, nested", "<ul><li>a<ul><li>b</ul><li>c</ul>", "list(- a{list(- b)} - c)"},
	{"list, ul under ul", "<ul><li>a</li><ul><li>b</ul><li>c</ul>", "list(- a{list(- b)} - c)"},
	{"list, paragraphs", "<ul><li><p>a<p>b<li><p>c</ul>", "list(- a{p(b)} - c)"},
	{"list, text after a nested one", "<ul><li>a<ul><li>b</ul>c</ul>", "list(- a{list(- b) p(c)})"},
	{"list, no items", "<ul>a</ul>", "list(- a)"},
	{"list, empty items", "<ul><li><li>a<li> </ul>", "list(- a)"},
	{"list, heading in an item", "<ul><li><h3>a</h3>b</ul>", "list(- {h3(a) p(b)})"},
	{"li in a dl", "<dl><li>a</dl>", "definitions(a)"},
	{"dd in a ul", "<ul><dd>a</ul>", "list(- a)"},
	{"li without a list", "<li>a<li>b", "p(a) p(b)"},
	{"list, code in an item", "<ol><li>Run:<pre>go test</pre><li>b</ol>", "list ordered(- Run:{code(go test)} - b)"},

	{"definitions", "<dl><dt>a<dd>b<dt>c<dt>d<dd>e<dd>f</dl>", "definitions(a: b; c,d: e; f)"},
	{"definitions, div", "<dl><div><dt>a<dd>b</div><div><dt>c<dd>d</div></dl>", "definitions(a: b; c: d)"},
	{"definitions, term alone", "<dl><dt>a<dd>b<dt>c</dl>", "definitions(a: b; c: )"},

	{"figure", "<p>x<figure><img src=/a.jpg alt=A><figcaption>C</figcaption></figure>", "p(x) figure[a.jpg](C)"},
	{"figure, several images", "<p>x<figure><img src=/a.jpg><img src=/b.jpg><figcaption>C</figcaption></figure>", "p(x) figure[a.jpg]() figure[b.jpg](C)"},
	{"figure, caption first", "<p>x<figure><figcaption>C</figcaption><img src=/a.jpg></figure>", "p(x) figure[a.jpg](C)"},
	{"figure, nested", "<p>x<figure><figure><img src=/a.jpg><figcaption>A</figcaption></figure><figure><img src=/b.jpg><figcaption>B</figcaption></figure><figcaption>Both</figcaption></figure>", "p(x) figure[a.jpg](A) figure[b.jpg](B) p(Both)"},
	{"figure, code", "<figure><pre>x := 1</pre><figcaption>C</figcaption></figure>", "code(x := 1) p(C)"},
	{"figure, quote", "<figure><blockquote>Q</blockquote><figcaption>Jo Smith</figcaption></figure>", "quote{p(Q)}"},
	{"figure, text only", "<figure>words<figcaption>C</figcaption></figure>", "p(words) p(C)"},
	{"figcaption without a figure", "<p>x<div><figcaption>C</figcaption></div>", "p(x) p(C)"},
	{"picture in a link", "<p>x<p><a href=/l><picture><source srcset='/b.webp 2x'><img src=/a.jpg></picture></a>", "p(x) figure[b.webp>l]()"},
	{"image in a heading", "<h2><img src=/a.jpg alt=A> words</h2><p>x", "h2([img a.jpg]words) p(x)"},
	{"image in text", "<p>before <img src=/a.jpg> after", "p(before [img a.jpg] after)"},
	{"image, then a line", "<p>x<p><img src=/a.jpg><br><em>C</em>", "p(x) figure[a.jpg]() p(emphasis{C})"},
	{"two images", "<p>x<p><img src=/a.jpg><img src=/b.jpg>", "p(x) figure[a.jpg]() figure[b.jpg]()"},

	{"code", "<pre><code class=language-go>a\n\tb\n\nc\n</code></pre>", `code go(a\n\tb\n\nc)`},
	{"code, br", "<pre>a<br>b<br><br>c</pre>", `code(a\nb\n\nc)`},
	{"code, line spans", "<pre><code><span class=line>a</span>\n<span class=line>b</span></code></pre>", `code(a\nb)`},
	{"code, line divs", "<pre><code><div>a</div><div>b</div></code></pre>", `code(a\nb)`},
	{"code, leading space", "<pre>\n\n  a\n  b\n</pre>", `code(  a\n  b)`},
	{"code, list lines", "<pre><ol><li>a</li><li>b</li></ol></pre>", `code(a\nb)`},
	{"code, markup", "<pre>a <b>b</b> &lt;c&gt;</pre>", "code(a b <c>)"},
	{"code in text", "<p>run <code>go  test</code> now", "p(run code{go test} now)"},
	{"code, table of lines", "<table><tr><td class=gutter><pre>1\n2</pre></td><td class=code><pre>a\nb</pre></td></tr></table>", `code(a\nb)`},

	{"note, li", "<p>x<a href=#f1><sup>1</sup></a> y</p><ol><li id=f1>Note <a href=#r1>↩</a></li></ol>", "p(x^1 y) footnotes(1: Note)"},
	{"note, p", "<p>x<sup><a href=#f1>1</a></sup> y</p><p id=f1>Note</p>", "p(x^1 y) footnotes(1: Note)"},
	{"note, brackets", "<p>x <a href=#f1>[1]</a> y <a href=#f2>[2]</a></p><div id=f1>[1] Note</div><div id=f2>[2] Other</div>", "p(x ^1 y ^2) footnotes(1: [1] Note; 2: [2] Other)"},

	{"note, anchor at its start", "<p>x<a id=r1 href=#f1>1</a> y</p><div><a id=f1 href=#r1>1</a><div><p>Note</div></div>", "p(x^1 y) footnotes(1: Note)"},
	{"note, name", "<p>x <a href=#f1>[1]</a> y</p><hr><p><a name=f1></a>1. Note", "p(x ^1 y) rule footnotes(1: 1. Note)"},
	{"note, word", "<p>x<sup><a href=#f1>[footnote 1]</a></sup> y</p><ol><li id=f1>Note</ol>", "p(x^1 y) footnotes(1: Note)"},

	{"prices are no TeX", `<p>so</p><p>$$ - $$$</p><p>$$</p><p>$$ 20 $$</p><p>$$x$$`, "p(so) p($$ - $$$) p($$) p($$ 20 $$) math(x)"},
	{"TeX in a paragraph", `<p>so</p><div class=math>\[ a^2 \]</div><p>$$b$$<p>$$b$$ c $$d$$`, "p(so) math(a^2) math(b) p($$b$$ c $$d$$)"},
	{"TeX", "<p>so <script type='math/tex'>a^2</script> it is", "p(so $a^2$ it is)"},
	{"TeX, display", "<p>so</p><script type='math/tex; mode=display'>a^2</script>", "p(so) math(a^2)"},
	{"MathML", "<p>so <math><semantics><mi>a</mi><annotation encoding='application/x-tex'>a^2</annotation></semantics></math> it is", "p(so $a^2$ it is)"},
	{"MathML, display", "<p>so <math display=block alttext='a^2'><mi>a</mi></math> it is", "p(so) math(a^2) p(it is)"},

	{"video", "<p>x<video src=/v.mp4 title=T></video>", "p(x) embed[v.mp4](T)"},
	{"video, source", "<p>x<video><source src=/v.mp4>no video</video>y", "p(x) embed[v.mp4]() p(y)"},
	{"audio", "<p>x<audio src=/v.mp3></audio>", "p(x) embed[v.mp3]()"},
	{"object", "<p>x<object data=/v.swf><embed src=/v.swf>old</object>", "p(x) embed[v.swf]()"},
	{"iframe", "<p>x<iframe src=https://www.youtube.com/embed/abc title=T></iframe>", "p(x) embed youtube[https://www.youtube.com/embed/abc](T)"},
	{"video in a figure", "<p>x<figure><video src=/v.mp4></video><figcaption>C</figcaption></figure>", "p(x) embed[v.mp4](C)"},
	{"amp-img", "<p>x<p><amp-img src=/a.jpg></amp-img>", "p(x) figure[a.jpg]()"},
	{"amp-youtube", "<p>x<amp-youtube data-videoid=abc></amp-youtube>", "p(x) embed youtube[https://www.youtube.com/watch?v=abc]()"},
	{"amp-video", "<p>x<amp-video src=/v.mp4></amp-video>", "p(x) embed[v.mp4]()"},
	{"amp-audio, source", "<p>x<amp-audio><source src=/v.mp3></amp-audio>", "p(x) embed[v.mp3]()"},

	{"q", "<p>he said <q>no <q>way</q></q> again", "p(he said “no ‘way’” again)"},
	{"ruby", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字", "p(漢(kan)字)"},
	{"bdo", "<p>a <bdo dir=rtl>b</bdo> c", "p(a b c)"},
	{"space inside a run", "<p>a<b> x </b>c", "p(astrong{ x }c)"},
	{"space at the start of a run", "<p><b> x</b> c", "p(strong{x} c)"},
	{"space doubled by a border", "<p>a <b> x </b> c  d", "p(a strong{x }c d)"},
	{"space at the end", "<p>a <b>x </b>", "p(a strong{x})"},
	{"br", "<p>a<br>b", `p(a\nb)`},
	{"br, several", "<p>a<br><br>b<br><br><br>c", "p(a) p(b) p(c)"},
	{"br, at the borders", "<p><br>a<br></p>", "p(a)"},
	{"br with space", "<p>a <br> b", `p(a\nb)`},
	{"nbsp", "<p>&nbsp;a&nbsp;b&nbsp;</p><p>&nbsp;</p>", "p(a\u00a0b)"},
	{"drop cap", "<p><span class=dropcap>T</span>he end", "p(The end)"},
	{"nested styles", "<p><b>a<i>b</i></b><i>c</i>", "p(strong{a}strong+emphasis{b}emphasis{c})"},
	{"style over paragraphs", "<p><b>a<p>b</b>c", "p(strong{a}) p(bc)"},
	{"link", "<p>a <a href=/l title=T>b</a> c", "p(a <l>{b} c)"},
	{"links in a row", "<p><a href=/l>a</a><a href=/l>b</a> c d e f g h", "p(<l>{a}<l>{b} c d e f g h)"},
	{"link around blocks", "<a href=/l><p>a and more words</p><p>b and more words</p></a>", "p(<l>{a and more words}) p(<l>{b and more words})"},
	{"script link", "<p>a <a href='java&#10;script:x'>b</a>", "p(a b)"},
	{"base is a file", "<base href=file:///etc/><p>a <a href=l>b</a>", "p(a <l>{b})"},

	{"quote", "<blockquote><p>a<p>b</blockquote>", "quote{p(a) p(b)}"},
	{"quote, text", "<blockquote>a</blockquote>", "quote{p(a)}"},
	{"quote, footer", "<blockquote><p>a</p><footer>Jo</footer></blockquote>", "quote{p(a)}"},
	{"quote, footer in an item", "<blockquote><ul><li>a<footer>Jo</footer></ul></blockquote>", "quote{list(- a{p(Jo)})}"},
	{"quote, cite", "<blockquote><p>a</p><cite>Jo</cite></blockquote><blockquote><p>b <cite>Book</cite></blockquote>", "quote{p(a)} quote{p(b Book)}"},
	{"quote, list", "<blockquote>a<ul><li>b</ul></blockquote>", "quote{p(a) list(- b)}"},
	{"rule", "<p>a<hr><hr><p>b<hr>", "p(a) rule p(b)"},
	{"heading", "<h2 id=i>a <a href=#i>#</a></h2><p>x", "h2#i(a) p(x)"},
	{"heading, br", "<h2>a<br>b</h2><p>x", `h2(a\nb) p(x)`},
	{"text in svg", "<p>a<svg><text>b</text></svg>c", "p(ac)"},
	{"noscript in a line", "<p>a <noscript>no</noscript>b<noscript>no</noscript>", "p(a b)"},
	{"button, a word of a sentence", "<p>We call it a <button>gimlet</button>, and a <b>small</b><button><em>auger</em></button> is near.", "p(We call it a gimlet, and a strong{small}emphasis{ auger} is near.)"},
	{"button, in an item", "<ul><li>Take a<button>gimlet</button>\nout<li>b</ul>", "list(- Take a gimlet out - b)"},
	{"button without text", "<p>The fee <button><svg></svg></button>is due", "p(The fee is due)"},
	{"button, in a script without spaces", "<p>我们用<button>手钻</button>打孔", "p(我们用手钻打孔)"},
	{"button at the end", "<p>The fee is due <button>Why</button><p>x", "p(The fee is due) p(Why) p(x)"},
	{"button after a sentence", "<p>The fee is due. <button>Undo</button> or wait", "p(The fee is due.) p(Undo) p(or wait)"},
	{"button, a line that pages add", "<p>The fee is due <button>Share this article</button> today", "p(The fee is due) p(Share this article) p(today)"},
	{"button, line break", "<p>The fee <button>Why</button><br>is due", "p(The fee) p(Why) p(is due)"},
	{"button, paragraph in it", "<p>The fee <button><div>Why</div></button> is due", "p(The fee) p(Why) p(is due)"},
	{"button, picture in it", "<p>The fee <button><img src=/a.jpg></button> is due", "p(The fee) figure[a.jpg]() p(is due)"},
	{"button without text before a container", "<ul><li>The fee <button></button><div>Why</div> is due</ul>", "list(- The fee{p(Why) p(is due)})"},
	{"details", "<details><summary>a</summary><p>b</details>", "p(a) p(b)"},
	{"tag characters", "<p>a\U000E0069\U000E0067\U000E007Fb \U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F c&#xE0041;&#xE0042;d", "p(ab \U0001F3F4\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F cd)"},
	{"tag characters in code", "<pre>a\U000E0069b \U0001F3F4\U000E0067\U000E007F" + strings.Repeat("\U000E0041", 30) + "c", "code(ab \U0001F3F4\U000E0067\U000E007Fc)"},
	{"controls", "<p>a\x01b&#x85;c\u2028d\ufeffe\u0085f", "p(ab…c de f)"},
}

func bodyPages() (list []string) {
	for _, c := range bodyCases {
		list = append(list, c.page)
	}
	return list
}

// TestBody reads small pages whole.
func TestBody(t *testing.T) {
	for _, c := range bodyCases {
		t.Run(c.name, func(t *testing.T) {
			a, err := extract.Extract(strings.NewReader(c.page), extract.WithKeep(extract.KeepAll))
			if err != nil {
				t.Fatal(err)
			}
			holdRecord(t, a)
			r := renderer{a: a}
			if got := r.body(a.Body); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.page, got, c.want)
			}
		})
	}
}

// A renderer writes a body on one line.
type renderer struct{ a *extract.Article }

func (r renderer) body(blocks []extract.Block) string {
	list := make([]string, len(blocks))
	for i := range blocks {
		list[i] = r.block(&blocks[i])
	}
	return strings.Join(list, " ")
}

func (r renderer) block(b *extract.Block) string {
	line := r.line(b.Text, b.Inlines)
	switch b.Type {
	case extract.Paragraph:
		return "p(" + line + ")"
	case extract.Heading:
		return "h" + strconv.Itoa(b.Level) + prefixed("#", b.ID) + "(" + line + ")"
	case extract.List:
		head := "list"
		if b.Ordered {
			head += " ordered"
		}
		if b.Start != nil {
			head += fmt.Sprintf(" start=%d", *b.Start)
		}
		return head + "(" + r.items(b.Items, "- ", " ") + ")"
	case extract.Definitions, extract.Footnotes:
		return string(b.Type) + "(" + r.items(b.Items, "", "; ") + ")"
	case extract.QuoteBlock:
		return "quote{" + r.body(b.Body) + "}"
	case extract.Code:
		return "code" + prefixed(" ", b.Language) + "(" + visible(b.Text) + ")"
	case extract.Table:
		return r.table(b)
	case extract.Figure:
		return "figure[" + r.image(*b.Image) + "](" + line + ")"
	case extract.Embed:
		return "embed" + prefixed(" ", b.Provider) + "[" + strings.TrimPrefix(b.URL, "/") + "](" + b.Title + ")" + r.inside(b.Body)
	case extract.Math:
		return "math(" + b.TeX + ")"
	}
	return string(b.Type)
}

func prefixed(sign, s string) string {
	if s == "" {
		return ""
	}
	return sign + s
}

func visible(s string) string {
	return strings.NewReplacer("\n", `\n`, "\t", `\t`).Replace(s)
}

func (r renderer) items(items []extract.Item, sign, between string) string {
	list := make([]string, len(items))
	for i := range items {
		it := &items[i]
		head := sign + prefixed("", it.ID)
		for j, term := range it.Terms {
			if j > 0 {
				head += ","
			}
			head += r.line(term.Text, term.Inlines)
		}
		if it.ID != "" || len(it.Terms) > 0 {
			head += ": "
		}
		list[i] = head + r.line(it.Text, it.Inlines) + r.inside(it.Body)
	}
	return strings.Join(list, between)
}

func (r renderer) inside(blocks []extract.Block) string {
	if len(blocks) == 0 {
		return ""
	}
	return "{" + r.body(blocks) + "}"
}

func (r renderer) table(b *extract.Block) string {
	head := "table" + prefixed(" caption=", b.Caption)
	if b.HeaderRows > 0 {
		head += fmt.Sprintf(" heads=%d", b.HeaderRows)
	}
	rows := make([]string, len(b.Rows))
	for i, row := range b.Rows {
		cells := make([]string, len(row))
		for j := range row {
			c := &row[j]
			if c.Header {
				cells[j] = "th:"
			}
			if c.Colspan > 1 || c.Rowspan > 1 {
				cells[j] += fmt.Sprintf("%dx%d:", max(c.Colspan, 1), max(c.Rowspan, 1))
			}
			cells[j] += r.line(c.Text, c.Inlines) + r.inside(c.Body)
		}
		rows[i] = strings.Join(cells, " | ")
	}
	return head + " " + strings.Join(rows, " / ")
}

func (r renderer) image(i int) string {
	img := &r.a.Images[i]
	return strings.TrimPrefix(img.URL, "/") + prefixed(">", strings.TrimPrefix(img.Href, "/"))
}

func (r renderer) line(text string, runs []extract.Inline) string {
	if len(runs) == 0 {
		return visible(text)
	}
	var b strings.Builder
	for i := range runs {
		b.WriteString(r.run(&runs[i]))
	}
	return b.String()
}

func (r renderer) run(in *extract.Inline) string {
	switch {
	case in.Image != nil:
		return "[img " + r.image(*in.Image) + "]"
	case in.Footnote != "":
		return "^" + in.Footnote
	case in.TeX != "":
		return "$" + in.TeX + "$"
	}
	head := ""
	if in.Href != "" {
		head = "<" + strings.TrimPrefix(in.Href, "/") + ">"
	}
	for i, s := range in.Style {
		if i > 0 {
			head += "+"
		}
		head += string(s)
	}
	if head == "" {
		return visible(in.Text)
	}
	return head + "{" + visible(in.Text) + "}"
}
