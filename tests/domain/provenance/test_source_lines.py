"""Whatever label stands before a publisher's name, the day may stand behind it."""

import pytest

from workers.domain.parsing.post import FoundBlock
from workers.domain.provenance.site import Site
from workers.domain.provenance.source_lines import _LABELS, read_source_line

SITE = Site("marshpost.example", "The Marsh Post")


@pytest.mark.parametrize("label", _LABELS)
@pytest.mark.parametrize("line", ["{}: Reuters", "9 March 2026 | {}: Reuters"])
def test_a_label_names_the_publisher_behind_it(label: str, line: str) -> None:
    block = FoundBlock("paragraph", line.format(label))
    found = read_source_line(0, [block], SITE)
    assert found is not None
    assert found.name == "Reuters"
