"""A release has a bill of materials and a statement of its origin beside it, and both are verified."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from infopage.cli import main
from infopage.commands.attest import COMMIT, LOCK, _builder
from infopage.release.proof.bill import NAME as BILL
from infopage.release.proof.bill import Licence, bill_of_materials, packages
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.provenance import NAME, SIGNATURE
from infopage.release.reading.digests import file_digest
from tests.release.conftest import AT, Run
from tests.support import ROOT, skip_or_fail

LOCKED = (ROOT / LOCK).read_text("utf-8")
SITE = "https://tinh.example/"
LICENCES = {"babel": Licence("BSD License", is_expression=False), "click": Licence("BSD-3-Clause", is_expression=True)}


def bill(digest: str = "a" * 64) -> str:
    return bill_of_materials(packages(LOCKED), LICENCES, SITE, digest, AT)


def test_a_bill_is_what_the_schema_of_cyclonedx_allows() -> None:
    try:
        from cyclonedx.schema import SchemaVersion
        from cyclonedx.validation.json import JsonStrictValidator
    except ModuleNotFoundError:
        skip_or_fail("there is no cyclonedx-python-lib", "scripts/test")
    schema = JsonStrictValidator(SchemaVersion.V1_6)
    assert schema.validate_str(bill()) is None
    assert schema.validate_str(bill().replace('"SHA-256"', '"SHA-257"')) is not None


def test_a_bill_names_every_locked_package_with_all_its_hashes_and_its_licence_where_known() -> None:
    made = json.loads(bill())
    lines = [line for line in LOCKED.splitlines() if "==" in line and not line.lstrip().startswith("#")]
    assert [f"{one['name']}=={one['version']}" for one in made["components"]] == [line.split()[0] for line in lines]
    stated = [digest["content"] for one in made["components"] for digest in one["hashes"]]
    assert stated == [part.split()[0] for part in LOCKED.split("--hash=sha256:")[1:]]
    refs = [made["metadata"]["component"]["bom-ref"], *(one["purl"] for one in made["components"])]
    assert len(set(refs)) == len(refs)
    assert [one["ref"] for one in made["dependencies"]] == refs
    assert made["dependencies"][0]["dependsOn"] == refs[1:]
    licences = {one["name"]: one["licenses"] for one in made["components"] if "licenses" in one}
    assert licences == {"babel": [{"license": {"name": "BSD License"}}], "click": [{"expression": "BSD-3-Clause"}]}


def test_a_bill_is_the_same_for_the_same_release_and_another_for_another() -> None:
    assert bill() == bill()
    serials = {json.loads(bill(digest * 64))["serialNumber"] for digest in "ab"}
    assert len(serials) == 2


def test_a_package_is_named_as_its_url_wants_and_one_without_a_hash_is_refused() -> None:
    (one,) = packages(
        f"Zope.Interface_x==1.0 ; python_version < '4' \\\n    --hash=sha256:{'0' * 64}\n    # via y==2\n"
    )
    assert (one.purl, one.version, len(one.hashes)) == ("pkg:pypi/zope-interface-x@1.0", "1.0", 1)
    with pytest.raises(ValueError, match="gói x trong tệp khóa không có mã băm"):
        packages("x==1.0\n")


def test_the_builder_is_named_by_the_system_that_builds() -> None:
    github = {
        "GITHUB_SERVER_URL": "https://git.example",
        "GITHUB_WORKFLOW_REF": "a/b/.github/workflows/publish.yml@main",
    }
    assert _builder(github) == "https://git.example/a/b/.github/workflows/publish.yml@main"
    assert _builder({"CI_PROJECT_URL": "https://lab.example/a/b"}) == "https://lab.example/a/b"
    assert _builder({}) == "urn:infopage:builder:local"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with what ``infopage attest`` reads: the lock file, and the file with the build's commit."""
    folder = tmp_path / "project"
    for name, text in ((LOCK, LOCKED), (COMMIT, f"{'c' * 40} modified\n")):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def beside(released: Path, key: Path, project: Path, tmp_path: Path, infopage: Run) -> Path:
    """Return the folder with the files beside the release and a package of it."""
    folder = tmp_path / "goi"
    folder.mkdir()
    (folder / "trang.zip").write_bytes(b"zip")
    assert main(["--root", str(project), "attest", str(released), "--key", str(key), "--output", str(folder)]) == 0
    return folder


