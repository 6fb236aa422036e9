"""Reads a web server's access logs in the combined format of nginx and Apache, a line at a time.

A reader's address is never taken out of a line, and neither is what was searched for or the page that led to this one.
"""

import gzip
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote_to_bytes

from infopage.language.dates import hanoi

_LONGEST_LINE = 64 * 1024
_LONGEST_ADDRESS = 400
_GET = b"GET "
_GZIP = b"\x1f\x8b"
_LINE = re.compile(
    rb"[^\[\]\"]*\[(?P<minute>\d\d/[A-Z][a-z][a-z]/\d{4}:\d\d:\d\d):\d\d (?P<zone>[+-]\d{4})\] "
    rb'"(?P<request>(?:[^"\\]|\\.)*)" (?P<status>\d{3}) \S+ '
    rb'"(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)"'
)
_FIRST_YEAR, _LAST_YEAR = 2000, 2199
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ESCAPED = re.compile(rb"\\x([0-9A-Fa-f]{2})")
_HOST = re.compile(rb"https?://[^/?#]*")
_READ = (b"200", b"304")
"""The answers that show a page: in whole, or as the browser already has it. Parts of files (206) are not counted."""

_ROBOT = re.compile(
    rb"bot|crawl|spider|slurp|scan|monitor|uptime|headless|lighthouse|preview|externalhit|feed|rss|fetch|archive"
    rb"|curl|wget|python|perl|ruby|java/|go-http|okhttp|libwww|httpclient|axios|node|^-?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class LoggedRequest:
    """A page or file that the server delivered: the day in Hà Nội, its address, and whether a program asked for it."""

    day: date
    address: str
    is_robot: bool


class LogError(ValueError):
    """A log cannot be read to its end."""


def requests(path: Path) -> Iterator[LoggedRequest | None]:
    """Yield what a log says was delivered, line by line; None for a line that is not of the combined format.

    Requests that delivered nothing, such as those for missing pages, are left out. A file may be compressed by gzip.
    Raises LogError for a damaged one.
    """
    with path.open("rb") as raw:
        packed = raw.read(len(_GZIP)) == _GZIP
        raw.seek(0)
        if not packed:
            yield from _read(raw)
            return
        try:
            with gzip.open(raw) as unpacked:
                yield from _read(unpacked)  # type: ignore[arg-type]  # a GzipFile reads as a binary file does
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise LogError(f"{path}: tệp nén bị hỏng hoặc bị cắt cụt; hãy chép lại tệp") from error


def _read(stream: BinaryIO) -> Iterator[LoggedRequest | None]:
    is_rest = False
    while line := stream.readline(_LONGEST_LINE):
        is_whole = line.endswith(b"\n")
        if is_rest or (not is_whole and len(line) == _LONGEST_LINE):
            if not is_rest:
                yield None
            is_rest = not is_whole
            continue
        if line.strip():
            yield from _request(line)


def _request(line: bytes) -> Iterator[LoggedRequest | None]:
    found = _LINE.match(line)
    day = _day(found["minute"], found["zone"]) if found else None
    if found is None or day is None:
        yield None
    elif found["request"].startswith(_GET) and found["status"] in _READ:
        target = found["request"].removeprefix(_GET).rpartition(b" HTTP/")[0]
        yield LoggedRequest(day, _address(target), _ROBOT.search(found["agent"]) is not None)


@lru_cache(maxsize=1024)
def _day(minute: bytes, zone: bytes) -> date | None:
    """Return the day in Hà Nội of a log's time; None if there is no such time."""
    day, month, rest = minute.decode("ascii").split("/")
    if month not in _MONTHS:
        return None
    number = _MONTHS.index(month) + 1
    if not _FIRST_YEAR <= int(rest[:4]) <= _LAST_YEAR:
        return None
    try:
        return hanoi(datetime.strptime(f"{day}/{number:02}/{rest} {zone.decode()}", "%d/%m/%Y:%H:%M %z")).date()
    except (ValueError, OverflowError):
        return None


def _address(target: bytes) -> str:
    """Return the path of a request, as the address of a page is written; '' for one that no page of ours has.

    Everything behind a question mark is dropped, because it may hold what the reader searched for.
    """
    path = _HOST.sub(b"", target, count=1) if target.startswith((b"http://", b"https://")) else target
    path = re.split(rb"[?#]", path, maxsplit=1)[0]
    path = unquote_to_bytes(_ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), path))
    try:
        address = path.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    if not address.startswith("/") or len(address) > _LONGEST_ADDRESS or not address.isprintable() or "\\" in address:
        return ""
    return re.sub("/{2,}", "/", address).removesuffix("index.html")
