package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
	"contributor": true, "director": true, "manager": true, "senior": true, "chief": true, "reporter": true, "blog": true, "posts": true, "view": true, "all": true, "see": true, "our": true, "sign": true, "log": true, "login": true, "join": true, "get": true, "recent": true, "website": true, "featured": true, "items": true, "written": true, "category": true, "username": true, "post": true, "page": true, "subscribe": true, "search": true, "menu": true, "home": true, "contact": true, "reply": true, "find": true, "free": true, "read:": true, "guides": true, "tips": true, "resources": true, "posted": true, "release": true, "releases": true,
	"logout": true, "signin": true, "signup": true, "register": true, "account": true, "anmelden": true, "anmeldung": true, "abmelden": true, "registrieren": true, "registrierung": true, "einloggen": true, "ausloggen": true, "konto": true, "connexion": true, "inscription": true, "déconnexion": true, "entrar": true, "salir": true, "accedi": true, "registrati": true, "inloggen": true, "aanmelden": true, "zaloguj": true, "войти": true, "регистрация": true,
}

// nameEnds are what follows a name in a byline.
var nameEnds = []string{
	"|", "·", "•", "»", "\n", " on ", " in ", " at ", " – ", " — ", " - ", "(", " am ", " le ", " el ", ", staff", " @", "/", " Published", " Updated", " Posted", " Reviewed", " Medically", " Edited", " Fact", " published", " updated", " View", " Follow", " Read", " is ", " via ", " Share", " [", "<", "…", " Last ", " Date", " Datum", "—", " Stand", " Lesezeit", " minutes", " mins",
}

// cutEnds cuts what follows a name; a slash may be in one if slashes is set.
func cutEnds(text string, slashes bool) string {
	for _, end := range nameEnds {
		i := strings.Index(text, end)
		if end == "(" && i > 0 && goesOnAfter(text[i:]) {
			after := i + strings.IndexByte(text[i:], ')')
			if i = strings.Index(text[after:], end); i > 0 {
				i += after
			}
		}
		if i <= 0 || end == "/" && slashes {
			continue
		}
		text = text[:i]
	}
	return text
}

// isBody reports whether a text may be the name of a body as a whole, with a
// small word or a dash in it: "Human in the Loop".
func isBody(s string) bool {
	if utf8.RuneCountInString(s) > longName/2 || strings.ContainsAny(s, "|·•»\n([@/<…") {
		return false
	}
	return smallWords(s) == 0 && hasLetters(s)
}

// hasLetters reports whether each word has a letter or is a mark: dates and
// numbers are in no name.
func hasLetters(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsDigit)
}

// goesOnAfter reports whether a name goes on after what is in brackets at the
// start of a text: "(R.J.) Eskow".
func goesOnAfter(text string) bool {
	inside, after, ok := strings.Cut(text, ") ")
	after, _, _ = strings.Cut(after, "(")
	r, _ := utf8.DecodeRuneInString(after)
	return ok && len(inside) < longName/2 && unicode.IsUpper(r) && looksLikeName("X "+firstWords(cutNumbers(after), 2))
}

// cutName cuts a byline's rest after the name.
func cutName(text string) string {
	text = cutEnds(cutDate(text), false)
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

// nameSuffixes follow a comma without starting another name.
var nameSuffixes = map[string]bool{"jr": true, "jr.": true, "sr": true, "sr.": true, "ii": true, "iii": true, "iv": true, "inc": true, "inc.": true, "llc": true, "ltd": true}

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
	"admin": true, "administrator": true, "author": true, "authors": true, "staff": true, "editor": true, "unknown": true, "anonymous": true, "guest": true, "redaktion": true, "null": true, "undefined": true, "none": true, "view all posts": true, "about the author": true, "see all posts": true, "by": true, "facebook": true, "twitter": true, "bluesky": true, "mastodon": true, "youtube": true, "pinterest": true, "whatsapp": true, "telegram": true, "tiktok": true, "follow": true, "share": true, "author name": true, "username": true, "user name": true, "super user": true, "webmaster": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true, "monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true, "sign in": true, "log in": true, "login": true, "written by": true, "alle beiträge": true, "alle artikel": true, "zur person": true,
	"recent posts": true, "publisher": true, "sort by": true, "category": true, "featured items": true, "request demo": true, "review": true, "reviews": true, "log out": true, "sign up": true,
	"the author": true, "posts": true, "all posts": true, "more": true, "read more": true, "about": true, "website": true, "linkedin": true, "instagram": true, "email": true, "contact": true, "profile": true, "view profile": true, "read bio": true, "bio": true, "new": true, "contributor": true, "contributors": true, "comments": true, "wordpress": true, "default": true, "user": true, "redakcja": true, "redacción": true, "redazione": true, "rédaction": true, "la rédaction": true, "редакция": true, "guest author": true, "guest post": true, "editorial": true, "learn more": true, "full bio": true, "owner": true, "news desk": true, "web desk": true, "us": true, "blog": true, "team": true, "our team": true,
}

// longName is the most characters that a name of a person or a body has.
const longName = 80

// cleanName cuts what stands around a name and returns "" for what is none.
func cleanName(s string) string {
	s = strings.TrimSpace(clean(s))
	s, _ = cutCue(s, "sponsored by")
	for again := true; again; {
		again = false
		for _, cue := range authorCues {
			if rest, ok := cutCue(s, cue); ok {
				s, again = rest, true
			}
		}
	}
	s = cutDate(s)
	if cut := cutEnds(s, true); cut == s || looksLikeName(cut) || !isBody(s) {
		s = cut
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

// smallWords counts the words of a name in small letters that names do not
// have: those of a name of one kind of letters are none.
func smallWords(s string) (n int) {
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !joining[w] && !particle(w+" ") {
			n++
		}
	}
	if n == len(words) {
		return 0 // a login or a name in small letters
	}
	return n
}

// runOns counts the words in which another begins with a capital: lines of a
// page that stand side by side. One may be a name: McLeod, YouTube; so may a
// login.
func runOns(s string) (n int) {
	if !strings.Contains(s, " ") {
		return 0
	}
	for _, w := range strings.Fields(s) {
		small := 0
		for _, r := range w {
			if unicode.IsUpper(r) && small >= 3 {
				n++
			}
			if small++; !unicode.IsLower(r) {
				small = 0
			}
		}
	}
	return n
}

// joining are small words inside names of bodies.
var joining = map[string]bool{
	"of": true, "the": true, "for": true, "and": true, "in": true, "at": true, "on": true, "to": true, "by": true, "with": true, "und": true, "für": true, "der": true, "die": true, "das": true, "des": true, "im": true, "am": true, "zur": true, "zum": true,
	"et": true, "du": true, "les": true, "aux": true, "en": true, "y": true, "e": true, "del": true, "los": true, "las": true, "para": true, "da": true, "do": true, "dos": true, "per": true, "della": true, "dei": true, "och": true, "og": true, "i": true, "voor": true, "het": true,
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
