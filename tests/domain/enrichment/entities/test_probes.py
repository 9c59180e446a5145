import pytest

from tests.domain.enrichment.entities.probes import tally

# At first sight, each round before the rules had met its texts: .872 .883 .911 .867 .867 .851 .861.


@pytest.mark.parametrize(
    ("name", "least"),
    [
        ("probes_1.txt", 0.97),
        ("probes_2.txt", 0.97),
        ("probes_3.txt", 0.94),
        ("probes_4.txt", 0.94),
        ("probes_5.txt", 0.93),
        ("probes_6.txt", 0.93),
        ("probes_7.txt", 0.92),
    ],
)
def test_the_names_of_invented_reports_are_found(name: str, least: float) -> None:
    result = tally(name)
    assert result.f1 >= least, "\n".join(result.wrong)
