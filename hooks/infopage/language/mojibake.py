"""Recognising Vietnamese typed in a legacy font encoding (TCVN3, VNI) and pasted as Unicode."""

import re

# TCVN3 puts its marked letters where Unicode has signs (© ® ¶ § …); a sign inside a word gives it away.
_TCVN3 = re.compile(
    r"[A-Za-zÀ-ÿ][¨©ª«¬®µ¶·¸¹»¼½¾Æ¦][A-Za-zÀ-ÿ]|\b[a-z]{1,3}[©ª«¬®µ¶·¸¹][a-z]*|(?<!\S)[§®][a-zà-ÿµ¶]|\b[Uu]û\b"
)
# VNI writes a base letter and then a letter that stands for the mark (ñaûng, tænh): letters Vietnamese does not have.
_VNI = re.compile(r"[aeouy][ûïøäåë]|\bñ[aeiouô]|[öæ](?:[ôïûùøn]|\w\b)", re.IGNORECASE)
_ENOUGH = 2
_SUSPECT = re.compile("[¨©ª«¬®µ¶·¸¹»¼½¾Æ¦§ûïøäåëñöæÛÏØÄÅËÑÖ]")


def suspect(text: str) -> bool:
    """Tell whether ``text`` holds a sign of a legacy encoding at all: nearly every text is let go at one look."""
    return _SUSPECT.search(text) is not None


def legacy_encoding(text: str) -> str | None:
    """Return ``"TCVN3"`` or ``"VNI"`` where ``text`` looks typed in that encoding, else None.

    Two separate signs are needed, so that a quoted foreign word is not accused.
    """
    if len(_TCVN3.findall(text)) >= _ENOUGH:
        return "TCVN3"
    if len(_VNI.findall(text)) >= _ENOUGH:
        return "VNI"
    return None
