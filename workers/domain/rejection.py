"""The one way in which pure code says that a post can never work."""

from schemas.dead_letter import Reason


class PostRejected(Exception):
    """The post can never become an article, however often it is tried.

    `detail` names the field, what was got and what was expected; never the post's text.
    """

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


def quoted(value: object) -> str:
    """A foreign value as a message may show it: quoted, on one line, at most 80 characters."""
    match value:
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case int() | float():
            return f"{value:.6g}"
        case str():
            shown = value if len(value) <= 78 else value[:77] + "…"
            return f"'{shown.encode('unicode_escape').decode('ascii')[:78]}'"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return type(value).__name__
