"""Reads the registries (lists in data/*.yml): issuers, kinds of document, terms, topics and others, and the identity.

The identity is the data about the site's owner. It is not a list.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Generic, TypeVar

from infopage.content.announced import Banner, SiteNotice
from infopage.content.bylines import Writer
from infopage.content.columns import Column
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.fields import Context
from infopage.content.languages import LANGUAGES, Language
from infopage.content.linked_bodies import LinkedBody
from infopage.content.misnamed import list_faults
from infopage.content.nodes import Mapping, Node, Scalar, Sequence, parse_yaml
from infopage.content.outside import OutsideDocument
from infopage.content.registry_entries import (
    Abbreviation,
    DocumentKind,
    Identity,
    Issuer,
    Layout,
    Named,
    Protection,
    Redirect,
    SigningKey,
    Term,
    Topic,
)
from infopage.content.schema import keys, read
from infopage.content.source import read as read_source

T = TypeVar("T")


@dataclass(frozen=True)
class Registry(Generic[T]):
    """One registry: a list of entries with ids, read from one file."""

    path: str
    """The registry's file, relative to the project's root."""
    entries: Map[str, T] = field(default_factory=dict)
    """The registry's entries by id, in the order of the file."""
    lines: Map[str, int] = field(default_factory=dict)
    """The line of the file where each entry begins, by id."""

    def __getitem__(self, id: str) -> T:
        return self.entries[id]

    def __contains__(self, id: object) -> bool:
        return id in self.entries

    def __iter__(self) -> Iterator[T]:
        return iter(self.entries.values())


GUARD = "bao-ve"
"""The registry with the patterns that the guard (the checks before publication) searches for.

They match content that must not be published. The file may be missing when the site is built, but not when it is
released.
"""

OUTSIDE = "van-ban-ngoai"
"""The registry of documents that are not on this site."""

AUTHORS = "tac-gia"
"""The registry of the authors who have a page."""

COLUMNS = "chuyen-muc"
"""The registry of columns."""

BANNERS = "bieu-ngu"
"""The registry of banners on the front page."""

NOTICES = "thong-bao"
"""The registry of notices on every page."""

LINKED_BODIES = "lien-ket"
"""The registry of other bodies' sites."""

_MAY_BE_MISSING = (GUARD, OUTSIDE, AUTHORS, COLUMNS, BANNERS, NOTICES, LANGUAGES, LINKED_BODIES)
"""The registries that a site need not have. If its file is missing, such a registry is empty."""

IDENTITY = "trang"
ISSUERS = "co-quan"


def _of(name: str, entry: type[Any]) -> Any:
    """Declare the registry ``data/<name>.yml``, whose entries are of the type ``entry``."""
    return field(metadata={"name": name, "entry": entry})


@dataclass(frozen=True)
class Registries:
    """All registries, and the data about the site's owner (its identity)."""

    identity: Identity
    issuers: Registry[Issuer] = _of("co-quan", Issuer)
    kinds: Registry[DocumentKind] = _of("loai-van-ban", DocumentKind)
    terms: Registry[Term] = _of("nhiem-ky", Term)
    layouts: Registry[Layout] = _of("the-thuc", Layout)
    topics: Registry[Topic] = _of("chu-de", Topic)
    languages: Registry[Language] = _of(LANGUAGES, Language)
    audiences: Registry[Named] = _of("doi-tuong", Named)
    study_forms: Registry[Named] = _of("hinh-thuc-hoc", Named)
    abbreviations: Registry[Abbreviation] = _of("viet-tat", Abbreviation)
    outside: Registry[OutsideDocument] = _of(OUTSIDE, OutsideDocument)
    authors: Registry[Writer] = _of(AUTHORS, Writer)
    columns: Registry[Column] = _of(COLUMNS, Column)
    banners: Registry[Banner] = _of(BANNERS, Banner)
    notices: Registry[SiteNotice] = _of(NOTICES, SiteNotice)
    linked_bodies: Registry[LinkedBody] = _of(LINKED_BODIES, LinkedBody)
    redirects: Registry[Redirect] = _of("chuyen-huong", Redirect)
    signing_keys: Registry[SigningKey] = _of("khoa-ky", SigningKey)
    protections: Registry[Protection] = _of(GUARD, Protection)

    def by_name(self, name: str) -> Registry[Any]:
        """Return the registry ``data/<name>.yml``."""
        registry: Registry[Any] = getattr(self, _ATTRIBUTES[name])
        return registry

    def known(self) -> Context:
        """Return the ids of all registries, for checking the values of keys in front matter."""
        return Context({name: tuple(self.by_name(name).entries) for name in ENTRY_TYPES})


_DECLARED = [one for one in fields(Registries) if one.metadata]
_ATTRIBUTES: dict[str, str] = {one.metadata["name"]: one.name for one in _DECLARED}

ENTRY_TYPES: dict[str, type[Any]] = {one.metadata["name"]: one.metadata["entry"] for one in _DECLARED}
"""The type of the entries of each registry, by its file name in data/ without ``.yml``."""


