"""Converts values to bytes and back: pickles restricted to plain types, so that loading them cannot run code.

A store may be copied between machines, so its content is not trusted. The plain types are Python's basic types, dates,
times, sets, and the dataclasses, named tuples and enumerations of this package. Other types are not loaded.
"""

import io
import pickle
from dataclasses import is_dataclass
from datetime import timezone
from enum import Enum
from functools import cache
from typing import Any

_DATES = frozenset(("date", "datetime", "timedelta", "timezone"))
_BUILT_IN = frozenset(("frozenset", "set"))


def packed(value: object) -> bytes:
    """Return a value of plain types as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object:
    """Return the value that :func:`packed` converted to ``data``; raises ValueError if ``data`` is anything else."""
    try:
        value: object = _Reader(io.BytesIO(data)).load()
    except Exception as error:  # a broken pickle may raise anything
        raise ValueError("not a stored value") from error
    return value


@cache
def _zone(*told: Any) -> timezone:
    """Return the time zone with these arguments, always as the same object.

    Python compares two times several times faster if their time zone is the same object.
    """
    return timezone(*told)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        is_ours = module.startswith("infopage.") and "." not in name
        if not (is_ours or (module == "datetime" and name in _DATES) or (module == "builtins" and name in _BUILT_IN)):
            raise pickle.UnpicklingError(f"{module}.{name}")
        found: object = super().find_class(module, name)
        if found is timezone:
            return _zone  # type: ignore[return-value]  # pickle only calls it, to make a time zone
        if not isinstance(found, type) or (is_ours and not (is_dataclass(found) or issubclass(found, tuple | Enum))):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
