package extract

// warnings.go says what a reader should know before trusting a record: what the
// stages have noted goes in, warnings come out.

// The codes of warnings. There may be new ones, as there may be new fields.
const (
	WarnBadJSONLD    = "bad_json_ld"    // a block of JSON-LD was not valid JSON
	WarnJSONLDCut    = "json_ld_cut"    // JSON-LD beyond the limits was left out
	WarnNoBase       = "no_base"        // relative addresses stay as written: the page's own is unknown
	WarnAddressesCut = "addresses_cut"  // the same: made absolute they would be many times the page
	WarnNotAnArticle = "not_an_article" // the page is a thread, a list or a product; not with KeepMain or KeepAll
	WarnNoscriptText = "noscript_text"  // the text is the one for browsers without scripts
	WarnHiddenText   = "hidden_text"    // the page hides its text until a script has run
	WarnJSONLDText   = "json_ld_text"   // the text is the one that the page's JSON-LD gives
	WarnTooDeep      = "too_deep"       // elements too deep were flattened; their text is kept
	WarnTooMany      = "too_many"       // elements beyond the budget were flattened; their text is kept
	WarnTagCut       = "tag_cut"        // the last attributes of a giant tag were left out
	WarnTextCut      = "text_cut"       // text beyond 1 GiB was left out
	WarnQuotesCut    = "quotes_cut"     // quotes were sought in a first part of the text only
	WarnCutOff       = "cut_off"        // an archive says that it holds a part of the page only; Extract can not know
)

// warningTexts are all warnings in the order of their constants, with what is
// told unless the page's kind tells it (notArticles).
var warningTexts = []Warning{
	{WarnBadJSONLD, "a JSON-LD block was not valid JSON"},
	{WarnJSONLDCut, "JSON-LD was left out: a block of more than 4 MiB or 262,144 values, or more than 64 blocks"},
	{WarnNoBase, "relative addresses stay as written: the page does not tell its own address"},
	{WarnAddressesCut, "relative addresses stay as written: made absolute, they would be many times the page"},
	{WarnNotAnArticle, "the page is no article"},
	{WarnNoscriptText, "the text is the one for browsers without scripts: the page shows none without them"},
	{WarnHiddenText, "the page hides its text until a script has run"},
	{WarnJSONLDText, "the page shows no text: it is the one that its JSON-LD gives"},
	{WarnTooDeep, "elements more than 512 deep were flattened; their text is kept"},
	{WarnTooMany, "the page has more elements than are kept; the last ones were flattened, their text is kept"},
	{WarnTagCut, "a tag of more than 8 MiB was cut: its last attributes were left out"},
	{WarnTextCut, "text beyond 1 GiB was left out"},
	{WarnQuotesCut, "quotations were sought in a first part of the text only: there is too much of it"},
	{WarnCutOff, "the page was cut off when it was saved"},
}

// WarningCodes returns the codes that warnings have.
func WarningCodes() []string {
	codes := make([]string, len(warningTexts))
	for i := range warningTexts {
		codes[i] = warningTexts[i].Code
	}
	return codes
}

// Warn adds the warning of a code to the record: for programs that know what
// Extract can not, as of WarnCutOff. A code that is none of the Warn constants
// adds nothing.
func (a *Article) Warn(code string) {
	for i := range warningTexts {
		if warningTexts[i].Code == code {
			a.Warnings = append(a.Warnings, warningTexts[i])
		}
	}
}

// warn adds the warnings about the page and about what it says of itself.
func (m *metadata) warn(out *Article) {
	when := func(told bool, code string) {
		if told {
			out.Warn(code)
		}
	}
	p := m.p
	when(m.badJSON, WarnBadJSONLD)
	when(p.cutJSON, WarnJSONLDCut)
	when(m.addr.relative, WarnNoBase)
	when(m.addr.cut, WarnAddressesCut)
	if message, ok := notArticles[out.Kind]; ok && m.c.keep == KeepArticle {
		out.Warnings = append(out.Warnings, Warning{WarnNotAnArticle, message})
	}
	when(p.version == versionNoscript, WarnNoscriptText)
	when(p.version == versionHidden, WarnHiddenText)
	when(p.deep, WarnTooDeep)
	when(p.full, WarnTooMany)
	when(p.cutTag, WarnTagCut)
	when(p.cut, WarnTextCut)
}
