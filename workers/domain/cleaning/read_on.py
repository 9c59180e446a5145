"""Words that lead on to the rest of a text: `[…]`, `Continue reading “…” →`, `Read more`."""

import re
from typing import Final

PHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("continue reading", "read more", "keep reading", "read the full article"),
    "es": ("leer más", "seguir leyendo", "continuar leyendo"),
    "fr": ("lire la suite", "lire plus", "continuer la lecture"),
    "de": ("weiterlesen", "mehr lesen"),
    "pt": ("leia mais", "continue lendo", "continuar lendo"),
    "it": ("leggi tutto", "continua a leggere", "leggi di più"),
    "nl": ("lees verder", "lees meer"),
    "id": ("baca selengkapnya", "selengkapnya"),
    "ru": ("читать далее", "читать дальше"),
    "ja": ("続きを読む",),
    "zh": ("阅读更多", "繼續閱讀", "继续阅读"),
    "ar": ("اقرأ المزيد", "متابعة القراءة"),
}
"""What themes write under a text that they cut, by language. One line adds a language."""

_PHRASE: Final = "|".join(re.escape(words) for row in PHRASES.values() for words in row)
_DOTS: Final = r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})"
_ARROWS: Final = r"[\s.…»›>→⟶⇒\])]*"
# A title may follow in quotation marks. A colon after the phrase leads to some other article.
_TAIL: Final = rf"(?:\s*[“\"«][^“”\"«»]{{0,200}}[”\"»])?{_ARROWS}$"
_AFTER_DOTS: Final = re.compile(rf"{_DOTS}\s*[(\[]?(?:{_PHRASE}){_TAIL}", re.IGNORECASE)
_ALONE: Final = re.compile(rf"^[(\[]?(?:{_PHRASE}){_TAIL}", re.IGNORECASE)
_CUT: Final = re.compile(r"\[\s*(?:…|\.{3})\s*\]\s*$")
_TAIL_LENGTH: Final = 300
"""Characters in which the words stand: a pattern that looks for an end is slow on long texts."""


def without_read_on(text: str) -> tuple[str, bool]:
    """The text without words that lead on to the rest of it, and whether there were any."""
    tail = text[-_TAIL_LENGTH:]
    if len(tail) == len(text) and _ALONE.match(text):
        return "", True
    if "…" not in tail and "..." not in tail:
        return text, False
    found = _AFTER_DOTS.search(tail) or _CUT.search(tail)
    if found is None:
        return text, False
    return text[: len(text) - len(tail) + found.start()].rstrip(), True
