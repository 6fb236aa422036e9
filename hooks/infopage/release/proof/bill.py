"""A release's bill of materials (SBOM, CycloneDX JSON): the Python packages that built, checked and published it.

The packages come from the lock file, each with all hashes listed there, because the file that pip installs depends on
the machine.
"""

import json
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

NAME = "sbom.cdx.json"
"""The name of the file with the bill of materials. It is stored beside a release, never in it."""

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\n]*)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_TOOL = "infopage"


@dataclass(frozen=True)
class Package:
    """A package in the lock file (requirements/release.txt), with the SHA-256 of each of its distribution files."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        """The package URL (purl), by which bills of materials name a package."""
        return f"pkg:pypi/{re.sub(r'[-_.]+', '-', self.name).lower()}@{self.version}"


class Licence(NamedTuple):
    """The licence that a package states: an SPDX expression or a name."""

    text: str
    is_expression: bool


def packages(lock: str) -> list[Package]:
    """Return the packages of a pip-compile lock file, in its order. Raises ValueError for a package without a hash."""
    found = [
        Package(name, version, tuple(_HASH.findall(rest)))
        for name, version, rest in _PIN.findall(lock.replace("\\\n", " "))
    ]
    for one in found:
        if not one.hashes:
            raise ValueError(f"gói {one.name} trong tệp khóa không có mã băm; hãy chạy scripts/lib/lock")
    return found


def bill_of_materials(
    found: list[Package], licences: Mapping[str, Licence], site: str, digest: str, instant: datetime
) -> str:
    """Return the bill of materials of the release of ``site`` that was built at ``instant``.

    ``found`` are the packages, and ``licences`` has the licence of a package by its name; a package not in it is listed
    without a licence. ``digest`` is the SHA-256 of the release's manifest. The same arguments give the same text,
    including the serial number.
    """
    bill: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": f"{instant.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            "tools": {"components": [{"type": "application", "name": _TOOL}]},
            "component": {
                "type": "application",
                "bom-ref": site,
                "name": site,
                "version": digest[:16],
                "hashes": [{"alg": "SHA-256", "content": digest}],
            },
        },
        "components": [_component(one, licences.get(one.name)) for one in found],
        "dependencies": [
            {"ref": site, "dependsOn": [one.purl for one in found]},
            *({"ref": one.purl} for one in found),
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    head = {key: bill.pop(key) for key in ("$schema", "bomFormat", "specVersion")}
    return f"{json.dumps({**head, 'serialNumber': serial.urn, **bill}, ensure_ascii=False, indent=1)}\n"


def _component(package: Package, licence: Licence | None) -> dict[str, Any]:
    stated: list[dict[str, Any]] = []
    if licence:
        stated = [{"expression": licence.text} if licence.is_expression else {"license": {"name": licence.text}}]
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "hashes": [{"alg": "SHA-256", "content": digest} for digest in package.hashes],
        **({"licenses": stated} if stated else {}),
        "purl": package.purl,
    }
