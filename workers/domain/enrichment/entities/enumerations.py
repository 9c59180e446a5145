"""Names in one list are of one kind: `Larn, Tarnford and Ode`."""

from typing import Final

from workers.domain.enrichment.entities.candidate import PLACE, Mention

_CERTAIN: Final = 2.5
"""Points from which a name tells its neighbours what they are."""
_SHARED: Final = 1.3
_LONGEST_GAP: Final = 2


def share_kinds(words: list[str], mentions: list[Mention]) -> None:
    """Adds to the uncertain names of each list the kind that its certain ones agree on."""
    group: list[Mention] = []
    closed = False
    for mention in mentions:
        if group:
            gap = words[group[-1].end : mention.first]
            if not _is_joint(gap) or (closed and gap != ["and"]):
                _share(group, closed=closed)
                group, closed = [], False
            elif "and" in gap or "or" in gap:
                closed = True
        group.append(mention)
    _share(group, closed=closed)


def _is_joint(gap: list[str]) -> bool:
    if not gap or len(gap) > _LONGEST_GAP:
        return False
    return gap in (["and"], ["or"], [","], [",", "and"], [",", "or"])


def _share(group: list[Mention], *, closed: bool) -> None:
    if not closed or len(group) < 2:
        return
    kinds = {
        mention.points.index(max(mention.points))
        for mention in group
        if max(mention.points) >= _CERTAIN
    }
    if len(kinds) != 1:
        return
    (kind,) = kinds
    for mention in group:
        if 0 < max(mention.points) < _CERTAIN and (kind != PLACE or mention.points[PLACE] >= 0):
            mention.points[kind] += _SHARED
