"""Signs the manifest and verifies its signature with OpenSSH (``ssh-keygen -Y``, PROTOCOL.sshsig).

A list of signing keys, in OpenSSH's allowed-signers format, says in which period each key is valid. Its dates are in Hà
Nội time on any machine.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from infopage.language.dates import hanoi
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import NAMESPACE, PRINCIPAL
from infopage.release.proof.manifest import NAME, SIGNATURE, Manifest

_GOOD = re.compile(r"with \S+ key (SHA256:\S+)")


class SignatureError(Exception):
    """Raised if a signature cannot be made or is not valid. The message tells the person at the command why."""


def sign(site: Path, key: Path, instant: datetime) -> Manifest:
    """Write the manifest of a folder and its signature, and return the manifest.

    ``key`` is a private key file, or the public key file of a private key in ssh-agent. Raises ValueError for a file
    that a manifest cannot list, such as a symbolic link. Raises SignatureError, and leaves no signature, where the key
    cannot sign, is not in the site's list of keys, or is not valid at ``instant``.
    """
    (site / SIGNATURE).unlink(missing_ok=True)
    manifest = Manifest.of_folder(site)
    text = str(manifest).encode()
    signature = signature_of(text, key)
    signers = (site / KEYS).read_text(encoding="utf-8") if (site / KEYS).is_file() else ""
    if not signers.strip():
        raise SignatureError(f"trang chưa công bố khóa nào; hãy ghi khóa công khai vào data/{Path(KEYS).stem}.yml")
    verify(text, signature, signers, instant)
    (site / NAME).write_bytes(text)
    (site / SIGNATURE).write_bytes(signature)
    return manifest


def signature_of(text: bytes, key: Path) -> bytes:
    """Return the signature of a text. Raises SignatureError.

    ``key`` is a private key file, or the public key file of a private key in ssh-agent.
    """
    if not key.is_file():
        raise SignatureError(f"không có tệp khóa {key}")
    return _run(["-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE], text)


def verify(text: bytes, signature: bytes, signers: str, instant: datetime) -> str:
    """Verify the signature of a text and return the fingerprint of the key that signed it.

    Raises SignatureError unless the key is in the list ``signers`` and valid at ``instant``.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in (KEYS, SIGNATURE)]
        files[0].write_text(signers, encoding="utf-8")
        files[1].write_bytes(signature)
        # Hà Nội time without a zone, like the dates in the list, so that the machine's own time zone does not matter.
        at = f"verify-time={hanoi(instant):%Y%m%d%H%M%S}"
        command = ["-Y", "verify", "-f", str(files[0]), "-I", PRINCIPAL, "-n", NAMESPACE, "-s", str(files[1]), "-O", at]
        said = _run(command, text).decode(errors="replace")
    found = _GOOD.search(said)
    if not found:
        raise SignatureError(f"không hiểu lời của ssh-keygen: {said.strip()}")
    return found[1]


def verify_at_either(text: bytes, signature: bytes, signers: str, first: datetime, second: datetime) -> None:
    """Raise SignatureError unless ``signature`` is that of a key of ``signers``, valid at ``first`` or at ``second``.

    The two are the time of publication and the present. A key that has expired since, or one that was only added to the
    list later, is accepted.
    """
    try:
        verify(text, signature, signers, first)
    except SignatureError:
        verify(text, signature, signers, second)


def keys_by_fingerprint(signers: str) -> dict[str, str]:
    """Return the public keys in a list of signers by fingerprint, without the options in the list's lines."""
    keys = re.findall(r"(?<!\S)(?:sk-)?ssh-\S+ \S+", signers)
    return {named: key for key in keys if (named := fingerprint(key))}


def fingerprint(public: str) -> str | None:
    """Return OpenSSH's fingerprint of a public key, ``SHA256:…``; None where ``public`` is not a key."""
    try:
        said = _run(["-l", "-f", "-"], f"{public}\n".encode()).decode(errors="replace")
    except SignatureError:
        return None
    return next((word for word in said.split() if word.startswith("SHA256:")), None)


_WORDS = (
    ("UNPROTECTED PRIVATE KEY", "tệp khóa để người khác đọc được; hãy chạy: chmod 600 TỆP_KHÓA"),
    ("passphrase", "khóa có mật khẩu mà không có ai gõ; hãy nạp khóa vào ssh-agent, hoặc dùng khóa riêng cho máy ký"),
    ("incorrect signature", "chữ ký không khớp với bản kê: bản kê đã bị sửa sau khi ký"),
    ("key has expired", "khóa đã ký nay hết hạn dùng"),
    ("key is not yet valid", "khóa đã ký chưa đến ngày dùng"),
    ("namespace", "chữ ký này không phải để ký bản kê của trang"),
    ("load public key", "đó không phải tệp khóa của OpenSSH"),
    ("parse signature", "tệp chữ ký không đúng dạng của OpenSSH"),
    ("invalid format", "tệp chữ ký không đúng dạng của OpenSSH"),
    ("Could not verify", "khóa đã ký không có trong danh sách khóa được tin"),
)
"""Error messages of ssh-keygen, each with its explanation for people."""


def _run(arguments: Sequence[str], given: bytes) -> bytes:
    environment = {**os.environ, "LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"}
    try:
        ran = subprocess.run(
            ["ssh-keygen", *arguments], input=given, capture_output=True, check=False, env=environment, timeout=120
        )
    except FileNotFoundError:
        raise SignatureError(
            "máy này không có ssh-keygen; trên Debian, Ubuntu: apt-get install openssh-client"
        ) from None
    except subprocess.TimeoutExpired:
        raise SignatureError("ssh-keygen không trả lời sau hai phút") from None
    if ran.returncode:
        said = (ran.stderr or ran.stdout).decode(errors="replace").strip()
        raise SignatureError(next((words for sign, words in _WORDS if sign in said), f"ssh-keygen báo: {said}"))
    return ran.stdout
