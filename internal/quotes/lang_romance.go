package quotes

// The words of the Romance languages.

var french = words{
	tag: "fr",
	say: `dit disait dire disent ajoute ajouté ajoutait ajoutent explique expliqué expliquait expliquent affirme affirmé affirment précise précisé
		raconte raconté racontait confie confié juge jugé estime estimé estiment déclare déclaré déclarent souligne souligné rappelle rappelé
		assure assuré assurent indique indiqué regrette regretté déplore déploré demande demandé répond répondu écrit écrivait conclut
		conclu lance lancé note noté observe observé insiste insisté reconnaît reconnu admet admis poursuit poursuivi emporté
		emporte témoigne témoigné annonce annoncé avertit averti prévient prévenu martèle martelé promet promis résume résumé
		réagit réagi plaide plaidé glisse glissé soupire soupiré sourit ironise ironisé s'exclame exclamé exclame murmure murmuré
		commente commenté constate constaté souffle soufflé dénonce dénoncé tonne pense pensé analyse analysé détaille détaillé
		prévenait soulignait rappelait assurait estimait répondait demandait rit riait grogne grommelle balaie balaye tempère
		tempéré nuance nuancé renchérit renchéri complète complété enchaîne enchaîné rétorque rétorqué riposte riposté conteste
		contesté critique critiqué dénonçait défend défendu confirme confirmé confessent confesse confessé avance avancé
		argumente argumenté alerte alerté interroge interrogé ordonne crie crié hurle hurlé chuchote chuchoté marmonne répète
		répété révèle révélé relate relaté signale signalé soutient soutenu suggère suggéré prédit promettait plaisante plaisanté
		salue salué appuie appuyé abonde synthétise fulmine s’amuse amuse
		lâche lâché demanda répondit ajouta reprit répliqua cria lança expliqua murmura fit s’écria s'écria écria rétorqua
		insista soupira déclara affirma protesta`,
	weak:      "qualifie qualifié évoque évoqué parle parlé décrit appelle appelé lit",
	in:        "lit-on peut-on_lire",
	according: "selon d'après",
	opening:   "pour",
	pronouns:  "il elle ils elles on je nous",
	dets:      "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes plusieurs certains",
	links:     "de du des d à au aux pour en",
	stops: `et ou mais car que qui dont où quand lorsque si comme parce puisque avec dans sur sous chez vers contre devant depuis pendant
		après avant par pour en à au aux de du des d est était sont étaient a ont avait n ne pas plus aussi lui leur se s`,
	adverbs:   "aussi encore alors ensuite hier lundi mardi mercredi jeudi vendredi samedi dimanche également ainsi enfin toutefois même déjà",
	aux:       "a ont avait avaient est était sont s se lui leur m nous y en l n",
	relative:  "qui",
	titles:    "m mme mlle dr me mgr maître professeur pr sœur frère père saint sainte",
	particles: "de du des la le d l van von",
	roles: `maire ministre président présidente directeur directrice chanteur chanteuse entraîneur entraîneuse avocat avocate professeur
		porte-parole député députée sénateur sénatrice chercheur chercheuse écrivain auteur autrice économiste historien historienne
		adjoint adjointe fondateur fondatrice chef cheffe secrétaire préfet procureur procureure capitaine`,
	works:    "livre roman film album chanson article intitulé intitulée titre mot terme expression dit dite surnommé surnommée baptisé baptisée pétition série émission slogan",
	invented: "on tu vous gens certains",
	backs:    "génaire",
	naming:   "qui_s_appelle nommé nommée",
	hearers:  "à au aux",
	commaTag: true,
	boxes:    "note remarque astuce conseil attention important avertissement lire_aussi à_lire à_noter voir_aussi",
	elided:   "l d qu c n s j m t jusqu lorsqu puisqu",
	innerTag: true, dash: true,
}

