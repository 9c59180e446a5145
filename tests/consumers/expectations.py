"""Every kit's `expected.json`: the answer for the invented feed, for a reader to look at."""

import json

from .feed import invented_feed
from .kits import KITS, Kit


def expected_text(kit: Kit) -> str:
    """One row a line."""
    rows = sorted(kit.expected(invented_feed().committed), key=json.dumps)
    lines = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[\n{lines}\n]\n"


def write_expected() -> None:
    """Writes them all, from the arithmetic alone."""
    for kit in KITS:
        kit.expected_file.write_text(expected_text(kit), "utf-8")
