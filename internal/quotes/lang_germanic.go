package quotes

// The words of the Germanic languages.

var english = words{
	tag: "en",
	say: `said says say saying told tells tell telling added adds adding noted notes note noting explained explains explain explaining
		wrote writes write writing written asked asks asking answered answers replied replies reply stated states stating
		shares shared share sharing reveals revealed recalls recalled recall concluded concludes conclude concluding
		agreed agrees agree admits admitted admitting argues argued argue arguing advises advised advise instructs instructed
		clarifies clarified emphasizes emphasized emphasises emphasised stresses stressed acknowledges acknowledged
		confirms confirmed confesses confessed suggests suggested warns warned warning remarks remarked insists insisted
		declares declared announces announced claims claimed claiming reports reported observes observed continues continued
		joked jokes quipped quips laments lamented cautions cautioned recommends recommended complained complains
		promised promises commented comments exclaimed exclaims shouted shouts whispered muttered yelled cried
		inquired inquires wondered wonders responded responds tweeted tweets posted posts testified testifies predicts predicted
		urged urges begins began opined enthuses enthused muses mused quoted offers offered describes described describe
		pointed_out points_out pointing_out chimed_in chimes_in weighs_in weighed_in summed_up sums_up
		refutes justifies counters countered elaborated elaborates reiterated reiterates maintains maintained
		gushes gushed boasts boasted jests teases teased reflects reflected remembers remembered interjected retorted
		thought thinks believes rejoined corrected snorted sighed laughed chuckled growled hissed murmured mumbled groaned screamed
		gasped snapped barked smiled grinned shrugged nodded gestured probed purred`,
	weak: `read reads found find finds calls called call calling compares compared puts put defined defines define taught teaches
		labelled labeled dubbed dismissed dismisses praised praises slammed criticised criticized blasted refers referred
		denounced hailed touts touted cites cited citing showed shows show describing requires warned_of
		characterized characterised accused accuses assured assures summarizes summarized summarised hopes feared fears texted emailed
		mentions mentioned mention indicates indicated speaks spoke`,
	according: "according_to in_the_words_of",
	pronouns:  "he she they we i it you who one",
	dets:      "the a an one another our my his her their its some this these those several many both two three most no every each",
	links:     "of for at with from in and",
	stops: `who whom whose which that when while as because since if but and or so after before during where with by on in at to of for from
		about into until though although not is was were are has had have whether how why what than then
		adding noting saying referring explaining including emphasizing emphasising according however yet still therefore thus moreover
		there here via per like instead they`,
	adverbs: `also then later just always often once simply further however recently today yesterday again still even never now
		monday tuesday wednesday thursday friday saturday sunday back ever instead both all maybe perhaps
		meanwhile nevertheless nonetheless besides indeed accordingly enter moreover`,
	aux:      "has had have was is were be been will would did does do can could to himself herself themselves",
	passive:  "is are was were be been being isn't wasn't",
	modals:   "will would can could may might should must to don't can't shall let",
	relative: "who which that",
	titles: `dr mr mrs ms miss prof professor sen rep gov sir dame lord lady cmdr capt captain gen general col colonel sgt lt rev revd reverend hon
		president officer detective inspector constable sergeant councillor councilor alderman ambassador bishop archbishop cardinal rabbi imam judge justice king queen prince princess pope st saint father sister brother uncle aunt senator`,
	particles: "de la van der von den del di da du le al el bin ibn ten ter",
	roles: `editor-in-chief manager director designer planner owner co-owner founder co-founder ceo cto cfo coo chief officer chairman chairwoman chair head
		editor author researcher scientist professor spokesman spokeswoman spokesperson engineer coach trainer expert analyst attorney
		lawyer mayor minister secretary commissioner coordinator specialist nutritionist dietitian psychologist doctor surgeon
		consultant developer architect artist writer journalist reporter tester host actor actress singer producer
		student teacher tutor executive president vice-president vp lead senior associate assistant principal partner
		leader captain star striker midfielder goalkeeper supervisor superintendent member resident neighbour neighbor
		photographer stylist chef baker farmer fan organizer organiser activist economist historian critic philosopher
		company firm agency magazine newspaper group technology vice cofounder technician mechanic agent broker therapist
		creator strategist curator librarian biologist physicist chemist mathematician neuroscientist astronomer user customer`,
	roleEnds: "-in-chief",
	works: `book books novel essay paper article titled entitled album song film movie play series show podcast blog called named term terms
		word words phrase nicknamed dubbed so-called known labelled labeled famous motto slogan title episode documentary
		poem column section chapter report button link label sign marked definition means meaning concept feature query
		text speech lecture talk painting exhibition category keyword`,
	invented: "you people someone anyone everyone everybody nobody readers many some i'll we'll those",
	backs:    "-year-old",
	naming:   "whose_name_was whose_name_is who_was who_is named",
	boxes:    "note notes tip tips warning important caution hint disclaimer update correction related advertisement info read_more learn_more see_also read_also read_next more_about pro_tip editor’s_note editor's_note",
}

