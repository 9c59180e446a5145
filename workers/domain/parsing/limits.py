"""How much of a post is read: numbers that an operator may set, handed to whoever reads."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """A post beyond one of them is buried as `too_large`, and never read in part."""

    links: int
    """Links of one article."""
    page_characters: int
    """Characters of a page's markup."""
    page_tags: int
    """Tags of a page as written, counted before it is parsed."""
    page_elements: int
    """Elements of a page once it is parsed; markup that is never closed makes many of few tags."""
    page_depth: int
    """Elements of a page inside each other."""
    page_text: int
    """Characters of a page without scripts, styles and drawings, menus, side bars and controls."""


DEFAULT: Final = Limits(
    links=5_000,
    page_characters=1_500_000,
    page_tags=12_000,
    page_elements=3_500,
    page_depth=250,
    page_text=400_000,
)
"""Of 208 real pages the longest has 1,100,000 characters, 213,000 of them without scripts and
menus, and the fullest 6,300 tags, 3,100 elements and 1,208 links; the deepest is 40 elements
deep."""
