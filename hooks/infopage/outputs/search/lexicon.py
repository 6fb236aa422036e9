"""The lexicon: the site's spellings of syllables, and its frequent phrases of two, for completions and corrections."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from infopage.outputs.search import tuning
from infopage.outputs.search.inverted_index import InvertedIndex
from infopage.outputs.search.letters import letter
from infopage.outputs.search.terms import Phrases


def lexicon(words: InvertedIndex, spelt: Mapping[int, str], phrases: Sequence[Phrases]) -> dict[str, str]:
    """Return the lexicon: its ``words`` and ``pairs``, each as one string.

    A syllable is written as its letters. Then, for each tone with which it occurs, comes the tone's digit (none for the
    level tone) and a capital for the number of entries (A: one, B: two or three, C: four to seven …). For example,
    ``đang3CA`` means that đảng (tone 3) is in four to seven entries, and đang (level tone) in one. The words are
    numbered in this order, and pairs name them by their numbers.

    ``words`` is the index of words, ``spelt`` has the spelling for each code (hash) of a syllable, and ``phrases`` are
    those of each entry.
    """
    entries = len(phrases)
    least = 2 if entries > tuning.LARGE_LEXICON_ENTRIES else 1
    tones: dict[str, list[tuple[str, str, int]]] = {}
    for code, count in zip(words.codes.tolist(), words.frequencies.tolist(), strict=True):
        if count >= least and code in spelt:
            letters = spelt[code].rstrip("12345")
            tones.setdefault(letters, []).append((spelt[code][len(letters) :], chr(64 + count.bit_length()), code))
    ordered = [(letters, sorted(tones[letters])) for letters in sorted(tones)]
    codes = np.array([code for _, found in ordered for *_, code in found], np.int64)
    return {
        "words": "".join(f"{letters}{''.join(tone + often for tone, often, _ in found)}" for letters, found in ordered),
        "pairs": _pairs(codes, phrases),
    }


def _pairs(codes: NDArray[np.int64], phrases: Sequence[Phrases]) -> str:
    """Return the frequent phrases of two words as one string of numbers, each written as characters (letters.py).

    The phrases are grouped by their first word. For each first word, the numbers are:

    - the step from the number of the first word before it;
    - how many second words follow it;
    - for each second word, four times the step from the one before it, plus 0 to 3 for how frequent the phrase is.

    ``codes`` are the hashes of the words, in the order of the words' numbers. An occurrence in a title counts as often
    as the weight of titles says. But no entry can make a phrase frequent by repeating it.
    """
    if not len(codes) or not phrases:
        return ""
    all_codes = np.concatenate([one.codes for one in phrases])
    counts = np.concatenate([np.minimum(one.counts, tuning.TITLE_WEIGHT) for one in phrases]).astype(np.int64)
    found, places = np.unique(all_codes, return_inverse=True)
    sums = np.bincount(places, counts, len(found))
    order = np.argsort(codes)
    first, second = (np.searchsorted(codes[order], half) for half in (found >> 32, found & 0xFFFFFFFF))
    last = len(codes) - 1
    first, second = order[np.minimum(first, last)], order[np.minimum(second, last)]
    known = (codes[first] == found >> 32) & (codes[second] == found & 0xFFFFFFFF)
    least = 1
    while np.count_nonzero(known & (sums >= least)) > tuning.FREQUENT_PAIRS:
        least += 1
    kept = known & (sums >= least)
    tiers = [min(3, (times // least).bit_length() // 3) for times in sums[kept].astype(int).tolist()]
    rows = sorted(zip(first[kept].tolist(), second[kept].tolist(), tiers, strict=True))
    steps: list[int] = []
    before = 0
    for word, group in groupby(rows, itemgetter(0)):
        seconds = [(other, tier) for _, other, tier in group]
        steps += word - before, len(seconds)
        before, last_second = word, 0
        for other, tier in seconds:
            steps.append(4 * (other - last_second) + tier)
            last_second = other
    return "".join(map(letter, steps))
