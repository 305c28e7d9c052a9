package extract

import (
	"slices"
	"strings"
	"sync"

	"pressclip/internal/weburl"
)

// terms.go makes tags and categories of the claims about them and of the links
// around the article.

// maxTags is how many tags a page may have before they are taken for stuffing.
const maxTags = 25

// chooseTerms believes the tags or categories of one source.
func (m *metadata) chooseTerms(fd field) []Term {
	for _, from := range trust[fd] {
		terms := m.terms(fd, from)
		if len(terms) > 0 && (from != fromKeywords || len(terms) <= maxTags) {
			return terms
		}
	}
	return nil
}

// lists are the sources whose one value lists several terms.
var lists = map[source]bool{fromParsely: true, fromSailthru: true, fromMeta: true, fromKeywords: true, fromCitation: true, fromDublinCore: true}

// terms returns the terms that one source gives, each once.
func (m *metadata) terms(fd field, from source) (out []Term) {
	seen := map[string]bool{}
	list := fd == fieldTag && (lists[from] || m.alone(fd, from))
	for i := range m.claims {
		c := &m.claims[i]
		if c.field != fd || c.source != from {
			continue
		}
		values := []string{c.value}
		if list || fd == fieldCategory && isList(c.value) {
			values = strings.FieldsFunc(c.value, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '،' })
		}
		for _, v := range values {
			v = cleanTerm(v)
			key := string(foldWords(nil, []byte(v)))
			if key == "" || seen[key] || noTerms()[key] || len(v) > 120 {
				continue
			}
			seen[key] = true
			c.won = true
			out = append(out, Term{Name: v, URL: c.url})
		}
	}
	return out
}

// isList reports whether one category is a list of them: three or more with
// commas, or commas without a space. "Law, Government & Politics" is one.
func isList(v string) bool {
	if strings.Contains(v, "&") || strings.Contains(v, " and ") || strings.Contains(v, " und ") {
		return false
	}
	return strings.Count(v, ",") > 1 || strings.Contains(v, ",") && !strings.Contains(v, ", ")
}

// cleanTerm cuts marks and the number of posts off a term: "#solar (12)".
func cleanTerm(v string) string {
	v = strings.Trim(strings.TrimSpace(v), "#,;\"“”")
	if i := strings.LastIndex(v, " ("); i > 0 && i+2 < len(v) && v[i+2] >= '0' && v[i+2] <= '9' && strings.HasSuffix(v, ")") {
		v = v[:i]
	}
	return v
}

// alone reports whether a source has one value for a field: that of article:tag
// may be all tags with commas.
func (m *metadata) alone(fd field, from source) bool {
	n := 0
	m.eachOf(fd, from, func(*claim) { n++ })
	return n == 1 && from != fromRelLink && from != fromTermLink && from != fromFrontMatter
}

// noTerms are terms that say nothing, folded: what WordPress files posts under that
// have no category, in its translations.
var noTerms = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, term := range []string{
		"uncategorized", "uncategorised", "unclassified", "allgemein", "non classé", "sin categoría", "sin categorizar", "senza categoria", "sem categoria", "geen categorie", "niet gecategoriseerd",
		"bez kategorii", "nezařazené", "nezaradené", "sense categoria", "fără categorie", "okategoriserade", "ukategoriseret", "ikke kategoriseret", "ukategorisert", "yleinen", "luokittelematon",
		"egyéb kategória", "kategorizálatlan", "nekategorizirano", "nerazvrščeno", "genel", "kategorisiz", "tak berkategori", "tidak dikategorikan", "chưa phân loại", "chưa được phân loại",
		"без рубрики", "без категории", "без категорії", "некатегоризирани", "χωρίς κατηγορία", "غير مصنف", "دسته\u200cبندی نشده", "דברים כלליים", "כללי", "未分类", "未分類", "미분류", "ไม่มีหมวดหมู่",
	} {
		m[string(foldWords(nil, []byte(term)))] = true
	}
	return m
})

