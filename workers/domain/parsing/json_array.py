"""The exact bytes of each element of a JSON array."""

import re

_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]', re.DOTALL)


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
