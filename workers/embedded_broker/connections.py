"""Connections: frames in, answers out, one request after the other."""

import asyncio
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterable, Mapping
from io import BytesIO

import structlog

from .errors import BadRequest, ErrorCode
from .request import Answer, Handler, Peer, Request
from .versions import SPOKEN, ApiKey, layouts
from .wire import (
    RequestHeader,
    answer_frame,
    read_body,
    read_client_id,
    read_frame,
    read_header,
)

_log = structlog.get_logger("copydesk.embedded_broker")
_LAYOUTS = layouts()
_LARGE_BYTES = 64 * 1024
_ALL_TOPICS_BY_NULL = frozenset({ApiKey.METADATA, ApiKey.OFFSET_FETCH})


class Connections:
    """Serves every client that connects, until closed."""

    def __init__(self, handlers: Mapping[ApiKey, Handler]) -> None:
        self._handlers = {**handlers, ApiKey.API_VERSIONS: _api_versions}
        self._tasks: set[asyncio.Task[None]] = set()

    async def serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """Answers one client's requests in their order, as the protocol asks."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        # A client that left at once has no name any more.
        peer = (writer.get_extra_info("peername") or ("gone",))[0]
        try:
            while True:
                await self._serve_one(await read_frame(reader), writer, peer)
        except (asyncio.IncompleteReadError, ConnectionError, TimeoutError):
            _log.debug("connection_ended", peer=peer)
        except BadRequest as error:
            _log.warning("connection_closed", peer=peer, reason=str(error))
        except asyncio.CancelledError:
            _log.debug("connection_ended", peer=peer, reason="the broker stops")
        except Exception:  # noqa: BLE001
            # The last line of defence: a bug met by one client must not end all the others.
            _log.exception("connection_closed", peer=peer, reason="a bug in the broker")
        finally:
            self._tasks.discard(task)
            writer.close()

    async def close(self) -> None:
        """Ends all connections and waits until none is left."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve_one(self, data: BytesIO, writer: StreamWriter, host: str) -> None:
        header = read_header(data)
        layout = _LAYOUTS.get((header.api_key, header.api_version))
        if layout is None:
            await _refuse_version(header, writer)
            return
        client_id = read_client_id(data, flexible=layout.flexible)
        body = read_body(layout.request, data)
        if getattr(body, "topics", ()) is None and header.api_key not in _ALL_TOPICS_BY_NULL:
            raise BadRequest("the list topics is null")
        our_host, our_port = writer.get_extra_info("sockname")[:2]
        peer = Peer(client_id, host, our_host, our_port)
        request = Request(header.api_version, body, peer)
        answer = await self._handlers[ApiKey(header.api_key)](request)
        if answer is None:
            return
        flexible = layout.flexible_answer
        number = header.correlation_id
        await _send(writer, answer_frame(number, layout.answer, answer, flexible=flexible))


async def _send(writer: StreamWriter, pieces: Iterable[bytes]) -> None:
    """Writes an answer; its large pieces one by one, so that no copy is made of all of them."""
    small: list[bytes] = []
    for piece in pieces:
        small.append(piece)
        if len(piece) > _LARGE_BYTES:
            writer.writelines(small)
            small.clear()
            await writer.drain()
    writer.writelines(small)
    await writer.drain()


async def _api_versions(_: Request) -> Answer:
    return _versions_answer(ErrorCode.NONE)


async def _refuse_version(header: RequestHeader, writer: StreamWriter) -> None:
    """Says which versions there are to who asks for that, else closes, as Apache Kafka does."""
    if header.api_key != ApiKey.API_VERSIONS:
        raise BadRequest(
            f"request {header.api_key} in version {header.api_version} is not spoken here"
        )
    oldest = _LAYOUTS[ApiKey.API_VERSIONS, 0].answer
    answer = _versions_answer(ErrorCode.UNSUPPORTED_VERSION)
    writer.writelines(answer_frame(header.correlation_id, oldest, answer, flexible=False))
    await writer.drain()


def _versions_answer(error: ErrorCode) -> Answer:
    return {
        "error_code": error,
        "api_versions": [
            {"api_key": key, "min_version": first, "max_version": last}
            for key, (first, last) in SPOKEN.items()
        ],
    }
