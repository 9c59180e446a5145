"""The language and the script that a text is written in."""

from functools import cache
from typing import Any, Final

import eldc

from schemas.enriched_article import DetectedLanguage
from workers.domain.enrichment.scripts import script_of

SAMPLE: Final = 2_000
"""Characters that are looked at: the answer for whole articles is the same (and eldc itself reads
about 1,000 bytes)."""
FEWEST_LETTERS: Final = 12
"""Fewer letters than this are no text to judge by; a third of it where a sign is a word."""
UNRELIABLE: Final = 0.5
"""The most confidence in an answer that eldc itself calls unreliable."""
_UNKNOWN = "und"
_DENSE = frozenset(("Hani", "Jpan", "Hang"))


@cache
def _detector() -> Any:  # the library ships no types
    eldc.init()
    return eldc.instance()


def detect_language(text: str) -> DetectedLanguage:
    """The language of a text: `und` with confidence 0 where it has too few letters to tell."""
    # eldc takes UTF-8 and stops at NUL
    sample = text[:SAMPLE].replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    script, letters = script_of(sample)
    fewest = FEWEST_LETTERS // 3 if script in _DENSE else FEWEST_LETTERS
    if letters < fewest:
        return DetectedLanguage(code=_UNKNOWN, script=script, confidence=0.0)
    answer = _detector().detect_details(sample)
    code = str(answer.language)
    if code == _UNKNOWN:
        return DetectedLanguage(code=_UNKNOWN, script=script, confidence=0.0)
    score = float(answer.scores.get(code, 0.0))
    score = score if answer.reliable else min(score, UNRELIABLE)
    return DetectedLanguage(
        code=code, script=script, confidence=round(min(max(score, 0.0), 1.0), 3)
    )
