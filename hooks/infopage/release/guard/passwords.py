"""Passwords: what stands behind a label such as “mật khẩu”, and what an address carries for its host."""

import re
from collections.abc import Iterable, Iterator

from infopage.files.segments import Row, Segment
from infopage.release.guard.spelling import normalised

_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]{1,20}://[^\s/:@\"'<>]{0,64}:(?P<word>[^\s/@\"'<>]{3,128})@[\w\[-]", re.IGNORECASE
)
"""An address with a user and a password (RFC 3986, 3.2.1)."""
_QUERY = re.compile(
    r"[?&](?:amp;)?(?:access_token|api_?key|client_secret|password|passwd|pwd|secret|auth_?token|sig)=(?P<word>[\w%.~+/=-]{6,})",
    re.IGNORECASE,
)
_BETWEEN = (
    r"(?:\s+(?:\w+(?:-\w+)?|\([^()]{1,30}\))){0,5}?[\s.…_]*"
    r"(?:(?:=>|->|(?<=\s)[-–—](?=\s)|[;:=→]|(?<=\s)là(?=\s))+|(?=[“])|[\"'],\s*(?=[\"']))\s*"
)
"""What may stand between a label and its password: what it is for, and a sign."""
_TOKEN = re.compile(r"[\"'“‘`*\s]{0,4}(?P<word>[^\s\"'“”‘’`<>|,;]{4,64})[\"'”’`*]{0,3}(?P<rest>.*)")
_FORMS = tuple(
    (sign, re.compile(form, re.IGNORECASE | re.MULTILINE))
    for sign, form in (
        ("authorization", r"\bauthorization\W{1,4}(?:basic|bearer)\s+(?P<word>[\w+/=.~-]{12,})"),
        ("machine", r"\bmachine\s+\S+\s+login\s+\S+\s+password\s+(?P<word>\S{4,})"),
        (":", r"(?<![\w.-])[\w.-]+\.[\w-]+:(?:\d{4,5}|\*):[\w*]+:[\w*]+:(?P<word>[^\s:/<]{4,64})(?=$|<)"),
        ("$", r"(?P<word>\$(?:apr1|1|2[aby]|5|6|y)\$[./\w$=,-]{20,})"),
        ("wifi:", r"\bWIFI:[^\n]{0,120}?P:(?P<word>[^;\s]{4,64})"),
        ("privatekey", r"\bPrivateKey\s*=\s*(?P<word>[A-Za-z0-9+/]{42,43}=)"),
        ('"kty"', r"\"kty\"[^{}]{0,400}?\"d\"\s*:\s*\"(?P<word>[\w-]{20,})\""),
        ('"auth"', r"\"auth\"\s*:\s*\"(?P<word>[A-Za-z0-9+/]{12,}={0,2})\""),
        ("curl", r"\bcurl\b[^\n]{0,200}?\s(?:-u|--user)[\s=]*[\"']?[^\s:\"']+:(?P<word>[^\s\"']{4,})"),
        ("sshpass", r"\bsshpass\s+-p\s*[\"']?(?P<word>[^\s\"']{4,})"),
        ("mysql", r"\bmysql(?:dump|admin)?\b[^\n]{0,120}?\s-p(?P<word>[^\s-][^\s]{3,})"),
        ("@", r"\b\w{2,30}/(?P<word>[^\s/@]{4,64})@(?:\d{1,3}\.){3}\d{1,3}"),
        ("</", r"<(?:\w{0,20}:)?(?:mat_?khau|password|passwd|pwd|secret|api_?key)>\s*(?P<word>[^\s<>]{4,64})\s*</"),
        ("=", r"\s(?:mat_?khau|password|passwd|pwd)=[\"'](?P<word>[^\s\"'<>]{4,64})[\"']"),
        ("q~", r"(?<!\w)(?P<word>[A-Za-z0-9]{3}\dQ~[\w.~-]{31})(?!\w)"),
        (
            "private",
            r"begin(?:[\W_]|&nbsp;){1,8}(?:[A-Z0-9]{1,12}(?:[\W_]|&nbsp;){1,8}){0,3}(?P<word>private(?:[\W_]|&nbsp;){1,8}key)",
        ),
    )
)
"""Passwords and keys as programs and their settings write them, each behind what all of its kind have."""
_STRONG = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[^\W\d_])(?=[^\s]*[@#$!%^&*+~])[^\s“”\"'`<>|,;()]{6,64}")
"""A word that is a password wherever it stands behind such a label."""
_WARNED = re.compile(r"(?:không|đừng|tránh|chớ|yếu|ví dụ|thí dụ|như|kiểu)(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
"""Words before a label that teach what a password should not be."""
_PLACEHOLDER = re.compile(
    r"[*•.…_xX-]+|[<\[{(%$].*|(?:your|my|the)[-_ ]?\w*|string|text|null|none|true|false|required|optional|undefined"
    r"|password|passwd|pass|matkhau|mat-?khau|secret|token|example|redacted|hidden|https?:.*",
    re.IGNORECASE,
)
_LONGEST_LABEL = 40


class Passwords:
    """Finds passwords behind the labels that data/bao-ve.yml names."""

    def __init__(self, labels: Iterable[str]) -> None:
        words = sorted(map(normalised, labels), key=len, reverse=True)
        either = "|".join(re.sub(r"\\ ", r"[\\s_.-]{0,2}", re.escape(word)) for word in words) or r"(?!)"
        self._label = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])", re.IGNORECASE)
        self._led = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])[\"']?{_BETWEEN}", re.IGNORECASE)
        self._beside = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})\s+({_STRONG.pattern})", re.IGNORECASE)

    def find(self, segments: Iterable[Segment], rows: Iterable[Row] = ()) -> Iterator[tuple[int, str]]:
        """Yield the line and part of each password behind its label: in a text, in the next cell, below a head."""
        last = ""
        for segment in segments:
            text = normalised(segment.text)
            if self.is_within(text) or (self._is_label(last) and _is_password(text.strip(), alone=True)):
                yield segment.line, segment.part
            last = text
        heads: dict[int, int] = {}
        for row in rows:
            cells = [normalised(cell).strip() for cell in row.cells]
            labelled = {at for at, cell in enumerate(cells) if self._is_label(cell)}
            below = [at for at, table in heads.items() if table == row.table and at < len(cells) and at not in labelled]
            beside = [at + 1 for at in labelled if at + 1 < len(cells)]
            if any(_is_password(cells[at], alone=True) for at in (*below, *beside)):
                yield row.line, row.part
            heads |= dict.fromkeys(labelled, row.table)

    def is_suspect(self, text: str) -> bool:
        """Tell whether a text has any label, seen or escaped: without one no password is behind it."""
        return self._label.search(normalised(text)) is not None

    def is_within(self, text: str) -> bool:
        """Tell whether a normalised text has a password behind its label."""
        beside = self._beside.search(text)
        if beside and not _WARNED.search(text[max(0, beside.start() - 40) : beside.start()]):
            return True
        for found in self._led.finditer(text):
            value = _TOKEN.match(text, found.end())
            if value is None or _WARNED.search(text[max(0, found.start() - 40) : found.start()]):
                continue
            if _is_password(value["word"].rstrip(".)]}"), alone=not value["rest"].strip(" .)]},;")):
                return True
        return False

    def _is_label(self, text: str) -> bool:
        """Tell whether a text is a label and little else."""
        if len(text) > _LONGEST_LABEL or not (found := self._label.search(text)):
            return False
        return not text[: found.start()].strip(" *-+•") and not any(sign.isdigit() for sign in text)


