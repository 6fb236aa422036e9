"""Keys, tokens and personal numbers: strings of a known shape."""

from collections.abc import Iterator

from infopage.release.guard.patterns import Patterns
from infopage.release.guard.segments import Segment


def secret_lines(text: str, patterns: Patterns) -> Iterator[int]:
    """Yield the lines of a text that hold a key or a token."""
    for shape in patterns.shapes_of("khoa-bi-mat"):
        if shape.start not in text:
            continue
        for found in shape.pattern.finditer(text):
            yield text.count("\n", 0, found.start()) + 1


def personal_lines(segments: Iterator[Segment], patterns: Patterns) -> Iterator[Segment]:
    """Yield the segments that hold a number which looks like a person's and is not the site's own."""
    shapes = tuple(patterns.shapes_of("so-ca-nhan"))
    for segment in segments:
        for shape in shapes:
            numbers = (found[0] for found in shape.pattern.finditer(segment.text))
            if any("".join(filter(str.isdigit, number)) not in patterns.own_numbers for number in numbers):
                yield segment
                break
