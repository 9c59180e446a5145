"""Attributions in Spanish, French, Portuguese, Italian and Romanian: one row a language."""

from typing import Final

from workers.domain.provenance.wordings import GAP, PAPER, Wordings

ROMANCE: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="es",
        words=frozenset(
            (
                "originalmente originariamente inicialmente anteriormente previamente primero"
                " primera reproducido reproducida reproduce reproducimos republicado republicada"
                " republica republicamos tomado tomada extraído extraída retomado retomada cedido"
                " cedida cortesía autorización permiso publicado publicada lea leer lee leé"
                " realizado realizada elaborado elaborada producido producida"
            ).split()
        ),
        texts=(
            r"(?:la |una )?(?:versión|traducción) (?:\w+ )?de(?: este| esta|l) \w+"
            r"|(?:est[ea]|el|la|nuestr[oa]) (?:\w+ ){0,2}?(?:artículo|articulo|nota|texto|entrada"
            "|entrevista|reportaje|columna|noticia|publicación|contenido|información|análisis"
            "|crónica|post|material|editorial|opinión|ensayo|trabajo|investigación)"
            "|artículo|nota|texto|columna|entrevista|reportaje|noticia|contenido|publicación"
            "|información|crónica|material"
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
            (
                r"original (?:fue |ha sido |se )?public(?:ad[oa]|ó)(?: el \d[\w ]{3,25})?"
                " (?:en|por)"
            ),
            "(?:con (?:la )?autorización|por cortesía|con permiso) del?",
            "(?:fue |ha sido )?(?:realizad|elaborad|producid|publicad)[oa] por",
            "le(?:er|a|e|é) (?:aquí )?(?:el|la) (?:\\w+ )?original (?:completa? )?en",
        ),
        around=(
            (
                r"^\W*(?:(?:este )?(?:artículo|texto) |nota |entrevista |columna )?publicad[oa]"
                r"(?: el [\w ]{3,25})? en (?-i:(?:el|la) (?:diario|periódico|revista|semanario) )?"
                + PAPER
            ),
        ),
    ),
    Wordings(
        language="fr",
        words=frozenset(
            (
                "initialement originellement abord premier première origine précédemment republié"
                " republiée reproduit reproduite repris reprise tiré tirée traduit traduite issu"
                " issue autorisation paru parue publié publiée lire lisez"
            ).split()
        ),
        texts=(
            r"(?:une |la )?(?:version|traduction) (?:\w+ )?de (?:cet|ce|cette) \w+"
            r"|(?:cet|cette|ce|le|la|l[’']|un|une)\s?(?:présente? )?(?:article|texte|billet"
            "|tribune|chronique|entretien|reportage|publication|contenu|enquête|interview|post"
            "|dépêche|analyse|traduction|éditorial)|article|texte|tribune|billet|chronique|entretien|contenu"
            "|reportage|enquête|publication"
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
                r"original (?:est |a été )?(?:publiée?|parue?)(?: le \d\w* \w+(?: \d{4})?)?"
                " (?:sur|dans|par|chez)"
            ),
            (
                r"(?:est |a été )?(?:republiée?|reproduite?|reprise?|traduite?|tirée?|issue?)"
                r"(?: ici)?(?: avec [\w’' ]{0,40}?)? (?:à partir d[eu]|d[eu]|depuis|avec"
                " l[’'](?:aimable )?autorisation d[eu]|sur)"
            ),
            "original (?:a été |est )(?:publiée?|parue?|diffusée?) (?:sur|dans|par|chez)",
            "(?:publiée? )?avec l[’'](?:aimable )?autorisation d[eu]",
            "(?:lire|lisez) l[’'](?:article )?original (?:sur|dans|chez)",
        ),
        around=(
            (
                r"^\W*(?:(?:cet )?(?:article|texte|tribune|entretien|interview|enquête) )?"
                r"(?:parue?|publiée?)(?: le [\w ]{3,25})? (?:dans|sur)"
                r" (?-i:le (?:journal|quotidien|magazine) |la revue )?" + PAPER
            ),
        ),
    ),
    Wordings(
        language="pt",
        words=frozenset(
            (
                "originalmente primeiro primeiramente primeira inicialmente anteriormente"
                " republicado republicada reproduzido reproduzida retirado retirada publicado"
                " publicada leia ler veja"
            ).split()
        ),
        texts=(
            r"(?:uma |a )?(?:versão|tradução) (?:\w+ )?(?:dest[ea]|do|da) \w+"
            "|(?:est[ea]|o|a|ess[ea]) (?:artigo|texto|post|matéria|reportagem|notícia|entrevista"
            "|conteúdo|coluna|crônica|crónica|publicação|análise)|artigo|texto|matéria|reportagem"
            "|conteúdo|notícia|entrevista|coluna|publicação|post"
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
            "original foi publicad[oa] (?:em|no|na|pelo|pela|por)",
            "(?:leia|ler|veja) (?:o|a) \\w+ original (?:em|no|na)",
        ),
        around=(
            (
                r"^\W*(?:(?:este )?(?:artigo|texto|matéria|reportagem|entrevista|coluna) )?"
                r"publicad[oa](?: em \d[\w/ ]{3,25})? (?:em|no|na)"
                r" (?-i:(?:jornal|revista|site|portal) )?" + PAPER
            ),
        ),
    ),
    Wordings(
        language="it",
        words=frozenset(
            (
                "originariamente originalmente inizialmente prima primo origine proviene numero"
                " tratto tratta ripubblicato ripubblicata ripreso ripresa concessione"
                " pubblicato pubblicata leggi apparso apparsa uscito uscita"
            ).split()
        ),
        texts=(
            r"(?:quest[’']|l[’'])\s?(?:articolo|intervista|inchiesta|analisi|editoriale)"
            "|(?:questo|questa|il|la) (?:articolo|testo|pezzo|post|contenuto|intervista|inchiesta"
            "|traduzione|reportage|analisi)|articolo|testo|contenuto|intervista|inchiesta|pezzo"
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
            (
                "originale (?:è )?(?:stat[oa] )?(?:pubblicat|appars|uscit)[oa]"
                " (?:su|in|da|sul|sulla|sull[’']|nel|nella)"
            ),
            "per gentile concessione (?:di|del|della|dell[’'])",
            "leggi (?:qui )?(?:l[’']articolo|il testo) originale (?:su|sul|sulla|in)",
        ),
        around=(
            (
                r"^\W*(?:(?:questo )?(?:articolo|testo|intervista|inchiesta) )?"
                r"(?:pubblicat|appars|uscit)[oa](?: il [\w ]{3,25})? (?:su|sul|sulla|in)"
                r" (?-i:(?:quotidiano|settimanale|rivista) )?" + PAPER
            ),
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
)
