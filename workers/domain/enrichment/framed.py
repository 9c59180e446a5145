"""Credits whose words stand apart from the name: around it, or in its case."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.citation_cues import QUOTES, REPORTS, SAYS
from workers.domain.enrichment.known_names import has_cases
from workers.domain.enrichment.possible_name import SourceName

_AUXILIARY: Final = frozenset("hat hatte hatten haben heeft had hadden hebben".split())
_ADVERBS: Final = frozenset(
    "zuvor zuerst zunächst bereits auch schon darüber eerder al eerst ook als erstes".split()
)
_PARTICIPLES: Final = frozenset(
    "berichtet gemeldet geschrieben veröffentlicht enthüllt recherchiert aufgedeckt gemeld bericht"
    " geschreven onthuld".split()
)
_SAID_TO: Final = frozenset(
    "powiedział powiedziała przekazał przekazała poinformował poinformowała"
    " řekl řekla сказал сказала заявил заявила рассказал"
    " рассказала пояснил объяснил сказав розповів розповіла заявив".split()
)
"""Verbs of languages whose datives need no preposition: `powiedział PAP rzecznik`."""
_TO_WHOM: Final = frozenset(
    "kepada gegenüber auprès à au a al ao à alla tegen till til gazetesine изданию газете агентству"
    " телеканалу виданню газеті pentru".split()
)
_DATIVE: Final = (
    "у",
    "ові",
    "ю",
    "mu",
    "ovi",
    "lu",
    "zi",
    "zie",
    "ze",
    "cie",
    "ej",
    "е",
    "і",
    "ям",
)
_DATIVE_ADJECTIVE: Final = ("ému", "emu", "ому")
_NEAR: Final = 7
_FAR: Final = 14
_SPEAKS: Final = SAYS | REPORTS


def is_framed(text: AnalysedText, sentence: Sentence, name: SourceName, before: int) -> bool:
    """Whether words that do not stand beside an outlet's name credit it.

    `Zuvor hatte der NDR darüber berichtet`, `Kepada Tempo, nelayan mengaku`, and `řekl kapitán
    Českému rozhlasu`, where the name itself is in another case. `before` is the token before it.
    """
    if before >= sentence.first_token:
        at = before
        while at > sentence.first_token and text.lowered[at] in _ADVERBS:
            at -= 1
        behind = text.lowered[name.end : min(sentence.end_token, name.end + _FAR)]
        if text.lowered[at] in _AUXILIARY:
            return not _PARTICIPLES.isdisjoint(behind)
        if before == name.first - 1 and text.lowered[before] in _SAID_TO:
            return True
        if before == sentence.first_token and text.lowered[before] in _TO_WHOM:
            return not _SPEAKS.isdisjoint(behind)
    if _has_reported(text, sentence, name):
        return True
    return _is_oblique(text, name) and _spoke_to(text, sentence, name.first)


def _has_reported(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`Der „Spiegel“ hatte zuerst darüber berichtet`: the participle ends the sentence."""
    at = name.end
    while at < sentence.end_token and text.lowered[at] in QUOTES:
        at += 1
    if at >= sentence.end_token or text.lowered[at] not in _AUXILIARY:
        return False
    return not _PARTICIPLES.isdisjoint(text.lowered[at + 1 : min(sentence.end_token, at + _FAR)])


def _is_oblique(text: AnalysedText, name: SourceName) -> bool:
    """Whether a name may be in the dative, in the languages that have one."""
    last = text.words[name.end - 1]
    if last[0].islower():
        return last.endswith(_DATIVE) or text.words[name.first].endswith(_DATIVE_ADJECTIVE)
    return name.outlet is not None and has_cases(name.outlet) and name.name not in name.outlet.names


def _spoke_to(text: AnalysedText, sentence: Sentence, first: int) -> bool:
    near = text.lowered[max(sentence.first_token, first - _NEAR) : first]
    return not SAYS.isdisjoint(near)
