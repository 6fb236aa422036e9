"""Mistyped Vietnamese, made with a seed: each kind of slip distorts a query in one way in which readers mistype."""

import unicodedata
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from infopage.language.folding import strip_marks

Slip = Callable[[Random, str], str]

TONES = "\u0300\u0301\u0309\u0303\u0323"
TELEX_TONES = dict(zip(TONES, "fsrxj", strict=True))
VNI_TONES = dict(zip(TONES, "21345", strict=True))
TELEX = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
VNI = {"ă": "a8", "â": "a6", "đ": "d9", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7"}
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "")
SOUNDS = (("ch", "tr"), ("tr", "ch"), ("s", "x"), ("x", "s"), ("gi", "d"), ("d", "gi"), ("l", "n"), ("n", "l"))
OCR = (("rn", "m"), ("m", "rn"), ("l", "1"), ("l", "I"), ("o", "0"), ("O", "0"), ("i", "l"), ("I", "l"), ("i", "1"))


class Query(NamedTuple):
    """A mistyped query: the kind of slip, what was meant, and the address of the item whose title it is."""

    kind: str
    typed: str
    meant: str
    address: str


def _beside(key: str) -> list[str]:
    """Return the keys next to a letter's key, in its row and below."""
    row, below = next((row, KEYBOARD[n + 1]) for n, row in enumerate(KEYBOARD) if key in row)
    at = row.index(key)
    return [*row[max(0, at - 1) : at], *row[at + 1 : at + 2], *below[max(0, at - 1) : at + 1]]


def _parted(word: str) -> tuple[str, str]:
    """Return the letters of a word without its tone, and the tone's mark or ''."""
    plain = unicodedata.normalize("NFD", word)
    letters = "".join(letter for letter in plain if letter not in TONES)
    return unicodedata.normalize("NFC", letters), "".join(letter for letter in plain if letter in TONES)


