"""From YAML to values: what each field type accepts, and the schema and samples made from the declarations."""

import re
from typing import Any

import pytest

from infopage.content.field_types.addresses import Attachment, FilePath, WebAddress
from infopage.content.field_types.choices import Choice, RegistryId
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Flag, Identifier, Line, Number
from infopage.content.field_types.references import ItemReference, Reference
from infopage.content.fields import Context, FieldError, FieldType, ListOf, suggest
from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.nodes import MAX_DEPTH, Mapping, parse_yaml
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import Identity
from infopage.content.schema import keys, nested, read, schema_of

KNOWN = Context({"chu-de": ("chuyen-doi-so", "du-lich")})
CLASSES = (*ITEM_TYPES, StandingPage, Identity, *ENTRY_TYPES.values())
EVERY_CLASS = tuple(dict.fromkeys(one for cls in CLASSES for one in (cls, *nested(cls))))


def parse(type: FieldType, text: str) -> Any:
    node, faults = parse_yaml("x", f"khoa: {text}\n")
    assert isinstance(node, Mapping)
    assert not faults
    return type.parse(node.entries[0].value, KNOWN)


@pytest.mark.parametrize(
    ("type", "text", "value"),
    [
        (Line("a"), "05", "05"),
        (Line("a"), "no", "no"),
        (Line("a"), "1e3", "1e3"),
        (Line("a"), "2026-11-20", "2026-11-20"),
        (Line("a"), '"~"', "~"),
        (Line("a"), "'Hội   nghị'", "Hội nghị"),
        (Line("a"), ">\n  Hội nghị\n  toàn tỉnh", "Hội nghị toàn tỉnh"),
        (Identifier("a"), "2025-2030", "2025-2030"),
        (Number("45", "phút"), "045", 45),
        (Flag(), "co", True),
        (Flag(), "Không", False),
        (Choice({"a": "A"}), "a", "a"),
        (RegistryId("chu-de"), "du-lich", "du-lich"),
        (RegistryId("danh-muc-hong"), "gi-cung-duoc", "gi-cung-duoc"),
        (ItemReference(), "nq-05", Reference("nq-05")),
        (ItemReference(), "nq-05#I.1.dd", Reference("nq-05", "I.1.dd")),
        (Attachment(), "Phụ lục 1.PDF", FilePath("Phụ lục 1.PDF")),
        (WebAddress(), "http://a.vn/b?c=d", "http://a.vn/b?c=d"),
        (ListOf(Line("a")), "một", ("một",)),
        (ListOf(Line("a")), "[một, hai]", ("một", "hai")),
        (ListOf(Line("a")), "[]", ()),
    ],
)
def test_a_value_is_taken_as_it_is_written(type: FieldType, text: str, value: object) -> None:
    assert parse(type, text) == value


def test_lists_within_lists_are_read_as_far_as_any_key_could_need() -> None:
    for depth in (MAX_DEPTH, MAX_DEPTH + 1):
        node, faults = parse_yaml("x", "[" * (depth + 1) + "]" * (depth + 1))
        assert (node is None, len(faults)) == (depth > MAX_DEPTH, int(depth > MAX_DEPTH))


@pytest.mark.parametrize(
    ("type", "text"),
    [
        *(
            (Line("a"), ""),
            (Line("a"), "~"),
            (Line("a"), "null"),
            (Line("a"), '""'),
            (Line("a"), "[a]"),
            (Line("a"), "{a: b}"),
        ),
        *((Line("a", 3), "bốn chữ"), (Identifier("a"), "A"), (Identifier("a"), "a_b"), (Identifier("a"), "-a")),
        *((Identifier("a"), "a--b"), (Identifier("a"), "đ"), (Number("1", "phút"), "0"), (Number("1", "phút"), "-1")),
        *((Number("1", "phút"), "1.5"), (Number("1", "phút"), "٤٥"), (Number("1", "phút"), "9999999999")),
        *(
            (Flag(), "true"),
            (Flag(), "yes"),
            (Choice({"a": "A"}), "b"),
            (RegistryId("chu-de"), "y-te"),
            (Day(), "hôm nay"),
        ),
        *(
            (ItemReference(), "05-NQ/TU"),
            (ItemReference(), "nq-05#"),
            (ItemReference(), "nq-05# I"),
            (Attachment(), "a.exe"),
        ),
        *(
            (Attachment(), "../a.pdf"),
            (Attachment(), "/a.pdf"),
            (Attachment(), "a\\b.pdf"),
            (Attachment(), "http://a.vn/a.pdf"),
        ),
        *(
            (WebAddress(), "a.vn"),
            (WebAddress(), "https://"),
            (WebAddress(), "javascript:x"),
            (WebAddress(), "https://["),
        ),
        *((ListOf(Line("a"), least=1), "[]"), (ListOf(Line("a")), "[a, a]"), (ListOf(Line("a")), "[a, [b]]")),
    ],
)
def test_a_value_of_another_sort_is_refused(type: FieldType, text: str) -> None:
    with pytest.raises(FieldError) as caught:
        parse(type, text)
    assert all(fault.line >= 1 and fault.message for fault in caught.value.faults)


