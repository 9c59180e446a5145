"""Lines that say where a text comes from, and not that it stood there first.

`This article comes from The Fen Herald`. A site says as much of its own sections, and sentences of
a report begin like that. So the line begins with the words for the text, and its name must be
known, built as outlets' names are, or (in a group `paper`) linked to another site.
"""

from typing import Final

from workers.domain.provenance.wordings import Wordings

_END: Final = (
    r"(?=\W*$|[.,;()]|(?: (?:van|of|du|del?|vom|do|den|dia|from|z|от|il|le|el|am))?\W+\d"
    r"|\s(?:and|y|e|et|und|en|och|og|i|with|con|com|avec|mit|met|as|under|bajo"
    r"|sous|unter|erschienen|veröffentlicht|entnommen|verschenen|gepubliceerd|overgenomen)\s?)"
)
_WHAT: Final = r"(?:(?:(?-i:[a-z’-]+) ){1,4}(?=(?-i:[A-ZÀ-Þ])))?"
"""What it is, before its name: `the nonprofit newsroom`."""
_SIGNS: Final = (
    r"(?:(?! (?:for|by|para|por|für|pour|per|door|voor|dla) )(?:[^.,;()\n\"”»]|\.(?=\w)))"
)


def _first(words: str) -> tuple[str, ...]:
    return tuple(words.split("|"))


def _name(group: str) -> str:
    return rf"{_WHAT}[\"“«„]?(?P<{group}>[^\W\d_]{_SIGNS}{{1,60}}?)[\"”»“]?{_END}"


_PAPER: Final = _name("paper")
_OUTLET: Final = _name("outlet")
_EN_NOUN: Final = (
    "(?:article|story|post|piece|column|essay|report|interview|commentary|feature|investigation"
    "|content|reporting|item|dispatch)"
)
_ES_NOUN: Final = (
    "(?:artículo|nota|texto|entrevista|reportaje|columna|noticia|publicación|contenido|crónica"
    "|investigación|información|material)"
)
_FR_NOUN: Final = "(?:article|texte|billet|tribune|chronique|entretien|reportage|contenu|enquête)"
_DE_NOUN: Final = (
    r"\w*(?:artikel|beitrag|text|interview|bericht|kommentar|essay|reportage|recherche)s?"
)
_IT_NOUN: Final = "(?:articolo|testo|pezzo|intervista|inchiesta|reportage|contenuto)"
_PT_NOUN: Final = (
    "(?:artigo|texto|matéria|reportagem|notícia|entrevista|conteúdo|coluna|crônica|crónica)"
)
_NL_NOUN: Final = "(?:artikel|stuk|verhaal|interview|bericht|tekst|opiniestuk|reportage)"
_ON: Final = r"(?: (?:le|el|il|am|em|op|w dniu|den)? ?\d[\w. ]{2,22}?)?"
"""The day, between verb and preposition."""

