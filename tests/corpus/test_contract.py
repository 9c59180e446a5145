"""What the line writes of every real post holds every law that consumers rely on."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from schemas.topics import ARTICLES, ENRICHED_ARTICLES
from tests.corpus.places import corpus, posts
from tests.schemas.line import MAX_POST_BYTES, Line, broken_letters
from tests.schemas.record_laws import broken_laws, broken_tombstone, json_type, strict_json, walk
from tests.stages.records import NOW, record
from workers.stages.outcome import OutputRecord

Types = dict[tuple[str, str], Counter[str]]
"""Topic and path of a field, to how often it was written as which JSON type."""


def everything() -> Iterator[bytes]:
    """Every file of the corpus as one raw record, and the lines of those that hold one a line."""
    for path in sorted(corpus().rglob("*")):
        if not path.is_file() or path.stat().st_size > MAX_POST_BYTES:
            continue
        data = path.read_bytes()
        yield from data.splitlines() if path.suffix == ".ndjson" else [data]


def census(outputs: list[OutputRecord]) -> Types:
    types: Types = defaultdict(Counter)
    for output in outputs:
        for path, value in walk(strict_json(output.value)):
            types[output.topic, path][json_type(value)] += 1
    return types


def test_every_output_of_every_real_post_holds_every_law() -> None:
    outputs: list[OutputRecord] = []
    line = Line()
    for offset, post in enumerate(posts()):
        said = line.written(record(post)._replace(offset=offset), NOW)
        assert {ARTICLES.name, ENRICHED_ARTICLES.name} <= {output.topic for output in said.outputs}
        assert [law for output in said.outputs for law in broken_laws(output, NOW)] == []
        outputs += said.outputs
    types = census(outputs)
    print(f"{len(outputs)} records, {sum(len(output.value) for output in outputs):,} bytes")
    assert [
        (place, found) for place, found in types.items() if len(found.keys() - {"null"}) > 1
    ] == []
    lists = {place for place, found in types.items() if "array" in found}
    assert lists
    assert [place for place in lists if "null" in types[place]] == []
    events = {(dict(one.headers)["ce_source"], dict(one.headers)["ce_id"]) for one in outputs}
    assert len(events) == len(outputs), "an event is named once"
    lengths = {
        len(value)
        for output in outputs
        for path, value in walk(strict_json(output.value))
        if path.endswith(("_at", ".instant")) and value is not None
    }
    assert lengths == {20}, "times are of one width"


def test_whatever_the_corpus_holds_becomes_lawful_records_or_lawful_letters() -> None:
    fates: Counter[str] = Counter()
    line = Line()
    for data in everything():
        said = line.written(record(data), NOW)
        assert said.outputs or said.letters
        assert [law for output in said.outputs for law in broken_laws(output, NOW)] == []
        assert list(broken_letters(said.letters)) == []
        assert [law for gone in said.tombstones for law in broken_tombstone(gone)] == []
        fates.update(output.topic for output in said.outputs)
        fates.update(letter.reason.value for letter in said.letters)
    for fate, count in sorted(fates.items()):
        print(f"{count:6}  {fate}")
    assert fates[ENRICHED_ARTICLES.name] > 1_000
