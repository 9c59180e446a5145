"""Texts that were made to do harm: linear time, no exception, every mention inside the text."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import MOST_MENTIONS, find_entities

HOSTILE = {
    "one word": "a" * 5_000_000,
    "one name": "A" * 1_000_000,
    "quotation marks": '"' * 200_000,
    "apostrophes": "'" * 200_000,
    "all capitals": "THE MAYOR OF LARN SAID SO. " * 4_000,
    "no spaces": "LarnSaidOde." * 8_000,
    "titles": "Minister " * 10_000,
    "mixed scripts": "Ода Larn 東京 עיר नमस्ते " * 4_000,
    "right to left": "שלום עולם. " * 8_000,
    "of of": "Bank of the " * 8_000,
    "enumeration": "Larn, Ode and " * 6_000,
    "brackets": "Larn Council (LC) " * 4_000,
    "initials": "J. " * 25_000,
    "different people": " ".join(f"Odile Vale{n} met Vale{n}." for n in range(3_000)),
    "results": "Larn 3 Ode 1\n" * 6_000,
    "chat": "lol omg larn!! " * 6_000,
}
PATIENCE = 4
"""How much slower than an idle core a machine that runs tests may be."""
ATTEMPTS = 3
"""One of them is not disturbed."""


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_text_takes_no_more_than_about_twice_the_time(name: str) -> None:
    text = HOSTILE[name]
    find_entities(analyse("Ode Vale of Larn."))  # the lists are read once
    assert any(is_linear(text) for _ in range(ATTEMPTS))


def is_linear(text: str) -> bool:
    once, twice = seconds(text), seconds(text * 2)
    return once < 1.0 * PATIENCE and (twice < 0.1 or twice < once * 2 * PATIENCE)


def seconds(text: str) -> float:
    began = time.process_time()
    entities = find_entities(analyse(text))
    took = time.process_time() - began
    mentions = [mention for entity in entities for mention in entity.mentions]
    assert len(mentions) <= MOST_MENTIONS
    assert all(0 <= m.start_char < m.end_char <= len(text) for m in mentions)
    return took


PIECES = st.sampled_from(
    [
        *["Mr.", "Xi", "Jinping", "the", "of", "and", "Bank", "LARN", "Larn", "(", ")", ",", "."],
        *["“", "”", "'s", "U.S.", "Inc.", "3", "beat", "President", "Rice", "lol", "字", "-"],
        *["\n", "\n\n"],
    ]
)


@given(st.lists(PIECES, max_size=60).map(" ".join))
def test_every_mention_is_of_words_of_the_text_and_no_two_overlap(text: str) -> None:
    analysed = analyse(text)
    mentions = sorted(mention for entity in find_entities(analysed) for mention in entity.mentions)
    for mention in mentions:
        assert analysed.starts[mention.first_token] == mention.start_char
        assert text[mention.start_char].isupper() or "lol" in text
    for one, other in pairwise(mentions):
        assert one.end_char <= other.start_char


@given(st.text(max_size=200))
def test_any_text_has_its_entities_and_always_the_same(text: str) -> None:
    assert find_entities(analyse(text)) == find_entities(analyse(text))
