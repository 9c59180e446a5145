import pytest

from schemas.article import Block, BlockKind
from workers.domain.enrichment.analysed_text import analyse


def sentences(text: str) -> list[str]:
    return [text[found.start_char : found.end_char] for found in analyse(text).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Ode met Dr. J. R. Vale of St. Ives.", "They ate eels."],
        ["He left at 6 p.m.", "The bridge, of U.S. make, stayed."],
        ["It sails for the U.S. Navy at 5 p.m. Monday.", "No one knows why."],
        ["She works at Vale Inc.", "He does not."],
        ["They moved to Salem, Ore.", "The rain followed."],
        ["“Why?” asked the mayor.", "Nobody knew."],
        ['"Is it true?" Ms Ode said.', '"Yes."', "He left."],
        ["“We came. ", "We saw.”", "She said no more."],
        ["''We came.''", "She wept.", "''We saw,'' he said."],
        ["He said: ‘It is over.’", "Then he left."],
        ["(It rained. ", "We stayed.)", "Next day we went."],
        ["1. Take the eel.", "2. Skin it."],
        ["See Fig. 3 on pp. 5 of vol. 2.", "Then stop."],
        ["It cost 3.5 million.", "Was it worth it?", "Yes!", "No..."],
        ["Yahoo! said so.", "eBay rose."],
        ["我来了。", "你好吗？", "“好的。”", "他说。"],
        ["यह है।", "वह था।"],
        ["i went home.", "then i slept."],
        ["„Das ist so.“", "Er ging.", "»Nein.«", "« C’est vrai. »", "Il partit."],
        ["هل جاء؟", "نعم جاء."],
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(parts: list[str]) -> None:
    glue = "" if parts[0].startswith("我") else " "
    text = glue.join(part.strip() for part in parts)
    assert sentences(text) == [part.strip() for part in parts]


def test_a_missing_space_does_not_join_two_sentences() -> None:
    assert sentences("The end came.The rest followed.") == ["The end came.", "The rest followed."]


def test_a_sentence_never_crosses_a_block_and_knows_its_kind() -> None:
    text = "Eels return\n\nThe river Ode is full of\nthem. Fishers cheer\n\nAn eel in a bucket"
    kinds: tuple[BlockKind, ...] = ("heading", "paragraph", "caption")
    starts = (0, text.index("The"), text.index("An eel"))
    ends = (11, text.index("\n\nAn eel"), len(text))
    blocks = [
        Block(kind=kind, start_char=start, end_char=end)
        for kind, start, end in zip(kinds, starts, ends, strict=True)
    ]
    analysed = analyse(text, blocks)
    assert [(text[s.start_char : s.end_char], s.block, s.kind) for s in analysed.sentences] == [
        ("Eels return", 0, "heading"),
        ("The river Ode is full of\nthem.", 1, "paragraph"),
        ("Fishers cheer", 1, "paragraph"),
        ("An eel in a bucket", 2, "caption"),
    ]
    assert [block.kind for block in analysed.blocks] == list(kinds)


def test_a_line_break_ends_a_sentence_where_the_next_line_begins_anew() -> None:
    assert sentences("Eels: 4\nPike: 2\nand carp") == ["Eels: 4", "Pike: 2\nand carp"]
