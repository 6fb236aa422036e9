"""``infopage check --fix``: removes letterheads and signatures from documents' texts, as the front matter has them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from infopage.content.frame_fix import without_frames
from infopage.content.library import Library
from infopage.content.model import OfficialDocument
from infopage.content.pasted_frame import pasted_frames
from infopage.content.texts import Text


def fix(library: Library, root: Path, chosen: Iterable[Path]) -> Iterator[str]:
    """Write the documents anew whose letterhead or signature stands in the text, and yield a line about each.

    ``root`` is the project. Only files at or below the paths ``chosen`` are written; all if there are none.
    """
    paths = list(chosen)
    for text in library.items:
        file = root / text.path
        if paths and not any(file == one or one in file.parents for one in paths):
            continue
        if isinstance(text.item, OfficialDocument) and (line := _fixed(text, text.item, library, file)):
            yield line


def _fixed(text: Text, document: OfficialDocument, library: Library, file: Path) -> str:
    frames = [frame for frame in pasted_frames(text, document, library.registries) if frame.is_said]
    if not frames:
        return ""
    try:
        source = file.read_bytes().decode()
    except UnicodeDecodeError:
        return ""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(without_frames(source, text.page.body_line, frames).encode())
    part.replace(file)
    lines = sum(frame.last - frame.first + 1 for frame in frames)
    filled = [
        key
        for key, is_new in (
            ("noi_nhan", any(frame.recipients for frame in frames)),
            ("nguoi_ky", any(frame.signers for frame in frames)),
        )
        if is_new
    ]
    added = f", ghi thêm khóa {' và '.join(filled)}" if filled else ""
    return f"{text.path}: đã bỏ {lines} dòng đầu, cuối văn bản khỏi bài{added}"
