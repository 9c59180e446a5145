import pytest

from workers.domain.enrichment.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The eels’ return — at last!", 5),
        ("212 people, 3.25% more", 4),
        ("semi-detached e.g. this", 3),
        ("— … ! “”", 0),
        ("鳗鱼回来了", 5),
        ("ウナギ3匹", 5),
        ("장어가 돌아왔다", 2),
        ("_ __", 0),
    ],
)
def test_words_are_counted_as_newsrooms_count_them(text: str, words: int) -> None:
    assert count_words(text) == words
