"""The words with which reports credit an outlet, in some twenty languages, by what they do.

All languages lie in one set: where a word of one language means something else in another, it
credits nobody, for a cue counts only beside the name of an outlet.
"""

from typing import Final


def _words(*lists: str) -> frozenset[str]:
    return frozenset(" ".join(lists).split())


REPORTS: Final = _words(
    "reported reports reporting wrote writes revealed reveals learned broke obtained uncovered"
    " quoted quotes cited cites estimated confirmed published noted notes broadcast aired carried"
    " disclosed covered projected interviewed detailed documented",
    "informó reportó publicó reveló adelantó aseguró señaló destacó citó indicó difundió informa"
    " publica recoge asegura contó reporta apunta revela adelanta recogió recordó apuntó",
    "rapporte révèle rapporté révélé annoncé indiqué précisé publié écrit indique affirme précise"
    " annonce souligne relate relaie diffusé évoque",
    "berichtet berichtete berichteten meldet meldete meldeten schreibt schrieb zitiert zitierte"
    " zufolge erfuhr erfahren enthüllte",
    "avançou avança noticiou informou publicou divulgou revelou apurou noticia adiantou escreve",
    "riferisce riporta scrive rivela riportato scritto rivelato pubblicato anticipa racconta",
    "melaporkan memberitakan menulis menyebut mengabarkan mewartakan",
    "сообщает сообщил сообщила сообщило сообщили пишет пишут написал написала написало передает"
    " передаёт передал передала передало отмечает выяснил выяснила рассказал рассказала узнал"
    " узнала уточняет информирует цитирует писал писала писало писали сообщало",
    "повідомляє повідомив повідомила повідомили пише пишуть передає інформує розповіла",
    "meldt meldde schrijft schreef bericht berichtte onthulde",
    "podał podała podało podaje podają donosi donoszą pisze piszą informuje poinformował"
    " poinformowała napisał napisała ustalił ustaliła",
    "relatează scrie relatat scris anunțat transmite informează",
    "rapporterar skriver uppger rapporterade skrev avslöjade",
    "melder skrev skriver oplyser rapporterer",
    "kertoo uutisoi kertoi kirjoittaa uutisoivat mukaan kertovat kertoivat",
    "uvedl uvedla uvedlo napsal napsala informoval informovala píše uvádí informuje",
    "írja írta szerint közölte",
    "yaptığı verdiği bildirdi yazdı duyurdu aktardı haberine göre",
    "μετέδωσε μεταδίδει αναφέρει γράφει έγραψε",
    "báo đưa viết dẫn",
    "ذكرت ذكر أفادت أفاد نقلت نقل أوردت نشرت كشفت وذكرت وذكر وأفادت وأفاد ونقلت ونقل وأوردت",
    "گزارش نوشت",
    "publicada publicado revelada citada citado difundida difundido adelantada recogida consultado"
    " publicadas informado adelantado revelado",
    "révélée publiée rapportée citée interrogé interrogée interviewé interviewée relayée cité",
    "veröffentlicht veröffentlichten berichtet zitierten ausgestrahlt",
    "avançada noticiada noticiado publicada divulgada revelada citada adiantada ouvido ouvida"
    " antecipada antecipado antecipou avançado veiculada veiculado obtida obtidos confirmada",
    "recogen informan publican reportan revelan adelantan informaron publicaron reportaron"
    " revelaron adelantaron saber sabido supo rapportent révèlent écrivent indiquent appris"
    " apprend berichten melden schreiben vorliegt vorliegen vorlag vorlagen riportano scrivono"
    " riferiscono rivelano apprende appreso noticiam avançam noticiaram avançaram schrijven"
    " schreven meldden сообщают передают узнали выяснили повідомляють podali ustalili",
    "anticipada anticipado anticipó revelado dévoilée dévoilé dévoile relayé relayées obtenue",
    "riportata riportate pubblicata citata citato intervistato intervistata rivelata diffusa",
    "citadas citados consultada consultadas contactada contactado preguntado preguntada",
    "contactée contacté contactés questionné questionnée sollicité sollicitée rapportées",
    "questionado questionada procurado procurada citados citadas ouvidos",
    "notizia anticipato anticipata riferito contattato contattata citati konuşan açıklamada",
    "cytowany cytowana cytowane citat citată опубликовал опубликовала процитировал",
)
"""What outlets do: after the name, or before it where the verb comes first."""

