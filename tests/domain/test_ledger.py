import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.histories import Given, History, Made, account, histories
from workers.domain.ledger import LINE, Codes, Kept, Ledger, StageLedger, name_of, place_named

NORMALIZE, ENRICH, STORIES, SINK = LINE


def made(
    source: str, *, buried: bool = False, posts: int | None = None, partition: int = 0
) -> Made:
    count = None if posts is None else str(posts).encode()
    return Made(source.encode(), count, buried, partition, b"k")


def record(offset: int, *, tombstone: bool = False, posts: int | None = None) -> Given:
    return Given(0, offset, b"k", tombstone, posts)


def total(ledger: StageLedger) -> int:
    return (
        ledger.forwarded
        + ledger.buried
        + ledger.dropped
        + ledger.waiting
        + ledger.forgotten
        + ledger.lost.count
        + ledger.doubled.count
    )


@given(histories() | histories(ENRICH))
def test_a_history_without_fault_has_nothing_lost_and_nothing_doubled(history: History) -> None:
    ledger = account(history)
    assert ledger.holds
    assert ledger.posts_in == history.posts() == total(ledger)
    assert ledger.buried == sum(made.buried for made in history.made)
    assert ledger.dropped == sum(given.tombstone for given in history.given)
    assert (ledger.waiting, ledger.forgotten, ledger.foreign, ledger.orphaned) == (0, 0, 0, 0)


@given(histories() | histories(ENRICH), st.data())
def test_any_one_outcome_that_is_taken_away_is_found_and_named(
    history: History, data: st.DataObject
) -> None:
    assume(history.made)
    index = data.draw(st.integers(0, len(history.made) - 1))
    ledger = account(history.without(index))
    assert not ledger.holds
    assert ledger.lost.count == 1
    assert ledger.lost.names == (history.made[index].source.decode(),)
    assert total(ledger) == ledger.posts_in == history.posts()


@given(histories() | histories(ENRICH), st.data())
def test_any_one_outcome_that_is_there_twice_is_found_and_named(
    history: History, data: st.DataObject
) -> None:
    assume(history.made)
    index = data.draw(st.integers(0, len(history.made) - 1))
    ledger = account(history.with_twice(index))
    assert not ledger.holds
    assert ledger.doubled.names == (history.made[index].source.decode(),)
    assert ledger.lost.count == 0
    assert total(ledger) == ledger.posts_in


@given(histories() | histories(ENRICH), st.data())
def test_any_one_post_that_is_taken_away_leaves_outcomes_without_a_foundation(
    history: History, data: st.DataObject
) -> None:
    posts = [given for given in history.given if not given.tombstone]
    assume(posts)
    gone = data.draw(st.sampled_from(posts))
    rest = tuple(given for given in history.given if given is not gone)
    ledger = account(History(history.hop, rest, history.made, history.read_to))
    assert ledger.unfounded.count == (gone.posts or 1)
    assert not ledger.holds


@given(histories(), st.data())
def test_what_the_stage_has_not_reached_is_waiting_and_not_lost(
    history: History, data: st.DataObject
) -> None:
    partition = data.draw(st.sampled_from(sorted(history.read_to)))
    cut = data.draw(st.integers(0, history.read_to[partition]))
    name = f"{history.hop.reads}/{partition}/"
    done = tuple(
        made
        for made in history.made
        if not made.source.decode().startswith(name)
        or int(made.source.decode().removeprefix(name).partition("#")[0]) < cut
    )
    ledger = account(History(history.hop, history.given, done, {**history.read_to, partition: cut}))
    undone = [
        given
        for given in history.given
        if given.partition == partition and given.offset >= cut and not given.tombstone
    ]
    assert ledger.holds
    assert ledger.waiting == len(undone), "how many posts a list holds, only its outcomes tell"


def test_a_post_in_both_the_outputs_and_the_dead_letters_is_doubled() -> None:
    both = (made("raw-posts/0/7"), made("raw-posts/0/7", buried=True))
    ledger = account(History(NORMALIZE, (record(7),), both, {0: 8}))
    assert ledger.doubled.names == ("raw-posts/0/7",)
    assert (ledger.forwarded, ledger.buried) == (0, 0)


def test_an_outcome_of_a_tombstone_is_a_second_one() -> None:
    history = History(NORMALIZE, (record(7, tombstone=True),), (made("raw-posts/0/7"),), {0: 8})
    assert account(history).doubled.count == 1


def test_a_record_of_many_posts_that_was_also_buried_whole_is_doubled() -> None:
    outcomes = (
        made("raw-posts/0/7#0", posts=2),
        made("raw-posts/0/7#1", posts=2),
        made("raw-posts/0/7", buried=True),
    )
    assert account(History(NORMALIZE, (record(7),), outcomes, {0: 8})).doubled.count == 1


