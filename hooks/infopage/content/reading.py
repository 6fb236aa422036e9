"""Reads one Markdown file, and returns its text, its faults, and a record from which later builds restore both."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from infopage.content import frontmatter, schema
from infopage.content.addresses import BodyLink
from infopage.content.checks import check_body, check_item
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.field_types.references import Reference
from infopage.content.fields import Context
from infopage.content.folders import type_of, where
from infopage.content.frontmatter import MarkdownFile
from infopage.content.letterhead import names_bodies
from infopage.content.markdown import MarkdownRenderer
from infopage.content.model import ITEM_TYPES, Item, OfficialDocument, StandingPage
from infopage.content.quoted import Quotation, quotations
from infopage.content.registries import Registries
from infopage.content.rendered import Image
from infopage.content.rendering import rendered
from infopage.content.source import decode
from infopage.content.texts import Body, Text, references_of
from infopage.content.unfilled import unfilled_in
from infopage.store.digests import digest

_CLAIM = re.compile(rb"""^[ \t]*ma[ \t]*[:=][ \t]*["']?([a-z0-9-]+)""", re.MULTILINE)


_CHECKED = ("co-quan", "loai-van-ban", "nhiem-ky")
"""The registries whose entries (not only their ids) are used to check documents: issuers, kinds and terms."""

_ANY = "*"
"""Used in place of an id, it means all entries of a registry."""

Named = tuple[tuple[str, str], ...]
"""Registry entries, each as (name of the registry, id of the entry)."""


def _named_lists() -> list[str]:
    """Return the names of the registries whose ids can be values of keys in front matter."""
    found: set[str] = set()
    for cls in (*ITEM_TYPES, StandingPage):
        for one in (cls, *schema.nested(cls)):
            types = (declaration.type for _, declaration in schema.keys(one).values())
            found.update(getattr(getattr(kind, "of", kind), "registry", "") for kind in types)
    return sorted(found - {""})


class Light(NamedTuple):
    """The small parts of a text, which every build loads. Large parts, such as the HTML, are loaded only when used.

    The fields are those of the same names of ``MarkdownFile``, ``Rendered`` and ``Text``.
    """

    body_line: int
    lines: Mapping[str, int]
    links: tuple[BodyLink, ...]
    images: tuple[Image, ...]
    is_plain: bool
    has_provisions: bool
    anchors: str
    """The anchors in the HTML as one string, with one anchor per line."""
    item: Item | StandingPage | None = None
    references: tuple[tuple[str, Reference], ...] = ()
    quotations: tuple[Quotation, ...] = ()
    head: str = ""


class KnownFile(NamedTuple):
    """The stored record of a file: what was found by reading and checking it."""

    source: str
    """The fingerprints of all inputs: of the file's content, and of the registry entries that the file depends on."""
    digest: str
    """A fingerprint of ``source`` and the file name."""
    named: Named | None = None
    """The registry entries that the file depends on; None if it may depend on any entry."""
    faults: tuple[Diagnostic, ...] = ()
    """The faults found while reading the file."""
    checked: tuple[Diagnostic, ...] = ()
    """The faults found by checks of the file's content."""
    claims: str = ""
    """The id in a file with errors, so that references to it are not reported as well; empty if none was found."""
    light: Light | None = None
    """The small parts of the file's text; None if it could not be rendered."""