// tagPaths and categoryPaths are the parts of a path that lead to the articles
// under a term.
var (
	tagPaths      = pathParts("tag", "tags", "schlagwort", "schlagworte", "schlagwoerter", "stichwort", "keyword", "keywords", "motcle", "mot", "mots-cles", "etiqueta", "etiquetas", "topic", "topics", "thema", "themen", "label", "hashtag", "tema", "temas", "tagi", "тег", "trefwoord", "trefwoorden", "onderwerp", "argomento", "argomenti", "etichetta", "assunto", "assuntos", "palavra-chave", "mot-cle", "stitek", "stitky", "tagy", "cimke", "cimkek", "eticheta", "etichete", "etiket", "etiketler", "emneord", "avainsana", "avainsanat", "oznaka", "zyma")
	categoryPaths = pathParts("category", "categories", "kategorie", "kategorien", "categorie", "categoria", "rubrik", "rubriken", "rubrique", "rubrica", "section", "ressort", "blog-category", "kategoria", "kategori", "kategoriat", "rubryka", "rubrika", "rubriky", "rovat", "dzial", "editoria", "secao", "sezione", "chuyen-muc", "danh-muc", "kategorija")
)

// termField is the field that an element with rel=tag fills: WordPress marks
// categories so too.
func termField(href string) field {
	if categoryPaths.lead(href) {
		return fieldCategory
	}
	return fieldTag
}

const (
	longTerm  = 60 // bytes of a linked tag
	termLines = 25 // how many leaves after the text its tags may stand
)

// termLinks claims the links to tags in the lines around the article: by their
// paths, or because their list is called so.
func (m *metadata) termLinks(z *zone) {
	p, n := m.p, len(m.claims)
	for i := range p.leaves {
		l := &p.leaves[i]
		at := int32(i)
		if l.linked == 0 || l.flags != 0 || at < z.from || z.last != none && at > z.last+termLines {
			continue
		}
		apart := hintRelated | hintNav | hintComment | hintCookie | hintAside
		if at < z.until && m.listsTags(l) && m.leadsToTags(l) {
			apart &^= hintAside // what is said of the article, beside its headline
		}
		if at >= z.until && z.last != none && at < z.last && int(l.linked)*2 < l.text.len() || z.sel.verdicts[i].keep && int(l.linked)*10 < l.text.len()*7 || z.sel.why[l.node]&apart != 0 {
			continue
		}
		m.termsOf(l)
	}
	m.ownTerms(n)
}

// fewTerms is how many terms of one other site must stand around an article to be
// its own: those of the platform that serves its blog. Fewer are of what it links to.
const fewTerms = 3

// ownTerms takes the claims from the n-th on back that are of other sites.
func (m *metadata) ownTerms(n int) {
	own := hostName(m.host())
	if own == "" {
		return
	}
	count := map[string]int{}
	for _, c := range m.claims[n:] {
		count[hostName(weburl.Host(c.url))]++
	}
	kept := slices.DeleteFunc(m.claims[n:], func(c claim) bool {
		host := hostName(weburl.Host(c.url))
		return host != "" && host != own && count[host] < fewTerms
	})
	m.claims = m.claims[:n+len(kept)]
}

// leadsToTags reports whether each link of a leaf leads to the page of a tag.
func (m *metadata) leadsToTags(l *leaf) bool {
	p := m.p
	for r := l.run0; r < l.run1; r++ {
		if link := p.runs[r].link; link != none && !tagPaths.lead(p.str(p.links[link].href)) {
			return false
		}
	}
	return true
}

// listsTags reports whether the element of a leaf, or the one around it, is
// called tags.
func (m *metadata) listsTags(l *leaf) bool {
	n := &m.p.nodes[l.node]
	return (n.hints|m.p.nodes[max(n.parent, 0)].hints)&hintTags != 0
}

func (m *metadata) termsOf(l *leaf) {
	p := m.p
	listed := m.listsTags(l)
	for r := l.run0; r < l.run1; r++ {
		run := &p.runs[r]
		if run.link == none || run.text.empty() || run.text.len() > longTerm {
			continue
		}
		href := p.str(p.links[run.link].href)
		name := string(p.text[run.text.start:run.text.end])
		if tagPaths.lead(href) || listed && !categoryPaths.lead(href) {
			m.linked(fieldTag, fromTermLink, name, href)
		} else if categoryPaths.lead(href) {
			m.linked(fieldCategory, fromTermLink, name, href)
		}
	}
}
