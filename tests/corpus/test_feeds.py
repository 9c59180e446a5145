"""The conformance feeds of feedparser, and feeds of real sites."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from schemas import decode
from schemas.article import Article
from schemas.dead_letter import Reason
from tests.corpus.conformance import Expectation, expectations_of
from tests.corpus.places import corpus, posts
from tests.stages.records import NORMALIZE, NOW, forwarded, normalized, record
from tests.stages.test_laws import check
from workers.domain.parsing.charsets import decode as decode_bytes
from workers.domain.parsing.feeds.dates import read_feed_date
from workers.domain.parsing.feeds.entry import Entry
from workers.domain.parsing.feeds.entry_post import parse_entry, read_body
from workers.domain.parsing.feeds.prologue import declared_charset
from workers.domain.parsing.feeds.xml_feed import XmlFeed, read_xml_feed
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.rejection import PostRejected
from workers.stages.outcome import Bury, Forward


def files() -> Iterator[Path]:
    yield from sorted((corpus() / "feeds" / "feedparser").glob("*.xml"))


def questions() -> Iterator[tuple[Path, bytes, Expectation]]:
    for path in files():
        body = path.read_bytes()
        try:
            text = decode_bytes(body, None, declared_charset(body)).text
        except PostRejected:
            text = body.decode("latin-1")
        for expectation in expectations_of(text):
            yield path, body, expectation


def answered(feed: XmlFeed, expectation: Expectation) -> object:
    """What we read at a path of feedparser's; None where it is no field of ours."""
    match expectation.path:
        case ("bozo",):
            return any(flaw.rule in BOZO for flaw in feed.facts.flaws)
        case ("feed", *rest):
            return of_feed(feed, rest)
        case ("entries", int() as number, *rest) if number < len(feed):
            return of_entry(feed.entry(number), feed, rest)
        case _:
            return None


BOZO = ("malformed_xml", "undeclared_prefix", "charset_guessed", "charset_not_as_declared")


def answerable(expectation: Expectation) -> bool:
    """Whether it asks for one of our fields, or for well-formedness."""
    return expectation.path[0] in ("bozo", "feed") or expectation.path[2:3] in FIELDS


FIELDS = [(name,) for name in ("title", "link", "id", "description", "summary", "content", "tags")]


def of_feed(feed: XmlFeed, path: list[str | int]) -> object:
    facts = feed.facts
    match path:
        case ["title"] | ["title_detail", "value"]:
            return facts.title or ""
        case ["link"]:
            return facts.home or ""
        case ["language"]:
            return facts.language or ""
        case _:
            return None


def of_entry(entry: Entry, feed: XmlFeed, path: list[str | int]) -> object:
    post = parse_entry(entry, feed.facts)
    match path:
        case ["title"] | ["title_detail", "value"]:
            return post.title or ""
        case ["link"]:
            return entry.url.text if entry.url else ""
        case ["id" | "guid"]:
            return entry.guid or ""
        case ["description" | "summary"] | ["content", _, "value"]:
            return tuple(shown(body.text, body.is_html) for body in entry.bodies)
        case ["author_detail", "name"] | ["authors", 0, "name"]:
            return next((author.name for author in post.authors), "")
        case [("published_parsed" | "updated_parsed" | "created_parsed") as field]:
            return moment(entry, field.partition("_")[0])
        case ["published" | "updated" | "created" as field]:
            return next((d.text for d in entry.dates if ROLES[str(field)] == d.role), "")
        case _:
            return of_extras(entry, path)


def of_extras(entry: Entry, path: list[str | int]) -> object:
    match path:
        case ["tags", int() as at, "term" | "label"]:
            return entry.tags[at].name if at < len(entry.tags) else ""
        case ["category"]:
            return entry.tags[0].name if entry.tags else ""
        case ["publisher"]:
            return entry.publisher or ""
        case ["source", "title"] | ["source", "title_detail", "value"]:
            return (entry.taken_from.name if entry.taken_from else None) or ""
        case ["media_thumbnail" | "enclosures", 0, "url"] | ["image", "href"]:
            return tuple(picture.src for picture in entry.pictures)
        case _:
            return None


