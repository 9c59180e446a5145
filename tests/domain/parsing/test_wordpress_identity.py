import pytest
from pydantic import JsonValue

from tests.domain.parsing.posts import ABSENT, post
from workers.domain.parsing.wordpress_identity import identity_of

URL = "https://www.marshpost.example/2026/03/eels/"
THE_POST = "wordpress:marshpost.example:41"


def self_link(href: str) -> JsonValue:
    return {"self": [{"href": href}]}


@pytest.mark.parametrize(
    "value",
    [
        post(),
        post(id="41"),
        post(id=41.0),
        post(id=ABSENT),
        post(id=True),
        post(id=ABSENT, _links=ABSENT),
        post(id=ABSENT, guid=ABSENT),
        post(_links=self_link("https://marshpost.example/?rest_route=/wp/v2/posts/41")),
        post(_links=self_link("https://public-api.wordpress.com/wp/v2/sites/77/posts/41")),
        post(guid={"rendered": "http://old-name.example/?p=41"}),
        post(type="testimonial"),
    ],
)
def test_a_post_is_the_same_whatever_tells_its_number(value: dict[str, JsonValue]) -> None:
    assert identity_of(value, URL) == THE_POST


def test_a_site_in_a_folder_has_numbers_of_its_own() -> None:
    value = post(_links=self_link("https://www.marshpost.example/reeds/wp-json/wp/v2/posts/41"))
    in_folder = "wordpress:marshpost.example/reeds:41"
    assert identity_of(value, "https://www.marshpost.example/reeds/a/") == in_folder
    by_guid = post(_links=ABSENT, guid={"rendered": "https://www.marshpost.example/reeds/?p=41"})
    assert identity_of(by_guid, "https://www.marshpost.example/reeds/a/") == in_folder


def test_without_a_number_nothing_is_made_up() -> None:
    assert identity_of(post(id=ABSENT, guid=ABSENT, _links=ABSENT), URL) is None


def test_without_a_host_nothing_is_made_up() -> None:
    assert identity_of(post(guid=ABSENT, _links=ABSENT), None) is None
