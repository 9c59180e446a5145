from tests.domain.enrichment.headlines import confusions, headlines, table
from workers.domain.enrichment.language import detect_language


def test_headlines_in_a_hundred_languages_are_told_apart() -> None:
    rows = headlines()
    confused = confusions(rows)
    print(table(confused))
    assert len({row.code for row in rows}) > 90
    assert confused.total() <= 0.03 * len(rows)


def test_what_is_said_with_confidence_is_right() -> None:
    sure = [(row, detect_language(row.text)) for row in headlines()]
    bold = [(row, found) for row, found in sure if found.confidence >= 0.9]
    right = sum(row.code == found.code for row, found in bold)
    assert len(bold) > 0.7 * len(sure)
    assert right >= 0.98 * len(bold)
