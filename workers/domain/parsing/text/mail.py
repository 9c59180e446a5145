"""The head of an e-mail that was pasted with its text, and the signature at its end."""

import re
from dataclasses import dataclass
from typing import Final

from workers.domain.parsing.bylines import looks_like_name, names_of

_HEADER: Final = re.compile(
    r"(from|to|cc|bcc|subject|date|sent|reply-to|sender|message-id|return-path|received"
    r"|mime-version|content-type|content-transfer-encoding|list-id|importance|attachments"
    r"|von|an|betreff|datum|gesendet|de|para|asunto|assunto|fecha|data|enviado|à|objet|envoyé)"
    r"\s*:\s*(.*)",
    re.IGNORECASE,
)
_FROM: Final = ("from", "von", "de", "sender")
_SUBJECT: Final = ("subject", "betreff", "asunto", "assunto", "objet")
_DATE: Final = ("date", "sent", "datum", "gesendet", "fecha", "data", "enviado", "envoyé")
_PASSED_ON: Final = re.compile(
    r"^(?:(?:re|aw|wg|fwd?|tr|rv|enc|sv|vs)(?:\[\d+\])?\s*:\s*|\[[\w .-]{1,30}\]\s*)+",
    re.IGNORECASE,
)
_MOST_LINES: Final = 60
_SIGNATURE: Final = re.compile(r"\n-- ?\n")
_SIGNED_LINES: Final = 10
_WIDEST_SIGNED: Final = 120
_SENT_FROM: Final = re.compile(
    r"^(?:sent from (?:my|an?) [\w ]{2,30}|get outlook for \w+|von meinem [\w ]{2,30} gesendet"
    r"|envoyé de(?:puis)? mon [\w ]{2,30}|enviado desde mi [\w ]{2,30})\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MailHead:
    """What the lines above an e-mail's text say, and the text below them."""

    subject: str | None
    authors: tuple[str, ...]
    date: str | None
    head: str
    """The lines themselves."""
    rest: str


def read_mail_head(text: str) -> MailHead | None:
    """The head of a text that begins as an e-mail does; None for any other.

    It takes two lines of such a head, one of them with the subject or the sender.
    """
    lines = text.lstrip("\n").split("\n", _MOST_LINES)
    fields: dict[str, str] = {}
    last = ""
    count = 0
    for line in lines[:_MOST_LINES]:
        found = _HEADER.fullmatch(line.strip()) if not line[:1].isspace() else None
        if found is not None:
            last = found[1].lower()
            fields.setdefault(last, found[2].strip())
        elif line[:1] in (" ", "\t") and line.strip() and last:
            fields[last] = f"{fields[last]} {line.strip()}"
        else:
            break
        count += 1
    subject = next((fields[name] for name in _SUBJECT if fields.get(name)), None)
    sender = next((fields[name] for name in _FROM if fields.get(name)), None)
    if len(fields) < 2 or (subject is None and sender is None):
        return None
    names = names_of(sender) if sender is not None else ()
    return MailHead(
        subject=_PASSED_ON.sub("", subject).strip() or None if subject is not None else None,
        authors=tuple(name for name in names if looks_like_name(name)),
        date=next((fields[name] for name in _DATE if fields.get(name)), None),
        head="\n".join(lines[:count]),
        rest="\n".join(lines[count:]),
    )


def without_signature(text: str) -> tuple[str, str]:
    """The text above the `-- ` of mail programs, and what stood below; nothing without one."""
    tail = text[-1_500:]
    found = next(_SIGNATURE.finditer(tail), None)
    if found is None:
        return text, ""
    lines = tail[found.end() :].strip().split("\n")
    if len(lines) > _SIGNED_LINES or max(map(len, lines)) > _WIDEST_SIGNED:
        return text, ""
    return text[: len(text) - len(tail) + found.start()], "\n".join(lines)


def is_sent_from(line: str) -> bool:
    """Whether a line is the advertisement that a telephone signs with."""
    return len(line) <= 60 and _SENT_FROM.match(line) is not None
