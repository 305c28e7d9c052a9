package quotes

// The words of the Slavic languages.

var russian = words{
	tag: "ru",
	say: `сказал сказала сказали говорит говорят говорил говорила рассказал рассказала рассказали рассказывает заявил заявила заявили заявляет
		сообщил сообщила сообщили сообщает подчеркнул подчеркнула подчеркивает подчёркивает отметил отметила отмечает добавил добавила
		добавляет пояснил пояснила поясняет объяснил объяснила объясняет спросил спросила спрашивает ответил ответила отвечает написал
		написала пишет считает считал считала признался призналась признаётся признается предупредил предупредила напомнил напомнила
		утверждает утверждал утверждала уверен уверена пообещал пообещала вспоминает вспомнил вспомнила заключил заключила
		резюмировал возразил возразила воскликнул воскликнула уточнил уточнила указал указала думает подумал подумала цитирует
		продолжил продолжила продолжает крикнул крикнула
		рассказывал рассказывала рассказывают объясняли вздыхает вздохнул вздохнула смеётся смеется засмеялся засмеялась
		улыбается улыбнулся улыбнулась шутит пошутил пошутила шепчет прошептал прошептала комментирует прокомментировал
		прокомментировала делится поделился поделилась констатирует констатировал констатировала полагает полагал полагала
		подтвердил подтвердила подтверждает обещает признал признала признаёт признает сетует посетовал посетовала советует
		посоветовал посоветовала удивляется удивился удивилась восклицает возмущается возмутился возмутилась рассуждает цитируют
		писал писала выразил настаивает настаивал настаивала парирует парировал парировала перебил перебила откликнулся заметил
		заметила замечает произнёс произнес произнесла проговорил проговорила молвил`,
	weak:      "назвал назвала назвали называет охарактеризовал описал описала",
	in:        "говорится сказано",
	according: "по_словам согласно по_мнению",
	pronouns:  "он она они я мы оно",
	dets:      "этот эта эти его её ее их наш наша мой моя один одна",
	links:     "из от для по",
	stops: `и или но а что который которая которые когда пока если как где с со без на в во о об к ко у за под над при через после до по
		для из от это был была были не уже также же`,
	adverbs:   "также затем потом вчера сегодня уже ещё еще тогда позже однако понедельник вторник среду четверг пятницу субботу воскресенье в",
	aux:       "был была",
	relative:  "который которая которые",
	titles:    "г-н г-жа",
	particles: "",
	roles: `пресс-секретарь начальник начальница руководитель руководительница медсестра депутат инженер директор министр президент мэр губернатор глава врач учитель учительница профессор учёный ученый
		писатель писательница тренер капитан адвокат юрист эксперт аналитик экономист представитель представительница секретарь
		председатель редактор журналист журналистка режиссёр режиссер актёр актер актриса главный`,
	works:    "книга роман фильм статья группа газета журнал песня альбом слово термин название сериал книге романе фильме",
	invented: "ты люди",
	drops:    true,
	inflects: true,
	hearers:  "газете агентству",
	boxes:    "примечание внимание важно совет читайте_также читать_также см._также",
	innerTag: true, dash: true,
}

var polish = words{
	tag: "pl",
	say: `mówi powiedział powiedziała powiedzieli mówił mówiła mówią dodał dodała dodaje ocenia ocenił oceniła zapewnia zapewnił zapewniła
		podsumowuje podsumował podsumowała stwierdził stwierdziła stwierdza twierdzi twierdził twierdziła podkreśla podkreślił
		podkreśliła wyjaśnia wyjaśnił wyjaśniła tłumaczy tłumaczył tłumaczyła opowiada opowiedział opowiedziała pisze napisał napisała
		pyta zapytał zapytała spytał spytała odpowiada odpowiedział odpowiedziała przyznaje przyznał przyznała zaznacza zaznaczył
		zaznaczyła ostrzega ostrzegł ostrzegła przekonuje przekonywał uważa uważał uważała wspomina wspominał wspominała informuje
		poinformował poinformowała przypomina przypomniał przypomniała oświadczył oświadczyła zauważa zauważył zauważyła
		obiecał obiecała krzyknął krzyknęła myśli pomyślał
		kwituje skwitował skwitowała śmieje_się zaśmiał_się zaśmiała_się wzdycha westchnął westchnęła uśmiecha_się uśmiechnął_się
		uśmiechnęła_się szepcze szepnął szepnęła żartuje zażartował zażartowała relacjonuje relacjonował relacjonowała komentuje
		skomentował skomentowała argumentuje argumentował argumentowała apeluje zaapelował zaapelowała proponuje zaproponował
		zaproponowała alarmuje potwierdza potwierdził potwierdziła precyzuje sprecyzował zdradza zdradził zdradziła wyznaje
		wyznał wyznała chwali_się odparł odparła rzekł rzekła kontynuuje kontynuował kontynuowała żali_się zastrzega zastrzegł
		zastrzegła wylicza wyliczył wyliczyła broni_się opowiadał opowiadała dopowiada zachęca rzuca rzucił rzuciła deklaruje
		zadeklarował zadeklarowała`,
	weak:      "nazwał nazwała nazywa określił określiła określa opisał opisała",
	in:        "czytamy napisano",
	according: "według zdaniem",
	pronouns:  "on ona oni one ja my",
	dets:      "ten ta to ci te jego jej ich nasz nasza mój moja jeden jedna",
	links:     "z ze dla od do",
	stops: `i lub albo ale że który która które gdy kiedy jeśli jak gdzie z ze bez na w we o do u za pod nad przy przez po przed dla od
		jest był była byli są nie się już także`,
	adverbs:   "także potem później wczoraj dziś dzisiaj już jeszcze krótko jednak natomiast też w poniedziałek wtorek środę czwartek piątek sobotę niedzielę",
	aux:       "się jest był była",
	relative:  "który która które",
	titles:    "dr prof pan pani ks inż mgr św",
	particles: "de von van",
	roles: `inżynier starosta ekonomista ekonomistka minister prezydent premier burmistrz wójt dyrektor dyrektorka rzecznik rzeczniczka poseł posłanka
		senator trener trenerka profesor lekarz lekarka nauczyciel nauczycielka pisarz pisarka autor autorka prezes adwokat
		ekspert ekspertka redaktor kapitan`,
	works:    "książka książce powieść powieści film filmie artykuł piosenka album słowo termin tytuł serial składy tzw zwany zwana",
	invented: "ty ludzie",
	drops:    true,
	inflects: true,
	hearers:  "agencji gazecie dziennikowi",
	boxes:    "uwaga ważne wskazówka porada czytaj_także czytaj_też przeczytaj_także zobacz_także",
	dash:     true,
}
