"""``infopage attest``: writes the bill of materials and the statement of origin to store beside a release."""

import argparse
import os
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.release.guard.git import GitError, ask
from infopage.release.guard.leftovers import address_of_site
from infopage.release.proof.attested import documents
from infopage.release.proof.bill import Licence, packages
from infopage.release.proof.provenance import BuildOrigin

LOCK = "requirements/release.txt"
"""The lock file of the packages that build, check and publish a site."""

COMMIT = "build/commit"
"""The file with the ID of the commit that the site was built from.

A second word in the file says that other files differed from the commit.
"""

_LOCAL = "urn:infopage:builder:local"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    attest = commands.add_parser("attest", help="ghi danh mục thành phần (SBOM) và bản khai xuất xứ của bản phát hành")
    attest.add_argument("site", metavar="TRANG", help="thư mục trang đã dựng")
    attest.add_argument(
        "--output", required=True, metavar="THƯ_MỤC", help="nơi ghi; bản khai nói cả về các tệp zip ở đó"
    )
    attest.add_argument("--key", metavar="TỆP", help="khóa ký bản khai")
    attest.add_argument("--unsigned", action="store_true", help="ghi mà không ký")
    attest.set_defaults(run=exits_with_2(_attest), anywhere=True)


def _attest(options: argparse.Namespace, root: Path) -> int:
    site, output = Path(options.site), Path(options.output)
    if not (site / "index.html").is_file():
        raise ValueError(f"{site}: không phải trang đã dựng (thiếu index.html)")
    if bool(options.key) == options.unsigned:
        raise ValueError("hãy ghi --key TỆP, hoặc --unsigned")
    output.mkdir(parents=True, exist_ok=True)
    made = beside_release(site, root, options.instant, options.key, sorted(output.glob("*.zip")))
    for name, content in made.items():
        (output / name).write_bytes(content)
    print(f"{output}: {', '.join(made)}.")
    return 0


def beside_release(site: Path, root: Path, instant: datetime, key: str, more: Iterable[Path] = ()) -> dict[str, bytes]:
    """Return the contents of the files to store beside a release, by file name.

    ``site`` was built from the project at ``root`` at the time ``instant``. ``key`` signs the statement of origin,
    which also covers the files ``more``; if ``key`` is empty, the statement stays unsigned. Raises ValueError where the
    project has no lock file.
    """
    lock = root / LOCK
    if not lock.is_file():
        raise ValueError(f"không có {LOCK} nên không khai được trang dựng bằng những gói nào")
    locked = lock.read_text("utf-8")
    commit, _, modified = _commit(root).partition(" ")
    origin = BuildOrigin(address_of_site(site), instant, commit, bool(modified), _builder(os.environ), LOCK, locked)
    licences = {one.name: known for one in packages(locked) if (known := _licence(one.name, one.version))}
    return documents(site, origin, licences, Path(key) if key else None, iter(more))


def _commit(root: Path) -> str:
    """Return the commit that the site was built from: from the file ``COMMIT``, else the one checked out now.

    If files were changed after that commit, the word “modified” is added. The result is empty where there is no
    repository.
    """
    if (root / COMMIT).is_file():
        return (root / COMMIT).read_text("utf-8").strip()
    try:
        commit = ask(root, "rev-parse", "HEAD").decode().strip()
        return f"{commit} modified" if ask(root, "status", "--porcelain") else commit
    except GitError:
        return ""


def _builder(environment: Mapping[str, str]) -> str:
    """Return the URI of the builder: the workflow or project on GitHub or GitLab, or else a local machine."""
    if workflow := environment.get("GITHUB_WORKFLOW_REF"):
        return f"{environment.get('GITHUB_SERVER_URL', '')}/{workflow}"
    return environment.get("CI_PROJECT_URL") or _LOCAL


def _licence(name: str, version: str) -> Licence | None:
    """Return the licence that an installed package states; None where it states none or has another version."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None
    if found.version != version:
        return None
    if expressions := found.metadata.get_all("License-Expression"):
        return Licence(expressions[0], is_expression=True)
    named = [one.rpartition(" :: ")[2] for one in found.metadata.get_all("Classifier") or () if "License :: OSI" in one]
    return Licence(named[0], is_expression=False) if len(named) == 1 else None
