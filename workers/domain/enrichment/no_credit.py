"""Sentences that name an outlet and credit it for nothing: lives, news of itself, what it is."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.citation_cues import OF_ITSELF, REPORTS, SAYS, WILL
from workers.domain.enrichment.possible_name import SourceName

_REACH: Final = 7
"""Tokens before a name that may tell whose life it is in."""
_WORKS: Final = frozenset("writes wrote written works worked reports reporting writing".split())
_BIO: Final = frozenset(
    "columnist author journalist editor correspondent contributor writer reporter freelance".split()
)


def is_work(text: AnalysedText, before: int) -> bool:
    """`writes for`, `has appeared on`: where an author works."""
    previous = text.lowered[before - 1]
    earlier = text.lowered[before - 2] if before > 1 else ""
    if text.lowered[before] == "for":
        return previous in _WORKS
    return previous in ("appeared", "featured", "published") and earlier in ("has", "have", "been")


def is_a_life(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`She is a columnist for The Guardian`: an author's life, and no credit."""
    start = max(sentence.first_token, name.first - _REACH)
    before = text.lowered[start : name.first]
    return not _BIO.isdisjoint(before) and SAYS.isdisjoint(
        text.lowered[sentence.first_token : sentence.end_token]
    )


def speaks_of_itself(text: AnalysedText, sentence: Sentence, after: int) -> bool:
    """`The Times said it would cut jobs` is about the Times."""
    if after + 2 >= sentence.end_token or text.lowered[after] not in SAYS | REPORTS:
        return False
    at = after + 1 + (text.lowered[after + 1] in ("that", "que", "dass", "che"))
    if at + 1 >= sentence.end_token:
        return False
    return text.lowered[at] in OF_ITSELF and text.lowered[at + 1] in WILL


def is_adjective(text: AnalysedText, name: SourceName) -> bool:
    """`Portuguese broadcaster RTP`: one word, and the name stands behind the noun."""
    at = name.end + 1
    return name.end - name.first == 1 and at < len(text.words) and text.words[at][0].isupper()
