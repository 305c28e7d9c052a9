package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"pressclip/internal/dates"
)

// lines.go tells what a short line of text is: a sentence, a byline, a repeated
// headline, a phrase that pages add to articles. Its tables have rows per language.

// bylineStarts are how lines with author or date begin, in lower case.
var bylineStarts = newLineTable(
	"by ", "by: ", "posted by", "written by", "reported by", "published by", "posted on", "posted:", "posted in", "published", "updated", "last updated", "last modified",
	"filed under", "first published", "date:", "author:", "created:", "modified:", "tags:", "tagged", "categories:", "category:", "photo:", "image:",
	"von ", "geschrieben von", "veröffentlicht", "aktualisiert", "stand:", "autor:", "erschienen", "zuletzt",
	"par ", "publié", "mis à jour", "modifié", "rédigé par", "écrit par",
	"por ", "publicado", "actualizado", "atualizado", "escrito por", "redacción",
	"di ", "pubblicato", "aggiornato", "a cura di",
	"door ", "gepubliceerd", "bijgewerkt", "av ", "publicerad", "uppdaterad", "autor", "opublikowano", "aktualizacja",
	"автор", "опубликовано", "обновлено", "дата публикации", "текст:",
	"文/", "文／", "記者", "作者", "来源", "來源", "编辑", "責任編輯", "责任编辑", "公開日", "更新日", "掲載", "発表", "投稿日", "기자", "입력", "수정",
	"بقلم", "نشر", "آخر تحديث", "كتب",
)

// longByline is the length, in bytes, from which a line is no byline unless
// most of it is marked as one.
const longByline = 160

