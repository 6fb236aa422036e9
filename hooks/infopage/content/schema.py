"""Reads YAML into dataclasses whose fields are declared as keys: a declaration gives a key's type, help and schema."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any, TypeVar

from infopage.content.fields import (
    Context,
    Fault,
    FieldError,
    FieldType,
    Schema,
    is_blank,
    nearest,
    quote,
    refuse_run_on,
)
from infopage.content.nodes import KeyValue, Mapping, Node, Scalar

T = TypeVar("T")


@dataclass(frozen=True)
class Key:
    """The declaration of a YAML key, in the front matter of an item or in a registry."""

    name: str
    """The key in YAML, such as ``tieu_de``."""
    type: FieldType
    """The type of the key's value."""
    help: str
    """The description of the key in the editors' guide."""
    required: bool
    usual: bool = False
    """Whether an example of a group of keys shows this key although it is optional."""

    @property
    def sample(self) -> str:
        """An example of a YAML line with the key and a value."""
        return f"{self.name}: {self.type.sample()}"

    @property
    def rule(self) -> str:
        """The slug of the rule that a fault in this key's value breaks: the key with hyphens, such as ``tieu-de``."""
        return self.name.replace("_", "-")


def key(name: str, type: FieldType, help: str, *, usual: bool = False, **default: Any) -> Any:
    """Declare a dataclass field that is read from the YAML key ``name``.

    ``type`` is the field type of the value, and ``help`` the description for the editors' guide. ``default`` is the
    field's ``default`` or ``default_factory``; without it, the key is required. ``usual`` is as in :class:`Key`.
    """
    return field(metadata={"key": Key(name, type, help, required=not default, usual=usual)}, **default)


def keys(cls: type[Any]) -> dict[str, tuple[str, Key]]:
    """Return the declared keys of a dataclass: YAML name -> (attribute, key), in order of declaration."""
    return _keys(cls)  # type: ignore[arg-type]  # a class is hashable, which typeshed does not say of type[Any]


@cache
def _keys(cls: Any) -> dict[str, tuple[str, Key]]:
    declared = [(f.name, f.metadata["key"]) for f in fields(cls) if "key" in f.metadata]
    return {declaration.name: (attribute, declaration) for attribute, declaration in declared}


def read(cls: type[T], header: Mapping, known: Context, **rest: Any) -> tuple[T | None, list[Fault]]:
    """Read the YAML mapping ``header`` into an instance of ``cls``.

    Return the instance (None if there are faults) and the faults. ``known`` has the ids of the registries. ``rest`` are
    attributes that come from no key, such as ``path``.
    """
    declared = keys(cls)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    present = {entry.key for entry in header.entries}
    outdented = _outdented(header, declared)
    for entry in header.entries:
        if entry.key in outdented:
            group = outdented[entry.key]
            message = f"khóa “{entry.key}” thuộc nhóm “{group}”; hãy thụt vào hai dấu cách, ngay dưới “{group}:”"
            faults.append(Fault(entry.line, message, "khoa-la"))
            continue
        if entry.key in outdented.values():
            continue
        if entry.key not in declared:
            meant = nearest(entry.key, declared.keys() - present) or nearest(entry.key, declared)
            hint = f"; có phải “{meant}”?" if meant else f"; các khóa được dùng: {', '.join(declared)}"
            faults.append(Fault(entry.line, f"không có khóa {quote(entry.key)}{hint}", "khoa-la"))
            present.add(meant or "")
            continue
        attribute, declaration = declared[entry.key]
        if is_blank(entry.value):
            remedy = f"hãy viết như “{declaration.sample}”" + ("" if declaration.required else " hoặc bỏ dòng này")
            faults.append(Fault(entry.line, f"chưa có giá trị; {remedy}", declaration.rule))
            continue
        try:
            values[attribute] = declaration.type.parse(entry.value, known)
        except FieldError as wrong:
            faults += (Fault(f.line, f.message, f.rule or declaration.rule) for f in wrong.faults)
    for name, (_, declaration) in declared.items():
        if declaration.required and name not in present:
            message = f"thiếu khóa “{name}” ({declaration.help}); hãy thêm một dòng như “{declaration.sample}”"
            faults.append(Fault(header.line, message, "thieu-khoa"))
    return (None if faults else cls(**values, **rest)), faults


