package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// personnames.go knows what names look like: a piece of a byline goes in, the
// name in it, or whether it is one, comes out.

// firstWords cuts a text after its first n words.
func firstWords(s string, n int) string {
	if words := strings.Fields(s); len(words) > n {
		return strings.Join(words[:n], " ")
	}
	return s
}

func endsWithAny(s string, words []string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// isTeam reports whether a name is of a body of writers: "The Quay Team".
func isTeam(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || !startsName(s) {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "team", "staff", "editors", "desk", "redaktion":
		return true
	}
	return false
}

// isLogin reports whether a link's text can be the name that somebody goes by.
func isLogin(s string) bool {
	return len(s) > 2 && len(s) < 30 && !strings.Contains(s, " ") && startsName(s) && !lineWords[strings.ToLower(s)]
}

// startsName reports whether a name can begin so: with a capital, a digit, or a
// letter without case, or as a login of one word.
func startsName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
		return false
	}
	return !unicode.IsLower(r) || !strings.Contains(s, " ") || particle(s)
}

// particles begin family names in lower case.
var particles = []string{"de ", "van ", "von ", "der ", "den ", "la ", "le ", "du ", "di ", "da ", "el ", "al-", "bin ", "ibn ", "ter ", "zu "}

func particle(s string) bool {
	for _, p := range particles {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// looksLikeName reports whether a line is a person's name and nothing else: two
// to four words, each with a capital, or a particle.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || len(s) > 50 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && !particle(w+" ") || strings.ContainsAny(w, "0123456789@/:!?#%&()") {
			return false
		}
		if lineWords[strings.ToLower(strings.Trim(w, ".,"))] {
			return false
		}
	}
	return true
}

// lineWords are in lines beside the headline that are no names.
var lineWords = map[string]bool{
	"min": true, "read": true, "minutes": true, "minute": true, "views": true, "comments": true, "share": true, "updated": true, "published": true, "the": true, "and": true, "for": true, "your": true, "by": true, "follow": true, "about": true, "author": true, "more": true, "editor": true, "writer": true, "news": true,
	"contributor": true, "director": true, "manager": true, "senior": true, "chief": true, "reporter": true, "blog": true, "posts": true, "view": true, "all": true, "see": true, "our": true, "sign": true, "log": true, "login": true, "join": true, "get": true, "recent": true, "website": true, "featured": true, "items": true, "written": true, "category": true, "username": true, "post": true, "page": true, "subscribe": true, "search": true, "menu": true, "home": true, "contact": true, "reply": true, "find": true, "free": true, "read:": true, "guides": true, "tips": true, "resources": true,
}

// nameEnds are what follows a name in a byline.
var nameEnds = []string{
	"|", "·", "•", "»", "\n", " on ", " in ", " at ", " – ", " — ", " - ", "(", " am ", " le ", " el ", ", staff", " @", "/", " Published", " Updated", " Posted", " Reviewed", " Medically", " Edited", " Fact", " published", " updated", " View", " Follow", " Read", " is ", " via ", " Share", " [", "<", "…", " Last ", " Date", " Datum", "—", " Stand", " Lesezeit", " minutes", " mins",
}

// cutName cuts a byline's rest after the name.
func cutName(text string) string {
	for _, end := range nameEnds {
		if i := strings.Index(text, end); i > 0 {
			text = text[:i]
		}
	}
	if _, start, _, ok := dates.Find(text, ""); ok {
		text = text[:start]
	}
	text = strings.TrimSpace(clean(text))
	for _, w := range []string{" on", " in", " at", " am", " –", " the"} {
		text = strings.TrimSuffix(text, w)
	}
	return strings.Trim(cutNumbers(text), " ,;:.|–—-")
}

// cutNumbers cuts a name where a number or a sentence follows: "Ann Lee 5 min
// read", "Ann Lee. Last …".
func cutNumbers(s string) string {
	for i := 1; i+1 < len(s); i++ {
		if s[i] != ' ' {
			continue
		}
		if s[i+1] >= '0' && s[i+1] <= '9' {
			return s[:i]
		}
		if s[i-1] == '.' && i > 5 && isLower(s[i-2]) && isLower(s[i-3]) && isLower(s[i-4]) {
			return s[:i-1]
		}
	}
	return s
}

func isLower(c byte) bool { return c >= 'a' && c <= 'z' }
