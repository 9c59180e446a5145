import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codec import encode_json
from workers.adapters.sources import SourceError, SourceRecord, read_source, reading


def values(path: Path | str, stdin: BinaryIO | None = None) -> list[bytes]:
    return [record.value for record in read_source(path, stdin)]


def write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_each_line_of_an_ndjson_file_is_a_record(tmp_path: Path) -> None:
    path = write(tmp_path / "posts.ndjson", b'{"a":1}\n\n  \nnot json\r\n[3]')
    assert list(read_source(path)) == [
        SourceRecord(str(path), 0, None, b'{"a":1}'),
        SourceRecord(str(path), 1, None, b"not json"),
        SourceRecord(str(path), 2, None, b"[3]"),
    ]


@pytest.mark.parametrize("suffix", [".json", ".xml", ".html", ".htm", ".txt", ".TXT"])
def test_any_other_known_file_is_one_record_byte_for_byte(tmp_path: Path, suffix: str) -> None:
    content = b'\xef\xbb\xbf{"a":\n\n1}\n\xff\x00'
    assert values(write(tmp_path / f"post{suffix}", content)) == [content]


def test_a_folder_is_read_in_sorted_order_to_its_depth(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", b"third")
    write(tmp_path / "a" / "z.json", b"second")
    write(tmp_path / "a" / "b" / "c.ndjson", b"first\n")
    write(tmp_path / "a" / "notes.md", b"never")
    write(tmp_path / ".git" / "x.json", b"never")
    write(tmp_path / "a" / ".hidden.txt", b"never")
    assert values(tmp_path) == [b"first", b"second", b"third"]


def test_a_folder_without_a_known_file_is_said(tmp_path: Path) -> None:
    write(tmp_path / "notes.md", b"")
    with pytest.raises(SourceError, match="holds no"):
        values(tmp_path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    for name in ("posts.ndjson", "post.json", "post"):
        with pytest.raises(SourceError, match=name):
            values(tmp_path / name)


def test_an_unknown_ending_is_said_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"post\.pdf has no ending .*\.ndjson"):
        values(write(tmp_path / "post.pdf", b""))


def test_a_file_that_is_too_large_for_one_record_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_RECORD_BYTES", 1 << 20)
    with pytest.raises(SourceError, match="larger than 1 MiB"):
        values(write(tmp_path / "post.json", b"x" * ((1 << 20) + 1)))
    with pytest.raises(SourceError, match="line 2 is longer than 1 MiB"):
        values(write(tmp_path / "posts.ndjson", b"{}\n" + b"x" * ((1 << 20) + 1) + b"\n"))
    assert len(values(write(tmp_path / "fits.ndjson", b"x" * (1 << 20) + b"\r\n"))) == 1


class Endless(io.RawIOBase):
    """A pipe that never ends."""

    def __init__(self, line: bytes) -> None:
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        piece = (self.line * (len(view) // len(self.line) + 1))[: len(view)]
        whole = piece[: len(piece) - len(piece) % len(self.line)]
        view[: len(whole)] = whole
        return len(whole)


def test_an_endless_stream_of_json_lines_is_passed_on_as_it_comes() -> None:
    stream = io.BufferedReader(Endless(b'{"a":1}\n'))
    records = read_source("-", stream)
    assert [next(records).index for _ in range(1000)] == list(range(1000))


def test_a_large_file_of_lines_is_not_held_in_memory(tmp_path: Path) -> None:
    path = write(tmp_path / "posts.ndjson", (b"x" * 9_999 + b"\n") * 5_000)
    tracemalloc.start()
    count = sum(1 for _ in read_source(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 5_000
    assert peak < 2 << 20


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (b'{"a":1}\n{"b":2}\n', [b'{"a":1}', b'{"b":2}']),
        (b'{"a":1}', [b'{"a":1}']),
        (b"[1]\n[2]\n", [b"[1]", b"[2]"]),
        (b'{\n "a": 1\n}\n', [b'{\n "a": 1\n}\n']),
        (b"[1]\nSee note 1 below.\n", [b"[1]\nSee note 1 below.\n"]),
        (b'"We won," she said.\nThe end.', [b'"We won," she said.\nThe end.']),
        (b"A headline\n\nA text.\n", [b"A headline\n\nA text.\n"]),
        (b"\xff\xfe", [b"\xff\xfe"]),
    ],
)
def test_standard_input_is_json_lines_where_every_line_is_json_and_else_one_record(
    stream: bytes, expected: list[bytes]
) -> None:
    assert values("-", io.BytesIO(stream)) == expected


def test_a_bad_line_after_a_json_object_is_a_record_of_its_own() -> None:
    assert values("-", io.BytesIO(b'{"a":1}\n{"b":\n')) == [b'{"a":1}', b'{"b":']


def test_an_empty_standard_input_is_said() -> None:
    for nothing in (b"", b"\n \n"):
        with pytest.raises(SourceError, match="empty"):
            values("-", io.BytesIO(nothing))


def test_a_plain_text_that_is_too_large_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_RECORD_BYTES", 1 << 20)
    with pytest.raises(SourceError, match="larger than 1 MiB"):
        values("-", io.BytesIO(b"many words\n" * 200_000))


json_lines = st.lists(
    st.recursive(
        st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
        max_leaves=4,
    ).map(lambda value: encode_json(value)),
    min_size=1,
    max_size=5,
)


@given(json_lines)
def test_json_lines_are_the_same_from_a_file_and_from_a_stream(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes]
) -> None:
    content = b"\n".join(lines)
    path = write(tmp_path_factory.mktemp("law") / "posts.ndjson", content)
    assert values(path) == values("-", io.BytesIO(content)) == lines


def test_reading_is_lazy(tmp_path: Path) -> None:
    records: Iterator[SourceRecord] = read_source(tmp_path / "nowhere.json")
    with pytest.raises(SourceError):
        next(records)
