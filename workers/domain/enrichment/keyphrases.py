"""The phrases that say what a text is about, in its own words."""

from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.dense_phrases import dense_phrases
from workers.domain.enrichment.terms import Terms, is_dense

MOST_PHRASES: Final = 8
_LONGEST: Final = 4
"""Words in a phrase."""
_NEVER: Final = frozenset(("code", "table", "embed"))
_NAME: Final = 1.3
"""How much more a phrase with a capital inside a sentence tells."""
_FEWEST: Final = 2
"""How often a phrase of small letters stands in the text."""


def find_keyphrases(text: AnalysedText, terms: Terms) -> tuple[str, ...]:
    """At most `MOST_PHRASES` phrases, the most telling first, none inside another.

    A phrase is a run of telling words. It is as the text writes it where it stands first.
    """
    found: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for first, end in _runs(text, terms):
        for start in range(first, end):
            for stop in range(start + 1, min(end, start + _LONGEST) + 1):
                key = tuple(term for term in terms.of_tokens[start:stop] if term is not None)
                found.setdefault(key, []).append((start, stop))
    scored = [
        (_score(text, terms, key, places), key, places[0])
        for key, places in found.items()
        if len(places) >= _FEWEST or _is_name(text, *places[0]) or len(found) < MOST_PHRASES
    ]
    scored.sort(key=lambda one: (-one[0], one[2]))
    chosen: list[tuple[tuple[str, ...], str]] = []
    for _, key, (start, stop) in scored:
        if len(chosen) == MOST_PHRASES:
            break
        words = set(key)
        if any(words <= set(other) or set(other) <= words for other, _ in chosen):
            continue
        chosen.append((key, _written(text, start, stop)))
    phrases = [phrase for _, phrase in chosen]
    if len(phrases) < MOST_PHRASES:
        phrases += dense_phrases(text, MOST_PHRASES - len(phrases))
    return tuple(dict.fromkeys(phrases))


def _runs(text: AnalysedText, terms: Terms) -> Iterator[tuple[int, int]]:
    """Runs of telling tokens, inside sentences; runs of one script without spaces apart."""
    for sentence in text.sentences:
        if sentence.kind in _NEVER or sentence.end_token > len(terms.of_tokens):
            continue
        first = None
        for at in range(sentence.first_token, sentence.end_token):
            telling = terms.of_tokens[at] is not None and not is_dense(text.words[at])
            if telling and first is None:
                first = at
            elif not telling and first is not None:
                yield first, at
                first = None
        if first is not None:
            yield first, sentence.end_token


def _score(
    text: AnalysedText, terms: Terms, key: tuple[str, ...], places: list[tuple[int, int]]
) -> float:
    weight = sum(terms.weights[term] for term in key) / len(key) ** 0.35
    name = _NAME if _is_name(text, *places[0]) else 1.0
    return weight * len(places) ** 0.6 * name


def _is_name(text: AnalysedText, start: int, stop: int) -> bool:
    """Whether every word of a phrase has a capital, inside a sentence at least once."""
    if not all(text.words[at][0].isupper() for at in range(start, stop)):
        return False
    sentence = text.sentence_at(start)
    return sentence is not None and (sentence.first_token < start or stop - start > 1)


def _written(text: AnalysedText, start: int, stop: int) -> str:
    """The phrase as it stands, a capital that only begins the sentence made small."""
    words = text.text[text.starts[start] : text.ends[stop - 1]]
    sentence = text.sentence_at(start)
    begins = sentence is not None and sentence.first_token == start
    alone = not any(text.words[at][0].isupper() for at in range(start + 1, stop))
    if begins and alone and text.words[start][1:].islower() and _is_small(text, start):
        return words[0].lower() + words[1:]
    return words


def _is_small(text: AnalysedText, at: int) -> bool:
    """Whether the text has the word in small letters somewhere else."""
    return text.lowered[at] in text.words