@dataclass(frozen=True)
class Reader:
    """Reads the files of docs/ and checks them against the registries."""

    known: Context
    """The ids in all registries, including those with faults."""
    lists: Registries | None
    """The registries; None if any of them has a fault."""

    @cached_property
    def renderer(self) -> MarkdownRenderer:
        """The Markdown renderer. Created on first use, because this is slow and few builds need it."""
        return MarkdownRenderer()

    @cached_property
    def against(self) -> str:
        """A fingerprint of all registries whose entries are used to check documents: issuers, kinds and terms."""
        named = [(name, tuple(self.known.ids.get(name, ("?",)))) for name in _named_lists()]
        lists = self.lists
        entries = (list(lists.issuers), list(lists.kinds), list(lists.terms)) if lists else None
        return digest(repr((named, entries)).encode())

    def source(self, content: str, named: Named | None) -> str:
        """Return the fingerprints of all inputs of a file, as one string.

        ``content`` is the fingerprint of its content. ``named`` is as in :class:`KnownFile`.
        """
        return f"{content} {self.against if named is None else ' '.join([self._entries[one] for one in named])}"

    @cached_property
    def _entries(self) -> Mapping[tuple[str, str], str]:
        """The fingerprint of each registry entry, by (name of the registry, id of the entry)."""
        return _Entries(self.known, self.lists)

    def read(self, name: str, data: bytes) -> tuple[KnownFile, Body | None]:
        """Return the record of the file ``name`` of docs/, and its rendered body (None if that fails).

        ``data`` is the content of the file.
        """
        body, faults = self._read(name, data)
        faults += unfilled_in(f"docs/{name}", data)
        checked: list[Diagnostic] = []
        if body and self.lists:
            checked += check_body(body)
            checked += check_item(body, self.lists) if isinstance(body, Text) else ()
        claims = "" if isinstance(body, Text) else claimed_id(data)
        # The message of a fault may name any entry of a registry, so a file with faults depends on all entries.
        is_right = isinstance(body, Text) and self.lists and not faults and not checked
        named = tuple(_named(body)) if is_right and isinstance(body, Text) else None
        source = self.source(digest(data), named)
        made = digest(os.fsencode(name), source.encode())
        light = _light(body) if body else None
        return KnownFile(source, made, named, tuple(faults), tuple(checked), claims, light), body

    def page(self, name: str, data: bytes) -> MarkdownFile | None:
        """Return the file ``name`` with the content ``data``, split into header and body; None if that fails."""
        source, _ = decode(f"docs/{name}", data)
        return frontmatter.split(source)[0] if source else None

    def _read(self, name: str, data: bytes) -> tuple[Body | None, list[Diagnostic]]:
        if not (cls := type_of(name)):
            return None, [Diagnostic(f"docs/{name}", 1, "cho-de", where(name))]
        source, faults = decode(f"docs/{name}", data)
        page, found = frontmatter.split(source) if source else (None, [])
        faults += found
        if source is None or page is None:
            return None, faults
        item, wrong = schema.read(cls, page.header, self.known, path=name)
        faults += (Diagnostic(page.path, f.line, f.rule or "yaml", f.message) for f in wrong)
        reserved = {former.id for former in item.former_anchors} if item else ()
        html = rendered(self.renderer, name, page, official=cls is OfficialDocument, reserved=reserved)
        if isinstance(html, Diagnostic):
            return None, [*faults, html]
        if item is None or has_errors(faults):
            return Body(page, html), faults
        return Text(
            page,
            html,
            item,
            references=tuple(references_of(item)),
            quotations=() if cls is OfficialDocument else tuple(quotations(html.html)),
            head=digest(os.fsencode(name), source.text[: -len(page.body) or None].encode()),
        ), faults


class _Entries(dict[tuple[str, str], str]):
    """The fingerprint of each registry entry, computed on first use, by (name of the registry, id of the entry)."""

    def __init__(self, known: Context, lists: Registries | None) -> None:
        super().__init__()
        self._known = known
        self._lists = lists

    def __missing__(self, one: tuple[str, str]) -> str:
        name, id = one
        ids = self._known.ids.get(name)
        if self._lists is None or ids is None:
            told = "?"
        elif id != _ANY and id not in ids:
            told = "-"
        elif name in _CHECKED:
            entries = self._lists.by_name(name)
            told = digest(repr(list(entries) if id == _ANY else entries[id]).encode())
        else:
            told = "+"
        self[one] = told
        return told


def _named(text: Text) -> Iterator[tuple[str, str]]:
    """Yield the registry entries that a text without faults depends on, as (name of the registry, id).

    These are the entries named in its front matter. If its letterhead may contain the name of any issuer, all issuers
    are added.
    """
    for attribute, name in _naming(type(text.item)):  # type: ignore[arg-type]  # as in schema.keys
        if value := getattr(text.item, attribute):
            yield from ((name, id) for id in ((value,) if isinstance(value, str) else value))
    if isinstance(text.item, OfficialDocument) and names_bodies(text):
        yield "co-quan", _ANY


@cache
def _naming(cls: type[Item] | type[StandingPage]) -> tuple[tuple[str, str], ...]:
    """Return (attribute, name of the registry) for each attribute of ``cls`` whose values are ids of a registry."""
    found = ((one, getattr(key.type, "of", key.type)) for one, key in schema.keys(cls).values())
    return tuple((one, name) for one, kind in found if (name := getattr(kind, "registry", None)))


def _light(body: Body) -> Light:
    page, html = body.page, body.rendered
    anchors = "\n".join(sorted(html.anchors))
    light = Light(page.body_line, page.lines, html.links, html.images, html.is_plain, bool(html.provisions), anchors)
    if isinstance(body, Text):
        return light._replace(item=body.item, references=body.references, quotations=body.quotations, head=body.head)
    return light


def claimed_id(data: bytes) -> str:
    """Return the id in a file with errors, found by a simple search in its content; empty if there is none."""
    # Without zero bytes, the ASCII characters of a UTF-16 file can be found too.
    found = _CLAIM.search(data[:65536].replace(b"\0", b"").replace(b"\r", b"\n"))
    return found[1].decode() if found else ""
