package extract

import "strings"

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
// login, give way to a byline. A product's page names those who made or judged
// it, and documentation is its site's own: nobody is told of them.
func (m *metadata) chooseAuthors(out *Article, kind Kind) []Person {
	if kind == ProductPage {
		return nil
	}
	names := m.siteNames()
	if out.Site != nil && out.Site.Name != "" {
		names = append(names, string(foldWords(nil, []byte(out.Site.Name))))
	}
	m.sites = names
	var login, site []Person
	far := false // login stands far from the headline
	for _, from := range trust[fieldAuthor] {
		if m.namesOthersOn(kind, from) {
			continue
		}
		list := m.authorsFrom(from)
		proper := notSites(list, names)
		switch {
		case (from == fromByline || from == fromClassName && len(list) > 0 && runOns(list[0].Name) > 0) && login != nil && m.agreed(login[0].Name):
			// a name far from the headline is of somebody else, and one that runs on is none
		case len(proper) > 0 && !allLogins(proper):
			if from == fromHeader {
				proper = m.wholeList(m.inHead(proper))
			}
			proper = m.notInTitle(proper, out.Title)
			m.addAuthorURLs(proper)
			return proper
		case len(proper) > 0 && login == nil:
			login, far = proper, from == fromByline
		case len(list) > 0 && site == nil && kind != DocumentationPage && !m.makesPage(from):
			site = list
		}
	}
	if login == nil || far && site != nil {
		login = site
	}
	m.addAuthorURLs(login)
	return login
}

// inHead keeps those of the names beside the headline that the head of the page
// has too, if it has any of them, and those in the same line: others may be in
// a caption or in a teaser.
func (m *metadata) inHead(list []Person) []Person {
	lines := map[int32]bool{}
	for _, p := range list {
		for _, from := range [...]source{fromJSONLD, fromParsely, fromSailthru, fromMeta, fromTwitter} {
			if m.names(from, p.Name) {
				lines[m.lineOf(p.Name)] = true
			}
		}
	}
	if len(lines) == 0 {
		if others := m.otherInHead(); others != nil {
			return others
		}
	}
	var out []Person
	for _, p := range list {
		if len(lines) == 0 || lines[m.lineOf(p.Name)] {
			out = append(out, p)
		}
	}
	return out
}

// otherInHead returns a person whom a line beside the headline names, if two
// sources of the head agree on that.
func (m *metadata) otherInHead() (found []Person) {
	m.eachOf(fieldAuthor, fromHeader, func(c *claim) {
		name := cleanName(c.value)
		if found == nil && looksLikeName(name) && m.names(fromJSONLD, name) && (m.names(fromParsely, name) || m.names(fromMeta, name) || m.names(fromTwitter, name)) {
			c.won = true
			found = []Person{{Name: name, URL: c.url}}
		}
	})
	return found
}

// lineOf is the leaf beside the headline that first has a name.
func (m *metadata) lineOf(name string) int32 {
	leaf := int32(none)
	m.eachOf(fieldAuthor, fromHeader, func(c *claim) {
		if leaf == none && strings.Contains(c.value, name) {
			leaf = c.leaf
		}
	})
	return leaf
}

// longAuthors is the most bytes of a claim that lists authors: each name beside
// the headline is looked for in each claim.
const longAuthors = 1000

// names reports whether a source's claims for authors have a name.
func (m *metadata) names(from source, name string) (has bool) {
	folded := string(foldWords(nil, []byte(name)))
	m.eachOf(fieldAuthor, from, func(c *claim) {
		has = has || len(c.value) <= longAuthors && strings.Contains(string(foldWords(nil, []byte(c.value))), folded)
	})
	return has
}

// agreed reports whether two sources or more claim a name.
func (m *metadata) agreed(name string) bool {
	first := fromNowhere
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldAuthor || c.source == first || !sameWords(cleanName(c.value), name) {
			continue
		}
		if first != fromNowhere {
			return true
		}
		first = c.source
	}
	return false
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
	if placed[from] && m.severalBylines(from) {
		return nil
	}
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
			names = m.beforeEmployer(splitNames(c.value))
		}
		for _, name := range names {
			name = cleanName(name)
			if from == fromCitation || from == fromDublinCore || from == fromMeta {
				name = unswapped(name, from)
			}
			key := string(foldWords(nil, []byte(name)))
			if key == "" || seen[key] || placed[from] && (smallWords(name) > 1 || runOns(name) > 1) || from == fromByline && !m.sureName(name, c.url) {
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

// manyBylines is of how many bylines apart from each other a page is a list of
// articles, each of which has its own; manyApart is how many names make one where
// just a line stands between them, in which their role may be.
const (
	manyBylines = 3
	manyApart   = 4
)

// severalBylines reports whether the names that one source gives stand in many
// places, a different one in each: those of a list of articles.
func (m *metadata) severalBylines(from source) bool {
	places, apart, last := 0, 0, int32(-bylineSpan-1)
	seen := map[string]bool{}
	m.eachOf(fieldAuthor, from, func(c *claim) {
		key := string(foldWords(nil, []byte(cleanName(c.value))))
		if key == "" || seen[key] {
			return
		}
		seen[key] = true
		if c.leaf > last+bylineSpan || m.headingBetween(last, c.leaf) {
			places++
		}
		if c.leaf > last+1 {
			apart++
		}
		last = c.leaf
	})
	return places >= manyBylines || apart >= manyApart
}

// headingBetween reports whether a heading stands between two leaves.
func (m *metadata) headingBetween(a, b int32) bool {
	for i := a + 1; i >= 0 && i < b; i++ {
		if m.p.leaves[i].kind == leafHeading {
			return true
		}
	}
	return false
}

// sureName reports whether a line far from the headline names somebody: by the
// form of the name, by the writing, or by an address.
func (m *metadata) sureName(name, url string) bool {
	return looksLikeName(name) && !isRole(name) || isTeam(name) || !isLatin(name) || url != "" && m.authorHref(url)
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
