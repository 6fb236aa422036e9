"""Values with large fields that are loaded on each access and never kept in memory."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self


class Deferred:
    """A base class for frozen dataclasses whose large fields may be absent. An absent field is loaded on each access.

    A large field must use ``field(default_factory=…)``. A plain default would be a class attribute, and Python would
    return that instead of calling ``__getattr__``, which loads the field.
    """

    @classmethod
    def without(cls, load: Callable[[str], object], **known: object) -> Self:
        """Return an instance that has only the ``known`` fields; ``load`` returns any other field, given its name."""
        value = cls.__new__(cls)
        vars(value).update(known, _load=load)
        return value

    if not TYPE_CHECKING:  # type checkers see every field as present

        def __getattr__(self, name: str) -> Any:
            load = vars(self).get("_load")
            if load is None or name.startswith("_"):
                raise AttributeError(name)
            return load(name)
