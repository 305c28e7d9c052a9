package extract

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// kindrules.go has the words by which pages say of which kind they are: names
// go in, kinds come out. A row is for newcomers to add to; what each word is
// worth is learned, not said here.

// pageKinds are the kinds, in the order in which they are counted.
const (
	kindArticle = iota
	kindForum
	kindListing
	kindProduct
	kindDocumentation
	kindOther
	kindCount
)

// kindNames are the record's values.
var kindNames = [kindCount]Kind{ArticlePage, ForumPage, ListingPage, ProductPage, DocumentationPage, OtherPage}

// Kinds returns the values that Article.Kind has.
func Kinds() []Kind { return append([]Kind(nil), kindNames[:]...) }

// A kindRow says which kind some words speak for.
type kindRow struct {
	kind  int
	words string // in lower case, parted by spaces
}

// statedKinds are types of schema.org, in JSON-LD or microdata.
var statedKinds = newKindTable([]kindRow{
	{kindArticle, "article newsarticle blogposting analysisnewsarticle backgroundnewsarticle opinionnewsarticle reportagenewsarticle reviewnewsarticle scholarlyarticle liveblogposting report recipe howto"},
	{kindForum, "discussionforumposting qapage question answer socialmediaposting"},
	{kindListing, "collectionpage itemlist searchresultspage offercatalog blog"},
	{kindProduct, "product productgroup individualproduct productmodel vehicle car book"},
	{kindDocumentation, "techarticle apireference softwaresourcecode"},
	{kindOther, "faqpage service localbusiness professionalservice aboutpage contactpage profilepage event course jobposting softwareapplication"},
})

// namedKinds are values of og:type (The Open Graph protocol, "Object Types").
var namedKinds = newKindTable([]kindRow{
	{kindArticle, "article news blogpost"},
	{kindProduct, "product product.item product.group og:product"},
	{kindOther, "website profile"},
})

// platformKinds are names of programs that write pages, as they stand in
// <meta name=generator>, or as id or class of <html> and <body>.
var platformKinds = newKindTable([]kindRow{
	{kindForum, "discourse phpbb vbulletin xenforo xf mybb vanilla smf simplemachines nodebb flarum khoros lithium discuz invision ips ipb question-page fluxbb punbb yabb lemmy ubb"},
	{kindDocumentation, "docusaurus sphinx mkdocs gitbook vitepress vuepress doxygen javadoc mintlify readme rustdoc docfx antora wy-body-for-nav docs-wrapper docs-doc-page td-page"},
	{kindProduct, "single-product product-template template-product catalog-product-view product-page pdp"},
	{kindListing, "archive category tag blog post-type-archive search-results template-collection template-blog catalog-category-view tax-product_cat home"},
	{kindArticle, "single single-post post-template-default template-article article-page single-format-standard"},
	{kindOther, "page page-template page-template-default template-page page-id template-index"},
})

// settledKinds are words of addresses and titles that mean one kind wherever
// they stand; addressKinds has more, which mean it often.
var settledKinds = newKindTable([]kindRow{
	{kindForum, "forum forums bbs board boards thread threads viewtopic showthread discuss discussion discussions topic t comments questions foro foren"},
	{kindListing, "category categories collection collections tag tags archive archives search browse c list catalog kategorie categoria"},
	{kindProduct, "product products p dp itm item pdp produkt producto produit buy"},
	{kindDocumentation, "docs doc documentation reference manual api handbook dokumentation docu wiki man"},
})

// addressKinds are words of a page's address.
var addressKinds = newKindTable([]kindRow{
	{kindArticle, "blog blogs news article articles story stories post posts magazine opinion press nachrichten noticias actualites artikel"},
	{kindForum, "forum forums bbs board thread threads topic t viewtopic showthread question questions discussion discussions community comments answers thema foro"},
	{kindListing, "category categories collection collections tag tags topics archive archives search browse catalog shop list kategorie categoria c plp department"},
	{kindProduct, "product products p dp itm item pdp produkt producto produit sku"},
	{kindDocumentation, "docs doc documentation api reference manual guide guides tutorial tutorials wiki help learn sdk handbook dokumentation"},
	{kindOther, "services service about contact pricing solutions practice areas locations company leistungen servicios"},
})

// Names of containers may also say these, beside kinds.
const (
	nameReview = kindCount     // what buyers and users think
	nameLegal  = kindCount + 1 // terms, conditions and disclaimers
	nameCount  = kindCount + 2
)

// classKinds are words of class names and ids.
var classKinds = []kindRow{
	{kindArticle, "article byline dateline story entry published author"},
	{kindForum, "forum thread topic reply replies answer answers question upvote downvote vote votes karma postbody postprofile moderator poster quote message messages"},
	{kindListing, "card cards grid tile tiles results result listing listings pagination pager filter filters facet facets sort teaser teasers collection catalog"},
	{kindProduct, "product products price prices cart basket sku buy variant variants swatch swatches stock shipping rating ratings reviews wishlist"},
	{kindDocumentation, "docs doc documentation api admonition highlight codehilite hljs prism docsearch versions theme"},
	{kindOther, "hero cta testimonial testimonials pricing plans features services service team faq contact appointment accordion banner"},
	{nameReview, "review reviews rating ratings testimonial testimonials ugc bazaarvoice yotpo trustpilot bewertung bewertungen avis"},
	{nameLegal, "legal disclaimer disclaimers disclosure disclosures terms conditions sosumi footnote footnotes smallprint privacy"},
}

