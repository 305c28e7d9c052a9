package quotes

// Marks of every kind, whole and broken, in; what they enclose out.

import (
	"strings"
	"testing"
)

func TestMarks(t *testing.T) {
	for _, tt := range []struct{ name, lang, text, want string }{
		{"straight", "en", `"It holds well," said Ann Lee.`, "direct It holds well,|Ann Lee|said"},
		{"curly", "en", "“It holds well,” said Ann Lee.", "direct It holds well,|Ann Lee|said"},
		{"single", "en", "‘It holds well,’ said Ann Lee.", "direct It holds well,|Ann Lee|said"},
		{"guillemets", "fr", "« Il tient bien », dit Anne Roux.", "direct Il tient bien|Anne Roux|dit"},
		{"single guillemets", "fr", "‹ Il tient bien ›, dit Anne Roux.", "direct Il tient bien|Anne Roux|dit"},
		{"guillemets inwards", "de", "»Es hält gut«, sagte Anna Kern.", "direct Es hält gut|Anna Kern|sagte"},
		{"single guillemets inwards", "de", "›Es hält gut‹, sagte Anna Kern.", "direct Es hält gut|Anna Kern|sagte"},
		{"low", "de", "„Es hält gut“, sagte Anna Kern.", "direct Es hält gut|Anna Kern|sagte"},
		{"single low", "de", "‚Es hält gut‘, sagte Anna Kern.", "direct Es hält gut|Anna Kern|sagte"},
		{"low and high", "pl", "„Trzyma dobrze”, mówi Anna Nowak.", "direct Trzyma dobrze|Anna Nowak|mówi"},
		{"the same on both sides", "sv", "”Det är kallt”, säger Anna Berg.", "direct Det är kallt|Anna Berg|säger"},
		{"guillemets the same on both sides", "sv", "»Det är kallt», säger Anna Berg.", "direct Det är kallt|Anna Berg|säger"},
		{"corner brackets", "zh", "他说：「今天真的很冷。」", "direct 今天真的很冷。|他|说"},
		{"white corner brackets", "ja", "『今日は寒い』と彼は言った。", "direct 今日は寒い|彼|言った"},
		{"title brackets", "zh", "他读过《红楼梦》。", "phrase 红楼梦"},

		{"mixed: curly, straight", "en", "“It holds well\", said Ann Lee.", "direct It holds well|Ann Lee|said"},
		{"mixed: straight, curly", "en", "\"It holds well”, said Ann Lee.", "direct It holds well|Ann Lee|said"},
		{"mixed: low, straight", "de", "„Es hält gut\", sagte Anna Kern.", "direct Es hält gut|Anna Kern|sagte"},
		{"closing one is missing", "en", "The firm said, “We will look into it.", "direct We will look into it.|The firm|said"},
		{"closing one is missing before a tag", "en", "“It holds well, said Ann Lee.", ""},
		{"opening one is missing", "en", "It holds well,” said Ann Lee.", ""},

		{"apostrophes", "en", "“I wrote ‘it’s theirs’ on the boys’ door,” said Ann Lee.", "direct I wrote ‘it’s theirs’ on the boys’ door,|Ann Lee|said"},
		{"apostrophes beside single marks", "en", "Rock ’n’ roll is dead, said Ann Lee: ‘It’s the dogs’ turn now.’", "direct It’s the dogs’ turn now.|Ann Lee|said"},
		{"inches", "en", "The 5'10\" man used a 24\" screen, he said, “to see it all at once”.", "direct to see it all at once|he|said"},

		{"nested, curly", "en", "“He said ‘never again’ and left,” said Ann Lee.", "direct He said ‘never again’ and left,|Ann Lee|said"},
		{"nested, low", "de", "„Er rief ‚halt ein‘ und lief“, sagte Anna Kern.", "direct Er rief ‚halt ein‘ und lief|Anna Kern|sagte"},
		{"nested, guillemets", "fr", "« Il m’a dit “jamais plus” et il est parti », raconte Anne Roux.", "direct Il m’a dit “jamais plus” et il est parti|Anne Roux|raconte"},
		{"nested, corner brackets", "ja", "「彼は『寒い』と言って帰った」と山田花子さんは話す。", "direct 彼は『寒い』と言って帰った|山田花子|話す"},

		{"paragraphs that open", "en", "“It holds well.\n“It will hold.\n“It must hold,” said Ann Lee.",
			"1:direct It holds well.|Ann Lee|said; 1:direct It will hold.|Ann Lee|said; 1:direct It must hold,|Ann Lee|said"},
		{"paragraphs that open, guillemets", "fr", "« Il tient bien.\n« Il tiendra. », dit Anne Roux.", "1:direct Il tient bien.|Anne Roux|dit; 1:direct Il tiendra.|Anne Roux|dit"},

		{"dash, es", "es", "—No lo sé —dijo Ana Ruiz—. Tal vez mañana.", "1:direct No lo sé|Ana Ruiz|dijo; 1:direct Tal vez mañana.|Ana Ruiz|dijo"},
		{"dash, fr", "fr", "– Il fait froid, dit Anne. Rentrons.", "1:direct Il fait froid,|Anne|dit; 1:direct Rentrons.|Anne|dit"},
		{"dash, ru", "ru", "— Мне холодно, — сказала Анна Белова. — Пора домой.", "1:direct Мне холодно,|Анна Белова|сказала; 1:direct Пора домой.|Анна Белова|сказала"},
		{"dash, pl", "pl", "— Jest zimno — mówi Anna Nowak. — Wracamy.", "1:direct Jest zimno|Anna Nowak|mówi; 1:direct Wracamy.|Anna Nowak|mówi"},
		{"dash, pt", "pt", "– Faz frio – disse Ana Reis. – Vamos.", "1:direct Faz frio|Ana Reis|disse; 1:direct Vamos.|Ana Reis|disse"},
		{"dash that opens no speech", "en", "— Ann Lee is cold today, said the man.", ""},

		{"tag inside the marks, fr", "fr", "« Il fait froid, précise Anne Roux. On gèle. »", "1:direct Il fait froid,|Anne Roux|précise; 1:direct On gèle.|Anne Roux|précise"},
		{"tag inside the marks, es", "es", "«No lo sé, dijo Ana Ruiz, tal vez mañana».", "1:direct No lo sé,|Ana Ruiz|dijo; 1:direct tal vez mañana|Ana Ruiz|dijo"},
		{"tag inside the marks, it", "it", "«Fa freddo, disse Anna Neri, torniamo a casa».", "1:direct Fa freddo,|Anna Neri|disse; 1:direct torniamo a casa|Anna Neri|disse"},
	} {
		if got := inText(tt.lang, tt.text); got != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.name, tt.text, got, tt.want)
		}
	}
}

