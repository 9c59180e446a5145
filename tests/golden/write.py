"""Writes the golden files again, from what the stages say today.

python -m tests.golden.write     # then read the diff: a change here is a change of the contract
"""

from tests.golden.examples import EXAMPLES, all_goldens

FOLDERS = ("articles", "enriched-articles", "raw-posts-dlq")


def write() -> None:
    fresh = {golden.path: golden.text for golden in all_goldens()}
    for folder in FOLDERS:
        (EXAMPLES / folder).mkdir(exist_ok=True)
        for path in (EXAMPLES / folder).glob("*.json"):
            if path not in fresh:
                path.unlink()
    for path, text in fresh.items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    write()
