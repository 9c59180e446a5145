"""English words that are written in small letters: SCOWL's spelling, Google Books' counts."""

from importlib import resources

from spylls.hunspell import Dictionary

MOST_RANKED = 40_000
OFTEN = 8_000
"""The rank below which a word is met often."""
NAME_WEIGHT = 250.0
"""Bearers in a hundred times rank: `brown` (.62 times 1,216) is a name, `young` (114) is not."""


def ranks() -> dict[str, int]:
    """The place of each English word by how often it is met, the most frequent 0."""
    text = resources.files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt")
    rows = (line.split() for line in text.read_text("utf-8-sig").splitlines())
    counts = {word: int(count) for word, count in rows}
    ranked = sorted(counts, key=lambda word: (-counts[word], word))
    return {word: rank for rank, word in enumerate(ranked)}


def common_words(rank: dict[str, int], people: dict[str, float]) -> list[str]:
    """Words whose capital tells nothing, in order of the alphabet.

    Left out: what a speller takes with a capital alone, and what more people are named than the
    word's frequency makes up for (`jack`, `smith`, but not `mark` or `young`).
    """
    speller = _speller()
    return sorted(
        word
        for word, place in rank.items()
        if place < MOST_RANKED
        and word.isalpha()
        and people.get(word.title(), 0.0) * place <= NAME_WEIGHT
        and word not in MOSTLY_NAMES
        and (speller.lookup(word) or _is_british(word, speller))
    )


MOSTLY_NAMES = frozenset(
    """
    adobe amazon apple august bible bob bush catholic china christian chuck congress danish dell
    dick democratic dutch ford french google josh jun ken march mars medicaid medicare nick oracle
    oxford pacific republican republicans democrat democrats rob roman safari senate shanghai soviet
    tom turkey wales welsh wellington yahoo
    """.split()
)
"""Words of the speller whose capital says more than their small letters, from general knowledge."""
_SPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ll", "l"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("mme", "m"),
    ("ae", "e"),
    ("que", "ck"),
    ("metre", "meter"),
    ("grey", "gray"),
    ("aluminium", "aluminum"),
)


def _is_british(word: str, speller: Dictionary) -> bool:
    """Whether a word is an American one spelt as in Britain: the speller is American."""
    return any(
        british in word and bool(speller.lookup(word.replace(british, american)))
        for british, american in _SPELLINGS
    )


def _speller() -> Dictionary:
    folder = resources.files("spylls.hunspell").joinpath("data/en/en_US")
    return Dictionary.from_files(str(folder))
