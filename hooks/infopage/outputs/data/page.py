"""The web page “Dữ liệu mở” (open data): below its text it lists the data files, and explains their keys in tables."""

from collections.abc import Iterator, Mapping
from typing import Any

from infopage.outputs.data.collection_fields import COLLECTION
from infopage.outputs.data.drafts import CONSULTATION
from infopage.outputs.data.fields import DOCUMENT, ISSUER, NODE, OUTSIDE, RELATIVE, TEXT
from infopage.outputs.data.files import downloads
from infopage.outputs.data.questions import QUESTION
from infopage.outputs.views.standing import StandingView
from infopage.outputs.views.tables import FieldRow, FieldTable

_KINDS = {
    "array": "danh sách",
    "boolean": "đúng, sai",
    "integer": "số",
    "object": "nhóm",
    "string": "chữ",
}


def data_view() -> StandingView:
    """Return the links to the data files, and the tables of JSON keys, which are made from the schemas."""
    tables = (
        ("một văn bản", {**DOCUMENT, **TEXT}),
        ("một văn bản có quan hệ", RELATIVE["properties"]),
        ("một dòng trong cây điều khoản", NODE["properties"]),
        ("một cơ quan", ISSUER),
        ("một văn bản ngoài trang", OUTSIDE),
        ("một câu hỏi", QUESTION),
        ("một chuyên trang", COLLECTION),
        ("một dự thảo lấy ý kiến", CONSULTATION),
    )
    return StandingView(
        downloads=downloads(),
        tables=tuple(FieldTable(title, tuple(_rows(properties))) for title, properties in tables),
    )


def _rows(properties: Mapping[str, Any], above: str = "") -> Iterator[FieldRow]:
    """Yield a table row for each key and for each key nested in it, such as ``co_quan.ten`` and ``tep[].dia_chi``.

    ``properties`` are the keys with their schemas, and ``above`` is the prefix of nested names, such as ``co_quan.``.
    """
    for name, schema in properties.items():
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        kind = _KINDS[types[0]] + (", hoặc null" if "null" in types else "")
        yield FieldRow(f"{above}{name}", kind, schema["description"], tuple(schema.get("enum", ())))
        if schema.get("items") is RELATIVE:
            continue  # the keys of related documents are explained once, in a table of their own
        yield from _rows(schema.get("properties", {}), f"{above}{name}.")
        yield from _rows(schema.get("items", {}).get("properties", {}), f"{above}{name}[].")
