"""``infopage check --fix``: corrects lookalike letters, and removes pasted letterheads and signatures."""

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from infopage.content.frame_fix import without_frames
from infopage.content.library import Library
from infopage.content.model import OfficialDocument
from infopage.content.pasted_frame import pasted_frames
from infopage.content.texts import Text
from infopage.language.lookalikes import lookalikes, suspect, without_lookalikes


def fix_letters(root: Path, chosen: Iterable[Path]) -> Iterator[str]:
    """Correct the lookalike letters (such as Cyrillic ones) in Markdown files; yield a line for each corrected file.

    Only files at or below the paths ``chosen`` are written; all of docs/ in the project ``root`` if there are none.
    """
    paths = list(chosen)
    for file in sorted((root / "docs").rglob("*.md")):
        if file.is_file() and not file.is_symlink() and _is_chosen(file, paths) and (source := _read(file)):
            if not suspect(source):
                continue
            lines = [(line, unicodedata.normalize("NFC", line)) for line in source.split("\n")]
            odd = [pair for _, line in lines for pair in lookalikes(line)]
            if odd:
                right = (without_lookalikes(line) if line != without_lookalikes(line) else raw for raw, line in lines)
                _write(file, "\n".join(right))
                written, meant = odd[0]
                count = f"{len(odd)} chỗ có chữ lạ" if len(odd) > 1 else "chữ lạ"
                yield f"{file.relative_to(root).as_posix()}: đã sửa {count}, “{written}” thành “{meant}”"


def fix(library: Library, root: Path, chosen: Iterable[Path]) -> Iterator[str]:
    """Remove pasted letterheads and signatures from the files of documents; yield a line for each changed file.

    ``library`` has the documents of the project at ``root``. Only files at or below the paths ``chosen`` are written;
    all if there are none.
    """
    paths = list(chosen)
    for text in library.items:
        file = root / text.path
        if not _is_chosen(file, paths):
            continue
        if isinstance(text.item, OfficialDocument) and (line := _fixed(text, text.item, library, file)):
            yield line


def _fixed(text: Text, document: OfficialDocument, library: Library, file: Path) -> str:
    frames = [frame for frame in pasted_frames(text, document, library.registries) if frame.is_said]
    if not frames:
        return ""
    if not (source := _read(file)):
        return ""
    _write(file, without_frames(source, text.page.body_line, frames))
    lines = sum(frame.last - frame.first + 1 for frame in frames)
    filled = [
        key
        for key, is_new in (
            ("duoi_ten_loai", any(frame.under_kind for frame in frames)),
            ("noi_nhan", any(frame.recipients for frame in frames)),
            ("nguoi_ky", any(frame.signers for frame in frames)),
        )
        if is_new
    ]
    named = " và ".join([", ".join(filled[:-1]), filled[-1]] if len(filled) > 1 else filled)
    added = f", ghi thêm khóa {named}" if filled else ""
    places = "".join(
        f"; địa danh “{frame.place}” chưa có ở data/co-quan.yml, hãy ghi vào khóa dia_danh của cơ quan"
        for frame in frames
        if frame.place
    )
    return f"{text.path}: đã bỏ {lines} dòng đầu, cuối văn bản khỏi bài{added}{places}"


def _is_chosen(file: Path, paths: list[Path]) -> bool:
    return not paths or any(file == one or one in file.parents for one in paths)


def _read(file: Path) -> str:
    """Return the text of a file, with its line ends as they are; '' if it is not UTF-8, which the check reports."""
    try:
        return file.read_bytes().decode()
    except UnicodeDecodeError:
        return ""


def _write(file: Path, content: str) -> None:
    """Write a file in one step, so that no half of it is ever read."""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content.encode())
    part.replace(file)
