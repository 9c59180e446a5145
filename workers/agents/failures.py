"""An exception, told without its message: that may hold what somebody wrote."""

import traceback


def where(error: BaseException) -> dict[str, str]:
    """What went wrong and on which line, innermost first."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in reversed(frames)]
    return {"error": type(error).__qualname__, "traceback": " < ".join(lines)}
