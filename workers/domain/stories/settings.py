"""Every number that decides about stories, in one value."""

from dataclasses import dataclass
from typing import Final

HOUR: Final = 3_600
DAY: Final = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Coefficients:
    """What each kind of evidence is worth: a logistic model.

    docs/stories.md tells what each carries, and how it was cross-validated.
    """

    mean_cosine: float = 16.4
    """Mean cosine with the members."""
    head_cosine: float = 6.6
    """The same on title and lede alone."""
    names_cosine: float = 1.0
    """Cosine on names alone with the sum of the members."""
    names_foreign: float = -3.2
    """For names of title and lede that only one of the two knows, when that holds both ways."""
    numbers_shared: float = 4.5
    numbers_foreign: float = -1.3
    """Weight of the numbers that the story holds, and of those that it does not hold."""
    days_shared: float = 2.8
    days_foreign: float = -1.2
    """Share of members that name a same day of the calendar, and that name others alone."""
    days_apart: float = -0.31
    """For each day, up to 14, that it was published outside the story's time."""
    days_unknown: float = -1.5
    """Where only one of the two was published at a known time: nothing says how near."""
    length: float = 0.46
    """For the logarithm of the number of words."""
    bias: float = -7.65
    """Added for everyone: joining must be more likely than not."""
    elsewhere: float = 2.7
    """Added where no background tells which words are common."""
    caseless: float = 3.9
    """Added instead for scripts without capitals, whose names go unseen."""


@dataclass(frozen=True, slots=True)
class StorySettings:
    """How stories are made. Two workers with other settings make other stories."""

    window_seconds: int = 72 * HOUR
    """A story ends so long after its latest article came."""
    open_seconds: int = 96 * HOUR
    """It takes articles for so long. With the window it must end before its state is forgotten."""
    most_articles: int = 1_000
    """A story that holds so many takes no more: a template's pages are no event."""
    expiries_at_once: int = 64
    """Stories that may end with one article, so that no transaction grows without bound."""
    heaviest_terms: int = 64
    """Terms of an article that are kept and weighed against stories."""
    searched_terms: int = 24
    """The heaviest of them look for stories that hold them."""
    searched_entries: int = 1_500
    """Stories seen by that search, at most."""
    candidate_stories: int = 8
    """Stories that are weighed, at most."""
    compared_members: int = 50
    """Latest articles of each of them whose text is compared."""
    near_duplicate: float = 0.5
    """The share of the shorter text that the longer one must hold."""
    sample_doubt: float = 7.0
    """And more for small samples: the square of this divided by the number of hashes."""
    fewest_hashes: int = 10
    """A text with fewer is too short to be told a copy."""
    merge: float = 7.0
    """Two stories that both fit are merged when their own score is higher than this."""
    background_share: float = 0.15
    """Weight of the background: 1,000 of its articles count as so many times 1,000 stories."""
    background_floor: int = 60
    """Stories that are imagined where there is no background."""
    coefficients: Coefficients = Coefficients()


DEFAULT: Final = StorySettings()
