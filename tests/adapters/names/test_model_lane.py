import sys
from types import SimpleNamespace

import pytest

from schemas import decode
from schemas.enriched_article import DetectedLanguage, EnrichedArticle
from tests.domain.parsing.posts import with_html
from tests.stages.records import NOW, forwarded, normalized, read_again
from workers.adapters.names import ModelMissing, name_lane
from workers.adapters.names.labels import Labelled, entities_of
from workers.adapters.names.spacy_model import MODEL, MOST_CHARACTERS, finder
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.lane import RULES, NameLane
from workers.stages.enrich import EnrichStage
from workers.stages.outcome import Forward

TEXT = "Odile Vale left the Larn Trust. Vale slept in Oslo's harbour on Friday."


def labelled(words: str, label: str, after: int = 0) -> Labelled:
    start = TEXT.index(words, after)
    return Labelled(start, start + len(words), label)


FOUND = (
    labelled("Odile Vale", "PERSON"),
    labelled("the Larn Trust", "ORG"),
    labelled("Vale", "PERSON", 20),
    labelled("Oslo's", "GPE"),
    labelled("Friday", "DATE"),
)


def test_a_models_stretches_become_entities_with_whole_tokens_and_short_forms() -> None:
    entities = entities_of(analyse(TEXT), FOUND)
    assert [(entity.name, entity.kind, entity.aliases) for entity in entities] == [
        ("Odile Vale", "person", ("Vale",)),
        ("Larn Trust", "organization", ()),
        ("Oslo", "place", ()),
    ]
    assert [len(entity.mentions) for entity in entities] == [2, 1, 1]


def test_a_stretch_of_marks_alone_is_no_entity() -> None:
    assert entities_of(analyse("“ ” the"), [Labelled(0, 7, "ORG"), Labelled(4, 4, "ORG")]) == ()


def test_the_model_reads_english_and_no_more_than_it_can() -> None:
    seen: list[int] = []

    def pipeline(text: str) -> SimpleNamespace:
        seen.append(len(text))
        return SimpleNamespace(ents=[SimpleNamespace(start_char=0, end_char=4, label_="GPE")])

    find = finder(pipeline)
    (oslo,) = find(analyse("Oslo " * MOST_CHARACTERS), None)
    assert (oslo.name, seen) == ("Oslo", [MOST_CHARACTERS])
    finnish = DetectedLanguage(code="fi", script="Latn", confidence=0.9)
    assert find(analyse("Oslo on kaunis."), finnish) == ()


def test_another_finder_than_the_rules_is_said_in_the_parts() -> None:
    (article,) = normalized(with_html("<p>Odile Vale slept in Oslo.</p>"))
    stage = EnrichStage(names=NameLane(lambda _text, _language: (), "1+none"))
    (outcome,) = stage.run(read_again(forwarded(article)), NOW)
    assert isinstance(outcome, Forward)
    message = decode(EnrichedArticle, outcome.records[0].value)
    assert message.entities == ()
    assert [part.version for part in message.parts if part.name == "entities"] == ["1+none"]


def test_the_rules_are_the_default_and_a_missing_model_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert name_lane("rules") is RULES
    monkeypatch.setitem(sys.modules, MODEL, None)
    with pytest.raises(ModelMissing, match=r"copydesk\[ner\]"):
        name_lane("model")
