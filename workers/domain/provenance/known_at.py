"""The longest name of the table that a text begins with."""

import re
from typing import Final

from workers.domain.provenance.media_names import begins_a_name
from workers.domain.provenance.outlets import Outlet, outlet_named

_WINDOW: Final = 100
"""Characters that are looked at: the longest name of the table has 53."""
CAPITAL: Final = r"(?:[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶŁŃŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽΆ-ΏΑ-ΩЀ-ЯҐ]|\d+(?=[A-Z]| [A-Z]))"
"""What a name begins with: a capital, or a number before one."""
_GOES_ON: Final = re.compile(rf" {CAPITAL}\w")
_OF: Final = re.compile(
    rf" (?:d[aeiou]|de[ils]|dell[aeo’']|d[oa]s|der|des) ?(?:l[aeo]s? |[lL][’'])?{CAPITAL}\w"
)
"""`Gazzetta delle Valli` is none of the papers that are called `Gazzetta`."""
_EDITION: Final = re.compile(
    r" (?:en |in |auf )?(?:Español|Mundo|Brasil|Deutsch|English|Français|Italia|Türkçe|Afrique"
    r"|Africa|Arabic|Russian|Chinese|Indonesia|International|Online|Sport"
    r"|GmbH|Inc|Ltd|LLC|Breakingviews)\b"
)
"""What names the edition of an outlet for a language or a part of the world: `DW Español`."""


def _is_one_word(form: str, outlet: Outlet) -> bool:
    """Whether a paper's name is one word: `Observador da Serra` is another paper's."""
    return outlet.kind == "outlet" and form.isalpha() and not form.isupper()


def longest_known(text: str, near: str | None) -> str | None:
    """The longest name of the table that a text begins with, of at most seven words."""
    ends = [found.end() for found in re.finditer(r"\S+", text[:_WINDOW])][:7]
    for end in reversed(ends):
        name = text[:end].rstrip(".,;:)]\"”»’'!?*）］】」』》。，")
        for form in (name, re.sub(r"[’']s$", "", name)):
            outlet = outlet_named(form, near) if len(form) > 1 else None
            if outlet is None or (form[0].islower() and form not in outlet.names):
                continue
            # `The National` does not stand in `National Institute`
            goes_on = _GOES_ON.match(text, len(name)) and not _EDITION.match(text, len(name))
            if _OF.match(text, len(form)) and (begins_a_name(form) or _is_one_word(form, outlet)):
                continue
            if not goes_on or (" " in form and form not in outlet.words):
                return form
    return None
