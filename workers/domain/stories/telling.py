"""What consumers are told of a story: its headline, its terms, and who published it first."""

from collections.abc import Iterable
from typing import Final

from schemas.story import Story, WeightedTerm
from workers.domain.provenance.outlets import known_domain
from workers.domain.stories.filed import FiledArticle, moment
from workers.domain.stories.live_story import LiveStory

TERMS_TOLD: Final = 12
TITLES_READ: Final = 12
"""The headline is one of the first articles', so that it comes to rest while the story grows."""


def story_message(story: LiveStory) -> Story:
    """What the story is now; it has at least one article."""
    members = tuple(story.members.values())
    happened = [moment(member.happened_at) for member in members]
    origins, independent = _origins(members, frozenset(story.members))
    return Story(
        story_id=story.story_id,
        title=title_of(story),
        language_code=story.language_code,
        first_seen_at=min(happened),
        last_seen_at=max(happened),
        article_ids=tuple(story.members),
        origins=origins,
        independent_origins=independent,
        terms=_terms(story),
        merged_into=None,
    )


def merged_story(story: LiveStory, into: str) -> Story:
    """What is told last of a story that is about to be merged: where its articles are now."""
    articles = story.everyone
    happened = [moment(article.happened_at) for article in articles]
    return Story(
        story_id=story.story_id,
        title=title_of(story),
        language_code=story.language_code,
        first_seen_at=min(happened),
        last_seen_at=max(happened),
        article_ids=(),
        origins=(),
        independent_origins=0,
        terms=(),
        merged_into=into,
    )


def title_of(story: LiveStory) -> str | None:
    """The headline of the most typical of its first articles, copies left out; None without one."""
    members = list(story.members.values())[:TITLES_READ]
    titled = [member for member in members if member.title and member.copy_of is None]
    titled = titled or [member for member in members if member.title]
    if not titled:
        return None
    weights = story.sums.weights

    def typical(member: FiledArticle) -> tuple[int, int]:
        pairs = zip(member.vector.terms, member.vector.weights, strict=True)
        return sum(weight * weights[term] for term, weight in pairs), -member.filed_number

    return max(titled, key=typical).title


def _origins(members: Iterable[FiledArticle], here: frozenset[str]) -> tuple[tuple[str, ...], int]:
    """The domains that published the texts first, and how many of them wrote one of their own.

    A copy of another article of the story adds its publisher to neither; where it says itself whose
    text it is, that origin is named.
    """
    origins: dict[str, bool] = {}
    for member in members:
        is_copy = member.copy_of is not None and member.copy_of.article_id in here
        host = member.origin_domain if is_copy else member.origin
        if host:
            domain = known_domain(host) or host
            origins[domain] = origins.get(domain, False) or not is_copy
    return tuple(origins), sum(origins.values())


def _terms(story: LiveStory) -> tuple[WeightedTerm, ...]:
    weights = story.sums.weights
    heaviest = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:TERMS_TOLD]
    return tuple(
        WeightedTerm(term=term, weight=round(weight / len(story) / 1000, 3))
        for term, weight in heaviest
    )
