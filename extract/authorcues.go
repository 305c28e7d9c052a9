package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// authorcues.go knows the words that stand before an author's name: a line goes
// in, what follows such a word comes out.

// authorCues stand before a name in a byline, in lower case.
var authorCues = []string{
	"view all posts by", "see all posts by", "all posts by", "more posts by", "more from", "posts by", "articles by", "veröffentlicht von", "erstellt von", "verfasst von", "eingestellt von", "posted by", "written by", "reported by", "published by", "article by", "text by", "story by", "words by", "recipe by", "created by", "contributed by", "post by", "started by", "asked by", "guest post by", "a post by", "this post was written by", "this article was written by", "this story was written by", "this guide was written by", "this blog was written by", "contributors:", "by",
	"written and photographed by", "words and pictures by", "authors", "author", "author(s)", "von", "ein beitrag von", "ein artikel von", "geschrieben von", "autorin", "autoren", "autor", "text von", "par", "écrit par", "publié par", "rédigé par", "auteur",
	"por", "escribe", "escrito por", "publicado por", "autora", "di", "a cura di", "scritto da", "autore", "door", "geschreven door", "av", "af", "skrevet av", "text", "autorka", "přidal", "przez", "yazan", "yazar",
	"автор", "текст", "автор текста", "文", "取材・文", "記者", "记者", "作者", "撰文", "기자", "بقلم", "كتبت", "كتب", "كُتب بواسطة", "بواسطة", "الكاتب", "نویسنده",
}

// midCues are those that also stand within a line: "May 4 by Ann Lee". Each
// begins as one of the first two.
var midCues = [...]string{" by ", "\u00a0by ", " von ", " par ", " por ", " door ", " Author: ", " Autor: ", " By ", " Von ", " Par "}

// notBefore are words before a cue that make it somebody else's: "Photo by".
var notBefore = []string{
	"photo", "photos", "photography", "photograph", "image", "images", "picture", "illustration", "illustrations", "video", "reviewed", "edited", "checked", "updated", "sponsored", "powered", "presented", "brought to you", "translated", "übersetzung", "übersetzt", "traduction", "traducción", "traduzione", "followed",
	"supported", "funded", "foto", "fotos", "bild", "geprüft", "edited and reviewed", "approved", "verified", "modified", "medically reviewed", "fact checked", "fact-checked", "designed", "owned", "hosted", "image", "caused", "used", "tested", "contributions", "contributions from", "with contributions from", "curated", "produced",
}

// isAuthorLabel reports whether a line is a cue and nothing else.
func isAuthorLabel(text string) bool {
	if len(text) > 40 || !mayBeCue(text) {
		return false
	}
	var buf [64]byte
	return cueSet[string(foldString(buf[:0], strings.Trim(clean(text), " :：|")))]
}

// mayBeCue reports whether the first letter of a text is that of a cue.
func mayBeCue(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= utf8.RuneSelf || wordByte[c] {
			return c >= utf8.RuneSelf || len(cueTable[lowerByte[c]]) > 0
		}
	}
	return false
}

// namesOthers reports whether a line or a label names those who did something
// else: "Reviewed by", "Photos:".
func namesOthers(text string) bool {
	const most = 40 // bytes before the "by" or the colon
	i := indexBy(text)
	if i < 0 {
		i = strings.IndexByte(text, ':')
	}
	if i < 0 || i > utf8.UTFMax*most {
		return false
	}
	head := strings.ToLower(text[:i])
	return len(head) < most && endsWithAny(head, notBefore) && !startsWithCue(text)
}

// startsWithCue reports whether a line begins with an author's cue: "by Ann Lee
// – updated: …".
func startsWithCue(text string) bool {
	at, c := findCue(text)
	return at >= 0 && at <= len(c)+2
}

// indexBy returns the place of the first " by" in any case of letters, or none.
func indexBy(text string) int {
	for i := 0; i+2 < len(text); i++ {
		if text[i] == ' ' && text[i+1]|0x20 == 'b' && text[i+2]|0x20 == 'y' {
			return i
		}
	}
	return none
}

