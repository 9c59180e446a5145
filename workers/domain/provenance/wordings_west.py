"""Attributions in the languages of Western Europe and the Americas: one row a language."""

from typing import Final

from workers.domain.provenance.wordings import GAP, Wordings

_EN_FIRST = "(?:first|originally|initially|previously)"
_EN_VERB = (
    "(?:published|posted|appeared|printed|ran|run|written|produced|reported|released|featured"
    "|aired|carried|issued|shared|distributed|broadcast)"
)
_EN_AT = "(?:over at|on|in|at|by|with|for|via|to)"
_EN_AGAIN = (
    "(?:re-?published|re-?printed|reproduced|cross-?posted|re-?posted|re-?run|syndicated"
    "|excerpted|adapted|translated)"
)
_EN_LEAVE = (
    r"(?:,? (?:with|by) (?:the )?(?:\w+ ){0,2}permission|,? under (?:an? |the )?[\w .-]{0,50}?"
    r"(?:licen[cs]e|agreement|commons)(?: licen[cs]e)?|,? (?:through|as part of) [\w ’'-]{0,60}?"
    r"|,? courtesy|,? in (?:full|part))"
)
_EN_NOUN = (
    "(?:article|story|stories|post|piece|column|essay|report|op-?ed|interview|commentary|feature"
    "|editorial|text|dispatch|content|review|analysis|investigation|entry|excerpt|transcript"
    "|blog(?: post)?|opinion(?: piece)?|reporting|podcast|material|project|item|recipe)"
)

