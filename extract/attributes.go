package extract

// An attribute is the number of an attribute that the extractor reads.
type attribute uint8

// The attributes that are read. Every other one is passed over.
const (
	attrNone attribute = iota
	attrAlt
	attrAltText // alttext: the TeX of a MathML formula
	attrAriaHidden
	attrCharset
	attrCite
	attrClass
	attrColspan
	attrContent
	attrData
	attrDataLang
	attrDatetime
	attrDisplay
	attrDownload
	attrEncoding
	attrHeight
	attrHidden
	attrHref
	attrHTTPEquiv
	attrID
	attrItemprop
	attrItemscope
	attrItemtype
	attrLang
	attrName
	attrOpen
	attrPoster
	attrProperty
	attrPubdate
	attrRel
	attrRole
	attrRowspan
	attrShadowRoot
	attrSrc
	attrSrcset
	attrStart
	attrStyle
	attrTeX // a formula's source in a data attribute
	attrTitle
	attrType
	attrValue
	attrWidth
	attrLazySrc
	attrLazySrcset
	attrVideoID // what an AMP player shows
	attributeCount
)

// attributeTable names the attributes. Several names may mean the same: lazy
// loaders keep an image's address under many.
var attributeTable = []struct {
	name string
	attr attribute
}{
	{"alt", attrAlt},
	{"alttext", attrAltText},
	{"aria-hidden", attrAriaHidden},
	{"charset", attrCharset},
	{"cite", attrCite},
	{"class", attrClass},
	{"colspan", attrColspan},
	{"content", attrContent},
	{"data", attrData},
	{"data-lang", attrDataLang},
	{"data-language", attrDataLang},
	{"data-code-language", attrDataLang},
	{"datetime", attrDatetime},
	{"ts", attrDatetime}, // of <faceplate-timeago>
	{"display", attrDisplay},
	{"download", attrDownload},
	{"encoding", attrEncoding},
	{"height", attrHeight},
	{"hidden", attrHidden},
	{"href", attrHref},
	{"http-equiv", attrHTTPEquiv},
	{"id", attrID},
	{"itemprop", attrItemprop},
	{"itemscope", attrItemscope},
	{"itemtype", attrItemtype},
	{"lang", attrLang},
	{"xml:lang", attrLang},
	{"name", attrName},
	{"poster", attrPoster},
	{"property", attrProperty},
	{"pubdate", attrPubdate},
	{"rel", attrRel},
	{"role", attrRole},
	{"rowspan", attrRowspan},
	{"shadowrootmode", attrShadowRoot},
	{"src", attrSrc},
	{"srcset", attrSrcset},
	{"start", attrStart},
	{"style", attrStyle},
	{"data-tex", attrTeX},
	{"data-latex", attrTeX},
	{"data-math", attrTeX},
	{"title", attrTitle},
	{"type", attrType},
	{"value", attrValue},
	{"width", attrWidth},
	{"data-src", attrLazySrc},
	{"data-lazy-src", attrLazySrc},
	{"data-lazy", attrLazySrc},
	{"data-original", attrLazySrc},
	{"data-original-src", attrLazySrc},
	{"data-orig-file", attrLazySrc},
	{"data-orig-src", attrLazySrc},
	{"data-large-file", attrLazySrc},
	{"data-full-src", attrLazySrc},
	{"data-hi-res-src", attrLazySrc},
	{"data-image", attrLazySrc},
	{"data-img-src", attrLazySrc},
	{"data-actualsrc", attrLazySrc},
	{"data-savepage-src", attrLazySrc},
	{"data-srcset", attrLazySrcset},
	{"data-lazy-srcset", attrLazySrcset},
	{"data-original-set", attrLazySrcset},
	{"data-videoid", attrVideoID},
	{"data-tweetid", attrVideoID},
	{"data-shortcode", attrVideoID},
	{"data-href", attrVideoID},
}

var attributeNames = func() (t nameTable) {
	for _, row := range attributeTable {
		t.add(row.name, uint8(row.attr))
	}
	return t
}()

// maxAttributes is how many known attributes of one tag are read; a start tag
// of a real page has less than half as many.
const maxAttributes = 40

// attributes are those of one start tag, read for their known names only. The
// values lie in the tokenizer's buffer: valid until its next token.
type attributes struct {
	has  uint64 // bit per attribute
	keys [maxAttributes]attribute
	vals [maxAttributes][]byte
	n    int
}

func (a *attributes) bit(k attribute) bool { return a.has&(1<<k) != 0 }

// get returns the first value of an attribute, nil if the tag has none.
func (a *attributes) get(k attribute) []byte {
	if !a.bit(k) {
		return nil
	}
	for i := range a.n {
		if a.keys[i] == k {
			return a.vals[i]
		}
	}
	return nil
}