def address_lines(text: str) -> Iterator[int]:
    """Yield the lines of a text in which an address carries a password."""
    small = text.lower()
    for sign, pattern in (("://", _ADDRESS), ("=", _QUERY), *_FORMS):
        for found in pattern.finditer(text) if sign in small else ():
            if found["word"][0] == "$" or not _PLACEHOLDER.fullmatch(found["word"]):
                yield text.count("\n", 0, found.start()) + 1


def _is_password(word: str, *, alone: bool) -> bool:
    """Tell whether a word is none of a sentence: digits among letters, signs within, or ``alone`` after its label."""
    if not 4 <= len(word) <= 64 or any(sign.isspace() for sign in word) or _PLACEHOLDER.fullmatch(word):
        return False
    letters = sum(sign.isalpha() for sign in word)
    digits = sum(sign.isdigit() for sign in word)
    signs = len(word) - letters - digits
    if not word.isascii() and not (digits or signs):
        return False
    if letters and (digits or re.search(r"\w[@#$!%^&*+=~]", word)):
        return not re.fullmatch(r"\d{1,2}[^\W\d_]+|[^\W\d_]+-\d+|\d{1,2}[a-z]?[/.-]\d.*", word)
    if not letters:
        return digits >= 4 and signs <= 1 and alone
    return alone and word.isascii() and letters == len(word) >= 6 and (word.islower() or not word.istitle())
