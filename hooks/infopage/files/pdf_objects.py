"""Walks all objects that a PDF file is made of (ISO 32000-2, 7.3)."""

import io
from collections.abc import Iterator
from typing import Any

import pikepdf


def opened(data: bytes) -> pikepdf.Pdf:
    """Open a PDF file. Raises pikepdf.PdfError if it is broken, pikepdf.PasswordError if it needs a password."""
    return pikepdf.open(io.BytesIO(data))


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield each dictionary and each stream of a PDF file once, including nested ones."""
    for one in (pdf.trailer, *pdf.objects):
        stack = [one]
        while stack:
            here = stack.pop()
            if isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
                yield here
            stack += _inner(here)


def strings(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """Yield (key, string) for each string of a PDF file once, except those of digital signatures.

    The key is that of the dictionary entry whose value is the string, or is an array with the string. It is empty for a
    string in no dictionary.
    """
    for one in (pdf.trailer, *pdf.objects):
        stack: list[tuple[str, Any]] = [("", one)]
        while stack:
            key, here = stack.pop()
            if isinstance(here, pikepdf.String):
                yield key, here
            elif isinstance(here, pikepdf.Array):
                stack += [(key, each) for each in _inner(here)]
            elif isinstance(here, pikepdf.Dictionary | pikepdf.Stream) and "/ByteRange" not in here:
                # Only a digital signature has a /ByteRange. It is skipped, because it is mostly binary data.
                stack += [(name, here[name]) for name in here.keys() if _is_direct(here[name])]  # noqa: SIM118 -- none


def reachable(pdf: pikepdf.Pdf) -> frozenset[tuple[int, int]]:
    """Return the IDs of the objects of a PDF file that can be reached from its trailer. Viewers show no others."""
    found: set[tuple[int, int]] = set()
    stack: list[Any] = [pdf.trailer]
    while stack:
        here = stack.pop()
        if isinstance(here, pikepdf.Dictionary | pikepdf.Stream):
            inner = [here[key] for key in list(here.keys())]
        elif isinstance(here, pikepdf.Array):
            inner = list(here)
        else:
            continue
        for each in inner:
            if _is_direct(each):
                stack.append(each)
            elif (number := getattr(each, "objgen", (0, 0))) != (0, 0) and number not in found:
                found.add(number)
                stack.append(each)
    return frozenset(found)


def _inner(one: Any) -> list[Any]:
    """Return the direct objects within a PDF object: those stored inside it, without object numbers of their own."""
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        each = [one[key] for key in list(one.keys())]
    elif isinstance(one, pikepdf.Array):
        each = list(one)
    else:
        return []
    return [inner for inner in each if _is_direct(inner)]


def _is_direct(one: Any) -> bool:
    return getattr(one, "is_indirect", True) is False


def listed(value: Any) -> list[Any]:
    """Return the items of an array; a single object as a list of one; an empty list for None."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def jpeg_of(image: pikepdf.Stream) -> bytes | None:
    """Return the JPEG file of an image, with any other filters undone; None if the image is not a JPEG.

    Raises pikepdf.PdfError if it cannot be unpacked.
    """
    filters = [str(each) for each in listed(image.get("/Filter"))]
    if not filters or filters[-1] not in ("/DCTDecode", "/DCT"):
        return None
    raw = image.read_raw_bytes()
    if len(filters) == 1:
        return raw
    with pikepdf.new() as apart:
        packed = pikepdf.Stream(apart, raw)
        packed.stream_dict = pikepdf.Dictionary(Filter=pikepdf.Array([pikepdf.Name(name) for name in filters[:-1]]))
        return packed.read_bytes()
