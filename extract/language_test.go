package extract

import (
	"strings"
	"testing"
)

func TestDetectLanguage(t *testing.T) {
	for want, text := range map[string]string{
		"en": "The ferry was late for the third time this week, and the people on the quay had begun to talk to each other about it.",
		"de": "Die Fähre war zum dritten Mal in dieser Woche zu spät, und die Leute auf dem Kai hatten begonnen, sich mit den anderen zu unterhalten.",
		"fr": "Le bac est en retard pour la troisième fois de la semaine, et les gens sur le quai ont commencé à se parler dans le froid.",
		"es": "El transbordador llegó tarde por tercera vez en la semana, y los vecinos que esperaban en el muelle se pusieron a hablar con calma.",
		"it": "Il traghetto era in ritardo per la terza volta e la gente che aspettava sul molo si era messa a parlare con gli altri della pioggia.",
		"pt": "A balsa chegou atrasada pela terceira vez na semana, e as pessoas que esperavam no cais não tinham mais paciência para a chuva do mar.",
		"nl": "De veerboot was voor de derde keer deze week te laat en de mensen op de kade waren met elkaar in gesprek over het weer van de dag.",
		"sv": "Färjan var sen för tredje gången den här veckan och folket på kajen hade börjat tala med varandra om att det inte var så kallt.",
		"pl": "Prom spóźnił się po raz trzeci w tym tygodniu i ludzie na nabrzeżu zaczęli ze sobą rozmawiać, że to nie jest dla nich, ale co z tego.",
		"ru": "Паром опоздал в третий раз за неделю, и люди на пристани стали говорить друг с другом о том, что он не придёт и это не его вина.",
		"uk": "Пором запізнився втретє за тиждень, і люди на пристані почали говорити про те, що він не прийде і це не його провина, але ми є тут.",
		"ja": "フェリーは今週三度目の遅れとなり、岸壁の人々は天気について話し始めた。雨はまだ降っていなかったが、風は強くなっていたので、誰もが空を見上げていた。港は静かだった。",
		"zh": "渡轮本周第三次晚点，码头上的人们开始互相谈论天气。雨还没有下，但风越来越大，所以每个人都抬头看着天空。港口很安静，只有海鸥在叫，远处传来船的汽笛声，大家都在等待着。",
		"ko": "페리는 이번 주에 세 번째로 늦었고, 부두의 사람들은 서로 날씨에 대해 이야기하기 시작했다. 비는 아직 내리지 않았지만 바람이 점점 세지고 있어서 모두가 하늘을 올려다보았다. 항구는 조용했다.",
		"ar": "تأخرت العبارة للمرة الثالثة في هذا الأسبوع وبدأ الناس على الرصيف في الحديث عن الطقس مع كل من كان هناك من المسافرين إلى الجزيرة",
		"":   "Zxq vwp 42 lorem.",
	} {
		if got := detectLanguage(text); got != want {
			t.Errorf("detectLanguage(%.30q…) = %q, want %q", text, got, want)
		}
	}
}

func TestLanguageOfPage(t *testing.T) {
	german := "<p>" + strings.Repeat("Die Fähre war zum dritten Mal in dieser Woche zu spät, und die Leute auf dem Kai hatten begonnen, sich mit den anderen zu unterhalten. ", 3) + "</p>"
	russian := "<p>" + strings.Repeat("Паром опоздал в третий раз за неделю, и люди на пристани стали говорить друг с другом о том, что он не придёт и это не его вина. ", 3) + "</p>"
	for _, c := range []struct{ page, want string }{
		{"<title>x</title>" + german, "de"},
		{"<html lang=de-AT><title>x</title>" + german, "de-AT"},
		{"<html lang=en><title>x</title>" + german, "en"}, // the same writing: the claim stands
		{"<html lang=en><title>x</title>" + russian, "ru"},
		{"<html lang=ru><title>x</title>" + german, "de"},
		{"<html lang=sr><title>x</title>" + russian, "sr"}, // written in both
	} {
		a, err := Extract(strings.NewReader(c.page))
		if err != nil {
			t.Fatal(err)
		}
		if a.Language != c.want {
			t.Errorf("%.40q: language %q, want %q", c.page, a.Language, c.want)
		}
	}
}
