package quotes

// A language tag in, the words that the rules of that language need out.

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// A words is a row of the table: what a language gives, as words parted by
// spaces, in lower case. An underscore joins the words of one entry.
type words struct {
	tag string // primary subtag of BCP 47

	say  string // verbs of saying: they make a tag on either side of a quote
	weak string // verbs that report only right before a quote: "calls it", "found that"
	in   string // impersonal verbs whose source is a place: "In dem Brief heißt es"

	according string // prepositions of a source, before it: "according to", "laut"
	opening   string // the same, as the first word of a sentence only: "Pour"
	post      string // the same, after it: "zufolge"
	so        string // before a source, only after a quote: "so die Polizei"

	pronouns string // that can be subjects
	dets     string // articles and other determiners that begin a noun phrase
	links    string // prepositions inside a noun phrase: "of", "for"
	stops    string // words that end a noun phrase
	adverbs  string // between verb and subject
	aux      string // auxiliaries and reflexives before or after the verb
	passive  string // auxiliaries before a participle whose subject did not speak: "was told"
	modals   string // before a verb whose words nobody uttered: "you might say"
	hearers  string // prepositions of who was told, between verb and subject: "à", "al"
	naming   string // that give a noun phrase its name: "whose_name_was"
	relative string // relative pronouns: their verb's subject stands before them

	titles    string // that stay with a name: "Dr."
	particles string // inside names: "van", "de la"
	roles     string // nouns that stand before a name without being part of it
	roleEnds  string // endings of such nouns, where nouns have capitals
	works     string // words before a title or a term: "book", "so-called"
	invented  string // subjects whose words nobody uttered: "you", "people"
	boxes     string // openings of set-off boxes that quote nobody: "note", "read_more"
	elided    string // words that lean on the next with an apostrophe: "l", "d"
	reported  string // moods of the verb in reported speech: "habe"
	backs     string // endings of nouns that mean somebody named before: "-year-old"
	innerTag  bool   // a speech tag may stand inside the marks
	dash      bool   // a dash may open speech
	second    bool   // the verb stands second, its subject after it where something else begins
	commaTag  bool   // in a line of speech, a comma alone may part the tag from it
	nouns     bool   // all nouns have capitals
	inflects  bool   // names have cases
	drops     bool   // a verb may stand without its pronoun
	cjk       *cjkWords
	arabic    *arabicWords
}

// A language is a words row made ready for lookups.
type language struct {
	words
	say, weak, in, opening, post, so, pronouns, dets, links, stops, adverbs, aux, passive, modals, relative, hearers, reported,
	titles, particles, roles, works, invented, boxes, elided map[string]bool
	verbs     map[string][]string // first word of a reporting verb -> second words; "" is none
	according [][]string
	naming    [][]string
	ends      []string
	backs     []string
	classes   map[string]classes
	noName    map[string]bool // words that begin no name though a capital does
	cjk       *cjkLists
}

// rows are the languages. A new one is a row here and nothing else.
var rows = []words{english, german, dutch, swedish, french, spanish, italian, portuguese, russian, polish, japanese, chinese, arabic}

// languages holds each row ready, made when it is first asked for.
var languages = func() map[string]func() *language {
	m := make(map[string]func() *language, len(rows))
	for i := range rows {
		m[rows[i].tag] = sync.OnceValue(func() *language { return prepare(rows[i]) })
	}
	return m
}()

// neutral has no words: marks alone decide.
var neutral = sync.OnceValue(func() *language { return prepare(words{}) })

// guess returns a language of the script that the first letters of a text are
// in, English for all that is not told by its script.
func guess(paras []Paragraph) string {
	han, letters := false, 0
	for i := range paras {
		for _, r := range paras[i].Text {
			switch {
			case r >= 0x3040 && r < 0x3100:
				return japanese.tag
			case r >= 0x3400 && r < 0xA000:
				han = true
			case r >= 0x400 && r < 0x500:
				return russian.tag
			case r >= 0x620 && r < 0x6d4:
				return arabic.tag
			}
			if letters++; letters == guessed {
				break
			}
		}
		if letters >= guessed {
			break
		}
	}
	if han {
		return chinese.tag
	}
	return english.tag
}

// guessed is how many characters guess reads.
const guessed = 400

// lookup returns the language of a BCP 47 tag.
func lookup(tag string) *language {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		tag = tag[:i]
	}
	if l := languages[fold(tag)]; l != nil {
		return l()
	}
	return neutral()
}

// prepare splits a row.
func prepare(w words) *language {
	l := &language{words: w, say: set(w.say), weak: set(w.weak), in: set(w.in), opening: set(w.opening), post: set(w.post), so: set(w.so),
		pronouns: set(w.pronouns), dets: set(w.dets), links: set(w.links), stops: set(w.stops),
		adverbs: set(w.adverbs), aux: set(w.aux), passive: set(w.passive), modals: set(w.modals), relative: set(w.relative), titles: set(w.titles),
		particles: set(w.particles), roles: set(w.roles), works: set(w.works), invented: set(w.invented), boxes: set(w.boxes), reported: set(w.reported), hearers: set(w.hearers),
		elided: set(w.elided), ends: strings.Fields(w.roleEnds), backs: strings.Fields(w.backs), cjk: w.cjk.ready(), verbs: map[string][]string{}}
	l.noName = set(w.dets + " " + w.stops + " " + w.adverbs + " " + w.pronouns + " " + w.invented)
	for _, list := range []string{w.say, w.weak, w.in} {
		for _, v := range strings.Fields(list) {
			first, second, _ := strings.Cut(v, "_")
			l.verbs[first] = append(l.verbs[first], second)
		}
	}
	for _, n := range strings.Fields(w.naming) {
		l.naming = append(l.naming, strings.Split(n, "_"))
	}
	for _, a := range strings.Fields(w.according) {
		l.according = append(l.according, strings.Split(a, "_"))
		first, _, _ := strings.Cut(a, "_")
		l.stops[first] = true
		l.noName[first] = true
	}
	l.classes = map[string]classes{}
	for list, class := range map[*map[string]bool]classes{
		&l.adverbs: inAdverbs, &l.aux: inAux, &l.dets: inDets, &l.links: inLinks, &l.modals: inModals, &l.opening: inOpening, &l.particles: inParticles, &l.post: inPost,
		&l.pronouns: inPronouns, &l.relative: inRelative, &l.roles: inRoles, &l.so: inSo, &l.stops: inStops, &l.titles: inTitles, &l.works: inWorks,
	} {
		for w := range *list {
			l.classes[w] |= class
		}
	}
	return l
}

// set returns the words of a list.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// fold returns s in lower case, without a copy if it is so already.
func fold(s string) string {
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= 0x80 || b >= 'A' && b <= 'Z' {
			return strings.ToLower(s)
		}
	}
	return s
}

// has reports whether a set has w in lower case, without a copy of short words
// of ASCII on the heap.
func has(set map[string]bool, w string) bool {
	var room [32]byte
	if len(w) > len(room) {
		return set[fold(w)]
	}
	for i := 0; i < len(w); i++ {
		b := w[i]
		if b >= utf8.RuneSelf {
			return set[fold(w)]
		}
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		room[i] = b
	}
	return set[string(room[:len(w)])]
}
