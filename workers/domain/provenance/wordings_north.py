"""Attributions in German, Dutch and the languages of the north: one row a language."""

from typing import Final

from workers.domain.provenance.wordings import GAP, PAPER, Wordings

NORTHERN: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="de",
        starts="er im is mi na pu ur ve wu zu üb",
        words=frozenset(
            (
                "zuerst ursprünglich zunächst erstmals zuvor original genehmigung übernommen"
                " nachdruck übersetzt übermittelt erschienen veröffentlicht originalartikel"
                " originalbeitrag originaltext originalfassung originalversion"
            ).split()
        ),
        texts=(
            r"(?:eine )?(?:fassung|version|übersetzung) dieses \w+"
            r"|(?:diese[rs]?|der|die|das|den) (?:\w+ )?\w*(?:artikel|beitrag|text|kommentar|essay"
            "|interview|bericht|post|kolumne|reportage|analyse|eintrag|recherche|meldung|inhalt"
            ")s?|artikel|beitrag|text|inhalt|interview|meldung|bericht|kommentar|reportage"
        ),
        says=(
            (
                "(?:ist |wurde )?(?:erschien(?:en)?|veröffentlicht|publiziert) (?:zuerst"
                rf"|ursprünglich|zunächst|erstmals|im original){GAP}"
                " (?:auf|in|bei|im|von|beim|unter|durch)(?: de[rmn])?"
            ),
            (
                "(?:ist |wurde |erschien )?(?:zuerst|ursprünglich|zunächst|erstmals|zuvor"
                "|im original)"
                r"(?: am [\d.]+(?: \w+)?(?: \d{4})?)?(?: auf \w+)?(?: erschienen| veröffentlicht"
                "| publiziert)?(?: am [\\d.]+(?: \\w+)?(?: \\d{4})?)?"
                " (?:auf|in|bei|im|von|beim|unter)(?: de[rmn])?"
            ),
            (
                "(?:wurde |ist )?(?:übernommen|nachdruck|übersetzt)"
                "(?: mit (?:freundlicher )?genehmigung)? (?:von|aus|des|der)(?: de[rmn])?"
            ),
            (
                "mit (?:freundlicher )?genehmigung (?:(?:übernommen|nachgedruckt|veröffentlicht"
                "|wiedergegeben|publiziert) )?(?:von|des|der|aus)"
            ),
            (
                r"(?:erschien(?:en)?|veröffentlicht) am [\d.]+(?: \w+)?(?: \d{4})?"
                " (?:zuerst|ursprünglich|zunächst|erstmals)"
                " (?:auf|in|bei|im|von|beim)(?: de[rmn])?"
            ),
            "übermittelt durch",
        ),
        around=(
            (
                r"^\W*original-content von:? [^\n]{2,90}, übermittelt durch"
                r" (?P<name>[^.,\n]{2,40})"
            ),
            (
                r"(?:wurde|ist|haben wir)(?: mit \w+ genehmigung)? (?:von|vom|aus)(?: de[rm])?"
                r" (?P<name>[^.,\n]{2,50}?) übernommen"
            ),
            (
                r"original(?:artikel|beitrag|text|fassung|version) (?:ist |wurde )?"
                r"(?:(?:erschien(?:en)?|veröffentlicht|publiziert) )?"
                r"(?:am [\d.]+(?: \w+)?(?: \d{4})? )?(?:auf|in|bei|im|beim|von)(?: de[rmn])?"
                r" (?P<name>[^.,\n]{2,50}?)(?= (?:erschienen|veröffentlicht|publiziert)|\W*$)"
            ),
            (
                r"^\W*(?:(?:dieser )?(?:artikel|beitrag|text) )?(?:erschienen|veröffentlicht)"
                rf"(?: am [\w. ]{{3,25}})? (?:in|im|bei|auf)(?: de[rm])?:? {PAPER}"
            ),
        ),
    ),
    Wordings(
        language="nl",
        words=frozenset(
            "eerder eerst oorspronkelijk eerste overgenomen vertaald toestemming verschenen"
            " gepubliceerd originele".split()
        ),
        texts=(
            "(?:dit|het|deze|de)(?: originele)? (?:artikel|bericht|stuk|verhaal|interview"
            "|column|blog|post|tekst|opiniestuk|reportage)|artikel|bericht|tekst|interview|column"
        ),
        says=(
            (
                "(?:verscheen|is|werd) (?:eerder|eerst|oorspronkelijk|als eerste|voor het eerst)"
                f"(?: verschenen| gepubliceerd)?{GAP} (?:op|in|bij|door)"
            ),
            "(?:eerder|eerst|oorspronkelijk) (?:verschenen|gepubliceerd) (?:op|in|bij|door)",
            "(?:overgenomen|vertaald) (?:van|uit|met toestemming van)",
            "(?<=originele )artikel (?:verscheen|is verschenen|staat|stond) (?:op|in|bij)",
            "lees het (?:originele|oorspronkelijke) artikel (?:op|bij|in)",
            "met (?:vriendelijke )?toestemming (?:(?:overgenomen|geplaatst) )?(?:van|uit)",
        ),
        around=(
            (
                rf"^\W*(?:(?:dit )?artikel )?(?:verschenen|gepubliceerd)(?: op \d[\w ]{{3,25}})?"
                rf" (?:in|op|bij)(?: (?:de|het)(?= [a-z]))?:? {PAPER}"
            ),
        ),
    ),
    Wordings(
        language="sv",
        words=frozenset("först ursprungligen tidigare".split()),
        texts="(?:denna|den här) (?:artikel|text|krönika|intervju)n?|artikeln|inlägget|texten",
        says=(
            "dök först upp (?:på|i|hos)",
            (
                "(?:publicerades|dök upp|har publicerats|är|stod|var) (?:först|ursprungligen)"
                f"(?: publicerad)?{GAP} (?:på|i|av|hos)"
            ),
            "(?:har )?(?:först|ursprungligen|tidigare) publicer\\w+ (?:på|i|av|hos)",
        ),
    ),
    Wordings(
        language="no",
        words=frozenset("først opprinnelig tidligere".split()),
        texts=(
            "(?:denne|dette) (?:artikkelen|innlegget|saken|teksten|kronikken|kommentaren)"
            "|artikkelen|innlegget|saken|teksten|kronikken"
        ),
        says=(
            (
                "(?:ble|er|var|sto) (?:først|opprinnelig) (?:publisert|trykket|på trykk)"
                " (?:på|i|av|hos)"
            ),
            "dukket først opp (?:på|i|hos)",
            "har tidligere (?:vært|stått) (?:publisert|trykket|på trykk) (?:på|i|av|hos)",
            "(?:ble |er )?(?:publisert|dukket opp|sto) (?:først|opprinnelig) (?:på|i|av|hos)",
        ),
    ),
    Wordings(
        language="da",
        words=frozenset("først oprindelig oprindeligt tidligere".split()),
        texts="(?:denne|dette) (?:artikel|indlæg|tekst|historie)|artiklen|indlægget|teksten",
        says=(
            "dukkede først op (?:på|i|hos)",
            "har tidligere været (?:bragt|trykt|udgivet|offentliggjort) (?:på|i|af|hos)",
            (
                "(?:blev|er|udkom|har været) (?:først|oprindeligt?)"
                "(?: udgivet| bragt| offentliggjort| publiceret| trykt)? (?:på|i|af|hos)"
            ),
            "(?:udgivet|bragt|offentliggjort|dukkede op) (?:først|oprindeligt) (?:på|i|af|hos)",
        ),
    ),
    Wordings(
        language="fi",
        words=frozenset("alun ensimmäisen ensin".split()),
        texts="tämä (?:artikkeli|kirjoitus|juttu)|artikkeli|kirjoitus|juttu",
        says=(
            ("(?:on )?(?:julkaistu|ilmestyi|julkaistiin) (?:alun perin|ensimmäisen kerran|ensin)"),
            "(?:alun perin|ensin) (?:julkaistu|ilmestynyt)",
        ),
        around=(
            r"(?:alun perin|ensin) (?P<name>[^.\n]{2,40}?)(?:-lehdessä|-sivustolla|:ssa|:ssä)",
        ),
    ),
)
