import pytest

from workers.domain.enrichment.analysed_text import analyse
from workers.domain.stories.month_days import month_days_of
from workers.domain.stories.terms import MAX_TERMS, TextTerms, terms_of


def terms(text: str, language_code: str = "en", title: str = "") -> TextTerms:
    return terms_of(title, analyse(text), language_code)


def names(found: TextTerms) -> set[str]:
    return {*found.groups[0], *found.groups[1]}


def test_a_name_is_what_only_comes_with_a_capital() -> None:
    found = terms("Ferries stopped. The ferries of Selm Shipping, and Corvina herself, stopped.")
    assert {"selm", "corvina", "selm shipping"} <= names(found)
    assert "ferry" not in names(found)


def test_function_words_and_plurals_make_no_terms_of_their_own() -> None:
    found = terms("The lifeboats and the lifeboat were there.")
    assert found.counts.keys() == {"lifeboat"}


def test_a_word_of_the_title_counts_most_and_one_far_down_least() -> None:
    found = terms("fog " + "harbour " * 70 + "tide", title="Aground")
    assert found.counts["aground"] == 3
    assert found.counts["fog"] == 2
    assert found.counts["tide"] == 1
    assert "tide" in found.groups[3]


def test_hindi_words_keep_their_vowel_signs() -> None:
    found = terms("सोनाली नदी का पुराना पुल टूट गया", "hi")
    assert "नदी" in found.counts


def test_japanese_words_are_pairs_of_signs_and_whole_katakana() -> None:
    found = terms("青葉駅でブレーキが故障した", "ja")
    assert {"青葉", "葉駅", "故障", "ブレーキ"} <= found.counts.keys()


def test_thai_is_cut_into_triples() -> None:
    found = terms("รถไฟขบวนใหม่", "th")
    assert "รถไ" in found.counts


def test_a_language_without_a_list_has_terms_all_the_same() -> None:
    assert terms("Zug na Wallis isch hüt gsperrt", "gsw").counts


def test_links_are_no_terms() -> None:
    assert not terms("https://example.com/page").counts


def test_no_text_has_more_terms_than_the_limit() -> None:
    found = terms(" ".join(f"w{number}x" for number in range(2_000)))
    assert sum(map(len, found.groups)) <= MAX_TERMS


@pytest.mark.parametrize("text", ["", "5", "!!!", "“" * 200_000, "A" * 5_000_000, "\u0300" * 9])
def test_odd_texts_have_terms_or_none_and_nothing_worse(text: str) -> None:
    assert terms(text).word_count <= 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on 24 February and Feb. 25", (224, 225)),
        ("May 1st, the 3rd of June", (501, 603)),
        ("2月26日に", (226,)),
        ("at Mar 12:30, Dec 45, 31 Dec", (1231,)),
        ("maybe 12 people marched 40 miles", ()),
    ],
)
def test_days_are_read_where_a_month_is_named(text: str, days: tuple[int, ...]) -> None:
    assert month_days_of(text) == days