PLAIN: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="en, plainly",
        begins=_first(
            "this |the following |from our |by our |courtesy of our |published in |printed in "
        ),
        words=frozenset(
            (
                "published co-published appeared appears ran comes came written produced shared"
                " contributed partner partners"
            ).split()
        ),
        texts="",
        around=(
            (
                rf"^\W*(?:this|the following) (?:[\w-]+ )?{_EN_NOUN}"
                r"(?: (?:was|is|has been) (?:co-?published|published)| ran| appear(?:s|ed)| comes"
                r"| came)(?: here)?(?: to you)? (?:by|in|on|at|from|with)"
                r"(?: our (?:\w+ )?(?:partners?|friends|colleagues)(?: at)?)? " + _PAPER
            ),
            (
                r"^\W*(?:published|printed) in (?:the )?(?P<outlet>[A-Z][^.,;()\n]{1,50}?)"
                r"(?:,| on) (?:\w{3,9}\.? )?\d[\w ,]{0,20}\W*$"
            ),
            (
                r"^\W*(?:from|by|courtesy of) our (?:\w+ )?(?:partners?|friends|colleagues)"
                r"(?: at)?:? " + _PAPER
            ),
            (
                rf"^\W*(?:this|the following) (?:[\w-]+ )?{_EN_NOUN} (?:was|is|has been)(?: \w+ly)?"
                r" (?:written|produced|shared|contributed)(?: here)? by " + _OUTLET
            ),
        ),
    ),
    Wordings(
        language="es, plainly",
        begins=_first(
            "este |esta |el |la |un |una |lea |lee |leer |leé |artículo |nota "
            "|texto |contenido |reportaje "
        ),
        words=frozenset(
            (
                "publicó publicado publicada apareció salió proviene original completa completo"
                " íntegra íntegro compañeros colegas aliados"
            ).split()
        ),
        texts="",
        around=(
            (
                rf"^\W*(?:est[ea]|el|la) {_ES_NOUN} (?:se publicó|(?:fue|ha sido) publicad[oa]"
                rf"|apareció|salió|proviene){_ON}(?: en \w+(?= en))? (?:en|del?) " + _PAPER
            ),
            rf"^\W*(?:est[ea] )?{_ES_NOUN} original (?:del?|en):? {_PAPER}",
            (
                rf"^\W*le(?:a|e|er|é) (?:aquí )?(?:el|la) {_ES_NOUN} (?:complet[oa]|íntegr[oa])"
                r"(?: aquí)? en " + _PAPER
            ),
            (
                rf"^\W*una? {_ES_NOUN} de (?:nuestros|los) (?:colegas|aliados|compañeros|socios)"
                r" del? " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="fr, plainly",
        begins=_first("cet |cette |ce |un |une |lire |lisez |retrouvez |article |l’article "),
        words=frozenset(
            (
                "publié publiée paru parue provient vient extrait confrères partenaire partenaires"
                " lire retrouver suite proposé réalisé rédigé écrit"
            ).split()
        ),
        texts="",
        around=(
            (
                rf"^\W*(?:cet|cette|ce) {_FR_NOUN} (?:(?:est|a été) (?:publiée?|parue?|extraite?)"
                rf"{_ON} (?:dans|sur|chez|de|du|d[’'])|(?:nous )?(?:provient|vient)"
                r" (?:de|du|d[’']))\s?(?:site )?" + _PAPER
            ),
            (
                rf"^\W*(?:cet|cette|ce) {_FR_NOUN} (?:a été|est|vous est)"
                r" (?:proposée?|réalisée?|rédigée?|écrite?|publiée?) par " + _OUTLET
            ),
            (
                rf"^\W*une? {_FR_NOUN} de (?:nos (?:confrères|consœurs|partenaires|amis)"
                r"|notre (?:partenaire|confrère)) ?(?:de |du |d[’'])?" + _PAPER
            ),
            (
                r"^\W*(?:un |l[’'])?article (?:complet )?à (?:lire|retrouver)"
                r"(?: en (?:intégralité|entier))? (?:sur|dans|chez) " + _PAPER
            ),
            (
                r"^\W*(?:lire|lisez|retrouvez) (?:la suite|l[’']article (?:complet|entier)"
                r"|l[’']intégralité de l[’']article) (?:sur|dans|chez) (?:le site d[eu] )?" + _PAPER
            ),
        ),
    ),
    Wordings(
        language="de, plainly",
        begins=_first("diese|der |die |das |den |zum |ein "),
        words=frozenset(
            "stammt kommt erschien erschienen veröffentlicht originalartikel artikel".split()
        ),
        texts="",
        around=(
            (
                rf"^\W*(?:diese[rs]?|der|die|das) {_DE_NOUN} (?:(?:stammt|kommt)(?: ursprünglich)?"
                rf" (?:aus|von|vom|bei)|(?:erschien|ist|wurde){_ON} (?:auf|bei|im|in|beim))"
                r"(?: de[rm])? " + _PAPER
            ),
            rf"^\W*ein {_DE_NOUN} (?:von|vom|der|des|aus)(?: de[rm])? {_OUTLET}",
            (
                r"^\W*(?:zum|den|das|die) original\w* (?:finden sie|gibt es|lesen sie|steht)?"
                r"(?: hier)? ?(?:bei|auf|im|in|beim) " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="it, plainly",
        begins=_first("quest|l’|l'|il |leggi |continua "),
        words=frozenset("uscito uscita apparso apparsa pubblicato pubblicata leggi".split()),
        texts="",
        around=(
            (
                rf"^\W*(?:quest[oa’']|l[’']|il) ?{_IT_NOUN} è (?:stat[oa] )?"
                rf"(?:uscit|appars|pubblicat)[oa]{_ON}(?: in \w+(?= su))?"
                r" (?:su|sul|sulla|in|nel|nella) " + _PAPER
            ),
            (
                rf"^\W*(?:continua a leggere|leggi) (?:l[’'])?(?:{_IT_NOUN} )?"
                r"(?:complet[oa]|inter[oa]|integrale) (?:su|sul|sulla) " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="pt, plainly",
        begins=_first(
            "este |esta |esse |essa |o |a |artigo |texto |matéria |reportagem |leia |veja |confira "
        ),
        words=frozenset(
            (
                "publicado publicada saiu apareceu produzida produzido elaborada elaborado completa"
                " completo íntegra cedido cedida"
            ).split()
        ),
        texts="",
        around=(
            (
                rf"^\W*(?:est[ea]|ess[ea]|a|o) {_PT_NOUN} (?:foi publicad[oa]|saiu|apareceu){_ON}"
                r" (?:em|no|na) " + _PAPER
            ),
            (
                rf"^\W*(?:(?:est[ea]|ess[ea]|a|o) )?{_PT_NOUN} (?:foi )?"
                r"(?:produzid|publicad|elaborad|cedid)[oa] (?:por|pel[oa]) " + _OUTLET
            ),
            (
                rf"^\W*(?:leia|veja|confira) (?:a|o) {_PT_NOUN} (?:complet[oa]|na íntegra)"
                r" (?:em|no|na) " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="nl, plainly",
        begins=_first("dit |deze |het "),
        words=frozenset("verscheen verschenen stond gepubliceerd komt".split()),
        texts="",
        around=(
            (
                rf"^\W*(?:dit|deze|het) {_NL_NOUN} (?:(?:verscheen|stond|is|werd){_ON}"
                r" (?:in|op|bij)|komt (?:van|uit))(?: (?:de|het)(?= [a-z]))? " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="pl, plainly",
        begins=_first("ten |ta |to |artykuł|tekst|wywiad|materiał|felieton|reportaż|rozmowa"),
        words=frozenset("ukazał ukazała ukazało opublikowano opublikowany pojawił".split()),
        texts="",
        around=(
            (
                r"^\W*(?:ten |ta |to )?(?:artykuł|tekst|wywiad|materiał|felieton|reportaż|rozmowa)"
                rf" (?:ukazał\w* się|(?:został\w* )?opublikowan\w+|pojawił\w* się){_ON}"
                r" (?:w|na|we|przez|u)(?: (?-i:[a-ząćęłńóśźż]+))? "
                r"[„«\"](?P<name>[^”»\"\n]{2,50})[”»\"]"
            ),
        ),
    ),
    Wordings(
        language="sv, no, da, plainly",
        begins=_first("den |denn|dett|artik|text|sak|tekst"),
        words=frozenset("kommer hämtad publicerad publicerades hentet bragt stammer".split()),
        texts="",
        around=(
            (
                r"^\W*(?:(?:denna|den här|denne|dette) )?(?:artikeln?|texten|artikkelen|saken"
                r"|artiklen|teksten) (?:kommer från|kommer fra|stammer fra|är hämtad från"
                r"|publicerades i|är publicerad i|er hentet fra|er bragt i) " + _PAPER
            ),
        ),
    ),
    Wordings(
        language="ru, plainly",
        begins=_first("это|эта|материал|статья|текст|интервью|колонка|взят|опубликован|вышл"),
        words=frozenset(
            (
                "подготовлен подготовлена подготовлено взят взята взято опубликован"
                " опубликована опубликовано вышла"
            ).split()
        ),
        texts="",
        around=(
            (
                r"^\W*(?:этот |эта )?(?:материал|статья|текст) подготовлен[ао]?"
                r"(?: агентством| изданием| журналистами)? " + _OUTLET
            ),
            (
                r"^\W*(?:(?:этот |эта )?(?:материал|статья|текст|интервью|колонка) )?(?:взят[ао]?"
                rf"|опубликован[ао]?|вышл[аи]){_ON} (?:с|из|на|в)"
                r"(?: (?:сайта|сайте|журнала|журнале|газеты|газете|издания|издании))? " + _PAPER
            ),
        ),
    ),
)
"""All rows. Their sentences are tried at the beginning of a line only."""
