"""What today's stage would make of a dead letter; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from schemas.dead_letter import Reason
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS, STORIES, STORY_ARTICLES
from workers.domain.letters.letter import Letter
from workers.domain.rows import Row
from workers.domain.stories.settings import StorySettings
from workers.settings import Settings
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Drop, Outcome, Record
from workers.stages.sink import SinkStage
from workers.stages.stories import StoriesStage


@dataclass(frozen=True, slots=True)
class Trial:
    """What would become of the record."""

    goes_on: int
    """How many of its posts would be forwarded or stored."""
    buried: tuple[Bury, ...]

    @property
    def would(self) -> str:
        """`forward`, `bury`, or `drop`: burying counts first, for then it comes back."""
        if self.buried:
            return "bury"
        return "forward" if self.goes_on else "drop"

    @property
    def reason(self) -> str | None:
        """Why it would be buried again."""
        return self.buried[0].reason.value if self.buried else None

    @property
    def detail(self) -> str | None:
        """The same in words."""
        return self.buried[0].detail if self.buried else None


class Trials:
    """Runs the stage that buried a letter, as this version has it."""

    def __init__(self, settings: Settings) -> None:
        self._normalize = NormalizeStage(
            settings.max_post_bytes, settings.max_posts_per_record, settings.limits
        )
        self._enrich = EnrichStage()
        self._sink = SinkStage()

    def of(self, letter: Letter) -> Trial:
        """What would become of it now."""
        record = Record(
            topic=letter.topic,
            partition=letter.partition,
            offset=0,
            key=letter.key,
            value=letter.value,
            headers=letter.replay_headers,
            timestamp_ms=letter.timestamp_ms,
        )
        try:
            outcomes = self._outcomes(record)
        except Exception as error:  # noqa: BLE001  # as in the agents' shell: a bug is an outcome
            outcomes = (Bury(Reason.BUG, f"{type(error).__name__} in the stage"),)
        buried = tuple(each for each in outcomes if isinstance(each, Bury))
        dropped = sum(isinstance(each, Drop) for each in outcomes)
        return Trial(len(outcomes) - len(buried) - dropped, buried)

    def _outcomes(self, record: Record) -> Sequence[Outcome | Row]:
        now = datetime.now(UTC)
        match record.topic:
            case RAW_POSTS.name:
                return self._normalize.run(record, now)
            case ARTICLES.name:
                return self._enrich.run(record, now)
            case ENRICHED_ARTICLES.name | STORIES.name | STORY_ARTICLES.name:
                return (self._sink.read(record),)
            case _:
                # whether it is buried does not depend on the stories that are there
                return StoriesStage(StorySettings()).run(record, now)
