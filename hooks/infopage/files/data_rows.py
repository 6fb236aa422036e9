"""Reads JSON and YAML as rows: a key with its value, or the values of a list. Invalid files are read too."""

import re
from collections.abc import Iterator

from infopage.files.markup_text import unescaped
from infopage.files.segments import Row

_JSON = re.compile(
    r"(?P<key>\"(?:[^\"\\\n]|\\.)*+\")\s*+:\s*+(?P<value>\"(?:[^\"\\\n]|\\.)*+\"|-?[\d.]++|[\[{])?"
    r"|\[(?P<list>(?:\s*+(?:\"(?:[^\"\\\n]|\\.)*+\"|-?[\d.]++|null|true|false)\s*+,?)++)\]"
)
_VALUE = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"|(-?[\d.]++|null|true|false)")
_YAML = re.compile(
    r"[\s-]*+(?P<key>\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\s:#\"'{\[\]}][^:#{}\n]{0,80}?)\s*:(?:\s+(?P<value>.*))?$"
)
_FLOW = re.compile(r"[{,]\s*(?P<key>[^:,{}\[\]\n]{1,80}?)\s*:\s+(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^,{}\[\]\n]+)")
_FLOW_LIST = re.compile(r"\s*-\s+\[([^\[\]{}]*)\]\s*$")


def json_rows(text: str) -> Iterator[Row]:
    """Yield a row for each key with its value, and one for each list of two or more single values, in order."""
    at, line = 0, 1
    for found in _JSON.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        if found["list"]:
            cells = tuple(unescaped(one[1] or "") or one[2] or "" for one in _VALUE.finditer(found["list"]))
            if len(cells) > 1:
                yield Row(line, cells, 1)
        elif found["key"]:
            value = found["value"] or ""
            yield Row(line, (unescaped(found["key"][1:-1]), unescaped(value.strip('"[{'))))


def yaml_rows(text: str) -> Iterator[Row]:
    """Yield a row for each key with its value, and one for each list in brackets (``- [a, b]``), line by line."""
    for number, line in enumerate(text.split("\n"), 1):
        if listed := _FLOW_LIST.match(line):
            yield Row(number, tuple(one.strip().strip("\"'") for one in listed[1].split(",")), 1)
        elif "{" in line and (pairs := list(_FLOW.finditer(line))):
            for pair in pairs:
                yield Row(number, (pair["key"].strip("\"'"), pair["value"].strip().strip("\"'")))
        elif key := _YAML.match(line):
            yield Row(number, (key["key"].strip("\"'"), (key["value"] or "").strip().strip("\"'")))
