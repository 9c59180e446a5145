"""Invented candidates: events, who reports them, and what happens to an article afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from schemas.article import AccessKind
from schemas.story import StoryCandidate
from workers.domain.stories.fingerprint import Fingerprint

BEGIN = datetime(2026, 3, 1, tzinfo=UTC)


def candidate(
    article_id: str,
    names: str = "",
    words: str = "",
    *,
    revision: str = "1",
    language_code: str = "en",
    access: AccessKind = "open",
    after_hours: float = 0.0,
    published: bool = True,
    modified_after_hours: float | None = None,
    title: str | None = None,
    domain: str | None = None,
    origin: str | None = None,
    hashes: tuple[int, ...] = (),
    month_days: tuple[int, ...] = (),
) -> StoryCandidate:
    """A candidate whose names stand in the head, and whose words do not."""
    name_terms, word_terms = tuple(names.split()), tuple(words.split())
    at = BEGIN + timedelta(seconds=int(after_hours * 3600))
    modified = None
    if modified_after_hours is not None:
        modified = BEGIN + timedelta(seconds=int(modified_after_hours * 3600))
    return StoryCandidate(
        article_id=article_id,
        revision=revision,
        language_code=language_code,
        access=access,
        title=title,
        publisher_domain=domain,
        origin_domain=origin,
        published_at=at if published else None,
        modified_at=modified,
        ingested_at=at,
        word_count=300,
        has_case=True,
        month_days=month_days,
        terms=name_terms + word_terms,
        term_groups=(len(name_terms), 0, 0, len(word_terms)),
        term_counts=(3,) * len(name_terms) + (1,) * len(word_terms),
        fingerprint=Fingerprint.of(hashes).written(),
    )


@dataclass(frozen=True, slots=True)
class Event:
    """What some outlets report."""

    names: tuple[str, ...]
    words: tuple[str, ...]
    language_code: str


class Stream:
    """A random stream: reports, copies, revisions, withdrawals, repeats, late arrivals."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._events: list[Event] = []
        self._sent: list[StoryCandidate] = []
        self._hours = 0.0

    def take(self, articles: int) -> Iterator[StoryCandidate]:
        for number in range(articles):
            self._hours += self._random.expovariate(1.0)
            yield self._next(f"article-{number}")

    def _next(self, article_id: str) -> StoryCandidate:
        random = self._random
        match random.random():
            case chance if chance < 0.06 and self._sent:
                return random.choice(self._sent[-30:])  # it comes again, or late
            case chance if chance < 0.14 and self._sent:
                return self._changed(random.choice(self._sent[-30:]))
            case chance if chance < 0.22 and self._sent:
                return self._report(article_id, copied=random.choice(self._sent[-20:]))
        return self._report(article_id)

    def _changed(self, old: StoryCandidate) -> StoryCandidate:
        later = BEGIN + timedelta(seconds=int(self._hours * 3600))
        changes: dict[str, object] = {"ingested_at": later, "modified_at": later}
        if self._random.random() < 0.4:
            return old.model_copy(
                update=changes
                | {"access": "withdrawn", "terms": (), "term_groups": (0, 0, 0, 0)}
                | {"term_counts": (), "fingerprint": ""}
            )
        changes["revision"] = f"{old.revision}+"
        if self._random.random() < 0.2:
            changes["language_code"] = "de" if old.language_code == "en" else "en"
        return old.model_copy(update=changes)

    def _report(self, article_id: str, copied: StoryCandidate | None = None) -> StoryCandidate:
        random = self._random
        if copied is not None:
            report = copied.model_copy(
                update={
                    "article_id": article_id,
                    "revision": "1",
                    "access": "open",
                    "publisher_domain": random.choice(("copy.example", None)),
                    "ingested_at": BEGIN + timedelta(seconds=int(self._hours * 3600)),
                }
            )
        else:
            event = self._event()
            names = random.sample(event.names, random.randint(2, 5))
            words = random.sample(event.words, random.randint(4, 12))
            report = candidate(
                article_id,
                " ".join(names),
                " ".join(words),
                language_code=event.language_code,
                after_hours=self._hours,
                published=random.random() < 0.8,
                title=random.choice((None, " ".join(names).title())),
                domain=random.choice(("north.example", "south.example", "west.example")),
                hashes=tuple(random.sample(range(1, 1 << 20), random.choice((3, 30, 120)))),
                month_days=tuple(sorted(random.sample((301, 302, 303), random.randint(0, 2)))),
            )
        self._sent.append(report)
        return report

    def _event(self) -> Event:
        """One of the latest events, or a new one, which may share names with its neighbours."""
        random = self._random
        if self._events and random.random() < 0.7:
            return random.choice(self._events[-6:])
        at = random.randrange(40) * 4
        self._events.append(
            Event(
                names=tuple(f"name{at + place}" for place in range(9)),
                words=tuple(f"word{random.randrange(400)}x{place}" for place in range(20)),
                language_code=random.choice(("en", "en", "en", "de")),
            )
        )
        return self._events[-1]
