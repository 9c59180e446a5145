"""The points of a candidate, from all that is known of it."""

from workers.domain.enrichment.entities.appositions import score_appositions
from workers.domain.enrichment.entities.candidate import ORGANIZATION, PLACE, Candidate
from workers.domain.enrichment.entities.lone_words import score_lone_word
from workers.domain.enrichment.entities.several_words import score_several_words
from workers.domain.enrichment.entities.sport import score_nickname, score_sport
from workers.domain.enrichment.entities.surroundings import score_surroundings


def score(candidate: Candidate) -> bool:
    """Fills the candidate's points; False when it is no name, whatever the text says elsewhere."""
    if candidate.is_organization:
        candidate.points[ORGANIZATION] = 4.0
    elif candidate.kind_of_place:
        candidate.points[PLACE] = 5.0 if candidate.is_known else 2.5
    if not candidate.is_known:
        if len(candidate.words) == 1:
            verdict = score_lone_word(candidate)
            if verdict != "scored":
                return verdict == "unlikely"
        elif candidate.kind_of_place is None:
            score_several_words(candidate)
        score_nickname(candidate)
    candidate.by_words = list(candidate.points)
    score_surroundings(candidate)
    score_appositions(candidate)
    if candidate.sport and not candidate.is_known:
        score_sport(candidate)
    return True
