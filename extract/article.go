package extract

import (
	"strings"
	"time"
)

// Schema names the version of the record. Fields are added under the same
// name; one is never renamed, removed or given another type.
const Schema = "pressclip/1"

// An Article is what one page says: plain data that marshals to the record.
//
// Lists are never nil in an Article that Extract returned. An unknown string
// is empty, an unknown number nil. All text is valid UTF-8 without control
// characters; only line feeds (and tabs in code) divide it.
type Article struct {
	Schema       string    `json:"schema"`                  // always Schema
	Source       Source    `json:"source"`                  // where the bytes came from
	URL          string    `json:"url,omitempty"`           // the page's address: WithURL, else a saved page's comment, else the canonical link
	CanonicalURL string    `json:"canonical_url,omitempty"` // <link rel=canonical>, else og:url
	Kind         Kind      `json:"kind,omitempty"`          // of page; Extract always gives one
	Title        string    `json:"title,omitempty"`         // the headline, without the site's name
	Subtitle     string    `json:"subtitle,omitempty"`      // the dek below the headline; one that is a paragraph may be the first of Body, too
	Description  string    `json:"description,omitempty"`   // the page's own summary of itself
	Authors      []Person  `json:"authors"`                 // in the page's order
	Published    Date      `json:"published,omitempty"`     // first publication
	Modified     Date      `json:"modified,omitempty"`      // last edit that the page tells of
	Site         *Site     `json:"site,omitempty"`          // the publication
	Language     string    `json:"language,omitempty"`      // BCP 47 tag, "en-GB"
	License      string    `json:"license,omitempty"`       // under which terms the page may be used: the address of a licence, else its name
	Categories   []Term    `json:"categories"`              // sections, widest first
	Tags         []Term    `json:"tags"`                    // keywords, in the page's order
	CommentCount *int      `json:"comment_count,omitempty"` // readers' comments, if the page tells
	LeadImage    *int      `json:"lead_image,omitempty"`    // index into Images
	Text         string    `json:"text"`                    // the blocks' texts, an empty line between two; no title, byline or caption
	Body         []Block   `json:"body"`                    // the article in reading order
	Quotes       []Quote   `json:"quotes"`                  // in reading order
	Links        []Link    `json:"links"`                   // those of the body, in reading order
	Images       []Image   `json:"images"`                  // those of the body in reading order, then a lead image that is not in it
	Stats        Stats     `json:"stats"`
	Warnings     []Warning `json:"warnings"` // what a reader should know before trusting the record
}

// A Source says where a record's bytes came from.
type Source struct {
	Path    string `json:"path,omitempty"`    // as given by the caller; WithPath
	Bytes   int64  `json:"bytes"`             // length of the input before decoding
	Charset string `json:"charset,omitempty"` // WHATWG name, lower case: "utf-8", "windows-1252"
}

// A Date is a moment whose length is its precision: "2026", "2026-03",
// "2026-03-04", "2026-03-04T09:30:00+01:00" (RFC 3339 and its prefixes, as
// W3C-DTF). Where the page gives no offset, the string has none.
type Date string

// dateLayouts are the forms of a Date, by length. The last two share one: an
// offset is told by its presence.
var dateLayouts = []string{"2006", "2006-01", "2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", time.RFC3339}

// Time returns the start of the period that d names, in UTC where d has no
// offset, and whether d is a valid Date.
func (d Date) Time() (time.Time, bool) {
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, string(d)); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// A Person is an author: a human being or an organisation.
type Person struct {
	Name string `json:"name"`           // as people write it, without "By", title line or date
	URL  string `json:"url,omitempty"`  // the author's page, absolute
	Role string `json:"role,omitempty"` // "photographs", "translation"
}

// A Site is the publication that a page belongs to.
type Site struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
}

// A Term is a tag or a category.
type Term struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// A BlockType is the type of a Block.
type BlockType string

// The types of block. The set is closed: a new one would be a new record.
const (
	Paragraph   BlockType = "paragraph"
	Heading     BlockType = "heading"     // Level, ID
	List        BlockType = "list"        // Ordered, Start, Items
	QuoteBlock  BlockType = "quote"       // Body; Cite
	Code        BlockType = "code"        // Language; Text is verbatim
	Table       BlockType = "table"       // Caption, HeaderRows, Rows
	Figure      BlockType = "figure"      // Image; Text is the caption
	Embed       BlockType = "embed"       // Provider, URL, Title; Body for a post that came with its text
	Math        BlockType = "math"        // TeX
	Definitions BlockType = "definitions" // Items with Terms
	Rule        BlockType = "rule"
	Footnotes   BlockType = "footnotes" // Items with ID
)

