"""What `copydesk demo` shows, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from schemas.codec import decode
from schemas.dead_letter import SOURCE_RECORD_HEADER
from schemas.enriched_article import EnrichedArticle
from schemas.topics import ARTICLES, ENRICHED_ARTICLES, RAW_POSTS, dead_letters_of
from workers.adapters.kafka.reader import LogRecord
from workers.adapters.sources import SourceRecord
from workers.cli.article_view import articles_table, card, evidence_and_removed
from workers.cli.audit_view import ledger_table, verdict
from workers.cli.letter_view import header, letter_view, letters_table
from workers.cli.line import Line
from workers.cli.raw_view import raw_view
from workers.cli.story_view import story_view
from workers.cli.told_stories import ToldStory
from workers.cli.wording import percent, plural, shortened, size
from workers.domain.ledger import Ledger
from workers.settings import Settings

COLUMNS = 100
LAST = datetime.max.replace(tzinfo=UTC)
NEXT = (
    ("keep it running", "copydesk up"),
    ("feed it", "copydesk publish FILE…"),
    ("watch it", "copydesk tail enriched-articles"),
    ("which events", "copydesk stories"),
    ("one post, in detail", "copydesk explain FILE      nothing needs to run"),
    ("on your Kafka", "COPYDESK_BROKER=kafka://host:9092 copydesk up"),
)


@dataclass(slots=True)
class Tour:
    """Draws one step after the other, numbered."""

    screen: Console
    _step: int = 0
    _names: dict[bytes, str] = field(default_factory=dict)
    """The example files by what they hold."""

    def begin(self, settings: Settings) -> None:
        """Says what is about to happen."""
        self._print(Text("Copydesk: raw posts in, clean and enriched articles out", "bold"))
        where = f"Everything runs in {settings.data}, and is gone when this ends."
        self._print(Text(where, "dim"))

    def line_is_up(self, line: Line, seconds: float) -> None:
        """What runs."""
        self._heading("The line is up", f"after {seconds:.1f} s")
        broker = (
            f"an embedded broker at {line.settings.bootstrap_servers}, any Kafka client reads it"
        )
        stages = " → ".join(line.stages)
        self._indented(Text(broker), Text(f"{stages}: one process each"))

    def published(self, raw: Sequence[SourceRecord]) -> None:
        """What went in."""
        self._names = {record.value: Path(record.name).name for record in raw}
        total = size(sum(len(record.value) for record in raw))
        self._heading(f"{plural(len(raw), 'raw record')} published", f"{total} to {RAW_POSTS.name}")
        names = (Text(Path(record.name).name) for record in raw)
        self._indented(Columns(names, padding=(0, 3), equal=True))

    def what_became_of_them(
        self, written: Mapping[str, Sequence[LogRecord]], story: ToldStory, ledger: Ledger
    ) -> None:
        """One post from end to end, all articles, a story, a dead letter, and the account."""
        enriched = sorted(
            (
                decode(EnrichedArticle, record.value or b"")
                for record in written["enriched-articles"]
            ),
            key=lambda message: (message.article.published_at or LAST, message.article_id),
        )
        raw = {record.source: record for record in written[RAW_POSTS.name]}
        self._one(_telling(enriched), raw)
        self._heading(
            f"All {plural(len(enriched), 'article')}",
            f"on {ARTICLES.name} and {ENRICHED_ARTICLES.name}, and as rows",
        )
        self._indented(articles_table(enriched))
        self._heading("The story that most of them tell", "copydesk stories show ID")
        self._indented(story_view(story))
        self._letters(written[dead_letters_of(RAW_POSTS.name).name], raw)
        self._heading("The account", "copydesk audit: topics and rows, read again and counted")
        self._indented(ledger_table(ledger), Text(verdict(ledger), "green"))
        records, posts = len(written[RAW_POSTS.name]), ledger.stages[0].posts_in
        if posts > records:
            self._indented(Text(f"{records} records held {posts} posts: some are lists", "dim"))

    def end(self, seconds: float) -> None:
        """How to go on."""
        self._heading("To go on", f"this took {seconds:.0f} s and left nothing behind")
        for what, command in NEXT:
            self._indented(Text.assemble((f"{what:<21}", "dim"), (command, "bold")))

    def _one(self, message: EnrichedArticle, raw: Mapping[str, LogRecord]) -> None:
        place, _, index = message.article.source_record.partition("#")
        record = raw[place]
        value = record.value or b""
        name = self._names.get(value, place)
        self._heading("One of them", f"{name}, as record {place}{index and ', post ' + index}")
        self._indented(raw_view(value))
        self._indented(Text("↓ normalize", "bold"), card(message.article, None))
        self._indented(evidence_and_removed(message.article))
        self._indented(Text("↓ enrich", "bold"), _added(message))

    def _letters(self, letters: Sequence[LogRecord], raw: Mapping[str, LogRecord]) -> None:
        if not letters:
            return
        self._heading("What could not go on", f"on {dead_letters_of(RAW_POSTS.name).name}")
        named = sorted(
            ((self._name(each, raw), each) for each in letters), key=lambda each: each[0]
        )
        self._indented(letter_view(*named[0]))
        self._indented(letters_table(named[1:]))

    def _name(self, letter: LogRecord, raw: Mapping[str, LogRecord]) -> str:
        """The file that the letter's post stood in, and its place where there were several."""
        place, hash_sign, index = header(letter, SOURCE_RECORD_HEADER).partition("#")
        return self._names.get(raw[place].value or b"", place) + hash_sign + index

    def _heading(self, title: str, aside: str) -> None:
        self._step += 1
        words = Text.assemble((f"{self._step}  {title}", "bold"), (f"  {aside}", "dim"))
        self._print(Text())
        self._print(Rule(shortened_heading(words), align="left", style="dim"))

    def _indented(self, *parts: RenderableType) -> None:
        self._print(Padding(Group(*parts), (0, 0, 0, 3)))

    def _print(self, part: RenderableType) -> None:
        self.screen.print(part, width=min(self.screen.width, COLUMNS))


def shortened_heading(words: Text) -> Text:
    """The heading, cut where the terminal is narrow."""
    words.no_wrap = True
    words.overflow = "ellipsis"
    return words


def _telling(messages: Sequence[EnrichedArticle]) -> EnrichedArticle:
    """The message that shows most: one with an origin and something removed, if there is any."""
    return max(
        messages, key=lambda each: (each.article.origin is not None, len(each.article.removed))
    )


def _added(message: EnrichedArticle) -> RenderableType:
    found = message.detected_language
    lines = []
    if found is not None:
        lines.append(
            f"language {found.code}, script {found.script}, {percent(found.confidence)} sure"
        )
    if message.word_count is not None:
        lines.append(plural(message.word_count, "word"))
    if message.entities:
        lines.append("names " + ", ".join(entity.name for entity in message.entities))
    parts = ", ".join(part.name for part in message.parts)
    return Group(
        *(Text(f"  {shortened(line, 200)}") for line in lines),
        Text(f"  looked for: {parts}", "dim"),
    )
