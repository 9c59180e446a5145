"""A real PostgreSQL as a child process: a port, a folder and a password of its own."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import Self

from tests.broker.process import free_port

PASSWORD = "it is not printed"
USER = "desk"
START_SECONDS = 60.0


@cache
def postgres_bin() -> Path | None:
    """The folder of `initdb` and `postgres`; Debian does not put it on the path."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path).resolve())
    return max(found).parent if found else None


def postgres_missing() -> str | None:
    """None when PostgreSQL can be started, else why not."""
    if postgres_bin() is None:
        return "PostgreSQL left out: there is no `initdb` (Debian: apt-get install postgresql)"
    if os.geteuid() == 0 and _account() is None:
        return "PostgreSQL left out: it does not run as root, and there is no user `postgres`"
    return None


class PostgresServer:
    """One server on loopback; its data survives `kill`."""

    def __init__(self, *, fsync: bool = False) -> None:
        """Without `fsync` only a power cut would lose anything, and tests are quick."""
        self._fsync = "on" if fsync else "off"
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-postgres-"))
        self._process: subprocess.Popen[bytes] | None = None
        self._databases = 0

    def __enter__(self) -> Self:
        secret = self.folder / "password"
        secret.write_text(PASSWORD)
        if os.geteuid() == 0:
            for path in (self.folder, secret):
                shutil.chown(path, "postgres", "postgres")
        self._run("initdb", "-D", str(self._data), "-U", USER, f"--pwfile={secret}",
                  "--auth=scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync")  # fmt: skip
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGQUIT)  # at once: nobody needs the data any more
            self._process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def start(self) -> None:
        """Starts it, after a crash too: then it recovers first."""
        deadline = time.monotonic() + START_SECONDS
        while True:
            self._spawn()
            while time.monotonic() < deadline and self._process is not None:
                if self._process.poll() is not None:
                    break  # what a killed one left may still be in use
                if self._answers():
                    return
                time.sleep(0.05)
            assert time.monotonic() < deadline, (self.folder / "log").read_text()[-2000:]
            time.sleep(0.2)

    def kill(self) -> None:
        """SIGKILL: its children notice and end."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def url(self, database: str, password: str = PASSWORD) -> str:
        secret = password.replace(" ", "%20")
        return f"postgresql://{USER}:{secret}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The URL of an empty database."""
        self._databases += 1
        name = f"articles{self._databases}"
        self.ask("postgres", f"CREATE DATABASE {name}")
        return self.url(name)

    def ask(self, database: str, statement: str) -> list[list[str]]:
        """The rows that `psql` shows: a look that shares no code with the store."""
        done = self._run(
            "psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", USER, "-d", database,
            "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-c", statement,
        )  # fmt: skip
        return [line.split("\t") for line in done.splitlines()]

    def _spawn(self) -> None:
        binaries = postgres_bin()
        assert binaries is not None
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [str(binaries / "postgres"), "-D", str(self._data), "-p", str(self.port),
                 "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.folder}",
                 "-c", f"fsync={self._fsync}", "-c", "max_connections=30",
                 "-c", "superuser_reserved_connections=1"],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL,
                user=_user(), group=_group(),
            )  # fmt: skip

    def _answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), 1):
                pass
            self.ask("postgres", "SELECT 1")
        except (OSError, subprocess.CalledProcessError):
            return False
        return True

    def _run(self, program: str, *arguments: str) -> str:
        binaries = postgres_bin()
        assert binaries is not None
        done = subprocess.run(
            [str(binaries / program), *arguments],
            env={**os.environ, "PGPASSWORD": PASSWORD, "PGCONNECT_TIMEOUT": "5"},
            capture_output=True, text=True, check=True, timeout=60, cwd="/",
            user=_user(), group=_group(),
        )  # fmt: skip
        return done.stdout


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None


def _user() -> int | None:
    """Who runs it: root may not."""
    account = _account() if os.geteuid() == 0 else None
    return account.pw_uid if account else None


def _group() -> int | None:
    account = _account() if os.geteuid() == 0 else None
    return account.pw_gid if account else None
