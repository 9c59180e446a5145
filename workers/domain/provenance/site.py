"""The publisher of the copy, as the rules on origin need to know it."""

from functools import lru_cache
from typing import Final

from schemas.article import Publisher
from workers.domain.provenance.cases import same_but_for_case
from workers.domain.provenance.outlets import (
    folded_name,
    outlet_at,
    outlet_named,
    registrable_domain,
    same_publisher,
)

_LONGEST_KEPT: Final = 300
"""Characters of host and name: a site with longer ones is not kept for its next post."""
_BRAND: Final = 5
"""A name of fewer letters may begin another publisher's name by chance."""

_SHORT: Final = frozenset(
    "times post news herald tribune journal gazette chronicle observer guardian telegraph daily"
    " star"
    " sun mirror standard independent courier mail echo argus ledger sentinel globe register"
    " dispatch"
    " review monitor bulletin magazine mercury examiner inquirer advertiser zeitung anzeiger kurier"
    " diario".split()
)
"""What a newspaper calls itself in its own pages: `told the Herald`."""


class Site:
    """Where the copy was published. It is never its own origin.

    `outlet` is the row of the table that it is, or None.
    """

    def __init__(self, host: str | None, name: str | None) -> None:
        self.host: Final = host
        self.name: Final = name
        named = outlet_named(name) if name is not None and host is None else None
        self.outlet: Final = outlet_at(host) or named
        self._names: Final = _names_of(host, name)

    def is_at(self, host: str | None) -> bool:
        """Whether a host is this publisher's, as far as names tell."""
        if host is None:
            return False
        if same_publisher(self.host, host):
            return True
        if self.outlet is not None:
            return outlet_at(host) is self.outlet
        label = (registrable_domain(host) or host).split(".")[0].replace("-", "")
        return outlet_at(host) is None and label in self._names

    def is_called(self, name: str) -> bool:
        """Whether this is its name, a brand of it, its host, or the start of it.

        `Fen Herald` of fenherald.org, `The Marsh Post Magazine` of The Marsh Post.
        """
        folded = _letters(name)
        if not folded:
            return False
        if folded in self._names:
            return True
        if folded in _SHORT and any(own.endswith(folded) for own in self._names):
            return True
        outlet = outlet_named(name, self.host)
        if outlet is not None:
            return outlet is self.outlet
        own = _letters(self.name or "")
        if len(own) >= _BRAND and len(folded) >= _BRAND and folded.startswith(own):
            return True
        return self.name is not None and same_but_for_case(self.name, name)

    def may_be_station(self, sign: str) -> bool:
        """Whether a station's call sign may be the site's own: WABC of abc7ny.com, `KFEN FOX 9`.

        Sites of stations are called by the sign, or by what it holds behind its first letter.
        """
        letters = sign.lower()[:4]
        return any(letters in name or letters[1:] in name for name in self._names)


def _names_of(host: str | None, name: str | None) -> frozenset[str]:
    labels = (host or "").split(".")
    hosts = ["".join(labels[:count]) for count in range(1, len(labels) + 1)]
    return frozenset(map(_letters, (name or "", *labels[:-1], *hosts))) - {""}


def site_of(publisher: Publisher | None) -> Site:
    """The site of a publisher, who may be unknown."""
    if publisher is None:
        return Site(None, None)
    if len(publisher.domain or "") + len(publisher.name or "") > _LONGEST_KEPT:
        return Site(publisher.domain, publisher.name)
    return _site(publisher.domain, publisher.name)


@lru_cache(maxsize=1024)
def _site(host: str | None, name: str | None) -> Site:
    """One object a site, for what it works out of its names: most posts are of few sites."""
    return Site(host, name)


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, folded_name(name.removeprefix("www."))))
