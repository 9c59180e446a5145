"""Points in reports of sport, where a town that plays is a club, and in tables of results."""

from workers.domain.enrichment.entities.candidate import ORGANIZATION, PERSON, Candidate
from workers.domain.enrichment.entities.lexicon import (
    COMMON,
    FIRST,
    IS_PLACE,
    PLACE_NOUN,
    PLACE_OPENER,
)
from workers.domain.enrichment.entities.vocabulary.organizations import AFTER_ORGANIZATIONS
from workers.domain.enrichment.entities.vocabulary.places import STATES, TO_PLACES
from workers.domain.enrichment.entities.vocabulary.sport import (
    BEATS,
    HIT_BEFORE,
    NICKNAME_COLOURS,
    NICKNAMES,
    SIDE_DOES,
)


def score_nickname(candidate: Candidate) -> None:
    """`Denver Nuggets` wherever it stands, `the Nuggets` where sport is spoken of."""
    words, opens = candidate.words, candidate.opens
    if candidate.is_known or words[-1] not in NICKNAMES:
        return
    if len(words) > 1:
        if (
            opens & (IS_PLACE | PLACE_OPENER)
            or " ".join(words[:-1]) in candidate.line.lexicon.places
            or not NICKNAME_COLOURS.isdisjoint(words[:-1])
        ):
            candidate.points[ORGANIZATION] += 4.0
    elif candidate.sport or (
        candidate.line.sport and candidate.before == "the" and not opens & COMMON
    ):
        candidate.points[ORGANIZATION] += 2.5


def score_sport(candidate: Candidate) -> None:
    """Adds what the shape of results and the verbs of sport say about a name."""
    if candidate.line.is_table:
        _in_table(candidate)
    elif candidate.kind_of_place in ("city", "state") or (
        len(candidate.words) == 1
        and candidate.kind_of_place is None
        and candidate.points[PERSON] < 1.5
        and (not candidate.opens & COMMON or candidate.name in NICKNAMES)
    ):
        _in_report(candidate)
    name = candidate.name
    if (
        len(candidate.words) == 1
        and candidate.kind_of_place is None
        and name[-1] == "s"
        and not candidate.opens & FIRST
        and (candidate.before == "the" or candidate.after.lower() in AFTER_ORGANIZATIONS)
    ):
        candidate.points[ORGANIZATION] += 1.5


def _is_result(candidate: Candidate) -> bool:
    return candidate.after[:1].isdigit() or (candidate.after == "-" and candidate.next.isdigit())


def _in_table(candidate: Candidate) -> None:
    line, first, points = candidate.line, candidate.first, candidate.points
    kind = candidate.kind_of_place
    if first - 2 >= line.first and line.words[first - 1] == "." and line.words[first - 2].isdigit():
        points[PERSON] += 1.0  # 3. Ode Vale (Norway)
    elif _is_result(candidate) and kind != "country":
        if kind or (candidate.after.isdigit() and _is_row(candidate)):
            points[ORGANIZATION] += 3.5
    elif first == line.first and kind == "city" and candidate.after != ",":
        points[ORGANIZATION] += 1.0


def _is_row(candidate: Candidate) -> bool:
    line, first = candidate.line, candidate.first
    if first != line.first:
        before = line.words[first - 1]
        if not (before[0].isdigit() or before == ")"):
            return False
    return len(candidate.words) == 1 or (
        (not candidate.opens & FIRST or bool(candidate.closes & PLACE_NOUN))
        and candidate.words[0][-1] != "."
    )


def _in_report(candidate: Candidate) -> None:
    points, kind, before = candidate.points, candidate.kind_of_place, candidate.before
    after = candidate.after.lower()
    if (
        after in BEATS
        or (after in SIDE_DOES and kind != "country")
        or before in HIT_BEFORE
        or _is_result(candidate)
    ):
        points[ORGANIZATION] += 2.8
    elif after in AFTER_ORGANIZATIONS:
        points[ORGANIZATION] += 2.5
    elif kind and before in ("for", "by", "with", "and"):
        points[ORGANIZATION] += 0.8
    elif (candidate.name in STATES and before not in ("in", "at", "near", "of", "around")) or (
        kind and candidate.starts and before not in TO_PLACES and candidate.after != ","
    ):
        points[ORGANIZATION] += 1.8
