"""One conformance suite for the embedded broker and for Apache Kafka.

Every test that takes the fixture `broker` runs against both. Where they may differ is said in
`DIFFERENCES`, and nowhere else: a test that asks which broker it talks to names its line there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the embedded broker is not Apache Kafka."""

    about: str
    embedded: str
    kafka: str


DIFFERENCES = (
    Difference(
        about="retention and compaction",
        embedded="settings are kept and shown; nothing is ever removed",
        kafka="old segments are deleted or compacted",
    ),
    Difference(
        about="members over a restart of the broker",
        embedded="join again, into a higher generation",
        kafka="are known again under the same generation",
    ),
    Difference(
        about="settings of topics that would change records",
        embedded="compression.type other than `producer` and LogAppendTime are refused",
        kafka="records are compressed or stamped anew",
    ),
    Difference(
        about="who speaks what",
        embedded="the versions in `workers.embedded_broker.versions`; loopback, no password",
        kafka="more requests, newer versions, TLS and SASL",
    ),
)