// phraseRows are the rows of phraseKinds: one a kind, and one of lines that name
// the program of a site.
const (
	poweredBy  = kindCount
	phraseRows = kindCount + 1
)

// phraseKinds are how buttons and labels begin, in lower case.
var phraseKinds = newPhraseTable([phraseRows][]string{
	kindForum: {
		"reply", "quote", "upvote", "joined:", "posts:", "likes", "view profile", "answered", "asked", "log in to reply", "you must log in", "registered:", "#1",
		"antworten", "zitieren", "beiträge:", "répondre", "citer", "responder", "citar", "rispondi", "ответить", "цитата", "返信", "回复", "رد"},
	kindListing: {
		"sort by", "filter", "load more", "show more", "next page", "view all", "results", "clear all", "read more", "page 1", "items per page", "showing ",
		"sortieren", "mehr laden", "alle anzeigen", "trier", "voir plus", "ordenar", "ver más", "mostra altro", "показать ещё", "もっと見る", "查看更多"},
	kindProduct: {
		"add to cart", "add to basket", "add to bag", "buy now", "in stock", "out of stock", "sold out", "add to wishlist", "quantity", "sku", "free shipping", "item #", "write a review", "customer reviews",
		"in den warenkorb", "auf lager", "ajouter au panier", "en stock", "añadir al carrito", "añadir a la cesta", "aggiungi al carrello", "adicionar ao carrinho", "в корзину", "купить", "カートに入れる", "加入购物车", "أضف إلى السلة"},
	kindDocumentation: {
		"on this page", "table of contents", "edit this page", "edit on github", "previous page", "parameters", "example", "syntax", "note", "returns", "installation", "was this page helpful", "in this article", "last updated",
		"auf dieser seite", "sur cette page", "en esta página"},
	kindOther: {
		"contact us", "get a quote", "request a quote", "book a demo", "get started", "schedule", "call us", "our services", "why choose", "free consultation", "frequently asked", "request a demo", "start free trial",
		"kontakt", "contactez", "contáctanos"},
	poweredBy: {"powered by", "forum software", "community platform by", "built with", "made with", "created using", "généré par", "propulsé par"},
})

// A phraseTable holds how labels begin, by their first byte, with their kinds.
type phraseTable [256][]phrase

// phraseHead is how much of a text is looked at, in bytes: more than the longest phrase.
const phraseHead = 40

type phrase struct {
	start string
	kind  int
}

func newPhraseTable(rows [phraseRows][]string) *phraseTable {
	t := new(phraseTable)
	for kind, starts := range rows {
		for _, s := range starts {
			t[s[0]] = append(t[s[0]], phrase{s, kind})
		}
	}
	return t
}

// find gives the rows of which text begins with a phrase, as bits.
func (t *phraseTable) find(text []byte) (bits uint8) {
	first := text[0]
	if first >= 'A' && first <= 'Z' {
		first += 'a' - 'A'
	}
	if first < utf8.RuneSelf && len(t[first]) == 0 {
		return 0
	}
	var buf [2 * phraseHead]byte
	head := foldCase(buf[:0], text[:min(len(text), phraseHead)])
	if len(head) == 0 {
		return 0
	}
	for i := range t[head[0]] {
		if p := &t[head[0]][i]; len(p.start) <= len(head) && string(head[:len(p.start)]) == p.start {
			bits |= 1 << p.kind
		}
	}
	return bits
}

// A kindTable finds the kinds that a word speaks for, as bits.
type kindTable map[string]uint8

func newKindTable(rows []kindRow) kindTable {
	t := kindTable{}
	for _, row := range rows {
		for word := range strings.FieldsSeq(row.words) {
			t[word] |= 1 << row.kind
		}
	}
	return t
}

// longKindWord is the most bytes of a word that is looked up.
const longKindWord = 32

// find looks a word up in any case.
func (t kindTable) find(word []byte) uint8 {
	if len(word) > longKindWord {
		return 0
	}
	var buf [longKindWord]byte
	return t[string(lower(buf[:0], string(word)))]
}

// words calls find with each run of letters and digits, of least bytes.
func (t kindTable) words(text []byte, least int, f func(bits uint8)) {
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && wordByte[text[j]] {
			j++
		}
		if j-i >= least {
			if bits := t.find(text[i:j]); bits != 0 {
				f(bits)
			}
		}
		i = j + 1
	}
}

// tokens calls find with each part between white space.
func (t kindTable) tokens(text []byte, f func(bits uint8)) {
	for token := range bytes.FieldsSeq(text) {
		if bits := t.find(token); bits != 0 {
			f(bits)
		}
	}
}

// kindBits are the bits of kinds among those of names.
const kindBits = 1<<kindCount - 1

// kindCounts counts what speaks for each kind.
type kindCounts [kindCount]uint16

// add counts the kinds of bits.
func (c *kindCounts) add(bits uint8) {
	for k := 0; bits != 0; k, bits = k+1, bits>>1 {
		if bits&1 != 0 && c[k] < 1<<15 {
			c[k]++
		}
	}
}
