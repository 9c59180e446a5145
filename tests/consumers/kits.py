"""The kits: how each is run, how its output is read, and what it should say."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import arithmetic
from .arithmetic import Arithmetic, Row

FOLDER = Path(__file__).resolve().parents[2] / "deploy" / "consumers"

Rows = list[Row]


@dataclass(frozen=True, slots=True)
class Kit:
    """One folder under `deploy/consumers`."""

    name: str
    package: str
    """The library whose version the table shows."""
    command: tuple[str, ...]
    """What its README tells people to run in its folder."""
    expected: Arithmetic
    fold: Callable[[Sequence[Row]], Rows]
    """From the rows that it printed to the answer: a running count prints many."""
    light: bool = False
    """Whether it is small enough to run with every test."""
    files: tuple[str, ...] = ()
    """Files that it writes, where it prints nothing."""
    second_of: str | None = None
    """The kit whose folder and packages it shares, where a folder holds two jobs."""

    @property
    def folder(self) -> Path:
        return FOLDER / (self.second_of or self.name)

    @property
    def expected_file(self) -> Path:
        """The answer for the invented feed alone, for a reader to look at."""
        name = f"expected-{self.name.removeprefix(f'{self.second_of}-')}" if self.second_of else ""
        return self.folder / f"{name or 'expected'}.json"

    @property
    def requirements(self) -> Path | None:
        """The Python packages that it needs."""
        return _if_there(self.folder / "requirements.txt")

    @property
    def pom(self) -> Path | None:
        """The jars that it needs."""
        return _if_there(self.folder / "pom.xml")

    @property
    def version(self) -> str:
        pins = "".join(path.read_text() for path in (self.requirements, self.pom) if path)
        pin = (
            rf"(?:^|>){re.escape(self.package)}(?:\[.*\])?(?:==|</artifactId>\s*<version>)([\w.-]+)"
        )
        found = re.search(pin, pins, re.MULTILINE)
        if found is None:
            raise ValueError(f"{self.name} does not pin {self.package}")
        return found[1]


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None


def every(rows: Sequence[Row]) -> Rows:
    """Each row counts."""
    return list(rows)


def last_by(
    *key: str, gone: Callable[[Row], bool] = lambda _: False
) -> Callable[[Sequence[Row]], Rows]:
    """The last row of every key, as in a table; some rows say that theirs is gone."""

    def fold(rows: Sequence[Row]) -> Rows:
        table: dict[tuple[str | int | None, ...], Row] = {}
        for row in rows:
            place = tuple(row[name] for name in key)
            table.pop(place, None)
            if not gone(row):
                table[place] = row
        return list(table.values())

    return fold


def changelog_by(*key: str) -> Callable[[Sequence[Row]], Rows]:
    """Flink's changelog: `-U` and `-D` take a row away, `+I` and `+U` put one there."""
    table = last_by(*key, gone=lambda row: row["op"] in ("-U", "-D"))

    def fold(rows: Sequence[Row]) -> Rows:
        return [{name: row[name] for name in row if name != "op"} for row in table(rows)]

    return fold


KITS: tuple[Kit, ...] = (
    Kit(
        "bytewax",
        "bytewax",
        ("python", "-m", "bytewax.run", "explode_entities"),
        arithmetic.mentions_by_name,
        every,
        light=True,
    ),
    Kit(
        "faststream",
        "faststream",
        ("faststream", "run", "follow_an_outlet:app"),
        arithmetic.of_one_outlet,
        every,
        light=True,
    ),
    Kit(
        "faust",
        "faust-streaming",
        ("python", "alert_third_origin.py"),
        arithmetic.third_origins,
        every,
        light=True,
    ),
    Kit(
        "quix",
        "quixstreams",
        ("python", "count_by_language.py"),
        arithmetic.by_language,
        last_by("language"),
        light=True,
    ),
    Kit(
        "kafka-streams",
        "kafka-streams",
        ("java", "-Xmx256m", "-cp", "lib/*", "OutletsByStory.java"),
        arithmetic.outlets_by_story,
        last_by("story_id", "outlet", gone=lambda row: row["articles"] == 0),
    ),
    Kit(
        "kafka-connect",
        "connect-runtime",
        (
            "java", "-Xmx256m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", "lib/*",
            "org.apache.kafka.connect.cli.ConnectStandalone",
            "worker.properties", "articles.properties", "headlines.properties",
        ),
        arithmetic.landed_files,
        every,
        files=("articles.ndjson", "headlines.txt"),
    ),
    Kit(
        "flink-sql",
        "flink-table-runtime",
        ("java", "-Xmx640m", "-cp", "lib/*", "RunSql.java", "stories.sql"),
        arithmetic.table_of_stories,
        changelog_by("story_id"),
    ),
    Kit(
        "flink-sql-entities",
        "flink-table-runtime",
        ("java", "-Xmx640m", "-cp", "lib/*", "RunSql.java", "entities.sql"),
        arithmetic.words_cut,
        changelog_by("kind", "name"),
        second_of="flink-sql",
    ),
    Kit(
        "spark",
        "pyspark",
        ("python", "mentions_by_hour.py"),
        arithmetic.mentions_by_hour,
        last_by("hour", "kind"),
    ),
)  # fmt: skip
