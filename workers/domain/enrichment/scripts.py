"""Scripts of letters, by Unicode block (ISO 15924 codes)."""

from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import Final

_BLOCKS: Final[tuple[tuple[int, int, str], ...]] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0700, 0x074F, "Syrc"),
    (0x0750, 0x077F, "Arab"),
    (0x0780, 0x07BF, "Thaa"),
    (0x08A0, 0x08FF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0A00, 0x0A7F, "Guru"),
    (0x0A80, 0x0AFF, "Gujr"),
    (0x0B00, 0x0B7F, "Orya"),
    (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"),
    (0x0C80, 0x0CFF, "Knda"),
    (0x0D00, 0x0D7F, "Mlym"),
    (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x0E80, 0x0EFF, "Laoo"),
    (0x0F00, 0x0FFF, "Tibt"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x139F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1800, 0x18AF, "Mong"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3130, 0x318F, "Hang"),
    (0x3400, 0x4DBF, "Hani"),
    (0x4E00, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"),
    (0xFB1D, 0xFB4F, "Hebr"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
    (0x20000, 0x323AF, "Hani"),
)
_STARTS: Final = [first for first, _, _ in _BLOCKS]
_ASCII_LETTERS: Final = {code: None for code in range(128) if not chr(code).isalpha()}
UNKNOWN: Final = "Zyyy"
"""ISO 15924 for what belongs to no script: figures, marks, emoji."""


FEWEST_KANA: Final = 1 / 25
"""Kana among signs from which a text is Japanese: a Chinese one may quote a shop's の."""


def scripts_of(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    if text.isascii():
        letters = len(text.translate(_ASCII_LETTERS))
        return Counter({"Latn": letters} if letters else {})
    counts: Counter[str] = Counter()
    for sign, times in Counter(text).items():
        if sign.isalpha():
            counts[_script(ord(sign))] += times
    kana = counts.pop("Hira", 0) + counts.pop("Kana", 0)
    if kana:
        signs = kana + counts.pop("Hani", 0)
        counts["Jpan" if kana >= FEWEST_KANA * signs else "Hani"] = signs
    return counts


@cache
def _script(code: int) -> str:
    _, last, script = _BLOCKS[bisect_right(_STARTS, code) - 1] if code >= 0x41 else _BLOCKS[0]
    return script if code <= last else "Zzzz"  # ISO 15924 for a script that has no code here
