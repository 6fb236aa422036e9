"""Values of which some parts are large: these are read where they are asked for, and not held."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self


class Deferred:
    """A frozen dataclass that can stand without its large fields; what is not there is asked for by its name.

    A large field must not have a default value of the class: ``field(default_factory=…)`` where it needs one.
    """

    @classmethod
    def without(cls, load: Callable[[str], object], **known: object) -> Self:
        """Return a value of the fields that are ``known``; any other is what ``load`` returns for its name."""
        value = cls.__new__(cls)
        vars(value).update(known, _load=load)
        return value

    if not TYPE_CHECKING:  # to a type checker each field is there

        def __getattr__(self, name: str) -> Any:
            load = vars(self).get("_load")
            if load is None or name.startswith("_"):
                raise AttributeError(name)
            return load(name)
