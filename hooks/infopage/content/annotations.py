"""Writes faults in the formats that GitHub and GitLab read from CI jobs, to show them beside the lines of a change."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType

from infopage.content.diagnostics import Diagnostic, Severity

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_GITLAB = {Severity.ERROR: "major", Severity.WARNING: "minor"}


def github(faults: Iterable[Diagnostic]) -> str:
    """Return one line for each fault: a workflow command of GitHub Actions.

    GitHub annotates at most ten errors and ten warnings of a step; the report in the log has all of them.
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
    """Return the faults as a GitLab Code Quality report in JSON.

    Fingerprints do not depend on line numbers, so that GitLab can tell new faults from old ones.
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
"""The functions that write faults as annotations, by the name of the format."""
