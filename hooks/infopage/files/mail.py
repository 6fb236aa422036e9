"""Extracts the files in an e-mail message or an MHTML web page (RFC 5322, RFC 2045, RFC 2557)."""

import email
import re
from collections.abc import Iterator
from email.header import decode_header, make_header

_MOST_PARTS = 500
_HEAD = re.compile(rb"(?:From [^\r\n]*\r?\n)?(?:[A-Za-z][A-Za-z0-9-]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n")
_SIGN = re.compile(rb"^(?:MIME-Version|Content-Type|Received|Message-ID)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "text/xml": ".xml", "text/calendar": ".ics", "text/css": ".css"}


def is_mail(data: bytes) -> bool:
    """Tell whether a file begins with the header of a message, with at least one field typical of e-mail."""
    head = _HEAD.match(data[:65536])
    return head is not None and bool(_SIGN.search(head[0]))


def mail_parts(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, content) for the header of a message, then for each of its parts, decoded.

    Text is converted to UTF-8. A part without a name gets a numbered one whose extension shows the part's type.
    """
    message = email.message_from_bytes(data)
    raw = (str(value) for one in message.walk() for _, value in one.raw_items())
    told = (_said(_text(value.encode("utf-8", "surrogateescape"), "utf-8")) for value in raw)
    yield "tiêu đề thư.txt", "\n".join(told).encode("utf-8", "replace")
    for number, part in enumerate(message.walk(), 1):
        if part.is_multipart() or number > _MOST_PARTS:
            continue
        content = part.get_payload(decode=True)
        content = content if isinstance(content, bytes) else str(part.get_payload()).encode("utf-8", "replace")
        kind = part.get_content_type()
        if kind.startswith("text/"):
            content = _text(content, part.get_content_charset("utf-8")).encode("utf-8", "replace")
        name = _said(part.get_filename() or "") or f"phần {number}{_ENDINGS.get(kind, '')}"
        yield name.replace("/", "_"), content


def _text(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset, "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def _said(value: str) -> str:
    """Return a header's value with its encoded words decoded (RFC 2047)."""
    try:
        return str(make_header(decode_header(value)))
    except (ValueError, LookupError):
        return value
