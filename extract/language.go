package extract

import (
	"strings"
	"unicode"
)

// language.go tells the language of a text by its writing and its small words:
// text goes in, a tag comes out, or nothing where the text does not tell.

// A script is a way of writing.
type script uint8

const (
	scriptNone script = iota
	scriptLatin
	scriptCyrillic
	scriptArabic
	scriptHan
	scriptKana
	scriptHangul
	scriptGreek
	scriptHebrew
	scriptThai
	scriptDevanagari
	scriptCount
)

// scripts lists the writings that are told apart, with the language that one of
// them alone tells.
var scripts = [scriptCount]struct {
	table *unicode.RangeTable
	only  string
}{
	scriptLatin: {unicode.Latin, ""}, scriptCyrillic: {unicode.Cyrillic, ""}, scriptArabic: {unicode.Arabic, ""},
	scriptHan: {unicode.Han, "zh"}, scriptKana: {unicode.Katakana, "ja"}, scriptHangul: {unicode.Hangul, "ko"}, scriptGreek: {unicode.Greek, "el"},
	scriptHebrew: {unicode.Hebrew, "he"}, scriptThai: {unicode.Thai, "th"}, scriptDevanagari: {unicode.Devanagari, "hi"},
}

// notLatin are the languages that are not written in Latin letters, by their
// primary subtags. Those that are written in several have no row.
var notLatin = map[string]script{
	"ru": scriptCyrillic, "uk": scriptCyrillic, "be": scriptCyrillic, "bg": scriptCyrillic, "mk": scriptCyrillic, "ar": scriptArabic, "fa": scriptArabic, "ur": scriptArabic, "zh": scriptHan, "ja": scriptKana, "ko": scriptHangul,
	"el": scriptGreek, "he": scriptHebrew, "th": scriptThai, "hi": scriptDevanagari,
}

// inLatin are the languages that are.
var inLatin = "en de fr es it pt nl pl cs sk sv da no nb nn fi hu ro tr hr sl id ms vi ca et lv lt is ga cy eu gl sq"

// A tongue holds the most frequent small words of a language, in lower case.
type tongue struct {
	tag    string
	script script
	words  string
}

var tongues = []tongue{
	{"en", scriptLatin, "the of and to in is that for it was with as are this be have from by not"},
	{"de", scriptLatin, "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch"},
	{"fr", scriptLatin, "le la les de des et est une du dans que pour qui sur pas par il au plus avec"},
	{"es", scriptLatin, "el la de que y en los del las por con una para es se su al como más pero"},
	{"it", scriptLatin, "il di che la e per un del con sono una della è non gli dei alla nel più anche"},
	{"pt", scriptLatin, "o de que e do da em um para com não uma os no se na por mais dos ao"},
	{"nl", scriptLatin, "de het een van en in dat is op te voor met niet zijn die aan er ook als bij"},
	{"sv", scriptLatin, "och att det som en på är av för med till den har inte om ett var jag men så"},
	{"da", scriptLatin, "og at det en er til på som af for med den ikke har de et der var jeg men"},
	{"no", scriptLatin, "og at det en er til på som av for med den ikke har de et jeg var men seg"},
	{"fi", scriptLatin, "ja on ei että se oli kun mutta myös hän ovat joka kuin sen ole mukaan vuoden niin"},
	{"pl", scriptLatin, "w i na z się do nie że to jest o jak po co ale od za przez dla był"},
	{"cs", scriptLatin, "a v se na je že s z do to o i ve by ale jako jsou pro za byl"},
	{"hu", scriptLatin, "a az és hogy nem is egy meg volt csak el ez de már még mint van ki azt"},
	{"ro", scriptLatin, "și de în la a cu nu o pe din să care este un mai pentru ce sunt au fost"},
	{"tr", scriptLatin, "ve bir bu da için de ile olarak çok daha olan gibi en kadar sonra ne ise olduğu değil var"},
	{"id", scriptLatin, "yang dan di untuk dengan ini dari dalam tidak itu pada akan adalah ke oleh juga saya bisa ada karena"},
	{"ca", scriptLatin, "el la de i que a els en per les un amb del es una no són al més com"},
	{"vi", scriptLatin, "của và là có cho không được trong các một với những người này đã về khi đến ra từ"},
	{"ru", scriptCyrillic, "и в не на что он с как это по но из у за от к его для было все"},
	{"uk", scriptCyrillic, "і в не на що з та до як у це за від його для про але є ми він"},
	{"bg", scriptCyrillic, "и на да не се за от в с че е са като по но има със това до при"},
	{"ar", scriptArabic, "في من على أن إلى التي عن مع هذا هذه الذي كان ما لا بعد بين كما قد ذلك لم"},
	{"fa", scriptArabic, "و در به از که این را با است برای آن یک خود تا بر شده می او ما است"},
}

