"""Checks a JSON-LD graph against schema.org: unknown types, unknown properties, values of a wrong type."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_VOCABULARY = json.loads(Path(__file__).with_name("schema_org.json").read_text("utf-8"))
_TYPES: dict[str, Any] = _VOCABULARY["types"]
_ENUMERATIONS: dict[str, list[str]] = _VOCABULARY["enumerations"]
_DAY = r"\d{4}(-\d\d(-\d\d)?)?"
_TEXTS = {
    "Text": r"(?s).+",
    "URL": r"https?://\S+",
    "Date": _DAY,
    "DateTime": rf"{_DAY}T\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
    "Duration": r"PT\d+M(\d+S)?",
}


def strangers(graph: dict[str, Any]) -> Iterator[str]:
    """Yield a sentence for each part of a JSON-LD graph that schema.org does not define."""
    nodes = graph["@graph"]
    known = {node["@id"]: node["@type"] for node in nodes if "@id" in node}
    for node in nodes:
        yield from _in_node(node, known)


def _above(name: str) -> Iterator[str]:
    """Yield a type of schema.org and its supertypes, by name."""
    yield name
    for above in _TYPES[name]["above"]:
        yield from _above(above)


def _in_node(node: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    name = node.get("@type") or known.get(node["@id"])
    if name not in _TYPES:
        yield f"{node}: no type {name}"
        return
    for key, value in node.items():
        if key in ("@id", "@type"):
            continue
        expected = next((_TYPES[t]["properties"][key] for t in _above(name) if key in _TYPES[t]["properties"]), None)
        if expected is None:
            yield f"{name} has no property {key}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _in_value(one, f"{name}.{key}", expected, known)


def _in_value(value: Any, where: str, expected: list[str], known: dict[str, str]) -> Iterator[str]:
    if isinstance(value, dict):
        name = value.get("@type") or known.get(value["@id"])
        if name and not set(_above(name)) & set(expected):
            yield f"{where} is no {name}, but {expected}"
        if "@type" in value:
            yield from _in_node(value, known)
    elif isinstance(value, bool):
        if "Boolean" not in expected:
            yield f"{where} is no truth, but {expected}"
    elif isinstance(value, int):
        if not {"Integer", "Number"} & set(expected):
            yield f"{where} is no number, but {expected}"
    elif members := [member for name in expected for member in _ENUMERATIONS.get(name, ())]:
        if value not in members:
            yield f"{where} is {value}, not one of {members}"
    elif not any(re.fullmatch(_TEXTS[name], value) for name in expected if name in _TEXTS):
        yield f"{where} is {value!r}, not {expected}"
