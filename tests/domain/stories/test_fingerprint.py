from itertools import pairwise
from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.stories.fingerprint import MOST_HASHES, Comparison, Fingerprint, fingerprint_of

WORDS = [f"word{number}" for number in range(3_000)]


def text_of(words: int, seed: int = 1) -> list[str]:
    return Random(seed).choices(WORDS, k=words)


def fingerprint(words: list[str]) -> Fingerprint:
    return fingerprint_of(analyse(" ".join(words)))


def test_an_excerpt_is_contained_in_its_whole_and_the_whole_is_not_in_it() -> None:
    whole = text_of(900)
    overlap = Comparison(fingerprint(whole[200:500])).overlap(fingerprint(whole))
    assert overlap.containment > 0.95
    assert 0.2 < overlap.reverse < 0.5


def test_texts_with_nothing_in_common_share_nothing() -> None:
    overlap = Comparison(fingerprint(text_of(900))).overlap(fingerprint(text_of(900, seed=2)))
    assert overlap.containment < 0.03


@pytest.mark.parametrize("words", [40, 300, 1_700])
def test_a_sample_never_grows_and_a_short_text_is_kept_whole(words: int) -> None:
    sample = fingerprint(text_of(words))
    assert len(sample.hashes) <= MOST_HASHES
    assert len(sample.hashes) >= min(words - 2, MOST_HASHES // 2) - 20


def test_japanese_is_compared_by_runs_of_characters() -> None:
    text = "浜北鉄道は5日朝、青葉駅構内で信号設備が故障し、上下線で約3時間運転を見合わせた。"
    one = fingerprint_of(analyse(text * 3))
    other = fingerprint_of(analyse("本日発表。" + text * 3))
    assert Comparison(one).overlap(other).containment == 1.0


def test_capitals_and_marks_make_no_difference() -> None:
    one = fingerprint_of(analyse("The ferry ran aground, in fog, off the bay on Tuesday."))
    other = fingerprint_of(analyse("THE FERRY RAN AGROUND IN FOG OFF THE BAY ON TUESDAY"))
    assert one == other


@given(st.frozensets(st.integers(0, 0xFFFFFF), max_size=170))
def test_what_is_written_is_read_again(hashes: frozenset[int]) -> None:
    sample = Fingerprint.of(hashes)
    assert Fingerprint.read(sample.written()) == sample


@pytest.mark.parametrize("text", ["?", "AAA", "AAAAAA=="])
def test_what_no_fingerprint_wrote_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Fingerprint.read(text)


def test_time_does_not_grow_with_what_is_not_read() -> None:
    seconds = []
    for size in (50_000, 100_000, 200_000):
        text = analyse("a" * size + " " + "b " * size)
        began = process_time()
        for _ in range(20):
            fingerprint_of(text)
        seconds.append(process_time() - began)
    assert all(later < 3 * earlier + 0.05 for earlier, later in pairwise(seconds))
