"""White space and characters that no reader sees."""

import re
from typing import Final

# Controls, soft hyphen, zero-width space and no-break, word joiner, byte order mark, bidirectional
# overrides, non-characters. Joiners (U+200C, U+200D) stay: Persian, Hindi and emoji need them.
INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u180e\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f"
    "\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0001\ufdd0-\ufdef]"
)
_OTHER_LINE_ENDS: Final = re.compile(r"[\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")
"""What Python's `splitlines`, and readers built on it, would take for the end of a line."""


def tidy_line(text: str) -> str:
    """The text on one line: single spaces, no no-break or other odd space, nothing invisible."""
    text = text.replace("\xa0", " ").strip()
    if text.isprintable() and "  " not in text:  # true of most, and five times as fast
        return text
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return " ".join(INVISIBLE.sub("", line).split())


def tidy(text: str) -> str:
    """The same for a text of several lines: each line tidy, no line blank."""
    if "\n" not in text:
        return tidy_line(text)
    return "\n".join(line for line in map(tidy_line, text.split("\n")) if line)


def tidy_code(text: str) -> str:
    """Program text: its indentation kept, its blank lines and closing spaces not."""
    seen = text.replace("\xa0", " ").replace("\r\n", "\n")
    if not seen.replace("\n", "").replace("\t", "").isprintable():  # a tenth of the patterns' time
        seen = _OTHER_LINE_ENDS.sub(" ", INVISIBLE.sub("", seen))
    lines = [line.rstrip() for line in seen.split("\n")]
    return "\n".join([line for line in lines if line])