// A Block is one piece of the article, in reading order. Type tells which of
// the other fields may be set.
type Block struct {
	Type       BlockType `json:"type"`
	Level      int       `json:"level,omitempty"`       // Heading: 1 to 6
	ID         string    `json:"id,omitempty"`          // Heading: its anchor, for links to "#id"
	Ordered    bool      `json:"ordered,omitempty"`     // List
	Start      *int      `json:"start,omitempty"`       // List: number of the first item, if not 1
	Language   string    `json:"language,omitempty"`    // Code: as the page names it, lower case: "go"
	Image      *int      `json:"image,omitempty"`       // Figure: index into Article.Images
	Provider   string    `json:"provider,omitempty"`    // Embed: "youtube", "twitter"; else the host's name
	URL        string    `json:"url,omitempty"`         // Embed: address of what is embedded, absolute
	Title      string    `json:"title,omitempty"`       // Embed
	Cite       string    `json:"cite,omitempty"`        // QuoteBlock: address of the source, absolute
	TeX        string    `json:"tex,omitempty"`         // Math: LaTeX source
	Caption    string    `json:"caption,omitempty"`     // Table
	HeaderRows int       `json:"header_rows,omitempty"` // Table: how many of Rows, from the top, are its head
	Text       string    `json:"text"`                  // plain text of the whole block, nested ones included
	Inlines    []Inline  `json:"inlines,omitempty"`     // Paragraph, Heading, Figure, Code: present where there is markup
	Items      []Item    `json:"items,omitempty"`       // List, Definitions, Footnotes
	Rows       [][]Cell  `json:"rows,omitempty"`        // Table: each cell once, at its first row and column
	Body       []Block   `json:"body,omitempty"`        // QuoteBlock, Embed
}

// A Line is text with its inline runs.
type Line struct {
	Text    string   `json:"text"`
	Inlines []Inline `json:"inlines,omitempty"`
}

// An Item is an entry of a list, of definitions or of footnotes: a line of
// text and, below it, whatever else the entry holds.
type Item struct {
	ID      string   `json:"id,omitempty"`    // Footnotes: what Inline.Footnote refers to
	Terms   []Line   `json:"terms,omitempty"` // Definitions: what is defined; an item without terms goes on with those before it
	Text    string   `json:"text"`
	Inlines []Inline `json:"inlines,omitempty"`
	Body    []Block  `json:"body,omitempty"`
}

// A Cell is a table cell: a line of text and, below it, whatever else it holds.
type Cell struct {
	Text    string   `json:"text"`
	Inlines []Inline `json:"inlines,omitempty"`
	Body    []Block  `json:"body,omitempty"`
	Header  bool     `json:"header,omitempty"`  // a <th> below the table's head: its row's name
	Colspan int      `json:"colspan,omitempty"` // columns covered, if more than 1; at most 1000
	Rowspan int      `json:"rowspan,omitempty"` // rows covered, if more than 1; at most 65534
}

// A Style is a way in which a run of text is set apart.
type Style string

// The styles, in the order in which Inline.Style lists them.
const (
	Strong   Style = "strong"
	Emphasis Style = "emphasis"
	CodeText Style = "code"
	Strike   Style = "strike"
	Sub      Style = "sub"
	Sup      Style = "sup"
	Mark     Style = "mark"
	Keyboard Style = "keyboard"
)

// An Inline is a run of text with the same markup throughout. The texts of a
// line's runs, joined, are the line's Text; a line break is "\n".
type Inline struct {
	Text     string  `json:"text"`
	Href     string  `json:"href,omitempty"`     // absolute, or "#id" in the page
	Title    string  `json:"title,omitempty"`    // the link's title attribute
	Style    []Style `json:"style,omitempty"`    // in the order of the constants
	Image    *int    `json:"image,omitempty"`    // index into Article.Images; Text is then empty
	Footnote string  `json:"footnote,omitempty"` // Item.ID of the note that this run is the mark of
	TeX      string  `json:"tex,omitempty"`      // LaTeX source of a formula; Text is its plain form
}

