package output

import (
	"strings"

	"pressclip/extract"
)

// docs says what each field of the record is, by "Type.name" of the Go type and
// the JSON name. Users read it in the list of fields and in the schema.
var docs = map[string]string{
	"Article.schema":        "version of the record",
	"Article.source":        "where the bytes came from",
	"Article.url":           "the page's address: the one given, else a saved page's comment, else the canonical link",
	"Article.canonical_url": "the address that the page names as its own",
	"Article.kind":          "kind of page: article, forum, listing, product, documentation or other",
	"Article.title":         "the headline, without the site's name",
	"Article.subtitle":      "the dek below the headline",
	"Article.description":   "the page's own summary of itself",
	"Article.authors":       "who wrote it, in the page's order",
	"Article.published":     "first publication; as precise as the page",
	"Article.modified":      "last edit that the page tells of; as precise as the page",
	"Article.site":          "the publication",
	"Article.language":      "BCP 47 tag, such as en-GB",
	"Article.license":       "under which terms the page may be used: the address of a licence, else its name",
	"Article.categories":    "sections, widest first",
	"Article.tags":          "keywords, in the page's order",
	"Article.comment_count": "readers' comments, if the page tells",
	"Article.lead_image":    "index into images",
	"Article.text":          "the blocks' texts, an empty line between two; no title, byline or caption",
	"Article.body":          "the article's blocks in reading order",
	"Article.quotes":        "words presented as somebody's, in reading order",
	"Article.links":         "hyperlinks of the body, in reading order",
	"Article.images":        "pictures of the body in reading order, then a lead image that is not in it",
	"Article.stats":         "counts of the text",
	"Article.warnings":      "what to know before trusting the record",

	"Source.path":    "name of the input, as given",
	"Source.bytes":   "length of the input before decoding",
	"Source.charset": "WHATWG name, lower case",

	"Person.name": "as people write it",
	"Person.url":  "the author's page",
	"Person.role": "what the author did, such as photographs",

	"Site.name": "name of the publication",
	"Site.url":  "its home page",

	"Term.name": "the term",
	"Term.url":  "its page",

	"Block.type":        "kind of block: tells which other fields may be there",
	"Block.level":       "of a heading: 1 to 6",
	"Block.id":          "of a heading: its anchor",
	"Block.ordered":     "of a list: whether it is numbered",
	"Block.start":       "of a list: number of the first item, if not 1",
	"Block.language":    "of code: as the page names it, lower case",
	"Block.image":       "of a figure: index into images",
	"Block.provider":    "of an embed: where it is from",
	"Block.url":         "of an embed: address of what is embedded",
	"Block.title":       "of an embed: its title",
	"Block.cite":        "of a quote: address of the source",
	"Block.tex":         "of a formula: LaTeX source",
	"Block.caption":     "of a table: its caption",
	"Block.header_rows": "of a table: how many rows, from the top, are its head",
	"Block.text":        "plain text of the whole block; of a figure the caption, of code verbatim",
	"Block.inlines":     "runs of the text, where there is markup",
	"Block.items":       "entries of a list, of definitions or of footnotes",
	"Block.rows":        "of a table: each cell once, at its first row and column",
	"Block.body":        "of a quote or an embed: the blocks in it",

	"Line.text":    "plain text",
	"Line.inlines": "runs of the text, where there is markup",

	"Item.id":      "of a footnote: what a run's footnote refers to",
	"Item.terms":   "of definitions: what is defined",
	"Item.text":    "plain text of the entry's line",
	"Item.inlines": "runs of the text, where there is markup",
	"Item.body":    "blocks below the line",

	"Cell.text":    "plain text of the cell's line",
	"Cell.inlines": "runs of the text, where there is markup",
	"Cell.body":    "blocks below the line",
	"Cell.header":  "whether it names its row",
	"Cell.colspan": "columns covered, if more than 1",
	"Cell.rowspan": "rows covered, if more than 1",

	"Inline.text":     "the run's text; joined, the runs are the line's text",
	"Inline.href":     "where it links to: absolute, or an anchor in the page",
	"Inline.title":    "the link's title",
	"Inline.style":    "how it is set apart",
	"Inline.image":    "index into images; the text is then empty",
	"Inline.footnote": "id of the note that this run is the mark of",
	"Inline.tex":      "LaTeX source of a formula; the text is its plain form",

	"Quote.kind":       "direct, block, pull or phrase",
	"Quote.text":       "the words, without the outer marks",
	"Quote.block":      "index into body",
	"Quote.speaker":    "who is quoted, if the text names one",
	"Quote.cue":        "the word of saying, such as said",
	"Quote.group":      "parts of one interrupted utterance share a number, from 1",
	"Quote.cite":       "address of the source",
	"Quote.repeat_of":  "of a pull: index into body of the block whose words it repeats",
	"Quote.confidence": "low where the text may be read as naming another speaker",

	"Speaker.name":       "the fullest name that the article gives",
	"Speaker.as_written": "as it stands beside the quote",
	"Speaker.role":       "such as the mayor",

	"Link.url":   "absolute; as written where the page gives no base",
	"Link.text":  "empty for a linked image",
	"Link.title": "the title attribute",
	"Link.kind":  "where it leads: internal, external, anchor and others",
	"Link.rel":   "link types, lower case, in the page's order",
	"Link.block": "index into body",

	"Image.url":     "the largest candidate",
	"Image.alt":     "what it shows, for those who do not see it",
	"Image.title":   "the title attribute",
	"Image.caption": "the text below it",
	"Image.credit":  "who made it",
	"Image.href":    "where a click on it leads",
	"Image.width":   "CSS pixels",
	"Image.height":  "CSS pixels",
	"Image.block":   "index into body; absent for a lead image outside it",
	"Image.srcset":  "every candidate that the page gives, in its order",

	"Candidate.url":     "address of the file",
	"Candidate.width":   "pixels: the w descriptor",
	"Candidate.density": "the x descriptor, if not 1",

	"Stats.words":         "of the text; an ideograph counts as one",
	"Stats.characters":    "code points of the text",
	"Stats.dropped_words": "of visible text that is not in the text",

	"Warning.code":    "stable name: " + strings.Join(extract.WarningCodes(), ", "),
	"Warning.message": "a sentence for people",
}