// afterCue returns what stands after an author's cue in a line.
func afterCue(text string, heading bool) (string, bool) {
	if rest, ok := strings.CutPrefix(text, "By"); ok && rest != "" && unicode.IsUpper(rune(rest[0])) && looksLikeName(cutName(rest)) {
		return rest, true // set apart by style alone
	}
	if at, c := findCue(text); at >= 0 && c != "" {
		rest := text[at:]
		if strings.HasSuffix(c, "by") || strings.ContainsAny(text[:at], ":：/／") || rest != "" && rest[0] >= utf8.RuneSelf || looksLikeName(firstWords(cutName(rest), 3)) {
			return rest, len(strings.Fields(cutName(rest))) < 12
		}
	}
	if heading || len(text) > longByline || len(text) > labelLength && endsSentence([]byte(text)) {
		return "", false
	}
	places := findMidCues(text)
	for k, c := range midCues {
		i := int(places[k]) - 1
		if i < 0 {
			continue
		}
		rest := text[i+len(c):]
		if first := cutName(rest); looksLikeName(firstWords(first, 2)) && !particle(first) && !endsWithAny(strings.ToLower(text[:i]), notBefore) {
			return rest, true
		}
	}
	return "", false
}

// findMidCues returns, for each of midCues, one more than where it stands first
// in a text, 0 if it does not.
func findMidCues(text string) (places [len(midCues)]int32) {
	for i := range len(text) {
		if text[i] != midCues[0][0] && text[i] != midCues[1][0] {
			continue
		}
		for k, c := range midCues {
			if places[k] == 0 && strings.HasPrefix(text[i:], c) {
				places[k] = int32(i) + 1
			}
		}
	}
	return places
}

// cueTable has the authors' cues by their first byte, cueSet as a set.
var cueTable, cueSet = func() (t [256][]string, set map[string]bool) {
	set = make(map[string]bool, len(authorCues))
	for _, c := range authorCues {
		t[c[0]] = append(t[c[0]], c)
		set[c] = true
	}
	return t, set
}()

// findCue finds an author's cue as whole words and returns where the text after
// it begins, "-1" if there is none. A cue without a colon stands at the start.
func findCue(text string) (int, string) {
	if text == "" {
		return -1, ""
	}
	var buf [2 * longByline]byte
	lower := foldString(buf[:0], text)
	if len(lower) != len(text) {
		return -1, ""
	}
	for _, cue := range cueTable[lower[0]] {
		if len(lower) >= len(cue) && string(lower[:len(cue)]) == cue && !goesOn(lower[len(cue):]) {
			if rest := afterColon(text[len(cue):]); rest != "" {
				return len(text) - len(rest), cue
			}
		}
	}
	for _, colon := range [...]string{":", "："} {
		i := bytes.Index(lower, []byte(colon))
		if i <= 0 {
			continue
		}
		if at, cue := cueBefore(text, string(lower[:i]), i); at >= 0 {
			return at, cue
		}
	}
	return -1, ""
}

// cueBefore finds the cue that ends where the colon at place i of a text is,
// before which it is lower in lower case.
func cueBefore(text, lower string, i int) (int, string) {
	head := strings.TrimRight(lower, " \u00a0")
	for _, cue := range authorCues {
		start := len(head) - len(cue)
		if start < 0 || head[start:] != cue || start > 0 && isWordByte(head[start-1]) {
			continue
		}
		if rest := afterColon(text[i:]); rest != "" && !endsWithAny(strings.TrimRight(head[:start], " "), notBefore) {
			return len(text) - len(rest), cue
		}
	}
	return -1, ""
}

// afterColon cuts what stands between a cue and a name.
func afterColon(s string) string { return strings.TrimLeft(s, ":： /／|\u00a0") }

// goesOn reports whether a text begins with a letter or digit of a writing that
// puts spaces between words.
func goesOn(s []byte) bool {
	r, _ := utf8.DecodeRune(s)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
}
