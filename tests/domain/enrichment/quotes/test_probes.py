from tests.domain.enrichment.quotes.probes import faults, probes, quoted


def test_who_said_what_in_invented_texts() -> None:
    wrong = [fault for probe in probes() for fault in faults(probe)]
    wanted = sum(len(probe.wanted) for probe in probes())
    print(*wrong, sep="\n")
    assert len(wrong) <= 0.04 * wanted


def test_titles_and_terms_between_marks_are_no_quotes() -> None:
    silent = [probe.text for probe in probes() if not probe.wanted]
    assert len(silent) >= 7
    assert [quoted(text) for text in silent] == [()] * len(silent)