var spanish = words{
	tag: "es",
	say: `dijo dice dicen dijeron decía dicho añadió añade añaden aseguró asegura aseguran explicó explica explican afirmó afirma afirman señaló señala
		cuenta contó cuentan protesta protestó admite admitió declaró declara manifestó manifiesta indicó indica sostuvo sostiene
		apuntó apunta subrayó subraya recordó recuerda confesó confiesa comentó comenta respondió responde contestó contesta preguntó
		pregunta escribió escribe concluyó concluye insistió insiste advirtió advierte reconoció reconoce denunció denuncia lamentó
		lamenta opinó opina precisó precisa destacó destaca anunció anuncia relató relata resumió resume reiteró reitera prometió
		promete agregó agrega expresó expresa exclamó exclama murmuró gritó susurró sentenció zanjó ironizó pensó piensa
		aclara aclaró matiza matizó puntualiza puntualizó remata remató bromea bromeó reflexiona reflexionó alerta alertó
		argumenta argumentó argumentaba celebra celebró critica criticó defiende defendió describía detalla detalló enfatiza
		enfatizó evoca evocó exige exigió justifica justificó ironiza lanzó lanza narra narró niega negó pide pidió plantea
		planteó recalca recalcó recomienda recomendó rememora replica replicó revela reveló señalaba sostenía sugiere sugirió
		suspira suspiró valora valoró rió ríe sonríe sonrió continuó continúa prosiguió prosigue intervino repite repitió
		comentaba contaba explicaba admitía añadía
		respondía preguntaba exclamaba murmuraba gritaba`,
	weak:      "define definió calificó califica llamó llama tildó describe describió habla habló considera consideró reza",
	in:        "lee",
	according: "según",
	opening:   "para",
	pronouns:  "él ella ellos ellas yo nosotros uno usted",
	dets:      "el la los las un una unos unas su sus este esta estos estas ese esa mi mis nuestro nuestra varios",
	links:     "de del para en al",
	stops: `y e o u pero porque que quien cuando mientras si como donde con sin sobre entre hasta desde por para en a al de del ante tras
		es era son fue está están estaba ha había han se no ya muy`,
	adverbs:   "también después luego ayer hoy este esta lunes martes miércoles jueves viernes sábado domingo además entonces ya aún todavía",
	aux:       "ha han había se le les lo me nos",
	relative:  "que quien",
	titles:    "don doña sr sra dr dra señor señora fray sor san santa padre",
	particles: "de del la las los y",
	roles: `consejera consejero alcalde alcaldesa ministro ministra presidente presidenta director directora portavoz entrenador entrenadora
		escritor escritora profesor profesora investigador investigadora abogado abogada diputado diputada senador senadora
		fundador fundadora secretario secretaria economista historiador historiadora actor actriz cantante periodista vecino vecina`,
	works:    "libro novela película disco álbum canción artículo titulado titulada título palabra término llamado llamada estadio bar bautizó serie programa lema expresión",
	invented: "uno gente tú muchos",
	drops:    true,
	naming:   "que_se_llama llamado llamada",
	hearers:  "a al",
	boxes:    "nota consejo importante atención aviso advertencia lea_también lee_también leer_también ver_también",
	innerTag: true, dash: true,
}

