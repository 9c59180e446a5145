"""Values in the words of the command line. Plain text, safe to print on a terminal."""

import unicodedata
from datetime import UTC, datetime

from schemas.article import Article, DateClaim, Origin, Publisher, Term
from schemas.enriched_article import DetectedLanguage

_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"  # letters of Persian and Hindi, and emoji, are made with these


def printable(text: str) -> str:
    """The text on one line, with nothing in it that could command a terminal."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_printable, text))


def _printable(character: str) -> str:
    if character in "\n\t":
        return " "
    unsafe = unicodedata.category(character) in _UNSAFE_CATEGORIES and character not in _JOINERS
    return "\N{REPLACEMENT CHARACTER}" if unsafe else character


def shortened(text: str, characters: int) -> str:
    """The text on one line, cut to so many characters."""
    text = printable(text)
    return text if len(text) <= characters else text[: characters - 1].rstrip() + "…"


def plural(number: int, one: str, many: str | None = None) -> str:
    """`1 post`, `2,000 posts`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def instant(moment: datetime) -> str:
    """`2026-03-01 08:30 UTC`, with seconds where there are any."""
    pattern = "%Y-%m-%d %H:%M:%S UTC" if moment.second else "%Y-%m-%d %H:%M UTC"
    return moment.astimezone(UTC).strftime(pattern)


def size(count: int) -> str:
    """`512 B`, `48 kB`, `1.2 MB`: powers of ten."""
    amount = float(count)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if amount >= 10 or unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def percent(share: float) -> str:
    """`87 %`"""
    return f"{share:.0%}".replace("%", " %")


def publisher_words(publisher: Publisher | None) -> str:
    """`The Example (example.com)`, whichever of the two is known."""
    if publisher is None:
        return "publisher unknown"
    if publisher.name and publisher.domain:
        return printable(f"{publisher.name} ({publisher.domain})")
    return printable(publisher.name or publisher.domain or "publisher unknown")


def origin_words(origin: Origin) -> str:
    """`The Example (example.com)`; the name alone where it is the domain."""
    if origin.domain is None or origin.name == origin.domain:
        return printable(origin.name)
    return printable(f"{origin.name} ({origin.domain})")


def short_provenance(article: Article) -> str:
    """`copy.example ← Origin`: who published this copy, and who published first."""
    publisher = article.publisher
    here = (publisher.domain or publisher.name or "—") if publisher else "—"
    if article.origin is None:
        return printable(here)
    return printable(f"{here} ← {article.origin.name}")


def terms_words(terms: tuple[Term, ...]) -> str:
    """The names that readers see, else the slugs."""
    return printable(", ".join(term.name or term.slug or "" for term in terms))


def language_words(language: DetectedLanguage | None, *, sure: bool = False) -> str:
    """`en`, or `en (Latn), 99 %`."""
    if language is None:
        return "—"
    if not sure:
        return language.code
    return f"{language.code} ({language.script}), {percent(language.confidence)}"


def date_words(claim: DateClaim) -> str:
    """What the source says about a date, and what is missing to believe it."""
    if claim.instant is not None:
        return instant(claim.instant)
    when = (claim.wall_time or "").replace("T", " ") or printable(claim.written)
    why = "lies in the future" if claim.doubt else "zone unknown, so no instant"
    return f"{when} ({why})"
