"""Which live stories hold a term. Their number is the term's document frequency."""

from collections.abc import Iterable
from heapq import nsmallest


class Postings:
    """Terms, each with the stories that hold it; most terms have one, and cost no list."""

    def __init__(self) -> None:
        self._stories: dict[str, str | list[str]] = {}

    def __len__(self) -> int:
        return len(self._stories)

    def counts(self, terms: Iterable[str]) -> list[int]:
        """How many live stories hold each of these terms."""
        return [
            0 if entry is None else 1 if entry.__class__ is str else len(entry)
            for entry in map(self._stories.get, terms)
        ]

    def link(self, terms: Iterable[str], story_id: str) -> None:
        """The story holds these terms from now on, none of which it held before."""
        stories = self._stories
        for term in terms:
            entry = stories.setdefault(term, story_id)
            if entry is story_id:
                continue
            if isinstance(entry, str):
                stories[term] = [entry, story_id]
            else:
                entry.append(story_id)

    def unlink(self, terms: Iterable[str], story_id: str) -> None:
        """The story does not hold these terms any more, each of which it held."""
        stories = self._stories
        for term in terms:
            entry = stories[term]
            if isinstance(entry, str):
                del stories[term]
                continue
            entry.remove(story_id)
            if len(entry) == 1:
                stories[term] = entry[0]

    def search(self, terms: list[tuple[str, int]], entries: int, most: int) -> list[str]:
        """The stories that share most with these weighted terms, by id where they share alike.

        The rarest terms are looked up first, until so many entries were seen.
        """
        found = [
            (1 if isinstance(entry, str) else len(entry), place, entry, weight * weight)
            for place, (term, weight) in enumerate(terms)
            if (entry := self._stories.get(term)) is not None
        ]
        found.sort(key=lambda each: each[:2])
        shared: dict[str, int] = {}
        for count, _, entry, square in found:
            if count > entries:
                break
            entries -= count
            for story_id in (entry,) if isinstance(entry, str) else entry:
                shared[story_id] = shared.get(story_id, 0) + square
        best = nsmallest(most, shared.items(), key=lambda each: (-each[1], each[0]))
        return [story_id for story_id, _ in best]
