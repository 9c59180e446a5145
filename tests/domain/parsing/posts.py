"""An invented WordPress post, to be changed one field at a time."""

from pydantic import JsonValue

POST: dict[str, JsonValue] = {
    "id": 41,
    "date": "2026-03-01T09:30:00",
    "date_gmt": "2026-03-01T08:30:00",
    "guid": {"rendered": "https://www.marshpost.example/?p=41"},
    "modified": "2026-03-01T10:00:00",
    "modified_gmt": "2026-03-01T09:00:00",
    "slug": "eels",
    "status": "publish",
    "type": "post",
    "link": "https://www.marshpost.example/2026/03/eels/",
    "title": {"rendered": "The eels are back"},
    "content": {"rendered": "<p>They came up the river at night.</p>", "protected": False},
    "excerpt": {"rendered": "", "protected": False},
    "categories": [7],
    "tags": [],
    "_links": {"self": [{"href": "https://www.marshpost.example/wp-json/wp/v2/posts/41"}]},
}


ABSENT = "(this field is left out)"


def post(**changes: JsonValue) -> dict[str, JsonValue]:
    """The post with some fields changed; one that is set to `ABSENT` is left out."""
    return {key: value for key, value in {**POST, **changes}.items() if value != ABSENT}


def with_html(html: str, **changes: JsonValue) -> dict[str, JsonValue]:
    """The post with this text."""
    return post(content={"rendered": html, "protected": False}, **changes)
