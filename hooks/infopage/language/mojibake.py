"""Recognises and produces Vietnamese text typed in a legacy font encoding (TCVN3, VNI) and pasted as Unicode."""

import re
import unicodedata

from infopage.language.syllables import is_syllable

_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\xadõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
# VNI uses a base letter followed by a character for its marks; a few letters have a character of their own.
_VNI_MARKS = {
    **{
        base + mark: base + tone
        for base in "aeouyôö"
        for mark, tone in zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True)
    },
    **{
        base + mark: base + "\u0302" + tone
        for base in "aeo"
        for mark, tone in zip("âàáåãä", ("", *"\u0300\u0301\u0309\u0303\u0323"), strict=True)
    },
    **{"a" + mark: "ă" + tone for mark, tone in zip("êèéúüë", ("", *"\u0300\u0301\u0309\u0303\u0323"), strict=True)},
}
_VNI_ALONE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = re.compile("|".join((*_VNI_MARKS, *_VNI_ALONE)))

_TO_TCVN3 = str.maketrans({letter: code for code, letter in _TCVN3.items() if letter.islower()})
_TO_VNI = str.maketrans(
    {
        unicodedata.normalize("NFC", _VNI_ALONE.get(marked[0], marked[0]) + marked[1:]): code
        for code, marked in _VNI_MARKS.items()
    }
    | {letter: code for code, letter in _VNI_ALONE.items()}
)

_OURS = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
_STRANGE = re.compile(f"[{''.join(sign for sign in map(chr, range(0xA1, 0x100)) if sign not in _OURS)}]")
_WORD = re.compile(r"(?<!\w)[A-Za-z\xa1-\xff]{2,12}(?!\w)")
_ENOUGH = 2


def suspect(text: str) -> bool:
    """Tell whether a text has a character that Vietnamese does not use. If not, its lines need not be checked."""
    return _STRANGE.search(text) is not None


def legacy_encoding(text: str) -> str | None:
    """Return ``"TCVN3"`` or ``"VNI"`` if ``text`` seems to be typed in that encoding, else None.

    A word is evidence if it is not a Vietnamese syllable as written, but becomes one by decoding. At least two such
    words are needed, and at least as many as there are words that decoding does not make Vietnamese. So quotations in
    other languages are not reported.
    """
    if not suspect(text):
        return None
    words = {word for word in _WORD.findall(text) if not word.isascii() and not is_syllable(word)}
    decoders = {"TCVN3": _from_tcvn3, "VNI": _from_vni}
    signs = {encoding: sum(is_syllable(decode(word)) for word in words) for encoding, decode in decoders.items()}
    likely = max(signs, key=lambda encoding: signs[encoding])
    return likely if signs[likely] >= _ENOUGH and 2 * signs[likely] >= len(words) else None


def legacy_spellings(text: str) -> tuple[str, str]:
    """Return how a lower-case text looks in Unicode if it was typed in TCVN3, and if it was typed in VNI.

    The guard, which searches releases for secrets, also looks for secrecy markings in these spellings.

    >>> legacy_spellings("tối mật")
    ('tèi mËt', 'toái maät')
    """
    return text.translate(_TO_TCVN3), text.translate(_TO_VNI)


def _from_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(letter, letter) for letter in word)


def _from_vni(word: str) -> str:
    marked = _VNI.sub(lambda found: _VNI_MARKS.get(found[0], found[0]), word.lower())
    return "".join(_VNI_ALONE.get(letter, letter) for letter in marked)
