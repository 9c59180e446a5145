"""The example lines under a command's help."""


def examples(*lines: str) -> str:
    """An epilog that click prints line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
