"""Lines that news agencies and press offices put around a text, for whoever handles it."""

import re
from typing import Final

_LONGEST: Final = 200
_SLUG: Final = re.compile(
    r"(?:(?:BC|AM|PM|US|EU|UK|AP|a\d{4}|[a-z] [a-z] BC)[-–][\w&'’./–-]{3,60}"
    r"(?:,\s?\d?\w{0,8}\s?(?:Ld|Add|Writethru|Wrap|Insert|Sub|Take|Lead)[\w\s-]{0,40})?"
    r"|(?:URGENT|BULLETIN|FLASH|NEWSALERT|EILMELDUNG|ALERTE)"
    r"|\^?[A-Z]{2,8}\d{2,6}\s+\d\s+[A-Z].{0,80})"
)
_PREFIX: Final = re.compile(
    r"(?:UPDATE \d{1,2}|WRAPUP \d{1,2}|CORRECTED|REFILE|EXCLUSIVE|FACTBOX|ANALYSIS|INTERVIEW"
    r"|TIMELINE|RPT|EXPLAINER|NEWSMAKER|BREAKINGVIEWS|FEATURE|INSIGHT|PREVIEW|URGENT|REPEAT)"
    r"(?:-(?:UPDATE \d{1,2}|[A-Z]{3,12}))?\s?[-–:]\s?(?=\S)"
)
_NOTE: Final = re.compile(
    r"\(?(?:adds?|updates?|updated to|recasts?|corrects?|refiles?|releads?|writes through|changes|"
    r"with (?:photo|graphic|video)s?|eds(?:\.|:)|editors?(?:['’] note|:)"
    r"|note to editors|graphic:|photo:)(?:\s.{0,180})?\)?",
    re.IGNORECASE,
)
_RELEASE: Final = re.compile(
    r"(?:\*+\s*)?(?:for immediate release|press release|news release|media release|pressemitteilung"
    r"|communiqué de presse|nota de prensa|comunicato stampa|embargo(?:ed)?(?:\s(?:until|till|to)\b"
    r".{0,60})?|not for (?:release|publication) before .{0,60})(?:\s*\*+)?[.:]?",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"[-–—(<*\s]*(?:30|ends?|fin|ende|endit|enditem)[-–—)>*\s]*|(?:[#*]\s?){3,5}|xxx+|(?:-\s?0\s?-)"
    r"|/{2,3}end/{0,3}",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"[(\[]\s*(?:reporting|additional reporting|writing|editing|reported|written|compiled|edited"
    r"|production|translated|graphics?|reportage|mit material|redacción|édité)\b"
    r"[^\n]{0,400}[)\]]\.?",
    re.IGNORECASE,
)
_PLACE: Final = r"[^\W\d_a-z][^\W\d_]*(?:[\s.’'/-]{1,2}[^\W\d_]+){0,4}\.?"
_UPPER_PLACE: Final = r"[^\W\d_a-zß-öø-ÿ]{2,}(?:[\s.’'/-]{1,2}[^\W\d_a-zß-öø-ÿ]+){0,4}\.?"
_STATE: Final = r"(?:,\s[^\W\d_][^\W\d_.]{1,14}\.?)?"
_DAY: Final = (
    r"(?:,?\s(?:\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?\s\d{1,2}|\d{1,2})"
    r"(?:,?\s\d{4})?)?"
)
_AGENCY: Final = (
    r"\s?[(\[](?:(?:dpa|afp|efe|apa|sda|ansa|tass|lusa|belga|ntb|tt|anp|sid|epd|kna)(?:[/-][\w]{2,8})?"
    r"|[^\W\d_a-zß-öø-ÿ][^\s()\[\]]{1,20}(?:\s[^\W\d_a-zß-öø-ÿ][^\s()\[\]]{0,20}){0,3})[)\]]"
)
_DASH: Final = r"\s?\.?\s?[-–—―_]{1,2}(?=\s|[^\W\d_])"
_DATELINE: Final = re.compile(
    rf"(?:{_PLACE}{_STATE}{_DAY}(?:{_AGENCY}|\s?/[A-Z][\w .-]{{2,30}}/)(?:{_DASH}|\s?:)"
    rf"|{_UPPER_PLACE}{_STATE}{_DAY}\s?(?:[–—―_]|--|\s-\s|:\s)"
    rf"|[(\[][A-Z]{{2,8}}[)\]]\s?[-–—]\s?{_UPPER_PLACE}{_DAY}\s?[-–—])"
)


def is_slug(line: str) -> bool:
    """Whether a line is an agency's name for the story: `BC-Ferry-Aground,3rd Ld`."""
    return len(line) <= 100 and _SLUG.fullmatch(line) is not None


def without_prefix(headline: str) -> tuple[str, str]:
    """A headline without the mark of its version, and the mark: `UPDATE 2-`."""
    found = _PREFIX.match(headline)
    return (headline[found.end() :], found[0]) if found is not None else (headline, "")


def is_note(line: str) -> bool:
    """Whether a line tells an editor what is new in this version, or what belongs to it."""
    if len(line) > _LONGEST or _NOTE.fullmatch(line) is None:
        return False
    return line[0] == "(" or line[:3].lower() in ("eds", "edi", "not")


def is_release_note(line: str) -> bool:
    """Whether a line is a press office's word on when a text may be used."""
    return len(line) <= 100 and _RELEASE.fullmatch(line) is not None


def is_end_mark(line: str) -> bool:
    """Whether a line says that the text ends here: `-30-`, `###`, `ENDS`."""
    return len(line) <= 12 and not line.isdigit() and _END.fullmatch(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line lists who reported, wrote and edited, as agencies close a text."""
    return len(line) <= 450 and _CREDIT.fullmatch(line) is not None


def dateline_of(paragraph: str) -> str:
    """The dateline that a paragraph begins with; empty without one."""
    found = _DATELINE.match(paragraph[:120])
    return found[0].strip() if found is not None else ""
