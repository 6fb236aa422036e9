"""Reports characters that are invisible, damaged, or only look like Vietnamese letters."""

from collections.abc import Iterator, Mapping, Sequence

from infopage.content.diagnostics import Diagnostic, warning
from infopage.language.damage import Damage, damage
from infopage.language.invisible import name_of, odd_spaces
from infopage.language.lookalikes import lookalikes, suspect

_MOST_LINES = 5


def check_letters(path: str, text: str) -> Iterator[Diagnostic]:
    """Yield a fault for each lookalike character (such as a Cyrillic letter) in a file, at its first occurrence."""
    if not suspect(text):
        return
    met: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for written, meant in lookalikes(line):
            odd = next((a for a, b in zip(written, meant, strict=False) if a != b), written[-1])
            met.setdefault(odd, []).append((number, written, meant))
    for odd, places in met.items():
        number, written, meant = places[0]
        others = f"; cả tệp có {len(places)} chỗ, nên dùng Tìm và thay thế" if len(places) > 1 else ""
        soft = f"{name_of(odd)} không phải dấu gạch nối" if odd == "\xad" else ""
        wrong = soft or f"“{odd}” (U+{ord(odd):04X}) không phải chữ của tiếng Việt"
        message = f"trong “{written}”, {wrong}; hãy gõ lại “{meant}”{others}"
        yield Diagnostic(path, number, "chu-la", message)


def invisible_warnings(path: str, met: Mapping[str, Sequence[int]]) -> Iterator[Diagnostic]:
    """Yield a warning for each invisible character that was removed from a file.

    ``met`` maps each such character to the lines (from 1) where it was.
    """
    for character, places in met.items():
        lines = list(dict.fromkeys(places))
        more = "…" if len(lines) > _MOST_LINES else ""
        where = f" (dòng {', '.join(map(str, lines[:_MOST_LINES]))}{more})" if len(lines) > 1 else ""
        count = f"{len(places)} ký tự" if len(places) > 1 else "ký tự"
        message = f"có {count} không nhìn thấy {name_of(character)}{where}; trang đã bỏ đi, hãy xóa trong tệp"
        yield warning(path, lines[0], "ky-tu-an", message)


def check_body_letters(path: str, first: int, body: str) -> Iterator[Diagnostic]:
    """Yield one fault if a body has words damaged by a wrong encoding; ``first`` is the body's first line number."""
    if not damage(body):
        return
    found = [(number, lost) for number, line in enumerate(body.split("\n"), first) if (lost := damage(line))]
    for number, lost in found[:1]:
        others = f"; cả bài có {len(found)} dòng như vậy, nên dán lại từ bản gốc" if len(found) > 1 else ""
        yield Diagnostic(path, number, "chu-hong", f"{_lost(lost)}{others}")


def _lost(lost: Damage) -> str:
    remedy = f"hãy gõ lại “{lost.meant}”" if lost.meant else "hãy gõ lại chỗ này"
    return f"“{lost.written}” đã mất chữ có dấu vì sai bảng mã; {remedy}"


def check_value(path: str, line: int, text: str) -> Iterator[Diagnostic]:
    """Yield the faults of the characters in one YAML value of a header (front matter) or registry."""
    if text.isascii() and "?" not in text:
        return
    if lost := damage(text):
        yield Diagnostic(path, line, "chu-hong", _lost(lost))
    for space in odd_spaces(text):
        message = f"trong giá trị có ký tự {name_of(space)}; trang coi là dấu cách thường, hãy gõ lại dấu cách"
        yield warning(path, line, "ky-tu-an", message)