WESTERN: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="en",
        words=frozenset(
            (
                "first originally initially previously permission courtesy syndicated republished"
                " re-published reprinted re-printed reproduced crossposted cross-posted reposted"
                " re-posted provided produced supplied distributed excerpted adapted translated"
                " original partners partnership version"
            ).split()
        ),
        texts=(
            r"except for the (?:headline|title),? this story|(?:an? )?(?:[\w-]+ )?(?:version"
            r"|part|portion)s? of (?:this|the) (?:[\w-]+ )?"
            rf"{_EN_NOUN}|(?:this|these|the following|our) (?:[\w’'-]+ ){{0,3}}?{_EN_NOUN}"
            r"|the (?:article|post|story|piece|essay|column|interview|original|above)"
            rf"|{_EN_NOUN}(?= (?:by|{_EN_FIRST}|and|courtesy|provided|{_EN_AGAIN}))"
        ),
        says=(
            (
                rf"(?:(?:was|were|is|has been|had been|have been) )?(?:also )?{_EN_FIRST}"
                rf" (?:been )?{_EN_VERB}{GAP} {_EN_AT}"
            ),
            rf"(?:was |were )?{_EN_VERB} {_EN_FIRST}(?: \w+)? (?:on|in|at|by|with|for|via)",
            (
                rf"(?:(?:has been|was|were|is|are|being) )?{_EN_AGAIN}(?: here)?{_EN_LEAVE}{{0,2}}"
                "(?: (?:from|of|courtesy of)| the [a-z]+ of)"
            ),
            (
                rf"(?:is |was |are )?(?:shared|used|published|reproduced)(?: here)?{_EN_LEAVE}"
                " (?:from|of|by|with)"
            ),
            (
                "(?:comes?|came|appears?|is|was)(?: here| to (?:you|us))? (?:courtesy of|by"
                " permission of|with (?:the )?permission of|provided by|produced by|supplied by"
                "|distributed by|via a partnership with|from our partners? at)"
            ),
            (
                r"(?:published|generated|taken) from an? (?:\w+ )?(?:syndicated|agency|wire)[\w ]*"
                " (?:of|from|by)"
            ),
            (
                "(?:read|see|view) the (?:full )?original (?:article|story|post|report|version)"
                "(?: here)? (?:on|at|in|from)"
            ),
        ),
        around=(
            (
                rf"(?:version|part|excerpt) of (?:this|the) {_EN_NOUN} (?:was |has |is )?(?:been )?"
                rf"{_EN_VERB}{GAP} {_EN_AT} (?P<name>[A-Z][^.\n]{{1,60}})"
            ),
            r"^\W*published (?:with|by) (?:the )?(?:\w+ )?permission of (?P<name>[^.\n]{2,60})",
            (
                r"^\W*original(?:ly)? (?:article|post|story|source|publication|link)\s*:\s*"
                r"(?P<name>[^.\n]{2,60}(?:\.[a-z]{2,3}\b)?)"
            ),
        ),
    ),
    Wordings(
        language="es",
        words=frozenset(
            (
                "originalmente originariamente inicialmente anteriormente previamente primero"
                " primera reproducido reproducida reproduce reproducimos republicado republicada"
                " republica republicamos tomado tomada extraído extraída retomado retomada cedido"
                " cedida cortesía autorización permiso"
            ).split()
        ),
        texts=(
            r"(?:la |una )?(?:versión|traducción) (?:\w+ )?de(?: este| esta|l) \w+"
            r"|(?:est[ea]|el|la|nuestr[oa]) (?:\w+ ){0,2}?(?:artículo|articulo|nota|texto|entrada"
            "|entrevista|reportaje|columna|noticia|publicación|contenido|información|análisis"
            "|crónica|post|material|editorial|opinión|ensayo|trabajo|investigación)"
            "|artículo|nota|texto|columna"
        ),
        says=(
            (
                r"(?:se |fue |ha sido |se ha )?(?:public[oóa]\w*|apareci\w*|aparece|salió|difundid"
                r"[oa])(?:\s\w+){0,3}? (?:primero|originalmente|originariamente|inicialmente"
                rf"|por primera vez|anteriormente|previamente){GAP} (?:en|por|como)"
                "(?: (?:el|la) (?:sitio|blog|diario|periódico|portal|revista|web)(?: de)?)?"
            ),
            (
                "(?:fue )?(?:originalmente|originariamente|inicialmente|previamente) "
                rf"(?:publicad[oa]|aparecid[oa]){GAP} (?:en|por)"
            ),
            (
                "(?:tomad|reproducid|republicad|extraíd|retomad|cedid)[oa](?: con (?:la |el )?"
                "(?:debida )?(?:autorización|permiso))? (?:del?|desde|por)"
            ),
            (
                r"(?:se (?:reproduce|republica|publica)|reproducimos|republicamos|publicamos)"
                r"(?:\s\w+){0,4}? (?:con (?:la )?(?:autorización|permiso|cortesía) del?|gracias a)"
            ),
            "(?:con (?:la )?autorización|por cortesía|con permiso) del?",
        ),
    ),
    Wordings(
        language="fr",
        words=frozenset(
            (
                "initialement originellement abord premier première origine précédemment republié"
                " republiée reproduit reproduite repris reprise tiré tirée traduit traduite issu"
                " issue autorisation"
            ).split()
        ),
        texts=(
            r"(?:une |la )?(?:version|traduction) (?:\w+ )?de (?:cet|ce|cette) \w+"
            r"|(?:cet|cette|ce|le|la|l[’']|un|une)\s?(?:présente? )?(?:article|texte|billet"
            "|tribune|chronique|entretien|reportage|publication|contenu|enquête|interview|post"
            "|dépêche|analyse|traduction|éditorial)|article|texte|tribune"
        ),
        says=(
            (
                r"(?:a |est |a été )?(?:initialement|originellement|d[’']abord|précédemment"
                "|en premier(?: lieu)?|pour la première fois|à l[’']origine) (?:été )?"
                rf"(?:publiée?|parue?|diffusée?|apparue?|postée?){GAP} (?:sur|dans|par|chez|au)"
                "(?: le (?:site|blog)(?: (?:de|du))?)?"
            ),
            (
                "(?:est |a été |a )?(?:publiée?|parue?|apparue?|diffusée?) (?:initialement"
                "|d[’']abord|précédemment|en premier|pour la première fois|à l[’']origine)"
                rf"{GAP} (?:sur|dans|par|chez|au)(?: le (?:site|blog)(?: (?:de|du))?)?"
            ),
            (
                r"(?:est |a été )?(?:republiée?|reproduite?|reprise?|traduite?|tirée?|issue?)"
                r"(?: ici)?(?: avec [\w’' ]{0,40}?)? (?:à partir d[eu]|d[eu]|depuis|avec"
                " l[’'](?:aimable )?autorisation d[eu]|sur)"
            ),
            "avec l[’'](?:aimable )?autorisation d[eu]",
        ),
    ),
    Wordings(
        language="pt",
        words=frozenset(
            (
                "originalmente primeiro primeiramente primeira inicialmente anteriormente"
                " republicado republicada reproduzido reproduzida retirado retirada"
            ).split()
        ),
        texts=(
            r"(?:uma |a )?(?:versão|tradução) (?:\w+ )?(?:dest[ea]|do|da) \w+"
            "|(?:est[ea]|o|a|ess[ea]) (?:artigo|texto|post|matéria|reportagem|notícia|entrevista"
            "|conteúdo|coluna|crônica|crónica|publicação|análise)|artigo|texto|matéria|reportagem"
        ),
        says=(
            (
                "(?:foi |é )?(?:publicad[oa]|apareceu|veiculad[oa]|divulgad[oa]|saiu|aparece)"
                " (?:originalmente|primeiro|primeiramente|pela primeira vez|inicialmente"
                rf"|anteriormente|em primeira mão){GAP} (?:em|no|na|pelo|pela|por)"
            ),
            (
                "(?:foi )?(?:originalmente|primeiro|inicialmente|anteriormente) "
                rf"(?:publicad[oa]|veiculad[oa]){GAP} (?:em|no|na|pelo|pela|por)"
            ),
            (
                "(?:foi )?(?:republicad|reproduzid|retirad)[oa](?: com (?:a )?(?:autorização"
                "|permissão))? (?:a partir d[eoa]|d[eoa])"
            ),
        ),
    ),
    Wordings(
        language="it",
        words=frozenset(
            (
                "originariamente originalmente inizialmente prima primo origine proviene numero"
                " tratto tratta ripubblicato ripubblicata ripreso ripresa concessione"
            ).split()
        ),
        texts=(
            r"(?:quest[’']|l[’'])\s?(?:articolo|intervista|inchiesta|analisi|editoriale)"
            "|(?:questo|questa|il|la) (?:articolo|testo|pezzo|post|contenuto|intervista|inchiesta"
            "|traduzione|reportage|analisi)|articolo"
        ),
        says=(
            (
                "(?:è )?(?:stat[oa] )?(?:pubblicat[oa]|appars[oa]|uscit[oa]) (?:originariamente"
                "|originalmente|inizialmente|per la prima volta|per prim[oa]|prima|in origine)"
                rf"{GAP} (?:su|in|da|dal|dalla|sul|sulla|sull[’']|nel|nella)"
            ),
            (
                "(?:è )?(?:stat[oa] )?(?:originariamente|originalmente|inizialmente|in origine) "
                rf"(?:pubblicat[oa]|appars[oa]){GAP}"
                " (?:su|in|da|dal|dalla|sul|sulla|sull[’']|nel|nella)"
            ),
            "(?:proviene|tratt[oa]|ripubblicat[oa]|ripres[oa]) (?:da|dal|dalla|dall[’'])",
            (
                "(?:è )?(?:uscit|pubblicat|appars)[oa] (?:sul|nel) numero (?:di \\w+ )?(?:di|del"
                "|della)"
            ),
            "per gentile concessione (?:di|del|della|dell[’'])",
        ),
    ),
    Wordings(
        language="de",
        words=frozenset(
            (
                "zuerst ursprünglich zunächst erstmals original genehmigung übernommen nachdruck"
                " übersetzt übermittelt"
            ).split()
        ),
        texts=(
            r"(?:eine )?(?:fassung|version|übersetzung) dieses \w+"
            r"|(?:diese[rs]?|der|die|das|den) (?:\w+ )?\w*(?:artikel|beitrag|text|kommentar|essay"
            "|interview|bericht|post|kolumne|reportage|analyse|eintrag|recherche|meldung|inhalt"
            ")s?|artikel|beitrag|text"
        ),
        says=(
            (
                "(?:ist |wurde )?(?:erschien(?:en)?|veröffentlicht|publiziert) (?:zuerst"
                rf"|ursprünglich|zunächst|erstmals|im original){GAP}"
                " (?:auf|in|bei|im|von|beim|unter|durch)(?: de[rmn])?"
            ),
            (
                "(?:ist |wurde |erschien )?(?:zuerst|ursprünglich|zunächst|erstmals|im original)"
                r"(?: am [\d.]+(?: \w+)?(?: \d{4})?)?(?: auf \w+)?(?: erschienen| veröffentlicht"
                "| publiziert)?(?: am [\\d.]+(?: \\w+)?(?: \\d{4})?)?"
                " (?:auf|in|bei|im|von|beim|unter)(?: de[rmn])?"
            ),
            (
                "(?:wurde |ist )?(?:übernommen|nachdruck|übersetzt)"
                "(?: mit (?:freundlicher )?genehmigung)? (?:von|aus|des|der)(?: de[rmn])?"
            ),
            "mit (?:freundlicher )?genehmigung (?:von|des|der|aus)",
            (
                r"(?:erschien(?:en)?|veröffentlicht) am [\d.]+(?: \w+)?(?: \d{4})?"
                " (?:zuerst|ursprünglich|zunächst|erstmals)"
                " (?:auf|in|bei|im|von|beim)(?: de[rmn])?"
            ),
            "übermittelt durch",
        ),
    ),
    Wordings(
        language="nl",
        words=frozenset("eerder eerst oorspronkelijk eerste overgenomen vertaald".split()),
        texts=(
            "(?:dit|het|deze|de) (?:artikel|bericht|stuk|verhaal|interview|column|blog|post|tekst"
            "|opiniestuk|reportage)"
        ),
        says=(
            (
                "(?:verscheen|is|werd) (?:eerder|eerst|oorspronkelijk|als eerste|voor het eerst)"
                f"(?: verschenen| gepubliceerd)?{GAP} (?:op|in|bij|door)"
            ),
            "(?:eerder|eerst|oorspronkelijk) (?:verschenen|gepubliceerd) (?:op|in|bij|door)",
            "(?:overgenomen|vertaald) (?:van|uit|met toestemming van)",
        ),
    ),
    Wordings(
        language="ro",
        words=frozenset(
            "inițial iniţial prima întâi preluat preluată republicat republicată".split()
        ),
        texts=(
            "(?:acest|această) (?:articol|material|text|știre|ştire|postare|interviu|analiză)"
            "|articol(?:ul)?|material(?:ul)?|text(?:ul)?|știrea|postarea"
        ),
        says=(
            (
                "(?:a )?(?:apărut|apare|fost publicat\\w*|publicat\\w*) (?:inițial|iniţial"
                "|mai întâi|prima dată|pentru prima dată) (?:pe|în|de|la)(?: site-ul)?"
            ),
            "(?:inițial|iniţial) (?:a )?(?:apărut|publicat\\w*) (?:pe|în|de|la)",
            "(?:a fost )?(?:preluat\\w*|republicat\\w*) (?:de pe|din|de la|cu acordul)",
        ),
    ),
    Wordings(
        language="sv",
        words=frozenset("först ursprungligen".split()),
        texts="(?:denna|den här) (?:artikel|text|krönika|intervju)n?|artikeln|inlägget|texten",
        says=(
            "dök först upp (?:på|i|hos)",
            (
                "(?:publicerades|dök upp|har publicerats|är|stod|var) (?:först|ursprungligen)"
                f"(?: publicerad)?{GAP} (?:på|i|av|hos)"
            ),
            "(?:har )?(?:först|ursprungligen) publicer\\w+ (?:på|i|av|hos)",
        ),
    ),
    Wordings(
        language="no",
        words=frozenset("først opprinnelig".split()),
        texts=(
            "(?:denne|dette) (?:artikkelen|innlegget|saken|teksten|kronikken|kommentaren)"
            "|artikkelen|innlegget|saken|teksten|kronikken"
        ),
        says=(
            (
                "(?:ble|er|var|sto) (?:først|opprinnelig) (?:publisert|trykket|på trykk)"
                " (?:på|i|av|hos)"
            ),
            "dukket først opp (?:på|i|hos)",
            "(?:ble |er )?(?:publisert|dukket opp|sto) (?:først|opprinnelig) (?:på|i|av|hos)",
        ),
    ),
    Wordings(
        language="da",
        words=frozenset("først oprindelig oprindeligt".split()),
        texts="(?:denne|dette) (?:artikel|indlæg|tekst|historie)|artiklen|indlægget|teksten",
        says=(
            "dukkede først op (?:på|i|hos)",
            (
                "(?:blev|er|udkom|har været) (?:først|oprindeligt?)"
                "(?: udgivet| bragt| offentliggjort| publiceret| trykt)? (?:på|i|af|hos)"
            ),
            "(?:udgivet|bragt|offentliggjort|dukkede op) (?:først|oprindeligt) (?:på|i|af|hos)",
        ),
    ),
    Wordings(
        language="fi",
        words=frozenset("alun ensimmäisen ensin".split()),
        texts="tämä (?:artikkeli|kirjoitus|juttu)|artikkeli|kirjoitus|juttu",
        says=(
            ("(?:on )?(?:julkaistu|ilmestyi|julkaistiin) (?:alun perin|ensimmäisen kerran|ensin)"),
            "(?:alun perin|ensin) (?:julkaistu|ilmestynyt)",
        ),
        around=(
            r"(?:alun perin|ensin) (?P<name>[^.\n]{2,40}?)(?:-lehdessä|-sivustolla|:ssa|:ssä)",
        ),
    ),
)
