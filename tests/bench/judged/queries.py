"""Files of judged queries, read with every fault named."""

import hashlib
import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NO_KIND = "chung"
_KEYS = {"q", "kind", "expect", "open_at"}


class JudgedError(Exception):
    """Raised if a file of judged queries cannot be used; the message names each fault."""


@dataclass(frozen=True)
class Judged:
    """A query with its kind and the addresses of all pages that may stand first.

    ``open_at`` is the anchor at which the first result must open its page: '' for the top of the page, None if any
    place is right.
    """

    q: str
    expect: tuple[str, ...]
    kind: str = NO_KIND
    open_at: str | None = None

    @property
    def is_held_out(self) -> bool:
        """Tell whether the query is in the half held out: its misses are never shown, so that nobody tunes by them."""
        return hashlib.sha256(unicodedata.normalize("NFC", self.q).encode()).digest()[0] % 2 == 1


def read(path: Path) -> list[Judged]:
    """Return the queries of a file; raises JudgedError if it is not one."""
    try:
        found = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise JudgedError(f"{path}: không đọc được tệp ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise JudgedError(f"{path}: tệp không phải UTF-8; hãy lưu lại tệp với mã UTF-8.") from None
    except json.JSONDecodeError as error:
        raise JudgedError(f"{path}:{error.lineno}: không phải JSON đúng, ở cột {error.colno}.") from None
    if not isinstance(found, list) or not found:
        raise JudgedError(f'{path}: tệp phải là một danh sách câu hỏi: [{{"q": "…", "expect": ["…"]}}, …].')
    faults = [f"{path}: câu thứ {n}: {fault}" for n, entry in enumerate(found, 1) for fault in _faults(entry)]
    if faults:
        raise JudgedError("\n".join(faults))
    made = [_judged(entry) for entry in found]
    asked: dict[str, int] = {}
    for n, one in enumerate(made, 1):
        if (before := asked.setdefault(one.q, n)) != n:
            faults.append(f"{path}: câu thứ {n}: “{one.q}” đã có ở câu thứ {before}.")
    if faults:
        raise JudgedError("\n".join(faults))
    return made


def _judged(entry: dict[str, Any]) -> Judged:
    expect = tuple(address.removeprefix("/").removesuffix("index.html") for address in entry["expect"])
    return Judged(entry["q"], expect, entry.get("kind", NO_KIND), entry.get("open_at"))


def _faults(entry: object) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield 'phải là một đối tượng {"q": "…", "expect": ["…"]}.'
        return
    if unknown := sorted(entry.keys() - _KEYS):
        yield f"không có khóa {', '.join(unknown)}; chỉ có q, kind, expect, open_at."
    if not isinstance(entry.get("q"), str) or not entry["q"].strip():
        yield "thiếu q, là điều người đọc gõ vào ô tìm kiếm."
    if not isinstance(entry.get("kind", NO_KIND), str):
        yield "kind phải là tên của một loại câu hỏi."
    if not isinstance(entry.get("open_at", ""), str):
        yield 'open_at phải là neo của một chỗ trong trang, không có dấu #; đầu trang là "".'
    expect = entry.get("expect")
    if not isinstance(expect, list) or not expect:
        yield "thiếu expect, là danh sách địa chỉ của những trang đúng."
        return
    for address in expect:
        if not isinstance(address, str) or "://" in address or "#" in address or not address.endswith(("/", ".html")):
            yield f"địa chỉ {address!r} trong expect phải viết như van-ban/tinh-uy/2025-2030/16-nq-tu/."
