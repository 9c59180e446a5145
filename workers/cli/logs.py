"""Where logs go while a person watches the screen, and what they say last."""

from contextlib import redirect_stderr
from pathlib import Path

from workers.cli.failures import Failure
from workers.settings import Settings
from workers.telemetry import configure_logging


def set_up_logging(settings: Settings, logs: Path | None) -> None:
    """Logs to `copydesk.log` in this folder, beside the workers' own; without one, to stderr."""
    if logs is None:
        configure_logging(settings.log_level, settings.log_format)
        return
    try:
        logs.mkdir(parents=True, exist_ok=True)
        file = (logs / "copydesk.log").open("a", buffering=1)  # open until the process ends
    except OSError as error:
        raise Failure(f"cannot log to {logs}: {error.strerror}; choose another --data") from None
    with redirect_stderr(file):
        configure_logging(settings.log_level, settings.log_format)


def last_words(why: str, logs: Path | None) -> str:
    """A supervisor's `why`, and what the log of the stage that it names ends with."""
    if logs is None:
        return why
    file = logs / f"{why.partition(' ')[0]}.log"
    lines = file.read_text("utf-8", "replace").splitlines() if file.exists() else []
    return why.partition(":")[0] + (f"\n{file} ends: {lines[-1]}" if lines else "")
