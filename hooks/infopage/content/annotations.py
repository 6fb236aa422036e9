"""Findings as marks on the lines of a change: how GitHub and GitLab take them from a job of CI."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType

from infopage.content.diagnostics import Diagnostic, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def github(faults: Iterable[Diagnostic]) -> str:
    """Return a workflow command of GitHub Actions for each fault, a line each.

    GitHub shows ten errors and ten warnings of a step on the lines; the report in the log has all.
    """
    return "".join(
        f"::{_GITHUB[fault.severity]} file={_property(fault.path)},line={fault.line},title={_property(fault.rule)}"
        f"::{_data(fault.message)}\n"
        for fault in sorted(set(faults))
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(faults: Iterable[Diagnostic]) -> str:
    """Return the faults as a Code Quality report of GitLab, in JSON.

    A fault keeps its fingerprint when lines above it come or go, so that GitLab tells new faults from old ones.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    entries = []
    for fault in sorted(set(faults)):
        what = (fault.path, fault.rule, fault.message)
        seen[what] += 1
        entries.append(
            {
                "description": fault.message,
                "check_name": fault.rule,
                "fingerprint": sha256("\0".join((*what, str(seen[what]))).encode()).hexdigest(),
                "severity": _GITLAB[fault.severity],
                "location": {"path": fault.path, "lines": {"begin": fault.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


FORMS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = MappingProxyType({"github": github, "gitlab": gitlab})
"""The forms by name."""
