"""Finders of names that are no rules of ours: a statistical model, where it is installed."""

from typing import Literal

from workers.adapters.names.errors import ModelMissing
from workers.domain.enrichment.entities.lane import RULES, NameLane

__all__ = ["ModelMissing", "name_lane"]


def name_lane(choice: Literal["rules", "model"]) -> NameLane:
    """The finder that a setting chooses.

    Raises:
        ModelMissing: `model`, where the extra `ner` is not installed.
    """
    if choice == "rules":
        return RULES
    from workers.adapters.names.spacy_model import model_lane  # a second to import

    return model_lane()
