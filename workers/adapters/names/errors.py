"""What may be wrong with the set-up of a model."""


class ModelMissing(Exception):
    """The model was asked for and is not installed."""
