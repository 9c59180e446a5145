"""Names as people write them in the network, and as a byline can hold them."""

import re
from typing import Final

from workers.domain.parsing.fragment import plain_text_of

_SHORTCODE: Final = re.compile(r":[A-Za-z0-9_]{2,40}:")


def shown_name(name: str | None) -> str:
    """The name on one line, without the `:blobcat:` that servers turn into small pictures."""
    return plain_text_of(_SHORTCODE.sub(" ", name)) if name else ""
