"""The decision: in which story an article belongs, and what it copies."""

from dataclasses import dataclass
from math import exp

from schemas.story import StoryCandidate
from workers.domain.stories.evidence import Query, story_evidence
from workers.domain.stories.filed import Likeness, Vector, seconds
from workers.domain.stories.fingerprint import Comparison, Fingerprint, Overlap
from workers.domain.stories.index import StoryIndex
from workers.domain.stories.live_story import LiveStory
from workers.domain.stories.settings import StorySettings


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article belongs."""

    story_id: str | None
    """None: it opens a story of its own."""
    similarity: float
    """How likely it belongs there; 1 where it opens its own."""
    copy_of: Likeness | None
    merges: str | None
    """A second story, that proves to be the same."""


@dataclass(frozen=True, slots=True)
class _Fit:
    story: LiveStory
    score: float


@dataclass(frozen=True, slots=True)
class Placing:
    """One article that is to be placed at a moment of the stories' clock."""

    index: StoryIndex
    settings: StorySettings
    candidate: StoryCandidate
    vector: Vector
    fingerprint: Fingerprint
    clock: int

    def place(self, own: LiveStory | None = None) -> Place:
        """The article's place; `own` is the story that a new revision stays in.

        A text that repeats another goes to that one's story whatever the score says: an excerpt
        without a title looks like a stranger there.
        """
        others = [each for each in self.index.nearest(self.vector) if each is not own]
        near = [own, *others] if own is not None and own.members else others
        copy = self._copy(near if own is None else near[: len(near) - len(others)])
        fits = self._fits(near)
        story, likeness = copy or (None, None)
        if own is not None:
            story = own
        elif story is None and fits and fits[0].score > 0:
            story = fits[0].story
        if story is None:
            return Place(None, 1.0, None, None)
        score = next((fit.score for fit in fits if fit.story is story), None)
        similarity = 1.0 if not story.members else 0.0 if score is None else 1 / (1 + exp(-score))
        merges = None if copy and own is None else self._second(story, fits)
        return Place(story.story_id, round(similarity, 3), likeness, merges)

    def _fits(self, stories: list[LiveStory]) -> list[_Fit]:
        """The stories that it may join, the likeliest first."""
        published = self.candidate.published_at
        query = Query(
            self.vector,
            self.candidate.month_days,
            None if published is None else seconds(published),
            self.candidate.word_count,
        )
        offset = self._offset()
        fits = []
        for story in stories:
            if story.members and story.is_open(self.clock, self.settings):
                evidence = query.evidence(story)
                if evidence is not None:
                    score = evidence.score(self.settings.coefficients) + offset
                    fits.append(_Fit(story, score))
        return sorted(fits, key=lambda fit: (-fit.score, fit.story.story_id))

    def _offset(self) -> float:
        coefficients = self.settings.coefficients
        if self.candidate.language_code == "en":
            return 0.0
        return coefficients.elsewhere if self.candidate.has_case else coefficients.caseless

    def _copy(self, stories: list[LiveStory]) -> tuple[LiveStory, Likeness] | None:
        """The article whose text it repeats most, and that one's story."""
        comparison = Comparison(self.fingerprint)
        best: tuple[float, int, LiveStory, Likeness] | None = None
        for story in stories:
            if not story.is_alive(self.clock, self.settings):
                continue
            for member in list(story.members.values())[-self.settings.compared_members :]:
                overlap = comparison.overlap(member.fingerprint)
                share = repeated(overlap, self.settings)
                if share and (best is None or (share, -member.filed_number) > best[:2]):
                    likeness = Likeness(
                        member.article_id,
                        round(overlap.containment, 3),
                        round(overlap.reverse, 3),
                    )
                    best = (share, -member.filed_number, story, likeness)
        return None if best is None else best[2:]

    def _second(self, story: LiveStory, fits: list[_Fit]) -> str | None:
        """Another story that fits as well, and that fits this one better still."""
        other = next((fit for fit in fits if fit.story is not story and fit.score > 0), None)
        if other is None or len(story) + len(other.story) >= self.settings.most_articles:
            return None
        score: float = other.score  # the article is all that its own story holds
        if story.members:
            evidence = story_evidence(story, other.story)
            score = evidence.score(self.settings.coefficients) if evidence else 0.0
        return other.story.story_id if score > self.settings.merge else None


def repeated(overlap: Overlap, settings: StorySettings) -> float:
    """The share of the shorter text that the longer one holds; 0 where that is no copy."""
    smaller = min(overlap.ours, overlap.theirs)
    if smaller < settings.fewest_hashes:
        return 0.0
    share = overlap.shared / smaller
    # small samples must agree more
    least = settings.near_duplicate + (settings.sample_doubt / smaller) ** 2
    return share if share >= least else 0.0
