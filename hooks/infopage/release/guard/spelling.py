"""One spelling for all the ways a stamp is written: NFD, full-width, spaced out, with unseen or look-alike letters."""

import re
import unicodedata
from functools import lru_cache

# Letters of other scripts that print like Latin ones: Cyrillic, Greek, small capitals, Lisu, Cherokee, Coptic,
# Armenian, syllabics of Canada.
_LOOK_ALIKE = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеоѕірсхуӀԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοινᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢꜱꓮꓐꓚꓓꓰꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜᎪᏴᏟᎬᎻᏆᎫᏦᏞᎷᏢᏚᎢᏙᎳᏃⲀⲂⲈⲎⲒⲔⲘⲚⲞⲢⲤⲦⲨⲬՏՍՕԼᗅᗷᑕᗞᕼᒪᗰᑎᑌᖇᐯ",
    "ABESIJKMHOPCTXYaeosipcxyIGQWABEZHIKMNOPTYXCoivABCDEGHIJKLMNOPRTUVWYZSABCDEGHIJKLMNOPRSTUVWXYZABCEHIJKLMPSTVWZABEHIKMNOPCTYXSUOLABCDHLMNURV",
) | {
    # Negative letters in circles and squares, and those that flags are made of: signs that NFKC leaves as they are.
    first + at: 65 + at
    for first in (0x1F150, 0x1F170, 0x1F1E6)
    for at in range(26)
}
_FOREIGN = re.compile("[Ͱ-ϿЀ-ԯᴀ-ᵥʀ-ʟɢɪɴꜰ-ꜱꓐ-ꓽᎠ-ᏽⲀ-ⲱԱ-Օᐁ-ᙶ🅐-🆉🇦-🇿]")
_MARKS = re.compile("[\u0300-\u036f]")
_LATE_MARK = re.compile("([\u0300\u0301\u0303\u0309])([\u0302\u0306\u031b])")
"""The mark of a tone typed before that of the letter: it looks the same, and is not put together."""
_UNSEEN = re.compile(
    "[\u00ad\u034f\u20e3\u3164\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\uffa0\ue000-\uf8ff\U000e0000-\U000e01ef\x00-\x08\x0e-\x1f\x7f]"
)
_SHORT = 400
"""Letters of a text up to which its normal form is remembered."""
_LETTERS = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"(?<!\w)\w(?:[ \xa0._·*-]{1,3}\w(?!\w)){2,}")
_GAP = re.compile(r"[ \xa0._·*-]{2,3}")
_LETTER_GAP = re.compile(r"[ \xa0._·*-]")


def normalised(text: str) -> str:
    """Return a text in NFKC, without unseen characters, look-alikes as Latin letters; lines stay lines."""
    return _remembered(text) if len(text) < _SHORT else _last(text)


@lru_cache(maxsize=4)  # a file is looked through for several things
def _last(text: str) -> str:
    return _normalised(text)


@lru_cache(maxsize=1 << 17)  # the pages of a site share most of their lines and cells
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
    # A mark over a look-alike is put together with the Latin letter only now.
    return unicodedata.normalize("NFC", text.translate(_LOOK_ALIKE))


def squeezed(text: str) -> str:
    """Return the letters and digits of a normalised text, small, without all that is between them.

    >>> squeezed("T Ố I  M-Ậ-T")
    'tốimật'
    """
    return _squeezed(text) if len(text) > _SHORT else _letters(text)


@lru_cache(maxsize=4)
def _squeezed(text: str) -> str:
    return _letters(text)


def _letters(text: str) -> str:
    text = "".join(text.split())  # most of what goes is blanks, which are gone sooner so
    return (text if text.isalnum() else "".join(_LETTERS.findall(text))).casefold()


def joined(text: str) -> str:
    """Return a normalised text with words that are spaced out put together; a wider gap parts two such words.

    >>> joined("Số 5 T Ố I  M Ậ T"), joined("M.Ậ.T")
    ('Số 5 TỐI MẬT', 'MẬT')
    """
    return _SPACED.sub(_join, text)


def _join(found: re.Match[str]) -> str:
    return " ".join(_LETTER_GAP.sub("", word) for word in _GAP.split(found[0]))
