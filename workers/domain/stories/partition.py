"""All stories of one partition: files articles, lets stories end, and can be made again."""

from collections import Counter
from dataclasses import replace
from hashlib import blake2b
from heapq import heappop, heappush
from typing import TypedDict

from schemas.story import StoryCandidate
from workers.domain.stories.filed import NOTHING, FiledArticle, seconds
from workers.domain.stories.filing import EndedStory, Filing
from workers.domain.stories.fingerprint import Fingerprint
from workers.domain.stories.index import StoryIndex
from workers.domain.stories.live_story import LiveStory
from workers.domain.stories.placing import Place, Placing
from workers.domain.stories.settings import StorySettings
from workers.domain.stories.telling import merged_story
from workers.domain.stories.weighing import weigh
from workers.domain.versions import Access, Version


class StoryPartition:
    """Every live story of a partition of candidates, whatever their languages.

    What it holds is a function of the latest record of each article. So whoever replays those
    records has the same again, whether or not compaction has taken the earlier ones.
    """

    def __init__(self, settings: StorySettings) -> None:
        self._settings = settings
        self._articles: dict[str, FiledArticle] = {}
        self._indexes: dict[str, StoryIndex] = {}
        self._merged_ids: Counter[str] = Counter()
        self._ends: list[tuple[int, str, str]] = []
        self._written = 0
        self._clock = 0

    def __len__(self) -> int:
        return len(self._articles)

    def stories(self) -> int:
        """How many stories live."""
        return sum(len(index.stories) for index in self._indexes.values())

    # -- making it again

    def replay(self, article: FiledArticle) -> None:
        """Files an article where its record says, without deciding anything."""
        self._put(article)
        self._written = max(self._written, article.written_number)
        self._clock = max(self._clock, article.clock)

    def forget(self, article_id: str) -> None:
        """Lets an article go whose record was taken away."""
        self._drop(article_id)

    # -- deciding

    def assign(self, candidate: StoryCandidate) -> Filing:
        """Places an article in a story, and says what that changes.

        One that comes again, or later than a newer revision, changes nothing. A new revision stays
        in its story, and a withdrawn article leaves it.
        """
        filing = Filing(candidate.article_id, self._articles.get(candidate.article_id))
        if not _is_news(candidate, filing.standing):
            return filing
        filing.is_news = True
        self._clock = max(self._clock, seconds(candidate.ingested_at))
        filing.ended = self._let_end()
        standing = filing.standing = self._articles.get(candidate.article_id)
        if candidate.access == "withdrawn":
            if standing is not None:
                self._withdraw(candidate, standing, filing)
        else:
            self._file(candidate, standing, filing)
        return filing

    def _file(
        self, candidate: StoryCandidate, standing: FiledArticle | None, filing: Filing
    ) -> None:
        if standing is not None and standing.language_code != candidate.language_code:
            self._leave(standing, filing)
            standing = None
        index = self._index(candidate.language_code)
        own = None
        if standing is not None:
            own = self._story(standing)
            index.remove(standing)  # it is no evidence about itself
        fingerprint = Fingerprint.read(candidate.fingerprint)
        vector = weigh(candidate, index.postings, len(index.stories), self._settings)
        placing = Placing(index, self._settings, candidate, vector, fingerprint, self._clock)
        place = placing.place(own)
        if standing is not None:
            index.put(standing)
        story_id = self._meeting(candidate.language_code, place, filing)
        standing = self._articles.get(candidate.article_id)  # which a merge may have moved
        number = self._written + 1
        article = FiledArticle(
            **_facts(candidate),
            language_code=candidate.language_code,
            title=candidate.title,
            publisher_domain=candidate.publisher_domain,
            origin_domain=candidate.origin_domain,
            month_days=candidate.month_days,
            vector=vector,
            fingerprint=fingerprint,
            story_id=story_id or self._new_id(candidate),
            earlier_story_ids=() if standing is None else standing.earlier_story_ids,
            similarity=place.similarity,
            copy_of=place.copy_of,
            filed_number=number if standing is None else standing.filed_number,
            written_number=number,
            clock=self._clock,
        )
        self._write(article)
        filing.standing = article
        filing.changed.append(self._story(article))

    def _withdraw(self, candidate: StoryCandidate, standing: FiledArticle, filing: Filing) -> None:
        gone = replace(
            standing,
            **_facts(candidate),
            title=None,
            month_days=(),
            vector=NOTHING,
            fingerprint=Fingerprint.of(()),
            copy_of=None,
            written_number=self._written + 1,
            clock=self._clock,
        )
        self._write(gone)
        filing.standing = gone
        filing.changed.append(self._story(gone))

    def _leave(self, standing: FiledArticle, filing: Filing) -> None:
        """Takes an article out of a story of another language than its new revision has."""
        story = self._story(standing)
        self._drop(standing.article_id)
        if story.members or story.gone:
            filing.changed.append(story)
        else:
            ids = (standing.story_id, *standing.earlier_story_ids)
            filing.ended.append(EndedStory(ids, ()))

    def _meeting(self, language_code: str, place: Place, filing: Filing) -> str | None:
        """The id of the story that takes the article, after two that proved to be one were merged.

        The larger one stays, and of two as large the earlier.
        """
        if place.story_id is None or place.merges is None:
            return place.story_id
        stories = self._index(language_code).stories
        both = (stories[place.story_id], stories[place.merges])
        stays, goes = sorted(both, key=lambda each: (-len(each), each.everyone[0].filed_number))
        filing.merged = merged_story(goes, stays.story_id)
        for article in goes.everyone:
            moved = replace(
                article,
                story_id=stays.story_id,
                earlier_story_ids=(*article.earlier_story_ids, goes.story_id),
                written_number=self._written + 1,
                clock=self._clock,
            )
            self._write(moved)
            if article.article_id != filing.article_id:
                filing.moved.append(moved)
        return stays.story_id

    def _let_end(self) -> list[EndedStory]:
        """Lets stories end whose time is over, the longest over first, and not too many at once."""
        ended: list[EndedStory] = []
        while self._ends and self._ends[0][0] < self._clock:
            if len(ended) == self._settings.expiries_at_once:
                break
            due, language_code, story_id = heappop(self._ends)
            story = self._index(language_code).stories.get(story_id)
            if story is None or story.ends_at(self._settings) != due:
                continue  # it went, or has lived on: then another entry tells its end
            articles = story.everyone
            earlier = {each for article in articles for each in article.earlier_story_ids}
            ids = tuple(article.article_id for article in articles)
            ended.append(EndedStory((story_id, *sorted(earlier - {story_id})), ids))
            for article_id in ids:
                self._drop(article_id)
        return ended

    # -- holding

    def _write(self, article: FiledArticle) -> None:
        self._put(article)
        self._written = article.written_number

    def _put(self, article: FiledArticle) -> None:
        self._drop(article.article_id)
        self._articles[article.article_id] = article
        self._merged_ids.update(article.earlier_story_ids)
        self._index(article.language_code).put(article)
        ends_at = self._story(article).ends_at(self._settings)
        heappush(self._ends, (ends_at, article.language_code, article.story_id))

    def _drop(self, article_id: str) -> None:
        article = self._articles.pop(article_id, None)
        if article is None:
            return
        for each in article.earlier_story_ids:
            self._merged_ids[each] -= 1
            if not self._merged_ids[each]:
                del self._merged_ids[each]
        index = self._index(article.language_code)
        index.remove(article)
        story = index.stories.get(article.story_id)
        if story is not None:
            ends_at = story.ends_at(self._settings)
            heappush(self._ends, (ends_at, article.language_code, article.story_id))

    def _index(self, language_code: str) -> StoryIndex:
        index = self._indexes.get(language_code)
        if index is None:
            index = self._indexes[language_code] = StoryIndex(self._settings)
        return index

    def _story(self, article: FiledArticle) -> LiveStory:
        return self._index(article.language_code).stories[article.story_id]

    def _new_id(self, candidate: StoryCandidate) -> str:
        """An id that no live story has or had: made of the article that opens the story."""
        stories = self._index(candidate.language_code).stories
        opened = f"{candidate.language_code}\n{candidate.article_id}\n{candidate.revision}"
        for again in range(len(stories) + len(self._merged_ids) + 1):
            name = f"{opened}\n{again}" if again else opened
            story_id = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
            if story_id not in stories and story_id not in self._merged_ids:
                break
        return story_id


class _Facts(TypedDict):
    article_id: str
    revision: str
    access: Access
    published_at: int | None
    modified_at: int | None
    ingested_at: int


def _facts(candidate: StoryCandidate) -> _Facts:
    """What tells one version of an article from another."""
    published, modified = candidate.published_at, candidate.modified_at
    return {
        "article_id": candidate.article_id,
        "revision": candidate.revision,
        "access": candidate.access,
        "published_at": None if published is None else seconds(published),
        "modified_at": None if modified is None else seconds(modified),
        "ingested_at": seconds(candidate.ingested_at),
    }


def _is_news(candidate: StoryCandidate, standing: FiledArticle | None) -> bool:
    if standing is None:
        return candidate.access != "withdrawn"
    if (candidate.revision, candidate.access) == (standing.revision, standing.access):
        return False
    version = Version(
        access=candidate.access,
        published_at=candidate.published_at,
        modified_at=candidate.modified_at,
        ingested_at=candidate.ingested_at,
        partition=0,
        offset=0,
    )
    return not standing.version.supersedes(version)
