"""The broker: a folder, a port, and who answers what."""

import asyncio
import ipaddress
import socket
from pathlib import Path

import structlog

from .connections import Connections
from .data_folder import DataFolder
from .disk import SyncPolicy
from .errors import BrokerStartError
from .group_requests import GroupRequests
from .memory import give_large_buffers_back
from .record_requests import RecordRequests
from .topic_requests import TopicRequests
from .transaction_requests import TransactionRequests
from .upkeep import sync_written, tend_logs

_log = structlog.get_logger("copydesk.embedded_broker")
# How late a lost member or an overdue transaction is noticed.
_SWEEP_SECONDS = 0.25
# How late a record that is too old is removed. Kafka looks every 15 s to compact, 300 s to remove.
UPKEEP_SECONDS = 30.0
# All workers of a machine may connect at once.
_BACKLOG = 256
_READ_BUFFER_BYTES = 1024 * 1024


class EmbeddedBroker:
    """A single-node Kafka broker on the running event loop."""

    def __init__(
        self,
        data: Path,
        host: str = "127.0.0.1",
        port: int = 9092,
        *,
        sync: SyncPolicy = "never",
        listen_anywhere: bool = False,
        auto_create_topics: bool = False,
        default_partitions: int = 4,
        upkeep_seconds: float = UPKEEP_SECONDS,
    ) -> None:
        """Says what to run; `start` runs it.

        Port 0 is any free one. What was acknowledged survives the death of the process, and with
        `sync="always"` a power cut. Hosts beyond loopback need `listen_anywhere`: there is no
        password. Retention and compaction look for work every `upkeep_seconds`.
        """
        self._data = data
        self._host = host
        self._port = port
        self._sync = sync
        self._upkeep_seconds = upkeep_seconds
        self._listen_anywhere = listen_anywhere
        self._auto_create_topics = auto_create_topics
        self._default_partitions = default_partitions
        self._stopped = asyncio.Event()

    @property
    def bootstrap(self) -> str:
        """Where clients connect, `host:port`; the port is known once started."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{host}:{self._port}"

    async def start(self) -> None:
        """Recovers the folder and listens.

        Raises:
            BrokerStartError: the folder is in use or damaged, or the address cannot be had.
        """
        if not self._listen_anywhere and not _is_loopback(self._host):
            raise BrokerStartError(
                f"others could reach {self._host}, and the embedded broker asks nobody for a "
                "password; listen on 127.0.0.1, or allow it to listen anywhere"
            )
        give_large_buffers_back()
        self._folder = DataFolder(self._data, sync=self._sync)
        try:
            await self._listen()
        except BaseException:
            self._folder.close()
            raise
        folder = self._folder
        self._chores = [
            asyncio.create_task(self._sweep()),
            asyncio.create_task(tend_logs(folder.topics, folder.disk, self._upkeep_seconds)),
            asyncio.create_task(sync_written(folder.disk)),
        ]
        _log.info("broker_started", address=self.bootstrap, data=str(self._data))

    async def stop(self) -> None:
        """Ends connections and gives the folder free."""
        self._server.close()
        for chore in self._chores:
            chore.cancel()
        await self._connections.close()
        await self._server.wait_closed()
        self._folder.close()
        self._stopped.set()
        _log.info("broker_stopped", address=self.bootstrap)

    async def serve_forever(self) -> None:
        """Returns when another task has called `stop`."""
        await self._stopped.wait()

    async def _listen(self) -> None:
        folder = self._folder
        self._groups = GroupRequests(folder.generations, folder.topics, folder.offsets)
        topics = TopicRequests(
            folder.topics,
            folder.offsets,
            auto_create_topics=self._auto_create_topics,
            default_partitions=self._default_partitions,
        )
        self._connections = Connections(
            {
                **RecordRequests(folder.topics, folder.transactions).handlers(),
                **topics.handlers(),
                **self._groups.handlers(),
                **TransactionRequests(folder.transactions, folder.topics, self._groups).handlers(),
            }
        )
        try:
            self._server = await asyncio.start_server(
                self._connections.serve,
                self._host,
                self._port,
                limit=_READ_BUFFER_BYTES,
                backlog=_BACKLOG,
            )
        except (OSError, OverflowError) as error:
            raise BrokerStartError(
                f"cannot listen on {self.bootstrap} ({error}); choose another host or port"
            ) from error
        self._port = self._server.sockets[0].getsockname()[1]

    async def _sweep(self) -> None:
        while True:
            await asyncio.sleep(_SWEEP_SECONDS)
            self._groups.sweep()
            self._folder.sweep()


def _is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host; a name counts as what it stands for."""
    try:
        addresses = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except OSError as error:
        raise BrokerStartError(f"there is no host {host!r}: {error}") from error
    return all(ipaddress.ip_address(str(each)).is_loopback for each in addresses)
