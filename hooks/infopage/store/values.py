"""Values as bytes: pickles that can hold this package's plain values and nothing that acts.

A store may be carried from one machine to another, so what is read from it is not trusted: a class is made only where
it is a dataclass, a named tuple or an enumeration of this package, or a date. A pickle that names anything else is
refused.
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
    """Return the value that ``packed`` made bytes of; raises ValueError where they are no such bytes."""
    try:
        value: object = _Reader(io.BytesIO(data)).load()
    except Exception as error:  # a broken pickle may raise anything
        raise ValueError("not a stored value") from error
    return value


@cache
def _zone(*told: Any) -> timezone:
    """Return a time zone, equal ones as one object: times of two objects are compared at several times the cost."""
    return timezone(*told)


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        is_ours = module.startswith("infopage.") and "." not in name
        if not (is_ours or (module == "datetime" and name in _DATES) or (module == "builtins" and name in _BUILT_IN)):
            raise pickle.UnpicklingError(f"{module}.{name}")
        found: object = super().find_class(module, name)
        if found is timezone:
            return _zone  # type: ignore[return-value]  # it makes one
        if not isinstance(found, type) or (is_ours and not (is_dataclass(found) or issubclass(found, tuple | Enum))):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
