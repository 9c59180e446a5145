"""Invented WordPress posts of the usual size, for benchmarks."""

import json

WORDS = "The council met on Tuesday to speak of the harbour, the ferry and the price of fish. "


def wordpress_post(number: int, paragraphs: int = 24) -> bytes:
    """A post of about 11 kB, as the REST interface of a site sends it."""
    body = "".join(
        f'<p class="has-text">{WORDS * 3}<a href="https://harbour.example/{part}">More</a>.</p>\n'
        for part in range(paragraphs)
    )
    link = f"https://harbour.example/reports/{number}/"
    return json.dumps(
        {
            "id": number + 1,
            "date": "2026-03-01T09:30:00",
            "date_gmt": "2026-03-01T08:30:00",
            "modified_gmt": "2026-03-01T08:45:00",
            "slug": f"report-{number}",
            "status": "publish",
            "type": "post",
            "link": link,
            "guid": {"rendered": f"https://harbour.example/?p={number + 1}"},
            "title": {"rendered": f"Report {number} from the harbour &#8211; and the ferry"},
            "content": {"rendered": f"<h2>What was said</h2>\n{body}", "protected": False},
            "excerpt": {"rendered": f"<p>{WORDS}</p>", "protected": False},
            "author": 7,
            "categories": [3],
            "tags": [5, 8],
            "class_list": ["post", "type-post", "category-harbour", "tag-ferry"],
            "_links": {"self": [{"href": f"https://harbour.example/wp-json/wp/v2/posts/{number}"}]},
        }
    ).encode()
