"""Outlets by their domains, and what counts as one publisher's domain."""

import csv
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from publicsuffixlist import PublicSuffixList

_PLATFORMS: Final = frozenset(
    "wordpress.com blogspot.com substack.com medium.com tumblr.com ghost.io wixsite.com weebly.com"
    " livejournal.com typepad.com hatenablog.com".split()
)
"""Hosts whose subdomains are different publishers, and which the Public Suffix List may lack."""


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()  # 80 ms, once


@cache
def _names() -> dict[str, str]:
    text = resources.files(__package__).joinpath("outlets.tsv").read_text("utf-8")
    rows = csv.reader(text.splitlines(), delimiter="\t")
    return {row[0]: row[1] for row in rows if row and not row[0].startswith("#")}


@cache
def _domains() -> dict[str, str]:
    domains: dict[str, str] = {}
    for domain, name in _names().items():
        domains.setdefault(_folded(name), domain)
    return domains


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


def outlet_name(domain: str) -> str:
    """The outlet's name; the domain itself where we know no name for it."""
    return _names().get(domain, domain)


def domain_of_outlet(name: str) -> str | None:
    """The domain of a well-known outlet, by its exact name, with or without `The`."""
    return _domains().get(_folded(name))


def known_domain(host: str) -> str | None:
    """The domain that stands for the outlet at a host: one of our table, or the registrable."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        if domain in _names():
            return domain
    return registrable_domain(host)


def same_publisher(one: str | None, other: str | None) -> bool:
    """Whether two hosts are one publisher's, as far as their names tell.

    One registrable domain, or the same name under two suffixes (`example.com`, `example.co.uk`), or
    the one's name inside the other: `example.staging.host` is where Example tries things out.
    """
    if one is None or other is None:
        return False
    first, second = registrable_domain(one) or one, registrable_domain(other) or other
    if first == second:
        return True
    labels = first.split(".")[0], second.split(".")[0]
    if min(map(len, labels)) < 4:
        return False
    return labels[0] in other.split(".") or labels[1] in one.split(".")


def _folded(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()
