"""The entities of a text."""

from typing import Final, NamedTuple

from schemas.enriched_article import DetectedLanguage, Entity, EntityKind
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.candidate import KINDS, Line, Mention
from workers.domain.enrichment.entities.chat import adapt_to_chat, is_chat
from workers.domain.enrichment.entities.enumerations import share_kinds
from workers.domain.enrichment.entities.flat_lines import FlatLineReader
from workers.domain.enrichment.entities.folding import Folding
from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    FIRST,
    FUNCTION,
    Lexicon,
    lexicon,
)
from workers.domain.enrichment.entities.lines import lines_of
from workers.domain.enrichment.entities.runs import runs
from workers.domain.enrichment.entities.trimming import Trimmer

_SURE: Final = 0.9
"""Confidence from which another language than English is believed: tables of results and lists of
names look like any language, and a wrong guess must not cost the names."""
_ENGLISH: Final = frozenset("the of and to for with beat at on from was were".split())
_ARTICLES: Final = frozenset(
    "Das De Den Der Det Die Een Ein Eine El Et Het Il La Las Le Les Lo Los O Os Un Una Une".split()
)
"""What opens sentences in other languages, and is a given name somewhere."""
MOST_MENTIONS: Final = 5_000
"""Mentions of one text that are kept: ten times what a long report has."""
_COMPANY_STOPS: Final = frozenset("Inc. Corp. Co. Ltd. Bros.".split())


class NameMention(NamedTuple):
    """Where a text names an entity, in code points and in tokens."""

    start_char: int
    end_char: int
    first_token: int
    end_token: int


class NamedEntity(NamedTuple):
    """An entity of a text."""

    name: str
    """The fullest name that the text gives."""
    kind: EntityKind
    aliases: tuple[str, ...]
    """Every other form in which the text names it, in order."""
    mentions: tuple[NameMention, ...]
    """In order."""


def find_entities(
    text: AnalysedText, language: DetectedLanguage | None = None
) -> tuple[NamedEntity, ...]:
    """Persons, organisations, places and other named things, in the order of the text.

    English is read by rules; other languages in Latin script give what the lists know and given
    names with a name behind them; other scripts give nothing yet. Without `language` the text is
    taken for English.

    Time is linear in the length of the text.
    """
    if language is not None and language.script not in ("Latn", "Zyyy"):
        return ()
    known = lexicon()
    lines, flat = lines_of(text, known)
    mentions: list[Mention] = []
    for line in lines:
        found: list[Mention] = []
        trimmer = Trimmer(line, found)
        for first, end in runs(line):
            trimmer.cut(first, end)
        if not line.is_table:
            share_kinds(text.words, found)
        mentions += found
    if not _is_english(text, language):
        _keep_listed(text.words, known, mentions)
    elif is_chat(text):
        adapt_to_chat(text.words, known, mentions)
    folding = Folding(text.words, known, mentions)
    again = _opening_names(lines, known, folding.persons, mentions)
    if flat:
        reader = FlatLineReader(text.words, known, folding.kinds, folding.persons)
        for headline in flat:
            again += reader.read(headline)
    if again:
        mentions += again
        mentions.sort(key=lambda mention: mention.first)
    return _gather(text, folding, mentions)


def as_messages(text: AnalysedText, entities: tuple[NamedEntity, ...]) -> tuple[Entity, ...]:
    """The entities as the contract has them."""
    return tuple(
        Entity(
            name=entity.name,
            kind=entity.kind,
            aliases=entity.aliases,
            mentions=tuple(
                text.span_of(mention.start_char, mention.end_char) for mention in entity.mentions
            ),
        )
        for entity in entities
    )


def _is_english(text: AnalysedText, language: DetectedLanguage | None) -> bool:
    return (
        language is None
        or language.code in ("en", "und")
        or language.confidence < _SURE
        or len(_ENGLISH.intersection(text.words)) >= 3
    )


def _opening_names(
    lines: list[Line], known: Lexicon, persons: dict[str, str], mentions: list[Mention]
) -> list[Mention]:
    """`Rice said`, where the text has Odile Rice: words that open sentences were passed over."""
    words = {name for name in persons if known[name] & COMMON and not known[name] & FUNCTION}
    if not words:
        return []
    taken = {place for mention in mentions for place in range(mention.first, mention.end)}
    return [
        Mention(place, place + 1, line.words[place], [0.0, 0.0, 0.0, 0.0])
        for line in lines
        for place in line.capitals
        if line.words[place] in words
        and place not in taken
        and (line.at(place + 1).islower() or line.at(place + 1) in ("'s", "’s", ","))
    ]


def _keep_listed(words: list[str], known: Lexicon, mentions: list[Mention]) -> None:
    """In other languages a capital tells less: keeps what the lists know."""
    for mention in mentions:
        if mention.name in known.places or mention.name in known.organizations:
            continue
        inside = words[mention.first : mention.end]
        if not (
            2 <= len(inside) <= 4
            and inside[0] not in _ARTICLES
            and known[inside[0]] & FIRST
            and not any(known[word] & (COMMON | FUNCTION) for word in inside)
        ):
            mention.dismiss()


def _gather(
    text: AnalysedText, folding: Folding, mentions: list[Mention]
) -> tuple[NamedEntity, ...]:
    aliases: dict[tuple[str, int], dict[str, None]] = {}
    places: dict[tuple[str, int], list[NameMention]] = {}
    for mention in mentions[:MOST_MENTIONS]:
        settled = folding.settle(mention)
        if settled is None:
            continue
        forms = aliases.setdefault(settled, {})
        if mention.name != settled[0]:
            forms[mention.name] = None
        places.setdefault(settled, []).append(_placed(text, mention))
    return tuple(
        NamedEntity(name, KINDS[kind], tuple(aliases[name, kind]), tuple(placed))
        for (name, kind), placed in places.items()
    )


def _placed(text: AnalysedText, mention: Mention) -> NameMention:
    first, end = mention.first, mention.end
    end_char = text.ends[end - 1]
    if text.words[end - 1] in _COMPANY_STOPS and (
        end == len(text.words) or text.words[end][0] == "\n"
    ):
        end_char -= 1  # the full stop is the sentence's
    return NameMention(text.starts[first], end_char, first, end)
