"""Removes data about persons, places and devices from files for good, and makes too large pictures smaller."""

import os
import tempfile
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

from infopage.files.attachable import RECORDED
from infopage.files.drawing import told_by_drawing
from infopage.files.images import read_image
from infopage.files.office import open_archive, read_office
from infopage.files.pdf import read_pdf
from infopage.files.reading import Reading, Trait, TraitKind
from infopage.files.recordings import read_recording
from infopage.files.types import ARCHIVES, FileType, type_of
from infopage.release.guard.cleaning.drawing import clean_drawing
from infopage.release.guard.cleaning.images import clean_image
from infopage.release.guard.cleaning.lightening import lightened
from infopage.release.guard.cleaning.office import clean_office
from infopage.release.guard.cleaning.pdf import clean_pdf
from infopage.release.guard.cleaning.recordings import clean_recording
from infopage.release.guard.cleaning.refusal import CleaningError

__all__ = ["CleaningError", "clean_bytes", "clean_file"]


def clean_file(path: Path) -> str:
    """Clean a file in place, make it lighter, and return a message for people. Raises CleaningError.

    The file is cleaned completely or left untouched.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CleaningError("không đọc được tệp; hãy xem lại tên tệp") from error
    cleaned, told = clean_bytes(data)
    cleaned, lighter = lightened(cleaned)
    if not told and not lighter:
        return "không có gì để gỡ"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(cleaned)
        Path(name).chmod(path.stat().st_mode & 0o777)
        Path(name).replace(path)
    except OSError as error:
        raise CleaningError("không ghi được tệp; hãy đóng chương trình đang mở tệp, xem lại quyền ghi") from error
    finally:
        Path(name).unlink(missing_ok=True)
    return "; ".join(filter(None, (f"đã gỡ {', '.join(told)}" if told else "", lighter)))


def clean_bytes(data: bytes) -> tuple[bytes, list[str]]:
    """Return the cleaned content of a file, and the kinds of data that were removed, in words for people.

    A file without such data is returned unchanged, with an empty list. Raises CleaningError.
    """
    clean, read = _tools(data)
    before = _told(read(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cleaned = clean(data)
    except CleaningError:
        raise
    except Exception as error:  # for a broken file the libraries may raise any exception
        raise CleaningError("tệp hỏng; hãy xuất lại từ chương trình đã soạn ra nó") from error
    if left := _told(read(cleaned)):
        raise CleaningError(f"chưa gỡ được {', '.join(left)}; hãy xuất lại tệp từ chương trình đã soạn ra nó")
    return (cleaned, before) if before else (data, [])


def _tools(data: bytes) -> tuple[Callable[[bytes], bytes], Callable[[bytes], Reading]]:
    kind = type_of(data)
    if kind is FileType.PDF:
        return clean_pdf, read_pdf
    if kind in ARCHIVES:
        return clean_office, _read_office
    if kind is FileType.RTF:
        raise CleaningError("tệp RTF không gỡ được; hãy lưu lại thành .docx hoặc PDF, rồi gỡ")
    if kind in RECORDED:
        return partial(clean_recording, kind=kind), partial(read_recording, kind=kind)
    if kind is FileType.SVG:
        return clean_drawing, _read_drawing
    return clean_image, read_image


def _read_drawing(data: bytes) -> Reading:
    text = data.decode("utf-8", "replace")
    yield from (Trait(TraitKind.METADATA, about) for about in told_by_drawing(text))


def _read_office(data: bytes) -> Reading:
    archive = open_archive(data)
    if archive is None:
        raise CleaningError("tệp hỏng hoặc có mật khẩu; hãy mở bằng Word và lưu lại")
    yield from read_office(archive)


def _told(reading: Reading) -> list[str]:
    """Return the kinds of metadata that the reading of a file has found, in words for people.

    Raises CleaningError for an unreadable file.
    """
    found: dict[str, None] = {}
    for one in reading:
        if isinstance(one, Trait) and one.kind in (TraitKind.UNREADABLE, TraitKind.NO_READER) and not one.mild:
            raise CleaningError(one.about)
        if isinstance(one, Trait) and one.kind is TraitKind.METADATA:
            found[one.about] = None
    return list(found)
