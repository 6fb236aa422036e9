"""Keys, tokens and personal numbers: strings of a known shape."""

import re
from collections.abc import Iterator

from infopage.release.guard.passwords import address_lines
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised

_DIGITS = re.compile(r"[0-9](?:[ .()-]{0,3}[0-9]){6}")
_SOME_DIGITS = re.compile(r"\d(?:\D{0,5}\d){6}")
"""Seven digits in any writing, not far from each other: without them there is no number, and no need to look closer."""
_NUMBER_END = re.compile(r"\d[\d .-]*$")
_BRACKETS = re.compile(r"\((\+?\d{1,5})\)[ .-]?")
_SLASHES = re.compile(r"\\+/")
_DASHES = str.maketrans("‐‑‒–—−·•", "------..")
_OF_BODIES = re.compile(
    r"(?:thuế|MST|tài khoản|STK|mã số|mã hồ sơ|đường dây nóng|hotline|tổng đài)\W{0,4}(?:[:=]|là|số)?\s*$",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"\s{0,2}(?:đồng|đ\b|VND|USD|%|lượt|tấn|ha\b|m2|m²|km)")
"""What a number that is no person's is introduced by, and followed by."""


def secret_lines(text: str, patterns: Patterns) -> Iterator[int]:
    """Yield the lines of a text that hold a key or a token, whatever unseen signs stand in it."""
    plain = normalised(text) if not text.isascii() else text
    if "\\/" in plain:
        plain = _SLASHES.sub("/", plain)
    yield from address_lines(plain)
    for one in (text, plain) if plain != text else (text,):
        yield from _shaped_lines(one, patterns)


def _shaped_lines(text: str, patterns: Patterns) -> Iterator[int]:
    for shape in patterns.shapes_of("khoa-bi-mat"):
        if shape.start not in text:
            continue
        for found in shape.pattern.finditer(text):
            yield text.count("\n", 0, found.start()) + 1


def number_rules(text: str, patterns: Patterns) -> tuple[str, ...]:
    """Return the rules of the numbers in a line that look like a person's and are not the site's own."""
    if not _SOME_DIGITS.search(text):
        return ()
    text = _plain_number(normalised(text))
    if not _DIGITS.search(text):
        return ()
    told: dict[str, None] = {}
    for shape in patterns.shapes_of("so-giay-to", "so-ca-nhan"):
        if shape.rule not in told and any(
            _is_personal(one, patterns, shape.rule) for one in shape.pattern.finditer(text)
        ):
            told[shape.rule] = None
    return tuple(told)


def _plain_number(text: str) -> str:
    """Return a text with its numbers' brackets and long dashes as telephones are mostly written without."""
    return _BRACKETS.sub(r"\1 ", text).translate(_DASHES)


def _is_personal(found: re.Match[str], patterns: Patterns, rule: str) -> bool:
    before = found.string[max(0, found.start() - 40) : found.start()]
    if _OF_MONEY.match(found.string, found.end()) or _OF_BODIES.search(before):
        return False
    if rule == "so-giay-to" and len(set(_NUMBER_END.findall(found[0])[-1]) & set(" .-")) > 1:
        return False  # two numbers of a table
    return "".join(filter(str.isdigit, found[0])) not in patterns.own_numbers
