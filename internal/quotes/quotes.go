package quotes

// Paragraphs in, quotations out: the types and the stages in order.

import "sync"

// A ParagraphKind says what a paragraph is on the page.
type ParagraphKind int

// The kinds of paragraph.
const (
	Text       ParagraphKind = iota // running text
	Heading                         // a heading: its marks enclose phrases
	QuoteBlock                      // a paragraph of a set-off quotation
	ListItem                        // an item of a list
)

// A Range is the bytes [Start, End) of a paragraph's text.
type Range struct{ Start, End int }

// A Paragraph is one piece of an article's text.
type Paragraph struct {
	Text  string  // UTF-8
	Lang  string  // BCP 47 tag, if it differs from the article's
	Skip  []Range // where marks mean nothing (code); ordered and disjoint
	Label int     // length of a label in strong type that it begins with: "Ann Lee:"
	Kind  ParagraphKind

	Emphasis bool   // the whole of it stands in emphasis
	Block    int    // QuoteBlock: equal for the neighbours that are one quotation
	Credit   string // QuoteBlock: text of its cite or footer; "" if it has none
}

// A Kind is the kind of a Quote.
type Kind int

// The kinds of quote.
const (
	Direct Kind = iota // someone's words in running text
	Block              // words set off from the text
	Pull               // a display copy of the text's own words
	Phrase             // a term, title, nickname or scrap in marks
)

// A Quote is a stretch of quoted words.
type Quote struct {
	Kind       Kind
	Para       int      // index of the paragraph
	Start, End int      // bytes of its text, outer marks left out
	Speaker    *Speaker // nil where the text names none
	Cue        string   // the reporting verb as written; "" if none
	Group      int      // parts of one utterance, or of one block, share a number from 1; 0 is none
	Unsure     bool     // the text may be read as naming another speaker
	Repeats    int      // Pull: index of the paragraph whose words it repeats
}

// A Speaker is who is quoted.
type Speaker struct {
	Name      string // the fullest name that the article gives
	AsWritten string // as it stands beside the quote: "she", "Lopez"
	Role      string // "the mayor"; "" if none stands beside the name
}

// Find returns the quotations of an article in reading order. Lang is the
// article's BCP 47 tag; where it is "", the script of the text decides.
func Find(paras []Paragraph, lang string) []Quote {
	if lang == "" {
		lang = guess(paras)
	}
	f := finders.Get().(*finder)
	defer f.release()
	f.paras, f.lang = paras, lang
	for i := range paras {
		f.scanParagraph(i)
	}
	if len(f.found) == 0 {
		return nil
	}
	f.reg = f.register()
	f.findCues()
	f.link()
	f.setKinds()
	f.markPulls()
	f.resolve()
	f.speakForPulls()
	return f.quotes()
}

// finders are kept from one article to the next for their memory.
var finders = sync.Pool{New: func() any { return new(finder) }}

// Most of what a kept finder may hold: a longer article leaves its own to the
// collector.
const (
	keptMentions = 1 << 12
	keptFinds    = 1 << 10
)

// release gives the finder back, without the strings of its article.
func (f *finder) release() {
	if cap(f.kept.mentions) > keptMentions || cap(f.found) > keptFinds {
		return
	}
	if f.kept.latest != nil {
		f.kept.reset()
	}
	clear(f.toks[:cap(f.toks)])
	clear(f.found)
	*f = finder{spans: f.spans[:0], stack: f.stack[:0], toks: f.toks[:0], found: f.found[:0], kept: f.kept}
	finders.Put(f)
}

// A finder holds what the stages of one Find share.
type finder struct {
	paras  []Paragraph
	lang   string
	spans  []span    // of the paragraph in hand
	stack  []opener  // open marks of the paragraph in hand
	deep   bool      // stack has lost its bottom
	boxed  bool      // the set-off block in hand quotes nobody
	toks   []token   // of the context in hand
	found  []found   // in reading order
	group  int       // last group number given
	reg    *register // the names of the article, once the spans are known
	kept   register
	rolled *roll
}

// A found is a quotation in the making.
type found struct {
	span
	para  int
	kind  Kind
	cue   cue
	group int
	name  string // the speaker's fullest name
	fixed bool   // kind is settled by the page's structure

	repeats int // Pull: paragraph that it repeats
	source  int // Pull: find that it repeats, -1 if these words are nobody's
}

// language returns the words of the language of paragraph i.
func (f *finder) language(i int) *language {
	if l := f.paras[i].Lang; l != "" {
		return lookup(l)
	}
	return lookup(f.lang)
}

// quotes copies the finds out.
func (f *finder) quotes() []Quote {
	out := make([]Quote, len(f.found))
	for i := range f.found {
		q := &f.found[i]
		out[i] = Quote{Kind: q.kind, Para: q.para, Start: q.start, End: q.end, Cue: q.cue.verb, Group: q.group, Repeats: q.repeats}
		if q.cue.speaker != "" {
			out[i].Speaker = &Speaker{Name: q.name, AsWritten: q.cue.speaker, Role: q.cue.role}
			out[i].Unsure = q.cue.unsure
		}
	}
	return out
}
