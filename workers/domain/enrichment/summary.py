"""Up to three of a text's own sentences that tell what it is about."""

from typing import Final

from schemas.base import Span
from workers.domain.enrichment.analysed_text import AnalysedText, Sentence
from workers.domain.enrichment.terms import Terms, is_dense

MOST_SENTENCES: Final = 3
_CANDIDATES: Final = 400
"""Sentences that are weighed: the summary of a book is not ours to write."""
_SHORTEST: Final = 6
_LONGEST: Final = 60
"""Words of a sentence that can stand alone and be read at once."""
_FEWEST_SIGNS: Final = 12
_LIKE: Final = 0.6
"""Share of a sentence's terms that an earlier choice may already hold."""
_KINDS: Final = frozenset(("paragraph", "quote"))
_LEANING: Final = frozenset(
    "he she it they this these that those but and so then however meanwhile also his her their its"
    " such there yet instead still here or i we you because él ella ello ellos esto eso pero y"
    " además también así sin il elle ils elles cela ceci mais et ainsi pourtant toutefois er es sie"
    " dies das aber und doch so auch dabei ele ela eles isso isto mas lui lei essi questo ma ed dia"
    " ia mereka itu ini namun tetapi он она они это но и а же también hij zij ze dit dat maar en"
    " ono ale i to ten але він вона вони це bu o ancak ama de wel".split()
)
"""A sentence that begins with one of these leans on the one before."""
_ENDS: Final = (".", "!", "。", "！", "।", "؟", "…", "”", "»", "“", "’", '"', "」", ")", "？", "?")
_QUESTION: Final = ("?", "？", "؟", ":", "：", "…")
_MARKS: Final = frozenset('“”"«»„')


def find_summary(text: AnalysedText, terms: Terms) -> tuple[Span, ...]:
    """The sentences, in the text's order, word for word. None of a text without whole sentences.

    The first whole sentence is always one: reports begin with what happened. The others are those
    that hold most of what the text is about, repeat least, and lean on no sentence before them.
    """
    candidates = [
        (place, sentence)
        for place, sentence in enumerate(text.sentences[:_CANDIDATES])
        if sentence.end_token <= len(terms.of_tokens) and _stands_alone(text, sentence)
    ]
    if not candidates:
        return ()
    chosen = [candidates[0]]
    held = [_terms(terms, candidates[0][1])]
    scored = sorted(
        (
            (_score(text, terms, sentence, place), place, sentence)
            for place, sentence in candidates[1:]
        ),
        key=lambda one: (-one[0], one[1]),
    )
    for _, place, sentence in scored:
        if len(chosen) == MOST_SENTENCES:
            break
        mine = _terms(terms, sentence)
        if not mine or any(len(mine & others) > _LIKE * len(mine) for others in held):
            continue
        chosen.append((place, sentence))
        held.append(mine)
    return tuple(
        text.span_of(sentence.start_char, sentence.end_char) for _, sentence in sorted(chosen)
    )


def _stands_alone(text: AnalysedText, sentence: Sentence) -> bool:
    if sentence.kind not in _KINDS:
        return False
    first, end = sentence.first_token, sentence.end_token
    words = text.words
    if words[first][0].islower():
        return False
    if not text.text[sentence.start_char : sentence.end_char].endswith(_ENDS):
        return False
    if end - first > 2 * _LONGEST or sum(map(str.isalpha, words[first:end])) > _LONGEST:
        return False
    if any(is_dense(words[at]) for at in range(first, min(end, first + 3))):
        return sentence.end_char - sentence.start_char >= _FEWEST_SIGNS
    return sum(words[at][0].isalpha() for at in range(first, end)) >= _SHORTEST


def _terms(terms: Terms, sentence: Sentence) -> frozenset[str]:
    span = terms.of_tokens[sentence.first_token : sentence.end_token]
    return frozenset(term for term in span if term is not None)


def _score(text: AnalysedText, terms: Terms, sentence: Sentence, place: int) -> float:
    mine = _terms(terms, sentence)
    score: float = sum(terms.weights[term] for term in sorted(mine)) / (len(mine) + 8) ** 0.7
    score /= (1 + 0.12 * place) ** 0.5
    lead = text.lowered[sentence.first_token]
    if lead in _LEANING:
        score *= 0.5
    if text.words[sentence.first_token] in _MARKS or sentence.kind == "quote":
        score *= 0.6
    if text.text[sentence.start_char : sentence.end_char].endswith(_QUESTION):
        score *= 0.3
    return score
