package dates

// This file holds the words of dates, as rows. A word may be written with its
// accents and capitals; both are ignored. An underscore is a space in a word.

// A language holds the words of one language. To add one, copy a row: nothing
// else is needed.
type language struct {
	code     string // primary subtag of BCP 47
	months   string // January to December, divided by "|": all forms and abbreviations
	weekdays string // full and abbreviated
	between  string // small words between day, month, year and time, and endings of numbers
	lead     string // what is printed before and after dates
}

// languages in the order in which an ambiguous month is looked for when the
// text's language does not have it.
var languages = []language{
	{
		"en",
		"january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec",
		"monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun",
		"st nd rd th of the at on",
		"published publish posted post updated update last modified edited created written first date dated time originally online issued released release revised added uploaded by in from since reviewed",
	},
	{
		"de",
		"januar jänner jan|februar feber feb|märz maerz mär mrz|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|dezember dez",
		"montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so",
		"der den dem um am",
		"vom von ab seit stand veröffentlicht veroeffentlicht aktualisiert aktualisierung erstellt erschienen geändert zuletzt datum publiziert update artikel letzte änderung bearbeitet geschrieben eingestellt gepostet freigegeben hinzugefügt ausgabe meldung",
	},
	{
		"fr",
		"janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct|novembre nov|décembre déc",
		"lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
		"er ère le à d l",
		"publié publiée paru parue posté rédigé mis mise en ligne jour modifié actualisé dernière modification du depuis date écrit créé et",
	},
	{
		"es",
		"enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sept sep set|octubre oct|noviembre nov|diciembre dic",
		"lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom",
		"de del el las los la a ro",
		"publicado publicada actualizado actualizada actualización creado creada fecha publicación última modificado escrito editado y",
	},
	{
		"it",
		"gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre sett set|ottobre ott|novembre nov|dicembre dic",
		"lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom",
		"il di del alle dalle ore",
		"pubblicato pubblicata aggiornato aggiornata modificato ultima modifica creato scritto postato inserito data ultimo aggiornamento",
	},
	{
		"pt",
		"janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out|novembro nov|dezembro dez",
		"segunda segunda-feira seg terça ter quarta qua quinta qui sexta sex sábado sab domingo dom feira",
		"de do da em às as o",
		"publicado publicada atualizado atualizada atualização actualizado criado postado data última e",
	},
	{
		"nl",
		"januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sept sep|oktober okt|november nov|december dec",
		"maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo",
		"om de e",
		"gepubliceerd geplaatst bijgewerkt gewijzigd laatst laatste update op aangepast geschreven vandaag",
	},
	{
		"pl",
		"stycznia styczeń sty|lutego luty lut|marca marzec mar|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru",
		"poniedziałek poniedziałku pon wtorek wt środa środę śr czwartek czw piątek pt sobota sobotę sob niedziela niedzielę niedz nd",
		"o godz godzina w we dnia r rok roku",
		"opublikowano opublikowany opublikowane opublikowana dodano dodane dodania data publikacji publikacja aktualizacja zaktualizowano ostatnia utworzono",
	},
	{
		"cs",
		"ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen čvn|července červenec čvc|srpna srpen srp|září zář|října říjen říj|listopadu listopad lis|prosince prosinec pro",
		"pondělí po úterý út středa středu st čtvrtek čt pátek pá sobota sobotu so neděle neděli ne",
		"v ve hod hodin",
		"publikováno vydáno aktualizováno zveřejněno dne poslední aktualizace upraveno vloženo vytvořeno datum",
	},
	{
		"sk",
		"januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta august|septembra september|októbra október|novembra november|decembra december",
		"pondelok utorok streda štvrtok piatok sobota nedeľa",
		"o",
		"publikované uverejnené zverejnené aktualizované upravené vydané dátum",
	},
	{
		"sv",
		"januari jan|februari feb|mars mar|april apr|maj|juni jun|juli jul|augusti aug|september sept sep|oktober okt|november nov|december dec",
		"måndag mån tisdag tis onsdag ons torsdag tors tor fredag fre lördag lör söndag sön",
		"den kl klockan",
		"publicerad publicerat publicerades uppdaterad uppdaterades senast ändrad skapad skriven skrivet inlagd",
	},
	{
		"da",
		"januar jan|februar feb|marts mar|april apr|maj|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|december dec",
		"mandag man tirsdag tir tirs onsdag ons torsdag tor tors fredag fre lørdag lør søndag søn",
		"d den kl",
		"publiceret offentliggjort opdateret oprettet ændret sidst udgivet skrevet",
	},
	{
		"no",
		"januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sept sep|oktober okt|november nov|desember des",
		"mandag man tirsdag tir onsdag ons torsdag tor fredag fre lørdag lør søndag søn",
		"den kl klokken",
		"publisert oppdatert sist endret skrevet av lagt ut",
	},
	{
		"fi",
		"tammikuuta tammikuu tammikuun tammi|helmikuuta helmikuu helmikuun helmi|maaliskuuta maaliskuu maaliskuun maalis|huhtikuuta huhtikuu huhtikuun huhti|toukokuuta toukokuu toukokuun touko|kesäkuuta kesäkuu kesäkuun kesä|heinäkuuta heinäkuu heinäkuun heinä|elokuuta elokuu elokuun elo|syyskuuta syyskuu syyskuun syys|lokakuuta lokakuu lokakuun loka|marraskuuta marraskuu marraskuun marras|joulukuuta joulukuu joulukuun joulu",
		"maanantai maanantaina ma tiistai tiistaina ti keskiviikko keskiviikkona ke torstai torstaina to perjantai perjantaina pe lauantai lauantaina la sunnuntai sunnuntaina su",
		"klo kello",
		"julkaistu päivitetty muokattu viimeksi luotu kirjoitettu päivämäärä",
	},
	{
		"ru",
		"января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
		"понедельник пн вторник вт среда среду ср четверг чт пятница пятницу пт суббота субботу сб воскресенье вс",
		"в от г год года",
		"опубликовано опубликована опубликован обновлено обновлена обновлен дата публикации размещено создано изменено добавлено последнее изменение обновление",
	},
	{
		"uk",
		"січня січень січ|лютого лютий лют|березня березень бер|квітня квітень кві квіт|травня травень тра трав|червня червень чер черв|липня липень лип|серпня серпень сер серп|вересня вересень вер|жовтня жовтень жов жовт|листопада листопад лис лист|грудня грудень гру груд",
		"понеділок пн вівторок вт середа середу ср четвер чт п’ятниця пятниця п ятниця пт субота суботу сб неділя неділю нд",
		"о об р року рік",
		"опубліковано оновлено дата публікації створено змінено додано",
	},
	{
		"tr",
		"ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara",
		"pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz",
		"saat",
		"yayınlanma yayınlandı yayımlanma yayımlandı yayın haber güncelleme güncellenme güncellendi tarihi tarih son giriş oluşturulma eklenme",
	},
	{
		"ro",
		"ianuarie ian|februarie feb|martie mar|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept sep|octombrie oct|noiembrie noi nov|decembrie dec",
		"luni lun marți mar miercuri mie joi vineri vin sâmbătă sâm duminică dum",
		"ora la",
		"publicat publicată actualizat actualizată data publicării publicarii actualizării actualizarii ultima actualizare postat de",
	},
	{
		"hu",
		"január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|szeptember szept|október okt|november nov|december dec",
		"hétfő hétfőn kedd kedden szerda szerdán csütörtök csütörtökön péntek pénteken szombat szombaton vasárnap",
		"én án kor",
		"megjelent frissítve közzétéve módosítva publikálva utolsó frissítés létrehozva dátum",
	},
	{
		"id",
		"januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu agt|september sep|oktober okt|november nov|desember des",
		"senin selasa rabu kamis jumat sabtu minggu",
		"pukul",
		"diterbitkan dipublikasikan diperbarui ditulis tanggal terbit tayang pada",
	},
	{
		"el",
		"ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|απριλίου απρίλιος απρ|μαΐου μάιος μαΐ|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
		"δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
		"στις",
		"δημοσιεύτηκε δημοσιεύθηκε δημοσίευση ημερομηνία ενημερώθηκε ενημέρωση τελευταία",
	},
	{
		"hr",
		"siječnja siječanj sij|veljače veljača velj|ožujka ožujak ožu|travnja travanj tra|svibnja svibanj svi|lipnja lipanj lip|srpnja srpanj srp|kolovoza kolovoz kol|rujna rujan ruj|listopada listopad lis|studenoga studenog studeni stu|prosinca prosinac pro",
		"ponedjeljak utorak srijeda četvrtak petak subota nedjelja",
		"u",
		"objavljeno ažurirano izmjena godine",
	},
	{
		"bg",
		"януари яну|февруари фев|март мар|април апр|май|юни|юли|август авг|септември сеп септ|октомври окт|ноември ное|декември дек",
		"понеделник вторник сряда четвъртък петък събота неделя",
		"",
		"публикувана публикувано публикуван обновена обновено на",
	},
	{
		"ca",
		"gener gen|febrer febr|març|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct|novembre nov|desembre des",
		"dilluns dimarts dimecres dijous divendres dissabte diumenge",
		"a les",
		"publicat actualitzat",
	},
	{
		"sq",
		"janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
		"",
		"më",
		"publikuar",
	},
	{
		"ar",
		"يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل نيسان أفريل|مايو أيار ماي|يونيو يونيه حزيران جوان|يوليو يوليه يوليوز تموز جويلية|أغسطس آب أوت غشت|سبتمبر أيلول شتنبر|أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني نونبر|ديسمبر كانون_الأول دجنبر",
		"الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
		"في الساعة",
		"نشر نُشر تاريخ النشر آخر تحديث التحديث بتاريخ يوم منذ كتب تم نشره",
	},
	{
		"fa",
		"ژانویه|فوریه|مارس|آوریل|مه می|ژوئن|ژوئیه جولای|اوت آگوست|سپتامبر|اکتبر|نوامبر|دسامبر", // of the Gregorian calendar
		"شنبه یکشنبه دوشنبه سهشنبه چهارشنبه پنجشنبه جمعه یک دو سه چهار پنج",
		"ماه سال ساعت",
		"منتشر شده انتشار تاریخ زمان به روز رسانی روزرسانی بروزرسانی آخرین در",
	},
	{
		"th",
		"", // of its calendar
		"วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์ วันเสาร์ วันอาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี พฤหัส ศุกร์ เสาร์ อาทิตย์",
		"พ.ศ เวลา",
		"เผยแพร่ เผยแพร่เมื่อ โพสต์ โพสต์เมื่อ ปรับปรุง อัปเดต วันที่ เมื่อวันที่ น",
	},
	{
		"ja",
		"一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月",
		"月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 月 火 水 木 金 土 日",
		"の",
		"公開 公開日 公開日時 更新 更新日 更新日時 最終更新 最終更新日 掲載 投稿 投稿日 配信 作成 作成日 日時",
	},
	{
		"zh",
		"", // as in Japanese
		"星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日",
		"于 於",
		"发布 发布于 发布日期 刊登 刊登日期 出版 发布时间 发表 发表于 时间 日期 更新时间 更新于 發布 發佈 發表 時間 最后更新 最後更新 编辑 創建 创建",
	},
	{
		"ko",
		"", // numbers with 월
		"월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일",
		"",
		"입력 수정 등록 등록일 승인 작성 작성일 게시 게시일 발행 발행일 최종 최종수정 업데이트 기사입력 기사수정 기사승인 입력시간 송고시간 게재일",
	},
}

