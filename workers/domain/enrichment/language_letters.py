"""Letters that a language never writes, or that it can hardly do without."""

import re
from typing import Final

_PLAIN: Final = re.compile("[ışğășțłąężźćńőűðþåæøœßãõňřůž]")
_NEVER: Final = {
    "af": re.compile("[ışğășțłąężźćńőűðþåæøœßãõñňřůž]"),
    "uz": re.compile("[wäöüßışğçéèñáí]|c(?!h)"),
    **dict.fromkeys("ha jv lg ln ny om rw sn so ss st su sw tn ts xh zu mg ceb".split(), _PLAIN),
}
_NEEDED: Final = {
    "kk": re.compile("[әғқңөұүһі]"),
    "tg": re.compile("[ғӣқӯҳҷ]"),
    "tt": re.compile("[әөүҗңһ]"),
    "uz": re.compile("[ўқғҳqx'ʻ‘’ʼ`]|[sc]h"),
    "az": re.compile("ə"),
    "uk": re.compile("[іїєґ]"),
    "be": re.compile("[іўэы]"),
}
"""A headline of twenty letters without one of these was in no case in that language."""
_TELLING: Final = (
    ("tr", re.compile("[ığ]")),
    ("de", re.compile("ß")),
    ("pl", re.compile("[łż]")),
    ("hu", re.compile("[őű]")),
    ("cs", re.compile("[řů]")),
    ("ro", re.compile("[țţ]")),
    ("vi", re.compile("[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")),
)


def may_be(code: str, words: str) -> bool:
    """Whether the letters of a text allow a language."""
    words = words.lower()  # and no re.IGNORECASE, for which ı is i
    never, needed = _NEVER.get(code), _NEEDED.get(code)
    if never and never.search(words):
        return False
    return needed is None or len(words) < 20 or bool(needed.search(words))


def told_by_letters(words: str) -> str | None:
    """The one language of many readers that writes a letter of this text; None for none."""
    words = words.lower()
    found = [code for code, letters in _TELLING if letters.search(words)]
    return found[0] if len(found) == 1 and may_be(found[0], words) else None
