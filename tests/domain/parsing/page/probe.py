"""The form of a probe: an invented page, and what it says about itself."""

from typing import NamedTuple


class Probe(NamedTuple):
    """A page and what its title, authors and day of publication are; None where it has none."""

    name: str
    url: str
    html: str
    title: str | None
    authors: tuple[str, ...] | None = None
    """None where the probe does not ask."""
    date: str | None = ""
    """Empty where the probe does not ask."""


def page(head: str, body: str, lang: str = "en") -> str:
    """A whole page around a head and a body."""
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    )
