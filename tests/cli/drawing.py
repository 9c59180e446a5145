"""What a view looks like as plain text."""

from io import StringIO

from rich.console import Console, RenderableType


def drawn(view: RenderableType, width: int = 100) -> str:
    """The view's lines without trailing spaces."""
    screen = Console(file=StringIO(), width=width, highlight=False, color_system=None)
    screen.print(view)
    assert isinstance(screen.file, StringIO)
    return "\n".join(line.rstrip() for line in screen.file.getvalue().splitlines())
