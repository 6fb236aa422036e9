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
_BETWEEN = r"(?:\s+(?:[^\W\d_]+|\([^()]{1,30}\))){0,5}?\s*(?:[:=→]|(?<=\s)là(?=\s))+\s*"
"""What may stand between a label and its password: what it is for, and a sign."""
_TOKEN = re.compile(r"[\"'“‘`*\s]{0,4}(?P<word>[^\s\"'“”‘’`<>|,;]{4,64})[\"'”’`*]{0,3}(?P<rest>.*)")
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
        either = "|".join(re.sub(r"\\ ", r"[\\s_-]{1,2}", re.escape(word)) for word in words) or r"(?!)"
        self._label = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])", re.IGNORECASE)
        self._led = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])[\"']?{_BETWEEN}", re.IGNORECASE)

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
    for pattern in (_ADDRESS, _QUERY):
        for found in pattern.finditer(text):
            if not _PLACEHOLDER.fullmatch(found["word"]):
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
        return not re.fullmatch(r"\d+[^\W\d_]+|[^\W\d_]+-\d+|\d{1,2}[a-z]?[/.-]\d.*", word)
    if not letters:
        return digits >= 4 and signs <= 1 and alone
    return alone and word.isascii() and letters == len(word) >= 6 and (word.islower() or not word.istitle())
