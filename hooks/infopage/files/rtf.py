r"""Reads Rich Text Format (RTF 1.9.1): the decoded text, authors, hidden and deleted text.

Letters are written as bytes of a code page (``\'e1``) or by number (``\u7853?``), so words can be found only after
decoding.
"""

import re
from dataclasses import dataclass, field

from infopage.files.images import read_image
from infopage.files.loose import loose_words
from infopage.files.markdown_text import line_segments
from infopage.files.reading import HOME, Reading, Trait, TraitKind
from infopage.files.segments import Position, Segment

_TOKEN = re.compile(rb"\\([a-zA-Z]+)(-?[0-9]+)? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+")
_SILENT = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable rsidtbl generator pict themedata colorschememapping"
    b" latentstyles datastore xmlnstbl".split()
)
_PEOPLE = frozenset((b"author", b"operator", b"manager", b"atnauthor"))
_COMMENTS = frozenset((b"annotation", b"atnid"))
_LINES = frozenset((b"par", b"line", b"row", b"sect", b"page", b"cell"))
_DELETED = frozenset((b"deleted", b"revised"))
_APART = frozenset(
    b"footnote header headerl headerr headerf footer footerl footerr footerf fldinst fldrslt shptxt sn sv propname"
    b" staticval title subject keywords comment doccomm company category info".split()
)
_CHARSETS = {163: "cp1258", 204: "cp1251", 238: "cp1250", 161: "cp1253"}
"""The code page of a font by its character set number, where it differs from the file's."""
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")


@dataclass
class _Group:
    """The state of an RTF group, from one brace to its partner."""

    is_silent: bool = False
    person: bytes = b""
    encoding: str = ""
    """The code page of the current font; empty if it is that of the whole file."""
    is_apart: bool = False
    """Whether the group is separate from the text around it, such as a footnote."""
    picture: bytearray | None = None
    fallback: int = 1
    """The number of characters to skip after a letter given by its number: replacements for old readers (``\\uc``)."""


@dataclass
class _State:
    """The state of the reader: the open groups, the fonts, and the texts, pictures and findings so far."""

    groups: list[_Group] = field(default_factory=lambda: [_Group()])
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    pictures: list[bytes] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    skipped: int = 0
    told: dict[str, TraitKind] = field(default_factory=dict)


def read_rtf(data: bytes) -> Reading:
    """Yield the lines and the traits (findings such as an author's name) of an RTF file."""
    state = _State()
    end = data.rfind(b"}") + 1
    for token in _TOKEN.finditer(_without_binary(data[:end], state)):
        _take(state, token)
    if rest := data[end:].strip(b"\0 \r\n"):
        yield Trait(TraitKind.HIDDEN, "có dữ liệu nối thêm sau phần cuối của tệp")
        yield from (Segment(1, words, Position.LINE, "dữ liệu nối thêm") for words in loose_words(rest))
    yield from (Trait(kind, about) for about, kind in state.told.items())
    for line in line_segments("".join(state.text), "nội dung"):
        if HOME.search(line.text):
            yield Trait(TraitKind.HIDDEN, "có đường dẫn tới thư mục riêng của người soạn")
        yield line
    for picture in state.pictures:
        told = read_image(picture)
        yield from (one for one in told if not (isinstance(one, Trait) and one.kind is TraitKind.UNREADABLE))


def _without_binary(data: bytes, state: _State) -> bytes:
    """Return a file without its binary data (pictures and the like), which is added to ``state.pictures``."""
    parts, at = [], 0
    while found := _BINARY.search(data, at):
        size = int(found[1])
        parts.append(data[at : found.start()])
        state.pictures.append(data[found.end() : found.end() + size])
        at = found.end() + size
    return b"".join((*parts, data[at:]))


def _take(state: _State, token: re.Match[bytes]) -> None:
    word, number, byte, sign, brace, plain = token.groups()
    group = state.groups[-1]
    if brace == b"{":
        state.groups.append(_Group(group.is_silent, group.person, group.encoding, fallback=group.fallback))
    elif brace == b"}":
        if len(state.groups) > 1:
            _end(state, state.groups.pop())
    elif word is not None:
        _take_word(state, group, word, int(number) if number is not None else None)
    elif byte is not None:
        _say(state, bytes.fromhex(byte.decode()).decode(group.encoding or state.encoding, "replace"))
    elif sign == b"*":
        _part(state, group)
    elif sign is not None:
        _say(state, {b"~": "\u00a0", b"_": "-", b"-": ""}.get(sign, sign.decode("latin-1") if sign in b"\\{}" else ""))
    elif plain is not None:
        if group.picture is not None:
            group.picture += plain
        _say(state, plain.decode(group.encoding or state.encoding, "replace"))


def _take_word(state: _State, group: _Group, word: bytes, number: int | None) -> None:
    if word == b"u" and number is not None:
        state.skipped = 0
        _say(state, chr(number % 0x10000) if not 0xD800 <= number % 0x10000 < 0xE000 else "")
        state.skipped = group.fallback
    elif word == b"uc":
        group.fallback = number or 0
    elif word == b"ansicpg" and number:
        state.encoding = (
            f"cp{number}" if number in (1250, 1251, 1252, 1253, 1258, 65001, 874, 932, 936, 949) else "cp1252"
        )
    elif word == b"f" and number is not None:
        state.font = number
        group.encoding = state.fonts.get(number, "")
    elif word == b"fcharset" and number is not None:
        state.fonts[state.font] = _CHARSETS.get(number, "")
    elif word in (b"jpegblip", b"pngblip"):
        group.picture = bytearray()
    elif word in _SILENT:
        group.is_silent = True
    elif word in _PEOPLE:
        group.person = word
    elif word in _COMMENTS:
        state.told["có lời nhận xét"] = TraitKind.HIDDEN
    elif word in _DELETED and number != 0:
        state.told["còn các chỗ sửa chưa chấp nhận (Track Changes)"] = TraitKind.HIDDEN
    elif word == b"v" and number != 0:
        state.told["có chữ bị ẩn"] = TraitKind.HIDDEN
    elif word in (b"object", b"objdata"):
        state.told["có tệp khác nhúng ở trong"] = TraitKind.HIDDEN
        group.is_silent = True
    elif word in _APART:
        _part(state, group)
    elif word in _LINES:
        state.text.append("\n")
    elif word == b"tab":
        state.text.append("\t")


def _part(state: _State, group: _Group) -> None:
    """Start a new line for a group that is separate from the text around it, such as a footnote."""
    if not group.is_apart:
        group.is_apart = True
        state.text.append("\n")


def _end(state: _State, group: _Group) -> None:
    if group.is_apart:
        state.text.append("\n")
    if group.picture is not None:
        digits = re.sub(rb"[^0-9a-fA-F]", b"", bytes(group.picture))
        state.pictures.append(bytes.fromhex(digits[: len(digits) // 2 * 2].decode()))


def _say(state: _State, words: str) -> None:
    if state.skipped:
        words, state.skipped = words[state.skipped :], max(0, state.skipped - len(words))
    group = state.groups[-1]
    if group.person and words.strip(" ;"):
        state.told["tên người soạn hoặc người sửa cuối"] = TraitKind.METADATA
    elif not group.is_silent:
        state.text.append(words)
