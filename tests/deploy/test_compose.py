"""What the containers are told to do exists, and they are told to do it safely."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from benchmarks.native import AS_IN_THE_IMAGE
from schemas.topics import TOPICS
from workers.cli.program import program
from workers.settings import STAGES, Settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
OURS = {name: it for name, it in COMPOSE["services"].items() if it["image"] == "copydesk"}
DOCKERFILE = (ROOT / "deploy" / "Dockerfile").read_text("utf-8")

every_service = pytest.mark.parametrize("name", OURS)


def test_there_is_one_service_a_stage() -> None:
    workers = {it["command"][1] for it in OURS.values() if it["command"][0] == "worker"}
    assert workers == set(STAGES)


@every_service
def test_a_service_runs_a_command_that_exists(name: str) -> None:
    result = CliRunner().invoke(program, [*OURS[name]["command"], "--help"])
    assert result.exit_code == 0, result.output


@every_service
def test_a_service_sets_only_settings_that_exist(name: str) -> None:
    known = {f"COPYDESK_{field.upper()}" for field in Settings.model_fields}
    assert set(OURS[name]["environment"]) <= known


@every_service
def test_a_service_cannot_write_to_its_image_or_gain_rights(name: str) -> None:
    service = OURS[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]


@every_service
def test_a_service_has_time_to_drain(name: str) -> None:
    grace = float(OURS[name]["stop_grace_period"].removesuffix("s"))
    assert grace > Settings.model_fields["drain_seconds"].default


@every_service
def test_a_service_starts_when_its_topics_are_there(name: str) -> None:
    waits_for = OURS[name]["depends_on"]
    if name == "topics":
        assert waits_for == {"kafka": {"condition": "service_healthy"}}
    else:
        assert waits_for == {"topics": {"condition": "service_completed_successfully"}}


def test_every_port_is_published_on_loopback_only() -> None:
    ports = [port for it in COMPOSE["services"].values() for port in it.get("ports", ())]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_image_runs_as_nobody_and_has_no_compiler() -> None:
    last_stage = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert "USER 10001:10001" in last_stage
    assert "slim" in last_stage.splitlines()[0]
    assert "apt-get" not in last_stage
    assert "HEALTHCHECK" in last_stage


def test_the_image_runs_with_the_allocator_that_it_holds() -> None:
    first_stage, last_stage = DOCKERFILE.rsplit("\nFROM ", 1)
    (preloaded,) = re.findall(r"LD_PRELOAD=(\S+)", last_stage)
    # the folder that the last stage takes over from the first
    assert preloaded.startswith("/opt/copydesk/")
    assert re.search(rf"install .* {re.escape(preloaded)}(?=\s)", first_stage)
    assert re.findall(r"(\w*MALLOC\w*=\S+)", last_stage) == [
        f"{name}={value}" for name, value in AS_IN_THE_IMAGE.items()
    ]


def test_the_image_runs_native_code_and_can_build_it() -> None:
    first_stage = DOCKERFILE.rsplit("\nFROM ", 1)[0]
    assert "COPYDESK_COMPILE=1" in first_stage
    copied = [line.split()[1:-1] for line in first_stage.splitlines() if line.startswith("COPY ")]
    needed = {"pyproject.toml", "setup.py", "constraints.txt", "schemas", "workers"}
    assert needed <= {name for names in copied for name in names}
    let_in = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert needed <= {line.removeprefix("!") for line in let_in if line.startswith("!")}


def test_every_topic_has_its_dead_letters() -> None:
    names = {topic.name for topic in TOPICS}
    read = {"raw-posts", "articles", "enriched-articles"}
    assert {f"{name}-dlq" for name in read} <= names
