"""Converts values to bytes and back: pickles restricted to plain values, which cannot run code.

A store may be copied between machines, so its content is not trusted. Only dataclasses, named tuples and enumerations
of this package, dates, times and sets are loaded. A pickle that names anything else is refused.
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
    """Return a plain value as bytes."""
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> object:
    """Return the value that :func:`packed` converted; raises ValueError for other bytes."""
    try:
        value: object = _Reader(io.BytesIO(data)).load()
    except Exception as error:  # a broken pickle may raise anything
        raise ValueError("not a stored value") from error
    return value


@cache
def _zone(*told: Any) -> timezone:
    """Return a time zone, always the same object for equal ones: comparing times is several times faster then."""
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
