"""Turns a picture alone in its paragraph into a figure, with its caption and the credit (``Ảnh: …``) at its end."""

import re
from xml.etree import ElementTree

CREDIT_CLASS = "anh-cua"
_LONGEST_CAPTION = 400
_CREDIT = re.compile(
    r"(?:^|(?<=[\s.,;(–-]))[(\[]?\s*(?P<credit>(?:Nguồn ảnh|Ảnh|Hình|Tranh|Minh họa|Đồ họa)\s*:\s*[^()\[\]]{2,80}?)\s*"
    r"[)\]]?\s*(?:(?<!\b\w)\.)?\s*$"  # the full stop of initials belongs to the name: M.H.
)
_BEFORE_CREDIT = " \t\n–—-("


def with_figures(root: ElementTree.Element) -> None:
    """Replace each paragraph of ``root`` that has only pictures by a ``figure`` for each of them.

    The caption is the title of the picture, or else the words in italics below it, in the same paragraph or the next.
    """
    for parent in list(root.iter()):
        if parent.tag in ("figure", "a"):
            continue
        for paragraph in list(parent):
            if not (pictures := _pictures(paragraph)):
                continue
            at = list(parent).index(paragraph)
            below = _all_in_italics(parent[at + 1]) if at + 1 < len(parent) else None
            last, caption = pictures[-1]
            if caption is None and "title" not in last.attrib and below is not None:
                pictures[-1] = last, below
                paragraph.tail = parent[at + 1].tail
                del parent[at + 1]
            figures = [_figure(picture, caption) for picture, caption in pictures]
            for figure in figures:
                figure.tail = paragraph.tail
            parent[at : at + 1] = figures


def _pictures(paragraph: ElementTree.Element) -> list[tuple[ElementTree.Element, ElementTree.Element | None]]:
    """Return the pictures of a paragraph, each with the words in italics below it, or None if it has none.

    The result is empty if the paragraph has anything else.
    """
    if paragraph.tag != "p" or _has_words(paragraph.text) or any(_has_words(one.tail) for one in paragraph):
        return []
    found: list[tuple[ElementTree.Element, ElementTree.Element | None]] = []
    for one in paragraph:
        if one.tag == "img":
            found.append((one, None))
        elif one.tag == "em" and found and found[-1][1] is None:
            found[-1] = found[-1][0], _renamed(one)
        elif one.tag != "br":
            return []
    return found


def _all_in_italics(paragraph: ElementTree.Element) -> ElementTree.Element | None:
    """Return the words of a short paragraph that is in italics as a whole, as ``figcaption``; None for others."""
    if paragraph.tag != "p" or len(paragraph) != 1 or paragraph[0].tag != "em":
        return None
    if _has_words(paragraph.text) or _has_words(paragraph[0].tail):
        return None
    words = "".join(paragraph.itertext())
    return _renamed(paragraph[0]) if len(words) <= _LONGEST_CAPTION else None


def _renamed(emphasis: ElementTree.Element) -> ElementTree.Element:
    caption = ElementTree.Element("figcaption")
    caption.text = emphasis.text
    caption.extend(list(emphasis))
    return caption


def _figure(picture: ElementTree.Element, caption: ElementTree.Element | None) -> ElementTree.Element:
    """Return the figure of a picture. Its title comes before the words in italics ``caption``, if it has both."""
    figure = ElementTree.Element("figure")
    picture.tail = None
    figure.append(picture)
    if title := picture.attrib.pop("title", "").strip():
        caption = ElementTree.Element("figcaption") if caption is None else caption
        caption.text = f"{title} {caption.text or ''}".rstrip()
    if caption is not None:
        _set_credit_apart(caption)
        figure.append(caption)
    return figure


def _set_credit_apart(caption: ElementTree.Element) -> None:
    """Put the credit at the end of a caption (``Ảnh: HÀ MY``) into an element of its own, without its brackets."""
    last = caption[-1] if len(caption) else None
    words = (caption.text if last is None else last.tail) or ""
    if not (found := _CREDIT.search(words)):
        return
    before = words[: found.start()].rstrip(_BEFORE_CREDIT)
    before += " " if before or last is not None else ""
    if last is None:
        caption.text = before
    else:
        last.tail = before
    ElementTree.SubElement(caption, "span", {"class": CREDIT_CLASS}).text = found["credit"]


def _has_words(text: str | None) -> bool:
    return bool(text and text.strip())