SAYS: Final = _words(
    "understands verify verified remarks contacted approached questioned announced admitted"
    " argued added insisted warned promised"
    " denied appeared speaking spoke",
    "anunció advirtió añadió agregó negó prometió habló ajouté annoncé promis ankündigte warnte"
    " anunciou acrescentou annunciato aggiunto",
    "said says told tells asked claimed suggested called described projected found",
    "dijo declaró afirmó manifestó explicó comentó aseguró confirmó relató confesó señaló indicó"
    " contó detalló sostuvo admitió",
    "confirmado dicho declarado explicado señalado indicado asegurado relatado contado manifestado"
    " detallado afirmado dito explicado",
    "dit déclaré confié expliqué affirmé raconté assuré témoigné confirmé répondu lancé résumé"
    " déclare confie explique raconte réagi estimé",
    "sagte sagten erklärte sagt verriet erzählte bestätigte teilte betonte",
    "disse afirmou declarou contou explicou confirmou",
    "detto dichiarato spiegato dichiara spiega dice raccontato confermato",
    "dikatakan disampaikan diungkapkan menyampaikan katanya ujarnya kata ujar mengatakan"
    " menuturkan mengaku menegaskan menjelaskan mengungkapkan menambahkan",
    "заявил заявила сказал сказала рассказал рассказала рассказали объяснил объяснила пояснил"
    " сообщил сообщила признался",
    "розповів розповіла сказав сказала заявив заявила пояснив",
    "zei zegt vertelt vertelde zegde liet",
    "powiedział powiedziała przekazał przekazała mówi",
    "declarat spus",
    "säger sa berättar siger sier fortæller sagde sa",
    "řekl řekla uvedl mondta mondja",
    "nói cho",
    "δήλωσε είπε",
    "قال قالت صرح صرحت وقال وقالت وصرح وصرحت وأضاف",
    "söyledi konuştu anlattı",
)
"""What people do to an outlet: `told X`, `dijo a X`. Outlets say things too, less tellingly."""

TO: Final = _words(
    "to with on in by for via from at",
    "a al en con por",
    "à a au aux auprès sur dans chez par de",
    "gegenüber dem der den bei im in mit",
    "ao à no na ao com em pelo pela",
    "alla al all sul su da dal dalla",
    "kepada oleh dari",
    "в на изданию газете агентству телеканалу порталу журналу каналу сайту радиостанции",
    "виданню газеті агентству телеканалу порталу в у",
    "tegen aan bij met",
    "w dla z przez",
    "pentru la de",
    "till til hos i för",
    "pro v",
    "với trên",
    "στο στη στην στον με",
    "ل عن لوكالة لصحيفة لقناة",
)
"""Prepositions between such a verb and the outlet, and cases that stand for one."""

CREDITS: Final = _words(
    "told telling tells",
    "according accord acuerdo acordo conformidad σύμφωνα според prema segons",
    "citing quoting per seen viewed reviewed obtained",
    "según selon segundo secondo laut conforme potrivit volgens według enligt ifølge podle theo"
    " menurut szerint mukaan",
    "dilansir dikutip melansir mengutip disadur diberitakan dilaporkan lapor",
    "ссылкой ссылаясь данным информации сведениям посиланням даними інформацією",
    "scrive riporta riferisce rivela rapporte révèle meldt melden meldet schreibt skriver podaje",
    "citando nach aldus wie as d'après d’après",
    "وفق وفقا وفقاً بحسب حسب نقلا نقلاً",
)
"""Words that stand right before the outlet, articles and the like apart."""

