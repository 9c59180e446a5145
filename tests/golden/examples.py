"""What becomes of each example, as the files under `schemas/examples/` should say it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import schemas
from schemas.topics import RAW_POSTS
from workers.stages.dead_letters import dead_letter
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.outcome import Bury, Drop, Forward, Outcome, OutputRecord, Record

EXAMPLES = Path(schemas.__file__).parent / "examples"
RAW = EXAMPLES / RAW_POSTS.name
ARRIVED = datetime(2026, 2, 25, 12, 30, tzinfo=UTC)
NOW = datetime(2026, 2, 25, 12, 31, tzinfo=UTC)
VERSION = "0.1.0"

NORMALIZE = NormalizeStage(max_post_bytes=4 << 20, max_posts=1_000)
ENRICH = EnrichStage()


@dataclass(frozen=True, slots=True)
class Golden:
    """One file that should stand under the examples."""

    folder: str
    name: str
    text: str

    @property
    def path(self) -> Path:
        return EXAMPLES / self.folder / self.name


def raw_examples() -> tuple[Path, ...]:
    return tuple(sorted(path for path in RAW.iterdir() if path.is_file()))


def record_of(path: Path) -> Record:
    """The example as a record; all bytes of the file, but for the line end that editors add."""
    value = path.read_bytes().removesuffix(b"\n")
    timestamp_ms = int(ARRIVED.timestamp() * 1_000)
    return Record(RAW_POSTS.name, 0, 0, None, value, (), timestamp_ms)


def goldens_of(path: Path) -> Iterator[Golden]:
    record = record_of(path)
    outcomes = NORMALIZE.run(record, NOW)
    for index, outcome in enumerate(outcomes):
        name = path.stem if len(outcomes) == 1 else f"{path.stem}.{index}"
        yield from _goldens(record, outcome, f"{name}.json")


def _goldens(record: Record, outcome: Outcome, name: str) -> Iterator[Golden]:
    match outcome:
        case Forward(records=(article,)):
            yield Golden("articles", name, pretty(article.value))
            (enriched,) = ENRICH.run(_read_again(article), NOW)
            assert isinstance(enriched, Forward)
            yield Golden("enriched-articles", name, pretty(enriched.records[0].value))
        case Bury():
            letter = dead_letter(record, outcome, NORMALIZE.name, VERSION)
            headers = {name: _shown(value or b"") for name, value in letter.headers}
            yield Golden("raw-posts-dlq", name, pretty(json.dumps(headers).encode()))
        case Forward() | Drop():
            raise AssertionError(f"an example became {outcome}")


def _shown(value: bytes) -> str:
    """A header as a JSON file can hold it: text as text, a number of bytes in hexadecimal."""
    text = value.decode("utf-8", "replace")
    return text if text.replace("\n", "").replace("\t", "").isprintable() else f"0x{value.hex()}"


def _read_again(output: OutputRecord) -> Record:
    return Record(output.topic, 0, 0, output.key, output.value, output.headers, output.timestamp_ms)


def pretty(value: bytes) -> str:
    """The message as a person reads it: the same JSON, indented."""
    return json.dumps(json.loads(value), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def all_goldens() -> tuple[Golden, ...]:
    return tuple(golden for path in raw_examples() for golden in goldens_of(path))