// addedLines are how lines begin that pages put between the paragraphs of
// their articles, in lower case.
var addedLines = newLineTable(
	"advertisement", "advertising", "sponsored", "read more", "read also", "also read", "read next", "read:", "related:", "related story", "related article", "see also:", "more on this",
	"more from ", "more like this", "more:", "related articles", "related posts", "related content", "related reading", "explore more", "read or share", "read this next", "up next", "table of contents", "never miss", "get the latest", "this site is protected by recaptcha",
	"share this", "share on", "share:", "sign up", "subscribe", "follow us", "follow @", "continue reading", "click here to", "story continues below", "article continues", "scroll to continue", "recommended", "you may also like", "you might also like", "most read", "don't miss", "watch:", "listen:", "view comments", "leave a comment", "comments", "print this", "email this", "skip to", "loading", "jump to", "back to top", "copyright ©", "© ", "all rights reserved",
	"anzeige", "werbung", "lesen sie auch", "mehr zum thema", "lesen sie mehr", "lesen sie hier", "lesen sie dazu", "mehr dazu:", "mehr zu diesem thema", "auch interessant", "auch lesenswert", "das könnte sie auch interessieren", "inhaltsverzeichnis", "beitrag per e-mail", "artikel teilen", "teilen", "newsletter", "kommentare", "zur startseite", "weiterlesen", "hier weiterlesen", "mehr lesen", "jetzt lesen:", "lesetipp", "schon gelesen", "passend dazu", "auch spannend", "das könnte dich", "das könnte sie interessieren", "das thema könnte dich auch", "weitere artikel", "ähnliche artikel",
	"publicité", "à lire aussi", "lire aussi", "à lire également", "lire également", "a lire aussi", "voir aussi", "table des matières", "lire la suite", "partager", "sur le même sujet", "abonnez-vous", "s'abonner", "lire plus", "lire l'article", "voir également", "à voir aussi", "à voir également", "sur le même thème", "articles similaires", "suivez-nous", "plus d'infos sur",
	"publicidad", "lea también", "lee también", "leé también", "lea además", "mirá también", "ver también", "leer más", "te puede interesar", "le puede interesar", "te recomendamos", "de interés:", "tabla de contenidos", "compartir", "suscríbete", "leia também", "leia mais", "veja também", "saiba mais", "confira também", "publicidade", "compartilhe", "lea más", "lea:", "lee más", "puedes ver:", "puede ver:", "vea también", "vea además", "mira también", "mire también", "también te puede", "también puedes leer", "más noticias", "síguenos", "leia ainda", "leia:", "veja mais", "ver mais", "siga-nos", "inscreva-se", "assine nossa", "notícias relacionadas",
	"leggi anche", "leggi pure", "potrebbe interessarti", "condividi", "pubblicità", "iscriviti", "lees ook", "lees meer", "lees verder", "bekijk ook", "advertentie", "leggi tutto", "leggi di più", "leggi l'articolo", "vedi anche", "guarda anche", "ti potrebbe interessare", "ti potrebbero interessare", "articoli correlati", "seguici su", "ook interessant", "meer over dit", "volg ons",
	"läs också", "läs även", "läs mer", "annons:", "les også", "les mer", "læs også", "læs mere", "lue myös", "lue lisää", "mainos", "baca juga", "simak juga", "čtěte také", "čtěte tiež", "olvasta már", "citește și", "haberin devamı", "ilgili haber", "διαβάστε επίσης", "διαβάστε ακόμη", "katso myös", "baca selengkapnya", "lihat juga", "xem thêm", "đọc thêm", "přečtěte si", "mohlo by vás", "kapcsolódó cikk", "ez is érdekelheti", "citiți și", "vezi și", "pročitajte i", "pročitajte još", "pročitaj i", "preberite tudi", "loe ka", "lasi arī", "skaitykite taip pat", "ilginizi çekebilir", "bunlar da ilginizi", "δείτε επίσης", "вижте още", "прочетете още",
	"читайте также", "читайте ещё", "читать также", "смотрите также", "материалы по теме", "читайте також", "читати також", "дивіться також", "зверніть увагу", "оглавление", "реклама", "поделиться", "подписаться", "подписывайтесь", "czytaj też", "czytaj także", "czytaj więcej", "zobacz też", "zobacz także", "reklama", "подпишись", "подпишитесь", "по теме:", "см. также", "також читайте", "читайте ще", "підписуйтесь", "czytaj również", "czytaj dalej", "przeczytaj też", "przeczytaj także", "przeczytaj również", "sprawdź też", "dowiedz się więcej", "zapisz się",
	"関連記事", "あわせて読みたい", "おすすめ記事", "目次", "관련기사", "관련 기사", "광고", "目录", "目錄", "推荐阅读", "推薦閱讀", "更多新聞", "シェア", "広告", "相关阅读", "相关新闻", "分享", "延伸閱讀", "延伸阅读", "阅读更多", "更多阅读", "看更多", "相关报道", "相關新聞", "続きを読む", "関連リンク", "合わせて読みたい", "관련 뉴스", "함께 보면 좋은", "اقرأ أيضا", "اقرأ أيضًا", "اقرأ المزيد", "شاهد أيضا", "شاهد أيضًا", "مواضيع ذات صلة", "إعلان", "شارك", "إقرأ أيضا", "بیشتر بخوانید", "همچنین بخوانید", "مطالب مرتبط", "קראו גם", "עוד בנושא", "यह भी पढ़ें", "ये भी पढ़ें", "और पढ़ें", "আরও পড়ুন", "อ่านเพิ่มเติม", "อ่านต่อ",
)

// longAdded is the length, in bytes, from which a line is no added line, and
// longUnlinked that of one without a link. Letters of most scripts but Latin
// have two bytes: twice the length.
const longAdded, longUnlinked = 140, 40

// A lineTable holds how lines begin, by their first byte.
type lineTable [256][]string

func newLineTable(starts ...string) *lineTable {
	t := new(lineTable)
	for _, s := range starts {
		t[s[0]] = append(t[s[0]], s)
	}
	return t
}

