"""Languages that are taken for one another, and the words that tell them apart."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

WORD: Final = re.compile(r"[\u0900-\u0963\u0971-\u097f]+|[^\W\d_]+(?:['’][^\W\d_]+)?")

NEAR: Final[dict[str, frozenset[str]]] = {
    "am": frozenset(("ti",)),
    "ar": frozenset(("ug",)),
    "bg": frozenset(("mk", "kk", "ky", "mn", "tg", "tt", "uz")),
    "be": frozenset(("kk", "ky", "mn", "tg", "tt", "uz")),
    "bn": frozenset(("as",)),
    "ca": frozenset(("oc",)),
    "de": frozenset(("lb",)),
    "es": frozenset(("gl",)),
    "fa": frozenset(("ps", "sd", "ug")),
    "he": frozenset(("yi",)),
    "hi": frozenset(("ne",)),
    "is": frozenset(("fo",)),
    "ku": frozenset(("ug",)),
    "mr": frozenset(("ne",)),
    "ms": frozenset(("id", "jv", "su")),
    "nl": frozenset(("af",)),
    "pt": frozenset(("gl", "ha")),
    "ru": frozenset(("kk", "ky", "mn", "tg", "tt", "uz")),
    "sr": frozenset(("mk", "kk", "ky", "mn", "tg", "tt", "uz")),
    "tl": frozenset(("ceb",)),
    "tr": frozenset(("tk", "uz")),
    "uk": frozenset(("mk", "kk", "ky", "mn", "tg", "tt", "uz")),
    "ur": frozenset(("ps", "sd", "ug")),
}
"""What eldc does not know, by the language for which it takes it, sure as it may be."""


TOGETHER: Final = (
    frozenset(("hr", "bs", "sr", "sl", "mk")),
    frozenset(("id", "ms", "jv", "su")),
    frozenset(("no", "da", "sv", "is", "fo")),
    frozenset(("gl", "es", "pt", "ca", "oc")),
    frozenset(("hi", "mr", "ne")),
    frozenset(("ru", "bg", "uk", "be", "mk", "sr")),
    frozenset(("zh", "ja")),
    frozenset(("zu", "xh", "ss", "st", "tn", "ts")),
    frozenset(("cs", "sk")),
    frozenset(("de", "nl", "af", "lb")),
    frozenset(("tl", "ceb")),
    frozenset(("tr", "az", "tk", "uz")),
    frozenset(("ar", "fa", "ur", "ps", "sd", "ckb", "ug")),
)
"""Languages between which the source's own word decides where the text leaves it open."""

_SMALL: Final = "small"
_KURDISH: Final = "kurdish"


@cache
def _word_lists() -> dict[str, dict[str, frozenset[str]]]:
    """Words by set of neighbours and language: `language_words.tsv`, written for this."""
    lists: dict[str, dict[str, frozenset[str]]] = {}
    table = files(__package__).joinpath("language_words.tsv").read_text("utf-8")
    for line in table.splitlines():
        name, code, words = line.split("\t")
        lists.setdefault(name, {})[code] = frozenset(words.split())
    return lists


_KURDISH_LETTERS: Final = re.compile("[êîûşç]")
# ğ and the dotless ı are Turkish; the rest is French, Romanian, German and Turkmen
_NOT_KURDISH: Final = re.compile("[ğıöüàèéăâțňýžäñ]")


# Old jat in Serbian as spoken in Serbia (`vreme`), and in Croatia and Bosnia (`vrijeme`)
_EKAVIAN: Final = re.compile(
    r"\b(?:vrem|reč|mest[aou]|dec[aeiu]\b|devoj|svet[aeu]?\b|svetsk|cen[aeiou]\b|pre\b|gde\b|ovde|uvek"
    r"|posledn|sled|deo\b|del[aou]\b|bezbedn|pobed|nedelj|mer[aeu]\b|lek[aou]|reke?\b|prim[e]n|sednic"
    r"|posle\b|čovek|smen|zahtev|ver[aeou]\b|obezbe|tel[aou]\b|pored[i]|preds?edni|razume|opred)"
)
_IJEKAVIAN: Final = re.compile(
    r"[bcdlmnprstvz]ije(?:[dklmnprstvčšć]|\b)|[mvd]je(?:[cdlrst]|\b)|sje[dvć]|pjes|gdje|sljed|posljed|lje[kp]"
)


def told_by_reflex(text: str) -> str | None:
    """`sr` where every word with an old jat has it as Serbia says it; None where none has."""
    low = text.lower()
    return "sr" if _EKAVIAN.search(low) and not _IJEKAVIAN.search(low) else None


def told_apart(text: str, codes: tuple[str, ...]) -> str | None:
    """Which of some near languages the words of a text speak for; None for a draw."""
    words = set(WORD.findall(text.lower()))
    sets = next(known for known in _word_lists().values() if known.keys() >= set(codes))
    return _winner({code: len(words & sets[code]) for code in codes})


def told_by_small_words(text: str) -> str | None:
    """Which big language the small words of a text speak for; None for a draw.

    What is written with a capital does not count: `Las Vegas` is not Spanish.
    """
    words = set(WORD.findall(text.lower() if text.isupper() else text))
    return _winner({code: len(words & small) for code, small in _word_lists()[_SMALL].items()})


def _winner(points: dict[str, int]) -> str | None:
    best = max(points.values())
    winners = [code for code, count in points.items() if count == best]
    return winners[0] if best and len(winners) == 1 else None


def is_kurmanji(text: str) -> bool:
    """Whether a text in Latin letters is Northern Kurdish, which neither library knows.

    To be asked where eldc is not sure: Romanian and French have the letters too.
    """
    low = text.lower()
    letters = _KURDISH_LETTERS.findall(low)
    if len(letters) < max(1, len(low) // 50) or len(_NOT_KURDISH.findall(low)) > len(letters) // 3:
        return False
    words = WORD.findall(low)
    known = _word_lists()[_KURDISH]["ku"]
    kurdish = sum(word in known for word in words)
    return kurdish >= max(1, len(words) // 7) or (len(set(letters)) > 1 and len(low) < 100)
