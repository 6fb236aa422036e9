"""Numbers as letters of a JavaScript string: a small number takes one byte of UTF-8, and nothing needs unpacking."""

FIRST = 0x24
"""The code point of 0. The quotation mark (0x22) is below it, and so never occurs."""

LARGE = 63000
"""Numbers from here on are written as ``#`` and two letters."""


def letter(value: int) -> str:
    """Return the letters of a number below 2 ** 30, skipping characters that a string in a script may not hold."""
    if value >= LARGE:
        return f"#{letter(value >> 15)}{letter(value & 0x7FFF)}"
    point = value + FIRST
    if point >= 0x5C:  # the backslash
        point += 1
    if point >= 0x2028:  # two ends of line, in older browsers
        point += 2
    return chr(point + 0x800 if point >= 0xD800 else point)