var german = words{
	tag: "de",
	say: `sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären betont betonte betonten meint meinte meinten fügt fügte ergänzt ergänzte
		berichtet berichtete berichten berichteten erzählt erzählte schreibt schrieb schrieben geschrieben fragt fragte antwortet antwortete
		teilte teilt warnt warnte forderte fordert kritisiert kritisierte lobt lobte versichert versicherte behauptet behauptete
		erinnert erinnerte räumt räumte gibt_zu gab_zu kündigt kündigte verspricht versprach klagt klagte bestätigt bestätigte
		unterstreicht unterstrich stellt_klar findet fand glaubt glaubte mahnt mahnte beteuert beteuerte resümiert resümierte
		rief ruft twitterte postete zitiert zitierte äußert äußerte bekräftigt bekräftigte entgegnet entgegnete erwidert erwiderte
		scherzt scherzte schwärmt schwärmte freut freute begründet begründete hofft hoffte vermutet vermutete denkt dachte
		sagten_sie nickt nickte lacht lachte lächelt lächelte seufzt seufzte murmelt murmelte flüstert flüsterte schimpft
		schimpfte spottet spottete warf_ein wirft_ein bilanziert bilanzierte urteilt urteilte argumentiert argumentierte kontert
		konterte prophezeit prophezeite rät riet empfiehlt empfahl bedauert bedauerte bittet bat droht drohte verkündet
		verkündete verrät verriet erläutert erläuterte konstatiert konstatierte stöhnt brummt brummte jubelt jubelte`,
	weak: `sprach spricht sprachen sprechen nannte nennt nannten nennen bezeichnete bezeichnet bezeichneten wies wirft warf sieht sah lautet lautete
		heiße beschreibt beschrieb bewertet bewertete hält hielt kommentiert kommentierte`,
	in:        "heißt hieß steht stand",
	according: "laut nach_angaben nach_ansicht nach_meinung nach_worten",
	post:      "zufolge",
	so:        "so",
	pronouns:  "er sie es ich wir man der die dieser diese",
	dets:      "der die das den dem des ein eine einen einem einer eines sein seine seinem ihr ihre ihrem dessen deren unser unsere mein meine dieser diese dieses viele einige mehrere",
	links:     "der des von vom für aus im in bei am zu zur zum",
	stops: `und oder aber denn dass weil wenn als wie ob mit auf an nach vor über unter gegen seit während bis durch im in am bei zum zur
		von vom für aus um ist war sind waren hat hatte haben hatten wird wurde wurden sei sich nicht ganz dabei dazu darüber
		dagegen jedoch zudem außerdem allerdings dennoch kann können zurück ab zu`,
	adverbs: `dagegen jedoch auch dann später gestern heute schon noch weiter außerdem zudem allerdings dazu hingegen nun wiederum etwa
		am montag dienstag mittwoch donnerstag freitag samstag sonntag selbst gegenüber anschließend aber zunächst hinzu dabei`,
	aux:       "hat hatte haben hatten sich ist war wird es ihm ihr",
	relative:  "der die das welche welcher welches",
	titles:    "dr prof herr frau professor pater schwester bruder könig königin papst graf st",
	particles: "von van der zu zum vom und de den del di",
	roles:     "chef chefin trainer trainerin leiter leiterin minister ministerin professor professorin bauer landwirt wirt ceo kommissar",
	roleEnds: `sprecher sprecherin leiter leiterin meister meisterin minister ministerin chef chefin präsident präsidentin
		kanzler kanzlerin vorsitzender vorsitzende trainer trainerin unternehmer unternehmerin forscher forscherin direktor direktorin
		anwalt anwältin richter richterin redakteur redakteurin wirt wirtin bauer bäuerin politiker politikerin rat rätin
		architekt architektin ingenieur ingenieurin nachbar nachbarin anwohner anwohnerin besucher besucherin expertin experte beauftragte beauftragter abgeordnete abgeordneter führer führerin inhaber inhaberin
		autor autorin lehrer lehrerin arzt ärztin ökonom ökonomin historiker historikerin sekretär sekretärin`,
	works:    "roman buch film song album lied artikel titel begriff wort verein sogenannte sogenannten genannt namens slogan motto serie band zeitung stück ausstellung",
	invented: "man du leute viele manche",
	backs:    "-jährige -jähriger -jährigen",
	naming:   "der_heißt die_heißt namens",
	second:   true,
	reported: "habe sei seien werde könne wolle müsse solle dürfe gebe hätten wäre würde bleibe komme gehe stehe",
	boxes:    "hinweis hinweise tipp achtung wichtig anmerkung anzeige info lesen_sie mehr_zum siehe_auch",
	nouns:    true,
}

