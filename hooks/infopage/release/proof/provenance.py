"""The origin of a release as an in-toto statement: commit, time, builder and lock file of its build.

The statement is stored beside a release. It contains the hash of the release's manifest, so it covers every file. Its
signature proves who made the statement.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from infopage.release.proof.bill import NAME as BILL
from infopage.release.proof.manifest import NAME as MANIFEST

NAME = "provenance.intoto.json"
"""The name of the file with the statement of origin. It is stored beside a release, never in it."""

SIGNATURE = f"{NAME}.sig"

_STATEMENT = "https://in-toto.io/Statement/v1"
_PREDICATE = "https://slsa.dev/provenance/v1"
_BUILD = "urn:infopage:build:v1"


@dataclass(frozen=True)
class BuildOrigin:
    """The inputs of a build.

    ``site`` is the site's address, and ``instant`` the build time. ``commit`` is the commit of the source, and
    ``modified`` tells whether files were changed after it. ``builder`` is the URI of the service or machine that built
    it, and ``lock`` and ``locked`` are the name and the text of the lock file.
    """

    site: str
    instant: datetime
    commit: str
    modified: bool
    builder: str
    lock: str
    locked: str


def statement(origin: BuildOrigin, subjects: Mapping[str, str], bill: str) -> str:
    """Return the text of the statement that a release has the given ``origin``.

    ``subjects`` are the SHA-256 of the files it covers by name, and ``bill`` is the text of the bill of materials.
    """
    source: dict[str, Any] = {"name": "source", "digest": {"gitCommit": origin.commit}}
    if origin.modified:
        source["annotations"] = {"modified": True}
    said = {
        "_type": _STATEMENT,
        "subject": [{"name": name, "digest": {"sha256": digest}} for name, digest in sorted(subjects.items())],
        "predicateType": _PREDICATE,
        "predicate": {
            "buildDefinition": {
                "buildType": _BUILD,
                "externalParameters": {
                    "site": origin.site,
                    "SOURCE_DATE_EPOCH": int(origin.instant.timestamp()),
                },
                "resolvedDependencies": [
                    *([source] if origin.commit else []),
                    {"name": origin.lock, "digest": {"sha256": _digest(origin.locked)}},
                ],
            },
            "runDetails": {
                "builder": {"id": origin.builder},
                "metadata": {"startedOn": f"{origin.instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"},
                "byproducts": [{"name": BILL, "digest": {"sha256": _digest(bill)}}],
            },
        },
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n"


def disagreements(text: str, manifest: str, bill: str | None) -> Iterator[str]:
    """Yield a fault for each contradiction between a statement and the release it is stored beside.

    ``text`` is the statement, ``manifest`` the SHA-256 of the release's manifest, and ``bill`` the text of its bill of
    materials, None where it is missing.
    """
    try:
        said = json.loads(text)
        if (said["_type"], said["predicateType"]) != (_STATEMENT, _PREDICATE):
            raise ValueError
        subjects = {one["name"]: one["digest"]["sha256"] for one in said["subject"]}
        stated = {one["name"]: one["digest"]["sha256"] for one in said["predicate"]["runDetails"]["byproducts"]}
    except (ValueError, KeyError, TypeError, RecursionError):
        yield f"{NAME}: không phải bản khai xuất xứ của một bản phát hành"
        return
    if subjects.get(MANIFEST) != manifest:
        other = str(subjects.get(MANIFEST, ""))[:16]
        yield f"{NAME}: bản khai nói về bản {other or 'khác'}, không phải bản này ({manifest[:16]})"
    if bill is None:
        yield f"{BILL}: thiếu danh mục thành phần mà bản khai xuất xứ nhắc đến"
    elif stated.get(BILL) != _digest(bill):
        yield f"{BILL}: danh mục thành phần khác với bản khai xuất xứ"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()
