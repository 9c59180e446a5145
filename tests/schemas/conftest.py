"""No law fails because the machine is busy: hypothesis's deadline of 200 ms is for idle ones."""

from hypothesis import settings

settings.register_profile("without a deadline", deadline=None)
settings.load_profile("without a deadline")
