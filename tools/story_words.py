"""Writes the word lists of `workers/domain/stories` anew from what other packages ship.

    pip install stopwordsiso==0.7.1 symspellpy==6.10.1
    python -m tools.story_words

`function_words.tsv`: Stopwords ISO (MIT), cut to words of at least two letters.
`background.tsv`: how many of 1,000 English articles hold a word, from the word frequencies of
SymSpell (MIT; Google Books Ngram data, CC BY 3.0, cut to the words of SCOWL, permissive).
"""

import math
from pathlib import Path

import stopwordsiso
import symspellpy

FOLDER = Path(__file__).parent.parent / "workers" / "domain" / "stories"
FEWEST = 3
"""A word of fewer in 1,000 articles is rare enough to be told from the live stories alone."""
ARTICLE_WORDS = 400
NOT_LISTED = ("ja", "th", "zh", "ko")
"""Scripts without spaces are cut into runs of characters, which no list of words can meet."""
"""English words of news, beyond the list: dates, money and the verbs of reporting."""
NEWS = """according added asked called came com don't january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday sunday
said say says mr mrs ms people told told week year years day days month time two three first last
http https www amp nbsp""".split()


def function_words() -> None:
    """One line a language."""
    lines = ["# Stopwords ISO, MIT licence; written by tools/story_words.py"]
    for code in sorted(stopwordsiso.langs()):
        if code not in NOT_LISTED:
            words = {word.lower() for word in stopwordsiso.stopwords(code)}
            words |= set(NEWS) if code == "en" else set()
            kept = sorted(word for word in words if len(word) > 1 and " " not in word)
            lines.append(f"{code}\t{' '.join(kept)}")
    (FOLDER / "function_words.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def background() -> None:
    """One line a word: articles of 1,000 that hold it, if words fell like rain."""
    source = Path(symspellpy.__file__).parent / "frequency_dictionary_en_82_765.txt"
    rows = [line.split() for line in source.read_text("utf-8-sig").splitlines()]
    total = sum(int(count) for _, count in rows)
    lines = ["# SymSpell (MIT), Google Books Ngram (CC BY 3.0), SCOWL; see tools/story_words.py"]
    for word, count in sorted(rows):
        share = 1 - math.exp(-ARTICLE_WORDS * int(count) / total)
        if round(1000 * share) >= FEWEST:
            lines.append(f"{word}\t{round(1000 * share)}")
    (FOLDER / "background.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    function_words()
    background()
