"""The names of the table as texts have them: by their first tokens, and by their stems."""

from functools import cache
from typing import Final

from workers.domain.enrichment.tokens import tokenise
from workers.domain.provenance.outlets import Outlet, outlet_named, outlets

LONGEST_NAME: Final = 8
"""Tokens of the longest name."""
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
    """`Deutschen Presse-Agentur`, `Süddeutschen Zeitung`; `Коммерсанта`, `Ведомостям`."""
    if name.isascii() or name[-1] < "а":
        first, space, rest = name.partition(" ")
        return outlet_named(first[:-1] + space + rest) if space and first.endswith("n") else None
    return _stems().get(name[:-1]) or _stems().get(name[:-2]) or _stems().get(name[:-3])


@cache
def _stems() -> dict[str, Outlet]:
    """Names of one Cyrillic word without the endings of their cases."""
    return {
        name.rstrip("аеиоуыьъяюй"): outlet
        for outlet in outlets()
        for name in outlet.names
        if len(name) >= _LONG_ENOUGH and name.isalpha() and "а" <= name[-1] <= "я"
    }
