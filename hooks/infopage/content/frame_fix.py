"""Removes the pasted letterhead and signature from a document's file, and writes the keys that take their place."""

from collections.abc import Iterator, Sequence

from infopage.content.model_parts import Signer
from infopage.content.pasted_part import PastedFrame


def without_frames(source: str, body_line: int, frames: Sequence[PastedFrame]) -> str:
    """Return the text ``source`` of a Markdown file without its ``frames`` (pasted letterhead and signature).

    Data that only the removed lines have, such as the recipients, are added to the front matter as keys. ``body_line``
    is the line where the body begins, from 1. Line ends stay as they are.
    """
    lines = source.split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    gone = {number: "" for frame in frames for number in range(frame.first, frame.last + 1)}
    gone |= {frame.last: frame.rest + end for frame in frames if frame.rest}
    numbered = enumerate(lines[body_line - 1 :], body_line)
    body = [gone.get(number, line) for number, line in numbered if gone.get(number) != ""]
    keys = [f"{key}{end}" for frame in frames for key in _keys(frame)]
    header, fence = lines[: body_line - 2], lines[body_line - 2]
    return "\n".join([*header, *keys, fence, *_trimmed(body, end)])


def _keys(frame: PastedFrame) -> Iterator[str]:
    if frame.under_kind:
        yield f"duoi_ten_loai: {_quoted(frame.under_kind)}"
    if frame.recipients:
        yield "noi_nhan:"
        yield from (f"  - {_quoted(one)}" for one in frame.recipients)
    if frame.signers:
        yield "nguoi_ky:"
        for signer in frame.signers:
            yield from _signer(signer)


def _signer(signer: Signer) -> Iterator[str]:
    yield f"  - ten: {_quoted(signer.name)}"
    if signer.title:
        yield f"    chuc_vu: {_quoted(signer.title)}"
    if signer.on_behalf:
        yield f"    thay_mat: {_quoted(signer.on_behalf)}"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _trimmed(body: Sequence[str], end: str) -> list[str]:
    """Return the lines of a body with exactly one blank line, ``end`` or '', at its beginning and end."""
    first = next((at for at, line in enumerate(body) if line.strip()), len(body))
    last = next((at for at in range(len(body), first, -1) if body[at - 1].strip()), first)
    return [end, *body[first:last], ""]
