package extract

import "strings"

// authorkinds.go knows which names on a page are not its author's: those of other
// people by the page's kind, of employers, of those whom it is about. Lists of
// names go in, those of the authors come out.

// strangers are the sources that name others than the author on pages of a
// kind: who works there or has bought something, who is quoted in a reference.
var strangers = map[Kind]map[source]bool{
	OtherPage:         placed,
	DocumentationPage: {fromByline: true},
}

// namesOthersOn reports whether what a source names on a page of a kind is not
// its author. If there are several names on a list they are those of its items.
func (m *metadata) namesOthersOn(kind Kind, from source) bool {
	return strangers[kind][from] || kind == ListingPage && placed[from] && m.placedNames() > 1
}

// placedNames counts the names that claims give that stand on the page.
func (m *metadata) placedNames() int {
	seen := map[string]bool{}
	for i := range m.claims {
		if c := &m.claims[i]; c.field == fieldAuthor && placed[c.source] {
			if name := cleanName(c.value); name != "" {
				seen[string(foldWords(nil, []byte(name)))] = true
			}
		}
	}
	return len(seen)
}

// beforeEmployer cuts a list of names where the site's own comes after the first,
// or one that begins with a digit as stations' do: a place may follow, no person.
func (m *metadata) beforeEmployer(names []string) []string {
	if len(names) < 2 {
		return names
	}
	for i, name := range names[1:] {
		name = strings.TrimSpace(name)
		if isName(string(foldWords(nil, []byte(name))), m.sites) || name != "" && name[0] >= '0' && name[0] <= '9' {
			return names[:i+1]
		}
	}
	return names
}

// makesPage reports whether a source tells who makes the page, not who wrote an
// article: structured data about a page says so of each page of a site.
func (m *metadata) makesPage(from source) bool {
	return from == fromJSONLD && m.main.Rank == webPageRank
}

// notInTitle drops those of several persons whom the headline names: an article
// is about them, or they have been asked.
func (m *metadata) notInTitle(list []Person, title string) (out []Person) {
	folded := string(foldWords(nil, []byte(title)))
	for _, p := range list {
		name := string(foldWords(nil, []byte(p.Name)))
		if !strings.Contains(name, " ") || !strings.Contains(folded, name) {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		return list
	}
	return out
}

// wholeList returns the authors of the structured data where those are the
// persons named beside the headline and more: a line may show the first alone.
func (m *metadata) wholeList(list []Person) []Person {
	if len(list) == 0 || int(m.counts[fieldAuthor][fromJSONLD]) <= len(list) {
		return list
	}
	for _, p := range list {
		if !m.names(fromJSONLD, p.Name) {
			return list
		}
	}
	if stated := notSites(m.authorsFrom(fromJSONLD), m.sites); len(stated) > len(list) {
		return stated
	}
	return list
}
