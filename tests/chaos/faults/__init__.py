"""The table of faults: what may be done to the line, by name."""

from collections.abc import Mapping
from types import MappingProxyType

from . import brokers, databases, workers
from .fault import Fault, Scene

__all__ = ("FAULTS", "Fault", "Scene")

FAULTS: Mapping[str, Fault] = MappingProxyType(
    {
        fault.name: fault
        for fault in (
            Fault("kill", "SIGKILL of a worker", workers.kill),
            Fault("term", "SIGTERM of a worker in the middle of its work", workers.term),
            Fault("freeze", "SIGSTOP for longer than the session, then SIGCONT", workers.freeze),
            Fault("scale", "workers of a stage: 1, then 4, then 2", workers.scale),
            Fault("full-stop", "all workers killed, or told to stop; then started", workers.stop),
            Fault("broker", "SIGKILL of the broker, back at once", brokers.kill, takes_broker=True),
            Fault("outage", "the broker away", brokers.outage, takes_broker=True),
            Fault("database-gone", "file moved away, or server killed", databases.gone),
            Fault("database-locked", "written to by nobody else for seconds", databases.locked),
            Fault(
                "database-full", "not one byte free on its disk", databases.full, needs_disk=True
            ),
        )
    }
)
