"""Finds passwords and secret keys in addresses, commands and settings by their form, not by a label."""

import re
from collections.abc import Iterator

PLACEHOLDER = re.compile(
    r"[*•.…_xX-]+|[<\[{(%$].*|(?:your|my|the)[-_ ]?\w*|string|text|null|none|true|false|required|optional|undefined"
    r"|password|passwd|pass|matkhau|mat-?khau|secret|token|example|redacted|hidden|https?:.*",
    re.IGNORECASE,
)
"""A placeholder for a password in an example or a form. It is no password, so it is not reported."""

_FORMS = tuple(
    (signs, re.compile(form, re.IGNORECASE | re.MULTILINE))
    for signs, form in (
        # The password in an address with a user and a password (RFC 3986, 3.2.1), then the secret key in the query of
        # an address.
        (("://",), r"://[^\s/:@\"'<>]{0,64}:(?P<word>[^\s/@\"'<>]{3,128})@[\w\[-]"),
        (
            ("=",),
            r"[?&](?:amp;)?(?:access_token|api_?key|client_secret|password|passwd|pwd|secret|auth_?token|sig)="
            r"(?P<word>[\w%.~+/=-]{6,})",
        ),
        (("authorization",), r"\bauthorization\W{1,4}(?:basic|bearer)\s+(?P<word>[\w+/=.~-]{12,})"),
        (("machine",), r"\bmachine\s+\S+\s+login\s+\S+\s+password\s+(?P<word>\S{4,})"),
        ((":",), r":(?:\d{4,5}|\*):[\w*]+:[\w*]+:(?P<word>[^\s:/<]{4,64})(?=$|<)"),
        (("$",), r"(?P<word>\$(?:apr1|1|2[aby]|5|6|y)\$[./\w$=,-]{20,})"),
        (("wifi:",), r"\bWIFI:[^\n]{0,120}?P:(?P<word>[^;\s]{4,64})"),
        (("privatekey",), r"\bPrivateKey\s*=\s*(?P<word>[A-Za-z0-9+/]{42,43}=)"),
        (('"kty"',), r"\"kty\"[^{}]{0,400}?\"d\"\s*:\s*\"(?P<word>[\w-]{20,})\""),
        (('"auth"',), r"\"auth\"\s*:\s*\"(?P<word>[A-Za-z0-9+/]{12,}={0,2})\""),
        (("curl",), r"\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[\s=]*[\"']?[^\s:\"']+:(?P<word>[^\s\"']{4,})"),
        (("sshpass",), r"\bsshpass\s+-p\s*[\"']?(?P<word>[^\s\"']{4,})"),
        (("mysql",), r"\bmysql(?:dump|admin)?\b[^\n]{0,120}?\s-p(?P<word>[^\s-][^\s]{3,})"),
        (("@1", "@2", "@3"), r"(?<=\w/)(?P<word>[^\s/@]{4,64})@\d{1,3}(?:\.\d{1,3}){3}"),
        (
            ("khau>", "password>", "passwd>", "pwd>", "secret>", "key>"),
            r"<(?:\w{0,20}:)?(?:mat_?khau|password|passwd|pwd|secret|api_?key)>\s*(?P<word>[^\s<>]{4,64})\s*</",
        ),
        (
            ("khau=", "password=", "passwd=", "pwd="),
            r"\s(?:mat_?khau|password|passwd|pwd)=[\"'](?P<word>[^\s\"'<>]{4,64})[\"']",
        ),
        (("q~",), r"(?<!\w)(?P<word>[A-Za-z0-9]{3}\dQ~[\w.~-]{31})(?!\w)"),
        (
            ("private",),
            r"begin(?:[\s_-]|&nbsp;){1,8}(?:[A-Z0-9]{1,12}(?:[\s_-]|&nbsp;){1,8}){0,3}"
            r"(?P<word>private(?:[\s_-]|&nbsp;){1,8}key)",
        ),
    )
)
"""Patterns, each with lower-case substrings for a quick test: every match contains one of them."""


def key_lines(text: str) -> Iterator[int]:
    """Yield the number of each line with a password or secret key in an address, a command or a setting."""
    small = text.lower()
    for signs, pattern in _FORMS:
        if any(sign in small for sign in signs):
            for found in pattern.finditer(text):
                if found["word"][0] == "$" or not PLACEHOLDER.fullmatch(found["word"]):
                    yield text.count("\n", 0, found.start()) + 1
