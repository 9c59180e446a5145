"""The lists that were built from published data: names of people and places, common words."""

import gzip
import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from workers.domain.enrichment.entities.vocabulary.people import FAMOUS
from workers.domain.enrichment.entities.vocabulary.places import COUNTRIES, REGIONS, STATES


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What is known of names before a text is read. Sources: docs/entities.md."""

    first: frozenset[str]
    last: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    common: frozenset[str]
    """Words that English writes in small letters, in small letters."""
    often: frozenset[str]
    """The most frequent of them."""
    places: dict[str, str]
    """Names of places, and of each: country, region, state or city."""
    sure_places: frozenset[str]
    """Places that were chosen by hand: they are hardly ever anything else."""


_NEVER_PLACES: Final = frozenset(
    """
    Of March Reading Mobile Nice Bath Police Date Most Split Man Male Union Central Santa Mission
    Independence Enterprise Orange Sale Same Van Young Best Much Federal University Church College
    Home Beer Can Wit Along Goes Fair Media Villa Martin Davis Lawrence George Victoria Jackson
    Nelson Clinton Marshall
    """.split()
)
"""Towns and territories whose names are mostly other words, or people."""
_MORE_FIRST: Final = frozenset("Xi Li Bo Al Jo Ed Si Ty Lu Bernie Barack Vladimir Boris".split())


@cache
def gazetteer() -> Gazetteer:
    """The lists, read from the package once: a tenth of a second, 20 MB."""
    packed = resources.files("workers.domain.enrichment").joinpath("data/gazetteer.json.gz")
    lists: dict[str, str] = json.loads(gzip.decompress(packed.read_bytes()))
    words = {name: frozenset(text.split("\n")) for name, text in lists.items()}
    places = {
        place: kind for kind in ("city", "state", "region", "country") for place in words[kind]
    }
    for kind, chosen in (("country", COUNTRIES), ("region", REGIONS), ("state", STATES)):
        places.update(dict.fromkeys(chosen, kind))
    for place in _NEVER_PLACES:
        places.pop(place, None)
    for place in [place for place in places if place.startswith("St. ")]:
        places[f"St {place[4:]}"] = places[place]
    famous = frozenset(map(str.lower, FAMOUS))
    return Gazetteer(
        first=words["first"] | _MORE_FIRST,
        last=words["last"] | FAMOUS,
        male=words["male"],
        female=words["female"],
        common=(words["often"] | words["seldom"]) - famous,
        often=words["often"] - famous,
        places=places,
        sure_places=(COUNTRIES | REGIONS) - _NEVER_PLACES,
    )
