package quotes

// Short texts in, the quotes that a reader sees there out.

import (
	"fmt"
	"strings"
	"testing"
)

// show writes a quote as "kind text|speaker as written|cue", and "=name" where
// the name is another.
func show(paras []Paragraph, q Quote) string {
	kind := []string{"direct", "block", "pull", "phrase"}[q.Kind]
	s := kind + " " + paras[q.Para].Text[q.Start:q.End]
	if q.Kind == Pull {
		s += fmt.Sprintf(" (of %d)", q.Repeats)
	}
	if q.Group != 0 {
		s = fmt.Sprintf("%d:%s", q.Group, s)
	}
	if q.Speaker == nil && q.Cue == "" {
		return s
	}
	s += "|"
	if q.Speaker != nil {
		s += q.Speaker.AsWritten
		if q.Speaker.Name != q.Speaker.AsWritten {
			s += "=" + q.Speaker.Name
		}
		if q.Speaker.Role != "" {
			s += " (" + q.Speaker.Role + ")"
		}
	}
	return s + "|" + q.Cue
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "“It is a wonderful thing,” said Maria Lopez, the mayor.", "direct It is a wonderful thing,|Maria Lopez (the mayor)|said"},
		{"en", "\"We will not stop,\" the mayor said.", "direct We will not stop,|the mayor|said"},
		{"en", "Maria Lopez said: \"We will not stop.\"", "direct We will not stop.|Maria Lopez|said"},
		{"en", "\"No,\" she said.", "direct No,|she|said"},
		{"en", "“A long day,” she said, “but a good one.”", "1:direct A long day,|she|said; 1:direct but a good one.|she|said"},
		{"en", "“It rained all day,” Ann Lee says. “We stayed in.”", "1:direct It rained all day,|Ann Lee|says; 1:direct We stayed in.|Ann Lee|says"},
		{"en", "According to Ann Lee, the pump “failed twice that night”.", "direct failed twice that night|Ann Lee|According to"},
		{"en", "The plan “will not cost a cent”, according to the report.", "direct will not cost a cent|the report|according to"},
		{"en", "“It works,” said a spokesman for the bank.", "direct It works,|a spokesman for the bank|said"},
		{"en", "“It hurts at first,” says Dr. Davis.", "direct It hurts at first,|Dr. Davis|says"},
		{"en", "“It hurts at first,” says lead author Ann B. Lee, MD.", "direct It hurts at first,|Ann B. Lee (lead author)|says"},
		{"en", "Ann Lee, who runs the mill, said the wheel was “older than the town itself”.", "direct older than the town itself|Ann Lee|said"},
		{"en", "Ann Lee came in. “It is cold in here,” Lee said.", "direct It is cold in here,|Lee=Ann Lee|said"},
		{"en", "“Bread first,” says Ann Lee. Flour is dear. “It was cheap once,” she adds.", "direct Bread first,|Ann Lee|says; direct It was cheap once,|she=Ann Lee|adds"},
		{"en", "He read a book called “The Long Way Home” at night.", "phrase The Long Way Home"},
		{"en", "The so-called “experts” were wrong.", "phrase experts"},
		{"en", "You could say, “I can do it today.”", "phrase I can do it today."},
		{"en", "He is 6'2\" tall and the screen is 5\" wide.", ""},
		{"en", "The dogs’ owners don’t know ’70s rock ’n’ roll, 'tis said.", ""},
		{"en", "‘The boys’ house is ours now,’ said Ann Lee.", "direct The boys’ house is ours now,|Ann Lee|said"},
		{"en", "“He told me ‘never again’ and left,” said Ann Lee.", "direct He told me ‘never again’ and left,|Ann Lee|said"},
		{"en", "A stray “ mark and a \" another.", ""},
		{"en", "The firm said, “We will look into it.", "direct We will look into it.|The firm|said"},
		{"en", "“We opened at dawn.\n“Nobody came,” said Ann Lee.", "1:direct We opened at dawn.|Ann Lee|said; 1:direct Nobody came,|Ann Lee|said"},
		{"en", "“Rust never sleeps at all.” — Ann Lee, smith", "block Rust never sleeps at all.|Ann Lee (smith)|"},
		{"en", "Ann Lee put it like this:\n“The sea gives and the sea takes.”", "direct The sea gives and the sea takes.|Ann Lee|put"},
		{"de", "„Das ist gut“, sagte Bürgermeisterin Anna Kern.", "direct Das ist gut|Anna Kern (Bürgermeisterin)|sagte"},
		{"de", "»Wer wartet«, meint Anna Kern, »der verliert.«", "1:direct Wer wartet|Anna Kern|meint; 1:direct der verliert.|Anna Kern|meint"},
		{"de", "Laut Anna Kern ist das Dach „völlig morsch und undicht“.", "direct völlig morsch und undicht|Anna Kern|Laut"},
		{"fr", "« Il fait froid », a expliqué la maire, Anne Roux.", "direct Il fait froid|Anne Roux (la maire)|expliqué"},
		{"fr", "« Il fait froid, précise Anne Roux. On gèle. »", "1:direct Il fait froid,|Anne Roux|précise; 1:direct On gèle.|Anne Roux|précise"},
		{"fr", "«\u00a0Il fait froid\u00a0», a-t-elle ajouté.", "direct Il fait froid|elle|ajouté"},
		{"es", "«Hace frío», aseguró este martes la alcaldesa, Ana Ruiz.", "direct Hace frío|Ana Ruiz (la alcaldesa)|aseguró"},
		{"es", "—No lo sé —dijo Ana Ruiz—. Tal vez mañana.", "1:direct No lo sé|Ana Ruiz|dijo; 1:direct Tal vez mañana.|Ana Ruiz|dijo"},
		{"es", "—Una lista sin voz —pero con rayas—.", ""},
		{"it", "«Fa freddo», racconta Anna Neri, 68 anni.", "direct Fa freddo|Anna Neri|racconta"},
		{"pt", "“Faz frio hoje”, disse a organizadora Ana Reis.", "direct Faz frio hoje|Ana Reis (a organizadora)|disse"},
		{"nl", "‘Het is koud’, zegt schipper Jan de Wit.", "direct Het is koud|Jan de Wit (schipper)|zegt"},
		{"sv", "”Det är kallt”, säger Anna Berg.", "direct Det är kallt|Anna Berg|säger"},
		{"ru", "«Мне холодно, — сказала Анна Белова. — Пора домой».", "1:direct Мне холодно,|Анна Белова|сказала; 1:direct Пора домой|Анна Белова|сказала"},
		{"ru", "— Мне холодно, — сказала Анна Белова. — Пора домой.", "1:direct Мне холодно,|Анна Белова|сказала; 1:direct Пора домой.|Анна Белова|сказала"},
		{"pl", "„Jest zimno” – mówi Anna Nowak. – „Wracamy do domu”.", "1:direct Jest zimno|Anna Nowak|mówi; 1:direct Wracamy do domu|Anna Nowak|mówi"},
		{"ja", "「寒いです」と館長の山田花子さんは話す。", "direct 寒いです|山田花子 (館長)|話す"},
		{"ja", "絵本『雪の橋』を読んだ。", "phrase 雪の橋"},
		{"zh", "“今天很冷，”店主王小明说，“回家吧。”", "1:direct 今天很冷，|王小明 (店主)|说; 1:direct 回家吧。|王小明 (店主)|说"},
		{"zh", "他读过《红楼梦》。", "phrase 红楼梦"},
		{"", "他说：“今天真的很冷。”", "direct 今天真的很冷。|他|说"},
		{"en-GB", "“Cold,” rejoined Ann Lee; “very cold.”", "1:direct Cold,|Ann Lee|rejoined; 1:direct very cold.|Ann Lee|rejoined"},
		{"en", "“It is a feature,” Ann Lee and Bo Roe write.", "direct It is a feature,|Ann Lee and Bo Roe|write"},
		{"en", "The term was defined by Ann Lee as “the rate at which a river rises”.", "direct the rate at which a river rises|Ann Lee|defined"},
		{"en", "Rain is certain, Ann Lee added. “We have no choice but to wait.”", "direct We have no choice but to wait.|Ann Lee|"},
		{"en", "Lee, A. (1998). \"How rivers rise and how they fall again\". Nature.", "phrase How rivers rise and how they fall again"},
		{"en", "Kim Hart came. Ann Lee met Hart. “It was cold,” she told Hart.", "direct It was cold,|she=Ann Lee|told"},
		{"en", "“It pays,” says Co-Founder, Ann Lee.", "direct It pays,|Ann Lee (Co-Founder)|says"},
		{"fr", "Pour Anne Roux, le toit est « vétuste et très dangereux ».", "direct vétuste et très dangereux|Anne Roux|Pour"},
		{"xx", "“Saluton al vi, mia mondo.”", "direct Saluton al vi, mia mondo."},
	} {
		paras := split(tt.text)
		var got []string
		for _, q := range Find(paras, tt.lang) {
			got = append(got, show(paras, q))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: %s\n got %s\nwant %s", tt.lang, tt.text, s, tt.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	quote := func(block int, text, credit string) Paragraph {
		return Paragraph{Kind: QuoteBlock, Block: block, Text: text, Credit: credit}
	}
	for _, tt := range []struct {
		name  string
		paras []Paragraph
		want  string
	}{
		{"credit", []Paragraph{quote(1, "We will not stop.", "— Grace Hopper, admiral")}, "block We will not stop.|Grace Hopper (admiral)|"},
		{"marks", []Paragraph{quote(1, "“We will not stop.”", "Grace Hopper")}, "block We will not stop.|Grace Hopper|"},
		{"post", []Paragraph{quote(1, "Seeking information.", "— FBI New York (@NewYorkFBI) November 6, 2014")}, "block Seeking information.|FBI New York|"},
		{"initial", []Paragraph{quote(1, "Seeking information.", "— Jory P. (@jory) May 6, 2014")}, "block Seeking information.|Jory P.|"},
		{"full stop", []Paragraph{quote(1, "Seeking information.", "— Jory Penn.")}, "block Seeking information.|Jory Penn|"},
		{"handle", []Paragraph{quote(1, "Seeking information.", "@NewYorkFBI")}, "block Seeking information.|@NewYorkFBI|"},
		{"credit inside", []Paragraph{quote(1, "“We will not stop.” — Grace Hopper", "")}, "block We will not stop.|Grace Hopper|"},
		{"credit line", []Paragraph{quote(1, "We will not stop.", ""), quote(1, "Never.", ""), quote(1, "— Grace Hopper", "")},
			"1:block We will not stop.|Grace Hopper|; 1:block Never.|Grace Hopper|"},
		{"lead-in", []Paragraph{{Text: "As Grace Hopper wrote in her first report:"}, quote(1, "We will not stop.", ""), quote(1, "Never.", "")},
			"1:block We will not stop.|Grace Hopper|wrote; 1:block Never.|Grace Hopper|wrote"},
		{"lead-in of an owner", []Paragraph{{Text: "Hopper’s answer:"}, quote(1, "We will not stop.", "")}, "block We will not stop.|Hopper|"},
		{"only person", []Paragraph{{Text: "“No,” said Grace Hopper."}, {Text: "To such doubts the admiral Grace Hopper had but one thing left, of course:"}, quote(1, "We will not stop.", "")},
			"direct No,|Grace Hopper|said; block We will not stop.|Grace Hopper (the admiral)|"},
		{"heading before", []Paragraph{{Kind: Heading, Text: "Grace Hopper said:"}, quote(1, "We will not stop.", "")}, "block We will not stop."},
		{"speaks before", []Paragraph{{Text: "The ships wait, Grace Hopper said."}, quote(1, "We will not stop.", "")}, "block We will not stop.|Grace Hopper|"},
		{"line after", []Paragraph{quote(1, "We will not stop.", ""), {Text: "– Grace Hopper, admiral"}}, "block We will not stop.|Grace Hopper (admiral)|"},
		{"line after without a dash", []Paragraph{quote(1, "We will not stop.", ""), {Text: "Grace Hopper, admiral of the port"}}, "block We will not stop.|Grace Hopper (admiral of the port)|"},
		{"sentence after", []Paragraph{quote(1, "We will not stop.", ""), {Text: "Grace Hopper, who came later, was not so sure."}}, "block We will not stop."},
		{"signed inside", []Paragraph{quote(1, "“We will not stop.” Grace Hopper, 3 May 1950", "")}, "block We will not stop.|Grace Hopper|"},
		{"note", []Paragraph{quote(1, "Note: this page is old.", ""), quote(1, "It is kept as it was.", "")}, ""},
		{"pointer", []Paragraph{quote(1, "➡ Our list of ports", ""), quote(2, "Read more about ports", "")}, ""},
		{"two blocks", []Paragraph{quote(1, "We will not stop.", ""), quote(2, "Never.", "")}, "block We will not stop.; block Never."},
		{"pull", []Paragraph{{Text: "“The sea gives and the sea takes,” said Ann Lee."}, quote(1, "The sea gives and the sea takes", "")},
			"direct The sea gives and the sea takes,|Ann Lee|said; pull The sea gives and the sea takes (of 0)|Ann Lee|"},
		{"pull before its source", []Paragraph{quote(1, "But the sea takes more", ""), {Text: "It rained."}, {Text: "“Yes.” – “The sea gives,” Bo Roe said, “but the sea takes more,” he added."}},
			"pull But the sea takes more (of 2)|he=Bo Roe|; phrase Yes.; direct The sea gives,|Bo Roe|said; direct but the sea takes more,|he=Bo Roe|added"},
		{"pull of an answer without marks", []Paragraph{{Text: "I look at the edges. I know the elbows of this house. It is dark."}, {Text: "“I know the elbows of this house.”"}},
			"pull I know the elbows of this house. (of 0)"},
		{"said twice", []Paragraph{{Text: "“I know the elbows of this house,” said Ann Lee."}, {Text: "“I know the elbows of this house.”"}},
			"direct I know the elbows of this house,|Ann Lee|said; direct I know the elbows of this house."},
		{"pull with a credit", []Paragraph{{Text: "“The sea gives and the sea takes,” he said."}, quote(1, "The sea gives and the sea takes", "Ann Lee")},
			"direct The sea gives and the sea takes,|he|said; pull The sea gives and the sea takes (of 0)|Ann Lee|"},
		{"pull of the writer's words", []Paragraph{{Text: "So the sea gives, and the sea takes. “No,” said Ann Lee."}, quote(1, "The sea gives, and the sea takes", "")},
			"direct No,|Ann Lee|said; pull The sea gives, and the sea takes (of 0)"},
		{"heading", []Paragraph{{Kind: Heading, Text: "“We will never stop now,” said Ann Lee"}}, "phrase We will never stop now,"},
		{"code", []Paragraph{{Text: `Run echo "a b c d" or "say it".`, Skip: []Range{{4, 18}}}}, "phrase say it"},
	} {
		var got []string
		for _, q := range Find(tt.paras, "en") {
			got = append(got, show(tt.paras, q))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, s, tt.want)
		}
	}
}
