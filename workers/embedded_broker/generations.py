"""The generation of each group: it only ever rises, restarts included.

Members are not kept over a restart, they join again. If generations began anew as well, a worker
could take the new one for the one that it read its records under.
"""

from collections.abc import Iterator

import structlog

from .errors import Refused
from .events import Event, GroupAdvanced
from .journal import Journal

_log = structlog.get_logger("copydesk.embedded_broker")


class Generations:
    """The last generation of every group."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._last: dict[str, int] = {}

    def last(self, group: str) -> int:
        return self._last.get(group, 0)

    def next(self, group: str) -> int:
        """The number for a generation that begins."""
        advanced = GroupAdvanced(group, self.last(group) + 1)
        self.recover(advanced)
        try:
            self._journal.write(advanced)
        except Refused as refusal:
            # Members go on; only a restart with the disk still full could repeat a number.
            _log.warning("generation_not_kept", group=group, reason=refusal.message)
        return advanced.generation

    def recover(self, event: GroupAdvanced) -> None:
        """Takes in an event of the journal."""
        self._last[event.group] = event.generation

    def state(self) -> Iterator[Event]:
        """The events that lead to the generations as they are."""
        for group, generation in self._last.items():
            yield GroupAdvanced(group, generation)