var italian = words{
	tag: "it",
	say: `dice disse dicono detto diceva aggiunge aggiunto aggiunse aggiungono racconta raccontato raccontò raccontano spiega spiegato spiegò spiegano
		afferma affermato affermò promesso promette dichiara dichiarato dichiarò sottolinea sottolineato ricorda ricordato
		commenta commentato ammette ammesso scrive scritto scrisse chiede chiesto chiese risponde risposto rispose conclude concluso
		concluse osserva osservato precisa precisato assicura assicurato annuncia annunciato avverte avvertito sostiene sostenuto
		insiste insistito confessa confessato denuncia denunciato riferisce riferito ribadisce ribadito replica replicato
		esclama esclamato confida confidato riassume sbotta pensa pensato
		precisò confermò conferma confermato rivela rivelato rivelò scherza scherzato lamenta lamentato critica criticato difende
		suggerisce suggerito nota ricordò sottolineò commentò ammise aggiungeva spiegava raccontava dichiarano chiarisce chiarito
		puntualizza incalza prosegue proseguito continua tuona sospira sorride ride ironizza attacca garantisce auspica rilancia
		denunciò domanda domandò mormora mormorò gridò urlò sussurrò ripete ripeté rammenta evidenzia evidenziato`,
	weak:      "definisce definito definì chiama chiamato parla parlato descrive descritto tratta",
	in:        "legge",
	according: "secondo",
	opening:   "per",
	pronouns:  "lui lei loro egli ella io noi",
	dets:      "il lo la i gli le l un uno una dei delle suo sua suoi sue questo questa nostro nostra mio mia alcuni",
	links:     "di del della dei delle degli dell d per",
	stops: `e ed o ma perché che chi quando mentre se come dove con senza su tra fra fino da dal dalla per in nel nella a al alla di del della
		è era sono ha hanno aveva si non più anche`,
	adverbs:   "anche poi dopo ieri oggi ancora inoltre invece lunedì martedì mercoledì giovedì venerdì sabato domenica quindi allora però",
	aux:       "ha hanno aveva si gli le ci lo",
	relative:  "che",
	titles:    "dott dottor dottoressa sig signor signora prof don suor san santa padre avv ing on",
	particles: "di de del della da dal la lo",
	roles: `sindaco sindaca ministro ministra presidente direttore direttrice assessore assessora allenatore allenatrice scrittore scrittrice
		professore professoressa ricercatore ricercatrice avvocato avvocata deputato deputata senatore senatrice fondatore fondatrice
		portavoce segretario segretaria premier`,
	works:    "libro romanzo film album canzone articolo intitolato intitolata titolo parola termine cosiddetto cosiddetta premio serie slogan",
	invented: "uno gente tu",
	drops:    true,
	naming:   "che_si_chiama",
	hearers:  "a al alla allo all ai agli alle",
	boxes:    "nota consiglio importante attenzione avviso leggi_anche leggi_pure vedi_anche",
	elided:   "l d un dell all nell sull dall c s n quell",
	innerTag: true, dash: true,
}

var portuguese = words{
	tag: "pt",
	say: `disse diz dizem disseram dito afirmou afirma afirmam explicou explica contou conta resumiu resume acrescentou acrescenta declarou declara
		garantiu garante admitiu admite lembrou lembra ressaltou ressalta destacou destaca escreveu escreve perguntou pergunta
		respondeu responde concluiu conclui comentou comenta avisou avisa alertou alerta lamentou lamenta defendeu defende confessou
		confessa sublinhou sublinha insistiu insiste anunciou anuncia prometeu promete revelou revela relatou relata opinou opina
		reforçou reforça observou observa reconheceu reconhece criticou critica exclamou gritou murmurou pensou pensa
		contava dizia explicava afirmava acrescentava recorda recordou detalha detalhou esclarece esclareceu questiona questionou
		aponta apontou argumenta argumentou brinca brincou celebra celebrou indica indicou justifica justificou nega negou pede
		pediu pondera ponderou propõe reclama reclamou reitera reiterou repete repetiu rebate rebateu sugere sugeriu avalia
		avaliou considera considerou analisa salienta salientou frisa frisou refere referiu assegura assegurou sorri sorriu ri
		riu suspira suspirou sussurrou continuou continua prossegue prosseguiu escreveram ironiza ironizou`,
	weak:      "chamou chama descreveu descreve classificou classifica definiu define falou fala",
	in:        "lê-se",
	according: "segundo conforme",
	opening:   "para",
	pronouns:  "ele ela eles elas eu nós",
	dets:      "o a os as um uma uns umas seu sua seus suas este esta esse essa meu minha nosso nossa vários",
	links:     "de do da dos das para em",
	stops: `e ou mas porque que quem quando enquanto se como onde com sem sobre entre até desde por para em no na a ao à de do da
		é era são foi está estão tem tinha não mais já`,
	adverbs:   "também depois ontem hoje ainda além então já segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo porém",
	aux:       "tem tinha havia se lhe me nos",
	relative:  "que quem",
	titles:    "dr dra sr sra dom dona frei são santa padre prof",
	particles: "de do da dos das e",
	roles: `organizadora organizador escritor escritora ministro ministra presidente diretor diretora prefeito prefeita deputado deputada
		senador senadora professor professora pesquisador pesquisadora advogado advogada treinador treinadora fundador fundadora
		porta-voz secretário secretária autor autora`,
	works:    "livro romance filme álbum canção artigo intitulado intitulada título palavra termo chamado chamada série lema autor autora",
	invented: "você gente tu",
	drops:    true,
	naming:   "que_se_chama chamado chamada",
	hearers:  "a ao à aos às",
	boxes:    "nota dica importante atenção aviso leia_também leia_mais veja_também",
	innerTag: true, dash: true,
}
