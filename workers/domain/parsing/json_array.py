"""The exact bytes of each element of a JSON array."""

import re
from typing import Final

_TOKEN: Final = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]', re.DOTALL)


def element_bytes(array: bytes) -> tuple[bytes, ...]:
    """The elements of a valid JSON array as they stand in it, without the space around them."""
    elements: list[bytes] = []
    depth, begins = 0, 0
    for token in _TOKEN.finditer(array):
        match token[0]:
            case b"[" | b"{":
                depth += 1
                if depth == 1:
                    begins = token.end()
            case b"]" | b"}":
                depth -= 1
                if depth == 0:
                    elements.append(array[begins : token.start()].strip())
            case b"," if depth == 1:
                elements.append(array[begins : token.start()].strip())
                begins = token.end()
            case _:
                pass
    return tuple(elements)


def elements_of_member(data: bytes, key: bytes) -> tuple[bytes, ...]:
    """The elements of the array that an object has under a key, written as `"items"` is.

    Of several members of that name the last counts, as it does for parsers.
    """
    depth = 0
    array = b""
    after_key = begins = -1
    for token in _TOKEN.finditer(data):
        match token[0]:
            case b"[" | b"{":
                if depth == 1 and token[0] == b"[" and after_key >= 0:
                    begins = token.start()
                depth += 1
            case b"]" | b"}":
                depth -= 1
                if depth == 1 and begins >= 0:
                    array, begins = data[begins : token.end()], -1
            case b",":
                after_key = -1 if depth == 1 else after_key
            case string if depth == 1 and string == key:
                after_key = token.end() if _is_key(data, token.end()) else -1
            case _:
                pass
    return element_bytes(array) if array else ()


def _is_key(data: bytes, place: int) -> bool:
    return data[place : place + 200].lstrip()[:1] == b":"
