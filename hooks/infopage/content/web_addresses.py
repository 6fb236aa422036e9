"""Checks web addresses as people type them, and completes incomplete ones where it is clear what was meant."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"[^\W_](?:[\w-]*\w)?(?:\.[^\W_](?:[\w-]*\w)?)+\.?|localhost|\[[0-9a-fA-F:.]+\]")
_ENDINGS = "vn|com|net|org|gov|edu|info|int|biz|io|tv|asia|app|example|cn|eu|jp|kr|la|kh|ru|sg|th|uk|us|fr"
_SITE = re.compile(rf"(?:www\.[\w.-]+|(?:[\w-]+\.)+(?:{_ENDINGS}))(?=[/:?#]|$)", re.IGNORECASE)
_MAIL = re.compile(r"(?:(?:e?mail|mailto|thư)\s*[:;]?\s*/{0,2})?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)", re.IGNORECASE)
_TELEPHONE = re.compile(r"\+?[0-9][0-9 .()-]{7,14}")
_SLIP = re.compile(r"(?:[hgj]*t+p+(s?)|https?(s?))[\s:;.,：]*[/\\]*\s*", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Tell whether a text is a complete web address: http or https, a host name with a dot, no white space."""
    try:
        parts = urlsplit(text)
        # Reading ``port`` raises ValueError if it is not a number or too large.
        known = parts.scheme in ("http", "https") and parts.port != 0
    except ValueError:
        return False
    return known and _HOST.fullmatch(parts.hostname or "") is not None and not re.search(r"\s", text)


def meant(written: str) -> str:
    """Return the complete form of an incomplete web address; '' if it is complete, or unclear what was meant.

    >>> meant("www.daklak.gov.vn"), meant("https:/daklak.gov.vn/tin"), meant("toasoan@daklak.gov.vn")
    ('https://www.daklak.gov.vn', 'https://daklak.gov.vn/tin', 'mailto:toasoan@daklak.gov.vn')
    """
    text = written.strip()
    if found := _MAIL.fullmatch(text):
        return f"mailto:{found[1]}" if text != f"mailto:{found[1]}" else ""
    if _TELEPHONE.fullmatch(text):
        return "tel:" + re.sub(r"[^+0-9]", "", text)
    if is_web_address(text):
        return ""
    rest, secure = text, True
    while slip := _SLIP.match(rest):
        rest, secure = rest[slip.end() :], secure and bool(slip[1] or slip[2] or slip[0].lower().startswith("https"))
    rest = rest.lstrip("/\\").replace("\\", "/")
    if not _SITE.match(rest):
        return ""
    name, slash, path = rest.partition("/")
    path = re.sub(r"\s", "%20", re.sub(r"\s*\n\s*", "", path))
    whole = f"http{'s' if secure else ''}://{''.join(name.split())}{slash}{path}"
    return whole if is_web_address(whole) else ""
