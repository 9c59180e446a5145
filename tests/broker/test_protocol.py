"""The protocol's edges: versions, sizes, and bytes that mean nothing."""

import struct

import pytest

from workers.embedded_broker.versions import SPOKEN, ApiKey, layouts
from workers.embedded_broker.wire import MAX_FRAME_BYTES, read_body

from .clients import Cluster
from .raw import connected, header

pytestmark = pytest.mark.broker


async def test_every_version_that_is_offered_is_also_laid_out(cluster: Cluster) -> None:
    async with connected(cluster.bootstrap) as connection:
        answer = await connection.ask(
            ApiKey.API_VERSIONS, 3, {"client_software_name": "t", "client_software_version": "1"}
        )
    assert answer.error_code == 0
    offered = {each.api_key: (each.min_version, each.max_version) for each in answer.api_versions}
    for key, (first, last) in SPOKEN.items():
        assert offered[key][0] <= last, f"{key.name} is too old for this broker"
        assert first <= offered[key][1]


async def test_an_unknown_version_of_api_versions_is_answered_with_the_known_ones(
    cluster: Cluster,
) -> None:
    async with connected(cluster.bootstrap) as connection:
        answer = await connection.send(header(ApiKey.API_VERSIONS, 99, flexible=True))
    assert answer.read(4) == struct.pack(">i", 7)
    fields = read_body(layouts()[ApiKey.API_VERSIONS, 0].answer, answer)
    assert fields.error_code == 35
    assert ApiKey.API_VERSIONS in [each.api_key for each in fields.api_versions]


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(struct.pack(">i", 19) + header(ApiKey.FETCH, 99) + b"\0\0", id="version"),
        pytest.param(struct.pack(">i", 17) + header(999, 0), id="request"),
        pytest.param(struct.pack(">i", MAX_FRAME_BYTES + 1), id="too long"),
        pytest.param(struct.pack(">i", -1), id="negative length"),
        pytest.param(
            struct.pack(">i", 29) + header(ApiKey.PRODUCE, 8) + struct.pack(">hhii", -1, -1, 9, -1),
            id="null list",
        ),
        pytest.param(b"GET / HTTP/1.1\r\nHost: broker\r\n\r\n", id="HTTP"),
        pytest.param(struct.pack(">i", 19) + header(ApiKey.METADATA, 1) + b"\0\1", id="cut body"),
    ],
)
async def test_what_cannot_be_understood_closes_that_connection_alone(
    cluster: Cluster, sent: bytes
) -> None:
    async with connected(cluster.bootstrap) as other:
        async with connected(cluster.bootstrap) as connection:
            assert await connection.is_closed_after(sent)
        answer = await other.ask(ApiKey.METADATA, 1, {"topics": []})
    assert len(answer.brokers) == 1
