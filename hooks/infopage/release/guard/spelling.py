"""Reduces all ways to write a stamp (a marking such as “TỐI MẬT”) to one spelling, so that none escapes the search.

They include decomposed (NFD) and full-width letters, spaced-out words, invisible characters and look-alike letters.
"""

import re
import unicodedata
from functools import lru_cache

# Look-alikes of Latin letters: Cyrillic, Greek, small capitals, Lisu, Cherokee, Coptic, Armenian, Canadian syllabics.
_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеоѕірсхуӀԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοινᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜱꓮꓐꓚꓓꓰꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜᎪᏴᏟᎬᎻᏆᎫᏦᏞᎷᏢᏚᎢᏙᎳᏃⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬՏՍՕԼᗅᗷᑕᗞᕼᒪᗰᑎᑌᖇᐯ",
    "ABESIJKMHOPCTXYaeosipcxyIGQWABEZHIKMNOPTYXCoivABCDEGHIJKLMNOPRTUVWYZSABCDEGHIJKLMNOPRSTUVWXYZABCEHIJKLMPSTVWZABEHIKMNOPCTYXSUOLABCDHLMNURV",
) | {
    # White letters in black circles and squares, and the letters that make up flags: NFKC does not change them.
    first + at: 65 + at
    for first in (0x1F150, 0x1F170, 0x1F1E6)
    for at in range(26)
}
_FOREIGN = re.compile("[Ͱ-ϿЀ-ԯᴀ-ᵥʀ-ʟɢɪɴꜰ-ꜱꓐ-ꓽᎠ-ᏽⲀ-ⲱԱ-Օᐁ-ᙶ🅐-🆉🇦-🇿]")
_MARKS = re.compile("[\u0300-\u036f]")
_LATE_MARK = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])")
"""A tone mark typed before the other mark of its letter: it looks the same, but NFC does not compose it."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u20e3\u3164\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\uffa0\ue000-\uf8ff\U000e0000-\U000e01ef\x00-\x08\x0e-\x1f\x7f]"
)
_SHORT = 400
"""Normal forms of texts shorter than this many letters are cached, because short texts often recur."""
_LETTERS = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"(?<!\w)\w(?:[ \xa0._·*-]{1,3}\w(?!\w)){2,}")
_GAP = re.compile(r"[ \xa0._·*-]{2,3}")
_LETTER_GAP = re.compile(r"[ \xa0._·*-]")


def normalised(text: str) -> str:
    """Return a text in NFKC, without invisible characters, and with Latin letters for look-alike ones of other scripts.

    Line breaks stay.
    """
    return _remembered(text) if len(text) < _SHORT else _last(text)


@lru_cache(maxsize=4)  # cached, as the same text is searched several times
def _last(text: str) -> str:
    return _normalised(text)


@lru_cache(maxsize=1 << 17)  # cached, as the pages of a site share most lines and cells
def _remembered(text: str) -> str:
    return _normalised(text)


def _normalised(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    text = _UNSEEN.sub("", text)
    if not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    if _MARKS.search(text):
        text = unicodedata.normalize("NFC", _LATE_MARK.sub(r"\2\1", unicodedata.normalize("NFD", text)))
    if not _FOREIGN.search(text):
        return text
    # A mark over a look-alike letter can be composed only after the letter was replaced by the Latin one.
    return unicodedata.normalize("NFC", text.translate(_LOOK_ALIKE))


def squeezed(text: str) -> str:
    """Return only the letters and digits of a normalised text, in lower case.

    >>> squeezed("T Ố I  M-Ậ-T")
    'tốimật'
    """
    return _squeezed(text) if len(text) > _SHORT else _letters(text)


@lru_cache(maxsize=4)
def _squeezed(text: str) -> str:
    return _letters(text)


def _letters(text: str) -> str:
    text = "".join(text.split())  # a fast way to remove spaces, the most frequent characters to remove
    return (text if text.isalnum() else "".join(_LETTERS.findall(text))).casefold()


def joined(text: str) -> str:
    """Return a normalised text in which words written with a space or dot after each letter are joined.

    A wider gap separates two such words.

    >>> joined("Số 15 T Ố I  M Ậ T"), joined("M.Ậ.T")
    ('Số 15 TỐI MẬT', 'MẬT')
    """
    return _SPACED.sub(_join, text)


def _join(found: re.Match[str]) -> str:
    return " ".join(_LETTER_GAP.sub("", word) for word in _GAP.split(found[0]))
