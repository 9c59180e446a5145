"""The embedded broker as a process: its folder, its port, and a disk that is full."""

import resource
import subprocess
import time
from pathlib import Path

import pytest
from aiokafka import TopicPartition
from aiokafka.errors import OffsetOutOfRangeError

from workers.embedded_broker.errors import ErrorCode
from workers.embedded_broker.versions import ApiKey

from .clients import Cluster
from .membership import Player, offsets_of
from .producing import hand_producer
from .raw import batch, connected, produce_body, produced
from .running import EmbeddedBrokerProcess, free_port

pytestmark = pytest.mark.broker

START_SECONDS = 20


@pytest.fixture
def cluster(embedded: EmbeddedBrokerProcess) -> Cluster:
    return Cluster(embedded.bootstrap, "alone")


def _fails_to_start(broker: EmbeddedBrokerProcess) -> str:
    """What a broker says that cannot start."""
    ended = subprocess.run(
        broker.command(), capture_output=True, text=True, timeout=START_SECONDS, check=False
    )
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    [said] = ended.stderr.strip().splitlines()
    return said


def _log_of(topic: str, broker: EmbeddedBrokerProcess) -> Path:
    return broker.data / "logs" / topic / "0" / f"{0:020d}.log"


@pytest.mark.parametrize("torn", [b"\0" * 100, b"torn", None])
async def test_a_torn_tail_is_cut_and_writing_goes_on(
    embedded: EmbeddedBrokerProcess, cluster: Cluster, torn: bytes | None
) -> None:
    topic = await cluster.topic()
    await cluster.write(topic, [b"first"])
    await cluster.write(topic, [b"second"])
    embedded.kill()
    log = _log_of(topic, embedded)
    whole = log.read_bytes()
    log.write_bytes(whole[:-3] if torn is None else whole + torn)
    embedded.start()
    left = [b"first"] if torn is None else [b"first", b"second"]
    assert await cluster.values(topic) == left
    assert await cluster.write(topic, [b"third"]) == [len(left)]
    assert await cluster.values(topic) == [*left, b"third"]
    assert embedded.log.read_text().count("event=torn_tail_cut") == 1


def test_a_folder_has_one_broker(embedded: EmbeddedBrokerProcess) -> None:
    second = EmbeddedBrokerProcess(embedded.folder)
    second.port = free_port()
    assert f"{embedded.data} is in use by another embedded broker" in _fails_to_start(second)


def test_a_port_in_use_is_said_to_be(embedded: EmbeddedBrokerProcess, tmp_path: Path) -> None:
    second = EmbeddedBrokerProcess(tmp_path)
    second.port = embedded.port
    assert f"cannot listen on {embedded.bootstrap}" in _fails_to_start(second)


def test_a_damaged_journal_is_not_silently_shortened(
    embedded: EmbeddedBrokerProcess, tmp_path: Path
) -> None:
    embedded.stop()
    journal = embedded.data / "journal"
    sound = journal.read_bytes() * 2
    journal.write_bytes(b"damaged\n" + sound)
    assert "is damaged at line 1" in _fails_to_start(embedded)
    assert journal.read_bytes() == b"damaged\n" + sound


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_it_listens_on_loopback_alone_unless_told(tmp_path: Path, host: str) -> None:
    open_to_all = EmbeddedBrokerProcess(tmp_path, "--host", host)
    assert f"others could reach {host}" in _fails_to_start(open_to_all)


async def test_it_listens_anywhere_when_told(tmp_path: Path) -> None:
    arguments = ("--host", "0.0.0.0", "--listen-anywhere")
    with EmbeddedBrokerProcess(tmp_path, *arguments) as broker:
        cluster = Cluster(broker.bootstrap, "anywhere")
        topic = await cluster.topic()
        await cluster.write(topic, [b"v"])
        assert await cluster.values(topic) == [b"v"]


