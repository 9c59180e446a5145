"""How common English words are in articles at large."""

from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final

from workers.domain.stories.spellings import spelling_of

ARTICLES: Final = 1_000
"""The table counts articles among so many."""


@cache
def background_of(language_code: str) -> MappingProxyType[str, int]:
    """Of 1,000 articles, how many hold a term; empty for a language without a table.

    English alone has one: `background.tsv` names its source, `tools/story_words.py` writes it.
    """
    if language_code != "en":
        return MappingProxyType({})
    table: dict[str, int] = {}
    text = resources.files(__package__).joinpath("background.tsv").read_text("utf-8")
    for line in text.splitlines():
        word, _, articles = line.partition("\t")
        if not word.startswith("#"):
            term, _ = spelling_of(word, language_code)
            if term:
                table[term] = max(table.get(term, 0), int(articles))
    return MappingProxyType(table)
