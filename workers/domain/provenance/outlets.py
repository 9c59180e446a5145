"""Outlets by their domains and names, and what counts as one publisher's domain."""

import csv
import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Final, Literal, NamedTuple

from publicsuffixlist import PublicSuffixList

OutletKind = Literal["agency", "wire", "outlet", "reference"]
"""`wire` distributes press releases; `reference` is looked up, and reports nothing."""

_PLATFORMS: Final = frozenset(
    "wordpress.com blogspot.com substack.com medium.com tumblr.com ghost.io wixsite.com weebly.com"
    " livejournal.com typepad.com hatenablog.com".split()
)
"""Hosts whose subdomains are different publishers, and which the Public Suffix List may lack."""
_KINDS: Final[dict[str, OutletKind]] = {
    "agency": "agency",
    "wire": "wire",
    "outlet": "outlet",
    "reference": "reference",
}
_WORKSHOP: Final = re.compile(
    r"^(?:staging|stage|stg|dev|test|preview|beta|cdn|static|media|images?|img|assets)-"
    r"|-(?:staging|stage|stg|dev|test|preview|beta|cdn|static|media|images?|img|assets|prod|live)$"
)
"""What a site adds to its name where it tries things out, and where its pictures lie."""
_SHARED_NAMES: Final = 3
"""A name of fewer letters tells nothing about who owns a host."""


class Outlet(NamedTuple):
    """One row of the table."""

    domain: str
    kind: OutletKind
    name: str
    domains: tuple[str, ...]
    """Every domain it publishes at, the main one first."""
    names: tuple[str, ...]
    """Every name it goes by, the usual one first."""
    words: frozenset[str]
    """Those of its names that are also words, or the sign of something else."""


@cache
def outlets() -> tuple[Outlet, ...]:
    """The table `outlets.tsv`, in its order."""
    text = resources.files(__package__).joinpath("outlets.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(_outlet(row) for row in rows if row and not row[0].startswith("#"))


def _outlet(row: list[str]) -> Outlet:
    domain, kind, name, others, aliases = [*row, "", ""][:5]
    written = [name, *filter(None, (alias.strip() for alias in aliases.split(";")))]
    names = tuple(one.removesuffix("*") for one in written)
    words = frozenset(one[:-1] for one in written if one.endswith("*"))
    return Outlet(domain, _KINDS[kind], names[0], (domain, *others.split()), names, words)


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()  # 80 ms, once


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


@cache
def _by_name() -> dict[str, tuple[Outlet, ...]]:
    found: dict[str, tuple[Outlet, ...]] = {}
    for outlet in outlets():
        for name in outlet.names:
            for key in {name: None, folded_name(name): None}:
                if outlet not in found.get(key, ()):
                    found[key] = (*found.get(key, ()), outlet)
    return found


@lru_cache(maxsize=8192)
def registrable_domain(host: str) -> str | None:
    """The domain that a publisher registered, by the Public Suffix List: `bbc.co.uk`.

    None for addresses of numbers and for names that no one can register.
    """
    if "." not in host or host.rsplit(".", 1)[1].isdigit() or ":" in host:
        return None
    for platform in _PLATFORMS:
        if host.endswith(f".{platform}"):
            return ".".join(host.split(".")[-platform.count(".") - 2 :])
    return _suffixes().privatesuffix(host, accept_unknown=False) or None


@lru_cache(maxsize=8192)
def outlet_at(host: str | None) -> Outlet | None:
    """The outlet of the table that publishes at a host, or None."""
    if host is None:
        return None
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = _by_domain().get(".".join(labels[start:]))
        if found is not None:
            return found
    return None


def outlet_named(name: str, near: str | None = None) -> Outlet | None:
    """The outlet of the table that goes by a name, with or without `The`, or None.

    Of several that share the name, the one under the country suffix of `near`, a host; where none
    is, and more than one could be meant, None.
    """
    found = _by_name().get(name) or _by_name().get(folded_name(name), ())
    if len(found) < 2:
        return found[0] if found else None
    for named in (
        [outlet for outlet in found if outlet.name == name],
        [outlet for outlet in found if name in outlet.names],
    ):
        if len(named) == 1:
            return named[0]
    country = "." + near.rsplit(".", 1)[-1] if near and "." in near else None
    nearest = [one for one in found if country and one.domain.endswith(country)]
    return nearest[0] if len(nearest) == 1 else None


def outlet_name(domain: str) -> str:
    """The outlet's name; the domain itself where we know no name for it."""
    outlet = _by_domain().get(domain)
    return domain if outlet is None else outlet.name


def domain_of_outlet(name: str) -> str | None:
    """The domain of a well-known outlet, by its exact name, with or without `The`."""
    outlet = outlet_named(name)
    return None if outlet is None else outlet.domain


def known_domain(host: str) -> str | None:
    """The domain that stands for the outlet at a host: one of our table, or the registrable."""
    outlet = outlet_at(host)
    return registrable_domain(host) if outlet is None else outlet.domain


def same_publisher(one: str | None, other: str | None) -> bool:
    """Whether two hosts are one publisher's, as far as their names tell.

    One registrable domain, two domains of one outlet of the table, or the same name under two
    suffixes (`example.com`, `example.co.uk`), or the one's name inside the other:
    `example.staging.host` is where Example tries things out.
    """
    if one is None or other is None:
        return False
    first, second = registrable_domain(one) or one, registrable_domain(other) or other
    if first == second:
        return True
    outlet = outlet_at(one)
    if outlet is not None and outlet == outlet_at(other):
        return True
    labels = first.split(".")[0], second.split(".")[0]
    if min(map(len, labels)) <= _SHARED_NAMES:
        return False
    return labels[0] in _labels(other) or labels[1] in _labels(one)


@lru_cache(maxsize=8192)
def _labels(host: str) -> list[str]:
    """A host's labels, those of a workshop of the site (`staging-marshpost`) without their mark."""
    return [_WORKSHOP.sub("", label) for label in host.split(".")]


@lru_cache(maxsize=8192)
def folded_name(name: str) -> str:
    """A name without case, accents, a leading `The` and the marks around it."""
    low = unicodedata.normalize("NFKD", name).casefold()
    low = "".join(sign for sign in low if not unicodedata.combining(sign))
    return low.strip(" .,;:\"'“”‘’«»").removeprefix("the ").strip()
