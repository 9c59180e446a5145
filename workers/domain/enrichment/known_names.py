"""The names of the table as texts have them: by their first tokens, and by their stems."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from workers.domain.enrichment.tokens import tokenise
from workers.domain.provenance.cases import same_but_for_case
from workers.domain.provenance.outlets import Outlet, outlet_named, outlets

LONGEST_NAME: Final = 8
"""Tokens of the longest name."""
_SLAVIC: Final = frozenset("ru ua pl cz sk bg rs hr si by kz".split())
HEAD: Final = 3
"""Letters by which names that have cases are looked up."""
_VOWELS: Final = "aeiouyаеиоуыь"
_LONE: Final = 8
"""Letters: a shorter name of one word has the stem of other words."""
_SHORTEST: Final = 4
"""Letters of a name that may take an ending, where words before it call for a name."""
_LONG_ENOUGH: Final = 5
"""Letters: the stems of shorter names are those of other words."""


@cache
def known_names() -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """Names of the table by their first and second tokens, the longest first.

    Each as tokens and as written; those of one token under an empty second.
    """
    found: dict[str, dict[str, dict[tuple[str, ...], str]]] = {}
    for outlet in outlets():
        if outlet.kind in ("reference", "wire"):
            continue
        for name in outlet.names:
            for form in (name, "The " + name.removeprefix("The ")):
                words = tuple(tokenise(form).words)
                if form == name or name in outlet.words or len(words) < LONGEST_NAME:
                    second = words[1] if len(words) > 1 else ""
                    found.setdefault(words[0], {}).setdefault(second, {}).setdefault(words, name)
    return {
        first: {
            second: tuple(sorted(names.items(), key=lambda item: -len(item[0])))
            for second, names in seconds.items()
        }
        for first, seconds in found.items()
    }


def inflected(name: str) -> Outlet | None:
    """The outlet that a name in another case is one of, or None.

    `Deutschen Presse-Agentur`, `Süddeutschen Zeitung`; `Коммерсанта`, `Ведомостям`; `Ylen`.
    """
    if name[-1] == "n" and (finnish := _genitives().get(name)) is not None:
        return finnish
    if name.isascii() or name[-1] < "а":
        first, space, rest = name.partition(" ")
        return outlet_named(first[:-1] + space + rest) if space and first.endswith("n") else None
    if name.endswith(("ями", "ами")):
        return _stems().get(name[:-4]) or _stems().get(name[:-3])
    return _stems().get(name[:-1]) or _stems().get(name[:-2]) or _stems().get(name[:-3])


@cache
def _genitives() -> dict[str, Outlet]:
    """The names of Finnish outlets as they stand before `mukaan`."""
    return {
        form: outlet
        for outlet in outlets()
        for name in outlet.names
        if outlet.domain.endswith(".fi") and name not in outlet.words
        for form in (name + "n", name + ":n", name.replace("Sanomat", "Sanomien"))
        if form.endswith("n")
    }


def has_cases(outlet: Outlet) -> bool:
    """Whether an outlet is at home where names have cases."""
    return outlet.domain.rsplit(".", 1)[-1] in _SLAVIC


def inflected_at(words: Sequence[str], at: int, end: int) -> tuple[int, Outlet] | None:
    """The outlet whose name stands at a token in a Slavic case, and the token behind it."""
    for name, length in cased_names().get(words[at][:HEAD], ()):
        stop = at + length
        if stop > end or (length == 1 and not _lone(name, words[at])):
            continue
        if length == 1 or same_but_for_case(name, " ".join(words[at:stop])):
            outlet = outlet_named(name)
            return (stop, outlet) if outlet is not None else None
    return None


def short_inflected(word: str) -> Outlet | None:
    """The outlet of one short word in the instrumental: `w rozmowie z Onetem`.

    Its stem is that of other words too, so ask only where a name must follow.
    """
    stem = word[:-2] if word.endswith(("em", "ем", "ом")) else ""
    outlet = outlet_named(stem) if len(stem) >= _SHORTEST else None
    if outlet is None or not has_cases(outlet) or outlet.kind == "wire" or stem in outlet.words:
        return None
    return outlet if stem in outlet.names else None


def _lone(name: str, word: str) -> bool:
    """`Rzeczpospolitej`, `Interfaxu`: a last vowel gives way, and the ending has two letters."""
    stem = name[:-1] if name[-1] in _VOWELS else name
    return word.startswith(stem) and len(word) <= len(stem) + 2


@cache
def cased_names() -> dict[str, tuple[tuple[str, int], ...]]:
    """Names that have cases, with their count of tokens, by their first `HEAD` letters."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for outlet in outlets():
        if not has_cases(outlet) or outlet.kind == "wire":
            continue
        for name in outlet.names:
            words = name.split(" ")
            plain = all(word.isalpha() for word in words) and name not in outlet.words
            if plain and (len(words) > 1 or len(name) >= _LONE):
                found[name[:HEAD]] = (*found.get(name[:HEAD], ()), (name, len(words)))
    return found


@cache
def _stems() -> dict[str, Outlet]:
    """Names of one Cyrillic word without the endings of their cases."""
    return {
        name.rstrip("аеиоуыьъяюй"): outlet
        for outlet in outlets()
        for name in outlet.names
        if len(name) >= _LONG_ENOUGH and name.isalpha() and "а" <= name[-1] <= "я"
    }
