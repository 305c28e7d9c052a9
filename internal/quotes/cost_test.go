package quotes

// Hostile and plain texts in, time out: growth, speed and the laws of the ranges.

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// shapes are texts that grow by repetition.
var shapes = []struct{ name, lang, unit string }{
	{"plain", "en", "The river rose in the night and the town slept on. "},
	{"opening", "en", "“"},
	{"guillemets", "fr", "«"},
	{"straight", "en", `"`},
	{"single", "en", "'a "},
	{"possessive", "en", "‘s’ s "},
	{"alternating", "en", "“a” "},
	{"crossed", "en", "“a «b ” c» "},
	{"verbs", "en", "said "},
	{"quoted verbs", "en", "“a b c” said "},
	{"names", "en", "“A b c d,” Ann Lee said. "},
	{"capitals", "en", "Ann "},
	{"capitals in marks", "en", "“Ann ” Bob Lee "},
	{"commas", "fr", "« a, dit b, "},
	{"one tagged", "fr", ", dit Anne, "},
	{"dashes", "ru", "— "},
	{"line of speech", "es", "—A —dijo "},
	{"kana", "ja", "「あ」と"},
	{"Arabic tags", "ar", "«ا ب ج»، قال زيد. "},
	{"honorifics", "ja", "「あ」と山田さんは笑う。"},
	{"surnames", "zh", "王明，“好。”他说，"},
	{"no subjects", "es", "«A b c», dice. Ana Ruiz. "},
	{"genitives", "ru", "По словам Анны Беловой, «А б в». "},
	{"line with commas", "sv", "– A, säger B, "},
	{"moods", "de", "„A b c“ habe "},
	{"set-off lines", "en", "— Ann Lee\n"},
	{"hanzi", "zh", "“好，”他说，"},
	{"equal copies", "en", "“The sea gives and the sea takes.”\n"},
	{"paragraphs", "en", "“A b c d\n"},
}

// took is the time of n runs over one text.
func took(paras []Paragraph, lang string, n int) time.Duration {
	runtime.GC()
	start := time.Now()
	for range n {
		Find(paras, lang)
	}
	return time.Since(start)
}

// linear is how many times as long ten times the text may take: the large text
// leaves the caches that the small one stays in, and other processes take their
// share; a part that grows with the square shows as a hundred.
const linear = 20

func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // its pauses hit only the large texts
	const size = 1 << 16
	for _, s := range shapes {
		prefix := ""
		if s.name == "one tagged" {
			prefix = "« "
		}
		small := split(prefix + strings.Repeat(s.unit, size/len(s.unit)))
		large := split(prefix + strings.Repeat(s.unit, 10*size/len(s.unit)))
		// Ten runs over the small text beside one over the large one, so that
		// other processes disturb both alike; the best of some tries counts.
		best, least := 100.0, time.Hour
		for try := 0; try < 6 && best > 11; try++ {
			a, b := took(small, s.lang, 10), took(large, s.lang, 1)
			best, least = min(best, 10*float64(b)/float64(a)), min(least, b)
		}
		t.Logf("%-18s %12v for %d KB, ×%.1f for ×10", s.name, least, 10*size>>10, best)
		if best > linear {
			t.Errorf("%s: ten times the text took %.1f times as long", s.name, best)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	plain := strings.Repeat("The river rose in the night and the town slept on, as it had for years.\n", 2000)
	article := strings.Repeat("“The river rose in the night,” said Maria Lopez, the mayor. The town slept on, as it had for years. Lopez called it “a very long night indeed”.\n", 500)
	for _, bb := range []struct{ name, text string }{
		{"no marks", plain},
		{"apostrophes", strings.ReplaceAll(plain, "town", "town’s folk")},
		{"quotes", article},
		{"opening marks", strings.Repeat("“", 1000000)},
		{"letters", strings.Repeat("a", 3000000)},
	} {
		paras := split(bb.text)
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(bb.text)))
			b.ReportAllocs()
			for b.Loop() {
				Find(paras, "en")
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for i, s := range shapes {
		f.Add(strings.Repeat(s.unit, 3)+"\n> b”\n# c", s.lang, "— A B, c", i)
	}
	f.Add("“A,” she said, “b.”\n‘x’ said Ann Lee\n> “Q” — Ann", "en", "@a", 3)
	f.Fuzz(func(t *testing.T, text, lang, credit string, skip int) {
		text = strings.ToValidUTF8(text, "")
		paras := split(text)
		for i := range paras {
			p := &paras[i]
			switch {
			case strings.HasPrefix(p.Text, "> "):
				p.Kind, p.Credit = QuoteBlock, strings.ToValidUTF8(credit, "")
			case strings.HasPrefix(p.Text, "# "):
				p.Kind = Heading
			}
			if n := len(p.Text); skip > 0 && skip < n {
				p.Skip = []Range{{skip, min(n, skip+5)}}
			}
		}
		got := Find(paras, lang)
		checkQuotes(t, paras, got)
		again := Find(paras, lang)
		if len(again) != len(got) {
			t.Fatal("two runs differ")
		}
		for i, q := range got {
			if show(paras, q) != show(paras, again[i]) {
				t.Fatal("two runs differ")
			}
		}
	})
}

// checkQuotes states the laws of a result.
func checkQuotes(t *testing.T, paras []Paragraph, quotes []Quote) {
	para, end := 0, 0
	for _, q := range quotes {
		if q.Para < para || q.Para >= len(paras) {
			t.Fatalf("paragraph %d after %d of %d", q.Para, para, len(paras))
		}
		if q.Para > para {
			para, end = q.Para, 0
		}
		text := paras[q.Para].Text
		if q.Start < end || q.End <= q.Start || q.End > len(text) {
			t.Fatalf("range %d:%d after %d in %q", q.Start, q.End, end, text)
		}
		end = q.End
		words := text[q.Start:q.End]
		if !utf8.ValidString(words) || !hasWord(words) {
			t.Fatalf("no words or broken runes: %q", words)
		}
		if q.Kind != Block && q.Kind != Pull && q.Start > 0 && strings.TrimSpace(words) != words {
			t.Fatalf("white space at the ends of %q", words)
		}
		if q.Group < 0 || q.Kind < Direct || q.Kind > Phrase {
			t.Fatalf("group %d, kind %d", q.Group, q.Kind)
		}
		if q.Kind == Pull && (q.Repeats < 0 || q.Repeats >= len(paras) || q.Repeats == q.Para) {
			t.Fatalf("paragraph %d repeats %d of %d", q.Para, q.Repeats, len(paras))
		}
		if q.Speaker != nil && !stands(paras, q.Speaker.AsWritten) {
			t.Fatalf("speaker %q stands nowhere", q.Speaker.AsWritten)
		}
		if q.Cue != "" && !stands(paras, q.Cue) {
			t.Fatalf("cue %q stands nowhere", q.Cue)
		}
	}
}

func stands(paras []Paragraph, s string) bool {
	for _, p := range paras {
		if s != "" && (strings.Contains(p.Text, s) || strings.Contains(p.Credit, s)) {
			return true
		}
	}
	return false
}
