"""What is passed over before a pattern is tried is what it could not match."""

import re

import pytest
import regex

from workers.domain.provenance.attribution import ATTRIBUTIONS
from workers.domain.provenance.signatures import _BEGIN_SIGNS, _SIGN
from workers.domain.provenance.wordings import Wordings

GATED = [row.wordings for row in ATTRIBUTIONS.rows if row.wordings.starts]
LETTERS = [chr(sign) for sign in range(0x10000) if not 0xD800 <= sign < 0xE000]
SECONDS = [chr(sign) for sign in range(0x2100)]


@pytest.mark.parametrize("row", GATED, ids=[row.language for row in GATED])
def test_the_starts_of_a_row_are_all_that_its_verbs_begin_with(row: Wordings) -> None:
    # what stands before a match is no part of it; `partial` says what a match may begin with
    says = regex.compile(re.sub(r"\(\?<[=!][^()]*\)", "", "|".join(row.says)))
    firsts = [one for one in LETTERS if says.fullmatch(one, partial=True)]
    starts = {
        one + two for one in firsts for two in SECONDS if says.fullmatch(one + two, partial=True)
    }
    assert starts == set(row.starts.split())


def test_long_rows_have_their_starts() -> None:
    assert {"de", "en", "vi"} <= {row.language for row in GATED}


@pytest.mark.parametrize(
    "text", ["(AFP)", "（AFP）", "[AFP]", "【AFP】", "-AFP", "–AFP", "—AFP", "/AFP/"]
)
def test_a_sign_begins_with_what_is_looked_for_before_it(text: str) -> None:
    assert _SIGN.search(text) is not None
    assert any(sign in text for sign in _BEGIN_SIGNS)
    # and with nothing else: without its first sign the text is none
    assert _SIGN.search(text[1:]) is None
