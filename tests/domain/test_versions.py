from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from workers.domain.versions import Access, Version, newest

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
DAY = timedelta(days=1)

moments = st.sampled_from([MONDAY, MONDAY + DAY, MONDAY + 2 * DAY])
accesses: st.SearchStrategy[Access] = st.sampled_from(
    ("open", "truncated", "withheld", "withdrawn")
)
versions = st.builds(
    Version,
    access=accesses,
    published_at=st.none() | moments,
    modified_at=st.none() | moments,
    ingested_at=moments,
    partition=st.integers(0, 2),
    offset=st.integers(0, 5),
)


def version(
    access: Access = "open",
    *,
    published: datetime | None = MONDAY,
    modified: datetime | None = None,
    ingested: datetime = MONDAY,
    offset: int = 0,
) -> Version:
    return Version(access, published, modified, ingested, 0, offset)


@given(
    st.lists(versions, min_size=1, max_size=6).flatmap(
        lambda vs: st.tuples(st.just(vs), st.permutations(vs))
    )
)
def test_what_stands_in_the_end_does_not_depend_on_the_order_of_arrival(
    orders: tuple[list[Version], list[Version]],
) -> None:
    outcomes = []
    for order in orders:
        standing: Version | None = None
        for arriving in order:
            if arriving.supersedes(standing):
                standing = arriving
        assert standing is not None
        outcomes.append(standing.rank)
    assert outcomes[0] == outcomes[1] == newest(orders[0]).rank


@given(versions, versions)
def test_of_two_versions_at_most_one_supersedes_the_other(one: Version, other: Version) -> None:
    assert not (one.supersedes(other) and other.supersedes(one))
    assert one.supersedes(other) or other.supersedes(one) or one.rank == other.rank


@given(versions, versions)
def test_a_withheld_version_never_takes_the_place_of_one_that_was_shown(
    one: Version, other: Version
) -> None:
    if one.access == "withheld" and other.access != "withheld":
        assert not one.supersedes(other)
        assert other.supersedes(one)


def test_a_later_modification_supersedes_whenever_it_arrives() -> None:
    old, new = version(modified=MONDAY, ingested=MONDAY + DAY), version(modified=MONDAY + DAY)
    assert new.supersedes(old)
    assert not old.supersedes(new)


def test_a_withdrawal_supersedes_the_open_version_that_it_takes_back() -> None:
    open_one = version(modified=MONDAY)
    assert version("withdrawn", modified=MONDAY).supersedes(open_one)
    assert version("withdrawn", published=None, ingested=MONDAY + DAY).supersedes(open_one)


def test_an_article_that_is_published_again_supersedes_its_withdrawal() -> None:
    assert version(modified=MONDAY + DAY).supersedes(version("withdrawn", modified=MONDAY))


def test_an_excerpt_does_not_supersede_the_whole_text_of_the_same_moment() -> None:
    whole = version("open")
    assert not version("truncated", ingested=MONDAY + DAY, offset=9).supersedes(whole)
    assert version("truncated", modified=MONDAY + DAY).supersedes(whole)


def test_a_version_without_a_date_does_not_supersede_one_with() -> None:
    undated = version(published=None, ingested=MONDAY + DAY)
    assert not undated.supersedes(version())
    assert version().supersedes(undated)


def test_of_versions_without_dates_the_one_that_arrived_later_stands() -> None:
    first = version(published=None)
    assert version(published=None, ingested=MONDAY + DAY).supersedes(first)
    assert version(published=None, offset=1).supersedes(first)


def test_a_version_does_not_supersede_itself() -> None:
    assert not version().supersedes(version())
