"""Reads captions in WebVTT (W3C): their cues, or what is wrong with them and on which line."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMING = re.compile(rf"{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t]+.*)?")
_TAG = re.compile(r"</?(?:[cibuv]|ruby|rt|lang|\d\d:[\d:.]+)?(?:[.\s][^<>]*)?>")
_FOREIGN = re.compile(r"<[^>]*>?")
_SRT = re.compile(r"\A\s*(?:\d+\s*\n)?\s*\d\d:\d\d:\d\d,\d{3}\s*-->")
_HOW = "hãy viết như 00:01.000 --> 00:04.500"


class Cue(NamedTuple):
    """A caption: the line of the file on which its times stand, when it begins and ends in seconds, and its text."""

    line: int
    start: float
    end: float
    text: str


class CaptionFault(NamedTuple):
    """A fault in captions: its line and a message."""

    line: int
    message: str


def captions(text: str) -> tuple[list[Cue], list[CaptionFault]]:
    """Return the cues of a WebVTT file, and its faults."""
    if _SRT.match(text):
        how = "hãy lưu lại dạng WebVTT (.vtt): dòng đầu là WEBVTT, trong giờ dùng dấu chấm thay dấu phẩy"
        return [], [CaptionFault(1, f"đây là phụ đề SRT; {how}")]
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or not re.match(r"WEBVTT(?:[ \t]|$)", lines[0]):
        return [], [CaptionFault(1, "dòng đầu của tệp phụ đề phải là WEBVTT")]
    found, faults = [], []
    for at, block in _blocks(lines[1:]):
        if block[0].startswith(("STYLE", "REGION")):
            faults.append(CaptionFault(at, "phần STYLE, REGION không dùng được; hãy bỏ đi, trang tự đặt kiểu chữ"))
        elif not re.match(r"NOTE(?:[ \t]|$)", block[0]):
            cue, wrong = _cue(at, block)
            faults += wrong
            found += [cue] if cue else []
    for before, cue in pairwise(found):
        if cue.start < before.start:
            faults.append(CaptionFault(cue.line, "dòng phụ đề này bắt đầu trước dòng ở trên; hãy xếp theo thời gian"))
    if not found and not faults:
        faults.append(CaptionFault(1, f"tệp phụ đề chưa có dòng nào; {_HOW}, dưới đó là lời"))
    return found, faults


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the blocks between empty lines, each with the number of its first line in the file."""
    block: list[str] = []
    for number, line in enumerate((*lines, ""), 2):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _cue(at: int, block: list[str]) -> tuple[Cue | None, list[CaptionFault]]:
    """Return the cue in a block, which may have a name above its times, and the block's faults."""
    if "-->" not in block[0] and len(block) > 1:
        at, block = at + 1, block[1:]
    if not (found := _TIMING.fullmatch(block[0].strip())):
        shown = block[0].strip()[:40]
        fixed = re.sub(r"(\d),(\d{3})", r"\1.\2", shown)
        how = f"hãy viết {fixed}" if fixed != shown and _TIMING.fullmatch(fixed) else _HOW
        return None, [CaptionFault(at, f"“{shown}” không phải giờ của phụ đề; {how}")]
    start, end = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    words = "\n".join(block[1:])
    faults = []
    if end <= start:
        faults.append(CaptionFault(at, "dòng phụ đề kết thúc trước khi bắt đầu; hãy xem lại hai giờ"))
    bare = _TAG.sub("", words)
    if foreign := _FOREIGN.search(bare):
        how = "phụ đề chỉ có chữ; dấu nhỏ hơn thì viết &lt;"
        faults.append(CaptionFault(at + 1, f"trong lời có thẻ “{foreign[0][:30]}”; {how}"))
    if not bare.strip():
        faults.append(CaptionFault(at, "dòng phụ đề chưa có lời; hãy viết lời ngay dưới dòng giờ"))
    return Cue(at, start, end, bare), faults


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
