import pytest

from schemas.enriched_article import DetectedLanguage
from workers.domain.enrichment.analysed_text import analyse
from workers.domain.enrichment.entities.find import as_messages, find_entities


def found(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Kind and aliases by name."""
    return {entity.name: (entity.kind, entity.aliases) for entity in find_entities(analyse(text))}


def kinds(text: str) -> dict[str, str]:
    return {name: kind for name, (kind, _) in found(text).items()}


def test_a_person_is_one_whether_by_the_full_name_or_a_part_of_it() -> None:
    text = (
        "President Xi Jinping met Ursula von der Leyen. Mr Xi smiled. Von der Leyen did not."
        " Odile Rice, a writer, watched. Rice laughed."
    )
    assert found(text) == {
        "Xi Jinping": ("person", ("Xi",)),
        "Ursula von der Leyen": ("person", ("Von der Leyen",)),
        "Odile Rice": ("person", ("Rice",)),
    }


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "The Shanghai Cooperation Organisation (SCO) met. The SCO agreed.",
            "Shanghai Cooperation Organisation",
            ("SCO",),
        ),
        (
            "Rebels of the Larnish Liberation Army, or LLA, fled. The LLA is done.",
            "Larnish Liberation Army",
            ("LLA",),
        ),
        (
            "The Harbour Workers Union struck on Friday. HWU members stayed away.",
            "Harbour Workers Union",
            ("HWU",),
        ),
        (
            "Veltrix Holdings Inc fell. Shares in Veltrix rose.",
            "Veltrix Holdings Inc",
            ("Veltrix",),
        ),
        ("The United States spoke. The U.S. denied it.", "United States", ("U.S.",)),
    ],
)
def test_a_short_form_leads_to_the_full_name(
    text: str, name: str, aliases: tuple[str, ...]
) -> None:
    assert found(text)[name][1] == aliases


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They left the village of Ardvarn at noon.", "Ardvarn", "place"),
        ("It was seen by the river Solm, people said.", "Solm", "place"),
        ("Shares of the drugmaker Brennix rose.", "Brennix", "organization"),
        ("Kestrall, a charity in the north, was told.", "Kestrall", "organization"),
        ("Analysts at Ormond Tarle were less sure.", "Ormond Tarle", "organization"),
        ("It was the lawyer Brennan Tarle.", "Brennan Tarle", "person"),
        ("Nobody saw the ferry Corvina leave.", "Corvina", "other"),
        ("LARNHOLM, Dec 3 (Reuters) - Nobody came.", "LARNHOLM", "place"),
        ("The Odra Museum of Fishing was shut.", "Odra Museum of Fishing", "organization"),
        ("Its author is Rep. Tam Ode, D-Ohio, of late.", "Tam Ode", "person"),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday was Monday. Nothing happened in March.",
        "He is CEO of nothing, with a PhD and a TV.",
        "The British and the French disagreed.",
        "1. Take 2. Give",
        "",
    ],
)
def test_a_capital_alone_makes_no_name(text: str) -> None:
    assert found(text) == {}


def test_a_headline_names_what_the_text_names() -> None:
    text = (
        "ODILE VALE LEAVES LARN HARBOUR TRUST\n\nOdile Vale left the Larn Harbour Trust on Friday."
    )
    entities = find_entities(analyse(text))
    assert {entity.name: len(entity.mentions) for entity in entities} == {
        "Odile Vale": 2,
        "Larn Harbour Trust": 2,
    }


def test_every_mention_is_a_span_with_its_words() -> None:
    text = analyse("🐟 Mr. Ode Vale of Oslo. Vale slept in Oslo.")
    (person, place) = as_messages(text, find_entities(text))
    assert [span.text for span in person.mentions] == ["Ode Vale", "Vale"]
    assert [span.text for span in place.mentions] == ["Oslo", "Oslo"]
    for span in (*person.mentions, *place.mentions):
        assert text.text[span.start_char : span.end_char] == span.text


def test_other_languages_give_what_the_lists_know() -> None:
    french = DetectedLanguage(code="fr", script="Latn", confidence=0.99)
    text = analyse("Le Sénat a reçu Pierre Martin hier à Paris. La Ministre est partie.")
    names = {entity.name: entity.kind for entity in find_entities(text, french)}
    assert names == {"Pierre Martin": "person", "Paris": "place"}


def test_a_script_without_lists_gives_nothing() -> None:
    russian = DetectedLanguage(code="ru", script="Cyrl", confidence=0.99)
    assert find_entities(analyse("Владимир приехал в Москву."), russian) == ()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She met former Secretary of State Odile Martin there.", "Odile Martin", "person"),
        ("The President of Entertainment Craig Erich told us.", "Craig Erich", "person"),
        ("It was a slap in the face to Will Smith.", "Will Smith", "person"),
        ("She was with former Maryland Gov. Martin Dane.", "Maryland", "place"),
        ("She works at Lauth Investigations.", "Lauth Investigations", "organization"),
        ("The boat ran aground off Barra on Sunday.", "Barra", "place"),
        ("She flew to Vegas on Sunday.", "Vegas", "place"),
        ("She told BBC Alba so.", "BBC Alba", "organization"),
        (
            "The Court of Arbitration for Sport met.",
            "Court of Arbitration for Sport",
            "organization",
        ),
        ("He wrote for Diário do Porto.", "Diário do Porto", "organization"),
        ("The Aral Sea has lost its water.", "Aral Sea", "place"),
    ],
)
def test_names_that_readers_missed_are_found(text: str, name: str, kind: str) -> None:
    assert kinds(text)[name] == kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gingivitis is an active disease.", "Gingivitis"),
        ("They spoke of Marxism all night.", "Marxism"),
        ("Odile Vale, Jr. spoke.", "Jr."),
    ],
)
def test_words_with_a_capital_that_name_nobody_are_no_names(text: str, name: str) -> None:
    assert name not in kinds(text)