// begins reports whether text begins with one of the table's lines, any case.
func (t *lineTable) begins(text []byte) bool {
	if len(text) == 0 {
		return false
	}
	first := text[0]
	if first >= 'A' && first <= 'Z' {
		first += 'a' - 'A'
	}
	if first < utf8.RuneSelf && !t.mayBegin(first, text) {
		return false
	}
	var buf [64]byte
	head := foldCase(buf[:0], text[:min(len(text), 40)])
	if len(head) == 0 {
		return false
	}
	for _, start := range t[head[0]] {
		if len(start) <= len(head) && string(head[:len(start)]) == start {
			return true
		}
	}
	return false
}

// mayBegin reports whether text, whose first byte in lower case is first, has
// the first ASCII bytes of one of the table's lines.
func (t *lineTable) mayBegin(first byte, text []byte) bool {
	for _, start := range t[first] {
		i := 1
		for i < len(start) && start[i] < utf8.RuneSelf && i < len(text) && lowerByte[text[i]] == start[i] {
			i++
		}
		if i == len(start) || start[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// foldCase appends text in lower case.
func foldCase(dst, text []byte) []byte {
	for len(text) > 0 {
		if c := text[0]; c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst, text = append(dst, c), text[1:]
			continue
		}
		r, n := utf8.DecodeRune(text)
		if r == utf8.RuneError && n <= 1 {
			break
		}
		dst = utf8.AppendRune(dst, lowerOf(r))
		text = text[n:]
	}
	return dst
}

// isAddedLine reports whether a leaf is a line that pages add to articles.
func isAddedLine(text []byte, l *leaf) bool {
	most := longUnlinked
	if l.linked > 0 {
		most = longAdded
	}
	if len(text) > 0 && text[0] >= 0xce && text[0] <= 0xdf { // Greek to Arabic
		most *= 2
	}
	return len(text) < most && addedLines.begins(text)
}

// isByline reports whether a leaf is a byline, a date line or a list of tags.
func (s *selection) isByline(i int32) bool { return s.bylines[i] }

// readByline decides whether a leaf is a byline, from its text and its marks.
func (s *selection) readByline(l *leaf, text []byte) bool {
	n := int32(len(text))
	if n == 0 || l.kind == leafPre || l.kind == leafHeading && l.level == 1 {
		return false
	}
	if l.marked*2 > n && (n < 3*longByline || l.marked*10 > n*9) {
		return true
	}
	if n > longByline || l.linked*2 > n && l.marked == 0 && l.linked == n {
		return false
	}
	date, start, end, ok := "", 0, 0, false
	if hasYear(text) {
		date, start, end, ok = dates.Find(string(text), "")
	}
	if ok && len(date) >= len("2006-01-02") && (end-start)*2 > int(n) {
		return true
	}
	return bylineStarts.begins(text) && (ok || l.marked > 0 || l.linked > 0 || n < labelLength && !endsSentence(text))
}

// hasYear reports whether text may hold a date with its year: four digits that
// begin as years do, or digits of another script.
func hasYear(text []byte) bool {
	for i, c := range text {
		if c == 0xd9 || c == 0xdb || c == 0xef || (c == '1' || c == '2') && i+3 < len(text) && wordByte[text[i+1]] && wordByte[text[i+2]] && text[i+3] >= '0' && text[i+3] <= '9' {
			return true
		}
	}
	return false
}

// countMarked notes, on each leaf, how much of it is marked as byline, date or
// terms. Marks and leaves both lie in the order of their text.
func (p *page) countMarked() {
	const kinds = markAuthor | markPublished | markModified | markDate | markTag | markCategory | markComments
	for i := range p.leaves {
		p.leaves[i].marked = 0
	}
	i, done := 0, int32(0)
	for m := range p.marks {
		mk := &p.marks[m]
		if mk.dark || mk.kinds&kinds == 0 {
			continue
		}
		start := max(mk.text.start, done)
		for i < len(p.leaves) && p.leaves[i].text.end <= start {
			i++
		}
		for j := i; j < len(p.leaves) && p.leaves[j].text.start < mk.text.end; j++ {
			l := &p.leaves[j]
			l.marked += max(0, min(l.text.end, mk.text.end)-max(l.text.start, start))
		}
		done = max(done, mk.text.end)
	}
}

// sentenceEnds are the characters that end sentences, and those that may follow them.
const (
	sentenceEnds = ".!?…:;。！？।؟۔"
	closers      = "\"'”’»›)]」』"
)

// hasWords reports whether text is parted into words, or in a script that has
// no spaces: bytes that stand for nothing are no running text.
func hasWords(text []byte) bool {
	for _, c := range text[:min(len(text), 256)] {
		if c == ' ' || c >= 0xe3 && c <= 0xed {
			return true
		}
	}
	return false
}

// endsSentence reports whether text ends as a sentence does.
func endsSentence(text []byte) bool {
	for len(text) > 0 {
		r, n := utf8.DecodeLastRune(text)
		if strings.ContainsRune(sentenceEnds, r) {
			return true
		}
		if !strings.ContainsRune(closers, r) && !unicode.IsSpace(r) {
			return false
		}
		text = text[:len(text)-n]
	}
	return false
}

// foldedRune takes the first character off text: in lower case if it is a
// letter, a digit or a mark, else 0.
func foldedRune(text []byte) (r rune, n int) {
	if c := text[0]; c < utf8.RuneSelf {
		if wordByte[c] {
			return rune(lowerByte[c]), 1
		}
		return 0, 1
	}
	if r, n = utf8.DecodeRune(text); bitsOf(r)&runeWord == 0 {
		return 0, n
	}
	return lowerOf(r), n
}

// foldWords appends the letters and digits of text in lower case, one space
// between words: the form in which headlines are compared.
func foldWords(dst, text []byte) []byte {
	space := false
	for len(text) > 0 {
		r, n := foldedRune(text)
		text = text[n:]
		if r == 0 {
			space = len(dst) > 0
			continue
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// isFolded reports whether foldWords would make folded of text. Most texts that
// are not the same differ in their first word.
func isFolded(text []byte, folded string) bool {
	at, space := 0, false
	for len(text) > 0 {
		r, n := foldedRune(text)
		text = text[n:]
		if r == 0 {
			space = at > 0
			continue
		}
		if space {
			if at == len(folded) || folded[at] != ' ' {
				return false
			}
			at, space = at+1, false
		}
		want, n := utf8.DecodeRuneInString(folded[at:])
		if want != r { // at the end of folded it is no letter
			return false
		}
		at += n
	}
	return at == len(folded)
}

// repeatsTitle reports whether text is the headline.
func (s *selection) repeatsTitle(text []byte) bool {
	return len(s.title) > 0 && len(text) <= 4*len(s.title)+16 && isFolded(text, s.title)
}

// debrisWords are class names of WordPress's post_class: in running text they
// are the rest of a start tag that was cut.
var debrisWords = []string{"hentry", "type-post", "status-publish", "format-standard", "has-post-thumbnail"}

// isDebris reports whether the text of leaf i is the rest of a broken start
// tag: class names as words, up to the tag's end. It can only begin a page.
func isDebris(i int32, text []byte) bool {
	if i > 1 {
		return false
	}
	head := text[:min(len(text), 400)]
	found := 0
	for _, w := range debrisWords {
		if bytes.Contains(head, []byte(w)) {
			found++
		}
	}
	if found >= 2 {
		return true
	}
	tags, words := 0, 0
	for w := range bytes.FieldsSeq(head) {
		words++
		if bytes.HasPrefix(w, []byte("tag-")) || bytes.HasPrefix(w, []byte("category-")) || bytes.HasPrefix(w, []byte("post-")) {
			tags++
		}
	}
	return tags >= 1 && tags*2 >= words || bytes.HasSuffix(bytes.TrimSpace(head), []byte(`">`)) && len(text) < 300 && tags > 0
}
