"""The publisher of the copy, as the rules on origin need to know it."""

from dataclasses import dataclass

from schemas.article import Publisher
from workers.domain.provenance.outlets import same_publisher


@dataclass(frozen=True, slots=True)
class Site:
    """Where the copy was published. It is never its own origin."""

    host: str | None
    name: str | None

    def is_at(self, host: str | None) -> bool:
        """Whether a host is this publisher's, as far as names tell."""
        return same_publisher(self.host, host)

    def is_called(self, name: str) -> bool:
        """Whether this is its name, its host or the start of it: Fen Herald of fenherald.org."""
        folded = _folded(name)
        return bool(folded) and folded in self._names()

    def _names(self) -> set[str]:
        labels = (self.host or "").split(".")
        hosts = ("".join(labels[:count]) for count in range(1, len(labels) + 1))
        return {_folded(self.name or ""), *map(_folded, labels[:-1]), *map(_folded, hosts)}


def site_of(publisher: Publisher | None) -> Site:
    """The site of a publisher, who may be unknown."""
    return Site(None, None) if publisher is None else Site(publisher.domain, publisher.name)


def _folded(name: str) -> str:
    low = name.casefold().removeprefix("www.").removeprefix("the ")
    return "".join(filter(str.isalnum, low))
