"""What a WordPress post says about its site: its name, and the address it calls canonical."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

import turbohtml
from pydantic import JsonValue

from schemas.article import Claim, Publisher
from workers.domain.claims import claim
from workers.domain.parsing.fragment import plain_text_of
from workers.domain.parsing.json_values import as_object, items_of, text_of
from workers.domain.parsing.post import TakenFrom
from workers.domain.parsing.urls import as_written
from workers.domain.shared_parts import publisher

_Post = Mapping[str, JsonValue]

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_CANONICAL: Final = re.compile(r"rel=[\"']canonical[\"']")
_HREF: Final = re.compile(r"href=[\"']([^\"']{1,4000})")


class FoundPublisher(NamedTuple):
    """Who published the copy, and where its name was read."""

    found: Publisher | None
    claims: tuple[Claim, ...]


def publisher_of(post: _Post, domain: str | None, at: str) -> FoundPublisher:
    """The site: its host, and its name where an SEO plug-in's fields give one."""
    name, source, rule = _site_name(post)
    if name is None and domain is None:
        return FoundPublisher(None, ())
    claims: list[Claim] = []
    for field, value, place, by, confidence in (
        ("publisher.domain", domain, "link", "link_host", 1.0),
        ("publisher.name", name, source, rule, 0.95),
    ):
        if value is not None:
            claims.append(claim(field, f"{at}/{place}", by, confidence))
    return FoundPublisher(publisher(name, domain), tuple(claims))


def _site_name(post: _Post) -> tuple[str | None, str, str]:
    yoast = as_object(post.get("yoast_head_json"))
    name = plain_text_of(text_of(yoast.get("og_site_name")) or "")
    if name:
        return name, "yoast_head_json/og_site_name", "yoast_site_name"
    for index, value in enumerate(items_of(as_object(yoast.get("schema")).get("@graph"))):
        node = as_object(value)
        name = plain_text_of(text_of(node.get("name")) or "")
        if node.get("@type") == "WebSite" and name:
            return name, f"yoast_head_json/schema/@graph/{index}/name", "schema_site_name"
    aioseo = as_object(post.get("aioseo_head_json"))
    name = plain_text_of(text_of(aioseo.get("og:site_name")) or "")
    if name:
        return name, "aioseo_head_json/og:site_name", "seo_site_name"
    return None, "", ""


def language_of(post: _Post, at: str) -> tuple[str | None, tuple[Claim, ...]]:
    """The language that a plug-in declares for the post, as a BCP 47 tag."""
    yoast = as_object(post.get("yoast_head_json"))
    graph = enumerate(items_of(as_object(yoast.get("schema")).get("@graph")))
    nodes = (
        (f"yoast_head_json/schema/@graph/{index}/inLanguage", as_object(value).get("inLanguage"))
        for index, value in graph
    )
    aioseo = as_object(post.get("aioseo_head_json"))
    for place, said, rule, confidence in (
        ("lang", post.get("lang"), "post_language", 0.9),
        *((place, said, "yoast_locale", 0.7) for place, said in nodes),
        ("yoast_head_json/og_locale", yoast.get("og_locale"), "yoast_locale", 0.7),
        ("aioseo_head_json/og:locale", aioseo.get("og:locale"), "seo_locale", 0.7),
    ):
        if isinstance(said, str) and _LANGUAGE.fullmatch(said):
            told = claim("declared_language", f"{at}/{place}", rule, confidence)
            return said.replace("_", "-"), (told,)
    return None, ()


def taken_from(post: _Post, at: str) -> TakenFrom | None:
    """Where FeedWordPress and WP RSS Aggregator say that they copied the post from."""
    meta = as_object(post.get("meta"))
    for name_field, url_field in (
        ("syndication_source", "syndication_source_uri"),
        ("syndication_source", "syndication_permalink"),
        ("wprss_feed_name", "wprss_item_permalink"),
    ):
        name, url = text_of(meta.get(name_field)), text_of(meta.get(url_field))
        if url is not None and as_written(url) is not None:
            name = plain_text_of(name) if name is not None else None
            return TakenFrom(name, url, f"{at}/meta/{url_field}", 0.85)
    return None


def canonical_of(post: _Post, at: str) -> tuple[str | None, str]:
    """The URL that the post's head calls canonical, and the JSON Pointer to where it stands."""
    written = text_of(as_object(post.get("yoast_head_json")).get("canonical"))
    if written is not None and (url := as_written(written)) is not None:
        return url, f"{at}/yoast_head_json/canonical"
    written = text_of(as_object(post.get("aioseo_head_json")).get("canonical_url"))
    if written is not None and (url := as_written(written)) is not None:
        return url, f"{at}/aioseo_head_json/canonical_url"
    for field in ("yoast_head", "rank_math_head", "aioseo_head"):
        head = text_of(post.get(field))
        href = _HREF.search(_canonical_tag(head)) if head is not None else None
        if href is not None and (url := as_written(turbohtml.unescape(href[1]))) is not None:
            return url, f"{at}/{field}"
    return None, ""


def _canonical_tag(head: str) -> str:
    """The tag of a head that names the canonical URL, or nothing."""
    found = _CANONICAL.search(head)
    if found is None:
        return ""
    opens = head.rfind("<link", max(0, found.start() - 2_000), found.start())
    closes = head.find(">", found.end(), found.end() + 2_000)
    return head[opens:closes] if 0 <= opens < closes else ""