// tongueWords finds the languages of a word, as bits of tongues.
var tongueWords = func() map[string]uint32 {
	m := map[string]uint32{}
	for i, t := range tongues {
		for w := range strings.FieldsSeq(t.words) {
			m[w] |= 1 << i
		}
	}
	return m
}()

const (
	// How much of a text is read to find its language, and to find its writing
	// alone, in bytes; and the fewest letters that tell.
	longSample  = 6 << 10
	shortSample = 600
	fewLetters  = 60
	// The fewest small words, and their least share of all words, in per cent.
	fewWords  = 4
	wordShare = 8
)

// scriptOf returns the writing that most letters of a text are in, if four in
// five are, and how many letters there are. Kanji among kana are kana.
func scriptOf(text string) (script, int) {
	var counts [scriptCount]int
	total := 0
	for _, r := range text {
		if r < 0x80 && wordByte[r] && r > '9' {
			counts[scriptLatin]++
			total++
			continue
		}
		if r < 0x80 || bitsOf(r)&runeLetter == 0 {
			continue
		}
		total++
		for s := scriptLatin; s < scriptCount; s++ {
			if unicode.Is(scripts[s].table, r) || s == scriptKana && unicode.Is(unicode.Hiragana, r) {
				counts[s]++
				break
			}
		}
	}
	if counts[scriptKana]*10 > counts[scriptHan] {
		counts[scriptKana] += counts[scriptHan]
		counts[scriptHan] = 0
	}
	for s := scriptLatin; s < scriptCount; s++ {
		if counts[s]*5 >= total*4 && total > 0 {
			return s, total
		}
	}
	return scriptNone, total
}

// detectLanguage returns the language of a text, or "".
func detectLanguage(text string) string {
	s, letters := scriptOf(text)
	if s == scriptNone || letters < fewLetters {
		return ""
	}
	if only := scripts[s].only; only != "" {
		return only
	}
	var counts [32]int
	words := 0
	for w := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		words++
		for bits, i := tongueWords[w], 0; bits != 0; bits, i = bits>>1, i+1 {
			counts[i] += int(bits & 1)
		}
	}
	best, second := none, 0
	for i := range tongues {
		switch {
		case tongues[i].script != s:
		case best == none || counts[i] > counts[best]:
			if best != none {
				second = counts[best]
			}
			best = i
		default:
			second = max(second, counts[i])
		}
	}
	if best == none || counts[best] < fewWords || counts[best]*100 < words*wordShare || counts[best]*10 < second*11 {
		return ""
	}
	return tongues[best].tag
}

// chooseLanguage returns the language that the page claims, unless its text is
// in another writing; without a claim, that of the text.
func (m *metadata) chooseLanguage(text string) string {
	claimed := m.first(fieldLanguage, tagged)
	if claimed == "" {
		return detectLanguage(sample(text, longSample))
	}
	primary, _, _ := strings.Cut(claimed, "-")
	want, known := notLatin[primary]
	if !known && hasWord(inLatin, primary) {
		want, known = scriptLatin, true
	}
	if !known {
		return claimed
	}
	if s, letters := scriptOf(sample(text, shortSample)); letters >= fewLetters && s != scriptNone && s != want && !(want == scriptKana && s == scriptHan) {
		if found := detectLanguage(sample(text, longSample)); found != "" {
			return found
		}
	}
	return claimed
}

// sample cuts a text to what is read of it, at a character.
func sample[T string | []byte](text T, cut int) T {
	if len(text) <= cut {
		return text
	}
	for cut > 0 && text[cut]&0xc0 == 0x80 {
		cut--
	}
	return text[:cut]
}
