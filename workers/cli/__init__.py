"""The command line: `copydesk`, or `python -m workers.cli`."""

from workers.cli.program import main

__all__ = ("main",)
