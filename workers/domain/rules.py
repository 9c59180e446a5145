"""Every rule by which a field is claimed or a piece is removed, and what it does: the catalogue.

A rule that is not here is a fault: a reader of a claim could not look it up. `copydesk rules` and
`docs/rules.md` are written from it.
"""

from typing import Final

RULES: Final[dict[str, dict[str, str]]] = {
    "Titles of pages": {
        "heading_agreed_by_head": "A heading that a title of the head agrees with, once the site's"
        " name is off.",
        "head_inside_heading": "A title of the head that stands in a heading beside a date, a"
        " counter or a label.",
        "heading_longer_than_head": "A heading that is a title of the head and a few words more.",
        "heading_like_head": "A heading that shares at least half its words with the head.",
        "only_heading": "The one heading of the first level, where the head says nothing like it.",
        "head_majority": "What most titles of the head agree on, where no heading does.",
        "heading": "The first heading, for want of anything better.",
        "json_ld_headline": "`headline` of the JSON-LD; agrees with the title that was chosen.",
        "og_title": "`og:title`; agrees with the title that was chosen.",
        "twitter_title": "`twitter:title`; agrees with the title that was chosen.",
        "meta_title": "Another title in a meta element; agrees with the title that was chosen.",
        "document_title": "The `title` element; agrees with the title that was chosen.",
    },
    "Authors": {
        "embedded_author": "`_embedded.author` of a WordPress post.",
        "coauthors": "The fields of a plug-in for several authors.",
        "yoast_author": "The author in Yoast's fields.",
        "json_ld_author": "`author` of the JSON-LD.",
        "meta_author": "A meta element that names the author.",
        "microdata_author": "An element with `itemprop=author`.",
        "rdfa_author": "An element whose RDFa `property` says author or creator.",
        "author_link": "A link with `rel=author`.",
        "author_class": "An element whose class says that it is the author or a byline.",
        "profile_link": "A link to a page about an author.",
        "shown_byline": "A line beside the headline that begins as a byline does.",
        "shown_name_beside_date": "A name beside the headline, next to a date or a reading time.",
        "box_about_author": "The one person named in a box about the author.",
        "life_below_text": "The person of whom the last lines tell that they are a writer.",
        "site_owner": "The person whose site it is, by its name, its host or its copyright line.",
        "account_name": "Removed: the name of an account, such as `admin`, that is nobody's name.",
    },
    "Dates": {
        "json_ld_date": "`datePublished` or `dateModified` of the JSON-LD's article.",
        "json_ld_page_date": "The same of the JSON-LD's page.",
        "meta_date": "A meta element that states a date.",
        "microdata_date": "An element with `itemprop=datePublished` or `dateModified`.",
        "rdfa_date": "An element whose RDFa `property` says that it is a date.",
        "time_element": "A `time` element.",
        "date_class": "An element whose class says that it is a date.",
        "shown_date": "A day that a line beside the headline shows to readers.",
        "date_in_url": "A day in the address.",
        "stamp_line": "A line that is nothing but a date stamp. Also removed from the text.",
    },
    "Publisher and address": {
        "link_host": "The host of the post's own address.",
        "og_site_name": "`og:site_name`.",
        "application_name": "The name under which the site installs itself.",
        "schema_site_name": "The publisher or the site in schema.org's data.",
        "yoast_site_name": "The site's name in Yoast's fields.",
        "canonical_link": "The address that the page calls canonical; evidence of an origin where"
        " it is another publisher's.",
        "og_url": "`og:url`, for a page that came without its address.",
    },
    "Sections, tags and language": {
        "term_link": "A link whose `rel` says `category tag` or `tag`.",
        "post_class_slugs": "The classes that WordPress gives the article of a post's page.",
        "class_list_slugs": "Slugs in WordPress' `class_list`.",
        "embedded_terms": "`_embedded` terms of a WordPress post.",
        "meta_section": "`article:section`.",
        "json_ld_section": "`articleSection` of the JSON-LD.",
        "page_keywords": "`article:tag`, or `keywords` of the JSON-LD.",
        "yoast_locale": "The locale in Yoast's fields.",
        "html_lang": "`lang` of the page.",
        "json_ld_language": "`inLanguage` of the JSON-LD.",
        "meta_language": "`og:locale` or another meta element that states the language.",
    },
    "Feeds": {
        "alternate_link": "The entry's link to its page.",
        "atom_content": "`content` of an Atom entry.",
        "content_encoded": "`content:encoded` of an RSS item.",
        "content_html": "`content_html` of a JSON Feed's item.",
        "description": "`description` of an RSS item.",
        "entry_author": "The author that the entry names.",
        "feed_author": "The author that the whole feed names.",
        "entry_language": "The language that the entry declares.",
        "feed_language": "The language that the feed declares.",
        "feed_categories": "The categories of the entry.",
        "feed_title": "The title of the feed.",
        "malformed_xml": "The feed is no well-formed XML; it was read as far as it can be.",
        "undeclared_prefix": "The feed uses a namespace's prefix that it does not declare.",
        "unreadable_date": "A date that nobody can read; it sets no instant.",
    },
    "Statuses": {
        "account": "The account that wrote the status.",
        "boosted_by": "Removed: who boosted the status.",
        "boosted_post": "The address of the status that was boosted.",
        "content_warning": "The words that the status is hidden behind.",
        "poll_choices": "The choices of a poll.",
    },
    "Text and access": {
        "main_text": "The article on a page, told from what stands around it.",
        "wordpress_content": "What the theme of a WordPress site calls the content of the post.",
        "text_from_excerpt": "The excerpt, where the source shows no more.",
        "entities_decoded_twice": "Character references that stood encoded twice were decoded.",
        "excerpt_not_cut_from_text": "An excerpt that an editor wrote: the text does not hold it.",
        "read_on": "Words that lead on to the rest of a text. Removed; the text is cut short.",
        "withheld": "The post is behind a password.",
        "withdrawn": "The post is in the trash.",
    },
    "Origin": {
        "attribution_tail": "A sentence that says where the text was first published. Removed.",
        "source_line": "A line that names the source of the text. Removed.",
        "dateline": "The agency in the dateline that the text begins with.",
        "signature": "The agency that the text is signed with.",
        "byline": "An outlet or agency in the byline.",
        "licence_notice": "A licence or a copyright line that names another publisher.",
        "release_wire": "The wire that a press release came by.",
        "structured_data": "Another publisher in schema.org's data.",
        "feed_source": "The feed that an entry was taken from.",
        "image_host": "Pictures that are loaded from another publisher.",
        "cms_markup": "Markup that another publisher's system left in the text.",
        "own_footer": "Removed: such a sentence about the site itself.",
    },
    "What leaves the text": {
        "repeated_title": "The headline, where the text begins with it.",
        "above_headline": "What stands above the headline: paths of links, labels.",
        "byline_line": "A line that is nothing but a byline.",
        "heading_over_nothing": "A heading at the end, with nothing under it.",
        "theme_furniture": "Short lines and lists of links that a theme or plug-in puts around the"
        " text.",
        "advertisement_label": "A label of an advertisement.",
        "share_label": "A label of a button to share with.",
        "advertisement": "An advertisement, by its class.",
        "share_buttons": "Buttons to share with, by their class.",
        "related_posts": "Links to other posts, by their class.",
        "table_of_contents": "A table of contents, by its class.",
        "author_box": "A box about the author, by its class.",
        "sign_up_form": "A form to sign up with, by its class.",
        "buttons": "Buttons and ratings, by their class.",
        "hidden_text": "What readers do not see.",
        "footnote_mark": "The number of a footnote.",
        "form": "A form or a list of links to go on with.",
        "control": "Something to act with, not to read.",
        "embed": "Something shown from elsewhere.",
        "shortcode": "A shortcode that WordPress left in.",
        "block_comment": "A comment of WordPress' editor.",
    },
}
"""By the part of the article: each rule's name, and one sentence about it."""


_PREFACE: Final = (
    "Every `rule` that a claim or a removal names, by what it is about. Written by `make rules`",
    "from `workers/domain/rules.py`. A claim also says where its value was read, and how sure the",
    "rule is.",
)


def rule_names() -> frozenset[str]:
    """The names of all rules."""
    return frozenset(name for rules in RULES.values() for name in rules)


def rules_page() -> str:
    """The catalogue as a page in Markdown."""
    lines = [
        "# Rules",
        "",
        *_PREFACE,
    ]
    for part, rules in RULES.items():
        lines += ["", f"## {part}", "", "| rule | |", "|---|---|"]
        lines += [f"| `{name}` | {sentence} |" for name, sentence in rules.items()]
    return "\n".join(lines) + "\n"
