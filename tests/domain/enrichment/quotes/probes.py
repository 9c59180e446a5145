"""Invented texts, and whose words they quote.

    python -m tests.domain.enrichment.quotes.probes      # prints the rates and what is wrong

The first column is the round: each was written whole before any of it was tried. Right on first
sight: 56 of 58, 33 of 42, 30 of 36, 29 of 30, 39 of 46 quotations; one title was quoted. A wanted
quote is `its first words => its speaker`, and `\\n` in a text is a line break.
"""

from pathlib import Path
from typing import NamedTuple

from schemas.enriched_article import Quote
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import find_entities
from workers.domain.enrichment.language import detect_language
from workers.domain.enrichment.quotes.find import find_quotes

FILE = Path(__file__).with_name("probes.tsv")


class Probe(NamedTuple):
    round: str
    text: str
    wanted: tuple[tuple[str, str], ...]
    """The first words of each quote, and its speaker, empty where nobody is named."""


def probes() -> list[Probe]:
    found = []
    for line in FILE.read_text("utf-8").splitlines():
        name, text, wanted = line.split("\t")
        pairs = (pair.split(" => ") for pair in wanted.split(" | ") if pair)
        quotes = tuple((first, speaker.strip()) for first, speaker in pairs)
        found.append(Probe(name, text.replace("\\n", "\n"), quotes))
    return found


def quoted(text: str) -> tuple[Quote, ...]:
    """The quotes of a text, as the enrich stage finds them."""
    analysed, language = analyse(text), detect_language(text)
    return find_quotes(analysed, find_entities(analysed, language), language)


def faults(probe: Probe) -> list[str]:
    """What is wrong: a line for each quote that is missing, too much, or another's."""
    found = quoted(probe.text)
    wrong = []
    for first, speaker in probe.wanted:
        hits = [quote for quote in found if quote.text.startswith(first)]
        got = (hits[0].speaker or "") if hits else "not found"
        if not f"{got} ".lower().startswith(f"{speaker} ".lower()):
            wrong.append(f"{first!r}: {got}, wanted {speaker or 'nobody'}")
    firsts = tuple(first for first, _ in probe.wanted)
    wrong += [f"too much: {quote.text!r}" for quote in found if not quote.text.startswith(firsts)]
    return wrong


def main() -> None:
    for name in ("1", "2", "3", "4", "5"):
        part = [probe for probe in probes() if probe.round == name]
        wrong = [fault for probe in part for fault in faults(probe)]
        wanted = sum(len(probe.wanted) for probe in part)
        print(f"round {name}: {wanted - len(wrong)} of {wanted}", *wrong, sep="\n  ")


if __name__ == "__main__":
    main()
