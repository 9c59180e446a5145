"""Tuples with names, made without a call in Python."""

from typing import Final

made: Final = tuple.__new__
"""`made(FoundBlock, (…))` is `FoundBlock(…)` in a third of the time. For tuples of which a post has
many, and all fields are given: mypy does not look at them."""
