"""Names in bylines and author fields, without what stands around them."""

import re
from typing import Final

from workers.domain.cleaning.characters import tidy_line

_LONGEST: Final = 300
_ADDRESS: Final = re.compile(
    r"[<(\[]?\s*(?:mailto:)?[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\s*[>)\]]?"
)
_BY: Final = re.compile(
    r"^(?:by|written by|words by|story by|text by|reported by)[:\s]\s*", re.IGNORECASE
)
_ROLE: Final = (
    r"(?:(?:senior|chief|staff|political|business|sports?|science|health|foreign|special|our|the"
    r"|deputy|contributing|guest|freelance|local|environment|education|city|national)\s+)*"
    r"(?:staff|writer|reporter|correspondent|editor|columnist|contributor|producer|journalist"
    r"|photographer|associated press|ap|reuters|afp|bloomberg|upi|dpa|cnn|for\s.{2,60}|in\s.{2,40}"
    r"|of\s.{2,60})"
)
_ROLE_LINE: Final = re.compile(
    rf"(?:{_ROLE}|(?:[^\W\d_]+\s){{1,3}}(?:correspondent|reporter|editor|columnist))"
    r"(?:\s(?:writers?|staff|correspondent))?",
    re.IGNORECASE,
)
_FOR: Final = re.compile(r"\s+(?:for|of|at)\s+(?:the\s+)?[^\W\d_a-z].*$")
_AFTER: Final = re.compile(rf"\s*(?:[,|/–—]|\s-)\s*{_ROLE}(?:\s+\w+)?\b.*$", re.IGNORECASE)
_PARTED: Final = re.compile(
    r"\s*(?:;|,\s*(?:and|und|et|y|e)\s|,|\s(?:and|und|et|y|e|og|och|en|dan|и|&)\s)\s*"
)
_NAME: Final = re.compile(
    r"(?:(?:de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|ten|bin|ibn|al|el|af|av|y|e)\s+"
    r"|(?:[^\W\d_a-zß-öø-ÿ][\w’'.-]{0,30}|[^\W\d_a-zß-öø-ÿ]\.)\s+){2,6}"
)


def names_of(words: str) -> tuple[str, ...]:
    """The names that a byline or an author field holds; none where it holds but an address.

    `By Ada Mirren and Tom Reed, Staff Writers` gives two. A field is only parted where each part
    looks like a full name, so that `Marsh, Reed & Sons` stays one.
    """
    text = tidy_line(_ADDRESS.sub(" ", words[:_LONGEST]))
    text = _BY.sub("", text).strip(' ()[]<>,;:|·•*_="“”„')
    text = tidy_line(_AFTER.sub("", text)).strip(" ,;:|·•*_=")
    if looks_like_name(before := _FOR.sub("", text)):
        text = before
    if not text or not any(map(str.isalpha, text)):
        return ()
    parts = [part.strip() for part in _PARTED.split(text) if part.strip()]
    if len(parts) > 1 and all(map(looks_like_name, parts)):
        return tuple(dict.fromkeys(parts))
    return (text,)


def is_role(line: str) -> bool:
    """Whether a line is what stands under a byline: `Staff Writer`, `Associated Press`."""
    return len(line) <= 60 and _ROLE_LINE.fullmatch(line.rstrip("=")) is not None


def looks_like_name(words: str) -> bool:
    """Whether words are shaped like a person's full name: two to six, the names capitalised."""
    if len(words) > 60 or not 2 <= len(words.split()) <= 6:
        return False
    return (_NAME.fullmatch(f"{words} ") is not None and words.upper() != words) or (
        words.isupper() and all(part.strip(".'’-").isalpha() for part in words.split())
    )
