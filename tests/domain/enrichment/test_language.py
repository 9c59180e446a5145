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


def test_nul_does_not_end_the_text() -> None:
    text = "\0The eels came up the river at night, the warden said."
    assert detect_language(text).code == "en"


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=200))
def test_any_text_gets_an_answer(text: str) -> None:
    found = detect_language(text)
    assert 0 <= found.confidence <= 1
    assert found == detect_language(text)
