package extract

import (
	"strings"
	"unicode"

	"pressclip/internal/weburl"
)

// choose.go believes claims: for each field the first that holds, in the order
// of trust.go.

// each calls f with a field's claims, the most trusted source first, until f
// returns false.
func (m *metadata) each(fd field, f func(c *claim) bool) {
	for _, from := range trust[fd] {
		for i := range m.claims {
			if c := &m.claims[i]; c.field == fd && c.source == from && !f(c) {
				return
			}
		}
	}
}

// find returns the first claim of a field that valid accepts, nil without one,
// and the form that valid returns.
func (m *metadata) find(fd field, valid func(c *claim) (string, bool)) (found *claim, value string) {
	m.each(fd, func(c *claim) bool {
		v, ok := valid(c)
		if ok {
			found, value = c, v
		}
		return !ok
	})
	return found, value
}

// first believes the claim that find returns.
func (m *metadata) first(fd field, valid func(c *claim) (string, bool)) string {
	c, value := m.find(fd, valid)
	if c != nil {
		c.won = true
	}
	return value
}

// plain accepts any claim.
func plain(c *claim) (string, bool) { return c.value, true }

// fill believes the claims for every field but the title; shown is the headline
// by which the selection knows where the article begins.
func (m *metadata) fill(out *Article, sel *selection, shown string) {
	m.tongue = m.dateTongue(out.Text)
	m.collectMarks(sel, shown)
	m.language = m.chooseLanguage(out.Text)
	out.Language = m.language
	out.CanonicalURL = m.first(fieldURL, func(c *claim) (string, bool) {
		u := m.addr.web(c.value)
		return u, u != "" && weburl.Scheme(u) != ""
	})
	out.URL = firstString(m.c.url, m.p.str(m.p.saved), out.CanonicalURL, m.c.likely)
	out.Site = m.chooseSite(out)
	out.Subtitle = m.first(fieldSubtitle, func(c *claim) (string, bool) { return c.value, !sameWords(c.value, out.Title) })
	out.Description = m.first(fieldDescription, func(c *claim) (string, bool) { return c.value, !sameWords(c.value, out.Title) })
	kind := kindNames[sel.kind.kind]
	out.Authors = m.chooseAuthors(out, kind)
	m.chooseDates(out, kind)
	out.Categories = m.chooseTerms(fieldCategory)
	out.Tags = m.chooseTerms(fieldTag)
	if v := m.first(fieldComments, plain); v != "" {
		if n, ok := leadingNumber(v); ok {
			out.CommentCount = &n
		}
	}
	out.License = m.chooseLicense()
	m.chooseImage(out)
}

func sameWords(a, b string) bool {
	return string(foldWords(nil, []byte(a))) == string(foldWords(nil, []byte(b)))
}

// tagged accepts a claim of a language.
func tagged(c *claim) (string, bool) { return languageTag(c.value) }

// languageTag makes a BCP 47 tag of a language: "en_US" is "en-US".
func languageTag(s string) (string, bool) {
	s, _, _ = strings.Cut(s, ",")
	parts := strings.FieldsFunc(strings.TrimSpace(s), func(r rune) bool { return r == '_' || r == '-' })
	if len(parts) == 0 || len(parts) > 4 {
		return "", false
	}
	for i, part := range parts {
		if len(part) > 8 || strings.IndexFunc(part, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) >= 0 {
			return "", false
		}
		switch {
		case i == 0:
			if len(part) < 2 || len(part) > 3 {
				return "", false
			}
			parts[i] = strings.ToLower(part)
		case len(part) == 2:
			parts[i] = strings.ToUpper(part)
		case len(part) == 4:
			parts[i] = strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
		}
	}
	return strings.Join(parts, "-"), true
}

// chooseImage believes a lead picture: one of the body, or one more at the end.
func (m *metadata) chooseImage(out *Article) {
	url := m.first(fieldImage, func(c *claim) (string, bool) {
		u := m.addr.web(c.value)
		return u, u != "" && !weburl.Placeholder(u)
	})
	if url == "" {
		return
	}
	n := len(out.Images)
	for i := range out.Images {
		if sameFile(out.Images[i].URL, url) {
			n = i
			break
		}
	}
	if n == len(out.Images) {
		out.Images = append(out.Images, Image{URL: url})
	}
	out.LeadImage = &n
}

// sameFile reports whether two addresses are of one picture, whatever size the
// query asks for.
func sameFile(a, b string) bool {
	cut := func(s string) string {
		s, _, _ = strings.Cut(s, "?")
		_, s, _ = strings.Cut(s, "://")
		return s
	}
	return a == b || cut(a) != "" && cut(a) == cut(b)
}