def test_a_record_of_many_posts_without_any_outcome_is_lost() -> None:
    history = History(NORMALIZE, (record(7, posts=3),), (), {0: 8})
    assert account(history).lost.names == ("raw-posts/0/7",)


def test_without_a_committed_offset_the_outcomes_tell_how_far_the_stage_has_come() -> None:
    history = History(NORMALIZE, (record(1), record(2), record(3)), (made("raw-posts/0/2"),), {})
    ledger = account(history)
    assert ledger.lost.names == ("raw-posts/0/1",)
    assert ledger.waiting == 1


def test_a_list_whose_first_post_has_an_outcome_was_passed_and_the_others_are_lost() -> None:
    history = History(NORMALIZE, (record(1),), (made("raw-posts/0/1#0", posts=2),), {})
    assert account(history).lost.names == ("raw-posts/0/1#1",)


def test_an_outcome_that_expired_with_its_retention_is_forgotten_and_not_lost() -> None:
    given_records = (record(1), record(2), record(3))
    kept = made("raw-posts/0/2", partition=1)
    history = History(NORMALIZE, given_records, (kept,), {0: 4})
    ledger = account(history, outputs=Kept(first={1: 40}))
    assert ledger.forgotten == 1
    assert ledger.lost.names == ("raw-posts/0/3",), "it would lie behind one that is still kept"


def test_an_earlier_version_that_compaction_may_have_taken_is_forgotten_and_not_lost() -> None:
    source = (record(1), record(2))
    history = History(ENRICH, source, (made("articles/0/2"),), {0: 3})
    assert account(history).lost.names == ("articles/0/1",)
    assert account(history, outputs=Kept(compacted=True)).forgotten == 1


def test_compaction_does_not_excuse_the_latest_version_of_an_article() -> None:
    history = History(ENRICH, (record(1), record(2)), (made("articles/0/1"),), {0: 3})
    ledger = account(history, outputs=Kept(compacted=True))
    assert ledger.lost.names == ("articles/0/2",)


def test_an_outcome_whose_post_expired_is_orphaned_and_not_unfounded() -> None:
    history = History(NORMALIZE, (), (made("raw-posts/0/7"), made("raw-posts/0/99")), {0: 100})
    ledger = account(history, inputs=Kept(first={0: 50}))
    assert ledger.orphaned == 1
    assert ledger.unfounded.names == ("raw-posts/0/99",)


def test_compaction_does_not_excuse_an_outcome_of_a_post_beyond_the_end() -> None:
    history = History(ENRICH, (), (made("articles/0/7"), made("articles/0/99")), {0: 100})
    ledger = account(history, inputs=Kept(end={0: 50}, compacted=True))
    assert ledger.orphaned == 1
    assert ledger.unfounded.names == ("articles/0/99",)


def test_what_an_open_transaction_hides_is_waiting_and_not_lost() -> None:
    history = History(NORMALIZE, (record(7),), (), {0: 8})
    assert account(history, outputs=Kept(hidden=True)).waiting == 1


@pytest.mark.parametrize(
    "source",
    [b"", b"articles/0/1", b"raw-posts/0", b"raw-posts/0/1/2", b"raw-posts/-1/2", b"raw-posts/0/1#",
     b"raw-posts/0/1#x", b"raw-posts/0/+1", b"raw-posts/0/" + b"9" * 30, b"\xff/0/1"],
)  # fmt: skip
def test_a_record_that_names_no_post_of_the_input_is_foreign(source: bytes) -> None:
    history = History(NORMALIZE, (), (Made(source, None, False, 0, None),), {})
    ledger = account(history)
    assert ledger.foreign == 1
    assert ledger.holds


def test_a_count_of_posts_that_nobody_can_have_sent_does_not_make_the_audit_count_to_it() -> None:
    history = History(NORMALIZE, (record(7),), (made("raw-posts/0/7#0", posts=10**8 - 1),), {0: 7})
    assert account(history).foreign == 1


def test_at_most_ten_posts_are_named() -> None:
    ledger = account(History(NORMALIZE, tuple(map(record, range(30))), (), {0: 30}))
    assert ledger.lost.count == 30
    assert len(ledger.lost.names) == 10


def test_a_line_holds_when_all_its_stages_do() -> None:
    good = account(History(NORMALIZE, (record(1),), (made("raw-posts/0/1"),), {0: 2}))
    bad = account(History(ENRICH, (record(1),), (), {0: 2}))
    assert Ledger((good, good)).holds
    assert not Ledger((good, bad)).holds


@given(
    st.integers(0, (1 << 20) - 1),
    st.integers(0, (1 << 62) - 1),
    st.none() | st.integers(0, (1 << 20) - 3),
)
def test_a_place_survives_its_name_and_its_code(
    partition: int, offset: int, index: int | None
) -> None:
    place = (partition, offset, index)
    assert place_named(name_of("raw-posts", place).encode(), "raw-posts") == place
    assert Codes.place(Codes.code(place)) == place
