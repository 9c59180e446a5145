from workers.domain.claims import claim


def test_claims_that_say_the_same_are_one_object() -> None:
    assert claim("title", "/title", "entities_decoded_twice") is claim(
        "title", "/title", "entities_decoded_twice"
    )
