package extract

import "strings"

// rules.go turns a class or id attribute into hints about what an element
// holds. Its rows are words that web designers use; a new word is a new row.

// hints say what an element's name, class, id and role promise about its
// content. They are promises: the selection weighs them against the text.
type hints uint32

const (
	hintArticle   hints = 1 << iota // the article's own text
	hintComment                     // readers' comments
	hintShare                       // share and follow buttons
	hintRelated                     // other pages: related, popular, next
	hintNav                         // ways through the site
	hintAside                       // sidebars and widgets
	hintAd                          // advertisements and promotions
	hintSubscribe                   // newsletter forms, paywalls, donations
	hintFooter                      // foot of the page or of the article
	hintHeader                      // head of the page or of the article
	hintMeta                        // byline, date, reading time
	hintTags                        // lists of tags and categories
	hintCaption                     // captions and credits
	hintCookie                      // consent, pop-ups
	hintForm                        // forms, log-in, search
	hintPull                        // pull quotes
	hintBio                         // about the author
	hintTOC                         // table of contents
	hintNotes                       // footnotes and references
	hintUnseen                      // only for screen readers, or furniture that repeats in each page
	hintGutter                      // line numbers beside code
	hintTweet                       // an embedded post of a social network
	hintPermalink                   // the "#" beside a heading
	hintEmoji                       // a picture that stands for a character
	hintFormula                     // a picture that stands for a formula
	hintByline                      // where the author stands
	hintTitle                       // where the headline stands
	hintDek                         // where the dek stands
	hintSigned                      // attribution of a quotation
	hintConsent                     // consent to cookies
	hintTeaser                      // a teaser of another page, by its structure: see cards.go
)

// furniture are the hints of what is around an article and not of it.
const furniture = hintComment | hintShare | hintRelated | hintNav | hintAside | hintAd | hintSubscribe |
	hintFooter | hintCookie | hintForm | hintBio | hintTags

// A markKinds says which fields an element's text may fill.
type markKinds uint16

const (
	markAuthor markKinds = 1 << iota
	markPublished
	markModified
	markDate // a date; whose is not said
	markTag
	markCategory
	markComments
	markSite
	markTitle
	markSubtitle
	markDescription
	markLicense
	markLanguage
	markByline // its class says byline; whose is not said
)

// wordRules are words of class and id attributes; classnames.go says what a word
// is.
var wordRules = []struct {
	hint  hints
	words string
}{
	{hintArticle, "article articlebody articlecontent articletext story storybody entry post content hentry prose bodytext maincontent artikel texte nachricht articulo noticia postbody entrycontent"},
	{hintComment, "comment comments commentlist commentary disqus respond reply replies livefyre kommentar kommentare commentaire commentaires comentario comentarios feedback"},
	{hintShare, "share sharing shares sharebar sharedaddy social socials addthis addtoany sociable follow teilen partager compartir condividi"},
	{hintRelated, "related relatedposts recommended recommendation recommendations recommend popular trending mostread mostpopular teaser teasers similar outbrain taboola recirc recirculation readmore morenews readnext upnext nextup prevnext relacionados relacionadas verwandt weiterlesen"},
	{hintNav, "nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager paging navi skiplink"},
	{hintAside, "sidebar sidebars aside rail complementary"},
	{hintAd, "ad ads advert advertisement advertising adsense adsbygoogle adslot sponsor sponsored promo promotion promobox dfp werbung anzeige publicite publicidad banner affiliate"},
	{hintSubscribe, "newsletter subscribe subscription signup optin paywall donate donation donations abo"},
	{hintFooter, "footer foot copyright colophon contentinfo legal imprint"},
	{hintHeader, "header masthead topbar heading"},
	{hintMeta, "meta postmeta entrymeta dateline timestamp readtime readingtime postinfo articleinfo"},
	{hintTags, "tags taglist tagcloud categories topics keywords schlagworte etiquetas"},
	{hintCaption, "caption figcaption credit credits photocredit bildunterschrift legende"},
	{hintCookie | hintConsent, "cookie cookies consent gdpr onetrust cmp didomi cookiebot"},
	{hintCookie, "modal popup overlay lightbox toast interstitial"},
	{hintForm, "login search searchform form register signin"},
	{hintPull, "pullquote pullout pulled"},
	{hintBio, "bio biography authorbox authorbio aboutauthor"},
	{hintTOC, "toc tableofcontents"},
	{hintNotes, "footnote footnotes endnote endnotes references reflist fussnoten fussnote notes"},
	{hintByline, "byline author authors autor autoren auteur autore writer"},
	{hintTitle, "headline title"},
	{hintDek, "subtitle subtitulo subhead subheading subheadline dek deck standfirst strap strapline lead lede intro summary excerpt description teaser vorspann unterzeile chapo chapeau bajada entradilla sommario occhiello ingress zajawka abstract tagline kurztext sub"},
	{hintSigned, "cite citation attribution source sources credit credits author authors signature"},
}

