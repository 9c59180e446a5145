"""Outlets that pass words on: they are never the speaker of what they relay."""

from typing import Final

from workers.domain.provenance.outlets import domain_of_outlet

_KINDS: Final = frozenset(
    "agency newspaper newspapers paper broadcaster channel media news television tv radio magazine"
    " daily tabloid weekly website outlet outlets gazette herald tribune transcript report reports"
    " audio video recording".split()
)
_STATING: Final = frozenset(("statement", "apology", "apologised", "apologized", "spokesman"))
_RELAYING: Final = frozenset(("reported", "reports", "quoted", "according", "cited", "citing"))


def relays(name: str, written: str, cue: str, sentence: list[str]) -> bool:
    """Whether the named passes on what others said: an agency, a newspaper, a broadcaster.

    `sentence` is in small letters; an outlet that makes a statement speaks for itself.
    """
    if _STATING.intersection(sentence):
        return False
    words = written.lower().split()
    known = domain_of_outlet(name) is not None or domain_of_outlet(written) is not None
    kind = bool(words) and words[-1] in _KINDS
    if known or "agency" in words:
        return True
    return (
        kind
        and cue.lower().split()[-1:] != []
        and bool(_RELAYING.intersection(cue.lower().split()))
    )
