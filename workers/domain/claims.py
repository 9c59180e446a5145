"""Claims, each made once: posts of one kind say the same of where their fields stand."""

from functools import lru_cache

from schemas.article import Claim


@lru_cache(maxsize=1024)
def claim(field: str, source: str, rule: str, confidence: float = 1.0) -> Claim:
    """The claim with these values. Claims never change, so that articles may share them.

    `source` is a place of a known shape, never a text of the post: what is kept stays small.
    """
    return Claim(field=field, source=source, rule=rule, confidence=confidence)
