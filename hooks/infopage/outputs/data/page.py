"""The page “Dữ liệu mở”: besides its text it shows the data files, and tables of their keys made from the schemas."""

from collections.abc import Iterator, Mapping
from typing import Any

from infopage.outputs.data.fields import DOCUMENT, ISSUER, NODE, RELATIVE, TEXT
from infopage.outputs.data.files import downloads
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
    """Return the files and the tables that the page shows."""
    tables = (
        ("một văn bản", {**DOCUMENT, **TEXT}),
        ("một văn bản có quan hệ", RELATIVE["properties"]),
        ("một dòng trong cây điều khoản", NODE["properties"]),
        ("một cơ quan", ISSUER),
    )
    return StandingView(
        downloads=downloads(),
        tables=tuple(FieldTable(title, tuple(_rows(properties))) for title, properties in tables),
    )


def _rows(properties: Mapping[str, Any], above: str = "") -> Iterator[FieldRow]:
    """Yield a row for each key, and for each key below it: ``co_quan.ten``, ``tep[].dia_chi``."""
    for name, schema in properties.items():
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        kind = _KINDS[types[0]] + (", hoặc null" if "null" in types else "")
        yield FieldRow(f"{above}{name}", kind, schema["description"], tuple(schema.get("enum", ())))
        if schema.get("items") is RELATIVE:
            continue  # explained once, in a table of its own
        yield from _rows(schema.get("properties", {}), f"{above}{name}.")
        yield from _rows(schema.get("items", {}).get("properties", {}), f"{above}{name}[].")