def _toned(word: str, tone: str) -> str:
    """Return a word with another tone, on the letter that had one or else on a vowel."""
    for at, letter in enumerate(word):
        base, has = _parted(letter)
        if has:
            return word[:at] + unicodedata.normalize("NFC", base + tone) + word[at + 1 :]
    places = [at for at, letter in enumerate(word) if strip_marks(letter).lower() in set("aeiouy")]
    if not places:
        return word
    at = places[len(places) // 2]
    return word[:at] + unicodedata.normalize("NFC", word[at] + tone) + word[at + 1 :]


def _in_words(random: Random, text: str, change: Callable[[str], str], count: int = 1, least: int = 2) -> str:
    """Change ``count`` of the words of ``least`` letters or more that the change can change."""
    words = text.split(" ")
    places = [at for at, word in enumerate(words) if word.isalpha() and len(word) >= least]
    random.shuffle(places)
    for at in places:
        changed = change(words[at])
        count -= changed != words[at]
        words[at] = changed
        if not count:
            break
    return " ".join(words)


# ---- Slips in the marks of letters ----


def wrong_tone(random: Random, text: str, count: int = 1) -> str:
    return _in_words(
        random, text, lambda word: _toned(word, random.choice(TONES.replace(_parted(word)[1] or " ", ""))), count
    )


def wrong_tones(random: Random, text: str) -> str:
    return wrong_tone(random, text, 2)


def missing_tone(random: Random, text: str) -> str:
    return _in_words(random, text, lambda word: _parted(word)[0])


def missing_marks(random: Random, text: str) -> str:
    return _in_words(random, text, strip_marks, random.choice((1, 2)))


def _keyed(random: Random, word: str, keys: Mapping[str, str], tones: Mapping[str, str]) -> str:
    """Return the keys that make a word, those of its marks in any place where input methods take them."""
    letters, tone = _parted(word)
    typed, late = "", []
    for letter in letters:
        pair = keys.get(letter, letter)
        is_late = len(pair) > 1 and random.random() < 0.4
        typed += pair[0] if is_late else pair
        late += [pair[1]] if is_late and pair[1] not in late else []
    if tone and not late and random.random() < 0.4:  # put the tone's key right after the vowels
        at = max((at for at, letter in enumerate(typed) if letter in "aeiouyw678"), default=len(typed) - 1)
        return typed[: at + 1] + tones[tone] + typed[at + 1 :]
    end = [*late, *(tones[mark] for mark in tone)]
    if random.random() < 0.3:
        random.shuffle(end)
    return typed + "".join(end)


def telex(random: Random, text: str) -> str:
    return " ".join(
        _keyed(random, word, TELEX, TELEX_TONES) if word.isalpha() else word for word in text.lower().split(" ")
    )


def vni(random: Random, text: str) -> str:
    return " ".join(
        _keyed(random, word, VNI, VNI_TONES) if word.isalpha() else word for word in text.lower().split(" ")
    )


def old_letters(random: Random, text: str) -> str:
    return text.translate(str.maketrans("đĐ", random.choice(("ðÐ", "ɖƉ"))))


# ---- Slips in letters ----


def neighbour(random: Random, text: str) -> str:
    def change(word: str) -> str:
        places = [at for at, letter in enumerate(word) if letter.isascii()]
        if not places:
            return word
        at = random.choice(places)
        return word[:at] + random.choice(_beside(word[at].lower())) + word[at + 1 :]

    return _in_words(random, text, change, 1, 3)


def swapped(random: Random, text: str) -> str:
    def change(word: str) -> str:
        at = random.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return _in_words(random, text, change, 1, 3)


def doubled(random: Random, text: str) -> str:
    def change(word: str) -> str:
        at = random.randrange(len(word))
        return word[: at + 1] + word[at:]

    return _in_words(random, text, change, 1, 3)


def dropped(random: Random, text: str) -> str:
    def change(word: str) -> str:
        at = random.randrange(len(word))
        return word[:at] + word[at + 1 :]

    return _in_words(random, text, change, 1, 4)


def sounded(random: Random, text: str) -> str:
    def change(word: str) -> str:
        fits = [(a, b) for a, b in SOUNDS if word.startswith(a) and not word.startswith(("ng", "nh"))]
        if not fits:
            return word
        a, b = random.choice(fits)
        return b + word[len(a) :]

    return _in_words(random, text, change)


def ocr(random: Random, text: str) -> str:
    def change(word: str) -> str:
        fits = [(a, b) for a, b in OCR if a in word]
        return word.replace(*random.choice(fits), 1) if fits else word

    return _in_words(random, text, change, random.choice((1, 2)))


def unmarked(random: Random, text: str) -> str:
    return random.choice((neighbour, swapped, doubled, dropped, sounded))(random, strip_marks(text))


def two(random: Random, text: str) -> str:
    """Return a text with slips in two neighbouring words, or two in one word."""
    one = (wrong_tone, missing_tone, neighbour, swapped, doubled, dropped, sounded)
    words = text.split(" ")
    places = [at for at in range(len(words) - 1) if words[at].isalpha() and words[at + 1].isalpha()]
    if not places:
        return text
    at = random.choice(places)
    if random.random() < 0.25 and len(words[at]) > 4:
        words[at] = random.choice(one)(random, random.choice(one)(random, words[at]))
    else:
        words[at : at + 2] = [random.choice(one)(random, word) for word in words[at : at + 2]]
    return " ".join(words)


# ---- Slips in spaces ----


def joined(random: Random, text: str) -> str:
    words = text.split(" ")
    at = random.randrange(len(words) - 1)
    end = at + random.choice((2, 2, 3))
    return " ".join([*words[:at], "".join(words[at:end]), *words[end:]])


def all_joined(random: Random, text: str) -> str:
    return random.choice(("", "#")) + (strip_marks(text) if random.random() < 0.4 else text).replace(" ", "")


def split(random: Random, text: str) -> str:
    def change(word: str) -> str:
        at = random.randrange(1, len(word))
        return f"{word[:at]} {word[at:]}"

    return _in_words(random, text, change, 1, 3)


def shifted(random: Random, text: str) -> str:
    """Return a text in which a space comes a letter too early or too late."""
    words = text.split(" ")
    places = [at for at in range(len(words) - 1) if len(words[at]) > 2 and len(words[at + 1]) > 2]
    if not places:
        return text
    at = random.choice(places)
    one, other = words[at : at + 2]
    words[at : at + 2] = [one + other[0], other[1:]] if random.random() < 0.5 else [one[:-1], one[-1] + other]
    return " ".join(words)


EASY: tuple[Slip, ...] = (
    *(wrong_tone, wrong_tones, missing_tone, missing_marks, telex, vni, old_letters),
    *(neighbour, swapped, doubled, dropped, sounded, unmarked),
)
HARD: tuple[Slip, ...] = (ocr, two, joined, all_joined, split, shifted)
"""The kinds of slips that are hard to undo, so that a smaller share of their queries need be understood."""


def mistyped(titles: Mapping[str, str], each: int, seed: int) -> list[Query]:
    """Return up to ``each`` queries of each kind: the beginnings of titles, mistyped. ``titles`` are by address."""
    found = []
    for slip in (*EASY, *HARD):
        random = Random(f"{seed} {slip.__name__}")
        made: dict[str, Query] = {}
        for _ in range(each * 30):
            address, title = random.choice(list(titles.items()))
            words = [word.strip(",;:()“”.–-") for word in title.split(" ")]
            words = [word for word in words if word][: 4 if slip is all_joined else random.choice((3, 4, 5, 6, 8))]
            meant = " ".join(words)
            typed = slip(random, meant) if len(words) > 1 else meant
            if typed != meant and len(made) < each:
                made.setdefault(typed, Query(slip.__name__, typed, meant, address))
        found += made.values()
    return found