// tokenRules are whole class names with a settled meaning.
var tokenRules = []struct {
	hint   hints
	marks  markKinds
	tokens string
}{
	{hintUnseen, 0, "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader u-visually-hidden assistive-text element-invisible mw-editsection mw-jump-link noprint mw-cite-backlink navbox"},
	{hintGutter, 0, "gutter lineno linenos line-numbers-rows linenodiv line-number hljs-ln-numbers blob-num rouge-gutter line_numbers lnt"},
	{hintTweet, 0, "twitter-tweet twitter-video instagram-media tiktok-embed bluesky-embed reddit-embed-bq fb-post text-post-media mastodon-embed"},
	{hintAside, 0, "widget-area widgets widgets-area secondary secondary-content secondary-column secondary-col"},
	{hintNav, 0, "skip skip-link skip-links skip-to-content skip-nav skip-navigation skip-to-main skip-main"},
	{hintPermalink, 0, "headerlink header-anchor heading-anchor anchor-link hash-link heading-link permalink-anchor"},
	{hintEmoji, 0, "emoji wp-smiley emojione twemoji"},
	{hintFormula, 0, "latex tex mwe-math-fallback-image-inline mwe-math-fallback-image-display math-image"},
	{hintArticle, 0, "h-entry hentry e-content entry-content post-content article-body article-content article__body story-body"},
	{hintComment, 0, "h-cite"},
	{hintByline, markAuthor, "p-author author byline by-line byline-name byline__name author-name author__name author-link entry-author post-author article-author post-byline entry-byline autor td-post-author-name contributor"},
	{hintMeta, markPublished, "dt-published published entry-date post-date pubdate publish-date published-date article-date date-published article__date post__date date-header postdate"},
	{hintMeta, markModified, "dt-updated updated modified date-modified last-updated lastmod"},
	{hintMeta, markDate, "date timestamp time dateline post-time article-time datetime posted-on"},
	{0, markDate, "age"}, // beside "3 hours ago", which its title tells
	{0, markTag, "p-category"},
	{hintMeta, markComments, "comments-link comment-count comments-count pw-responses-count comments-number comments-num"},
	{hintMeta, 0, "post-meta entry-meta post-info article-meta postmetadata meta-info"},
	{hintDek, markSubtitle, "subtitle sub-title sub-headline subheadline subhead dek standfirst article-subtitle post-subtitle entry-subtitle article__subtitle subheading"},
	{hintTitle, markTitle, "entry-title post-title article-title p-name headline article-headline post-headline article__title article__headline"},
}

// A class is what one value of the class attribute means. Sites repeat theirs
// on every element of a kind, so each is read once a page.
type class struct {
	value string
	hints hints
	marks markKinds
	code  string // language of code, from "language-go" and the like
	kind  uint32 // tells classes apart where their text is not at hand; not 0
	kinds uint8  // of page, that its words speak for
	post  bool   // WordPress's post_class: its tag-… and category-… are the post's
}

