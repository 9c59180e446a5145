"""Copydesk: the worker of the normalize stage as it ships, exactly once."""

import asyncio
import sys
from dataclasses import replace

from schemas.topics import ARTICLES, RAW_POSTS
from workers.agents.assembly import stage_worker
from workers.app import line_parts
from workers.settings import Settings
from workers.telemetry import configure_logging

from .task import SESSION_SECONDS, Task, told


def run(task: Task) -> int:
    """Does `raw-posts` into `articles` until it is told to stop."""
    settings = Settings(broker=f"kafka://{task.bootstrap}", session_timeout_seconds=SESSION_SECONDS)
    configure_logging("warning", settings.log_format)
    parts = line_parts(settings, "normalize", "0", RAW_POSTS)
    line = replace(parts.line, stage=task.group)  # a group of its own for every run
    parts = replace(parts, line=line, write=replace(parts.write, group=line.group))
    return asyncio.run(stage_worker(parts, task.stage(), (ARTICLES,)).run())


if __name__ == "__main__":
    sys.exit(run(told()))
