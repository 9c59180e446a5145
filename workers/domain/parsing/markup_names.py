"""What HTML's elements, and the class names of well-known WordPress plug-ins, mean to a reader."""

from functools import lru_cache
from typing import Final

from schemas.article import BlockKind

BLOCKS: Final[dict[str, BlockKind | None]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
    **dict.fromkeys(
        (
            *("p", "div", "ul", "ol", "dl", "section", "article", "header", "footer", "aside"),
            *("main", "figure", "hr", "address", "center", "details", "summary", "fieldset"),
            *("table", "thead", "tbody", "tfoot", "tr", "td", "th", "hgroup", "menu", "legend"),
            *("optgroup", "search", "body", "html"),
        )
    ),
}
"""Elements that begin and end a block, and the kind it then has; None keeps the kind around it."""

PLAIN: Final = frozenset(
    "strong em b i u span small mark font cite q code abbr s del ins sub".split()
)
"""Elements that are part of a line and mean nothing more here: the most common ones."""

NEVER_READ: Final = frozenset(
    "script style template svg noscript head title meta link source track param base col"
    " annotation annotation-xml datalist".split()
)
"""Elements that hold nothing for a reader. They leave without a trace."""

EMBEDS: Final = frozenset("iframe object embed video audio canvas applet".split())
"""Elements that show something from elsewhere."""

CONTROLS: Final = frozenset("form button select textarea input nav dialog".split())
"""Elements to act with, not to read."""

_FURNITURE_BY_RULE: Final = {
    "share_buttons": (
        "sharedaddy sd-sharing addtoany_share_save_container addtoany_content essb_links"
        " heateor_sss_sharing_container swp_social_panel shareaholic-canvas social-warfare"
        " simplesocialbuttons ssba mashsb-container wp-block-social-links novashare-buttons"
    ),
    "related_posts": (
        "jp-relatedposts yarpp yarpp-related crp_related rp4wp-related-posts wp_rp_wrap"
        " related-posts relpost-thumb-wrapper internal-linking-related-contents"
        " wp-block-jetpack-related-posts wp-block-latest-posts wp-block-query"
    ),
    "table_of_contents": (
        "toc_container ez-toc-container lwptoc wp-block-yoast-seo-table-of-contents"
    ),
    "author_box": (
        "simple-author-box saboxplugin-wrap m-a-box pp-multiple-authors-boxes-wrapper abh_box"
        " author-box wp-block-post-author molongui-author-box"
    ),
    "sign_up_form": (
        "wp-block-jetpack-subscriptions mc4wp-form newsletter-signup wpforms-container"
    ),
    "advertisement": "adsbygoogle wp-block-advads code-block-ad",
    "hidden_text": "screen-reader-text sr-only visually-hidden assistive-text",
    "buttons": "post-ratings kk-star-ratings wp-block-buttons",
}
FURNITURE: Final[dict[str, str]] = {
    name: rule for rule, names in _FURNITURE_BY_RULE.items() for name in names.split()
}
"""What plug-ins put into the text: class name to the rule that removes it.

These are whole class names, not words in them: `share` may be an article's own section.
"""

EMBEDDED_QUOTES: Final = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed wp-embedded-content fb-post"
    " bluesky-embed mastodon-embed reddit-embed-bq reddit-card".split()
)
"""Class names of quotations that are another site's post."""

CAPTION_CLASSES: Final = frozenset(
    "wp-caption-text gallery-caption wp-element-caption blocks-gallery-caption".split()
)
"""Class names of captions that are no `figcaption`."""


@lru_cache(maxsize=4096)
def meaning_of_class(classes: str) -> tuple[str | None, BlockKind | None]:
    """What a `class` says: the rule that removes the element, and the kind of its text."""
    names = classes.split()
    rule = next((FURNITURE[name] for name in names if name in FURNITURE), None)
    if any(name in EMBEDDED_QUOTES or name.startswith("wp-block-embed") for name in names):
        return rule, "embed"
    return rule, None if CAPTION_CLASSES.isdisjoint(names) else "caption"


def is_back_link(words: str) -> bool:
    """Whether a link's words are an arrow that leads from a footnote back to the text."""
    return 0 < len(words) <= 4 and words.strip().rstrip("\ufe0e\ufe0f") in ("↩", "↑", "⤴", "^", "↵")