CREDIT_NOUNS: Final = _words(
    "tip h/t hat-tip scoop op-eds",
    "interview interviews report reports story article column op-ed essay investigation statement"
    " remarks comments editorial exclusive segment conversation email analysis appearance"
    " comment request requests",
    "entrevista declaraciones conversación diálogo reportaje artículo",
    "entretien enquête article interview",
    "berichtgeving bericht berichten angaben informationen recherchen gespräch anfrage nachfrage"
    " berufung"
    " gastbeitrag",
    "entrevista declarações reportagem intervista dichiarazioni inchiesta",
    "information informations un'intervista un’intervista l'intervista l’intervista l'interview"
    " l’interview l'enquête l’enquête nell'intervista nell’intervista",
    "wawancara laporan интервью эфире беседе разговоре інтерв'ю wywiadzie rozmowie",
    "rozhovoru intervju haastattelussa röportaj"
    " invité invitée invités confrères consœurs colleghi ospite convidado convidada",
    "micro micros antenne l'antenne l’antenne ondes plateau colonnes colonne micrófono micrófonos"
    " microfones microfoni antenie łamach коментарі розмові ефірі комментарии komentarzu",
)
"""What outlets hold and print: with a preposition, they credit the name behind it."""

PRINTS: Final = _words(
    "op-ed column essay editorial tribuna columna tribune gastbeitrag kolumne coluna editoriale"
)
"""Nouns for a piece of writing that only an outlet prints: `in an op-ed for X`."""

HOLDS: Final = _words("obtained seen viewed reviewed")
"""`documents obtained by X`: few but outlets."""

STRONG: Final = _words(
    "reports reported reporting revealed broke citing quoting uncovered",
    "dilansir dikutip melansir mengutip",
    "adelantó adelanta reveló recoge avança noticia rivela schreibt pisze",
    "informó reportó publicó rapporte rapporté révèle révélé berichtete berichtet meldete meldet",
    "noticiou avançou revelou adiantou apurou riferisce riporta scrive",
    "сообщает пишет передает передаёт ссылкой повідомляє пише",
    "berichtte meldde schreef révélée dévoilée rapportée relayée",
    "schrijft schrijven meldt melden yazdı haberine donosi podaje skriver rapporterar relatează",
)
"""Cues that few but outlets have."""

MEDIA: Final = _words(
    "newspaper daily weekly broadcaster website site outlet channel magazine tabloid agency"
    " network station paper publication newswire portal",
    "periódico diario cadena agencia canal revista portal emisora semanario rotativo",
    "quotidien hebdomadaire journal agence chaîne magazine radio",
    "zeitung tageszeitung nachrichtenagentur sender nachrichtenmagazin magazin wochenzeitung"
    " nachrichtenportal onlineportal fernsehsender",
    "jornal agência emissora revista rádio quotidiano giornale agenzia emittente settimanale sito",
    "harian majalah situs laman media koran stasiun",
    "газета газете газеты агентство агентства агентству издание изданию издания телеканал"
    " телеканалу портал порталу журнал журналу радиостанция радиостанции каналу",
    "видання виданню газета газеті агентство телеканал телеканалу портал сайт",
    "krant dagblad persbureau omroep tijdschrift weekblad nieuwssite",
    "dziennik gazeta agencja stacja portal tygodnik dziennika portalu gazety agencji stacji"
    " dziennikowi",
    "ziarul agenția publicația postul site-ul publicației agenției postului ziarului site-ului",
    "l'agenzia l’agenzia dall'agenzia dall’agenzia dell'agenzia dell’agenzia all'agenzia"
    " all’agenzia l'emittente l’emittente l'agence l’agence d'agence l'hebdomadaire"
    " l’hebdomadaire l'agència",
    "tidningen tidskriften nyhetsbyrån avisen avis bladet nyhedsbureauet sajten lehti",
    "deník server agentura gazetesi gazetesinin ajansı kanalı sitesi napilap portál hírügynökség",
    "εφημερίδα πρακτορείο ιστοσελίδα báo hãng đài trang",
    "صحيفة وكالة قناة جريدة موقع مجلة لصحيفة لوكالة لقناة روزنامه خبرگزاری",
    "समाचार अखबार अख़बार चैनल एजेंसी",
)
"""A name beside one of these is an outlet's."""

