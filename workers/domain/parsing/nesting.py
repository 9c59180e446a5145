"""How many elements markup may have open at once, counted before it is parsed.

turbohtml 1.15.4 keeps 512 elements open and no more. Where a table begins beyond that it goes on
with a stack that lacks it, and ends the process on what follows. So no such markup reaches it: what
is counted here is never less than what it would have open (decision 50).
"""

import re
from collections import Counter
from itertools import takewhile
from typing import Final

import turbohtml

from schemas.dead_letter import Reason
from workers.domain.rejection import PostRejected

MOST_OPEN: Final = 500

_START: Final = int(turbohtml.TokenType.START_TAG)
_END: Final = int(turbohtml.TokenType.END_TAG)
_TEXT: Final = int(turbohtml.TokenType.TEXT)

_VOID: Final = frozenset(
    "area base basefont bgsound br col embed frame hr img image input keygen link meta param source"
    " track wbr".split()
)
_WEIGHT: Final = {"table": 2, "td": 3, "th": 3, "tr": 2}
"""With the columns, rows and bodies that these open by themselves."""
_BLOCKS: Final = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
    " footer header hgroup listing main menu nav ol pre search section summary ul".split()
)
_CLOSES_P: Final = _BLOCKS.union("dd dt form h1 h2 h3 h4 h5 h6 hr li p plaintext xmp".split())
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS: Final = ("td", "th")
_ROWS: Final = (*_CELLS, "tr", "tbody", "thead", "tfoot", "caption", "colgroup")
_CLOSES: Final = {
    **dict.fromkeys(("a", "button", "li", "nobr"), ()),
    "table": ("p",),  # not for pages of old, without a document type
    **dict.fromkeys(("dd", "dt"), ("dd", "dt")),
    **dict.fromkeys(("option", "optgroup"), ("option", "optgroup")),
    **dict.fromkeys(("rb", "rp", "rt", "rtc"), ("rb", "rp", "rt", "rtc")),
    **dict.fromkeys(("select", "input", "textarea", "keygen"), ("select",)),
    **dict.fromkeys(_CELLS, (*_CELLS, "caption", "colgroup")),
    "tr": (*_CELLS, "tr", "caption", "colgroup"),
    **dict.fromkeys(("tbody", "thead", "tfoot", "caption", "colgroup", "col"), _ROWS),
    **dict.fromkeys(_HEADINGS, _HEADINGS),
}
"""What a start tag may close, besides its own kind."""
_CLOSES_LAST: Final = {
    "a": ("a",),
    "li": ("li",),
    "dd": ("dd", "dt"),
    "dt": ("dd", "dt"),
    "td": _CELLS,
    "th": _CELLS,
    "tr": (*_CELLS, "tr"),
}
"""What it closes for sure, where that is the innermost element."""
_FORMATTING: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
"""What is opened again behind the block in which it was left open."""
_INLINE: Final = _FORMATTING.union("abbr cite del ins label mark q span sub sup time".split())
_LEFT_OPEN: Final = _INLINE.union("p li dd dt option optgroup rb rp rt rtc".split())
"""What the end of the block around it closes."""
_FORGETTING: Final = frozenset(("caption", "td", "th"))
"""Behind these no formatting is opened again that was left open in them."""
_LEFT_OPEN_BY: Final = {
    **dict.fromkeys((*_BLOCKS, *_CELLS, "caption"), _LEFT_OPEN),
    **dict.fromkeys(("li", "dd", "dt"), _INLINE.union(("p",))),
    "p": _INLINE,
    "select": frozenset(("option", "optgroup")),
    "table": _LEFT_OPEN.union(_ROWS),
    **dict.fromkeys(("tbody", "thead", "tfoot"), frozenset((*_CELLS, "tr"))),
    "tr": frozenset(_CELLS),
}
_NOTHING: Final[frozenset[str]] = frozenset()
_PARTS: Final = frozenset((*_ROWS, "col"))
"""What a parser passes over where no table is open."""
_CLOSES_OTHERS: Final = _PARTS.union("body br h1 h2 h3 h4 h5 h6 head html p".split())
"""End tags that do something where nothing of their kind is open."""
_ONE_AT_A_TIME: Final = frozenset(("form", "select"))
"""Elements whose second start tag does not open another."""
_COLUMNS: Final = frozenset(("col", "colgroup"))
_DRAWN: Final = frozenset(("svg", "math"))
_BREAKS_OUT: Final = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i"
    " img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul"
    " var".split()
)
"""What ends a drawing that it stands in."""
_HTML_INSIDE: Final = frozenset("foreignobject desc title mi mo mn ms mtext annotation-xml".split())
"""Elements of drawings that hold HTML again."""
_NOSCRIPT: Final = re.compile("<(/?)noscript", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<[a-zA-Z!/?]")
_TAG: Final = re.compile(r"<[a-zA-Z]")


def refuse_too_deep(html: str) -> None:
    """Lets markup through that has few elements open at once.

    Raises:
        PostRejected: too_deep, where it may have more than `MOST_OPEN`.
    """
    if _opened(html) > MOST_OPEN and open_at_once(html) > MOST_OPEN:
        raise PostRejected(Reason.TOO_DEEP, f"markup with more than {MOST_OPEN} elements open")


def _opened(html: str) -> int:
    """How many elements markup opens at most, whether or not it closes them again.

    One a start tag; three for a cell, which is one of the tags that begin with T.
    """
    opened = html.count("<")
    if opened * 3 <= MOST_OPEN:
        return opened * 3
    opened -= html.count("</")
    if opened * 3 <= MOST_OPEN:
        return opened * 3
    cells = html.count("<t") + html.count("<T")
    if opened + 2 * cells <= MOST_OPEN:
        return opened + 2 * cells
    void = html.count("<br>") + html.count("<br />") + html.count("<br/>") + html.count("<img ")
    return opened - void + 2 * cells


def open_at_once(html: str) -> int:
    """The most elements that are open at once, or more than that; beyond `MOST_OPEN` it stops.

    A tag is believed to close something only where nothing else can be open in that. Where a parser
    may see tags in what its tokenizer takes for text, every tag of the markup counts.
    """
    # a parser that runs no scripts reads what stands in `noscript`: its tokenizer does not know
    told = _NOSCRIPT.sub(r"<\1noscribe", html)
    count = _Count()
    for token in turbohtml.tokenize(told, capture_attributes=False):
        kind = int(token.type)
        if kind == _START:
            count.start(token.tag or "", self_closing=token.self_closing)
        elif kind == _END:
            count.end(token.tag or "")
        elif kind == _TEXT and count.may_hold_tags() and _MARKUP.search(token.data or ""):
            count.lost = True
        if count.lost:
            return 3 * len(_TAG.findall(html))
        if count.most > MOST_OPEN:
            break
    return count.most


class _Count:
    """The elements that may be open, the innermost last."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.has: Counter[str] = Counter()
        """How many of each kind."""
        self.weight = 0
        self.most = 0
        self.sure_from = 0
        """Of the elements before this place a parser may have closed some."""
        self.drawn = 0
        """How many drawings may be open."""
        self.in_drawing = False
        """Whether a parser is in a drawing for sure, where `<path/>` closes itself."""
        self.drawing_from = 0
        """Where that drawing began."""
        self.forms_lost = False
        """Whether a form's end tag came amid other elements: a parser passes over the next one."""
        self.lost = False
        """Whether nobody can tell: in frames and in bare columns it passes over most tags."""

    def start(self, name: str, *, self_closing: bool) -> None:
        leaves = name in _BREAKS_OUT or name == "font"  # that one with some attributes only
        if self.in_drawing and (leaves or self.innermost() in _HTML_INSIDE):
            self.in_drawing = False
        if self_closing and (self.in_drawing or name in _DRAWN):
            return
        if self.drawn and name in _BREAKS_OUT and not any(self.has[one] for one in _HTML_INSIDE):
            self.end_drawings()
        self.lost |= name == "frameset" or (name in _COLUMNS and self.innermost() == "template")
        if name in _PARTS and not (self.drawn or self.has["table"] or self.has["template"]):
            return
        if not self.in_drawing:
            self.close_before(name)
        if name in _VOID and (not self.drawn or name in _BREAKS_OUT):
            return
        if name in _DRAWN:
            self.drawn += 1
            if not self.in_drawing:
                self.drawing_from = len(self.open)
            self.in_drawing = not self.has["select"]
        self.push(name)

    def end_drawings(self) -> None:
        """What breaks out of a drawing leaves none open: HTML stands in no part of them."""
        first = next(place for place, name in enumerate(self.open) if name in _DRAWN)
        drawn = [name for name in self.open[first:] if name not in _DRAWN]
        kept = self.open[:first] + drawn
        while self.open:
            self.pop()
        for name in kept:
            self.push(name)
        self.sure_from = len(self.open)

    def close_before(self, name: str) -> None:
        """What a start tag closes before it opens its element."""
        if not self.drawn:
            if name in _CLOSES_P and self.has["p"]:
                self.close("p")
            alike = _HEADINGS if name in _HEADINGS else ("option",) if name == "option" else ()
            # formatting that is opened again would stand inside, and keep it open
            if self.innermost() in alike and not any(self.has[one] for one in _FORMATTING):
                self.pop()
            for last in _CLOSES_LAST.get(name, ()):
                if self.has[last]:
                    self.close(last)
        others = _CLOSES.get(name)
        if (name in _CLOSES_P and self.has["p"]) or (
            others is not None and (self.has[name] or any(self.has[one] for one in others))
        ):
            self.sure_from = len(self.open)

    def end(self, name: str) -> None:
        if not self.has[name] and name not in _CLOSES_OTHERS:
            return
        if not self.has[name] or not self.close(name):
            self.in_drawing = False
            self.sure_from = len(self.open)
            self.forms_lost |= name == "form"

    def close(self, name: str) -> bool:
        """Closes the innermost element of a kind, if a parser is sure to do so."""
        whole = self.in_drawing and name in _DRAWN
        first = self.drawing_from if whole else self.sure_from
        strange = self.drawn or self.has["template"]
        if (strange and name in _PARTS) or (name in _ONE_AT_A_TIME and self.has[name] > 1):
            return False
        if name == "form" and self.forms_lost:
            return False
        left_open = _NOTHING if strange else _LEFT_OPEN_BY.get(name, _NOTHING)
        place = len(self.open) - 1
        while self.open[place] != name:
            if not whole and (place <= first or self.open[place] not in left_open):
                return False
            place -= 1
        if whole and place < first:
            return False
        again = [
            one
            for one in takewhile(lambda one: one not in _FORGETTING, self.open[place:])
            if one in _FORMATTING and one != name
        ]
        while len(self.open) > place:
            self.pop()
        for one in again:
            self.push(one)
        return True

    def may_hold_tags(self) -> bool:
        """Whether a parser may read as tags what its tokenizer takes for the text of an element."""
        return self.drawn > 0 or self.has["select"] > 0

    def innermost(self) -> str:
        return self.open[-1] if self.open else ""

    def push(self, name: str) -> None:
        self.open.append(name)
        self.has[name] += 1
        self.weight += _WEIGHT.get(name, 1)
        self.most = max(self.most, self.weight)

    def pop(self) -> None:
        name = self.open.pop()
        self.has[name] -= 1
        self.weight -= _WEIGHT.get(name, 1)
        self.sure_from = min(self.sure_from, len(self.open))
        if name in _DRAWN:
            self.drawn -= 1
            self.in_drawing &= len(self.open) > self.drawing_from
