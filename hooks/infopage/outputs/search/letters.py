"""Writes numbers as characters, to save space in the index: a number below 91 takes one byte of UTF-8."""

FIRST = 0x24
"""The code point that stands for the number 0.

It is above that of the quotation mark (0x22), which would end the string that holds the numbers.
"""

LARGE = 63000
"""From this number on, a number is written as ``#`` and two characters, because one character could not hold all
numbers.
"""


def letter(value: int) -> str:
    """Return the characters for a number below 2 ** 30: one, or three from ``LARGE`` on.

    Characters that a string in a script may not contain are skipped.
    """
    if value >= LARGE:
        return f"#{letter(value >> 15)}{letter(value & 0x7FFF)}"
    point = value + FIRST
    if point >= 0x5C:  # skip the backslash, which begins an escape
        point += 1
    if point >= 0x2028:  # skip U+2028 and U+2029, which older browsers treat as line breaks
        point += 2
    return chr(point + 0x800 if point >= 0xD800 else point)