def test_a_list_tells_all_its_faults_each_on_its_line() -> None:
    with pytest.raises(FieldError) as caught:
        parse(ListOf(RegistryId("chu-de")), "\n  - du-lich\n  - y-te\n  - nong-thon\n")
    assert [fault.line for fault in caught.value.faults] == [3, 4]


def test_a_word_is_suggested_by_what_it_sounds_like() -> None:
    assert suggest("ngay_ban_hành", ["ngay_ban_hanh", "ngay_dang"]) == "; có phải “ngay_ban_hanh”?"
    assert suggest("layout", ["ma", "tieu_de"]) == ""


def test_a_misspelt_key_is_not_also_told_missing() -> None:
    node, _ = parse_yaml("x", "tieude: a\ntom_tat: b\npham_vi: cong-khai\n")
    assert isinstance(node, Mapping)
    _, faults = read(StandingPage, node, KNOWN, path="a.md")
    assert [(fault.line, fault.rule) for fault in faults] == [(1, "khoa-la")]


@pytest.mark.parametrize("cls", EVERY_CLASS, ids=lambda cls: cls.__name__)
def test_keys_are_ascii_and_described(cls: type[Any]) -> None:
    assert keys(cls)
    for name, (attribute, declaration) in keys(cls).items():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", name)
        assert declaration.rule == name.replace("_", "-")
        assert attribute in cls.__dataclass_fields__
        assert declaration.help
        assert declaration.type.describe()


@pytest.mark.parametrize("cls", EVERY_CLASS, ids=lambda cls: cls.__name__)
def test_the_sample_of_each_key_is_a_value_it_takes(cls: type[Any]) -> None:
    for name, (_, declaration) in keys(cls).items():
        node, faults = parse_yaml("x", f"{declaration.sample}\n")
        assert not faults, name
        assert isinstance(node, Mapping)
        assert declaration.type.parse(node.entries[0].value, Context({})) is not None


@pytest.mark.parametrize("cls", EVERY_CLASS, ids=lambda cls: cls.__name__)
def test_the_schema_has_every_key_and_only_those(cls: type[Any]) -> None:
    schema = schema_of(cls)
    assert list(schema["properties"]) == list(keys(cls))
    assert schema["required"] == [name for name, (_, declaration) in keys(cls).items() if declaration.required]
    assert schema["additionalProperties"] is False
    _assert_is_schema(schema)


# The JSON Schema draft 2020-12 types of the keywords used here.
WORDS: dict[str, type | tuple[type, ...]] = {
    "type": (str, list),
    "description": str,
    "properties": dict,
    "required": list,
    "additionalProperties": bool,
    "pattern": str,
    "minLength": int,
    "maxLength": int,
    "minimum": int,
    "maximum": int,
    "enum": list,
    "anyOf": list,
    "items": dict,
    "minItems": int,
    "uniqueItems": bool,
}
TYPES = {"string", "number", "integer", "boolean", "object", "array", "null"}


def _assert_is_schema(schema: dict[str, Any]) -> None:
    for word, value in schema.items():
        assert isinstance(value, WORDS[word]), word
    types = schema.get("type", [])
    assert {types} <= TYPES if isinstance(types, str) else set(types) <= TYPES
    re.compile(schema.get("pattern", ""))
    inner = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    for one in (*inner, *([schema["items"]] if "items" in schema else [])):
        _assert_is_schema(one)
