package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// authors.go makes persons of the claims about authors. Fewer is better than wrong.

// chooseAuthors believes the authors of the first source that names any, and
// adds what other sources know of the same persons.
func (m *metadata) chooseAuthors(out *Article) []Person {
	for _, from := range trust[fieldAuthor] {
		if list := m.authorsFrom(from); len(list) > 0 {
			m.addAuthorURLs(list)
			return list
		}
	}
	return nil
}

// whole are the sources that give one name a value, never a list.
var whole = map[source]bool{fromJSONLD: true, fromCitation: true, fromFrontMatter: true}

func (m *metadata) authorsFrom(from source) (list []Person) {
	seen := map[string]bool{}
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fieldAuthor || c.source != from {
			continue
		}
		names := []string{c.value}
		if !whole[from] {
			names = splitNames(c.value)
		}
		for _, name := range names {
			name = cleanName(name)
			key := string(foldWords(nil, []byte(name)))
			if key == "" || seen[key] {
				continue
			}
			seen[key] = true
			c.won = true
			p := Person{Name: name}
			if len(names) == 1 {
				p.URL = c.url
			}
			list = append(list, p)
		}
	}
	return dropParts(list)
}

// dropParts drops names that are the start of another's: a byline's link and
// the byline around it name one person.
func dropParts(list []Person) []Person {
	out := list[:0:0]
	for i, p := range list {
		part := false
		for j, o := range list {
			if i != j && (strings.HasPrefix(p.Name, o.Name+" ") || strings.HasSuffix(p.Name, " "+o.Name)) && len(strings.Fields(p.Name)) > 4 {
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
			if list[i].URL == "" && c.field == fieldAuthor && c.url != "" && sameWords(cleanName(c.value), list[i].Name) {
				list[i].URL = c.url
			}
		}
	}
}

// nameBreaks are the words that join names, with their spaces.
var nameBreaks = []string{" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " и ", " i ", " with ", ";", " | ", "、", "，"}

// nameSuffixes follow a comma without starting another name.
var nameSuffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true, "md": true, "m.d.": true, "phd": true, "ph.d.": true, "esq": true, "esq.": true, "inc": true, "inc.": true, "llc": true, "ltd": true}

// splitNames parts a list of names: at commas where each part is a name of
// two words or more, and at the words for "and".
func splitNames(s string) []string {
	parts := []string{s}
	for _, sep := range nameBreaks {
		var next []string
		for _, p := range parts {
			pieces := strings.Split(p, sep)
			if strings.TrimSpace(sep) != ";" && !allNames(pieces) {
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
		p = strings.TrimSpace(p)
		if p == "" && i == 0 {
			return false
		}
		if p != "" && (len(strings.Fields(p)) < 2 && isLatin(p) || nameSuffixes[strings.ToLower(p)]) {
			return false
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

// notNames are bylines that name nobody, folded.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "author": true, "authors": true, "staff": true, "editor": true, "unknown": true, "anonymous": true, "guest": true, "redaktion": true, "null": true, "undefined": true, "none": true, "view all posts": true, "about the author": true, "see all posts": true, "by": true, "facebook": true, "twitter": true, "follow": true, "share": true, "author name": true, "super user": true, "webmaster": true,
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
	s = strings.Trim(s, " ,;:|·•–—-\"“”")
	if s == "" || utf8.RuneCountInString(s) > longName || strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.ContainsAny(s, "@{}<>") {
		return ""
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
	rest = strings.TrimLeft(rest, " :：/／|")
	if rest == "" {
		return s, false
	}
	return rest, true
}
