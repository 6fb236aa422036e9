"""Reads the members of an office file that are not XML: pictures, drawings, programs and embedded files."""

import re

from infopage.files import types
from infopage.files.images import read_image
from infopage.files.loose import loose_words
from infopage.files.mail import is_mail
from infopage.files.markdown_text import line_segments
from infopage.files.markup_text import markup_segments
from infopage.files.reading import Reading, Trait, TraitKind
from infopage.files.segments import Position, Segment
from infopage.files.types import FileType

_FONT = re.compile(r"\.(?:odttf|fntdata|ttf|otf)$", re.IGNORECASE)
_PROGRAM = re.compile(r"vbaProject\.bin$|^Basic/|/activeX/|/macrosheets/|^Scripts/", re.IGNORECASE)
_EMBEDDED = (FileType.PDF, FileType.RTF, FileType.OLE, FileType.HTML, FileType.PROGRAM, FileType.GZIP, *types.ARCHIVES)
_MOVING = (FileType.MP3, FileType.OGG, FileType.WAV, FileType.MP4, FileType.WEBM)
_MOST_OF_WORDS = 8 << 20
"""The largest member of an unknown format, in bytes, that is searched for words. A larger one is reported."""


def read_member(name: str, content: bytes) -> Reading:
    """Yield the texts and the traits (findings such as a hidden file) of a member that is not XML."""
    kind = types.type_of(content)
    if _PROGRAM.search(name):
        yield Trait(TraitKind.HIDDEN, "có đoạn chương trình (macro)")
    elif "/embeddings/" in name or kind in _EMBEDDED or is_mail(content):
        yield Trait(TraitKind.HIDDEN, "có tệp khác nhúng ở trong")
    elif kind is FileType.HEIC or kind in _MOVING:
        about = "có ảnh HEIC, âm thanh hoặc hình động ở trong, máy không đọc được; người duyệt phải xem, nghe"
        yield Trait(TraitKind.UNREADABLE, about, mild=True)
    elif kind in types.IMAGES:
        yield from (one for one in read_image(content) if _is_told(one))
    elif kind in (FileType.FONT, FileType.EMPTY) or _FONT.search(name):
        return
    elif (text := types.text_of(content)) is not None:
        is_markup = text.lstrip().startswith("<")
        for one in markup_segments(text) if is_markup else line_segments(text):
            yield Segment(1, one.text, one.place, "phần kèm theo")
    elif len(content) <= _MOST_OF_WORDS:
        # There is no reader for metafiles, printer settings and the like, so they are only searched for words.
        yield from (Segment(1, words, Position.STRING, "phần kèm theo") for words in loose_words(content))
    else:
        yield Trait(
            TraitKind.UNREADABLE, "có phần kèm theo quá lớn, máy không đọc được; người duyệt phải xem", mild=True
        )


def _is_told(one: Segment | Trait) -> bool:
    """Tell whether to report a finding about a picture in an office file.

    That the picture is unreadable is not reported: readers of the file cannot see it either. That the library for
    pictures is missing is reported.
    """
    return not (isinstance(one, Trait) and one.kind is TraitKind.UNREADABLE)
