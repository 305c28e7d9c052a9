package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// servicewords.go counts words that pages use about themselves, and articles
// little: a leaf's words go in, how many there are of each class comes out. The
// models weigh them with where the leaf stands; no word decides anything alone.

// Classes of such words, in the order of serviceWords.
const (
	wordsAsk      = iota // newsletters, memberships, donations
	wordsSocial          // networks, and what one does there
	wordsCredit          // who made a picture
	wordsInterest        // who pays: advertisements, commissions; rights
	wordsStaff           // who wrote this, and when it was changed
	wordClasses
)

// serviceNames are the names of their columns, for explain.
var serviceNames = []string{"words about subscribing", "words about networks", "words about pictures", "words about interests and rights", "words about authors"}

// serviceWords are the words of each class, with a row for each language:
// English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian,
// Arabic. Chinese and Japanese have no spaces to find words by; lines.go has
// their lines.
var serviceWords = [wordClasses][]string{
	wordsAsk: {
		"newsletter newsletters subscribe subscriber subscribers subscribing subscription subscriptions signup inbox mailing unsubscribe donate donation donations patreon paywall register membership memberships podcast podcasts app download join sign",
		"abonnieren abonnement abonnements abo abonnenten anmelden registrieren spenden spende mitglied kostenlos probeabo",
		"abonnez abonner abonné abonnés inscrivez inscription infolettre don dons adhérez",
		"suscríbete suscríbase suscribirse suscripción suscripciones suscriptores boletín boletines regístrate dona",
		"iscriviti iscrivetevi iscrizione abbonati abbonamento abbonamenti registrati dona",
		"assine assinatura assinaturas assinantes inscreva cadastre doe",
		"nieuwsbrief nieuwsbrieven abonneer abonnee aanmelden inschrijven doneer",
		"subskrybuj subskrypcja prenumerata zapisz wesprzyj",
		"подписывайтесь подпишитесь подписаться подписка подписку подписчиков рассылка рассылку рассылки",
		"اشترك اشتركوا الاشتراك النشرة البريدية",
	},
	wordsSocial: {
		"instagram facebook twitter linkedin youtube tiktok whatsapp telegram pinterest bluesky mastodon reddit follow share tweet",
		"folgen folge teilen", "suivez partager partagez", "síguenos sigue comparte compartir", "seguici segui condividi",
		"siga compartilhe compartilhar", "volg deel", "obserwuj udostępnij", "поделиться вконтакте одноклассники телеграм", "شارك تابعنا تابعونا فيسبوك تويتر",
	},
	wordsCredit: {
		"photo photos photograph photographs photographer photography picture pictured image images credit credits courtesy getty shutterstock unsplash pexels pixabay istock alamy afp",
		"foto fotos bild bilder bildquelle fotograf quelle dpa", "photographie crédit crédits légende", "fotografía imagen imágenes archivo",
		"fotografia immagine immagini", "imagem imagens divulgação reprodução", "beeld", "fot zdjęcie", "фото фотография фотографии архив", "صورة الصورة تصوير",
	},
	wordsInterest: {
		"affiliate affiliates commission commissions sponsored sponsor sponsors advertisement advertisements advertising advertiser advertisers disclosure disclaimer copyright reserved rights terms privacy policy cookies earn permission",
		"anzeige werbung provision haftungsausschluss urheberrecht rechte datenschutz", "publicité partenaires droits réservés reproduction confidentialité",
		"publicidad patrocinado derechos reservados privacidad", "pubblicità sponsorizzato diritti riservati", "publicidade patrocinado direitos reservados",
		"advertentie rechten", "reklama prawa zastrzeżone", "реклама права защищены", "إعلان الحقوق محفوظة",
	},
	wordsStaff: {
		"editor editors reporter reporters writer writers journalist author authors contributor contributors columnist correspondent freelance contributed reporting edited originally published updated reviewed correction clarification version transcript",
		"redakteur redakteurin redaktion autor autorin autoren journalist journalistin freie veröffentlicht aktualisiert korrektur",
		"rédacteur rédactrice rédaction auteur journaliste publié correction", "redactor redactora redacción periodista autora colaborador publicado actualizado",
		"giornalista redazione autore autrice pubblicato aggiornato", "jornalista redação repórter colunista atualizado",
		"redacteur redactie gepubliceerd bijgewerkt", "dziennikarz dziennikarka redaktor redakcja", "журналист корреспондент редактор редакция автор опубликовано", "صحفي كاتب محرر مراسل",
	},
}

// A serviceWord is a word's hash and the bits of its classes, see wordText.
type serviceWord struct {
	hash uint32
	in   wordText
}

// allServiceWords are all words, as they stand in a sentence and at its
// beginning: wordHash folds letters of ASCII alone.
var allServiceWords = func() (list []serviceWord) {
	for class, rows := range serviceWords {
		in := inService << class
		for _, row := range rows {
			for w := range strings.FieldsSeq(row) {
				list = append(list, serviceWord{wordHash([]byte(w)), in})
				if r, n := utf8.DecodeRuneInString(w); r >= utf8.RuneSelf {
					list = append(list, serviceWord{wordHash([]byte(string(unicode.ToUpper(r)) + w[n:])), in})
				}
			}
		}
	}
	return list
}()

// serviceSet is the set of these words alone, of the size that most pages' sets
// have: those begin as a copy of it.
var serviceSet = func() (s wordSet) {
	size := 16
	for size < 2*len(allServiceWords)+roomForPage {
		size *= 2
	}
	s.slots, s.in = make([]uint32, size), make([]wordText, size)
	s.addService()
	return s
}()

// roomForPage is how many slots a page's own texts may need at least.
const roomForPage = 128

// spread has, for each set of classes, a one in the byte of each.
var spread = func() (t [1 << wordClasses]uint64) {
	for set := range t {
		for class := range wordClasses {
			t[set] |= uint64(set>>class&1) << (8 * class)
		}
	}
	return t
}()
