"""Faults that the checks find, each with its place, rule and message, and the report that shows them all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from infopage.content.guidance import page_of

# Characters that break or reorder report lines, control a terminal, or are invalid. File names may contain them.
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Severity(StrEnum):
    """The severity of a fault: an error stops the build, a warning does not."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """A fault: an error or warning about a place in a file.

    In ``path`` and ``message``, control characters and the like are replaced by escapes such as ``\\u001b``.
    """

    path: str
    """The file with the fault, relative to the project's root."""
    line: int
    """The number of the line with the fault in the file, from 1."""
    rule: str
    """The slug of the rule that is broken. Slugs never change."""
    message: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", _spelled(self.path))
        object.__setattr__(self, "message", "\n".join(map(_spelled, self.message.split("\n"))))

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity} [{self.rule}]: {self.message}"


def _spelled(text: str) -> str:
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def warning(path: str, line: int, rule: str, message: str) -> Diagnostic:
    """Return a warning about a line of a file: a fault that is reported, but does not stop the build.

    ``rule`` is the slug of the rule that is broken.
    """
    return Diagnostic(path, line, rule, message, Severity.WARNING)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of these faults is an error, which stops the build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the report: the faults by file and line, the pages of the editors' guide about them, and their number."""
    faults = sorted(set(diagnostics))
    errors = sum(d.severity is Severity.ERROR for d in faults)
    lines = [*map(str, faults), *_guidance(faults), f"{errors} lỗi, {len(faults) - errors} cảnh báo."]
    return "\n".join(lines)


GUIDANCE = "Hướng dẫn"
"""The beginning of each report line that names a page of the editors' guide."""


def _guidance(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield a line of the report for each page of the editors' guide that explains any of the faults.

    The line names the page and the rules that it explains.
    """
    pages: dict[str, set[str]] = {}
    for fault in faults:
        pages.setdefault(page_of(fault.rule, fault.path), set()).add(fault.rule)
    for page, rules in sorted(pages.items()):
        yield f"{GUIDANCE} {', '.join(f'[{rule}]' for rule in sorted(rules))}: {page}"