// words and tokens find the rules of a word and of a class name.
var words, tokens = func() (w, t ruleTable) {
	for _, row := range wordRules {
		for word := range strings.FieldsSeq(row.words) {
			w.at(word).hints |= row.hint
		}
	}
	for _, row := range classKinds {
		for word := range strings.FieldsSeq(row.words) {
			w.at(word).kinds |= 1 << row.kind
		}
	}
	for _, row := range tokenRules {
		for token := range strings.FieldsSeq(row.tokens) {
			r := t.at(token)
			r.hints |= row.hint
			r.marks |= row.marks
		}
	}
	return w, t
}()

// A ruleTable finds what a name means: a hash table filled once and read for
// each word of a page's class names.
type ruleTable struct {
	slots [2048]tokenRule
}

type tokenRule struct {
	name  string
	hints hints
	marks markKinds
	kinds uint8 // of page, see classKinds
}

// at returns the rule of a name, a new one where there is none yet.
func (t *ruleTable) at(name string) *tokenRule {
	i := slot([]byte(name)) % uint32(len(t.slots))
	for t.slots[i].name != "" && t.slots[i].name != name {
		i = (i + 1) % uint32(len(t.slots))
	}
	t.slots[i].name = name
	return &t.slots[i]
}

// find returns the rule of a name in lower case, or nil.
func (t *ruleTable) find(name []byte) *tokenRule {
	for i := slot(name) % uint32(len(t.slots)); t.slots[i].name != ""; i = (i + 1) % uint32(len(t.slots)) {
		if t.slots[i].name == string(name) {
			return &t.slots[i]
		}
	}
	return nil
}

// maxClass is how much of a class attribute is read, in bytes; frameworks that
// write more say nothing in it.
const maxClass = 1024

// classOf returns the index of a class attribute's meaning, good until the next call.
func (p *page) classOf(value []byte) int32 {
	if len(value) > maxClass {
		value = value[:maxClass]
	}
	recent := &p.recentClasses[0]
	if len(value) > 0 {
		recent = &p.recentClasses[slot(value)%recentClasses]
	}
	if i := *recent; i < int32(len(p.classes)) && p.classes[i].value == string(value) {
		return i
	}
	i, ok := p.classIndex[string(value)]
	if !ok {
		if len(p.classes) == keptClasses {
			p.forgetClasses()
		}
		c := readClass(string(value))
		i = int32(len(p.classes))
		p.classes = append(p.classes, c)
		p.classIndex[c.value] = i
	}
	*recent = i
	return i
}

// readClass reads the meaning of a class attribute.
func readClass(value string) class {
	c := class{value: value}
	var buf [64]byte
	coded := false // a highlighter's name: the language may be a word of its own
	for i := 0; i < len(value); {
		end := i
		for end < len(value) && byteClass[value[end]] != byteSpace {
			end++
		}
		if token := value[i:end]; len(token) > 0 && len(token) <= len(buf) {
			h, kinds := wordHints(token)
			c.hints |= h
			c.kinds |= kinds
			coded = c.token(lower(buf[:0], token)) || coded
		}
		i = end + 1
	}
	if coded && c.code == "" {
		c.code = brushLanguage(value)
	}
	c.kind = wordHash([]byte(value))
	return c
}

// token reads one class name in lower case. It reports whether the name is
// that of a highlighter.
func (c *class) token(name []byte) bool {
	if r := tokens.find(name); r != nil {
		c.hints |= r.hints
		c.marks |= r.marks
		c.post = c.post || r.name == "hentry"
	}
	switch name[0] {
	case 'l', 'h', 'b', 's', 't':
		if string(name) == "type-post" {
			c.post = true
		}
		if c.code == "" {
			c.code = codeLanguage(string(name))
		}
		return brushes[string(name)]
	}
	return false
}

// lower appends a name in lower case.
func lower(dst []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		dst = append(dst, c)
	}
	return dst
}
