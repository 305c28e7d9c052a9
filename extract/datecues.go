package extract

import "strings"

// datecues.go knows the words that say what a date is of: the text before a
// date goes in, whether it is of the publication comes out.

// A cue says which date follows it.
type cue uint8

const (
	cueNone cue = iota
	cuePublished
	cueModified
	cueOther // of a person, a membership, an event
)

// dateCues are words before dates, in lower case. A date of neither kind, such
// as that of an event, has none.
var dateCues = []struct {
	cue   cue
	words []string
}{
	{cueModified, []string{
		"updated", "modified", "edited", "revised", "reviewed", "last update", "last revision", "aktualisiert", "aktualisierung", "geändert", "änderung", "überarbeitet", "mis à jour", "mise à jour",
		"modifié", "actualizado", "actualización", "modificado", "atualizado", "atualização", "aggiornato", "aggiornamento", "ultima modifica", "bijgewerkt", "gewijzigd", "laatste update", "uppdaterad", "opdateret", "oppdatert", "aktualizacja",
		"zaktualizowano", "aktualizováno", "обновлено", "изменено", "оновлено", "güncelleme", "güncellendi", "päivitetty", "更新", "修改", "수정", "تحديث", "редактировано", "به روز رسانی", "به\u200cروزرسانی", "بروزرسانی", "ปรับปรุง", "อัปเดต", "แก้ไข",
		"editó", "editada", "edytowano", "modificata", "bewerkt", "redigerad", "отредактирован", "редагован", "szerkesztve", "editována", "muokattiin", "redigeret", "redigert", "actualisé", "dernière modification", "bearbeitet", "letzte bearbeitung", "überprüft", "editado", "aangepast", "ändrad", "senast ändrad", "ændret", "endret", "muokattu", "upraveno", "aktualizované", "aktualizovano", "upravené", "actualizat", "ultima actualizare", "actualizării", "actualizarii", "güncellenme", "actualitzat", "frissítve", "módosítva", "frissítés",
		"обновлён", "обновлена", "обновлен", "последнее изменение", "змінено", "обновена", "обновено", "ažurirano", "izmjena", "izmijenjeno", "posodobljeno", "ажурирано", "atnaujinta", "atjaunots", "atjaunināts", "uuendatud", "uppfært", "diperbarui", "dikemaskini", "cập nhật",
		"ενημερώθηκε", "ενημέρωση", "עודכן", "עדכון", "अपडेट", "अद्यतन", "আপডেট", "编辑于", "업데이트", "به روز شده",
	}},
	{cueOther, []string{
		"version", "versión", "versão", "versione", "born", "birth", "founded", "established", "expires", "deadline", "join date", "joined", "member since", "registered", "geboren", "geburt", "gegründet", "mitglied seit", "dabei seit", "registriert", "anmeldedatum", "beigetreten",
		"né le", "née le", "naissance", "inscrit", "nacimiento", "nacido", "registrado", "nascimento", "nascido", "nato il", "nascita", "geboren op", "født", "född", "urodz", "narozen", "родил", "дата рождения", "регистрация", "зарегистрирован", "出生", "生年", "誕生", "登録日", "注册", "출생",
	}},
	{cuePublished, []string{
		"published", "posted", "created", "date:", "datum", "fecha:", "data:", "дата:", "written", "first", "originally", "released", "release date", "asked", "started by", "pubdate", "veröffentlicht", "erstellt", "geschrieben", "erschienen", "publié", "paru", "mis en ligne", "publicado", "publicada", "pubblicato", "gepubliceerd",
		"geplaatst", "publicerad", "publiceret", "publisert", "opublikowano", "data publikacji", "publikováno", "vydáno", "опубликовано", "опубліковано", "дата публикации", "yayınlanma", "julkaistu", "发布", "發布", "發表", "发表", "公開", "掲載", "投稿", "配信", "입력", "등록", "نشر", "انتشار", "منتشر", "เผยแพร่", "โพสต์",
		"eingestellt", "gepostet", "publiziert", "freigegeben", "rédigé", "posté le", "creado", "escrito", "criado", "postado", "scritto", "postato", "inserito", "opublikowany", "opublikowane", "dodano", "dodane", "zveřejněno", "vloženo", "vytvořeno", "publikované", "uverejnené", "zverejnené",
		"publicerat", "publicerades", "inlagd", "skriven", "udgivet", "offentliggjort", "oprettet", "skrevet", "kirjoitettu", "publicat", "publicării", "publicarii", "publicación", "publicação", "pubblicazione", "veröffentlichung", "publiceringsdatum", "publicatiedatum", "udgivelsesdato", "data dodania", "публікації", "publikuar", "megjelent", "közzétéve", "publikálva", "létrehozva", "опубликована", "опубликован", "размещено", "добавлено", "создано", "додано",
		"публикувана", "публикувано", "objavljeno", "објављено", "апублікавана", "paskelbta", "publikuota", "publicēts", "avaldatud", "diterbitkan", "dipublikasikan", "ditulis", "đăng", "xuất bản", "yayınlandı", "yayımlanma", "yayın tarihi", "giriş", "eklenme", "oluşturulma",
		"δημοσιεύτηκε", "δημοσιεύθηκε", "δημοσίευση", "פורסם", "פורסמה", "प्रकाशित", "প্রকাশ", "作成", "刊登", "출판", "작성", "게시", "발행", "승인",
	}},
}

// A dateCue is a word before dates and what it says of them.
type dateCue struct {
	cue  cue
	word string
}

// dateCueTable has the words of dateCues by their first byte.
var dateCueTable = func() (t [256][]dateCue) {
	for _, row := range dateCues {
		for _, w := range row.words {
			t[w[0]] = append(t[w[0]], dateCue{row.cue, w})
		}
	}
	return t
}()

// cueOf finds the cue nearest to the end of a text.
func cueOf(before string) cue {
	if len(before) > 80 {
		before = before[len(before)-80:]
	}
	before = strings.ToLower(before)
	for i := len(before) - 1; i >= 0; i-- {
		c := cueAt(before, i)
		if c.word == "" {
			continue
		}
		for j := i - 1; j >= max(0, i-longCue); j-- { // "date:" is the end of "join date:"
			if o := cueAt(before, j); j+len(o.word) > i {
				return o.cue
			}
		}
		return c.cue
	}
	return cueNone
}

// cueAfter finds the cue nearest to the start of a text, which follows a date.
func cueAfter(after string) cue {
	after = strings.ToLower(after)
	for i := range len(after) {
		if c := cueAt(after, i); c.word != "" {
			return c.cue
		}
	}
	return cueNone
}

// longCue is how many bytes before a cue a longer one that has it may begin.
const longCue = 20

// cueAt returns the cue that begins at a place of a text in lower case, if any.
func cueAt(text string, i int) dateCue {
	for _, c := range dateCueTable[text[i]] {
		if strings.HasPrefix(text[i:], c.word) {
			return c
		}
	}
	return dateCue{}
}

// dateField is the field that a date with a cue fills.
func (c cue) dateField() field {
	if c == cueModified {
		return fieldModified
	}
	return fieldPublished
}
