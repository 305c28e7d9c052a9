package extract

import "bytes"

// metatags.go takes <meta> and <link>: what a page's head claims about it.

// A field is a field of the record that the page's claims fill.
type field uint8

const (
	fieldNone field = iota
	fieldTitle
	fieldSubtitle
	fieldDescription
	fieldAuthor
	fieldPublished
	fieldModified
	fieldSite
	fieldLanguage
	fieldCategory
	fieldTag
	fieldImage
	fieldURL
	fieldComments
	fieldLicense
	fieldKind // read by signs.head, not claimed
	fieldCount
)

// fieldNames are the record's names, for the trace.
var fieldNames = [fieldCount]string{
	"", "title", "subtitle", "description", "authors", "published", "modified", "site", "language", "categories", "tags",
	"lead_image", "canonical_url", "comment_count", "license", "kind",
}

// metaKeys lists the names under which <meta> gives a field, in its name,
// property, itemprop or http-equiv attribute, in lower case.
var metaKeys = []struct {
	key    string
	field  field
	source source
}{
	{"og:title", fieldTitle, fromOpenGraph},
	{"twitter:title", fieldTitle, fromTwitter},
	{"parsely-title", fieldTitle, fromParsely},
	{"sailthru.title", fieldTitle, fromSailthru},
	{"citation_title", fieldTitle, fromCitation},
	{"dc.title", fieldTitle, fromDublinCore},
	{"dcterms.title", fieldTitle, fromDublinCore},
	{"headline", fieldTitle, fromMicrodata},
	{"title", fieldTitle, fromMeta},

	{"og:description", fieldDescription, fromOpenGraph},
	{"twitter:description", fieldDescription, fromTwitter},
	{"sailthru.description", fieldDescription, fromSailthru},
	{"dc.description", fieldDescription, fromDublinCore},
	{"dcterms.description", fieldDescription, fromDublinCore},
	{"dcterms.abstract", fieldDescription, fromDublinCore},
	{"description", fieldDescription, fromMeta},

	{"author", fieldAuthor, fromMeta},
	{"article:author", fieldAuthor, fromOpenGraph},
	{"article:author_name", fieldAuthor, fromOpenGraph},
	{"og:article:author", fieldAuthor, fromOpenGraph},
	{"parsely-author", fieldAuthor, fromParsely},
	{"sailthru.author", fieldAuthor, fromSailthru},
	{"citation_author", fieldAuthor, fromCitation},
	{"dc.creator", fieldAuthor, fromDublinCore},
	{"dcterms.creator", fieldAuthor, fromDublinCore},
	{"dc.contributor", fieldAuthor, fromDublinCore},
	{"byl", fieldAuthor, fromMeta},
	{"twitter:label1", fieldNone, fromTwitter},
	{"twitter:data1", fieldNone, fromTwitter},
	{"twitter:label2", fieldNone, fromTwitter},
	{"twitter:data2", fieldNone, fromTwitter},

	{"article:published_time", fieldPublished, fromOpenGraph},
	{"og:article:published_time", fieldPublished, fromOpenGraph},
	{"article:published", fieldPublished, fromOpenGraph},
	{"og:published_time", fieldPublished, fromOpenGraph},
	{"datepublished", fieldPublished, fromMicrodata},
	{"parsely-pub-date", fieldPublished, fromParsely},
	{"sailthru.date", fieldPublished, fromSailthru},
	{"citation_publication_date", fieldPublished, fromCitation},
	{"citation_date", fieldPublished, fromCitation},
	{"citation_online_date", fieldPublished, fromCitation},
	{"prism.publicationdate", fieldPublished, fromCitation},
	{"dc.date", fieldPublished, fromDublinCore},
	{"dc.date.issued", fieldPublished, fromDublinCore},
	{"dcterms.date", fieldPublished, fromDublinCore},
	{"dcterms.created", fieldPublished, fromDublinCore},
	{"dcterms.issued", fieldPublished, fromDublinCore},
	{"dcterms.available", fieldPublished, fromDublinCore},
	{"date", fieldPublished, fromMeta},
	{"pubdate", fieldPublished, fromMeta},
	{"publishdate", fieldPublished, fromMeta},
	{"publish-date", fieldPublished, fromMeta},
	{"publish_date", fieldPublished, fromMeta},
	{"published", fieldPublished, fromMeta},
	{"publication_date", fieldPublished, fromMeta},
	{"article.published", fieldPublished, fromMeta},
	{"displaydate", fieldPublished, fromMeta},
	{"publisheddate", fieldPublished, fromMeta},
	{"published-date", fieldPublished, fromMeta},
	{"published_date", fieldPublished, fromMeta},
	{"published_time", fieldPublished, fromMeta},
	{"publish-time", fieldPublished, fromMeta},
	{"pub_date", fieldPublished, fromMeta},
	{"pub-date", fieldPublished, fromMeta},
	{"rbpubdate", fieldPublished, fromMeta},
	{"bt:pubdate", fieldPublished, fromMeta},
	{"originalpublicationdate", fieldPublished, fromMeta},
	{"firstpublished", fieldPublished, fromMeta},
	{"cxenseparse:publishtime", fieldPublished, fromMeta},
	{"cxenseparse:recs:publishtime", fieldPublished, fromMeta},
	{"mediator_published_time", fieldPublished, fromMeta},
	{"vr:published_time", fieldPublished, fromMeta},
	{"article.created", fieldPublished, fromMeta},
	{"article:created", fieldPublished, fromMeta},
	{"date.created", fieldPublished, fromMeta},
	{"created", fieldPublished, fromMeta},
	{"dc.date.created", fieldPublished, fromDublinCore},
	{"dc.issued", fieldPublished, fromDublinCore},
	{"dc.created", fieldPublished, fromDublinCore},
	{"eprints.date", fieldPublished, fromCitation},
	{"rnews:datepublished", fieldPublished, fromMicrodata},
	{"releasedate", fieldPublished, fromMeta},
	{"article:first_published_time", fieldPublished, fromOpenGraph},
	{"article:published_date", fieldPublished, fromOpenGraph},
	{"article:publicationdate", fieldPublished, fromOpenGraph},
	{"article:post_date", fieldPublished, fromOpenGraph},
	{"og:article:published", fieldPublished, fromOpenGraph},
	{"og:publish_date", fieldPublished, fromOpenGraph},
	{"og:pubdate", fieldPublished, fromOpenGraph},
	{"og:datepublished", fieldPublished, fromOpenGraph},
	{"og:release_date", fieldPublished, fromOpenGraph},
	{"og:regdate", fieldPublished, fromOpenGraph},
	{"dc.date.publication", fieldPublished, fromDublinCore},
	{"publish_time", fieldPublished, fromMeta},
	{"publication-date", fieldPublished, fromMeta},
	{"publicationdate", fieldPublished, fromMeta},
	{"date_published", fieldPublished, fromMeta},
	{"date-published", fieldPublished, fromMeta},
	{"date-pub", fieldPublished, fromMeta},
	{"dateposted", fieldPublished, fromMeta},
	{"date_created", fieldPublished, fromMeta},
	{"datecreated", fieldPublished, fromMeta},
	{"release_date", fieldPublished, fromMeta},
	{"pdate", fieldPublished, fromMeta},
	{"ptime", fieldPublished, fromMeta},
	{"article-published_time", fieldPublished, fromMeta},
	{"article_date_original", fieldPublished, fromMeta},
	{"analyticsattributes.articledate", fieldPublished, fromMeta},
	{"shareaholic:article_published_time", fieldPublished, fromMeta},

	{"article:modified_time", fieldModified, fromOpenGraph},
	{"article:modified", fieldModified, fromOpenGraph},
	{"og:updated_time", fieldModified, fromOpenGraph},
	{"og:modified_time", fieldModified, fromOpenGraph},
	{"datemodified", fieldModified, fromMicrodata},
	{"dcterms.modified", fieldModified, fromDublinCore},
	{"dc.date.modified", fieldModified, fromDublinCore},
	{"lastmod", fieldModified, fromMeta},
	{"last-modified", fieldModified, fromMeta},
	{"revised", fieldModified, fromMeta},
	{"article.updated", fieldModified, fromMeta},
	{"updated", fieldModified, fromMeta},
	{"updated_time", fieldModified, fromMeta},
	{"modified", fieldModified, fromMeta},
	{"bt:moddate", fieldModified, fromMeta},
	{"rnews:datemodified", fieldModified, fromMicrodata},
	{"og:article:modified_time", fieldModified, fromOpenGraph},
	{"article:modified_date", fieldModified, fromOpenGraph},
	{"article:post_modified", fieldModified, fromOpenGraph},
	{"dc.modified", fieldModified, fromDublinCore},
	{"last_modified", fieldModified, fromMeta},
	{"lastmodified", fieldModified, fromMeta},
	{"last-updated", fieldModified, fromMeta},
	{"last_updated", fieldModified, fromMeta},
	{"last_updated_date", fieldModified, fromMeta},
	{"lastupdated", fieldModified, fromMeta},
	{"updated_at", fieldModified, fromMeta},
	{"modified_date", fieldModified, fromMeta},
	{"modified-date", fieldModified, fromMeta},
	{"modified_time", fieldModified, fromMeta},
	{"modificationdate", fieldModified, fromMeta},
	{"dateupdated", fieldModified, fromMeta},
	{"dateupdate", fieldModified, fromMeta},
	{"revision_date", fieldModified, fromMeta},
	{"utime", fieldModified, fromMeta},
	{"cxenseparse:recs:modifiedtime", fieldModified, fromMeta},
	{"shareaholic:article_modified_time", fieldModified, fromMeta},

	{"og:site_name", fieldSite, fromOpenGraph},
	{"application-name", fieldSite, fromMeta},
	{"apple-mobile-web-app-title", fieldSite, fromMeta},
	{"citation_journal_title", fieldSite, fromCitation},
	{"dc.publisher", fieldSite, fromDublinCore},
	{"dcterms.publisher", fieldSite, fromDublinCore},

	{"og:locale", fieldLanguage, fromOpenGraph},
	{"content-language", fieldLanguage, fromMeta},
	{"language", fieldLanguage, fromMeta},
	{"dc.language", fieldLanguage, fromDublinCore},
	{"dcterms.language", fieldLanguage, fromDublinCore},
	{"citation_language", fieldLanguage, fromCitation},
	{"inlanguage", fieldLanguage, fromMicrodata},

	{"article:section", fieldCategory, fromOpenGraph},
	{"parsely-section", fieldCategory, fromParsely},
	{"articlesection", fieldCategory, fromMicrodata},
	{"category", fieldCategory, fromMeta},
	{"section", fieldCategory, fromMeta},

	{"article:tag", fieldTag, fromOpenGraph},
	{"og:article:tag", fieldTag, fromOpenGraph},
	{"parsely-tags", fieldTag, fromParsely},
	{"sailthru.tags", fieldTag, fromSailthru},
	{"citation_keywords", fieldTag, fromCitation},
	{"dc.subject", fieldTag, fromDublinCore},
	{"dcterms.subject", fieldTag, fromDublinCore},
	{"news_keywords", fieldTag, fromMeta},
	{"keywords", fieldTag, fromKeywords},

	{"og:image", fieldImage, fromOpenGraph},
	{"og:image:url", fieldImage, fromOpenGraph},
	{"og:image:secure_url", fieldImage, fromOpenGraph},
	{"twitter:image", fieldImage, fromTwitter},
	{"twitter:image:src", fieldImage, fromTwitter},
	{"parsely-image-url", fieldImage, fromParsely},
	{"sailthru.image.full", fieldImage, fromSailthru},
	{"image", fieldImage, fromMicrodata},

	{"dcterms.license", fieldLicense, fromDublinCore},
	{"dc.rights.license", fieldLicense, fromDublinCore},
	{"license", fieldLicense, fromMeta},

	{"og:type", fieldKind, fromOpenGraph},
	{"generator", fieldKind, fromMeta},

	{"og:url", fieldURL, fromOpenGraph},
	{"commentcount", fieldComments, fromMicrodata},
}

