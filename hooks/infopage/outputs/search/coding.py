"""Numbers as letters of a JavaScript string: what is small takes one byte of UTF-8, and nothing needs unpacking."""

from collections.abc import Sequence

FIRST = 0x24
"""The letter of nought; space, ``!`` and ``#`` before it are marks, and the quotation mark is never met."""

LARGE = 63000
"""From here on a number takes ``#`` and two letters."""


def letter(value: int) -> str:
    """Return the letters of a number below 2 ** 30, passing over what a string in a script may not hold."""
    if value >= LARGE:
        return f"#{letter(value >> 15)}{letter(value & 0x7FFF)}"
    point = value + FIRST
    if point >= 0x5C:  # the backslash
        point += 1
    if point >= 0x2028:  # two ends of line, in older browsers
        point += 2
    return chr(point + 0x800 if point >= 0xD800 else point)


_LETTERS = [letter(value) for value in range(LARGE)]


def bucket(values: Sequence[int], shift: int, levels: int, rest: int) -> tuple[str, list[tuple[int, int]]]:
    """Return a sorted list of postings as a string, and each code with how many postings it has.

    A posting is ``(code << 7 | variant) << shift | document << levels | level``. Each key begins with ``!``, the step
    of its code's last ``rest`` bits from the one before, and its variant's letter; a further variant of the same code
    with a space and its letter; then come the documents, each as the step from the one before, and its level.
    """
    letters, mask, low = _LETTERS, (1 << shift) - 1, (1 << levels) - 1
    key = code = -1
    document = before = began = 0
    out: list[str] = []
    often: list[tuple[int, int]] = []
    add = out.append
    for at, value in enumerate(values):
        if value >> shift != key:
            key = value >> shift
            if key >> 7 == code:
                add(f" {letters[key & 127]}")
            else:
                often.append((code, at - began))
                began = at
                code = key >> 7
                step = (code & (1 << rest) - 1) - before
                before += step
                add(f"!{letter(step)}{letters[key & 127]}")
            document = 0
        posting = value & mask
        step = posting - document
        document = posting & ~low
        add(letters[step] if step < LARGE else letter(step))
    often.append((code, len(values) - began))
    return "".join(out), often[1:]
