"""What finds the names of a text: the rules, or whatever is put in their place."""

from collections.abc import Callable
from typing import Final, NamedTuple

from schemas.enriched_article import DetectedLanguage
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.find import NamedEntity, find_entities

NameFinder = Callable[[AnalysedText, DetectedLanguage | None], tuple[NamedEntity, ...]]
"""The same text gives the same entities, in the order of the text."""


class NameLane(NamedTuple):
    """A finder, and the version that the part `entities` gets from it."""

    find: NameFinder
    version: str


RULES: Final = NameLane(find_entities, "2")
"""The rules and lists of this package."""
