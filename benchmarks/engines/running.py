"""The engines, and one process of one of them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.broker.process import REPOSITORY
from tests.consumers.environments import InstallFailed, installed
from tests.consumers.kits import KITS

from .task import Task, Work


class NotHere(Exception):
    """The engine's packages are missing; the text says why."""


@dataclass(frozen=True, slots=True)
class Engine:
    """One row of the tables."""

    name: str
    module: str
    exactly_once: bool = False
    kit: str | None = None
    """The consumer kit that pins its packages, where they are not among our own."""
    stops: bool = False
    """Whether it can be told to stop after so many posts, and commits then."""

    @property
    def guarantee(self) -> str:
        """What it promises."""
        return "exactly once" if self.exactly_once else "at least once"

    def packages(self) -> str | None:
        """The folder of its own packages, installed when they are not; None without any.

        Raises:
            NotHere: they cannot be had.
        """
        if self.kit is None:
            return None
        try:
            home = installed(next(kit for kit in KITS if kit.name == self.kit)).home
        except InstallFailed as failed:
            raise NotHere(str(failed)) from None
        [folder] = (home / "venv" / "lib").glob("python3*/site-packages")
        return str(folder)


ENGINES = (
    Engine("Copydesk", "ours", exactly_once=True),
    Engine("bare aiokafka", "bare_aiokafka"),
    Engine("bare confluent-kafka", "bare_confluent"),
    Engine("Faust", "stock_faust"),
    Engine("FastStream", "fast_stream", kit="faststream"),
    Engine("Quix Streams", "quix_streams", kit="quix", stops=True),
    Engine("Quix Streams, exactly once", "quix_streams", True, kit="quix", stops=True),
)


class EngineProcess:
    """An engine at work on the posts of a broker; killed when the block ends."""

    one_core = False
    """Whether each engine has the first core, and that alone."""

    def __init__(
        self, engine: Engine, bootstrap: str, work: Work, folder: Path, posts: int
    ) -> None:
        """`posts`: when an engine that can stop shall do so; 0 for never."""
        folder.mkdir()
        self._began = folder / "began"
        self._log = folder / "log"
        task = Task(
            bootstrap=bootstrap,
            group=folder.name,
            work=work,
            began=self._began,
            posts=posts if engine.stops else 0,
            exactly_once=engine.exactly_once,
        )
        module = f"benchmarks.engines.{engine.module}"
        self._command = [sys.executable, "-m", module, *task.arguments]
        # its own packages first, then those of ours that the stage needs
        path = os.pathsep.join(filter(None, (engine.packages(), os.environ.get("PYTHONPATH"))))
        self._environment = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        self._process = self._start()

    def _start(self) -> psutil.Popen:
        with self._log.open("ab") as log:
            process = psutil.Popen(
                self._command,
                cwd=REPOSITORY,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        if self.one_core:
            process.cpu_affinity([0])
        return process

    def start_again(self) -> None:
        """SIGKILL, and a new process at once."""
        self.kill()
        self._began.unlink(missing_ok=True)
        self._process = self._start()

    def kill(self) -> None:
        """SIGKILL."""
        self._process.kill()
        self._process.wait()

    @property
    def ended(self) -> bool:
        """Whether it ended by itself."""
        return self._process.poll() is not None

    @property
    def first_record(self) -> tuple[float, float] | None:
        """When it was given its first record, and its CPU seconds until then; None if not yet."""
        if not self._began.exists():
            return None
        moment, used = self._began.read_text().split()
        return float(moment), float(used)

    def cpu_seconds(self) -> float | None:
        """CPU seconds of the process; None when it has ended."""
        try:
            times = self._process.cpu_times()
        except psutil.NoSuchProcess:
            return None
        return float(times.user + times.system)

    @property
    def said(self) -> str:
        """The end of its log."""
        return self._log.read_text(errors="replace")[-1500:]
