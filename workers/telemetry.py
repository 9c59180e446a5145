"""What a worker says of itself: its metrics, in one typed catalogue, and its log lines."""

import logging
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from time import monotonic, time
from typing import Literal, assert_never

import structlog
from prometheus_client import REGISTRY, Counter, Gauge, Histogram
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily
from prometheus_client.registry import Collector
from prometheus_client.utils import floatToGoString
from structlog.typing import EventDict, Processor

from workers.domain.rows import Row
from workers.stages.outcome import Bury, Drop, Forward, Outcome

BURIED = Counter("copydesk_buried_total", "Buried posts by reason.", ("stage", "reason"))
COMMIT_SECONDS = Histogram(
    "copydesk_chunk_commit_seconds",
    "How long it took to write and commit one chunk.",
    ("stage",),
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0),
)
CHUNK_RECORDS = Histogram(
    "copydesk_chunk_records",
    "How many records one commit took in: few when there is little to do, many when behind.",
    ("stage",),
    buckets=(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10_000),
)
PROGRESS = Gauge(
    "copydesk_partition_progress_timestamp_seconds",
    "When a partition last committed work, in seconds since 1970.",
    ("stage", "topic", "partition"),
)
WAITING = Gauge(
    "copydesk_waiting",
    "1 while the worker waits for what is outside of it: the broker or the store.",
    ("stage", "outside"),
)
STATE = Gauge("copydesk_worker_state", "1 for the state that the worker is in.", ("stage", "state"))

STAGE_BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1.0, 10.0)


class _Tally:
    """What one stage counts for every post."""

    def __init__(self) -> None:
        self.outcomes = dict.fromkeys(("forwarded", "buried", "dropped", "stored"), 0)
        self.in_bucket = [0] * (len(STAGE_BUCKETS) + 1)
        self.seconds = 0.0


class _Tallies(Collector):
    """The metrics of every post, told when asked: the library's own counting takes longer."""

    def __init__(self) -> None:
        self.of_stage: dict[str, _Tally] = defaultdict(_Tally)

    def collect(self) -> Iterator[CounterMetricFamily | HistogramMetricFamily]:
        records = CounterMetricFamily(
            "copydesk_records_total",
            "Posts by what became of them; a replay after a crash counts again.",
            labels=("stage", "outcome"),
        )
        seconds = HistogramMetricFamily(
            "copydesk_stage_seconds",
            "How long the pure stage took for one record.",
            labels=("stage",),
        )
        bounds = [*map(floatToGoString, STAGE_BUCKETS), "+Inf"]
        for stage, tally in self.of_stage.items():
            for outcome, count in tally.outcomes.items():
                records.add_metric((stage, outcome), count)
            buckets = list(zip(bounds, accumulate(tally.in_bucket), strict=True))
            seconds.add_metric((stage,), buckets, tally.seconds)
        yield records
        yield seconds


TALLIES = _Tallies()
REGISTRY.register(TALLIES)

WorkerState = Literal["starting", "running", "halted", "draining"]
WORKER_STATES: tuple[WorkerState, ...] = ("starting", "running", "halted", "draining")


class Meters:
    """The catalogue, for one stage."""

    def __init__(self, stage: str) -> None:
        self._stage = stage
        self._tally = TALLIES.of_stage[stage]
        self._commits = COMMIT_SECONDS.labels(stage)
        self._chunks = CHUNK_RECORDS.labels(stage)
        self.committed_at: dict[tuple[str, int], float] = {}
        """When each partition last committed work, by the monotonic clock."""
        self.state: WorkerState = "starting"
        self.enter("starting")
        self.waits_for("broker", waits=False)
        self.waits_for("store", waits=False)

    def enter(self, state: WorkerState) -> None:
        """Says what the worker is at."""
        self.state = state
        for known in WORKER_STATES:
            STATE.labels(self._stage, known).set(known == state)

    def count(self, outcome: Outcome | Row) -> None:
        """Counts one post."""
        outcomes = self._tally.outcomes
        match outcome:
            case Forward():
                outcomes["forwarded"] += 1
            case Bury(reason):
                outcomes["buried"] += 1
                BURIED.labels(self._stage, reason.value).inc()
            case Drop():
                outcomes["dropped"] += 1
            case _:
                outcomes["stored"] += 1

    def ran(self, seconds: float) -> None:
        """The pure stage took so long for one record."""
        self._tally.in_bucket[bisect_left(STAGE_BUCKETS, seconds)] += 1
        self._tally.seconds += seconds

    def waits_for(self, outside: Literal["broker", "store"], *, waits: bool) -> None:
        """Something outside is away, or has come back."""
        WAITING.labels(self._stage, outside).set(waits)

    def committed(self, topic: str, partition: int, records: int, seconds: float) -> None:
        """So many records were committed together."""
        self._commits.observe(seconds)
        self._chunks.observe(records)
        PROGRESS.labels(self._stage, topic, str(partition)).set(time())
        self.committed_at[topic, partition] = monotonic()


LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["console", "json"]

FOREIGN_LEVEL = logging.WARNING  # Faust tells every step of every service at INFO
FOREIGN_PAUSE_SECONDS = 60.0


_SAID_BY_US = (  # aiokafka's words, ten times a second, for: the broker is away
    "Cannot send %r to",
    "Could not send %r",
    "Error sending %s to node",
    "Failed fetch messages from",
    "Group Coordinator Request failed",
    "Heartbeat send request failed",
    "Marking the coordinator dead",
    "Unable connect to",
    "Unable to request metadata",
    "Unable to update metadata",
    "Crashed reason",
)


class _OncePerMinute(logging.Filter):
    """Lets a library's complaint through once a minute: aiokafka retries ten times a second."""

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[tuple[str, str], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this one was not said within the last minute."""
        what = record.name, str(record.msg)
        if monotonic() - self._said.get(what, float("-inf")) < FOREIGN_PAUSE_SECONDS:
            return False
        self._said[what] = monotonic()
        return True


def configure_logging(level: LogLevel, form: LogFormat) -> None:
    """Ours by structlog and the libraries' through it: one line an event, to stderr."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(_number(level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(_quiet_libraries(_OncePerMinute()))
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, _one_line],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _renderer(form),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_number(level))
    logging.captureWarnings(capture=True)


def _quiet_libraries(once: logging.Filter) -> logging.Filter:
    class Libraries(logging.Filter):
        def filter(self, record: logging.LogRecord) -> bool:
            if record.name.startswith("workers."):
                return True
            if any(words in str(record.msg) for words in _SAID_BY_US):
                return False  # we tell it ourselves, once and in our words
            return record.levelno >= FOREIGN_LEVEL and once.filter(record) is not False

    return Libraries()


def _number(level: LogLevel) -> int:
    return logging.getLevelNamesMapping()[level.upper()]


def _renderer(form: LogFormat) -> Processor:
    match form:
        case "json":
            return structlog.processors.JSONRenderer()
        case "console":
            # colours only where somebody looks; no tracebacks with the values of variables
            return structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                exception_formatter=structlog.dev.plain_traceback,
                pad_event_to=0,
            )
        case _:
            assert_never(form)


def _one_line(_logger: object, _method: str, event: EventDict) -> EventDict:
    """A library's message as one line, without its traceback: that may hold what was read."""
    event["event"] = " ".join(str(event["event"]).split())[:300]
    if info := event.pop("exc_info", None):
        kind = info[0] if isinstance(info, tuple) else type(info)
        event["error"] = getattr(kind, "__name__", "unknown")
    return event