def load(root: Path) -> tuple[Registries | None, Context, list[Diagnostic]]:
    """Read data/*.yml of the project in ``root``, and return the registries, their ids, and their faults.

    The registries are None if any of them has an error. The ids are returned even then, so that items can be checked.
    """
    faults: list[Diagnostic] = []
    nodes: dict[str, Node | None] = {}
    misnamed = set[str]()
    for name, fault in list_faults(root, (IDENTITY, *ENTRY_TYPES)):
        faults.append(fault)
        misnamed.add(name)
    for name in (IDENTITY, *ENTRY_TYPES):
        path = f"data/{name}.yml"
        if name in misnamed:
            continue
        if name in _MAY_BE_MISSING and not (root / path).exists():
            nodes[name] = None
            continue
        source, found = read_source(root, path)
        faults += found
        node, found = parse_yaml(path, source.text) if source else (None, [])
        faults += found
        if source and (node or not has_errors(found)):
            nodes[name] = node
    ids = {name: _ids(cls, nodes[name]) for name, cls in ENTRY_TYPES.items() if name in nodes}
    known = Context({name: found for name, found in ids.items() if found is not None})
    lists: dict[str, Registry[Any]] = {}
    for name, cls in ENTRY_TYPES.items():
        lists[_ATTRIBUTES[name]], found = _registry(f"data/{name}.yml", cls, nodes.get(name), known)
        faults += found
    identity, found = _identity(nodes[IDENTITY], known) if IDENTITY in nodes else (None, [])
    faults += found
    return (Registries(identity, **lists) if identity and not has_errors(faults) else None), known, faults


def read_list(path: str, name: str, node: Node | None) -> tuple[Registry[Any], list[Diagnostic]]:
    """Read the registry ``name`` from the YAML ``node`` of the file ``path``, and return it with its faults.

    ``path`` may also be the file from which a new site is set up: its registries are not in data/ yet. The entries may
    refer to each other by id.
    """
    cls = ENTRY_TYPES[name]
    return _registry(path, cls, node, Context({name: _ids(cls, node) or ()}))


def load_one(root: Path, name: str) -> tuple[Registry[Any], list[Diagnostic]]:
    """Read only the registry ``data/<name>.yml``, for checks that need no other content, and return it with its faults.

    Ids of registry entries in its values are not checked.
    """
    path = f"data/{name}.yml"
    source, faults = read_source(root, path)
    node, found = parse_yaml(path, source.text) if source else (None, [])
    registry, more = _registry(path, ENTRY_TYPES[name], node, Context({}))
    return registry, [*faults, *found, *more]


def _id_key(cls: type[Any]) -> str:
    return next(name for name, (attribute, _) in keys(cls).items() if attribute == "id")


def _ids(cls: type[Any], node: Node | None) -> list[str] | None:
    """Return the ids in a registry, given by its YAML ``node``; None if the id of any entry cannot be read.

    Entries with faults count too. ``cls`` is the type of the entries.
    """
    if node is not None and not isinstance(node, Sequence):
        return None
    items = node.items if node else ()
    values = [e.value for i in items if isinstance(i, Mapping) for e in i.entries if e.key == _id_key(cls)]
    found = [value.text.strip() for value in values if isinstance(value, Scalar)]
    return found if len(found) == len(items) and all(found) else None


def _registry(path: str, cls: type[Any], node: Node | None, known: Context) -> tuple[Registry[Any], list[Diagnostic]]:
    entries: dict[str, Any] = {}
    lines: dict[str, int] = {}
    faults: list[Diagnostic] = []
    if node is not None and not isinstance(node, Sequence):
        message = f"phải là một danh sách; mỗi mục mở đầu bằng “- {_id_key(cls)}: …”"
        return Registry(path), [Diagnostic(path, node.line, "yaml", message)]
    for item in node.items if node else ():
        if not isinstance(item, Mapping):
            message = f"mỗi mục phải là một nhóm khóa mở đầu bằng “- {_id_key(cls)}: …”"
            faults.append(Diagnostic(path, item.line, "yaml", message))
            continue
        value, found = read(cls, item, known)
        faults += (Diagnostic(path, f.line, f.rule or "yaml", f.message) for f in found)
        if value is None:
            continue
        if value.id in entries:
            message = f"mã “{value.id}” đã có ở dòng {lines[value.id]}; mỗi mục một mã riêng"
            faults.append(Diagnostic(path, item.line, "danh-muc-trung", message))
            continue
        entries[value.id], lines[value.id] = value, item.line
    return Registry(path, entries, lines), faults


def _identity(node: Node | None, known: Context) -> tuple[Identity | None, list[Diagnostic]]:
    path = f"data/{IDENTITY}.yml"
    if not isinstance(node, Mapping):
        message = "chưa khai báo danh tính của trang; mỗi khóa một dòng như “don_vi: …”"
        return None, [Diagnostic(path, node.line if node else 1, "thieu-khoa", message)]
    identity, faults = read(Identity, node, known)
    return identity, [Diagnostic(path, f.line, f.rule or "yaml", f.message) for f in faults]
