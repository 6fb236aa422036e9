"""Finds content in an SVG drawing that does more than draw, such as scripts.

Browsers open an SVG file as a page, so such content would run.
"""

import re
from collections.abc import Iterator
from xml.parsers import expat

from infopage.files.reading import Trait
from infopage.files.xmp import read_xmp

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker", "filter"),
        *("feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight"),
        *("feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    )
)
"""Elements of SVG 2 that only draw or describe: none runs code, embeds, links elsewhere or changes other elements."""

_EDITORS = (
    "http://www.inkscape.org/namespaces/",
    "http://sodipodi.sourceforge.net/",
    "http://creativecommons.org/ns",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    "http://ns.adobe.com/",
    "http://www.bohemiancoding.com/",
    "http://www.serif.com/",
    "http://www.figma.com/",
)
"""Namespaces in which drawing programs store their own notes. Browsers ignore them."""

_ATTRIBUTE = re.compile(r"(?!on)[a-zA-Z][a-zA-Z0-9-]*", re.IGNORECASE)
_LOADS = re.compile(
    r"url\s*\(\s*[\"']?\s*(?!#)|@(?!media\b)|\\|expression|javascript|behavior|-moz-binding|image(?:-set)?\s*\(", re.I
)
"""Matches text in a style sheet that may load a resource, or a backslash, which may disguise such text."""


class _UnsafeError(Exception):
    """Raised if a drawing contains something unsafe, which the message names."""


def unsafe_part(data: bytes) -> str | None:
    """Return a message on the first unsafe part of a drawing; None where it only draws."""
    parser = expat.ParserCreate(namespace_separator=" ")
    styles: list[str] = []
    depth_in_style = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth_in_style
        _check_element(name)
        for attribute, value in attributes.items():
            _check_attribute(attribute, value)
        depth_in_style += name == f"{_SVG} style"

    def end(name: str) -> None:
        nonlocal depth_in_style
        depth_in_style -= name == f"{_SVG} style"

    def text(words: str) -> None:
        if depth_in_style:
            styles.append(words)

    def doctype(name: str, system: str | None, public: str | None, has_own: int) -> None:
        if has_own:
            raise _UnsafeError("khai báo <!DOCTYPE […]>")

    def instruction(target: str, words: str) -> None:
        raise _UnsafeError(f"chỉ thị <?{target}?>")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.StartDoctypeDeclHandler, parser.ProcessingInstructionHandler = doctype, instruction
    try:
        parser.Parse(data, True)
        if _LOADS.search("".join(styles)):
            raise _UnsafeError("kiểu trình bày <style> dẫn tới nơi khác")
    except _UnsafeError as error:
        return str(error)
    except (expat.ExpatError, ValueError, LookupError):
        return "chỗ sai cú pháp XML"
    return None


def told_by_drawing(text: str) -> Iterator[str]:
    """Yield a message for each kind of data about a drawing's author: names in metadata, paths to a home folder."""
    traits = (one for one in read_xmp(text.encode("utf-8", "replace")) if isinstance(one, Trait))
    yield from dict.fromkeys(one.about for one in traits)


def _check_element(name: str) -> None:
    space, _, local = name.rpartition(" ")
    if not space and local == "svg":
        raise _UnsafeError("thẻ <svg> thiếu xmlns")
    if not space.startswith(_EDITORS) and (space != _SVG or local not in _ELEMENTS):
        raise _UnsafeError(f"thẻ <{local[:40]}>")


def _check_attribute(name: str, value: str) -> None:
    space, _, local = name.rpartition(" ")
    if space.startswith(_EDITORS) or (space == _XML and local in ("lang", "space")):
        return
    if local == "href" and space in ("", _XLINK):
        if not value.lstrip().startswith("#"):
            raise _UnsafeError("liên kết ra ngoài hình")
    elif (space and space != _XLINK) or not _ATTRIBUTE.fullmatch(local):
        raise _UnsafeError(f"thuộc tính {local[:40]}")
    elif _LOADS.search(value) and local not in ("id", "class") and not local.startswith(("data-", "aria-")):
        raise _UnsafeError(f"thuộc tính {local[:40]} dẫn tới nơi khác")
