"""Finds passwords after a label such as “mật khẩu” (password)."""

import re
from collections.abc import Iterable, Iterator

from infopage.files.segments import Row, Segment
from infopage.release.guard.key_forms import PLACEHOLDER
from infopage.release.guard.spelling import normalised, squeezed

_BETWEEN = (
    r"(?:\s+(?:\w+(?:-\w+)?|\([^()]{1,30}\))){0,5}?[\s.…_]*"
    r"(?:(?:=>|->|(?<=\s)[-–—](?=\s)|[;:=→]|(?<=\s)là(?=\s))+|(?=[“])|[\"'],\s*(?=[\"']))\s*"
)
"""The text that may stand between a label and its password: words on its purpose, and a sign such as a colon."""
_TOKEN = re.compile(r"[\"'“‘`*\s]{0,4}(?P<word>[^\s\"'“”‘’`<>|,;]{4,64})[\"'”’`*]{0,3}(?P<rest>.*)")
_STRONG = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[^\W\d_])(?=[^\s]*[@#$!%^&*+~])[^\s“”\"'`<>|,;()]{6,64}")
"""A word with letters, digits and signs.

After a label such as “mật khẩu” (password), it counts as a password even without a sign such as a colon between.
"""
_WARNED = re.compile(r"(?:không|đừng|tránh|chớ|yếu|ví dụ|thí dụ|như|kiểu)(?:\W+\w+){0,3}\W*$", re.IGNORECASE)
"""Words before a label in advice against weak passwords, so that no password is reported: “không đặt mật khẩu là …”."""
_LONGEST_LABEL = 40
_SHORT = 4
"""Labels of at most this many letters are searched as whole words only, because other words contain them."""


class Passwords:
    """Finds passwords after ``labels``, words such as “mật khẩu” that data/bao-ve.yml lists."""

    def __init__(self, labels: Iterable[str]) -> None:
        words = sorted(map(normalised, labels), key=len, reverse=True)
        self._signs = tuple(dict.fromkeys(squeezed(word) for word in words if len(word) > _SHORT))
        short = "|".join(re.escape(word) for word in words if len(word) <= _SHORT) or r"(?!)"
        self._short = re.compile(rf"(?<![^\W_])(?:{short})(?![^\W_])", re.IGNORECASE)
        either = "|".join(re.sub(r"\\ ", r"[\\s_.-]{0,2}", re.escape(word)) for word in words) or r"(?!)"
        self._label = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])", re.IGNORECASE)
        self._led = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})(?![^\W_])[\"']?{_BETWEEN}", re.IGNORECASE)
        self._beside = re.compile(rf"(?<![^\W_])(?<!\w-)(?:{either})\s+({_STRONG.pattern})", re.IGNORECASE)

    def find(self, segments: Iterable[Segment], rows: Iterable[Row] = ()) -> Iterator[tuple[int, str]]:
        """Yield the line and the part (page or archive member) of each password.

        ``segments`` are the lines of a file, ``rows`` the rows of its tables. A password follows its label in a text,
        is alone in the next line, or is in the cell next to the label or below it.
        """
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
        """Tell whether a text has any label. This quick test rules out texts without passwords."""
        plain = normalised(text)
        letters = squeezed(plain)
        return any(sign in letters for sign in self._signs) or self._short.search(plain) is not None

    def is_within(self, text: str) -> bool:
        """Tell whether a text has a password after its label, such as “Mật khẩu: …”."""
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
        """Tell whether a short text without digits begins with a label such as “Mật khẩu”: a password may follow it."""
        if len(text) > _LONGEST_LABEL or not (found := self._label.search(text)):
            return False
        is_name_of_more = text[found.end() : found.end() + 1] in ("_", "-")  # a longer name such as pass_filenames
        is_first = not text[: found.start()].strip(" *-+•")
        return is_first and not is_name_of_more and not any(sign.isdigit() for sign in text)


def _is_password(word: str, *, alone: bool) -> bool:
    """Tell whether a word looks like a password: it has digits among letters, or signs between other characters.

    ``alone`` means that no other word follows it. Then digits alone, or letters alone, may be a password too.
    """
    if not 4 <= len(word) <= 64 or any(sign.isspace() for sign in word) or PLACEHOLDER.fullmatch(word):
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
