"""The stories of one language as they live now."""

from collections.abc import Iterator

from workers.domain.stories.filed import FiledArticle, Vector
from workers.domain.stories.live_story import LiveStory
from workers.domain.stories.postings import Postings
from workers.domain.stories.settings import StorySettings


class StoryIndex:
    """The live stories of one language, and which of them share most with an article.

    It changes by `put` and `remove` alone, and all that it tells is a function of the articles that
    it holds: whoever puts the same articles again, in any order, has the same index.
    """

    def __init__(self, settings: StorySettings) -> None:
        self.stories: dict[str, LiveStory] = {}
        self.postings = Postings()
        self._settings = settings

    def put(self, article: FiledArticle) -> None:
        """Takes an article into the story that it names."""
        story = self.stories.get(article.story_id)
        if story is None:
            story = LiveStory(article.story_id, article.language_code)
            self.stories[article.story_id] = story
        self.postings.link(story.add(article), story.story_id)

    def remove(self, article: FiledArticle) -> None:
        """Lets an article go; a story that loses its last one goes with it."""
        story = self.stories[article.story_id]
        self.postings.unlink(story.remove(article.article_id), story.story_id)
        if not story.members and not story.gone:
            del self.stories[article.story_id]

    def nearest(self, vector: Vector) -> Iterator[LiveStory]:
        """The stories that share most with an article's heaviest terms, the most sharing first."""
        settings = self._settings
        pairs = zip(vector.terms, vector.weights, strict=True)
        heaviest = sorted(pairs, key=lambda each: (-each[1], each[0]))[: settings.searched_terms]
        most = settings.candidate_stories
        for story_id in self.postings.search(heaviest, settings.searched_entries, most):
            yield self.stories[story_id]