ROLES = {"published": "published", "updated": "modified", "created": "created"}


def moment(entry: Entry, field: str) -> tuple[int, ...]:
    for date in entry.dates:
        written = read_feed_date(date.text)
        if date.role == ROLES[field] and written is not None:
            instant = written.instant or written.as_utc()
            return instant.timetuple()[:6] if instant is not None else ()
    return ()


def shown(text: str, is_html: bool) -> str:
    return plain_text_of(text) if is_html else " ".join(text.split())


def agrees(answer: object, expectation: Expectation) -> bool:
    wanted = expectation.value
    if isinstance(answer, bool):
        return answer is wanted
    if isinstance(wanted, tuple):
        return answer == tuple(wanted[:6])
    text = str(wanted)
    forms = {text, " ".join(text.split()), plain_text_of(text)}
    if isinstance(answer, tuple):
        return bool(forms.intersection(answer))
    return answer in forms


MISSED = 17
"""Questions of the conformance files that may get another answer than feedparser's."""


def test_the_conformance_feeds_are_read_as_they_expect() -> None:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    missed = []
    for path, body, expectation in questions():
        group = "bozo" if expectation.path == ("bozo",) else "fields"
        try:
            answer = answered(read_xml_feed(body), expectation)
        except PostRejected as refused:
            answer = str(refused) if answerable(expectation) else None
        if answer is None:
            continue
        asked[group] += 1
        if agrees(answer, expectation):
            right[group] += 1
        else:
            missed.append(f"{path.name}: {expectation.path} {expectation.value!r}: {answer!r}")
    print("\n".join(missed))
    for group, count in asked.items():
        print(f"{group}: {right[group]} of {count}")
    assert len(missed) <= MISSED


def test_every_feed_file_gets_its_outcomes() -> None:
    census: Counter[tuple[str, str]] = Counter()
    for path in sorted((corpus() / "feeds").rglob("*")):
        if path.is_file():
            outcomes = NORMALIZE.run(record(path.read_bytes()), NOW)
            check(outcomes)
            kind = path.relative_to(corpus() / "feeds").parts[0]
            for outcome in outcomes:
                fate = outcome.reason if isinstance(outcome, Bury) else "forward"
                census[kind, fate] += 1
    for row, count in sorted(census.items()):
        print(f"{count:6}  {'  '.join(row)}")
    assert census["real", "forward"] > 0


def test_a_comment_never_takes_the_place_of_a_post() -> None:
    for path in (corpus() / "feeds" / "real").rglob("*comments_feed.xml"):
        for outcome in NORMALIZE.run(record(path.read_bytes()), NOW):
            assert isinstance(outcome, Bury)
            assert outcome.reason in (Reason.NOT_A_POST, Reason.EMPTY)


def test_the_same_post_by_feed_and_by_rest_is_one_article() -> None:
    by_url: dict[str, Article] = {}
    for line in posts():
        article = decode(Article, forwarded(NORMALIZE.run(record(line), NOW)[0]).value)
        by_url[article.url or ""] = article
    pairs = same = texts = 0
    for path in sorted((corpus() / "feeds" / "real").rglob("*.xml")):
        for outcome in normalized(path.read_bytes()):
            if not isinstance(outcome, Forward):
                continue
            article = decode(Article, forwarded(outcome).value)
            twin = by_url.get(article.url or "no address")
            if twin is None:
                continue
            pairs += 1
            same += article.article_id == twin.article_id
            texts += article.text == twin.text
    print(f"{same} of {pairs} pairs have one id, {texts} the same text to the letter")
    assert same == pairs


def test_texts_of_entries_are_never_markup() -> None:
    for path in sorted((corpus() / "feeds" / "real").rglob("*.xml")):
        try:
            feed = read_xml_feed(path.read_bytes())
        except PostRejected:
            continue
        for number in range(len(feed)):
            for body in feed.entry(number).bodies:
                for block in read_body(body).blocks:
                    assert "</p>" not in block.text
