"""Whether a sentence credits a name for a fact: by the words on either side of it."""

from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.citation_cues import (
    ASKED_BY,
    BETWEEN,
    CREDIT_NOUNS,
    CREDITS,
    HOLDS,
    LATER,
    MEDIA,
    NOUNS_BEHIND,
    PRINTS,
    QUOTES,
    REPORTS,
    SAYS,
    STRONG,
    TO,
)
from workers.domain.enrichment.framed import is_framed
from workers.domain.enrichment.no_credit import (
    is_a_life,
    is_adjective,
    is_work,
    speaks_of_itself,
)
from workers.domain.enrichment.possible_name import SourceName

_REACH: Final = 7
"""Tokens between `said` and `to Reuters`: `said late on Monday in Rome to`."""
_LONGEST_PERSON: Final = 4
"""Tokens of a reporter's name."""
_SIGN: Final = 5
"""Letters of the longest call sign: behind a word that credits it is no word."""
_BROUGHT_OUT: Final = frozenset("first originally is are".split())
_CLAUSE: Final = 14
"""Tokens within which a relative clause behind a name ends."""
_HELD: Final = HOLDS | {"saw", "reported", "broke", "published", "reviewed", "interviewed"}
_RAN: Final = frozenset("aired broadcast".split())
_ONCE: Final = frozenset("first originally".split())
_SCHOLARLY: Final = frozenset("the a medical scientific academic peer-reviewed".split())
"""`in the journal X` is science in English, and news in French."""
_PAPERS: Final = frozenset(
    "newspaper daily weekly broadcaster tabloid magazine paper newsletter newswire periódico diario"
    " quotidien hebdomadaire tageszeitung nachrichtenagentur zeitung jornal quotidiano".split()
)
"""Nouns for outlets that name nothing else, wherever they stand."""