// TestNobody holds texts that name no source: a wrong name is worse than none.
func TestNobody(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"It was cold. “Nobody knows what will happen next in this town.” The night fell.", "direct Nobody knows what will happen next in this town."},
		{"“It will hold for a hundred years,” it was said.", "direct It will hold for a hundred years,"},
		{"The wall is widely said to be “sound in all its parts and older than the town”.", "direct sound in all its parts and older than the town"},
		{"The wall is found to be “sound in all its parts”.", "phrase sound in all its parts"},
		{"“You will have to leave your house tonight,” Ann Lee was told.", "direct You will have to leave your house tonight,"},
		{"Ann Lee stood by the wall. It was late. “No swimming is allowed in this river at night.”", "direct No swimming is allowed in this river at night."},
		{"Fun Fact: “It does hold very well.”", "direct It does hold very well."},
		{"Note: “It does.”", "phrase It does."},
	} {
		if got := inText("en", tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// TestInterviews holds layouts in which a name and a colon begin a paragraph.
func TestInterviews(t *testing.T) {
	const known = "The wall of Ann Lee is old.\n"
	for _, tt := range []struct {
		lang, text string
		strong     bool
		want       string
	}{
		{"en", known + "Ann Lee: “It holds well, so far.”\nLee: “It does.”", false, "direct It holds well, so far.|Ann Lee|; direct It does.|Lee=Ann Lee|"},
		{"en", "Ann Lee: “It holds well, so far.”", true, "direct It holds well, so far.|Ann Lee|"},
		{"en", "Ann Lee: “It holds well, so far.”", false, "direct It holds well, so far."}, // may be a headline or a term as well
		{"en", "Lesson: “It holds well, so far.”", true, "direct It holds well, so far."},
		{"en", "Ann Lee, mason: “It holds well, so far.”", false, "direct It holds well, so far.|Ann Lee (mason)|"},
		{"en", known + "Ann Lee:\n“It holds well, so far.”", false, "direct It holds well, so far.|Ann Lee|"},
		{"en", "Q: Does it hold?\nA: “It holds well, so far.”", true, "direct It holds well, so far."},
		{"de", "Die Mauer von Anna Kern ist alt.\nAnna Kern: „Sie hält gut, bisher.“\nKern: „Ja.“\nFrage: „Hält sie denn noch gut?“", false,
			"direct Sie hält gut, bisher.|Anna Kern|; direct Ja.|Kern=Anna Kern|; direct Hält sie denn noch gut?"},
	} {
		paras := split(tt.text)
		for i := range paras {
			if at := strings.IndexByte(paras[i].Text, ':'); tt.strong && at >= 0 {
				paras[i].Label = at + 1
			}
		}
		if got := shown(paras, tt.lang); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// inText shows the quotes of a text, a paragraph for each line.
func inText(lang, text string) string { return shown(split(text), lang) }

func shown(paras []Paragraph, lang string) string {
	var got []string
	for _, q := range Find(paras, lang) {
		got = append(got, show(paras, q))
	}
	return strings.Join(got, "; ")
}
