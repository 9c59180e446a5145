"""The one place where everything is put together: settings in, a Faust app or a worker out."""

import asyncio
from importlib.metadata import version
from typing import assert_never

import faust

from schemas.topics import (
    ARTICLES,
    ENRICHED_ARTICLES,
    RAW_POSTS,
    STORIES,
    STORIES_STATE,
    STORY_ARTICLES,
    STORY_CANDIDATES,
    Topic,
)
from workers.adapters.names import name_lane
from workers.adapters.stores import open_store
from workers.agents.assembly import (
    Assembly,
    Parts,
    remembering_worker,
    sink_worker,
    stage_worker,
)
from workers.agents.breaker import Breaker
from workers.agents.chunks import Limits
from workers.agents.health import Health
from workers.agents.line_app import LineOptions
from workers.agents.standstill import Standstill
from workers.agents.transactions import WriteOptions
from workers.agents.waiting import Waiting
from workers.agents.worker import Worker
from workers.settings import Settings, StageName
from workers.stages.enrich import EnrichStage
from workers.stages.normalize import NormalizeStage
from workers.stages.sink import SinkStage
from workers.stages.stories import StoriesStage
from workers.telemetry import Meters, configure_logging


def build_app(settings: Settings, stage: StageName, slot: str) -> faust.App:
    """One stage as a Faust app: its agent, its group, its typed topic."""
    return assemble(settings, stage, slot).app


def run_worker(settings: Settings, stage: StageName, slot: str) -> int:
    """Works until SIGTERM or SIGINT; the exit code says how it ended.

    0 when it drained, 1 when something outside is set up wrongly (one line says what), 70 when it
    must be started again.
    """
    configure_logging(settings.log_level, settings.log_format)
    return asyncio.run(assemble(settings, stage, slot).run())


def assemble(settings: Settings, stage: StageName, slot: str) -> Assembly:
    """The app of a stage and the worker around it."""
    match stage:
        case "normalize":
            normalize = NormalizeStage(
                settings.max_post_bytes, settings.max_posts_per_record, settings.limits
            )
            parts = line_parts(settings, stage, slot, RAW_POSTS)
            return stage_worker(parts, normalize, (ARTICLES,))
        case "enrich":
            parts = line_parts(settings, stage, slot, ARTICLES)
            enrich = EnrichStage(names=name_lane(settings.names))
            return stage_worker(parts, enrich, (ENRICHED_ARTICLES, STORY_CANDIDATES))
        case "stories":
            parts = line_parts(settings, stage, slot, STORY_CANDIDATES)
            writes = (STORY_ARTICLES, STORIES, STORIES_STATE)
            return remembering_worker(parts, StoriesStage(settings.stories), writes, STORIES_STATE)
        case "sink":
            parts = line_parts(settings, stage, slot, ENRICHED_ARTICLES, STORIES, STORY_ARTICLES)
            return sink_worker(parts, SinkStage(), open_store(settings.database_url))
        case _:
            assert_never(stage)


def line_parts(settings: Settings, stage: StageName, slot: str, *reads: Topic) -> Parts:
    """What every worker is made of, from the settings."""
    meters = Meters(stage)
    worker = Worker(meters, settings.drain_seconds)
    broker, store = Waiting(meters, "broker"), Waiting(meters, "store")
    standstill = Standstill(worker.lanes, meters.committed_at, (broker, store))
    line = LineOptions(
        settings.kafka,
        stage,
        slot,
        reads,
        settings.session_timeout_seconds,
        settings.leave_on_stop,
        Limits(settings.chunk_records, settings.chunk_bytes, settings.chunk_seconds),
    )
    return Parts(
        line=line,
        write=WriteOptions(
            settings.kafka,
            line.group,
            settings.transaction_timeout_seconds,
            None if settings.compression == "none" else settings.compression,
        ),
        breaker=Breaker(settings.breaker_window, settings.breaker_share),
        worker=worker,
        broker=broker,
        store=store,
        standstill=standstill,
        health=_health(settings, meters, standstill),
        version=version("copydesk"),
    )


def _health(settings: Settings, meters: Meters, standstill: Standstill) -> Health | None:
    if settings.metrics_port is None:
        return None
    host, port = settings.metrics_host, settings.metrics_port
    return Health(meters, host, port, standstill.where)
