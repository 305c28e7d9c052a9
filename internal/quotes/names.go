package quotes

// Speakers as written in, the fullest names that the article gives them out.

import "strings"

// Bounds of the search for a name.
const (
	nameWords   = 6 // words of a name that are looked up
	recentNames = 8 // people that a pronoun may mean
)

// A mention is a run of capitalised words.
type mention struct {
	para, at int
	text     string
	last     string // its last word, titles left out
	first    string // its first word, if it has several
	quoted   bool   // inside a quotation: its people are not those who speak
	leading  bool   // first in its sentence
	evidence evidence
}

// A register knows the names of an article as far as it was read. A name has
// several words; it is found by its last one and by its first one.
type register struct {
	l        *language
	mentions []mention
	next     int // first mention not read yet

	latest, latestGiven map[string]string // last and first word -> the last such name read
	first, given        map[string]string // the same -> the first such name of the article
	longest             map[string]string // two words -> the longest name that has them
	noted               map[string]bool   // names of three words and more in longest

	persons map[string]bool   // names that speak somewhere, or are told to be somebody's
	roles   map[string]string // noun of a role -> the name of who has it; "" for several
	genders map[string]gender // of names with an honorific that tells it
	midword map[string]bool   // names that stood inside a sentence
	recent  []person          // the last one mentioned at the end
	except  string            // who is not meant
	rivals  bool              // the last search found two as near
	cases   map[string]string // name in the genitive -> nominative
	pronoun map[string]string // name -> the pronoun it was resolved from
}

// resolve fills the name of every find that has a speaker.
func (f *finder) resolve() {
	r := f.reg
	for i := range f.found {
		if q := &f.found[i]; q.cue.named {
			r.persons[r.fullest(q.cue.speaker)] = true
		}
	}
	f.onlySource()
	for i := range f.found {
		q := &f.found[i]
		r.l = f.language(q.para)
		r.except = f.answered(i)
		if r.l.cjk != nil || r.l.arabic != nil {
			f.resolveRoll(q, r.l)
			continue
		}
		switch {
		case i > 0 && q.group != 0 && q.group == f.found[i-1].group && q.cue.speaker != "" && q.cue.speaker == f.found[i-1].cue.speaker:
			q.name, q.cue.unsure = f.found[i-1].name, f.found[i-1].cue.unsure
		case q.cue.speaker != "":
			r.read(max(q.cue.para, 0), q.cue.at.Start)
			q.name = r.name(&q.cue)
		case q.cue.dropped:
			r.read(q.para, q.open)
			q.name, q.cue.speaker, q.cue.unsure = r.dropped(q.para)
		}
	}
}

// answered is the name of who spoke the line of a dialogue before that of find
// i: a pronoun in the answer means somebody else.
func (f *finder) answered(i int) string {
	if i == 0 || f.found[i].mark != '—' || f.found[i].open != 0 {
		return ""
	}
	if prev := &f.found[i-1]; prev.mark == '—' && prev.para == f.found[i].para-1 {
		return prev.name
	}
	return ""
}

// reset empties the register for another article.
func (r *register) reset() {
	if r.latest == nil {
		*r = register{latest: map[string]string{}, latestGiven: map[string]string{}, first: map[string]string{},
			given: map[string]string{}, longest: map[string]string{}, noted: map[string]bool{}, persons: map[string]bool{},
			roles: map[string]string{}, genders: map[string]gender{}, midword: map[string]bool{}, pronoun: map[string]string{}, cases: map[string]string{}}
	}
	for _, m := range []map[string]string{r.latest, r.latestGiven, r.first, r.given, r.longest, r.roles, r.pronoun, r.cases} {
		clear(m)
	}
	for _, m := range []map[string]bool{r.noted, r.persons, r.midword} {
		clear(m)
	}
	clear(r.genders)
	clear(r.mentions)
	clear(r.recent)
	r.mentions, r.recent, r.next, r.except = r.mentions[:0], r.recent[:0], 0, ""
}

