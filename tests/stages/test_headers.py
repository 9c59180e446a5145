import pytest

from tests.domain.parsing.posts import post
from tests.stages.records import ENRICH, NOW, forwarded, normalized, read_again
from workers.stages.outcome import Headers

TRACE = b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


def headers_of(headers: Headers = ()) -> dict[str, bytes]:
    (outcome,) = normalized(post(), headers)
    return dict(forwarded(outcome).headers)


def test_an_article_says_what_it_is_in_cloudevents_headers() -> None:
    assert headers_of() == {
        "ce_specversion": b"1.0",
        "ce_id": b"raw-posts/3/17",
        "ce_source": b"/copydesk/normalize",
        "ce_type": b"copydesk.article.v1",
        "ce_time": b"2026-03-01T11:59:00Z",
        "ce_dataschema": b"urn:copydesk:schema:articles:1",
        "content-type": b"application/json",
        "source-record": b"raw-posts/3/17",
        "root-record": b"raw-posts/3/17",
    }


def test_the_root_is_passed_on_and_the_source_is_the_record_just_read() -> None:
    (article,) = normalized([post()])
    (outcome,) = ENRICH.run(read_again(forwarded(article)), NOW)
    headers = dict(forwarded(outcome).headers)
    assert headers["root-record"] == b"raw-posts/3/17#0"
    assert headers["source-record"] == headers["ce_id"] == b"articles/1/5"
    assert headers["ce_type"] == b"copydesk.enriched-article.v1"
    assert "record-posts" not in headers


def test_a_raw_post_is_its_own_root_whatever_it_says() -> None:
    assert headers_of((("root-record", b"forged"),))["root-record"] == b"raw-posts/3/17"


def test_a_trace_is_passed_on_unchanged() -> None:
    headers = headers_of((("traceparent", TRACE), ("tracestate", b"a=1")))
    assert (headers["traceparent"], headers["tracestate"]) == (TRACE, b"a=1")


@pytest.mark.parametrize(
    "parent",
    [
        *(b"", b"hello", TRACE.upper(), TRACE + b"0", b"ff" + TRACE[2:]),
        *(b"00-" + b"0" * 32 + TRACE[35:], TRACE[:36] + b"0" * 16 + b"-01", b"\xff" * 55, None),
    ],
)
def test_a_malformed_trace_is_not_passed_on(parent: bytes | None) -> None:
    headers = headers_of((("traceparent", parent), ("tracestate", b"a=1")))
    assert "traceparent" not in headers
    assert "tracestate" not in headers


def test_other_headers_of_the_source_are_not_ours_to_repeat() -> None:
    assert "x-secret" not in headers_of((("x-secret", b"1"),))
