package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// authors.go makes persons of the claims about authors. Fewer is better than wrong.

// markedPerson claims the person that a marked element names. Beside the
// headline a link to a person's page is a byline; further off, in a thread or a
// list, only the first counts.
func (m *metadata) markedPerson(z *zone, mk *mark, from source) {
	name := firstString(m.p.str(mk.value), m.markText(mk))
	if from == fromClassName {
		if rest, ok := afterCue(name, false); ok {
			name = rest
		}
		name = cutName(name)
	}
	if from == fromRelLink && z.inHeader(mk.leaf, mk.node) {
		from = fromHeader
	}
	m.person(name, m.p.str(mk.href), mk.leaf, from)
}

// bylineMark claims the person that an inline element of the header names, if
// its class says byline and its text is a name and nothing else.
func (m *metadata) bylineMark(z *zone, mk *mark, text string) {
	if !z.inHeader(mk.leaf, mk.node) || mk.dark || len(text) > longName || namesOthers(m.before(z, mk)) {
		return
	}
	name, ok := afterCue(text, false)
	if name = cutName(firstString(name, text)); (ok || looksLikeName(name)) && !isRole(name) {
		m.person(name, m.p.str(mk.href), mk.leaf, fromClassName)
	}
}

// chooseAuthors believes the authors of the first source that names any, and
// adds what other sources know of the same persons. The site's own name, and a
// login, give way to a byline.
func (m *metadata) chooseAuthors(out *Article) []Person {
	names := m.siteNames()
	if out.Site != nil && out.Site.Name != "" {
		names = append(names, string(foldWords(nil, []byte(out.Site.Name))))
	}
	var login, site []Person
	for _, from := range trust[fieldAuthor] {
		list := m.authorsFrom(from)
		proper := notSites(list, names)
		switch {
		case len(proper) > 0 && !allLogins(proper):
			m.addAuthorURLs(proper)
			return proper
		case len(proper) > 0 && login == nil:
			login = proper
		case len(list) > 0 && site == nil:
			site = list
		}
	}
	if login == nil {
		login = site
	}
	m.addAuthorURLs(login)
	return login
}

// notSites drops the site's own names.
func notSites(list []Person, names []string) (out []Person) {
	for _, p := range list {
		if !isName(string(foldWords(nil, []byte(p.Name))), names) {
			out = append(out, p)
		}
	}
	return out
}

// allLogins reports whether no name has two words.
func allLogins(list []Person) bool {
	for _, p := range list {
		if strings.Contains(p.Name, " ") || !isLatin(p.Name) {
			return false
		}
	}
	return true
}

// whole are the sources that give one name a value, never a list.
var whole = map[source]bool{fromJSONLD: true, fromCitation: true, fromFrontMatter: true}

// placed are the sources whose claims stand somewhere on the page.
var placed = map[source]bool{fromHeader: true, fromClassName: true, fromByline: true, fromMicrodata: true, fromRelLink: true}

// bylineSpan is how far apart, in leaves, the names of one byline may stand.
const bylineSpan = 3

func (m *metadata) authorsFrom(from source) (list []Person) {
	seen := map[string]bool{}
	last := int32(none)
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldAuthor || c.source != from {
			continue
		}
		if placed[from] && last != none && (c.leaf > last+bylineSpan || c.leaf < last-bylineSpan || allLogins(list)) {
			continue
		}
		names := []string{c.value}
		if !whole[from] || isPair(c.value) {
			names = splitNames(c.value)
		}
		for _, name := range names {
			name = cleanName(name)
			if from == fromCitation || from == fromDublinCore || from == fromMeta {
				name = unswapped(name, from)
			}
			key := string(foldWords(nil, []byte(name)))
			if key == "" || seen[key] {
				continue
			}
			seen[key] = true
			c.won = true
			last = c.leaf
			p := Person{Name: name}
			if len(names) == 1 {
				p.URL = c.url
			}
			list = append(list, p)
		}
	}
	return dropRoles(dropParts(list))
}

// isPair reports whether a name is two full names with an "and".
func isPair(s string) bool {
	a, b, ok := strings.Cut(s, " and ")
	return ok && looksLikeName(a) && looksLikeName(cutTitles(b))
}

