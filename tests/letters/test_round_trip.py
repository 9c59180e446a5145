from pathlib import Path

import pytest

from schemas.dead_letter import Reason
from tests.broker.running import RunningBroker
from tests.letters.round_trip import RoundTrip

pytestmark = pytest.mark.broker

RECORDS = 280  # `python -m tests.letters` does it with 10,000


async def test_what_was_buried_comes_back_byte_for_byte_and_goes_through_after_a_fix(
    broker: RunningBroker, tmp_path: Path
) -> None:
    told = await RoundTrip(broker, tmp_path, patience_seconds=90).run(RECORDS)
    assert set(told.buried) == set(Reason)
    assert told.buried.total() == RECORDS
