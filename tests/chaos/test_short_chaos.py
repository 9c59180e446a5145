from pathlib import Path
from typing import Literal

import pytest

from tests.broker.running import kafka_available

from .__main__ import Plan, chaos, table


@pytest.mark.chaos
@pytest.mark.broker
@pytest.mark.parametrize("broker", ["embedded", "kafka"])
async def test_nothing_is_lost_or_doubled_when_workers_are_killed(
    broker: Literal["embedded", "kafka"], tmp_path: Path
) -> None:
    if broker == "kafka" and (reason := kafka_available()):
        pytest.skip(reason)
    result = await chaos(Plan(broker, posts=2000, kills=3, seed=20260301), tmp_path)
    print(table(result))
    assert result.clean, table(result)
    assert sum(result.faults.values()) == 3
