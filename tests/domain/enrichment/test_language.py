import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.domain.enrichment.language import detect_language


@pytest.mark.parametrize(
    ("text", "code", "script"),
    [
        ("The eels came up the river at night, the warden said.", "en", "Latn"),
        ("Die Aale kamen in der Nacht den Fluss herauf, sagte sie.", "de", "Latn"),
        ("Les anguilles ont remonté la rivière pendant la nuit.", "fr", "Latn"),
        ("Угри поднялись вверх по реке ночью, сказал смотритель.", "ru", "Cyrl"),
        ("صعدت الثعابين النهر ليلاً كما قال الحارس للصحيفة.", "ar", "Arab"),
        ("ウナギは夜のあいだに川を上ってきたと管理人は話した。", "ja", "Jpan"),
        ("管理员说，鳗鱼在夜里游上了这条河。", "zh", "Hani"),
        ("장어가 밤에 강을 거슬러 올라왔다고 관리인이 말했다.", "ko", "Hang"),
    ],
)
def test_the_language_and_the_script_of_a_sentence(text: str, code: str, script: str) -> None:
    found = detect_language(text)
    assert (found.code, found.script) == (code, script)
    assert found.confidence > 0.5


@pytest.mark.parametrize(
    ("text", "script"),
    [("", "Zyyy"), ("12 345 !!", "Zyyy"), ("Eels?", "Latn"), ("😀😀", "Zyyy"), ("\0\0", "Zyyy")],
)
def test_too_few_letters_are_undetermined(text: str, script: str) -> None:
    found = detect_language(text)
    assert (found.code, found.script, found.confidence) == ("und", script, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "https://eels.example/2026/03/the-river-and-the-warden-of-the-night",
        "@the_river_warden @and_the_eels",
        "#theriver #ofthenight",
        "warden.of.the.night@eels.example",
        "eels.example/night 2026-03-01 18:30",
        "a[0]+b={warden}; x1Y2z3",
    ],
)
def test_addresses_handles_and_codes_are_no_evidence(text: str) -> None:
    assert detect_language(text).code == "und"


def test_what_the_source_declares_decides_between_near_languages() -> None:
    text = "Stavka u luci traje i danas"
    assert detect_language(text, "sr-Latn").code == "sr"
    assert detect_language(text, "hr").code == "hr"


@pytest.mark.parametrize("declared", ["de", "de-AT", "", "nonsense", None])
def test_what_the_source_declares_never_overrules_the_text(declared: str | None) -> None:
    assert detect_language("The eels came up the river at night.", declared).code == "en"
    assert detect_language("12 345", declared).code == "und"


def test_names_in_latin_letters_do_not_hide_the_language() -> None:
    found = detect_language("Nordic Eel Trust, River Bank और Harbour Group के")
    assert (found.code, found.script) == ("hi", "Latn")


def test_a_japanese_word_in_a_chinese_text_does_not_make_it_japanese() -> None:
    assert detect_language("鳗鱼" * 30 + "の" + "河流夜晚" * 30).code == "zh"


def test_nul_does_not_end_the_text() -> None:
    text = "\0The eels came up the river at night, the warden said."
    assert detect_language(text).code == "en"


@pytest.mark.parametrize("piece", ["a", '"', "的", "ا", "@", "a.", "1_", "Ünï "])
def test_five_megabytes_take_no_longer_than_a_paragraph(piece: str) -> None:
    text = piece * (5_000_000 // len(piece))
    detect_language("The eels came up the river.")
    began = time.process_time()
    detect_language(text)
    assert time.process_time() - began < 0.1


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    found = detect_language(text)
    assert 0 <= found.confidence <= 1
    assert found == detect_language(text)
