package extract

// trust.go orders the sources of each field by how far they are believed.

// A source is a kind of place in which a page makes a claim about itself.
type source uint8

const (
	fromNowhere source = iota
	fromFrontMatter
	fromJSONLD
	fromOpenGraph
	fromTwitter
	fromParsely
	fromSailthru
	fromCitation
	fromDublinCore
	fromMicrodata
	fromMeta
	fromKeywords
	fromRelLink
	fromTimeTag
	fromClassName
	fromByline
	fromHeader
	fromHeading
	fromTitleTag
	fromURLPath
	fromHTMLLang
	fromCanonical
	fromPostClass
	fromCaller
	fromSavedPage
	fromTermLink
	fromLabel
	sourceCount
)

// sourceNames say a source in words, for explain.
var sourceNames = [sourceCount]string{
	"", "front matter", "JSON-LD", "Open Graph", "Twitter card", "Parsely", "Sailthru", "citation meta tags", "Dublin Core",
	"microdata", "meta tag", "meta keywords", "rel attribute", "time element", "class name", "byline text", "line beside the headline", "heading",
	"title element", "URL path", "html lang", "canonical link", "post class", "given by the caller", "saved page's comment", "link to a term", "labelled line",
}

// trust lists the sources of each field, the most believed first. A source that
// is not listed is not believed.
var trust = [fieldCount][]source{
	fieldTitle:       {fromFrontMatter, fromJSONLD, fromCitation, fromHeading, fromOpenGraph, fromMicrodata, fromParsely, fromSailthru, fromClassName, fromTwitter, fromTitleTag, fromDublinCore, fromMeta},
	fieldSubtitle:    {fromFrontMatter, fromMicrodata, fromHeader, fromJSONLD, fromClassName},
	fieldDescription: {fromFrontMatter, fromMeta, fromOpenGraph, fromJSONLD, fromTwitter, fromSailthru, fromDublinCore, fromMicrodata},
	fieldAuthor:      {fromFrontMatter, fromCitation, fromMicrodata, fromHeader, fromJSONLD, fromRelLink, fromParsely, fromSailthru, fromDublinCore, fromMeta, fromTwitter, fromClassName, fromByline, fromOpenGraph},
	fieldPublished:   {fromFrontMatter, fromJSONLD, fromOpenGraph, fromParsely, fromSailthru, fromCitation, fromMicrodata, fromHeader, fromTimeTag, fromClassName, fromMeta, fromDublinCore, fromByline, fromURLPath, fromLabel},
	fieldModified:    {fromFrontMatter, fromJSONLD, fromOpenGraph, fromMicrodata, fromHeader, fromTimeTag, fromClassName, fromDublinCore, fromMeta, fromByline},
	fieldSite:        {fromJSONLD, fromOpenGraph, fromMicrodata, fromMeta, fromCitation, fromDublinCore, fromTitleTag},
	fieldLanguage:    {fromFrontMatter, fromHTMLLang, fromJSONLD, fromOpenGraph, fromMicrodata, fromMeta, fromDublinCore, fromCitation},
	fieldCategory:    {fromFrontMatter, fromRelLink, fromOpenGraph, fromJSONLD, fromMicrodata, fromParsely, fromMeta, fromTermLink, fromPostClass},
	fieldTag:         {fromFrontMatter, fromRelLink, fromOpenGraph, fromJSONLD, fromParsely, fromMicrodata, fromSailthru, fromCitation, fromClassName, fromTermLink, fromMeta, fromDublinCore, fromPostClass, fromKeywords},
	fieldImage:       {fromOpenGraph, fromJSONLD, fromTwitter, fromMicrodata, fromParsely, fromSailthru},
	fieldURL:         {fromCanonical, fromOpenGraph, fromJSONLD},
	fieldLicense:     {fromJSONLD, fromRelLink, fromMicrodata, fromDublinCore, fromMeta, fromByline},
	fieldComments:    {fromJSONLD, fromMicrodata, fromClassName, fromByline},
}
