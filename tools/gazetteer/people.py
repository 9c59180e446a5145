"""Given and family names: the United States' census of 1990, and the name lists of Faker."""

import importlib
import pkgutil
from pathlib import Path
from typing import NamedTuple

import names as census

MOST_FAMILY_NAMES = 30_000
"""The census counts 88,799; the rarer half are mostly words and misreadings."""


class Names(NamedTuple):
    first: set[str]
    last: set[str]
    male: set[str]
    female: set[str]
    share: dict[str, float]
    """How many in a hundred people bear a name, given or family."""


def known_names() -> Names:
    """Every given and family name that a list has, each with a capital and no space."""
    first, last = _faker()
    share: dict[str, float] = {}
    shares = {sex: _census(f"dist.{sex}.first") for sex in ("male", "female")}
    for table in (*shares.values(), family := _census("dist.all.last", MOST_FAMILY_NAMES)):
        for name, percent in table.items():
            share[name] = share.get(name, 0.0) + percent
    male = _mostly(shares["male"], shares["female"])
    female = _mostly(shares["female"], shares["male"])
    first |= {*shares["male"], *shares["female"]}
    return Names(first, last | set(family), male, female, share)


def _census(table: str, most: int = 1 << 20) -> dict[str, float]:
    path = Path(census.__file__).with_name(table)
    lines = path.read_text("ascii").splitlines()
    rows = (line.split() for line in lines[:most])
    return {name.title(): float(percent) for name, percent, *_ in rows}


def _mostly(one: dict[str, float], other: dict[str, float]) -> set[str]:
    return {name for name, percent in one.items() if percent > 8 * other.get(name, 0.0)}


def _faker() -> tuple[set[str], set[str]]:
    first: set[str] = set()
    last: set[str] = set()
    providers = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(providers.__path__):
        provider = importlib.import_module(f"{providers.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            found = getattr(provider, attribute)
            if not isinstance(found, tuple | list | dict):
                continue
            if attribute.startswith("first_name"):
                first.update(filter(_is_one_name, found))
            elif attribute.startswith("last_name"):
                last.update(filter(_is_one_name, found))
    return first, last


def _is_one_name(name: object) -> bool:
    return isinstance(name, str) and len(name) > 2 and name.isalpha() and name.istitle()
