import json
import re
from pathlib import Path

import pytest

from tests.golden.examples import EXAMPLES
from workers.domain.rules import RULES, rule_names, rules_page

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((EXAMPLES / "articles").glob("*.json"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_rule_that_an_example_names_is_in_the_catalogue(path: Path) -> None:
    """A new rule goes into `workers/domain/rules.py` with one sentence about it."""
    article = json.loads(path.read_bytes())
    named = {item["rule"] for item in (*article["claims"], *article["removed"])}
    assert named <= rule_names()


def test_no_rule_of_the_catalogue_is_left_over() -> None:
    catalogue = ROOT / "workers" / "domain" / "rules.py"
    sources = (path for path in (ROOT / "workers").rglob("*.py") if path != catalogue)
    words = set(re.findall(r"[a-z_]+", "\n".join(path.read_text("utf-8") for path in sources)))
    kinds = set(re.findall(r"[a-z_]+", (ROOT / "schemas" / "article.py").read_text("utf-8")))
    assert rule_names() - words - kinds == set()


def test_no_rule_is_explained_twice() -> None:
    assert sum(map(len, RULES.values())) == len(rule_names())


def test_the_page_in_the_repository_is_the_one_that_is_made() -> None:
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert page == rules_page(), "run `make rules` and read the difference"
