"""From a model's labelled stretches to entities: kinds, whole tokens, one for all its forms."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.aliases import people
from workers.domain.enrichment.entities.candidate import KINDS, ORGANIZATION, OTHER, PERSON, PLACE
from workers.domain.enrichment.entities.find import MOST_MENTIONS, NamedEntity, NameMention
from workers.domain.enrichment.entities.lexicon import lexicon

_KIND_OF: Final = {
    "PERSON": PERSON,
    "ORG": ORGANIZATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "EVENT": OTHER,
    "LAW": OTHER,
    "PRODUCT": OTHER,
    "WORK_OF_ART": OTHER,
}
"""OntoNotes' labels; dates, amounts and nationalities are no names of ours."""
_EDGES: Final = frozenset(("the", "The", "'s", "’s", "\n", ",", ".", '"', "“", "”"))


class Labelled(NamedTuple):
    """A stretch of the text, in code points, and the model's label for it."""

    start_char: int
    end_char: int
    label: str


def entities_of(text: AnalysedText, found: Iterable[Labelled]) -> tuple[NamedEntity, ...]:
    """The entities that the stretches name, in the order of the text."""
    mentions: list[tuple[NameMention, int]] = []
    for start, end, label in found:
        kind = _KIND_OF.get(label)
        mention = _whole_tokens(text, start, end)
        if kind is not None and mention is not None:
            mentions.append((mention, kind))
    named = [
        (text.text[mention.start_char : mention.end_char], kind, mention)
        for mention, kind in sorted(mentions)[:MOST_MENTIONS]
    ]
    by_part, by_parts = people({name: kind for name, kind, _ in named}, lexicon())
    forms: dict[tuple[str, int], dict[str, None]] = {}
    places: dict[tuple[str, int], list[NameMention]] = {}
    for name, kind, mention in named:
        full = name
        if kind == PERSON:
            full = by_part.get(name) or by_parts.get(name.lower()) or name
        places.setdefault((full, kind), []).append(mention)
        forms.setdefault((full, kind), {})[name] = None
    return tuple(
        NamedEntity(
            full,
            KINDS[kind],
            tuple(form for form in forms[full, kind] if form != full),
            tuple(placed),
        )
        for (full, kind), placed in places.items()
    )


def _whole_tokens(text: AnalysedText, start: int, end: int) -> NameMention | None:
    """The tokens that a stretch touches, without articles and marks at its edges."""
    first = text.token_at(start)
    last = first
    while last < len(text.starts) and text.starts[last] < end:
        last += 1
    while first < last and text.words[first] in _EDGES:
        first += 1
    while last > first and text.words[last - 1] in _EDGES:
        last -= 1
    if first == last:
        return None
    return NameMention(text.starts[first], text.ends[last - 1], first, last)
