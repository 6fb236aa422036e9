"""Encodings shared by all outputs for programs: absolute addresses, dates and times, media types, JSON."""

from typing import Any
from urllib.parse import quote

import orjson

from infopage.content.addresses import address_of
from infopage.content.model import Item
from infopage.content.outside import OutsideDocument
from infopage.language.dates import Moment
from infopage.outputs.wording.frame import Settings

MEDIA_TYPES = {
    "akn": "application/akn+xml",
    "avif": "image/avif",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "json": "application/json",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "oga": "audio/ogg",
    "ogg": "audio/ogg",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "vtt": "text/vtt",
    "webm": "video/webm",
    "webp": "image/webp",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""Media types (IANA) by file extension. The standard library's table is not used, as it differs between machines."""


def absolute(address: str, settings: Settings, anchor: str = "") -> str:
    """Return the absolute form of an address within the site, with an anchor if one is given."""
    return settings.url + quote(address) + (f"#{quote(anchor)}" if anchor else "")


def page_of(item: Item | OutsideDocument, settings: Settings, anchor: str = "") -> str:
    """Return the absolute address of the page of an item or outside document, or of the place with the anchor."""
    return absolute(address_of(item.path), settings, anchor)


def media_type(path: str) -> str:
    """Return the media type of a file by its extension."""
    return MEDIA_TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")


def stamp(moment: Moment) -> str:
    """Return a date as ``2025-03-15``, or a date with time as ``2025-03-15T07:30:00+07:00`` (RFC 3339)."""
    return moment.at.isoformat() if moment.has_time else moment.date.isoformat()


def json_text(value: Any) -> str:
    """Return a value as JSON (RFC 8259) on one line, with non-ASCII letters unescaped and keys in the given order.

    Raises TypeError if the value, or a value in it, is of another type than those of JSON.
    """
    return orjson.dumps(value, _plain_types).decode()


def json_file(value: Any) -> bytes:
    """Return the bytes of a JSON file with the value: UTF-8, one line."""
    return orjson.dumps(value, _plain_types, orjson.OPT_APPEND_NEWLINE)


def _plain_types(value: Any) -> Any:
    """Return a named tuple as a list, the only type that :func:`json_text` takes beside those of JSON."""
    if isinstance(value, tuple):
        return list(value)
    raise TypeError(type(value).__name__)
