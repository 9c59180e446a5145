import signal

import pytest


@pytest.fixture(scope="session", autouse=True)
def ctrl_c_reaches_the_commands() -> None:
    """A shell has what it starts in the background ignore SIGINT, and processes inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
