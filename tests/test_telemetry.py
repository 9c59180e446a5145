import pytest
from prometheus_client import REGISTRY

from schemas.dead_letter import Reason
from workers.stages.outcome import Bury, Drop, Forward
from workers.telemetry import STAGE_BUCKETS, Meters


def told(name: str, **labels: str) -> float | None:
    return REGISTRY.get_sample_value(name, labels)


def test_every_outcome_is_counted_under_its_name() -> None:
    meters = Meters("telemetry-outcomes")
    for outcome in (Forward(()), Forward(()), Bury(Reason.BUG, ""), Drop("")):
        meters.count(outcome)
    found = {
        outcome: told("copydesk_records_total", stage="telemetry-outcomes", outcome=outcome)
        for outcome in ("forwarded", "buried", "dropped", "stored")
    }
    assert found == {"forwarded": 2, "buried": 1, "dropped": 1, "stored": 0}
    assert told("copydesk_buried_total", stage="telemetry-outcomes", reason="bug") == 1


def test_two_meters_of_one_stage_count_together() -> None:
    for _ in range(2):
        Meters("telemetry-twice").count(Drop(""))
    assert told("copydesk_records_total", stage="telemetry-twice", outcome="dropped") == 2


@pytest.mark.parametrize(
    ("seconds", "fits"),
    [(0.0, "0.0001"), (0.0001, "0.0001"), (0.00011, "0.00025"), (10.0, "10.0"), (11.0, "+Inf")],
)
def test_a_duration_falls_into_the_first_bucket_that_holds_it(seconds: float, fits: str) -> None:
    stage = f"telemetry-{seconds}"
    Meters(stage).ran(seconds)
    bounds = [*map(str, STAGE_BUCKETS), "+Inf"]
    found = [told("copydesk_stage_seconds_bucket", stage=stage, le=bound) for bound in bounds]
    assert found == [float(bounds.index(fits) <= place) for place in range(len(bounds))]
    assert told("copydesk_stage_seconds_sum", stage=stage) == seconds
    assert told("copydesk_stage_seconds_count", stage=stage) == 1
