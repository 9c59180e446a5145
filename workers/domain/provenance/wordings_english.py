"""Attributions in English: one row, for it has more of them than any other language."""

from typing import Final

from workers.domain.provenance.wordings import GAP, PAPER, Wordings

_EN_FIRST: Final = "(?:first|originally|initially|previously)"
_EN_VERB: Final = (
    "(?:published|posted|appeared|printed|ran|run|written|produced|reported|released|featured"
    "|aired|carried|issued|shared|distributed|broadcast)"
)
_EN_AT: Final = "(?:over at|on|in|at|by|with|for|via|to|here(?=:))"
_EN_AGAIN: Final = (
    "(?:re-?published|re-?printed|reproduced|cross-?posted|re-?posted|re-?run|syndicated"
    "|excerpted|adapted|translated|culled)"
)
_EN_LEAVE: Final = (
    r"(?:,? (?:with|by) (?:the )?(?:\w+ ){0,2}permission|,? under (?:an? |the )?[\w .-]{0,50}?"
    r"(?:licen[cs]e|agreement|commons)(?: licen[cs]e)?|,? (?:through|as part of) [\w ’'-]{0,60}?"
    r"|,? courtesy|,? in (?:full|part))"
)
_EN_NOUN: Final = (
    "(?:article|story|stories|post|piece|column|essay|report|op-?ed|interview|commentary|feature"
    "|editorial|text|dispatch|content|review|analysis|investigation|entry|excerpt|transcript"
    "|blog(?: post)?|opinion(?: piece)?|reporting|podcast|material|project|item|recipe)"
)

ENGLISH: Final[tuple[Wordings, ...]] = (
    Wordings(
        language="en",
        starts=(
            "ad ai al ap ar be br ca co cr cu di es ex fe fi ge ha in is or pi po pr pu ra re ru se"
            " sh st sy ta tr us ve vi wa we wr"
        ),
        words=frozenset(
            (
                "first originally initially previously permission courtesy syndicated republished"
                " re-published reprinted re-printed reproduced crossposted cross-posted reposted"
                " re-posted culled provided produced supplied distributed excerpted adapted"
                " translated"
                " original partners partnership version full"
            ).split()
        ),
        texts=(
            r"you (?:can|may)|except for the (?:headline|title),? this story"
            r"|(?:an? )?(?:[\w-]+ )?(?:version"
            r"|part|portion)s? of (?:this|the) (?:[\w-]+ )?"
            rf"{_EN_NOUN}|(?:this|these|the following|our) (?:[\w’'-]+ ){{0,3}}?{_EN_NOUN}"
            r"|the (?:article|post|story|piece|essay|column|interview|original|above)"
            rf"|{_EN_NOUN}(?=\W*$)"
            rf"|{_EN_NOUN}(?= (?:by|{_EN_FIRST}|and|courtesy|provided|{_EN_AGAIN}))"
        ),
        says=(
            (
                rf"(?:(?:is|was) )?{_EN_AGAIN} from an? (?:\w+ )?{_EN_NOUN}(?: that| which)?"
                rf"(?: was| {_EN_FIRST}){{0,2}} (?:published|posted|appeared|ran|printed)"
                " (?:in|on|at|by)"
            ),
            (
                rf"(?:(?:was|were|is|has been|had been|have been) )?(?:also )?{_EN_FIRST}"
                rf" (?:been )?{_EN_VERB}{GAP} {_EN_AT}"
            ),
            rf"(?:was |were )?{_EN_VERB} {_EN_FIRST}(?: \w+)? (?:on|in|at|by|with|for|via)",
            (
                rf"(?:(?:has been|was|were|is|are|being) )?{_EN_AGAIN}(?: here)?{_EN_LEAVE}{{0,2}}"
                "(?: (?:from|of|courtesy of)| the [a-z]+ of)"
            ),
            (
                "(?<=original )(?:article|story|version|post|piece|report|essay)"
                f" (?:was |is |has been )?(?:{_EN_FIRST} )?(?:published|posted|appeared)"
                " (?:in|on|at|by)"
            ),
            (
                rf"(?:(?:is|was|are|were|has been) )?{_EN_AGAIN}(?: here)? (?:under|through|via"
                r"|as part of|thanks to) (?:an? |the |our |its )?(?:[\w-]+ ){0,4}?(?:agreement"
                r"|partnership|arrangement|collaboration|deal) with"
            ),
            (
                rf"(?:is |was |are )?(?:shared|used|published|posted|printed|reproduced)"
                rf"(?: here)?{_EN_LEAVE}"
                " (?:from|of|by|with)"
            ),
            (
                "(?:comes?|came|appears?|is|was)(?: here| to (?:you|us))? (?:courtesy of|by"
                " permission of|with (?:the )?permission of|provided by|produced by|supplied by"
                "|distributed by|via a partnership with|from our partners? at)"
            ),
            (
                r"(?:published|generated|taken) from an? (?:\w+ )?(?:syndicated|agency|wire)[\w ]*"
                " (?:of|from|by)"
            ),
            (
                "(?:read|see|view) the (?:(?:full )?original (?:article|story|post|report|version)"
                "|full (?:story|article|post|piece))(?: here)? (?:on|at|in|from)"
            ),
        ),
        around=(
            (
                rf"(?:version|part|excerpt) of (?:this|the) {_EN_NOUN} (?:was |has |is )?(?:been )?"
                rf"{_EN_VERB}{GAP} {_EN_AT} (?P<name>[A-Z][^.\n]{{1,60}})"
            ),
            (
                rf"^\W*(?:this |the )?{_EN_NOUN},? (?:is |comes )?courtesy of (?:the )?"
                r"(?P<name>[A-Z][^.,\n]{1,60})"
            ),
            (
                r"^\W*distributed by (?:the )?(?P<name>[A-Z][^.,\n]{1,50}?)"
                r" on behalf of (?:the )?[A-Z]"
            ),
            (
                r"^\W*(?:this |the )?(?:press|news|media) release (?:was |is )?(?:first )?"
                r"(?:distributed|published|issued|provided|released) (?:by|via|through|on|over) "
                + PAPER
            ),
            (
                rf"^\W*this {_EN_NOUN} by (?:the )?(?P<paper>[A-Z][^.,;\n]{{1,50}}?) was"
                " (?:first|originally) published"
            ),
            r"^\W*view source version on (?P<name>[\w.-]+\.com)",
            r"^\W*published (?:with|by) (?:the )?(?:\w+ )?permission of (?P<name>[^.\n]{2,60})",
            (
                r"^\W*original(?:ly)? (?:article|post|story|source|publication|link)\s*:\s*"
                r"(?P<name>[^.\n]{2,60}(?:\.[a-z]{2,3}\b)?)"
            ),
        ),
    ),
)
