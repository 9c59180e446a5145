"""Invented headlines in 100 languages, and which language each was taken for.

    python -m tests.domain.enrichment.headlines      # prints the rate and the confusions

The first column is the round: a round was written whole before any of it was tried, and the rates
on first sight were 246 of 252, 136 of 144, 84 of 86 and 78 of 80.
"""

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from workers.domain.enrichment.language import detect_language

FILE = Path(__file__).with_name("headlines.tsv")


class Headline(NamedTuple):
    round: str
    code: str
    text: str


def headlines() -> list[Headline]:
    return [Headline(*line.split("\t")) for line in FILE.read_text("utf-8").splitlines()]


def confusions(rows: list[Headline]) -> Counter[tuple[str, str]]:
    """How often each language was taken for another."""
    found = ((row.code, detect_language(row.text).code) for row in rows)
    return Counter(pair for pair in found if pair[0] != pair[1])


def table(confused: Counter[tuple[str, str]]) -> str:
    return "\n".join(
        f"{wanted:>4} taken for {got:4} {count}"
        for (wanted, got), count in sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    )


def main() -> None:
    rows = headlines()
    for name in sorted({row.round for row in rows}):
        part = [row for row in rows if row.round == name]
        wrong = confusions(part).total()
        print(f"round {name}: {len(part) - wrong} of {len(part)} right")
    print(table(confusions(rows)))


if __name__ == "__main__":
    main()
