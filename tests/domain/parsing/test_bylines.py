import time

import pytest

from workers.domain.parsing.bylines import is_role, looks_like_name, names_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Ada Mirren", ("Ada Mirren",)),
        ("Ada Mirren and Tom Reed", ("Ada Mirren", "Tom Reed")),
        ("Ada Mirren, Tom Reed & Agnes Holloway", ("Ada Mirren", "Tom Reed", "Agnes Holloway")),
        ("Ada Mirren, Staff Writer", ("Ada Mirren",)),
        ("Ada Mirren | Reuters", ("Ada Mirren",)),
        ("Ada Mirren for the Fen Herald", ("Ada Mirren",)),
        ("ada@fen.example (Ada Mirren)", ("Ada Mirren",)),
        ('"Ada Mirren" <ada@fen.example>', ("Ada Mirren",)),
        ("Inês Duarte e Rui Sá", ("Inês Duarte", "Rui Sá")),
        ("Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("J. K. Holm", ("J. K. Holm",)),
        ("fukata", ("fukata",)),
        ("The Fen Herald, Marsh and Moor", ("The Fen Herald, Marsh and Moor",)),
        ("ada@fen.example", ()),
        ("", ()),
        ("--", ()),
    ],
)
def test_names_are_what_stands_between_the_rest(words: str, names: tuple[str, ...]) -> None:
    assert names_of(words) == names


@pytest.mark.parametrize(
    "name", ["Ada Mirren", "ADA MIRREN", "Nuala O'Finn-Parry", "Ирина Волкова"]
)
def test_names_look_like_names(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize(
    "words", ["Tuesday the water had gone", "Ada", "the quay was full", "x" * 99]
)
def test_sentences_do_not(words: str) -> None:
    assert not looks_like_name(words)


@pytest.mark.parametrize("line", ["Staff Writer", "Associated Press", "Northern Correspondent"])
def test_a_role_is_no_name(line: str) -> None:
    assert is_role(line)


@pytest.mark.parametrize(
    "words", ["A" * 60, "A." * 30, "Aa " * 100, "a@" * 200, "by " * 100, "," * 300]
)
def test_no_line_takes_long(words: str) -> None:
    began = time.process_time()
    names_of(words)
    looks_like_name(words)
    assert time.process_time() - began < 0.05