// register lists the mentions of the whole article.
func (f *finder) register() *register {
	r := &f.kept
	r.reset()
	r.l = f.language(f.found[0].para)
	k := 0
	for i := range f.paras {
		if f.paras[i].Kind == QuoteBlock {
			continue
		}
		for k < len(f.found) && f.found[k].para < i {
			k++
		}
		r.l = f.language(i)
		if r.l.cjk == nil && r.l.arabic == nil {
			r.paragraph(f, i, k)
		}
	}
	for i := range r.mentions {
		if m := &r.mentions[i]; m.first != "" {
			r.note(m)
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.evidence.strong {
			r.persons[r.fullestOf(m.text, m.last, m.first)] = true
		}
		if !m.leading && !m.quoted {
			r.midword[m.text] = true
		}
	}
	return r
}

// nameKeys are the words by which a name is found: its last, and its first.
func (r *register) nameKeys(name string) (last, first string) {
	for {
		word, rest, more := strings.Cut(name, " ")
		if !more || !has(r.l.titles, strings.TrimSuffix(word, ".")) {
			break
		}
		name = rest
	}
	if i := strings.IndexByte(name, ' '); i >= 0 {
		first = name[:i]
	}
	return name[strings.LastIndexByte(name, ' ')+1:], first
}

// note enters a name of several words.
func (r *register) note(m *mention) {
	name, last, first := m.text, m.last, m.first
	if first == "" {
		return
	}
	if r.first[last] == "" {
		r.first[last] = name
	}
	if r.given[first] == "" {
		r.given[first] = name
	}
	if r.noted[name] || strings.Count(name, " ") < 2 {
		return
	}
	r.noted[name] = true
	pair := name[strings.LastIndexByte(name[:strings.LastIndexByte(name, ' ')], ' ')+1:]
	for _, key := range []string{pair, first + " " + last} {
		if len(r.longest[key]) < len(name) {
			r.longest[key] = name
		}
	}
}

// read takes in the mentions before offset at of paragraph para.
func (r *register) read(para, at int) {
	for r.next < len(r.mentions) {
		m := &r.mentions[r.next]
		if m.para > para || m.para == para && m.at > at {
			return
		}
		r.next++
		if m.quoted {
			continue
		}
		if m.first != "" {
			r.latest[m.last], r.latestGiven[m.first] = m.text, m.text
		}
		full := r.fullestOf(m.text, m.last, m.first)
		if m.evidence.role != "" {
			r.noteRole(m.evidence.role, full)
		}
		if m.evidence.gender != untold {
			r.genders[full] = m.evidence.gender
		}
		if strong := r.persons[full]; strong || m.evidence.plausible || m.evidence.single && r.midword[m.text] && !r.body(m.text) {
			r.meet(person{full, m.text, m.para, strong, m.leading})
		}
	}
}

// fullest returns the fullest form of a name. Where the article has several,
// the last one read is meant.
func (r *register) fullest(name string) string {
	last, first := r.nameKeys(name)
	return r.fullestOf(name, last, first)
}

// fullestOf is fullest for a name whose keys are known.
func (r *register) fullestOf(name, last, first string) string {
	if first == "" {
		for _, known := range []string{r.latest[last], r.first[last], r.latestGiven[last], r.given[last]} {
			if known != "" {
				name = known
				last, first = r.nameKeys(name)
				break
			}
		}
	}
	if len(r.longest) == 0 || first == "" || strings.IndexByte(name, ' ') < 0 {
		return name
	}
	if longer := r.longest[first+" "+last]; len(longer) > len(name) {
		return longer
	}
	return name
}

// isPerson reports a name that speaks somewhere in the article.
func (r *register) isPerson(name string) bool { return r.persons[r.fullest(name)] }

// tells reports whether the article tells of a name inside a sentence, or
// has a fuller form of it. Where nouns have capitals, one word inside a sentence
// is no evidence.
func (r *register) tells(l *language, name string) bool {
	if len(name) > 1 && r.fullest(name) != name {
		return true
	}
	return r.midword[name] && (!l.nouns || strings.IndexByte(name, ' ') > 0)
}
