"""The demo: from nothing to a closed account, and nothing left behind."""

import signal
from pathlib import Path

import psutil
import pytest

from tests.cli.running import run, started

pytestmark = pytest.mark.broker


def test_the_demo_shows_the_whole_way_and_ends_by_itself(tmp_path: Path) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    done = run(
        "demo",
        folder=tmp_path,
        settings={
            "TMPDIR": str(elsewhere),
            # settings of a real line, which a demo must not touch
            "COPYDESK_BROKER": "kafka://127.0.0.1:1",
            "COPYDESK_DATABASE": f"sqlite:///{tmp_path}/real.db",
        },
    )
    assert done.returncode == 0, done.stderr
    for told in ("The line is up", "published", "↓ normalize", "↓ enrich", "buried as", "audit"):
        assert told in done.stdout
    assert "first published by" in done.stdout
    assert "Nothing lost, nothing doubled: every post has exactly one outcome" in done.stdout
    assert list(elsewhere.iterdir()) == []
    assert not (tmp_path / "real.db").exists()
    assert not (tmp_path / ".copydesk").exists()


def test_a_demo_that_is_stopped_leaves_nothing_behind(tmp_path: Path) -> None:
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    with started("demo", folder=tmp_path, settings={"TMPDIR": str(elsewhere)}) as demo:
        assert demo.stdout is not None
        assert any("The line is up" in line for line in demo.stdout)
        workers = psutil.Process(demo.pid).children()
        demo.send_signal(signal.SIGTERM)
        demo.communicate(timeout=30)
    assert demo.returncode == 130
    assert list(elsewhere.iterdir()) == []
    assert not psutil.wait_procs(workers, timeout=5)[1]
