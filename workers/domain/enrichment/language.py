"""The language and the script that a text is written in."""

from bisect import bisect_right
from typing import Final

from schemas.enriched_article import DetectedLanguage
from workers.domain.enrichment.language_choice import DOUBTFUL, Ground, choose
from workers.domain.enrichment.language_detectors import UNKNOWN, votes
from workers.domain.enrichment.language_evidence import evidence
from workers.domain.enrichment.language_neighbours import TOGETHER
from workers.domain.enrichment.scripts import UNKNOWN as NO_SCRIPT
from workers.domain.enrichment.scripts import scripts_of

FEWEST_LETTERS: Final = 8
"""Fewer letters than this are no text to judge by, where a script serves many languages."""
FEWEST_SIGNS: Final = 3
"""The same where a sign is a word, or where the script is of one language."""
LATIN_NAMES: Final = 10
"""Latin letters to each of another script up to which they are taken for names in it: firms and
places stand in Latin letters in the headlines of half the world, hardly ever the other way."""
LATIN_NAMES_TO_A_SIGN: Final = 4
_DENSE: Final = frozenset(("Hani", "Jpan", "Hang"))
_ONE_LANGUAGE: Final = {
    "Armn": "hy", "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Hang": "ko",
    "Jpan": "ja", "Khmr": "km", "Knda": "kn", "Laoo": "lo", "Mlym": "ml", "Mymr": "my",
    "Orya": "or", "Sinh": "si", "Taml": "ta", "Telu": "te", "Thaa": "dv", "Thai": "th",
    "Tibt": "bo",
}  # fmt: skip
"""Scripts in which nearly all news is of one language."""

_LENGTHS: Final = (25, 40)
"""Letters between which the share of right answers differs."""
_RIGHT: Final = {
    Ground.SCRIPT: (0.99, 0.99, 0.99),
    Ground.BOTH: (0.98, 0.99, 0.99),
    Ground.NEIGHBOUR: (0.88, 0.97, 0.98),
    Ground.CLD2: (0.88, 0.96, 0.98),
    Ground.BOTH_UNSURE: (0.89, 0.89, 0.97),
    Ground.WORDS: (0.85, 0.85, 0.89),
    Ground.SURE: (0.7, 0.8, 0.85),
    Ground.GUESS: (0.5, 0.5, 0.5),
}
"""Share of right answers by ground and length, measured on 15,000 texts in 109 languages and put
down a little for texts of other kinds: docs/decisions/0013."""
_OPEN: Final = frozenset((Ground.GUESS, Ground.WORDS, Ground.BOTH_UNSURE, Ground.SURE))
DECLARED: Final = 0.85
"""Confidence where the text left it open and the source's own word decided."""


def detect_language(text: str, declared: str | None = None) -> DetectedLanguage:
    """The language of a text: `und` with confidence 0 where it has too few words to tell.

    Addresses, handles, figures and codes count for nothing. What the source declares (a BCP 47
    tag) decides between near languages that the text leaves open, and never more than that.
    """
    words = evidence(text)
    counts = scripts_of(words)
    script = max(sorted(counts), key=counts.__getitem__, default=NO_SCRIPT)
    leading = _leading(counts, script)
    certain = leading in _DENSE or leading in _ONE_LANGUAGE
    if counts.total() < (FEWEST_SIGNS if certain else FEWEST_LETTERS):
        return DetectedLanguage(code=UNKNOWN, script=script, confidence=0.0)
    if leading in _ONE_LANGUAGE:
        code, ground = _ONE_LANGUAGE[leading], Ground.SCRIPT
    else:
        plain = words if leading == script else _without_latin(words)
        code, ground = choose(plain, leading, votes(plain, DOUBTFUL))
    if code == UNKNOWN:
        return DetectedLanguage(code=UNKNOWN, script=script, confidence=0.0)
    confidence = _RIGHT[ground][bisect_right(_LENGTHS, counts.total())]
    named = (declared or "").replace("_", "-").split("-")[0].lower()
    named = {"nb": "no", "nn": "no"}.get(named, named)
    if named == code:
        confidence = round((1 + confidence) / 2, 3)
    elif ground in _OPEN and any(code in near and named in near for near in TOGETHER):
        code, confidence = named, DECLARED
    return DetectedLanguage(code=code, script=script, confidence=confidence)


def _leading(counts: dict[str, int], script: str) -> str:
    """The script that tells the language: names in Latin letters may outnumber its letters."""
    others = counts.keys() - {"Latn"}
    if script != "Latn" or not others:
        return script
    other = max(sorted(others), key=counts.__getitem__)
    names = LATIN_NAMES_TO_A_SIGN if other in _DENSE else LATIN_NAMES
    return other if counts[other] * names >= counts["Latn"] else script


def _without_latin(words: str) -> str:
    return "".join(" " if sign.isascii() and sign.isalpha() else sign for sign in words)
