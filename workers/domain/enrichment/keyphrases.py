"""The phrases that say what a text is about, in its own words."""

from collections.abc import Iterator
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.dense_phrases import dense_phrases
from workers.domain.enrichment.terms import Terms, is_dense

Phrase = tuple[str | None, ...]
"""Terms in their order; none of them is None in a run of telling words."""

MOST_PHRASES: Final = 8
MOST_TOKENS: Final = 1_500
"""Some 8,000 signs: what a text is about is said by then."""
_LONGEST: Final = 3
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
    words, places = text.words, _places(text, terms)
    scored = [
        (_score(text, terms, key, at), at[0][0], key)
        for key, at in places.items()
        if len(at) >= _FEWEST or (words[at[0][0]][0].isupper() and _is_name(text, *at[0]))
    ]
    if len(scored) < MOST_PHRASES:
        once = (item for item in places.items() if len(item[1]) < _FEWEST)
        scored += [(_score(text, terms, key, at), at[0][0], key) for key, at in once]
    scored.sort(key=lambda one: (-one[0], one[1]))
    chosen: list[tuple[frozenset[str | None], str]] = []
    for _, _, key in scored:
        if len(chosen) == MOST_PHRASES:
            break
        said = frozenset(key)
        if not any(said <= other or other <= said for other, _ in chosen):
            chosen.append((said, _written(text, *places[key][0])))
    phrases = [phrase for _, phrase in chosen]
    if len(phrases) < MOST_PHRASES:
        phrases += dense_phrases(text, MOST_PHRASES - len(phrases))
    return tuple(dict.fromkeys(phrases))


def _places(text: AnalysedText, terms: Terms) -> dict[Phrase, list[tuple[int, int]]]:
    """Every run of one to three telling words, and where it stands."""
    found: dict[Phrase, list[tuple[int, int]]] = {}
    of_tokens = terms.of_tokens
    for first, end in _runs(text, terms):
        for start in range(first, end):
            for stop in range(start + 1, min(end, start + _LONGEST) + 1):
                key = tuple(of_tokens[start:stop])
                if key in found:
                    found[key].append((start, stop))
                else:
                    found[key] = [(start, stop)]
    return found


def _runs(text: AnalysedText, terms: Terms) -> Iterator[tuple[int, int]]:
    """Runs of telling tokens, inside sentences; runs of one script without spaces apart."""
    for sentence in text.sentences:
        if sentence.end_token > MOST_TOKENS:
            break
        if sentence.kind in _NEVER:
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


def _score(text: AnalysedText, terms: Terms, key: Phrase, places: list[tuple[int, int]]) -> float:
    weight: float = sum(terms.weights[term] for term in key if term is not None)
    weight /= float(len(key) ** 0.35)
    name = _NAME if _is_name(text, *places[0]) else 1.0
    return weight * float(len(places) ** 0.6) * name


def _is_name(text: AnalysedText, start: int, stop: int) -> bool:
    """Whether every word of a phrase has a capital, inside a sentence at least once."""
    words = text.words
    if not words[start][0].isupper() or not all(word[0].isupper() for word in words[start:stop]):
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
