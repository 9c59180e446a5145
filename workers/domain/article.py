"""The one place that makes an article of a parsed post, whatever it was parsed from."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from typing import Final, Literal

from pydantic import TypeAdapter

from schemas.article import Article, Block, Claim, DateClaim, Image, Link, Removed
from schemas.dead_letter import Reason
from workers.domain.cleaning.blocks import MOST_REMOVED, Removal, clean_blocks
from workers.domain.identity import article_id_of, revision_of
from workers.domain.parsing.dates import Role
from workers.domain.parsing.excerpts import STANDFIRST_START
from workers.domain.parsing.post import STANDFIRST_LINE, FoundBlock, ParsedPost
from workers.domain.parsing.urls import absolute
from workers.domain.provenance.origin import trace_origin
from workers.domain.rejection import PostRejected

MOST_LINKS: Final = 2_000
FUTURE: Final = timedelta(days=1)
"""How far a date may lie ahead of its arrival before it is not believed."""

Access = Literal["open", "truncated", "withheld", "withdrawn"]


def assemble(post: ParsedPost, source_record: str, ingested_at: datetime) -> Article:
    """The article that a post is.

    Raises:
        PostRejected: empty, for a post with neither a title nor a text that its source shows.
    """
    clean = clean_blocks(post.blocks, post.title)
    provenance = trace_origin(post, clean.blocks)
    text, blocks = join_blocks(provenance.blocks)
    if not text and post.title is None and post.hidden is None:
        raise PostRejected(Reason.EMPTY, "neither title nor text")
    dates = tuple(_believed(claim, ingested_at) for claim in post.dates)
    standfirst = _standfirst(post, text)
    access, access_claims = _access(post, truncated=clean.truncated)
    published_at = _instant(dates, "published")
    return Article(
        article_id=article_id_of(post, text),
        revision=_revision(post, text, provenance.blocks, standfirst, published_at, access),
        kind=post.kind,
        url=post.url,
        canonical_url=post.canonical_url,
        title=post.title,
        standfirst=standfirst,
        text=text,
        blocks=blocks,
        authors=post.authors,
        published_at=published_at,
        modified_at=_instant(dates, "modified"),
        ingested_at=ingested_at,
        date_claims=dates,
        publisher=post.publisher,
        origin=provenance.origin,
        sections=post.sections,
        tags=post.tags,
        images=post.images,
        links=_links(provenance.blocks, post.url),
        declared_language=post.declared_language,
        access=access,
        claims=(*post.claims, *provenance.claims, *access_claims, *_told(post, standfirst)),
        removed=_once((*post.removed, *clean.removed, *provenance.removed)),
        source_record=source_record,
    )


# all in one call, and in the library itself: half the time of making them one by one
_BLOCKS: Final = TypeAdapter(tuple[Block, ...]).validator
_LINKS: Final = TypeAdapter(tuple[Link, ...]).validator
_REMOVED: Final = TypeAdapter(tuple[Removed, ...]).validator


def join_blocks(blocks: Iterable[FoundBlock]) -> tuple[str, tuple[Block, ...]]:
    """The text, its blocks parted by blank lines, and where in it each block stands."""
    placed: list[dict[str, object]] = []
    texts: list[str] = []
    place = 0
    for kind, text, _ in blocks:
        end = place + len(text)
        placed.append({"kind": kind, "start_char": place, "end_char": end})
        texts.append(text)
        place = end + 2
    found: tuple[Block, ...] = _BLOCKS.validate_python(placed)
    return "\n\n".join(texts), found


def _standfirst(post: ParsedPost, text: str) -> str | None:
    """The excerpt, where an editor wrote it: not where it was cut from the text."""
    excerpt = post.excerpt
    if excerpt is None or excerpt.cut or excerpt.text == post.title or not text:
        return None
    # page builders put the title into the text, and so into what is cut from it
    start = excerpt.text.removeprefix(f"{post.title} ")[:STANDFIRST_START]
    return None if start in text or start in text.replace("\n", " ") else excerpt.text


def _told(post: ParsedPost, standfirst: str | None) -> tuple[Claim, ...]:
    if standfirst is None or post.excerpt is None:
        return ()
    source, rule = post.excerpt.source, post.excerpt.rule
    return (Claim(field="standfirst", source=source, rule=rule, confidence=0.9),)


def _access(post: ParsedPost, *, truncated: bool) -> tuple[Access, tuple[Claim, ...]]:
    match post.hidden:
        case "withheld":
            return "withheld", ()
        case "withdrawn":
            return "withdrawn", ()
        case _ if truncated or (post.excerpt is not None and _only_excerpt(post)):
            rule = "read_on" if truncated else "text_from_excerpt"
            claim = Claim(field="access", source=post.blocks_source, rule=rule, confidence=0.9)
            return "truncated", (claim,)
        case _:
            return "open", ()


def _only_excerpt(post: ParsedPost) -> bool:
    excerpt = post.excerpt
    if excerpt is None or excerpt.rule == STANDFIRST_LINE or post.kind == "html_page":
        return False
    return excerpt.source == post.blocks_source


def _believed(claim: DateClaim, ingested_at: datetime) -> DateClaim:
    if claim.instant is None or claim.instant <= ingested_at + FUTURE:
        return claim
    return claim.model_copy(update={"instant": None, "doubt": "in_the_future"})


def _instant(dates: Iterable[DateClaim], role: Role) -> datetime | None:
    """The first moment that the source itself gives: fields come before stamps."""
    return next(
        (
            claim.instant
            for claim in dates
            if claim.role == role and claim.whose == "publisher" and claim.instant is not None
        ),
        None,
    )


def _links(blocks: Iterable[FoundBlock], base: str | None) -> tuple[Link, ...]:
    found: list[dict[str, str]] = []
    for _, _, links in blocks:
        for href, text in links:
            if href.startswith("#") or len(found) >= MOST_LINKS:
                continue
            url = absolute(href, base)
            if url is not None and (text or not _is_picture(url)):
                found.append({"url": url, "text": text})
    made: tuple[Link, ...] = _LINKS.validate_python(found) if found else ()
    return made


def _is_picture(url: str) -> bool:
    path = url.partition("?")[0].lower()
    return path.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif"))


def _once(removed: Iterable[Removed | Removal]) -> tuple[Removed, ...]:
    once = dict.fromkeys((one.rule, one.text) for one in removed)
    kept = [{"rule": rule, "text": text} for rule, text in islice(once, MOST_REMOVED)]
    made: tuple[Removed, ...] = _REMOVED.validate_python(kept) if kept else ()
    return made


def _revision(
    post: ParsedPost,
    text: str,
    blocks: tuple[FoundBlock, ...],
    standfirst: str | None,
    published_at: datetime | None,
    access: Access,
) -> str:
    published = "" if published_at is None else published_at.isoformat()
    images: tuple[Image, ...] = post.images
    return revision_of(
        [
            *(access, post.title or "", standfirst or "", text, published),
            *[kind for kind, _, _ in blocks],
            *("author", *[author.name for author in post.authors]),
            *("image", *[f"{image.url} {image.caption or ''}" for image in images]),
            *("section", *[term.slug or term.name or "" for term in post.sections]),
            *("tag", *[term.slug or term.name or "" for term in post.tags]),
        ]
    )
