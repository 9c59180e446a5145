"""One trace of the publisher that had a text first."""

from typing import NamedTuple

from schemas.article import EvidenceKind


class Witness(NamedTuple):
    """Who a line of the text names, and which words of its block say so."""

    kind: EvidenceKind
    name: str
    domain: str | None
    own: bool
    """Whether it names the site itself: a footer, and no origin."""
    confidence: float
    begins: int
    """Where in the block its words begin."""
    ends: int
    leaves: bool
    """Whether the words are kept out of the text: they speak of it, and are not of it."""
