"""Hand-written word lists, from general knowledge of the news in English."""


def listed(names: str) -> frozenset[str]:
    """Names of several words, parted by upright strokes."""
    return frozenset(" ".join(name.split()) for name in names.split("|"))
