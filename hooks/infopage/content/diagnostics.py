"""Faults as values: where, which rule, what to write instead; every check yields them and one printer shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault weighs: an error stops the build, a warning does not."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One fault: ``path`` relative to the project's root, ``line`` from 1, ``rule`` a permanent slug."""

    path: str
    line: int
    rule: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.severity} [{self.rule}]: {self.message}"


def warning(path: str, line: int, rule: str, message: str) -> Diagnostic:
    """Return a fault that is reported and does not stop the build."""
    return Diagnostic(path, line, rule, message, Severity.WARNING)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any fault stops the build."""
    return any(d.severity is Severity.ERROR for d in diagnostics)


def report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the one report: each fault on a line, sorted by file and line, and a closing count."""
    faults = sorted(set(diagnostics))
    errors = sum(d.severity is Severity.ERROR for d in faults)
    lines = [str(d) for d in faults]
    lines.append(f"{errors} lỗi, {len(faults) - errors} cảnh báo.")
    return "\n".join(lines)
