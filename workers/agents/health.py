"""Metrics and health over HTTP, served by the loop that works: when it stands still, so do they."""

from collections.abc import Callable

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from workers.telemetry import Meters

from .ends import Refused


class Health:
    """`/metrics`, `/healthz` (nothing stands still) and `/readyz` (it was not halted)."""

    def __init__(
        self, meters: Meters, host: str, port: int, stands_still: Callable[[], str | None]
    ) -> None:
        """`stands_still` names what does not move while records wait, if something does not."""
        self._meters = meters
        self._stands_still = stands_still
        self._host = host
        self._port = port
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Begins to listen.

        Raises:
            Refused: the port is in use.
        """
        app = web.Application()
        app.router.add_get("/metrics", self._metrics)
        app.router.add_get("/healthz", self._alive)
        app.router.add_get("/readyz", self._ready)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            raise Refused(
                f"cannot serve metrics on {self._host}:{self._port} ({error.strerror});"
                " choose another COPYDESK_METRICS_PORT"
            ) from None

    async def stop(self) -> None:
        """Stops to listen."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _metrics(self, _request: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _alive(self, _request: web.Request) -> web.Response:
        if (what := self._stands_still()) is not None:
            return web.Response(text=f"{what} stands still\n", status=503)
        return web.Response(text="alive\n")

    async def _ready(self, _request: web.Request) -> web.Response:
        state = self._meters.state
        return web.Response(text=f"{state}\n", status=200 if state == "running" else 503)
