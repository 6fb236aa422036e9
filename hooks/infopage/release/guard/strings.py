"""Finds secret keys, tokens and personal numbers (telephone, identity card) by their shape."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from infopage.release.guard.key_forms import key_lines
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.spelling import normalised

_DIGITS = re.compile(r"[0-9](?:[ .()-]{0,3}[0-9]){6}")
_SOME_DIGITS = re.compile(r"\d(?:\D{0,5}\d){6}")
"""Seven digits of any script, close to each other: a quick test. A text without them has no personal number."""
_SPOKEN = "không một hai ba bốn năm sáu bảy tám chín".split()
_READ_OUT = re.compile(rf"\bkhông\s+(?:(?:{'|'.join(_SPOKEN)})\s+){{8}}(?:{'|'.join(_SPOKEN)})\b", re.IGNORECASE)
_OTHER_DIGITS = re.compile(r"[⁰¹²³⁴-⁹₀-₉①-⑨⓪]|không\s|chín\s", re.IGNORECASE)
"""A quick test whether a text without plain digits may have a personal number: in Unicode digits such as ``①``, or in
words. Numbers in words are searched for only if “không” (zero) or “chín” (nine) occurs.
"""
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_MAYBE_MOBILE = re.compile(r"84|[0oO][35789]|0\d\d/")
_WRITTEN = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (r"(?:wa\.me/|number=%2b|phone=)\+?84(?=\d{9}(?!\d))", " +84"),
        (r"(?:zalo\.me|wa\.me)/(?=0\d{9}(?!\d))", " "),
        (r"(?<![\d.,+])(?:\+ ?|00 )84(?=\D?[35789])", "+84"),
        (r"(?<![\d.,+-])84-(?=[35789]\d{1,2}-)", "+84-"),
        (r"(?<!\w)o(?=[35789]\d{2}[ .-]?\d{3}[ .-]?\d{3}(?!\d))", "0"),
        (r"(?<!\d)(?<!\d[.,/_-])(0[35789]\d\d?)(\s*[/_,:*'’~|.-]\s*|\s{2,3})(\d{3,4})\2(\d{3,4})(?!\d)", r"\1 \3 \4"),
        (r"(?<!\d)(0[35789]\d\d[ .]?\d{3}[ .]?\d{3})\s?[/-]\s?(?=0[35789]\d)", r"\1 ; "),
        (r"(?<!\d)(0\d\d)/([0-3]\d\d)/(\d{6})(?!\d)", r"\1-\2-\3"),
    )
)
"""Unusual ways to write a telephone number, each with a replacement in the usual form."""
_NUMBER_END = re.compile(r"\d[\d .-]*$")
_BRACKETS = re.compile(r"\((\+?\d{1,5})\)[ .-]?")
_SLASHES = re.compile(r"\\+/")
_DASHES = str.maketrans("‐‑‒–—−·•", "------..")
_OF_BODIES = re.compile(
    r"(?:thuế|MST|tài khoản|STK|mã số|mã hồ sơ|đường dây nóng|hotline|tổng đài)\W{0,4}(?:[:=]|là|số)?\s*$",
    re.IGNORECASE,
)
_OF_MONEY = re.compile(r"\s{0,2}(?:đồng|đ\b|VND|USD|%|lượt|tấn|ha\b|m2|m²|km)")
"""Words before (``_OF_BODIES``) and after (``_OF_MONEY``) a number that show that it is not personal."""


def secret_lines(text: str, patterns: Patterns) -> Iterator[int]:
    """Yield the number of each line with a secret key or token, even if invisible characters interrupt it.

    Keys and tokens are recognised by the ``patterns`` and by the forms in key_forms.py.
    """
    plain = normalised(text) if not text.isascii() else text
    if "\\/" in plain:
        plain = _SLASHES.sub("/", plain)
    if "&" in plain:
        plain = unescape(plain)
    yield from key_lines(plain)
    for shape in patterns.of_keys:
        for found in shape.pattern.finditer(plain) if shape.part in plain else ():
            yield plain.count("\n", 0, found.start()) + 1


def number_rules(text: str, patterns: Patterns) -> tuple[str, ...]:
    """Return the slugs of the rules that personal numbers in a line break.

    ``patterns`` has the shapes of such numbers, and the site's own telephone numbers, which are allowed.
    """
    if not _SOME_DIGITS.search(text):
        if text.isascii() or not _OTHER_DIGITS.search(text):
            return ()
        text = _with_digits(normalised(text))
    text = _plain_number(normalised(text))
    if not _DIGITS.search(text):
        return ()
    told: dict[str, None] = {}
    for shape in patterns.of_numbers:
        if shape.rule not in told and any(
            _is_personal(one, patterns, shape.rule) for one in shape.pattern.finditer(text)
        ):
            told[shape.rule] = None
    return tuple(told)


def _plain_number(text: str) -> str:
    """Return a text with telephone numbers in their usual form: ``(0912) 345–678`` becomes ``0912 345-678``."""
    text = _BRACKETS.sub(r"\1 ", text).translate(_DASHES)
    if not text.isascii():
        text = _FOREIGN_DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)
    if _MAYBE_MOBILE.search(text):
        for pattern, plain in _WRITTEN:
            text = pattern.sub(plain, text)
    return text


def _with_digits(text: str) -> str:
    """Return a text with digits for a number that is spelled out: ten words such as ``không chín một …`` become
    ``091…``.
    """
    return _READ_OUT.sub(lambda found: "".join(str(_SPOKEN.index(one)) for one in found[0].casefold().split()), text)


def _is_personal(found: re.Match[str], patterns: Patterns, rule: str) -> bool:
    before = found.string[max(0, found.start() - 40) : found.start()]
    if _OF_MONEY.match(found.string, found.end()) or _OF_BODIES.search(before):
        return False
    if rule == "so-giay-to" and len(set(_NUMBER_END.findall(found[0])[-1]) & set(" .-")) > 1:
        return False  # dots and spaces mixed: two numbers from neighbouring table cells
    return "".join(filter(str.isdigit, found[0])) not in patterns.own_numbers