BETWEEN: Final = _words(
    "the a an its their state local national official rival respected state-run state-owned"
    " government-run state-controlled pro-government independent business financial sister news"
    " public private conservative liberal leading online semi-official regional investigative"
    " television tv radio service wire media outlet outlets french german british american us u.s."
    " uk russian chinese turkish israeli indian japanese korean spanish italian polish ukrainian"
    " iranian swiss austrian canadian australian brazilian mexican swedish danish norwegian dutch",
    "el la los las lo al del un una de noticias estatal español local",
    "le les l’ l' du des la une de d’",
    "die der das dem den des einer eine ein einem eines deutsche deutschen",
    "o a os as ao da do das dos pelo pela",
    "il lo gli dell’ dall’ all’ un una della",
    "berita kantor nasional oleh dari",
    "het de een een van persbureau",
    "den det en ett et",
    "agency agencies press first by in ensimmäisenä ensin",
    "του της το η τη την",
)
"""What may stand between a cue and the name."""

LATER: Final = _words(
    "has had have also first previously earlier later then recently exclusively already on"
    " monday tuesday wednesday thursday friday saturday sunday newspaper newspaper’s magazine news"
    " agency website itself ’s 's",
    "ha había también está este",
    "a avait aussi hat hatte zuvor am montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "já também nesta neste ha aveva oggi anche",
    "heeft had eerder maandag już także",
    "uutistoimisto har også också juga telah ранее could not immediately independently",
)
"""What may stand between the name and its verb."""

OF_ITSELF: Final = _words("it its they their he she")
"""`The Times said it would …`: an outlet that speaks of itself is the subject of the report."""
WILL: Final = _words("would will had has plans plan planned is was were are have could may")

QUOTES: Final = frozenset("“”\"«»„‘’'「」『』《》``''")
"""Marks around a name."""

ASKED_BY: Final = _words(
    "polled surveyed compiled asked contacted approached questioned quoted cited interviewed told"
)
"""What an outlet does to people: before `by`, other verbs of saying credit who announces."""

NOUNS_BEHIND: Final = _words(
    "report reports story investigation article interview analysis exclusive tally review survey"
)
"""`a Reuters investigation found`: behind the name, with or without `’s`."""

COMMON_NOUNS: Final = _words(
    "zeitung tageszeitung nachrichtenagentur sender nachrichtenmagazin magazin wochenzeitung"
    " nachrichtenportal onlineportal fernsehsender portal rundfunk"
)
"""Written with a capital in German wherever they stand, and no part of the name."""

THANKS: Final = _words(
    "contributed contributing contribution contributions input inputs information informations"
    " informationen reporting files material materials agenturmaterial inhalten wires wire"
    " agencies",
    "información datos aportes aporte reportes contenido avec rédaction verwendung red redaktion",
    "informações dados agência agências conteúdo fonti informazioni materiale bahan laporan"
    " informasi diolah материалам материалов материала матеріалами informatie medewerking"
    " berichten",
    "opracowanie podstawie wykorzystaniem informații informaţii contribuția bidrag stof katkı"
    " katkılarıyla इनपुट tổng بالاتفاق بمساهمة وكالات compiled combined",
)
"""One of these stands in every line that thanks an agency for material."""

TRIGGERS: Final = REPORTS | SAYS | CREDITS | CREDIT_NOUNS | STRONG | MEDIA | ASKED_BY | NOUNS_BEHIND
"""A sentence without any of these credits nobody."""