def is_credited(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """Whether the sentence credits the name for something, and is not about it."""
    lowered = text.lowered
    before, noun, passed = _before(text, sentence, name)
    after, noun_behind = _after(text, sentence, name)
    if noun_behind and not (name.sure or name.outlet) and is_adjective(text, name):
        return False
    media = noun or noun_behind or _apposition(text, sentence, name)
    known = name.outlet is not None
    cue = lowered[before] if before >= sentence.first_token else ""
    if not (name.sure or known or name.article or media or is_quoted(text, name)):
        return _prints_or_holds(text, sentence, before)
    if cue in TO and before > sentence.first_token and is_work(text, before):
        return False
    if is_a_life(text, sentence, name) or speaks_of_itself(text, sentence, after):
        return False
    verb = lowered[after] if after < sentence.end_token else ""
    passed = passed or name.start_char > text.starts[name.first]
    strong = _follows_strongly(text, before, sentence, cue) or verb in STRONG
    if media:
        return bool(
            cue in CREDITS
            or cue in REPORTS
            or cue in SAYS
            or cue in TO
            or verb in REPORTS
            or verb in SAYS
        ) or _says_near(text, sentence, name)
    if (
        is_quoted(text, name)
        and (cue in CREDITS or cue in STRONG)
        and text.words[name.first][0] < "Ѐ"
    ):
        return True
    if name.sure:
        plain = verb in REPORTS or verb in SAYS or _follows(text, before, sentence, cue)
        plain = plain or verb in NOUNS_BEHIND or (passed and _said_to(text, before, sentence))
        plain = plain or _show(text, sentence, name, cue) or _opens(text, sentence, name)
        plain = plain or strong or _by_its_own(text, sentence, name)
        return plain or is_framed(text, sentence, name, before)
    if known or name.article:
        said_to = known and (cue in TO or passed) and _said_to(text, before, sentence)
        sign = known and name.name.isupper() and len(name.name) <= _SIGN
        short = sign and (cue in CREDITS or is_framed(text, sentence, name, before))
        return strong or said_to or short or _prints_or_holds(text, sentence, before)
    return False


def _before(text: AnalysedText, sentence: Sentence, name: SourceName) -> tuple[int, bool, bool]:
    """The token before the name that is no article, adjective or mark.

    And whether a noun for outlets stood between, and whether a word that was passed may be a
    preposition: `a`, `dem`.
    """
    at, noun, passed = name.first - 1, False, False
    least = max(sentence.first_token, name.first - _REACH)
    while at >= least:
        word = text.lowered[at]
        if word in MEDIA and not (word == "journal" and text.lowered[at - 1] in _SCHOLARLY):
            noun = True
        elif word not in QUOTES and not (word in BETWEEN and word not in ("by", "in", "from")):
            break
        passed = passed or word in TO
        at -= 1
    return at, noun, passed


def _after(text: AnalysedText, sentence: Sentence, name: SourceName) -> tuple[int, bool]:
    at, noun = _behind_clause(text, sentence, name.end), False
    end = min(sentence.end_token, at + 6)
    while at < end:
        word = text.lowered[at]
        if word in MEDIA and text.words[at] == word:
            noun = noun or at - name.end < 2
        elif (word in ("’s", "'s") and at + 1 < end and text.words[at + 1][0].isupper()) or (
            word not in QUOTES and word not in LATER and word != ","
        ):
            break
        at += 1
    return at, noun


def _behind_clause(text: AnalysedText, sentence: Sentence, at: int) -> int:
    """`The Times, which saw the letters, said`: behind what is told of the outlet between."""
    if text.lowered[at : at + 2] != [",", "which"]:
        return at
    clause = text.lowered[at + 2 : min(sentence.end_token, at + _CLAUSE)]
    if "," not in clause or _HELD.isdisjoint(clause):
        return at
    return at + 3 + clause.index(",")


def _follows(text: AnalysedText, before: int, sentence: Sentence, cue: str) -> bool:
    """Whether the words before a sure name credit it."""
    if before < sentence.first_token:
        return False
    if cue in CREDITS or cue in REPORTS or cue in CREDIT_NOUNS:
        return True
    if cue == "by":
        previous = text.lowered[before - 1]
        if text.lowered[before - 2] in _BROUGHT_OUT and previous == "published":
            return False  # who brought out a book
        return (
            previous in REPORTS
            or previous in CREDIT_NOUNS
            or previous in ASKED_BY
            or previous in HOLDS
        )
    if cue == "for":  # `writes about rivers for X`: where somebody works
        return not CREDIT_NOUNS.isdisjoint(text.lowered[max(0, before - _REACH) : before])
    if cue in TO:
        return _said_to(text, before, sentence) and not _shown_once(text, before)
    return cue in (",", ":", "(") and _listed(text, before, sentence)


def _shown_once(text: AnalysedText, before: int) -> bool:
    """`the series first aired on X`: where a programme ran, and no interview."""
    if text.lowered[before - 1] not in _RAN or text.lowered[before - 2] not in _ONCE:
        return False
    return CREDIT_NOUNS.isdisjoint(text.lowered[max(0, before - _REACH) : before])


def _follows_strongly(text: AnalysedText, before: int, sentence: Sentence, cue: str) -> bool:
    if before < sentence.first_token:
        return False
    if cue in CREDIT_NOUNS and text.lowered[before + 1] in TO:
        return True
    if cue in STRONG or cue in ("told", "telling", "dilansir", "dikutip"):
        return True
    if cue in (
        "de",
        "d’",
        "von",
        "van",
        "des",
        "der",
        "del",
        "di",
        "to",
        "by",
        "par",
        "por",
        "przez",
        "con",
        "mit",
        "with",
        "по",
        "от",
        "from",
        "dari",
        "на",
    ):
        previous = text.lowered[before - 1] if before > sentence.first_token else ""
        return previous in STRONG or previous in CREDIT_NOUNS or previous in ("according", "seen")
    return False


def _said_to(text: AnalysedText, before: int, sentence: Sentence) -> bool:
    """Whether a verb of saying or a noun for a report stands before a preposition."""
    for at in range(before, max(sentence.first_token, before - _REACH) - 1, -1):
        word = text.lowered[at]
        if word in SAYS or word in REPORTS or word in CREDIT_NOUNS or word in CREDITS:
            return True
        if word in (";", ":", "\n"):
            return False
    return False


def _prints_or_holds(text: AnalysedText, sentence: Sentence, before: int) -> bool:
    """`in an op-ed for X`, `obtained by X`: outlets whatever their name."""
    if before <= sentence.first_token:
        return False
    cue, previous = text.lowered[before], text.lowered[before - 1]
    if cue == "by":
        return previous in HOLDS
    return cue in ("for", "in", "en", "in", "dans", "em", "su", "bei") and previous in PRINTS


def _listed(text: AnalysedText, before: int, sentence: Sentence) -> bool:
    return any(
        text.lowered[at] in CREDITS
        for at in range(max(sentence.first_token, before - _REACH), before)
    )


def _says_near(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    start = max(sentence.first_token, name.first - 2 * _REACH)
    end = min(sentence.end_token, name.end + _REACH)
    near = text.lowered[start : name.first] + text.lowered[name.end : end]
    return not SAYS.isdisjoint(near) or not REPORTS.isdisjoint(near) or not CREDITS.isdisjoint(near)


def _apposition(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`The Daily Star, a local paper,`: what it is stands behind it."""
    end = min(sentence.end_token, name.end + 6)
    if name.end + 1 >= end or text.lowered[name.end] != ",":
        return False
    behind = text.lowered[name.end + 1 : end]
    if behind[0] not in ("a", "an", "the", "un", "une", "una", "eine", "ein"):
        return False
    return not _PAPERS.isdisjoint(behind[: behind.index(",")] if "," in behind else behind)


def _opens(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`Sur France Inter, la ministre …`: where something was said."""
    if name.end >= sentence.end_token or text.lowered[name.end] != ",":
        return False
    return name.first - sentence.first_token <= 2 and text.lowered[sentence.first_token] in (
        "sur",
        "on",
        "per",
    )


def _show(text: AnalysedText, sentence: Sentence, name: SourceName, cue: str) -> bool:
    """`on CNN’s State of the Union`: what somebody says in a programme is credited to it."""
    if cue not in ("on", "to", "during", "with", "told", "en", "dans", "bei", "in"):
        return False
    at = name.end
    if at + 1 >= sentence.end_token or text.lowered[at] not in ("’s", "'s"):
        return False
    word = text.words[at + 1]
    return word[0].isupper() or word in QUOTES


def _by_its_own(text: AnalysedText, sentence: Sentence, name: SourceName) -> bool:
    """`ESPN’s Adam Reed reported`: who works for it."""
    at = name.end
    if at >= sentence.end_token or text.lowered[at] not in ("’s", "'s"):
        return False
    at += 1
    end = min(sentence.end_token, at + _LONGEST_PERSON)
    first = at
    while at < end and text.words[at][0].isupper():
        at += 1
    return at > first + 1 and at < sentence.end_token and text.lowered[at] in REPORTS | SAYS


def is_quoted(text: AnalysedText, name: SourceName) -> bool:
    """Whether marks enclose the name, as German papers enclose each other's."""
    if not 0 < name.first <= name.end < len(text.words):
        return False
    return text.words[name.first - 1] in QUOTES and text.words[name.end] in QUOTES
