package quotes

// A name and what stands around it in, whether it is somebody's and whom a
// pronoun means out.

import (
	"strings"
	"unicode/utf8"
)

// An evidence is what the text around a name tells of it.
type evidence struct {
	strong    bool   // it is a person's, or a body's that speaks
	plausible bool   // it may be a person's
	single    bool   // it may be a person's if it is a name at all: one word
	role      string // noun of the role that the text gives the name: "mayor"
	gender    gender // as its honorific tells
}

// A gender is what an honorific or a pronoun tells of a person; most names
// have none.
type gender int8

const (
	untold gender = iota
	male
	female
)

// The honorifics and pronouns of the languages of the table that tell.
var (
	maleWords = set(`mr sir lord herr m sr señor don sig signor meneer dhr pan г-н
		he er il él lui egli ele hij он han`)
	femaleWords = set(`mrs ms miss lady dame frau mme mlle sra señora doña signora dottoressa dra mevrouw mevr pani г-жа fru fröken
		she sie elle ella lei ela zij ze она ona hon`)
)

func genderOf(word string) gender {
	switch word = strings.TrimSuffix(word, "."); {
	case maleWords[word]:
		return male
	case femaleWords[word]:
		return female
	}
	return untold
}

// A person is a name that was read.
type person struct {
	name    string // the fullest
	text    string // as it stood there
	para    int
	strong  bool
	leading bool // it began its sentence
}

// judge looks at the name text[at:end], whose roles in capitals were cut off.
func (r *register) judge(text, name, roles string, at, end int, leading bool, before *lastWords) (e evidence) {
	if end+1 < len(text) && text[end] == ' ' && text[end+1] >= '0' && text[end+1] <= '9' {
		return e // "Platform 9", "Article 5"
	}
	last := before.last(text)
	words := strings.Count(name, " ") + 1
	if words == 1 && has(r.l.roles, name) {
		return e
	}
	first, _, _ := strings.Cut(name, " ")
	e.role = r.roleNoun(roles, last)
	if e.role == "" {
		e.role = r.roleAfter(text, end)
	}
	titled := words > 1 && has(r.l.titles, strings.TrimSuffix(first, "."))
	if titled {
		e.gender = genderOf(fold(first))
		if e.role == "" {
			e.role = fold(first) // "the inspector"
		}
	}
	e.single = words == 1 && leading && !r.l.nouns
	e.strong = before.said(r.l, text) || r.saysNext(text, end) || words > 1 && (e.role != "" || aged(text[end:])) || titled
	if words < 2 || words > 4 || r.body(name) || r.l.links[last] || r.l.dets[last] && e.role == "" {
		return e
	}
	e.plausible = e.strong || !(leading && r.l.nouns)
	return e
}

// roleNoun is the noun of a role before a name, in capitals or in small letters.
func (r *register) roleNoun(roles, last string) string {
	if roles != "" {
		return fold(roles[strings.LastIndexByte(roles, ' ')+1:])
	}
	if last != "" && (r.l.roles[last] || hasEnding(last, r.l.ends)) {
		return last
	}
	return ""
}

// roleReach is how many bytes after the comma are searched for a role: "Ann Lee,
// the town's former mayor".
const roleReach = 64

// roleAfter is the noun of a role in the apposition at offset at of text.
func (r *register) roleAfter(text string, at int) string {
	if !strings.HasPrefix(text[at:], ", ") {
		return ""
	}
	for i := at + 2; i < len(text) && i < at+roleReach; {
		c, n := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(c) {
			if c != ' ' {
				return ""
			}
			i += n
			continue
		}
		end := wordEnd(r.l, text, i, len(text))
		if w := fold(text[i:end]); r.l.roles[w] || len(w) > 4 && hasEnding(w, r.l.ends) {
			return w
		} else if r.l.stops[w] && !r.l.dets[w] {
			return ""
		}
		i = end
	}
	return ""
}

// aged reports an age after a name: "Ann Lee, 81," and "Ann Lee (81)".
func aged(s string) bool {
	for _, lead := range []string{", now ", ", de ", ", ", " (", "（"} {
		rest, ok := strings.CutPrefix(s, lead)
		if !ok {
			continue
		}
		n := 0
		for n < len(rest) && n < 4 && rest[n] >= '0' && rest[n] <= '9' {
			n++
		}
		if n == 1 || n == 2 {
			return n < len(rest) && strings.IndexByte(",) .", rest[n]) >= 0 || strings.HasPrefix(rest[n:], "）")
		}
	}
	return false
}

// body reports a name with a word that people's names do not have.
func (r *register) body(name string) bool {
	name = fold(name)
	for more := true; more; {
		var w string
		w, name, more = strings.Cut(name, " ")
		if bodies[w] || r.l.works[w] || r.l.nouns && hasEnding(w, bodyEnds) {
			return true
		}
	}
	return false
}

// bodies are words in the names of organisations and places; bodyEnds are
// endings of such words.
var (
	bodies = set(`university college school institute academy museum library hospital church department ministry office agency council
		committee commission court association foundation federation union party bank company group corporation inc ltd llc lines
		street road avenue park square bridge river lake mountain valley island county city town station airport hotel centre center
		times post news journal magazine street north south east west new san los united states platform street house street hall
		universität hochschule institut museum ministerium verein verband amt gmbh ag partei kirche schule straße platz alte neue alter
		université école musée ministère association société banque rue place avenue mairie
		universidad escuela instituto museo ministerio asociación banco calle plaza ayuntamiento universidade escola banco rua praça
		università scuola istituto museo ministero associazione banca via piazza comune corriere
		universiteit school museum ministerie vereniging straat plein gemeente
		universitet skola myndighet kommun förening gatan
		uniwersytet szkoła instytut muzeum ministerstwo ulica plac urząd
		университет институт музей министерство улица проспект площадь школа банк`)
	bodyEnds = []string{"straße", "strasse", "platz", "amt", "ministerium", "verein", "verband", "gatan", "straat", "plein"}
)

