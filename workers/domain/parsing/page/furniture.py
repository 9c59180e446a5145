"""Lines on a page that no extraction knows for what they are: labels, and headings over nothing."""

from typing import Final

from schemas.article import Removed
from workers.domain.parsing.page.comparing import squash
from workers.domain.parsing.page.days import days_in
from workers.domain.parsing.page.people import is_byline, names_in
from workers.domain.parsing.post import FoundBlock

_LABELS_BY_RULE: Final = {
    "advertisement_label": (
        "advertisement|advertisements|advertising|ad|ads|sponsored|sponsored content"
        "|sponsored links"
        "|story continues below advertisement|article continues below|anzeige|werbung|publicité"
        "|publicidad|anuncio|publicidade|pubblicità|advertentie|reklama|reklam|mainos"
        "|annonse|annonce"
        "|iklan|реклама|広告|スポンサーリンク|スポンサードリンク|广告|廣告|광고|إعلان|विज्ञापन"
    ),
    "share_label": (
        "tweet|tweet this|share|share this|share this:|share this article|share on facebook"
        "|share on twitter|pin it|print|e-mail|email|copy link|save|facebook|twitter"
        "|linkedin|whatsapp"
        "|pinterest|reddit|pocket|teilen|drucken|partager|compartir|compartilhar|condividi|delen"
        "|bagikan|поделиться|シェア|シェアする|ツイート|共有|分享|공유"
    ),
}
_LABELS: Final = {
    squash(words): rule for rule, row in _LABELS_BY_RULE.items() for words in row.split("|")
}
_ABOVE: Final = 8
"""Blocks in which a headline is looked for: links and a few labels stand above it."""
_LONGEST_HEAD: Final = 100
_BESIDE_DAY: Final = 25
"""Characters beside a day in a line that is a stamp: `Published on`, a time, a zone."""
_MOST_WORDS: Final = 12
_LABEL: Final = 60
_LONGEST: Final = max(map(len, _LABELS)) + 10


def without_labels(
    blocks: tuple[FoundBlock, ...], title: str | None
) -> tuple[tuple[FoundBlock, ...], tuple[Removed, ...]]:
    """The blocks without what no article is made of.

    That is what stands above the headline, labels of advertisements and buttons, and a heading at
    the end.
    """
    kept: list[FoundBlock] = []
    headline = _place_of_title(blocks, title)
    removed = [Removed(rule="above_headline", text=b.text[:500]) for b in blocks[:headline]]
    for block in blocks[headline:]:
        rule = _LABELS.get(squash(block.text)) if len(block.text) <= _LONGEST else None
        if rule is None or block.kind == "code":
            kept.append(block)
        else:
            removed.append(Removed(rule=rule, text=block.text))
    while len(kept) > 1 and kept[-1].kind == "heading":
        removed.append(Removed(rule="heading_over_nothing", text=kept.pop().text[:500]))
    return tuple(kept), tuple(removed)


def without_heads(
    blocks: tuple[FoundBlock, ...], standfirst: str | None, language: str | None
) -> tuple[tuple[FoundBlock, ...], tuple[Removed, ...]]:
    """The blocks without the standfirst, bylines and stamps, which have fields of their own."""
    kept: list[FoundBlock] = []
    removed: list[Removed] = []
    for place, block in enumerate(blocks):
        rule = None
        if place < _ABOVE and block.kind != "code":
            if standfirst is not None and squash(block.text) == squash(standfirst):
                continue
            rule = _head_rule(block.text, language)
        if rule is None:
            kept.append(block)
        else:
            removed.append(Removed(rule=rule, text=block.text))
    return tuple(kept), tuple(removed)


def _head_rule(line: str, language: str | None) -> str | None:
    if len(line) > _LONGEST_HEAD or line.endswith(":"):
        return None
    days = list(days_in(line, language))
    if days and len(line) - sum(day.end - day.start for day in days) <= _BESIDE_DAY:
        return "stamp_line"
    words = line.split()
    if len(words) <= _MOST_WORDS and is_byline(line) and any(names_in(line)):
        return "byline_line"
    return None


def _place_of_title(blocks: tuple[FoundBlock, ...], title: str | None) -> int:
    """The block that repeats the headline, where the text begins with what stands above it."""
    wanted = squash(title or "")
    for place, block in enumerate(blocks[:_ABOVE]):
        if place and len(blocks[place - 1].text) > _LABEL:  # prose: the headline comes again
            return 0
        if wanted and len(block.text) < 2 * len(title or "") and squash(block.text) == wanted:
            return place
    return 0