def test_the_statement_tells_of_the_release_its_packages_its_commit_and_its_lock(
    released: Path, beside: Path, project: Path
) -> None:
    made: dict[str, Any] = json.loads((beside / NAME).read_text("utf-8"))
    subjects = {one["name"]: one["digest"]["sha256"] for one in made["subject"]}
    assert subjects == {MANIFEST: file_digest(released / MANIFEST), "trang.zip": file_digest(beside / "trang.zip")}
    source, lock = made["predicate"]["buildDefinition"]["resolvedDependencies"]
    assert source == {"name": "source", "digest": {"gitCommit": "c" * 40}, "annotations": {"modified": True}}
    assert lock == {"name": LOCK, "digest": {"sha256": file_digest(project / LOCK)}}
    details = made["predicate"]["runDetails"]
    assert details["metadata"] == {"startedOn": "2026-11-23T00:00:00Z"}
    assert details["byproducts"] == [{"name": BILL, "digest": {"sha256": file_digest(beside / BILL)}}]


def test_the_same_release_has_the_same_beside_it(
    released: Path, beside: Path, key: Path, project: Path, tmp_path: Path
) -> None:
    again = tmp_path / "nơi khác"
    again.mkdir()
    shutil.copy(beside / "trang.zip", again)
    assert main(["--root", str(project), "attest", str(released), "--key", str(key), "--output", str(again)]) == 0
    assert [(again / name).read_bytes() for name in (BILL, NAME, SIGNATURE)] == [
        (beside / name).read_bytes() for name in (BILL, NAME, SIGNATURE)
    ]


def test_a_copy_is_held_against_its_statement(copy: Path, beside: Path, key: Path, infopage: Run) -> None:
    code, out, _ = infopage("verify", copy, "--key", f"{key}.pub", "--statement", beside / NAME)
    assert code == 0, out


def other_release(beside: Path) -> None:
    rewrite(beside / NAME, lambda said: said["subject"][0]["digest"].update(sha256="0" * 64))


def other_bill(beside: Path) -> None:
    (beside / BILL).write_text(bill(), "utf-8")


def no_bill(beside: Path) -> None:
    (beside / BILL).unlink()


def unsigned(beside: Path) -> None:
    (beside / SIGNATURE).unlink()


def no_statement(beside: Path) -> None:
    (beside / NAME).write_text("[1]", "utf-8")


def not_json(beside: Path) -> None:
    (beside / NAME).write_bytes(b"\xff{")


def rewrite(file: Path, change: Callable[[dict[str, Any]], None]) -> None:
    said = json.loads(file.read_text("utf-8"))
    change(said)
    file.write_text(json.dumps(said), "utf-8")


def test_each_disagreement_is_told(released: Path, copy: Path, beside: Path, key: Path, infopage: Run) -> None:
    whole = shutil.copytree(beside, beside.with_name("whole"))
    manifest = file_digest(released / MANIFEST)
    for spoil, told in (
        (other_release, f"{NAME}: bản khai nói về bản {'0' * 16}, không phải bản này ({manifest[:16]})"),
        (other_release, f"{SIGNATURE}: chữ ký không khớp"),
        (other_bill, f"{BILL}: danh mục thành phần khác với bản khai xuất xứ"),
        (no_bill, f"{BILL}: thiếu danh mục thành phần"),
        (unsigned, f"{NAME}: bản khai xuất xứ không có chữ ký"),
        (no_statement, f"{NAME}: không phải bản khai xuất xứ"),
        (not_json, f"{NAME}: không phải bản khai xuất xứ"),
    ):
        spoil(beside)
        code, out, err = infopage("verify", copy, "--key", f"{key}.pub", "--statement", beside / NAME)
        assert code == 1, out
        assert f"lỗi: {told}" in out
        assert "KHÔNG ĐÚNG: " in out
        assert err == ""
        shutil.rmtree(beside)
        shutil.copytree(whole, beside)
    code, _, err = infopage("verify", copy, "--key", f"{key}.pub", "--statement", beside / "không-có.json")
    assert (code, "không-có.json" in err) == (2, True)


def test_what_cannot_be_attested_is_said_in_one_line(released: Path, tmp_path: Path, key: Path, infopage: Run) -> None:
    out = ("--output", tmp_path / "goi")
    for words, told in (
        ((tmp_path, "--unsigned", *out), "không phải trang đã dựng"),
        ((released, *out), "hãy ghi --key TỆP, hoặc --unsigned"),
        ((released, "--unsigned", "--key", key, *out), "hãy ghi --key TỆP, hoặc --unsigned"),
        ((released, "--unsigned", *out), f"không có {LOCK}"),
    ):
        code, _, err = infopage("attest", *words)
        assert code == 2
        assert err.startswith("infopage: ")
        assert told in err
