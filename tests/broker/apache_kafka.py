"""Apache Kafka 4.1.0 from Maven's jars, one process that is broker and controller (KRaft)."""

import fcntl
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

from .process import REPOSITORY, BrokerProcess, free_port

HEAP = "-Xmx768m"
# 16 bytes in base64; one drawn at random may begin with "-", which reads as an option.
CLUSTER_ID = "Y29weWRlc2stdGVzdHM0MQ"
DOWNLOAD_SECONDS = 300
POM = Path(__file__).with_name("pom.xml")


class ApacheKafka(BrokerProcess):
    """`kafka.Kafka server.properties` on a free loopback port; needs Java and the jars."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.data = folder / "data"
        self._controller_port = free_port()
        self._properties = folder / "server.properties"

    def prepare(self) -> None:
        super().prepare()
        if reason := kafka_available():
            raise RuntimeError(reason)
        self._properties.write_text(self._settings())
        if not self.data.exists():
            tool = java("kafka.tools.StorageTool")
            with self.log.open("ab") as log:
                subprocess.run(
                    [*tool, "format", "-t", CLUSTER_ID, "-c", str(self._properties)],
                    stdout=log,
                    stderr=log,
                    check=True,
                )

    def command(self) -> list[str]:
        return [*java("kafka.Kafka"), str(self._properties)]

    def _settings(self) -> str:
        """Small internal topics, no initial delay, short sessions, back soon after a kill."""
        return f"""\
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{self._controller_port}
listeners=PLAINTEXT://127.0.0.1:{self.port},CONTROLLER://127.0.0.1:{self._controller_port}
advertised.listeners=PLAINTEXT://127.0.0.1:{self.port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs={self.data}
auto.create.topics.enable=false
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
message.max.bytes=10485760
replica.fetch.max.bytes=10485760
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=2000
num.partitions=4
"""


def java(main_class: str) -> list[str]:
    """The command that runs a class of Kafka's."""
    return ["java", HEAP, "-cp", f"{kafka_home() / 'lib'}/*", main_class]


def kafka_home() -> Path:
    """The folder whose `lib` holds the jars: COPYDESK_KAFKA_HOME, or `.cache/kafka` here."""
    return Path(os.environ.get("COPYDESK_KAFKA_HOME", REPOSITORY / ".cache" / "kafka"))


@cache
def kafka_available() -> str | None:
    """None when Apache Kafka can be started, else why not; downloads the jars once."""
    if shutil.which("java") is None:
        return "Apache Kafka left out: there is no `java` on the path"
    home = kafka_home()
    home.mkdir(parents=True, exist_ok=True)
    with (home / "download.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if any((home / "lib").glob("kafka_2.13-*.jar")):
            return None
        return _download(home)


def _download(home: Path) -> str | None:
    if shutil.which("mvn") is None:
        return f"Apache Kafka left out: no jars in {home / 'lib'} and no `mvn` to fetch them"
    partial = home / "lib.partial"
    maven = ["mvn", "-q", "-B", "-f", str(POM), "dependency:copy-dependencies"]
    try:
        subprocess.run(
            [*maven, f"-DoutputDirectory={partial}"],
            check=True,
            timeout=DOWNLOAD_SECONDS,
            capture_output=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        return f"Apache Kafka left out: Maven could not fetch it ({error})"
    partial.rename(home / "lib")
    return None
