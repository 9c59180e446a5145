from hypothesis import given
from hypothesis import strategies as st

from schemas.base import Span
from workers.domain.enrichment.analysed_text import analyse

PROSE = st.lists(
    st.sampled_from(
        ["Eels", "u.s.", "Mr.", " ", " ", ".", "?", "“", "”", '"', "\n", "\n\n", "字。"]
    )
).map("".join)


@given(st.one_of(st.text(), PROSE))
def test_every_token_of_a_block_is_in_one_sentence_of_it(text: str) -> None:
    analysed = analyse(text)
    held = [
        token
        for sentence in analysed.sentences
        for token in range(sentence.first_token, sentence.end_token)
    ]
    assert held == sorted(set(held))
    left_out = set(range(len(analysed.words))) - set(held)
    assert all(analysed.words[token][0] == "\n" for token in left_out)
    for sentence in analysed.sentences:
        block = analysed.blocks[sentence.block]
        assert block.start_char <= sentence.start_char < sentence.end_char <= block.end_char
        assert block.first_token <= sentence.first_token < sentence.end_token <= block.end_token
        assert sentence.kind == block.kind


def test_places_lead_to_tokens_and_tokens_to_sentences() -> None:
    analysed = analyse("Eels 🐟 return. Fishers cheer.\n\nMore soon.")
    assert analysed.words[analysed.token_at(5)] == "🐟"
    assert analysed.words[analysed.token_at(4)] == "🐟"  # a space leads to what follows
    assert analysed.token_at(10_000) == len(analysed.words)
    assert analysed.span(1, 3) == Span(start_char=5, end_char=13, text="🐟 return")
    assert [analysed.sentence_at(token) for token in (0, 4)] == list(analysed.sentences[:2])
    assert analysed.sentence_at(analysed.words.index("\n\n")) is None
    assert analysed.lowered[0] == "eels"
