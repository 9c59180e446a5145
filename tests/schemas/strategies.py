"""Arbitrary messages, for laws that hold of every message."""

import json
from datetime import UTC

from hypothesis import strategies as st

from schemas.article import (
    Article,
    Author,
    Claim,
    DateClaim,
    Evidence,
    Image,
    Link,
    Origin,
    Publisher,
    Removed,
    Term,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
SOME = TEXT.filter(bool)
INSTANTS = st.datetimes(
    timezones=st.just(UTC),
).map(lambda moment: moment.replace(microsecond=0))
CONFIDENCES = st.floats(0, 1)


def json_bytes(value: object) -> bytes:
    return json.dumps(value).encode()


def _several(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(one, max_size=3).map(tuple)


def _or_null(one: st.SearchStrategy[object]) -> st.SearchStrategy[object | None]:
    return st.none() | one


EVIDENCE = st.builds(
    Evidence,
    kind=st.sampled_from(["attribution_tail", "cms_markup"]),
    text=TEXT,
    source=TEXT,
)
TERMS = st.builds(Term, slug=_or_null(TEXT), name=_or_null(TEXT))

ARTICLES: st.SearchStrategy[Article] = st.builds(
    Article,
    article_id=SOME,
    revision=SOME,
    kind=st.sampled_from(["wordpress_post", "plain_text"]),
    url=_or_null(TEXT),
    canonical_url=_or_null(TEXT),
    title=_or_null(TEXT),
    standfirst=_or_null(TEXT),
    text=TEXT,
    blocks=st.just(()),
    authors=_several(st.builds(Author, name=TEXT, url=_or_null(TEXT))),
    published_at=_or_null(INSTANTS),
    modified_at=_or_null(INSTANTS),
    ingested_at=INSTANTS,
    date_claims=_several(
        st.builds(
            DateClaim,
            role=st.sampled_from(["published", "modified", "created"]),
            instant=_or_null(INSTANTS),
            wall_time=_or_null(st.just("2026-03-01T08:30")),
            precision=st.sampled_from(["day", "minute", "second"]),
            zone_known=st.booleans(),
            whose=st.sampled_from(["publisher", "origin"]),
            source=TEXT,
            written=TEXT,
            doubt=st.sampled_from([None, "in_the_future"]),
        )
    ),
    publisher=_or_null(st.builds(Publisher, name=_or_null(TEXT), domain=_or_null(TEXT))),
    origin=_or_null(
        st.builds(
            Origin,
            name=TEXT,
            domain=_or_null(TEXT),
            evidence=_several(EVIDENCE),
            confidence=CONFIDENCES,
        )
    ),
    sections=_several(TERMS),
    tags=_several(TERMS),
    images=_several(st.builds(Image, url=TEXT, alt=_or_null(TEXT), caption=_or_null(TEXT))),
    links=_several(st.builds(Link, url=TEXT, text=TEXT)),
    declared_language=_or_null(TEXT),
    access=st.sampled_from(["open", "truncated", "withheld", "withdrawn"]),
    claims=_several(st.builds(Claim, field=TEXT, source=TEXT, rule=TEXT, confidence=CONFIDENCES)),
    removed=_several(st.builds(Removed, rule=TEXT, text=TEXT)),
    source_record=TEXT,
)