// last is the word right before the name, in lower case; "" if punctuation or
// nothing stands there.
func (w *lastWords) last(text string) string {
	if w.n == 0 {
		return ""
	}
	at := w.at[(w.n-1)%titleWords]
	return fold(text[at[0]:at[1]])
}

// noteRole enters who has a role. Where two have it, the noun names nobody.
func (r *register) noteRole(role, name string) {
	if known, ok := r.roles[role]; ok && known != name {
		name = ""
	}
	r.roles[role] = name
}

// meet puts a person at the end of the recent ones.
func (r *register) meet(p person) {
	for i := range r.recent {
		if r.recent[i].name == p.name {
			copy(r.recent[i:], r.recent[i+1:])
			r.recent = r.recent[:len(r.recent)-1]
			break
		}
	}
	if len(r.recent) == recentNames {
		r.recent = r.recent[:copy(r.recent, r.recent[1:])]
	}
	r.recent = append(r.recent, p)
}

// name is the fullest name for the speaker of a cue.
func (r *register) name(c *cue) string {
	switch {
	case c.pronoun:
		return r.who(c)
	case c.named:
		full := r.fullest(c.speaker)
		if c.genitive {
			full = r.nominative(full)
		}
		r.meet(person{full, c.speaker, c.para, true, true})
		return full
	case hasEnding(lastWord(c.speaker), r.l.backs):
		return r.who(c) // "the 67-year-old"
	}
	return r.holder(c.speaker)
}

// lastWord is the last word of s in lower case.
func lastWord(s string) string { return fold(s[strings.LastIndexByte(s, ' ')+1:]) }

// newThings are articles of what was not named before.
var newThings = set("a an another one some ein eine einer een en ett un une una uno um uma des unos unas två zwei two three several many")

// holder is the name of who has the role of a definite noun phrase: "the
// mayor". Without one, that is the phrase itself.
func (r *register) holder(speaker string) string {
	first, rest, ok := strings.Cut(speaker, " ")
	if ok && newThings[fold(first)] {
		return speaker
	}
	if !ok {
		rest = first
	}
	noun, _, _ := strings.Cut(rest, " ")
	for _, w := range []string{noun, lastWord(speaker)} {
		if name := r.roles[fold(w)]; name != "" {
			return name
		}
	}
	return speaker
}

// selfish pronouns mean nobody whom the text names.
var selfish = set("i we you one ich wir du man ik wij we je yo nosotros uno je nous on io noi eu nós я мы ja my jag vi man it es het ça оно")

// who is the person that a pronoun means: the nearest one mentioned that was
// not meant by another pronoun before, nor is the hearer.
func (r *register) who(c *cue) string {
	p := fold(c.speaker)
	if !c.pronoun {
		p = ""
	}
	if selfish[p] {
		return c.speaker
	}
	told, many := genderOf(p), plurals[p]
	best := r.nearest(c.para, func(name string) bool {
		used := r.pronoun[name]
		last, _ := r.nameKeys(name)
		known := r.genders[name]
		return (used == "" || p == "" || used == p) && (c.hearer == "" || fold(last) != c.hearer) && (told == untold || known == untold || known == told) &&
			(!many || r.several(name))
	})
	if best == nil {
		return c.speaker
	}
	c.unsure = c.unsure || r.rivals
	if p != "" {
		r.pronoun[best.name] = p
	}
	found := *best
	found.para, found.strong = c.para, true
	r.meet(found)
	return found.name
}

// plurals are pronouns of several; the German and Dutch ones are also hers.
var plurals = set("they ils elles ellos ellas loro eles elas они oni")

// several reports a name that a pronoun of several may mean: two names, or
// that of a body.
func (r *register) several(name string) bool {
	if strings.IndexByte(name, ' ') < 0 || r.body(name) {
		return true
	}
	for _, w := range strings.Fields(name) {
		if ands[w] {
			return true
		}
	}
	return false
}

// dropped is the person that a verb without a subject means, and how the text
// names that person last.
func (r *register) dropped(para int) (name, text string, unsure bool) {
	if p := r.nearest(para, func(string) bool { return true }); p != nil {
		return p.name, p.text, r.rivals
	}
	return "", "", false
}

// nearest returns the person nearest to paragraph para whom ok admits. Within
// a paragraph the last one is nearest; elsewhere, those who speak come first.
func (r *register) nearest(para int, ok func(name string) bool) *person {
	var best *person
	rank, second := 0, 0
	for i := range r.recent {
		p := &r.recent[i]
		if n := p.rank(para); n > 0 && p.name != r.except && ok(p.name) {
			if n >= rank {
				best, rank, second = p, n, rank
			} else {
				second = max(second, n)
			}
		}
	}
	// Two in the same paragraph, or as near as each other in a former one; or the best
	// is but a name that may be a person's.
	r.rivals = rank > 0 && (second == rank || second >= 4 || rank == 1)
	return best
}

// rank says how near a person is to paragraph para; 0 is too far.
func (p *person) rank(para int) int {
	switch away := para - p.para; {
	case away <= 0 && (p.strong || p.leading):
		return 5
	case away <= 0:
		return 4
	case away == 1 && p.strong:
		return 3
	case p.strong:
		return 2
	case away == 1:
		return 1
	}
	return 0
}
