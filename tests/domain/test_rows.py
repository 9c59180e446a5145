from schemas import encode
from tests.domain.articles import MONDAY, enriched_article
from workers.domain.rows import ArticleRow, StoreError, StoreUnavailable
from workers.domain.versions import Version
from workers.stages.outcome import Record
from workers.stages.sink import SinkStage


def test_a_row_knows_its_version() -> None:
    value = encode(enriched_article(access="truncated", modified_at=MONDAY))
    row = SinkStage().read(Record("enriched-articles", 1, 5, b"a1", value, (), 0))
    assert isinstance(row, ArticleRow)
    assert row.version == Version("truncated", MONDAY, MONDAY, MONDAY, 1, 5)


def test_who_catches_a_store_error_catches_an_unavailable_store() -> None:
    assert issubclass(StoreUnavailable, StoreError)
