from pathlib import Path

import pytest

from tests.broker.running import kafka_available

from .faults import FAULTS
from .plan import Broker, Plan
from .report import table, told
from .run import chaos
from .volume import volumes_missing

OUTAGE_SECONDS = 8.0  # longer than a session lasts


@pytest.mark.chaos
@pytest.mark.broker
@pytest.mark.timeout(900)
@pytest.mark.parametrize("broker", ["embedded", "kafka"])
async def test_nothing_is_lost_doubled_or_out_of_order_whatever_is_done_to_the_line(
    broker: Broker, tmp_path: Path
) -> None:
    if broker == "kafka" and (reason := kafka_available()):
        pytest.skip(reason)
    mountable = volumes_missing() is None
    faults = tuple(name for name, each in FAULTS.items() if mountable or not each.needs_disk)
    plan = Plan(broker, faults, times=12, seed=20260301, outage_seconds=OUTAGE_SECONDS)
    result = await chaos(plan, tmp_path, print)
    assert result.clean, f"{told(result)}\n{table([result])}"
    assert {struck.fault for struck in result.struck} == set(faults)
    assert not any(struck.gave_up for struck in result.struck)