// A QuoteKind is the kind of a Quote.
type QuoteKind string

// The kinds of quote.
const (
	DirectQuote QuoteKind = "direct" // someone's words in running text
	BlockQuote  QuoteKind = "block"  // words set off from the text
	PullQuote   QuoteKind = "pull"   // a display copy of the text's own words
	PhraseQuote QuoteKind = "phrase" // a term, title or nickname in marks; only with WithPhrases
)

// A Quote is words that the article presents as somebody's.
type Quote struct {
	Kind    QuoteKind `json:"kind"`
	Text    string    `json:"text"`              // without the outer marks
	Block   int       `json:"block"`             // index into Article.Body
	Speaker *Speaker  `json:"speaker,omitempty"` // nil where the text names none
	Cue     string    `json:"cue,omitempty"`     // "said", "according to"
	Group   int       `json:"group,omitempty"`   // parts of one interrupted utterance share a number, from 1
	Cite    string    `json:"cite,omitempty"`    // address of the source, absolute

	RepeatOf *int `json:"repeat_of,omitempty"` // PullQuote: index into Article.Body of the block whose words it repeats

	Confidence string `json:"confidence,omitempty"` // "low" where the text may be read as naming another speaker
}

// A Speaker is who is quoted.
type Speaker struct {
	Name      string `json:"name"`           // the fullest name that the article gives
	AsWritten string `json:"as_written"`     // as it stands beside the quote: "she", "Lopez"
	Role      string `json:"role,omitempty"` // "the mayor"
}

// A LinkKind is the kind of a Link.
type LinkKind string

// The kinds of link.
const (
	InternalLink LinkKind = "internal" // to the same host
	ExternalLink LinkKind = "external"
	AnchorLink   LinkKind = "anchor"   // to a place in the page
	MailLink     LinkKind = "mail"     // mailto:
	PhoneLink    LinkKind = "phone"    // tel:, sms:
	DownloadLink LinkKind = "download" // with a download attribute
	FootnoteLink LinkKind = "footnote" // to a footnote or back
	TagLink      LinkKind = "tag"      // rel=tag
	AuthorLink   LinkKind = "author"   // rel=author
)

// A Link is a hyperlink of the body.
type Link struct {
	URL   string   `json:"url"`  // absolute; as written where the page gives no base
	Text  string   `json:"text"` // empty for a linked image
	Title string   `json:"title,omitempty"`
	Kind  LinkKind `json:"kind"`
	Rel   []string `json:"rel,omitempty"` // link types, lower case, in the page's order
	Block int      `json:"block"`         // index into Article.Body
}

// An Image is a picture of the article.
type Image struct {
	URL     string      `json:"url"` // the largest candidate, absolute
	Alt     string      `json:"alt,omitempty"`
	Title   string      `json:"title,omitempty"`
	Caption string      `json:"caption,omitempty"`
	Credit  string      `json:"credit,omitempty"` // who made it
	Href    string      `json:"href,omitempty"`   // where a click on it leads, absolute
	Width   int         `json:"width,omitempty"`  // CSS pixels
	Height  int         `json:"height,omitempty"` // CSS pixels
	Block   *int        `json:"block,omitempty"`  // index into Article.Body; nil for a lead image outside it
	Srcset  []Candidate `json:"srcset,omitempty"` // every candidate that the page gives, in its order
}

// A Candidate is one file of an image (HTML Standard, 4.8.4.2.1 Srcset attributes).
type Candidate struct {
	URL     string  `json:"url"`
	Width   int     `json:"width,omitempty"`   // pixels: the w descriptor
	Density float64 `json:"density,omitempty"` // the x descriptor, if not 1
}

// Stats counts the text.
type Stats struct {
	Words        int `json:"words"`         // of Text; an ideograph counts as one
	Characters   int `json:"characters"`    // code points of Text
	DroppedWords int `json:"dropped_words"` // of visible text that is not in Text
}

// A Warning is something that a reader of the record should know.
type Warning struct {
	Code    string `json:"code"`    // stable: one of the Warn constants
	Message string `json:"message"` // a sentence for people; may be put better in time
}

// HasText reports whether the article has any text in its body.
func (a *Article) HasText() bool { return strings.TrimSpace(a.Text) != "" }
