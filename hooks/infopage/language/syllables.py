"""Tells whether a word is spelt like a Vietnamese syllable.

Vietnamese separates all syllables by spaces, so each word of a text is one syllable.
"""

import re
import unicodedata

_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    "(?:uyê|uya|uyu|uây|uôi|uêu|iêu|yêu|ươi|ươu|oai|oao|oay|oeo|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|oo"
    "|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])(?:ng|nh|ch|[cmnpt])?"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


def is_syllable(word: str) -> bool:
    """Tell whether an NFC word is spelt like a Vietnamese syllable, in upper or lower case."""
    marks = unicodedata.normalize("NFD", word.lower())
    toneless = unicodedata.normalize("NFC", _TONES.sub("", marks))
    return len(_TONES.findall(marks)) <= 1 and _SYLLABLE.fullmatch(toneless) is not None