// dropRoles drops what persons are from the list of persons.
func dropRoles(list []Person) []Person {
	out := list[:0:0]
	for _, p := range list {
		first, _, _ := strings.Cut(p.Name, " ")
		if len(list) == 1 || !isRole(p.Name) && !joinWords[strings.ToLower(first)] {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}

// joinWords begin what is said of an article beside its author.
var joinWords = map[string]bool{"from": true, "edited": true, "sponsored": true, "photos": true, "photo": true, "reviewed": true, "translated": true, "updated": true, "for": true, "special": true}

// unswapped turns "Schmo, Joe" round. Meta tags other than those for citations
// write so only where an initial tells it.
func unswapped(name string, from source) string {
	family, given, ok := strings.Cut(name, ", ")
	if !ok || strings.Contains(given, ",") || nameSuffixes[strings.ToLower(given)] || strings.Count(family, " ") > 2 || strings.Count(given, " ") > 2 {
		return name
	}
	if from == fromMeta && (strings.Contains(family, " ") || !strings.HasSuffix(given, ".")) {
		return name
	}
	return given + " " + family
}

// dropParts drops names that are part of another's: a byline's link and the
// byline around it name one person. Of two forms the shorter is kept, unless it
// is one word.
func dropParts(list []Person) []Person {
	out := list[:0:0]
	for i, p := range list {
		part := false
		for j, o := range list {
			inside := i != j && len(p.Name) > len(o.Name) && (strings.HasPrefix(p.Name, o.Name) || strings.HasSuffix(p.Name, " "+o.Name))
			around := i != j && len(p.Name) < len(o.Name) && (strings.HasPrefix(o.Name, p.Name+" ") || strings.HasSuffix(o.Name, " "+p.Name))
			if inside && strings.Contains(o.Name, " ") || around && !strings.Contains(p.Name, " ") {
				part = true
			}
		}
		if !part {
			out = append(out, p)
		}
	}
	return out
}

// addAuthorURLs adds the addresses that other sources give for the same names.
func (m *metadata) addAuthorURLs(list []Person) {
	for i := range list {
		for j := range m.claims {
			c := &m.claims[j]
			if (list[i].URL == "" || c.source == fromJSONLD) && c.field == fieldAuthor && c.url != "" && sameWords(cleanName(c.value), list[i].Name) {
				list[i].URL = c.url
			}
		}
	}
}

// nameBreaks are the words that join names, with their spaces.
var nameBreaks = []string{" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " и ", " i ", " a ", " with ", " mit ", ";", " | ", "、", "，", " ve ", " și "}

// nameSuffixes follow a comma without starting another name.
var nameSuffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true, "inc": true, "inc.": true, "llc": true, "ltd": true}

// splitNames parts a list of names: at commas where each part is a name of
// two words or more, and at the words for "and".
func splitNames(s string) []string {
	parts := []string{s}
	for _, sep := range nameBreaks {
		var next []string
		for _, p := range parts {
			pieces := strings.Split(p, sep)
			if len(pieces) > 1 && strings.TrimSpace(sep) != ";" && !allNames(pieces) {
				pieces = []string{p}
			}
			next = append(next, pieces...)
		}
		parts = next
	}
	var out []string
	for _, p := range parts {
		if pieces := strings.Split(p, ","); len(pieces) > 1 && allNames(pieces) {
			out = append(out, pieces...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// allNames reports whether each piece can be a full name.
func allNames(pieces []string) bool {
	for i, p := range pieces {
		if i == 0 {
			for _, cue := range authorCues {
				p, _ = cutCue(strings.TrimSpace(p), cue)
			}
		}
		for k, piece := range strings.Split(p, ", ") {
			piece = strings.TrimSpace(piece)
			if k > 0 && nameSuffixes[strings.ToLower(piece)] {
				continue
			}
			if piece == "" && i == 0 {
				return false
			}
			if piece != "" && (len(strings.Fields(piece)) < 2 && isLatin(piece) || nameSuffixes[strings.ToLower(piece)] || isRole(piece)) {
				return false
			}
		}
	}
	return true
}

func isLatin(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return true
}

// roleWords are words of what persons are, not of what they are called.
var roleWords = map[string]bool{
	"editor": true, "writer": true, "director": true, "manager": true, "reporter": true, "correspondent": true, "contributor": true, "columnist": true, "journalist": true, "founder": true, "co-founder": true, "cofounder": true, "ceo": true, "cto": true, "president": true, "professor": true,
	"head": true, "vp": true, "specialist": true, "analyst": true, "engineer": true, "author": true, "chief": true, "senior": true, "staff": true, "producer": true, "consultant": true, "strategist": true, "marketing": true, "partner": true, "attorney": true,
	"redakteur": true, "redakteurin": true, "redaktion": true, "korrespondent": true, "journaliste": true, "rédacteur": true, "redactor": true, "redactora": true, "giornalista": true, "представитель": true, "корреспондент": true, "editora": true, "network": true, "photographer": true, "blogger": true, "educator": true, "horticulturalist": true, "psychologist": true, "expert": true, "advisor": true, "scientist": true, "physician": true, "dietitian": true, "nutritionist": true, "therapist": true, "instructor": true, "researcher": true, "coordinator": true, "officer": true, "representative": true,
}

// isRole reports whether a piece of a byline says what somebody is.
func isRole(piece string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(piece)) {
		if roleWords[strings.Trim(w, ",;:()")] {
			return true
		}
	}
	return false
}

// isTitle reports whether a piece after a comma is a degree: "Ph.D.", "RD".
func isTitle(piece string) bool {
	letters, upper := 0, 0
	for _, r := range piece {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return letters > 0 && letters <= 10 && len(strings.Fields(piece)) <= 3 && upper*2 >= letters && !nameSuffixes[strings.ToLower(piece)]
}

// cutTitles cuts degrees, posts and employers after a name's comma.
func cutTitles(s string) string {
	name, rest, ok := strings.Cut(s, ",")
	if !ok || !strings.Contains(strings.TrimSpace(name), " ") {
		return s
	}
	piece, more, _ := strings.Cut(rest, ",")
	piece = strings.TrimSpace(piece)
	if nameSuffixes[strings.ToLower(piece)] {
		if more == "" {
			return s
		}
		return name + ", " + piece
	}
	if isTitle(piece) || isRole(piece) || strings.HasPrefix(piece, "The ") || more == "" && !strings.Contains(piece, " ") && isLatin(piece) {
		return name
	}
	return s
}

// cutDegree cuts a degree in capitals off the end of a name in small letters:
// "Ann Lee CPP".
func cutDegree(s string) string {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 || !strings.Contains(s[:i], " ") || !strings.ContainsFunc(s[:i], unicode.IsLower) {
		return s
	}
	if last := s[i+1:]; len(last) > 1 && len(last) < 5 && strings.IndexFunc(last, func(r rune) bool { return r < 'A' || r > 'Z' }) < 0 && last != "II" && last != "III" && last != "IV" {
		return s[:i]
	}
	return s
}

// notNames are bylines that name nobody, folded.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "author": true, "authors": true, "staff": true, "editor": true, "unknown": true, "anonymous": true, "guest": true, "redaktion": true, "null": true, "undefined": true, "none": true, "view all posts": true, "about the author": true, "see all posts": true, "by": true, "facebook": true, "twitter": true, "follow": true, "share": true, "author name": true, "super user": true, "webmaster": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "sign in": true, "log in": true, "login": true, "written by": true,
	"recent posts": true, "publisher": true, "sort by": true, "category": true, "featured items": true, "request demo": true, "review": true, "reviews": true, "log out": true, "sign up": true,
	"the author": true, "posts": true, "all posts": true, "more": true, "read more": true, "about": true, "website": true, "linkedin": true, "instagram": true, "email": true, "contact": true, "profile": true, "view profile": true, "read bio": true, "bio": true, "new": true, "contributor": true, "contributors": true, "comments": true, "wordpress": true, "default": true, "user": true, "redakcja": true, "redacción": true, "redazione": true, "rédaction": true, "la rédaction": true, "редакция": true, "guest author": true, "guest post": true, "editorial": true, "learn more": true, "full bio": true, "owner": true, "news desk": true, "web desk": true, "us": true, "blog": true, "team": true, "our team": true,
}

// longName is the most characters that a name of a person or a body has.
const longName = 80

// cleanName cuts what stands around a name and returns "" for what is none.
func cleanName(s string) string {
	s = strings.TrimSpace(clean(s))
	for again := true; again; {
		again = false
		for _, cue := range authorCues {
			if rest, ok := cutCue(s, cue); ok {
				s, again = rest, true
			}
		}
	}
	for _, end := range nameEnds {
		if i := strings.Index(s, end); i > 0 && end != "/" {
			s = s[:i]
		}
	}
	if _, start, _, ok := dates.Find(s, ""); ok {
		s = s[:start]
	}
	s = strings.Trim(cutDegree(cutTitles(strings.Trim(s, " ,;:|·•–—-"))), " ,;:|·•–—-\"“”®™")
	if s == "" || utf8.RuneCountInString(s) > longName || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.ContainsAny(s, "@{}<>") {
		return ""
	}
	if utf8.RuneCountInString(s) == 1 && isLatin(s) || strings.Count(s, ".") > 2 && !strings.Contains(s, " ") {
		return "" // an avatar's letter; a template's variable
	}
	if notNames[string(foldWords(nil, []byte(s)))] || !strings.ContainsFunc(s, unicode.IsLetter) || len(strings.Fields(s)) > 8 {
		return ""
	}
	return s
}

// cutCue cuts "By " and the like off the start of a name.
func cutCue(s, cue string) (string, bool) {
	if len(s) <= len(cue) || !strings.EqualFold(s[:len(cue)], cue) {
		return s, false
	}
	rest := s[len(cue):]
	if r, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-' || r == '\'' {
		return s, false
	}
	rest = strings.TrimLeft(rest, " :：/／|\u00a0")
	if rest == "" {
		return s, false
	}
	return rest, true
}
