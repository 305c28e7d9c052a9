package extract

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// soupWords are the pieces of generated markup: what real tag soup has too much,
// too little or too late of. A ~ is a word of its own.
var soupWords = []string{
	"~", "~ ", " ~", " ", "\n", "&amp;", "&lt;b&gt;", "&nbsp;", "<br>", "</br>", "<hr>", "<wbr>", "<!-- x -->", "<!x>", "<?x>", "< ~", "</ ~>", "<3",
	"<p>", "</p>", "<p class=a>", "<div>", "</div>", "<section>", "</section>", "<article>", "</article>", "<center>", "</center>",
	"<b>", "</b>", "<i>", "</i>", "<a href=x>", "</a>", "<span>", "</span>", "<em>", "</em>", "<font color=red>", "</font>", "<nobr>", "</nobr>", "<code>", "</code>", "<sub>", "</sub>",
	"<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<dl>", "</dl>", "<dt>", "</dt>", "<dd>", "</dd>",
	"<h1>", "</h1>", "<h2>", "</h2>", "<h3>", "</h4>", "<blockquote>", "</blockquote>", "<pre>", "</pre>", "<address>", "</address>",
	"<form>", "</form>", "<fieldset>", "</fieldset>", "<label>", "</label>", "<input value=~>",
	"<img src=a alt=~>", "<image>", "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<details>", "<summary>", "</summary>", "</details>",
	"<ruby>", "</ruby>", "<rt>", "</rt>", "<rp>", "</rp>", "<style>~</style>", "<script>~</script>", "<script>~<!--<script>~</script>~--></script>", "<title>~</title>", "<textarea>~</textarea>",
	"<noscript>~</noscript>", "<template>~</template>", "<iframe>~</iframe>", "<div hidden>~</div>", "<span hidden>~</span>", "<div style='display:none'>~<p>~</div>",
	"</html>", "</body>", "<body>", "<html>", "<head>", "</head>", "<marquee>", "</marquee>", "<object>~</object>", "<video>~</video>", "</object>",
	"<x/>", "<div/>", "<b/>", "</>", "<a\n href = 'y'\n>", "<p id='a>b'>", "<B>", "</B>", "<LI>",
}

// soup makes random markup with words that tell where they were.
func soup(r *rand.Rand, pieces int) string {
	var b strings.Builder
	word := 0
	for range pieces {
		for part := range strings.SplitAfterSeq(soupWords[r.IntN(len(soupWords))], "~") {
			if rest, ok := strings.CutSuffix(part, "~"); ok {
				b.WriteString(rest)
				b.WriteString("w" + string(rune('a'+word%26)) + string(rune('a'+word/26%26)))
				word++
				continue
			}
			b.WriteString(part)
		}
	}
	return b.String()
}

// treeText is the visible text of a page as the tree of x/net/html has it.
func treeText(t testing.TB, page string) (string, bool) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", false // more than 512 open elements
	}
	var b strings.Builder
	for n := range visibleNodes(root) {
		switch {
		case n.Type == html.TextNode:
			b.WriteString(n.Data)
		case n.Type == html.ElementNode && differs[n.DataAtom] != "":
			t.Skip(differs[n.DataAtom])
		}
	}
	return b.String(), true
}

// visibleNodes walks the nodes that a browser shows, in their order, without recursion.
func visibleNodes(root *html.Node) func(func(*html.Node) bool) {
	return func(yield func(*html.Node) bool) {
		for n := root; n != nil; {
			shown := !unseenNode(n)
			if shown && !yield(n) {
				return
			}
			if shown && n.FirstChild != nil {
				n = n.FirstChild
				continue
			}
			for n != nil && n.NextSibling == nil {
				n = n.Parent
			}
			if n != nil {
				n = n.NextSibling
			}
		}
	}
}

// unseen are the elements whose content browsers do not show (HTML Standard
// 15.3.1), or show in a box of its own that is no text of the page.
var unseen = map[atom.Atom]bool{
	atom.Head: true, atom.Style: true, atom.Script: true, atom.Title: true, atom.Textarea: true, atom.Template: true, atom.Iframe: true,
	atom.Noembed: true, atom.Noframes: true, atom.Noscript: true, atom.Object: true, atom.Video: true, atom.Audio: true, atom.Svg: true,
}

func unseenNode(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return n.Type == html.CommentNode || n.Type == html.DoctypeNode
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(a.Val, "none") {
			return true
		}
	}
	return unseen[n.DataAtom]
}

// What is left out of soupWords, and why:
//   - an open noscript hides the rest of the page from browsers; here its end may be implied
//   - elements that HTML does not know are not kept open: a hidden or embedded
//     element inside one outlives its end
//   - a hidden or embedded inline element that is open where a block begins: when an
//     end tag shows that they overlap, a browser moves the block out of it
//   - an open hidden block: formatting that a browser opens again after a block decides
//     which later tags end it
//   - a button that overlaps formatting elements: the adoption agency moves its text
//   - the end tags of legend, dialog, option, optgroup and datalist end what is open inside, as those of div do

// differs are the elements whose text may stand elsewhere in a browser's tree,
// and why that is accepted. Markup that has one is not compared.
var differs = map[atom.Atom]string{
	atom.Table:    "foster parenting: a browser moves text between cells before the table; here it stays where it was written",
	atom.Select:   "select drops the tags inside, by rules that changed in 2025",
	atom.Frameset: "a page of frames has no text",
	atom.Math:     "a formula's text is its TeX source",
}

// FuzzSoup states that the stream shows what a browser's tree shows, letter for
// letter. Their order may differ where formatting elements overlap headings or
// links: the adoption agency then moves text.
func FuzzSoup(f *testing.F) {
	for i := range uint64(100) {
		f.Add(i, uint8(20+i%60))
	}
	f.Fuzz(func(t *testing.T, seed uint64, pieces uint8) {
		page := soup(rand.New(rand.NewPCG(seed, uint64(pieces))), int(pieces))
		want, ok := treeText(t, page)
		if !ok {
			t.Skip("too deep for the tree")
		}
		if got := visibleText(t, page); letters(got) != letters(want) {
			t.Errorf("%s\n got %s\nwant %s", page, squeeze(got), squeeze(want))
		}
	})
}

// letters are a text's characters without white space, sorted.
func letters(s string) string {
	list := []rune(squeeze(s))
	slices.Sort(list)
	return string(list)
}

// TestSoupOrder holds the order of the text, too, in nearly all of many soups.
func TestSoupOrder(t *testing.T) {
	const soups, most = 2000, 4
	differ := 0
	for seed := range uint64(soups) {
		page := soup(rand.New(rand.NewPCG(seed, 1)), 40)
		if want, ok := treeText(t, page); ok && squeeze(visibleText(t, page)) != squeeze(want) {
			t.Log(page)
			differ++
		}
	}
	if differ > most {
		t.Errorf("%d of %d soups have another order, at most %d may", differ, soups, most)
	}
}
