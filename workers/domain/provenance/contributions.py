"""Lines that thank another publisher for material: it is cited, and had not the text first."""

import re
from typing import Final

_CONTRIBUTION: Final = re.compile(
    r"contribut(?:ed|ing|ions?)\b.{0,40}(?:report|story|article|piece|this)"
    r"|(?:contributed|reporting) (?:to|from|by)"
    r"|(?:with|using|additional|including|includes?) (?:\w+ ){0,3}(?:inputs?|information|reporting"
    r"|files?|materials?|contributions?|reports?|wires?|agenc\w+)(?: \w+)? (?:from|by|of)"
    r"|(?:information|materials?|files?|inputs?) (?:from|by)\b.{0,80}(?:used|included|contributed)"
    r"|\bwith (?:AP|AFP|Reuters|wires?|agenc\w+)\b|was used in this|compiled from|combined from"
    r"|con (?:informaci[oó]n|datos|aportes?|material|reportes?|contenido) del?"
    r"|^\W*(?:la rédaction )?avec (?:l[’']|les? )?(?:AFP|Reuters|AP\b|agences?|[A-Z]{2,6}\b)"
    r"|^(?:[\w’'.-]+ ){1,4}\(?(?:avec|con|com|mit|met|with) (?:l[’']|les? )?"
    r"(?:AFP|Reuters|Lusa|agences?|[A-Z]{2,6})\W*$|rédaction (?:avec|et) "
    r"|mit (?:material|informationen|inhalten|agenturmaterial|text|dpa|afp|reuters|agentur)"
    r"|unter verwendung von|(?<!\w)red[./]\s?(?:dpa|afp|reuters|apa|sda)"
    r"|com (?:informações|dados|agências?|conteúdo|material)"
    r"|con (?:fonti|informazioni|materiale)|dengan (?:bahan|laporan|informasi)|diolah dari"
    r"|(?:по|с использованием) материал\w*|за матеріалами"
    r"|met (?:informatie|medewerking|dank|berichten) (?:van|aan)|opracowanie|\boprac\.|na podstawie"
    r"|z wykorzystaniem|cu (?:informa[țţt]ii|contribu[țţt]ia)|综合|綜合|इनपुट|tổng hợp"
    r"|med (?:material|bidrag|stof) (?:från|fra)|katkı|بالاتفاق|مع وكالات|بمساهمة"
    r"|\+ ?(?:وكالات|agenc\w+|agentur\w*)|\([\w-]{2,12}/(?:red|nd|redaktion|redacci[oó]n)\b"
    r"|\((?:red|nd|redaktion)[./]",
    re.IGNORECASE,
)


def speaks_of_contribution(line: str) -> bool:
    """Whether a line thanks somebody for material: `With inputs from`, `mit Material von`."""
    return _CONTRIBUTION.search(line) is not None
