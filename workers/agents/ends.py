"""How a worker may end other than by being told to."""

EXIT_DRAINED = 0
EXIT_REFUSED = 1
"""Something outside is set up wrongly; starting again does not help until someone looks."""
EXIT_RESTART = 70
"""This process cannot vouch for what it would do next; a new one replays from what is committed."""


class Refused(Exception):
    """The worker cannot work with what it finds; the text says in one line what to do."""


class Halted(Exception):
    """Going on would do harm. The worker commits nothing more and waits to be restarted."""


class Discontinuity(Exception):
    """A chunk does not continue from where the committed work ends: records would be lost."""
