"""A release is signed by OpenSSH, and a reader checks it with OpenSSH and coreutils alone."""

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.commands.release import signed_by_ours
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import NAMESPACE, PRINCIPAL
from infopage.release.proof.manifest import NAME, SIGNATURE
from infopage.release.proof.signing import SignatureError, sign, verify
from infopage.release.publishing.releases import ReleaseError, ShownRelease
from tests.release.conftest import AT, new_key, public

Spoil = Callable[[Path], None]


def by_hand(folder: Path) -> tuple[int, str]:
    """Check a copy with the commands that the page xac-thuc tells readers to run; return the exit code and output."""
    ran = subprocess.run(
        f"ssh-keygen -Y verify -f {KEYS} -I {PRINCIPAL} -n {NAMESPACE} -s {SIGNATURE} < {NAME}"
        f" && sha256sum --check --quiet {NAME}",
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_a_reader_checks_a_release_with_openssh_and_coreutils(released: Path) -> None:
    code, said = by_hand(released)
    assert code == 0
    assert f'Good "{NAMESPACE}" signature for {PRINCIPAL} with ED25519 key SHA256:' in said


def test_openssh_and_coreutils_name_a_flipped_bit(copy: Path) -> None:
    page = copy / "index.html"
    content = bytearray(page.read_bytes())
    content[len(content) // 2] ^= 1
    page.write_bytes(content)
    code, said = by_hand(copy)
    assert code != 0
    assert "index.html: FAILED" in said


def test_openssh_refuses_a_manifest_changed_after_it_was_signed(copy: Path) -> None:
    manifest = copy / NAME
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("a", "b", 1), encoding="utf-8")
    code, said = by_hand(copy)
    assert code != 0
    assert "incorrect signature" in said


def test_signing_twice_gives_the_same_bytes(copy: Path, released: Path, key: Path) -> None:
    sign(copy, key, AT)
    for name in (NAME, SIGNATURE):
        assert (copy / name).read_bytes() == (released / name).read_bytes()


def test_a_key_that_the_site_does_not_name_signs_nothing(copy: Path, other_key: Path) -> None:
    with pytest.raises(SignatureError, match="không có trong danh sách khóa được tin"):
        sign(copy, other_key, AT)
    assert not (copy / SIGNATURE).exists()


def test_a_site_that_names_no_key_is_not_signed(copy: Path, key: Path) -> None:
    (copy / KEYS).write_bytes(b"")
    with pytest.raises(SignatureError, match=r"chưa công bố khóa nào.*data/khoa-ky\.yml"):
        sign(copy, key, AT)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda key: key.chmod(0o644), "chmod 600"),
        (lambda key: key.unlink(), "không có tệp khóa"),
        (lambda key: key.write_text("không phải khóa"), "không phải tệp khóa của OpenSSH"),
        (
            lambda key: subprocess.run(["ssh-keygen", "-q", "-p", "-N", "abcde", "-f", str(key)], check=True),
            "ssh-agent",
        ),
    ],
    ids=["open to all", "missing", "no key", "passphrase"],
)
def test_a_key_that_cannot_sign_is_said_why(
    copy: Path, key: Path, tmp_path: Path, spoil: Spoil, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = Path(shutil.copy(key, tmp_path / "key"))
    mine.chmod(0o600)
    spoil(mine)
    with pytest.raises(SignatureError, match=words):
        sign(copy, mine, AT)
    assert not (copy / SIGNATURE).exists()


def test_without_ssh_keygen_the_message_says_what_to_install(
    copy: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SignatureError, match="openssh-client"):
        sign(copy, key, AT)


def test_going_back_asks_for_a_key_of_ours_that_was_good_then_or_is_now(released: Path) -> None:
    early = datetime(2026, 9, 1, tzinfo=UTC)
    texts = (released / SIGNATURE).read_text(encoding="utf-8"), (released / NAME).read_text(encoding="utf-8")
    good = ShownRelease.parse(f"{'0' * 16} - {int(AT.timestamp())}\n{''.join(texts)}")
    assert (good.signature, good.manifest) == texts
    at_no_time = replace(good, published=int(early.timestamp()))
    signed_by_ours(released.parent / "project", early)(good)
    signed_by_ours(released.parent / "project", AT)(at_no_time)
    for bad, words in (
        (replace(good, signature=""), "bản kê không có chữ ký"),
        (replace(good, manifest=good.manifest.replace("a", "b", 1)), "chữ ký không khớp với bản kê"),
        (at_no_time, "chưa đến ngày dùng"),
    ):
        with pytest.raises(ReleaseError, match=f"không tin được bản 0+: .*{words}.* --force"):
            signed_by_ours(released.parent / "project", early)(bad)
    with pytest.raises(ReleaseError, match="không hiểu lời của máy chủ"):
        ShownRelease.parse("lạ")


class TestRotation:
    """Keys are valid between two days in Hà Nội time, whatever the machine's time zone."""

    def signers(self, old: Path, new: Path) -> str:
        return (
            f'{PRINCIPAL} namespaces="{NAMESPACE}",valid-after="20260101",valid-before="20270101" {public(old)}\n'
            f'{PRINCIPAL} namespaces="{NAMESPACE}",valid-after="20261201" {public(new)}\n'
        )

    def signature(self, key: Path) -> bytes:
        return subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE],
            input=b"x",
            capture_output=True,
            check=True,
        ).stdout

    @pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Ho_Chi_Minh"])
    @pytest.mark.parametrize(
        ("at", "old_is_good", "new_is_good"),
        [
            (datetime(2026, 11, 30, 16, 59, tzinfo=UTC), True, False),
            (datetime(2026, 11, 30, 17, 0, tzinfo=UTC), True, True),
            (datetime(2026, 12, 31, 16, 59, 59, tzinfo=UTC), True, True),
            (datetime(2026, 12, 31, 17, 0, 1, tzinfo=UTC), False, True),
        ],
    )
    def test_while_keys_change_both_are_good_and_then_the_new_one(
        self,
        key: Path,
        other_key: Path,
        monkeypatch: pytest.MonkeyPatch,
        zone: str,
        at: datetime,
        old_is_good: bool,
        new_is_good: bool,
    ) -> None:
        monkeypatch.setenv("TZ", zone)
        for one, good in ((key, old_is_good), (other_key, new_is_good)):
            try:
                verify(b"x", self.signature(one), self.signers(key, other_key), at)
                found = True
            except SignatureError:
                found = False
            assert found == good

    def test_why_a_key_is_not_good_is_said(self, key: Path, other_key: Path) -> None:
        signers = self.signers(key, other_key)
        with pytest.raises(SignatureError, match="hết hạn dùng"):
            verify(b"x", self.signature(key), signers, datetime(2027, 6, 1, tzinfo=UTC))
        with pytest.raises(SignatureError, match="chưa đến ngày dùng"):
            verify(b"x", self.signature(other_key), signers, datetime(2026, 6, 1, tzinfo=UTC))

    def test_a_lost_key_taken_from_the_list_is_good_for_nothing_and_its_successor_signs_anew(
        self, copy: Path, key: Path, tmp_path: Path
    ) -> None:
        successor = new_key(tmp_path / "successor")
        signers = f'{PRINCIPAL} namespaces="{NAMESPACE}",valid-after="20261101" {public(successor)}\n'
        with pytest.raises(SignatureError, match="không có trong danh sách"):
            verify((copy / NAME).read_bytes(), (copy / SIGNATURE).read_bytes(), signers, AT)
        (copy / KEYS).write_text(signers, encoding="utf-8")
        sign(copy, successor, AT)
        assert by_hand(copy)[0] == 0

    def test_a_signature_of_something_else_by_the_same_key_proves_nothing(self, key: Path, other_key: Path) -> None:
        other = subprocess.run(
            ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", "file"],
            input=b"x",
            capture_output=True,
            check=True,
        ).stdout
        with pytest.raises(SignatureError, match="không phải để ký bản kê"):
            verify(b"x", other, self.signers(key, other_key), AT)
