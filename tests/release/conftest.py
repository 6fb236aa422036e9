"""Fixtures: the golden site as a release signed by a real key, copies to damage, and a lab (lab.py) of real servers."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.permanence import settle
from infopage.release.proof.signing import sign
from tests.release.lab import Lab, Servers
from tests.sites import INSTANT, build, golden_project
from tests.support import skip_or_fail

AT = datetime.fromtimestamp(int(INSTANT), UTC)


def new_key(file: Path) -> Path:
    """Make a key pair without a passphrase."""
    if not shutil.which("ssh-keygen"):
        skip_or_fail("there is no ssh-keygen", "apt-get install openssh-client")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(file)], check=True)
    return file


def public(key: Path) -> str:
    """Return the public key from a key's .pub file."""
    return key.with_name(f"{key.name}.pub").read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the private key that releases are signed with."""
    return new_key(tmp_path_factory.mktemp("key") / "phat-hanh")


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """Return the folder of a release; tests that change it use ``copy``."""
    folder = tmp_path_factory.mktemp("released")
    project = golden_project(folder / "project")
    (project / "data/khoa-ky.yml").write_text(
        f"- ma: phat-hanh-2026\n  khoa: {public(key)}\n  tu: 01/10/2026\n", encoding="utf-8"
    )
    ran = build(project, folder / "site")
    assert ran.returncode == 0, ran.stderr
    assert settle(folder / "site", project, Ledger(), AT) == []
    sign(folder / "site", key, AT)
    return folder / "site"


@pytest.fixture
def copy(released: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder ``released``, which a test may change."""
    return Path(shutil.copytree(released, tmp_path / "copy"))


@pytest.fixture
def other_key(tmp_path: Path) -> Path:
    """Return a signing key that is not in the project's list of keys, data/khoa-ky.yml."""
    return new_key(tmp_path / "other")


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def infopage(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Return a function that runs a command in an empty folder and returns its exit code and output."""
    from infopage.cli import main

    (tmp_path / "empty").mkdir()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)

    def run(*arguments: object) -> tuple[int, str, str]:
        code = main(["--root", str(tmp_path / "empty"), *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture(scope="session")
def other_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Yield a second pair of running servers, beside those of :func:`servers`."""
    with Servers(tmp_path_factory.mktemp("servers")).running() as servers:
        yield servers


@pytest.fixture
def other_lab(tmp_path: Path, other_servers: Servers) -> Lab:
    """Return a second lab (a test's folder on other servers) that shows no release yet."""
    return Lab(tmp_path / "other-lab", other_servers)


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """Yield running servers, which the labs (the folders of single tests) use one after another."""
    with Servers(tmp_path_factory.mktemp("servers")).running() as servers:
        yield servers


@pytest.fixture
def lab(tmp_path: Path, servers: Servers) -> Lab:
    """Return a lab (a test's folder on the servers) that shows no release yet."""
    return Lab(tmp_path / "lab", servers)