// common holds the words that are the same in many languages, or are counters.
var common = []struct {
	flags flags
	words string
}{
	{am, "am ص صباحا πμ ق.ظ"},
	{pm, "pm م مساء μμ ب.ظ"},
	{am | halfFirst, "午前 上午 早上 凌晨 오전"},
	{pm | halfFirst, "午後 下午 晚上 오후"},
	{between, "º ª"},
	{letterA | between, "a"},
	{letterA, "π"},
	{letterP, "p μ"},
	{letterM, "m μ"},
	{hourUnit, "uhr h hs hrs hr std u uur godz час ч 時 时 點 点 시"},
	{minuteUnit, "min мин хв 分 분"},
	{secondUnit, "s sec 秒 초"},
	{yearUnit, "年 년"},
	{yearWord | between, "gada жылғы"},
	{monthUnit, "月 월"},
	{dayUnit, "日 号 號 일"},
	{firstYear, "元"},
	{tee, "t"},
	{opens, "th"}, // of "th5", as short for a month in Vietnamese
	{zoneVague, "est est5edt cst mst pst et ct mt pt ist bst ast adt cdt sst msd cat"},
}

// eras are those of Japan and Taiwan, with the year that is their year 1.
var eras = []struct {
	words string
	first int16
}{
	{"令和", 2019},
	{"平成", 1989},
	{"昭和", 1926},
	{"民國 民国 中華民國", 1912},
}

// zones are names that mean one offset wherever they are used. Names that are
// used in several parts of the world, or for standard and daylight time alike,
// are zoneVague in common: the time is kept as written, without an offset.
var zones = []struct {
	names   string
	minutes zone
}{
	{"z utc gmt ut", zulu},
	{"wet", 0},
	{"west cet mez", 60},
	{"cest mesz eet", 120},
	{"eest msk мск", 180},
	{"pkt", 300},
	{"wib ict", 420},
	{"hkt sgt awst wita", 480},
	{"jst kst wit", 540},
	{"aest", 600},
	{"aedt", 660},
	{"nzst", 720},
	{"nzdt", 780},
	{"edt", -240},
	{"mdt", -360},
	{"pdt", -420},
	{"akdt", -480},
	{"hst", -600},
}