async def test_a_full_disk_refuses_records_and_loses_none(
    embedded: EmbeddedBrokerProcess, cluster: Cluster
) -> None:
    topic = await cluster.topic()
    filling = batch(b"x" * 300_000)
    async with connected(cluster.bootstrap) as connection:
        assert (await produced(connection, produce_body(topic, filling))).offset == 0
        # Room for half a batch: what was written of it has to go again.
        _limit_files(embedded, len(filling) * 3 // 2)
        for _ in range(2):
            refused = await produced(connection, produce_body(topic, filling))
            assert refused.error_code == ErrorCode.KAFKA_STORAGE_ERROR
        assert _log_of(topic, embedded).stat().st_size == len(filling)
        _limit_files(embedded, resource.RLIM_INFINITY)
        assert (await produced(connection, produce_body(topic, filling))).offset == 1
    assert len(await cluster.values(topic)) == 2
    said = embedded.log.read_text()
    assert said.count("event=write_failed") == said.count("event=write_recovered") == 1


async def test_a_commit_on_a_full_disk_is_finished_when_there_is_room(
    embedded: EmbeddedBrokerProcess, cluster: Cluster
) -> None:
    topic = await cluster.topic()
    async with connected(cluster.bootstrap) as connection:
        producer = await hand_producer(connection, "t")
        await producer.begin(topic, b"x" * 300_000)
        # The journal, which is short, can still be written: the decision is, the marker is not.
        _limit_files(embedded, 300_100)
        body = {
            "transactional_id": "t",
            "producer_id": producer.producer_id,
            "producer_epoch": producer.epoch,
            "transaction_result": True,
        }
        answer = await connection.ask(ApiKey.END_TXN, 1, body)
        assert answer.error_code == ErrorCode.COORDINATOR_NOT_AVAILABLE
        assert await cluster.values(topic, committed=True) == []
        _limit_files(embedded, resource.RLIM_INFINITY)
        assert await producer.end(committed=True) == 0
    assert len(await cluster.values(topic, committed=True)) == 1


async def test_what_retention_removed_is_out_of_range_and_the_rest_is_read(tmp_path: Path) -> None:
    with EmbeddedBrokerProcess(tmp_path, "--upkeep-seconds", "0.1") as broker:
        cluster = Cluster(broker.bootstrap, "removed")
        configs = {"segment.bytes": "1048576", "retention.bytes": "1"}
        topic = await cluster.topic(configs=configs)
        place = TopicPartition(topic, 0)
        for _ in range(3):
            await cluster.write(topic, [b"x" * 600_000])
        settings = {"auto_offset_reset": "none", "group_id": None}
        await cluster.begins_at(topic, 2)
        async with cluster.consumer(**settings) as consumer:
            consumer.assign([place])
            consumer.seek(place, 1)
            with pytest.raises(OffsetOutOfRangeError):
                await consumer.getone()
        for _ in range(2):
            assert [record.offset for record in await cluster.read(topic)] == [2]
            broker.restart()


async def test_a_generation_is_never_given_twice(
    embedded: EmbeddedBrokerProcess, cluster: Cluster
) -> None:
    async with connected(cluster.bootstrap) as connection:
        before = await Player(connection, "group").settled()
    embedded.kill()
    embedded.start()
    async with connected(cluster.bootstrap) as connection:
        after = await Player(connection, "group").settled()
    assert after.generation > before.generation


async def test_a_commit_for_no_group_is_refused_and_not_kept(
    embedded: EmbeddedBrokerProcess, cluster: Cluster
) -> None:
    topic = await cluster.topic()
    body = {
        "consumer_group": None,
        "consumer_group_generation_id": -1,
        "consumer_id": "",
        "group_instance_id": None,
        "topics": offsets_of(topic, 1),
    }
    async with connected(cluster.bootstrap) as connection:
        answer = await connection.ask(ApiKey.OFFSET_COMMIT, 7, body)
    assert answer.topics[0].partitions[0].error_code == ErrorCode.INVALID_GROUP_ID
    embedded.restart()


async def test_no_log_line_of_a_misled_client_is_a_traceback(
    embedded: EmbeddedBrokerProcess,
) -> None:
    for sent in (b"\xff" * 8, b"\0\0\0\x08" + b"\0" * 8, b"\0\0\0\x09\0\x12\0\x03" + b"\0" * 5):
        async with connected(embedded.bootstrap) as connection:
            assert await connection.is_closed_after(sent)
    said = embedded.log.read_text()
    assert "Traceback" not in said
    assert said.count("event=connection_closed") == 3


def test_a_broker_at_rest_rests(embedded: EmbeddedBrokerProcess) -> None:
    before = _cpu_seconds(embedded.pid)
    time.sleep(2)
    assert _cpu_seconds(embedded.pid) - before < 0.1


def _limit_files(broker: EmbeddedBrokerProcess, size: int) -> None:
    """Lets no file of the broker grow beyond `size` bytes, as a full disk would."""
    resource.prlimit(broker.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def _cpu_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100
