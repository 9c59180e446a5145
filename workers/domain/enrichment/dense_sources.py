"""Credits in scripts that put no spaces between words, and in those that put the cue behind."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.provenance.media_names import looks_like_outlet
from workers.domain.provenance.outlets import outlet_named, outlets

_DENSE: Final = re.compile(r"[\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NAME: Final = r"[^\s，。、；：:,.;“”《》「」『』()（）|！？!?はがをにでとの]{2,14}"
_CREDITS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        (
            rf"(?:据|根据|援引|引述|接受|告诉|对|向)[“《「『]?(?P<name>{_NAME}?)[”》」』]?"
            r"(?:\d{1,2}日|[周星期][一二三四五六日天])?(?:的)?(?:记者|記者)?"
            r"(?:报道|報道|报导|報導|消息|披露|采访|採訪|专访|專訪|的采访|援引|称|网站|记者)"
        ),
        rf"(?:对|向|告诉|對|告訴)(?P<name>{_NAME}?)(?:的?记者)?(?:表示|说|說|证实|透露)",
        rf"(?P<name>{_NAME}?)(?:\d{{1,2}}日)?(?:报道称|報導指|报道说|獲悉|获悉|披露称|消息称)",
        (
            rf"[「『]?(?P<name>{_NAME}?)[」』]?(?:（[^）]{{1,12}}）)?(?:によると|によれば|が報じ|は報じ|が伝え"
            r"|は伝え|の取材|のインタビュー|の報道|に対し|に語|が\d{1,2}日[、,]?(?:報じ|伝え))"
        ),
        rf"《(?P<name>{_NAME}?)》(?:记者|記者)",
        rf"(?P<name>{_NAME})は[^。\n]{{0,40}}?(?:報じ|伝え|報道し)",
        rf"(?P<name>{_NAME}?)[”》」]?(?:援引|引述|报道|報道|报导|報導|轉述|转述)",
        (
            r"[‘“'\"<《「]?(?P<name>[가-힣A-Z0-9]{2,12}?)[’”'\">》」]?"
            r"(?:에 ?따르면|[는은이가] (?:[^.\n]{0,60} )?(?:보도|전)(?:했|하|한)"
            r"|[는은이가] ?\S{0,6} ?보도|[과와]의 ?인터뷰|에 ?말했)"
        ),
        (
            r"(?P<name>(?:[\u0900-\u097f]+ ){0,2}[\u0900-\u097f-]+) (?:के (?:अनुसार|मुताबिक|हवाले)"
            r"|की (?:रिपोर्ट|खबर|ख़बर)|ने (?:बताया|कहा|खबर|लिखा)|को (?:बताया|दिए)"
            r"|से (?:कहा|बात|बातचीत|हुई))"
        ),
    )
)
_HINDI_FILLER: Final = frozenset("एजेंसी समाचार अखबार अख़बार चैनल ने को से और कि में यह".split())

_HINDI_NOUNS: Final = frozenset("एजेंसी अखबार अख़बार चैनल".split())


@cache
def _glued() -> re.Pattern[str]:
    names = {
        name
        for outlet in outlets()
        if outlet.kind != "reference"
        for name in outlet.names
        if _DENSE.search(name) and name not in outlet.words
    }
    return re.compile("|".join(map(re.escape, sorted(names, key=lambda one: (-len(one), one)))))


def dense_sources(text: AnalysedText, near: str | None) -> Iterator[tuple[int, int, str]]:
    """Start, end and name of each outlet that is credited, in no order."""
    whole = text.text
    if whole.isascii() or _DENSE.search(whole) is None:
        return
    for block in text.blocks:
        if block.kind in ("caption", "embed", "code", "table"):
            continue
        for pattern in _CREDITS:
            for found in pattern.finditer(whole, block.start_char, block.end_char):
                place = _name_in(found, near)
                if place is not None:
                    yield place


def _name_in(found: re.Match[str], near: str | None) -> tuple[int, int, str] | None:
    start, name = found.start("name"), found["name"]
    known = None
    for one in _glued().finditer(name):
        known = one
    if known is not None:
        return start + known.start(), start + known.end(), known[0]
    if "\u0900" <= name[0] <= "\u097f":
        words = name.split(" ")
        called = False
        while words and words[0] in _HINDI_FILLER:
            called = words[0] in _HINDI_NOUNS
            start += len(words.pop(0)) + 1
        name = " ".join(words)
        if called and name:  # `समाचार एजेंसी एएनआई`: the noun tells what the name is
            return start, start + len(name), name
    if name and (looks_like_outlet(name) or outlet_named(name, near) is not None):
        return start, start + len(name), name
    return None
