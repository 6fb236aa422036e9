"""Checks footnotes: each reference (``[^1]``) needs a note, each note a reference, and each note its own name."""

import re
from collections.abc import Iterator, Sequence

RULE = "chu-thich-cuoi"
_MARK = re.compile(r"(?<!\\)\[\^([^\]\n]+)\](:?)")
_CODE = re.compile(r"`[^`]*`")


def note_faults(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield (line, message), with lines from 0, for each footnote reference without a note, and vice versa.

    Also yield one for each note whose name another note has already.
    """
    marks: dict[str, int] = {}
    notes: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        if "[^" not in line:
            continue
        for found in _MARK.finditer(_CODE.sub("", line)):
            if found[2] and not line[: found.start()].strip():
                notes.setdefault(found[1], []).append(number)
            else:
                marks.setdefault(found[1], number)
    for name, number in marks.items():
        if name not in notes:
            yield (
                number,
                f"dấu chú thích [^{name}] không có lời chú thích; hãy thêm dòng “[^{name}]: …” ở cuối bài, hoặc bỏ dấu",
            )
    for name, numbers in notes.items():
        if len(numbers) > 1:
            message = f"có {len(numbers)} lời chú thích [^{name}]; hãy đặt mỗi lời một số, như [^{_free(name, lines)}]"
            yield from ((number, message) for number in numbers)
        elif name not in marks:
            yield numbers[0], f"lời chú thích [^{name}] không có dấu trong bài; hãy đặt [^{name}] sau chữ cần chú thích"


def _free(name: str, lines: Sequence[str]) -> str:
    """Return the first unused footnote number, to propose it in a message.

    It is counted up from ``name`` if that is a number, or else from 1.
    """
    text = "\n".join(lines)
    number = int(name) if name.isdecimal() else 1
    while f"[^{number}]" in text:
        number += 1
    return str(number)