var metaIndex = func() map[string]int16 {
	index := make(map[string]int16, len(metaKeys))
	for i, row := range metaKeys {
		index[row.key] = int16(i)
	}
	return index
}()

// maxFacts bounds what a page's head may claim, and maxValue one claim, in bytes.
const (
	maxFacts = 2000
	maxValue = 16 << 10
)

// meta takes a <meta>.
func (s *scanner) meta() {
	a, p := &s.attr, s.page
	content := a.get(attrContent)
	if len(content) == 0 || len(p.facts) >= maxFacts {
		return
	}
	for _, k := range [...]attribute{attrProperty, attrName, attrItemprop, attrHTTPEquiv} {
		name := a.get(k)
		if len(name) == 0 || len(name) > 64 {
			continue
		}
		if k == attrItemprop && s.scope != scopeNone {
			s.itemMeta(name)
			return
		}
		found := false
		for key := range bytes.FieldsSeq(name) { // a property is a list of names (RDFa 1.1, 5)
			if row, ok := metaRow(key); ok {
				p.facts = append(p.facts, fact{key: row, value: p.keep(content[:min(len(content), maxValue)])})
				found = true
			}
		}
		if found {
			return
		}
	}
}

// metaRow finds the row of a name in any case. "dc:creator" is "dc.creator".
func metaRow(name []byte) (int16, bool) {
	var buf [64]byte
	key := lower(buf[:0], string(name))
	if bytes.HasPrefix(key, []byte("dc:")) || bytes.HasPrefix(key, []byte("dcterms:")) || bytes.HasPrefix(key, []byte("dcterm:")) {
		key[bytes.IndexByte(key, ':')] = '.'
	}
	if row, ok := metaIndex[string(key)]; ok {
		return row, true
	}
	return publishedRow(key)
}

// publishedRow finds the row of a date of publication behind a prefix of the
// site's own: "w-published-date", "vr:published_time".
func publishedRow(key []byte) (int16, bool) {
	at := bytes.Index(key, []byte("publ"))
	if i := bytes.Index(key, []byte("pubdate")); i > 0 {
		at = i
	}
	if at < 2 || key[at-1] >= 'a' && key[at-1] <= 'z' {
		return 0, false
	}
	row, ok := metaIndex[string(key[at:])]
	return row, ok && metaKeys[row].field == fieldPublished
}

// itemMeta takes a <meta itemprop> inside an author's or a publisher's item.
func (s *scanner) itemMeta(name []byte) {
	if k := s.property(name); k != 0 {
		s.addMark(&mark{kinds: k, from: fromItemprop})
	}
}

// linkElement takes a <link>.
func (s *scanner) linkElement() {
	p, a := s.page, &s.attr
	for token := range bytes.FieldsSeq(bytes.ToLower(a.get(attrRel))) {
		switch string(token) {
		case "canonical":
			if p.canonical.empty() {
				p.canonical = p.keep(a.get(attrHref))
			}
		case "license":
			s.addMark(&mark{kinds: markLicense, from: fromRel})
		}
	}
}