var dutch = words{
	tag: "nl",
	say: `zegt zei zeiden zeggen gezegd vertelt vertelde verteld aldus legt_uit legde_uit verklaart verklaarde stelt stelde meldt meldde schrijft schreef
		vraagt vroeg antwoordt antwoordde benadrukt benadrukte voegt voegde vindt vond denkt dacht waarschuwt waarschuwde
		reageert reageerde roept riep bevestigt bevestigde laat_weten liet_weten geeft_toe gaf_toe besluit besloot lacht lachte
		herinnert betoogt betoogde concludeert concludeerde belooft beloofde klaagt klaagde
		schrijven riepen legde vervolgt vervolgde vervolgden vult_aan vulde_aan merkt_op merkte_op grapt grapte zucht zuchtte
		fluistert fluisterde mompelt mompelde glimlacht glimlachte beweert beweerde oordeelt oordeelde hoopt hoopte adviseert
		adviseerde ontkent ontkende erkent erkende onthult onthulde licht_toe lichtte_toe klinkt klonk weet wist`,
	weak:      "noemt noemde noemden spreekt sprak heeft had luidt luidde beschrijft beschreef",
	in:        "staat stond",
	according: "volgens",
	so:        "aldus",
	pronouns:  "hij zij ze ik wij we men het je u",
	dets:      "de het een zijn haar hun ons onze mijn deze die dit dat",
	links:     "van voor bij uit in op",
	stops: `en of maar want dat omdat als toen terwijl die wie met naar over tegen sinds tot door in op aan bij van voor uit om is was
		zijn waren heeft had hebben niet ook nog wel er`,
	adverbs:   "ook dan toen later gisteren vandaag nog daarna echter verder weer wel maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
	aux:       "heeft had hebben is was zich",
	relative:  "die dat wie",
	titles:    "dr prof mr mevrouw meneer dhr mevr koning koningin pater",
	particles: "van de den der het ten ter te in 't",
	roles: `schipper wethouder fietser burgemeester minister premier directeur directrice woordvoerder woordvoerster trainer coach
		hoogleraar onderzoeker onderzoekster schrijver schrijfster eigenaar eigenares voorzitter boer bewoner bewoonster leraar lerares
		staatssecretaris kamerlid raadslid econoom advocaat rechter oprichter redacteur`,
	works:    "boek roman film lied album artikel titel term woord zogenaamde genaamd getiteld serie motto",
	invented: "je men mensen",
	backs:    "-jarige",
	naming:   "genaamd",
	second:   true,
	boxes:    "tip opmerking belangrijk waarschuwing noot lees_ook lees_verder lees_meer let_op zie_ook",
}

var swedish = words{
	tag: "sv",
	say: `säger sa sade sagt berättar berättade förklarar förklarade skriver skrev frågar frågade svarar svarade menar menade tycker tyckte
		uppger uppgav betonar betonade tillägger tillade påpekar påpekade varnar varnade hävdar hävdade konstaterar konstaterade
		medger medgav understryker underströk fortsätter fortsatte minns ropar ropade lovar lovade tror trodde
		berättat menat konstaterat suckar suckade viskar viskade skrattar skrattade ler log skämtar skämtade fyller_i fyllde_i
		utbrister utbrast kommenterar kommenterade bekräftar bekräftade avslöjar avslöjade erkänner erkände anser ansåg bedömer
		bedömde resonerar resonerade sammanfattar sammanfattade inflikar inflikade mumlar mumlade hälsar hälsade undrar undrade
		säger_till`,
	weak:      "kallar kallade beskriver beskrev talar talade lyder",
	in:        "står stod heter",
	according: "enligt",
	so:        "enligt",
	pronouns:  "han hon de jag vi man det den",
	dets:      "en ett den det de sin sitt hans hennes deras vår mitt min",
	links:     "för på i av från vid",
	stops: `och eller men för att som när medan eftersom om med till mot sedan efter innan i på av från vid är var har hade inte
		också där`,
	adverbs:   "också sedan senare igår idag även dock då vidare måndag tisdag onsdag torsdag fredag lördag söndag",
	aux:       "har hade är var",
	relative:  "som",
	titles:    "dr prof herr fru fröken kung drottning",
	particles: "af von de",
	roles: `chef chefen statsminister minister statsministern ministern talesperson talespersonen tränare tränaren professor
		forskare forskaren ingenjör ingenjören rektor rektorn ordförande ordföranden författaren författare`,
	works:    "boken romanen filmen låten albumet artikeln ordet begreppet kallad titeln serien",
	invented: "man du folk",
	commaTag: true,
	backs:    "-åringen",
	second:   true,
	boxes:    "tips obs obs. viktigt varning läs_också läs_mer se_även",
	dash:     true,
}