def _outdented(header: Mapping, declared: dict[str, tuple[str, Key]]) -> dict[str, str]:
    """Return the keys of ``header`` that should be indented below an empty group above them.

    The result maps each such key to the key of its group. ``declared`` are the keys that may be in ``header``.
    """
    found: dict[str, str] = {}
    group, inner = "", frozenset[str]()
    for entry in header.entries:
        if entry.key in inner:
            found[entry.key] = group
        elif entry.key in declared:
            kind = declared[entry.key][1].type
            record = getattr(kind, "of", kind)
            group, inner = entry.key, frozenset[str]()
            if isinstance(record, RecordOf) and is_blank(entry.value):
                inner = frozenset(keys(record.into).keys() - declared.keys())
    return found


@dataclass(frozen=True)
class RecordOf:
    """The field type of a group of keys below a key, such as the name and title of a signer."""

    into: type[Any]
    """The dataclass into which the group of keys is read."""

    def parse(self, node: Node, known: Context) -> Any:
        refuse_run_on(node)
        if not isinstance(node, Mapping):
            raise FieldError(node.line, f"phải là một nhóm khóa thụt vào dưới khóa này: {', '.join(keys(self.into))}")
        value, faults = read(self.into, node, known)
        if faults:
            raise FieldError.of(faults)
        return value

    def sample(self) -> str:
        return "{" + ", ".join(k.sample for _, k in keys(self.into).values() if k.required or k.usual) + "}"

    def describe(self) -> str:
        parts = (
            f"`{name}`{'' if k.required else ' (không bắt buộc)'}: {k.help}" for name, (_, k) in keys(self.into).items()
        )
        return "nhóm khóa: " + "; ".join(parts)

    def schema(self) -> Schema:
        return schema_of(self.into)


@dataclass(frozen=True)
class RecordOrLine(RecordOf):
    """The field type of a group of keys that may also be written as one line, the value of its key ``line``."""

    line: str
    """The key whose value a group written as one line is. The other keys of the group must not be required."""

    def parse(self, node: Node, known: Context) -> Any:
        alone = isinstance(node, Mapping) and len(node.entries) == 1 and node.entries[0].key not in keys(self.into)
        if isinstance(node, Scalar) or alone:
            value = keys(self.into)[self.line][1].type.parse(node, known)
            text = node.text if isinstance(node, Scalar) and not isinstance(value, str) else value
            node = Mapping((KeyValue(self.line, node.line, Scalar(text, node.line, quoted=True)),), node.line)
        return super().parse(node, known)

    def sample(self) -> str:
        return keys(self.into)[self.line][1].type.sample()

    def describe(self) -> str:
        return f"một dòng chữ, hoặc {super().describe()}"

    def schema(self) -> Schema:
        return {"anyOf": [keys(self.into)[self.line][1].type.schema(), super().schema()]}


def schema_of(cls: type[Any]) -> Schema:
    """Return the JSON Schema (draft 2020-12) of the mapping that ``cls`` is read from."""
    declared = keys(cls)
    return {
        "type": "object",
        "properties": {name: {"description": k.help, **k.type.schema()} for name, (_, k) in declared.items()},
        "required": [name for name, (_, k) in declared.items() if k.required],
        "additionalProperties": False,
    }


def nested(cls: type[Any]) -> Iterator[type[Any]]:
    """Yield the dataclasses of the groups of keys nested in ``cls``, outer ones first."""
    for _, declaration in keys(cls).values():
        inner = getattr(declaration.type, "of", declaration.type)
        if isinstance(inner, RecordOf):
            yield inner.into
            yield from nested(inner.into)
