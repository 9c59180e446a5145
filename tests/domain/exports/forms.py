"""What ninjs 3.1 and schema.org ask of the fields that we write, in schemas of our own.

Closed: a field or a property that is not named here is an error. Written from the specifications
(IPTC's `ninjs-schema_3.1.json`, schema.org's vocabulary); neither document is copied here.
"""

import re
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

CHECKER = FormatChecker(formats=())

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~:/?#@!$&'()*+,;=-])+")


@CHECKER.checks("uri")
def is_uri(value: object) -> bool:
    return not isinstance(value, str) or _URI.fullmatch(value) is not None


TEXT = {"type": "string", "minLength": 1}
URI = {"type": "string", "format": "uri"}
COUNT = {"type": "integer", "minimum": 0}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
DAY_OR_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$"}
LANGUAGE = {"type": "string", "pattern": r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"}


def closed(required: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }


def listed(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": items}


VALUE = closed(("value",), role=TEXT, contentType=TEXT, value=TEXT)
NAMED = closed(("name",), name=TEXT, rel=TEXT, uri=URI, literal=TEXT)
NINJS = closed(
    ("uri",),
    standard=closed((), name={"const": "ninjs"}, version={"const": "3.1"}, schema=URI),
    uri=URI,
    type={"const": "text"},
    representationType={"enum": ["full", "partial"]},
    version=TEXT,
    pubStatus={"enum": ["usable", "withheld", "canceled"]},
    firstCreated=MOMENT,
    versionCreated=MOMENT,
    language=LANGUAGE,
    headlines=listed(VALUE),
    descriptions=listed(VALUE),
    bodies=listed(
        closed(
            ("value",), role=TEXT, contentType=TEXT, charCount=COUNT, wordCount=COUNT, value=TEXT
        )
    ),
    by=TEXT,
    people=listed(NAMED),
    organisations=listed(NAMED),
    places=listed(NAMED),
    subjects=listed(NAMED),
    infoSources=listed(closed(("name",), name=TEXT, role=TEXT, uri=URI)),
    copyrightHolder=TEXT,
    altIds=listed(closed((), role=TEXT, value=TEXT)),
    associations=listed(
        closed(
            ("name", "uri"),
            name=TEXT,
            rel=TEXT,
            uri=URI,
            type={"const": "picture"},
            descriptions=listed(VALUE),
            renditions=listed(closed(("name",), name=TEXT, href=URI)),
        )
    ),
)


def thing(*kinds: str, **properties: Any) -> dict[str, Any]:
    return closed(("@type", "name"), **{"@type": {"enum": list(kinds)}}, name=TEXT, **properties)


ORGANIZATION = thing("NewsMediaOrganization", url=URI)
NEWS_ARTICLE = closed(
    ("@context", "@type", "@id", "identifier"),
    **{
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "@id": URI,
    },
    identifier=TEXT,
    headline=TEXT,
    description=TEXT,
    articleBody=TEXT,
    wordCount=COUNT,
    datePublished=DAY_OR_MOMENT,
    dateModified=DAY_OR_MOMENT,
    author=listed(thing("Person", "Organization", url=URI)),
    publisher=ORGANIZATION,
    sourceOrganization=ORGANIZATION,
    copyrightHolder=ORGANIZATION,
    inLanguage=LANGUAGE,
    articleSection=listed(TEXT),
    keywords=listed(TEXT),
    image=listed(
        closed(("@type", "url"), **{"@type": {"const": "ImageObject"}}, url=URI, caption=TEXT)
    ),
    url=URI,
    mainEntityOfPage=URI,
    mentions=listed(thing("Person", "Organization", "Place", "Thing")),
)


def faults(value: object, form: dict[str, Any]) -> list[str]:
    """What is wrong with a value, each fault on a line; none for one of the form."""
    validator = Draft202012Validator(form, format_checker=CHECKER)
    return [f"{error.json_path}: {error.message[:120]}" for error in validator.iter_errors(value)]
