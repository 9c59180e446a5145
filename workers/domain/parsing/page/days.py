"""Days as pages show them to readers, in the languages that they are written in."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

_MONTHS: Final = {
    "en": "january february march april may june july august september october november december",
    "en ": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de ": "jän feb mär apr mai jun jul aug sep okt nov dez",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr ": "janv févr mars avr mai juin juil août sept oct nov déc",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "es ": "ene feb mar abr may jun jul ago sept oct nov dic",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro"
    " dezembro",
    "pt ": "jan fev mar abr mai jun jul ago set out nov dez",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
    " novembre dicembre",
    "it ": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "nl ": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września"
    " października listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "id": "januari februari maret april mei juni juli agustus september oktober november desember",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ca": "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta"
    " elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
    "vi": (
        "tháng_một tháng_hai tháng_ba tháng_tư tháng_năm tháng_sáu tháng_bảy tháng_tám tháng_chín"
        " tháng_mười tháng_mười_một tháng_mười_hai"
    ),
    "vi ": "tháng_1 tháng_2 tháng_3 tháng_4 tháng_5 tháng_6 tháng_7 tháng_8 tháng_9"
    " tháng_10 tháng_11 tháng_12",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
    " noiembrie decembrie",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga"
    " prosinca",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "hu": "január február március április május június július augusztus szeptember október"
    " november december",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου"
    " οκτωβρίου νοεμβρίου δεκεμβρίου",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "hi": "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}
"""Names and short names of the months, by language; `_` is a blank. One line adds a language."""

_NUMBER: Final = {
    name.replace("_", " "): number
    for row in _MONTHS.values()
    for number, name in enumerate(row.split(), start=1)
}
_NUMBER["sept"] = 9
_NUMBER["listopada"] = 11
_CROATIAN: Final = ("hr", "bs")
"""Where `listopada` is October; it is November in Polish."""
_NAMES: Final = "|".join(sorted(_NUMBER, key=len, reverse=True))
_MONTH: Final = rf"(?P<m>{_NAMES})(?![^\W\d])\.?"
_SPACE: Final = r"[\s,]{1,3}"
_MONTH_FIRST: Final = re.compile(
    rf"(?<!\w){_MONTH}{_SPACE}(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_SPACE}(?P<y>(?:19|20)\d\d)(?!\d)"
)
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?[\s-]{{0,2}}(?:(?:of|de|den)\s)?{_MONTH}"
    rf"(?:[\s,]{{0,3}}(?:de\s|del\s)?|-)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_YEAR_THEN_MONTH: Final = re.compile(
    rf"(?<![\d/.-])(?P<y>(?:19|20)\d\d)\.?\s{_MONTH}\s(?P<d>\d{{1,2}})(?!\d)"
)
_YEAR_FIRST: Final = re.compile(
    r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)(?:[-/.]\s?|\s?年\s?|\s?년\s?)(?P<m>\d{1,2})(?:[-/.]\s?"
    r"|\s?月\s?|\s?월\s?)(?P<d>\d{1,2})(?![\d])"
)
_YEAR_LAST: Final = re.compile(
    r"(?<![\d/.-])(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_ANY_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_LONGEST: Final = 400


class ShownDay(NamedTuple):
    """A day as shown, and where in the line it stands."""

    day: str
    """ISO 8601, `2024-07-04`."""
    start: int
    end: int
    sure: bool
    """Whether day and month cannot be taken for each other."""


def names_year(line: str) -> bool:
    """Whether a line has a year of four digits, without which it names no day."""
    return _ANY_YEAR.search(line) is not None


def days_in(line: str, language: str | None) -> Iterator[ShownDay]:
    """The days that a line names, in its order; `04/07/2024` by the habit of the language."""
    if len(line) > _LONGEST or not names_year(line):
        return
    found: list[ShownDay] = []
    lower = _lower(line)
    for pattern in (_MONTH_FIRST, _DAY_FIRST, _YEAR_THEN_MONTH):
        for match in pattern.finditer(lower):
            number = _number(match["m"], language)
            _keep(found, match, int(match["y"]), number, int(match["d"]), sure=True)
    for match in _YEAR_FIRST.finditer(line):
        _keep(found, match, int(match["y"]), int(match["m"]), int(match["d"]), sure=True)
    for match in _YEAR_LAST.finditer(line):
        _keep(found, match, *_order(match, language))
    yield from sorted(found, key=lambda shown: shown.start)


def _lower(line: str) -> str:
    """The line in lower case, each character where it was: `İ` becomes two elsewhere.

    Searched under `IGNORECASE`, the names of the months take three times as long.
    """
    lower = line.lower()
    if len(lower) == len(line):
        return lower
    return "".join(character.lower()[:1] for character in line)


def _number(month: str, language: str | None) -> int:
    if month == "listopada" and language is not None and language[:2].lower() in _CROATIAN:
        return 10
    return _NUMBER[month]


def _order(match: re.Match[str], language: str | None) -> tuple[int, int, int, bool]:
    """Year, month, day of `a/b/year`, and whether they are certain."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    if first > 12:
        return year, second, first, True
    if second > 12:
        return year, first, second, True
    tag = (language or "en-us").lower().replace("_", "-")
    american = match["s"] != "." and tag in ("en", "en-us", "en-ca", "en-ph")
    certain = match["s"] == "." or not tag.startswith("en")
    return (year, first, second, certain) if american else (year, second, first, certain)


def _keep(
    found: list[ShownDay], match: re.Match[str], year: int, month: int, day: int, sure: bool
) -> None:
    try:
        written = date(year, month, day).isoformat()
    except ValueError:
        return
    if not any(shown.start <= match.start() < shown.end for shown in found):
        found.append(ShownDay(written, match.start(), match.end(), sure))


def days_apart(one: str, other: str) -> int:
    """How many days lie between two ISO days."""
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
