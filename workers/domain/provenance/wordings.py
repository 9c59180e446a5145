"""How languages say "this text was first published by": one row a language.

To add a language, add a row. `stems` are pieces of which one stands in every wording, without a
first letter that may be a capital: they are looked for first, because looking for a piece is a
hundred times cheaper than a pattern. The other columns are regular expressions; together they
match from where the attribution begins to where the name of the outlet begins.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wordings:
    """What attributions look like in one language, up to the outlet's name."""

    language: str
    stems: tuple[str, ...]
    titled: str
    """Names for the text that its title may follow: `the post`."""
    texts: str
    """Names for the text by itself: `this article`."""
    says: tuple[str, ...]
    """What is said of it, up to and with the preposition."""
    alone: tuple[str, ...]
    """Openings that name no text: `Originally published in`."""
    source_labels: tuple[str, ...]
    """Labels before a name on a line of their own: `Source:`."""

    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The openings, ready for use."""
        says = "|".join(self.says)
        openings = [
            rf"(?:{self.titled})\s(?:.{{1,300}}?\s)?(?:{says})\s",
            rf"(?:{self.texts})(?:\s[^.!?\n]{{1,60}}?,?)?\s(?:{says})\s",
            *(rf"(?:{opening})\s" for opening in self.alone),
        ]
        return tuple(re.compile(opening, re.IGNORECASE) for opening in openings)


_EN_FIRST = "(?:first|originally|initially|previously)"
_EN_VERB = (
    "(?:published|posted|appeared|printed|ran|written|produced|reported|released|featured|aired)"
)
_EN_AT = "(?:on|in|at|by|with|for|via)(?: the (?:website|site|pages|blog) of)?"
_EN_AGAIN = "(?:re-?published|re-?printed|reproduced|cross-?posted|re-?posted|syndicated)"
_EN_NOUN = (
    "(?:post|article|story|piece|column|essay|report|op-?ed|interview|commentary|editorial|feature"
    "|text|dispatch|content|review|analysis|investigation|blog(?: post)?)"
)

ATTRIBUTIONS: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="en",
        stems=(
            *("irst ", "appeared first", "published first", "posted first", "riginal"),
            *("nitially ", "reviously ", "ermission", "ourtesy of", "yndicated", "epublished"),
            *("e-published", "eprinted", "e-printed", "eproduced", "osted from", "provided by"),
        ),
        titled="the post|the article",
        texts=rf"(?:the|this|our|an? (?:earlier |longer |shorter )?version of this) {_EN_NOUN}",
        says=(
            (
                rf"(?:was |were |is |has been |had been )?(?:also )?{_EN_FIRST} (?:been )?"
                rf"{_EN_VERB} {_EN_AT}"
            ),
            rf"(?:was |were )?{_EN_VERB} {_EN_FIRST} {_EN_AT}",
            (
                rf"(?:is |was |has been )?{_EN_AGAIN} (?:here )?"
                "(?:with (?:the )?(?:kind )?permission )?(?:from|of|courtesy of)"
            ),
            "(?:is|was|comes?|appears?) (?:here )?(?:courtesy of|by permission of|provided by)",
        ),
        alone=(
            rf"(?:this )?{_EN_FIRST} {_EN_VERB} {_EN_AT}",
            (
                rf"{_EN_AGAIN} (?:here )?(?:with (?:the )?(?:kind )?permission )?"
                "(?:from|of|courtesy of)"
            ),
            "read the original (?:article|story|post|report) (?:here )?(?:on|at|in|from)",
        ),
        source_labels=("source", "original source", "story from", "via"),
    ),
    Wordings(
        language="es",
        stems=(
            *("riginalmente", "primero ", "primera vez", "nicialmente", "eproducid", "epublicad"),
        ),
        titled="la entrada|la publicación|el artículo|el post",
        texts="est[ea] (?:artículo|entrada|nota|texto|noticia|post|reportaje|columna)",
        says=(
            (
                "(?:se publicó|fue publicad[oa]|apareció|ha sido publicad[oa]|se ha publicado)"
                " (?:primero|originalmente|por primera vez|inicialmente) (?:en|por)"
                "(?: el sitio de)?"
            ),
        ),
        alone=(
            "(?:publicad[oa]|aparecid[oa]) (?:originalmente|primero|por primera vez) (?:en|por)",
            "(?:reproducid[oa]|republicad[oa]) (?:con (?:el )?permiso )?de",
        ),
        source_labels=("fuente",),
    ),
    Wordings(
        language="fr",
        stems=("nitialement", "abord ", "en premier", "première fois", "est apparu"),
        titled="l[’']article|le post|le billet",
        texts="cet article|ce (?:texte|billet|reportage)|cette (?:tribune|analyse|enquête)",
        says=(
            (
                "(?:est|a été|a d[’']abord été|est d[’']abord) (?:initialement |d[’']abord )?"
                "(?:apparu|paru|publié|parue|publiée) (?:en premier |initialement |d[’']abord "
                "|pour la première fois )?(?:sur|dans|par|chez)(?: le site (?:de|du))?"
            ),
        ),
        alone=("(?:initialement|d[’']abord) (?:paru|publiée?|parue) (?:sur|dans|par|chez)",),
        source_labels=("source",),
    ),
    Wordings(
        language="de",
        stems=("uerst ", "rsprünglich", "unächst", "erstmals", "im original"),
        titled="der beitrag|der artikel|den beitrag|der text",
        texts=(
            "dieser (?:beitrag|artikel|text|kommentar|bericht|gastbeitrag)|dieses interview"
            "|diese (?:analyse|reportage|kolumne|recherche)"
        ),
        says=(
            (
                "(?:erschien(?:en)?|ist|wurde)"
                " (?:zuerst|ursprünglich|zunächst|erstmals|im original)"
                "(?: erschienen| veröffentlicht| publiziert)?"
                " (?:auf|in|bei|im|von|beim)(?: de[rmn])?"
            ),
        ),
        alone=(
            (
                "(?:zuerst|ursprünglich|zunächst) (?:erschienen|veröffentlicht|publiziert)"
                " (?:auf|in|bei|im|von|beim)(?: de[rmn])?"
            ),
        ),
        source_labels=("quelle",),
    ),
    Wordings(
        language="pt",
        stems=("riginalmente", "primeiro ", "nicialmente", "primeira vez"),
        titled="o post|o artigo|a matéria|a publicação",
        texts="est[ea] (?:artigo|texto|post|matéria|reportagem|notícia|coluna)",
        says=(
            (
                "(?:foi publicad[oa]|apareceu|saiu|foi) (?:originalmente|primeiro|inicialmente"
                "|pela primeira vez)(?: publicad[oa])? (?:em|no|na|pelo|pela|por)"
            ),
        ),
        alone=("publicad[oa] (?:originalmente|primeiro) (?:em|no|na|pelo|pela|por)",),
        source_labels=("fonte",),
    ),
    Wordings(
        language="it",
        stems=(
            *("riginariamente", "riginalmente", "per la prima", "nizialmente", "proviene da"),
            *("pubblicato prima", "per prim"),
        ),
        titled="l[’']articolo",
        texts=(
            "quest[’']articolo|questo (?:articolo|testo|pezzo|post)"
            "|questa (?:intervista|inchiesta|analisi)"
        ),
        says=(
            (
                "è (?:stat[oa] )?(?:originariamente |originalmente |inizialmente )?"
                "(?:pubblicat[oa]|appars[oa]|uscit[oa]) (?:originariamente |originalmente "
                "|per la prima volta |per prim[oa] |prima )?(?:su|in|da|dal|sul|sulla|nel)"
            ),
            "proviene da",
        ),
        alone=(),
        source_labels=("fonte",),
    ),
    Wordings(
        language="nl",
        stems=("eerder ", "eerst ", "oorspronkelijk"),
        titled="het bericht",
        texts="dit (?:artikel|bericht|stuk|verhaal|interview)|deze (?:column|reportage)",
        says=(
            (
                "(?:verscheen|is|werd) (?:eerder|eerst|oorspronkelijk|als eerste|voor het eerst)"
                "(?: verschenen| gepubliceerd)? (?:op|in|bij|door)"
            ),
        ),
        alone=(),
        source_labels=("bron",),
    ),
    Wordings(
        language="id",
        stems=("pertama kali", "sebelumnya", "awalnya"),
        titled="artikel|tulisan|postingan",
        texts="(?:artikel|tulisan|berita) ini",
        says=(
            (
                "(?:pertama kali|sebelumnya|awalnya) (?:di)?"
                "(?:terbit|tayang|tampil|publikasi|muat|muncul)(?:kan)?"
                " (?:di|oleh|pada)(?: situs| laman)?"
            ),
        ),
        alone=(),
        source_labels=("sumber",),
    ),
    Wordings(
        language="ru",
        stems=("впервые", "первоначально", "изначально", "сначала"),
        titled="запись|сообщение",
        texts="(?:эта |этот |данный )?(?:статья|материал|текст)",
        says=(
            (
                r"(?:был[аои]? )?(?:впервые|первоначально|изначально|сначала) (?:был[аои]? )?"
                r"(?:опубликован\w*|появил\w*|вышл[аои]|вышел)"
                "(?: на сайте| на| в| сайтом| изданием)?"
            ),
        ),
        alone=(),
        source_labels=("источник",),
    ),
)

OPENINGS: Final = {row.language: row.patterns() for row in ATTRIBUTIONS}
"""Each language's patterns."""

_BY_STEM: Final = tuple((stem, row) for row in ATTRIBUTIONS for stem in row.stems)
_NARROW: Final = tuple((stem, row) for stem, row in _BY_STEM if max(stem) <= "\xff")
_WIDE: Final = tuple((stem, row) for stem, row in _BY_STEM if max(stem) > "\xff")


def languages_of(text: str) -> tuple[Wordings, ...]:
    """The rows that may say something in this text, by their stems."""
    # Python finds a needle several times as fast in a string that has no sign beyond Latin-1
    narrow = text if text.isascii() else text.encode("latin-1", "replace").decode("latin-1")
    found = [row for stem, row in _NARROW if stem in narrow]
    if narrow is not text:
        found += [row for stem, row in _WIDE if stem in text]
    return tuple({row.language: row for row in found}.values()) if found else ()
