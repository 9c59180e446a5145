"""What one article changes among the stories."""

from dataclasses import dataclass, field

from schemas.story import Story
from workers.domain.stories.filed import FiledArticle
from workers.domain.stories.live_story import LiveStory


@dataclass(frozen=True, slots=True)
class EndedStory:
    """A story that lives no more."""

    story_ids: tuple[str, ...]
    """Its id, and those of the stories that were merged into it."""
    article_ids: tuple[str, ...]


@dataclass(slots=True)
class Filing:
    """What one article changes; read it before the next is assigned."""

    article_id: str
    standing: FiledArticle | None = None
    """The article as it stands now; None for one that was taken back before it was ever filed."""
    is_news: bool = False
    """Whether the article changes anything: one that comes again, or too late, does not."""
    moved: list[FiledArticle] = field(default_factory=list)
    """Articles of a story that was merged into another, as they stand now."""
    changed: list[LiveStory] = field(default_factory=list)
    """Stories that hold something else now; without members where the last one was withdrawn."""
    merged: Story | None = None
    """What is to be told of a story that proved to be a part of that one."""
    ended: list[EndedStory] = field(default_factory=list)
    """Stories whose time was over."""
