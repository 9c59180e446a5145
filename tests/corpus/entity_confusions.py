"""Which kinds of names are taken for which, on texts whose names readers have marked.

python -m tests.corpus.entity_confusions [ner/conll2003-valid.txt]

The file has a token a line, its label (`B-PER`, `I-ORG`, `O`) in a later column, and an empty line
behind each sentence. Spans agree to the character or not at all; marks of other kinds, and what
lies on them, are not counted. Rows are the readers' kinds, columns what was found there.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus.places import CORPUS
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import NamedEntity, find_entities

SENTENCES = 15  # a text, as in the corpus' own scorer
KINDS = {
    "PER": "person",
    "person": "person",
    "ORG": "organization",
    "corporation": "organization",
    "group": "organization",
    "LOC": "place",
    "location": "place",
}
FOUND = ("person", "organization", "place", "other")
CLOSING = frozenset(".,;:!?)%") | {"'s", "n't", "''", "'re", "'ve", "'ll", "'d", "'m"}

Span = tuple[int, int]


@dataclass(slots=True)
class Marked:
    """A text, and the kind that readers gave each span; None for kinds that are not counted."""

    text: str = ""
    kinds: dict[Span, str | None] = field(default_factory=dict)

    def add(self, sentence: Sequence[tuple[str, str]]) -> None:
        """Appends a sentence of tokens and labels, a blank line before it."""
        self.text += "\n\n" if self.text else ""
        begun: tuple[int, str] | None = None
        for number, (token, label) in enumerate(sentence):
            if begun and label != f"I-{begun[1]}":
                self._mark(*begun)
                begun = None
            if number and token not in CLOSING and self.text[-1] not in "($":
                self.text += " "
            if label != "O" and begun is None:
                begun = len(self.text), label[2:]
            self.text += token
        if begun:
            self._mark(*begun)

    def _mark(self, start: int, label: str) -> None:
        self.kinds[start, len(self.text)] = KINDS.get(label)


def marked_texts(path: Path) -> Iterator[Marked]:
    """The texts of a file, 15 sentences each."""
    sentences = [
        [_token_and_label(row.split()) for row in block.splitlines()]
        for block in path.read_text("utf-8").split("\n\n")
        if block.strip() and not block.startswith("-DOCSTART-")
    ]
    for first in range(0, len(sentences), SENTENCES):
        text = Marked()
        for sentence in sentences[first : first + SENTENCES]:
            text.add(sentence)
        yield text


def _token_and_label(columns: Sequence[str]) -> tuple[str, str]:
    labels = (each for each in reversed(columns[1:]) if each == "O" or each[:2] in ("B-", "I-"))
    return columns[0], next(labels, "O")


def confusions(text: Marked, entities: Sequence[NamedEntity]) -> Counter[tuple[str, str]]:
    """How often a kind of the readers (or `no name`) was found as a kind (or `missed`)."""
    counted: Counter[tuple[str, str]] = Counter()
    left_out = [span for span, kind in text.kinds.items() if kind is None]
    found = {
        (mention.start_char, mention.end_char): entity.kind
        for entity in entities
        for mention in entity.mentions
    }
    for span, kind in text.kinds.items():
        if kind is not None:
            counted[kind, found.get(span, "missed")] += 1
    for span, kind in found.items():
        if span not in text.kinds and not any(_touch(span, other) for other in left_out):
            counted["no name", kind] += 1
    return counted


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def main(arguments: Sequence[str]) -> None:
    """Prints the table."""
    name = arguments[0] if arguments else "ner/conll2003-valid.txt"
    counted: Counter[tuple[str, str]] = Counter()
    for text in marked_texts(CORPUS / name):
        counted += confusions(text, find_entities(analyse(text.text)))
    columns = (*FOUND, "missed")
    print(" " * 14 + "".join(f"{column:>14}" for column in columns))
    for kind in (*FOUND[:3], "no name"):
        print(f"{kind:14}" + "".join(f"{counted[kind, column]:14,}" for column in columns))


if __name__ == "__main__":
    main(sys.argv[1:])
