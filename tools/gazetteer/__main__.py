"""Writes `workers/domain/enrichment/data/gazetteer.json.gz`.

    python -m venv /tmp/lists && /tmp/lists/bin/pip install -r tools/gazetteer/requirements.txt
    /tmp/lists/bin/python -m tools.gazetteer

The same packages give the same bytes. Sources and licences: docs/entities.md.
"""

import gzip
import json
import sys
from pathlib import Path

from tools.gazetteer.common_words import MOST_RANKED, OFTEN, common_words, ranks
from tools.gazetteer.people import known_names
from tools.gazetteer.places import places

TARGET = Path(__file__).parents[2] / "workers/domain/enrichment/data/gazetteer.json.gz"


def main() -> None:
    """Reads the packages, writes the lists, says how many of each."""
    people, rank = known_names(), ranks()
    towns = places(rank, people.share)
    common = [word for word in common_words(rank, people.share) if _may_be_common(word, towns)]
    lists: dict[str, list[str]] = {
        "often": [word for word in common if rank.get(word, MOST_RANKED) < OFTEN],
        "seldom": [word for word in common if rank.get(word, MOST_RANKED) >= OFTEN],
        "first": sorted(people.first),
        "last": sorted(people.last),
        "male": sorted(people.male),
        "female": sorted(people.female),
    }
    for kind in ("country", "region", "state", "city"):
        lists[kind] = sorted(name for name, found in towns.items() if found == kind)
    # one string a list: it loads in half the time of a list of strings
    data = json.dumps(
        {name: "\n".join(words) for name, words in lists.items()}, ensure_ascii=False
    ).encode()
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    for name, words in lists.items():
        sys.stdout.write(f"{name:8} {len(words):6,}\n")


def _may_be_common(word: str, towns: dict[str, str]) -> bool:
    return towns.get(word.title()) not in ("country", "state")


if __name__ == "__main__":
    main()
