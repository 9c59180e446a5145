"""Stories as a person wants to see them: a row a story, or one story with all who tell it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from schemas.enriched_article import Quote
from schemas.story import Story
from workers.cli.told_stories import Telling, ToldStory
from workers.cli.wording import instant, percent, plural, printable, short_provenance, shortened

ID_CHARACTERS = 8
"""Of a story's id: enough to tell thousands apart, and to type."""


def stories_table(stories: Sequence[Story], now: datetime) -> Table:
    """A row a story: what, how many tell it, how many of them by themselves, and how old."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column("story", no_wrap=True)
    table.add_column("title", overflow="fold")
    table.add_column("lang", no_wrap=True)
    for heading in ("articles", "origins", "independent"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("latest", justify="right", no_wrap=True)
    for story in stories:
        table.add_row(
            story.story_id[:ID_CHARACTERS],
            _title(story),
            story.language_code,
            f"{len(story.article_ids):,}",
            f"{len(story.origins):,}",
            Text(f"{story.independent_origins:,}", "bold" if story.independent_origins > 1 else ""),
            age(now - story.last_seen_at),
        )
    return table


def age(passed: timedelta) -> str:
    """`5 min`, `3 h`, `12 d`; nothing is younger than now."""
    minutes = max(int(passed.total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h"
    return f"{minutes // (24 * 60):,} d"


def story_view(told: ToldStory) -> RenderableType:
    """The story, its articles in order with who copied whom, and who said what."""
    story = told.story
    parts: list[RenderableType] = [_title(story), Padding(_facts(story), (0, 0, 0, 2)), Text()]
    parts.append(_articles(told.tellings))
    if quotes := _quotes(told.tellings):
        parts += [Text("Who said what", "bold"), quotes]
    return Group(*parts)


def _title(story: Story) -> Text:
    if story.title:
        return Text(shortened(story.title, 100), "bold")
    return Text("no title", "dim italic")


def _facts(story: Story) -> Text:
    origins = ", ".join(map(printable, story.origins)) or "origins unknown"
    return Text(
        f"{plural(len(story.article_ids), 'article')},"
        f" {plural(story.independent_origins, 'independent origin')}: {origins}\n"
        f"{instant(story.first_seen_at)} to {instant(story.last_seen_at)} · {story.language_code}\n"
        f"{story.story_id}",
        "dim",
    )


def _articles(tellings: Sequence[Telling]) -> RenderableType:
    numbers = {telling.place.article_id: number for number, telling in enumerate(tellings, 1)}
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for number, telling in enumerate(tellings, 1):
        article = telling.message.article
        moment = article.published_at
        title = Text(shortened(article.title or article.text, 100))
        title.append(f"\n{short_provenance(article)}", "cyan")
        if copied := _copied(telling, numbers):
            title.append(f"\n{copied}", "yellow")
        grid.add_row(f"{number}", f"{moment:%Y-%m-%d %H:%M}" if moment else "no date", title)
    return Padding(grid, (0, 0, 1, 2))


def _copied(telling: Telling, numbers: dict[str, int]) -> str:
    place = telling.place
    if place.near_duplicate_of is None:
        return ""
    number = numbers.get(place.near_duplicate_of)
    whom = f"article {number}" if number else f"an article that is gone ({place.near_duplicate_of})"
    shares = [f"{percent(place.containment)} of this text is there"] if place.containment else []
    if place.reverse_containment:
        shares.append(f"{percent(place.reverse_containment)} of that one is here")
    return f"copies {whom}: {', '.join(shares)}"


def _quotes(tellings: Sequence[Telling]) -> RenderableType | None:
    """Each thing said once, though several articles repeat it, under whoever said it."""
    said: defaultdict[str, dict[str, Quote]] = defaultdict(dict)
    for telling in tellings:
        for quote in telling.message.quotes:
            said[quote.speaker or "nobody named"].setdefault(quote.text.casefold(), quote)
    if not said:
        return None
    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for speaker, quotes in said.items():
        words = "\n".join(f"“{shortened(quote.text, 160)}”" for quote in quotes.values())
        grid.add_row(Text(shortened(speaker, 40), "cyan"), words)
    return Padding(grid, (0, 0, 0, 2))
