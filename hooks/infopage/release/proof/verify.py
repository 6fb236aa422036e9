"""Checks that a copy of the site is a genuine release: its signature is valid, and its files match the manifest.

Somebody who forges a whole site also forges its list of keys. So the reader needs a list of keys, a public key or a
key's fingerprint from another source.
"""

from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import NAMESPACE, PRINCIPAL
from infopage.release.addresses.age import TELLING, KnownLedger, newest, replayed
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.carried import carried_over
from infopage.release.proof.compressed import compressed_forms
from infopage.release.proof.manifest import NAME, SIGNATURE, Manifest
from infopage.release.proof.signing import SignatureError, keys_by_fingerprint, verify
from infopage.release.reading.copies import NOT_SERVED, UNREAD, CopyError, Folder, Live

_MOST_UNREAD = 20

Progress = Callable[[int, int], None]
"""A function that is called with the number of files checked so far and the number of all files."""


@dataclass(frozen=True)
class Verification:
    """The result of checking a copy of the site.

    ``faults`` are messages for people, ``files`` is the number of files checked, and ``key`` the fingerprint of the key
    that signed the copy, empty without a valid signature. ``trusted`` tells whether the reader gave a key from another
    source than the copy itself.
    ``newest`` is the newest date in the signed files; None where no key signed them.
    """

    faults: tuple[str, ...]
    files: int
    key: str = ""
    trusted: bool = False
    newest: date | None = None

    @property
    def good(self) -> bool:
        """Whether the copy is proven to be a release: it has no faults, and the reader gave the key to trust."""
        return not self.faults and self.trusted


def check(
    copy: Folder | Live, trusted: str, instant: datetime, progress: Progress, known: KnownLedger | None = None
) -> Verification:
    """Check whether a copy is a genuine release. Raises CopyError where it cannot be read.

    The copy must be signed by a trusted key that is valid at ``instant``. ``trusted`` is a list of keys, a public key,
    or a key's fingerprint. If it is empty, the copy's own list of keys is used. ``known`` is the ledger of the newest
    release that the reader has seen: a copy of an older release is a fault. ``progress`` is called after each file.
    """
    text, signature = copy.read(NAME), copy.read(SIGNATURE)
    if text is None:
        raise CopyError(f"không có {NAME}: đây không phải bản phát hành có bản kê, hoặc địa chỉ chưa đúng")
    try:
        manifest = Manifest.parse(text.decode())
    except ValueError as error:  # also a manifest that is not UTF-8: UnicodeDecodeError is a ValueError
        return Verification((f"{NAME}: bản kê hỏng ({error})",), 0)
    faults: list[str] = []
    key = ""
    signers = signers_of(trusted, copy)
    if signature is None:
        faults.append(f"{SIGNATURE}: bản kê không có chữ ký")
    else:
        try:
            key = verify(text, signature, signers, instant)
        except SignatureError as error:
            faults.append(f"{SIGNATURE}: {error}")
    texts = _telling(copy, manifest)
    found = texts.digests | dict(_read(copy, manifest, progress, texts.digests.keys()))
    carried = frozenset() if isinstance(copy, Live) else carried_over(copy.root, signers, instant)
    forms = {} if isinstance(copy, Live) else compressed_forms(copy.root, manifest, found)
    added = {name for name, digest in found.items() if name in forms or (name, digest) in carried}
    rest = {name: digest for name, digest in found.items() if name in manifest.digests or name not in added}
    faults += (_WORDS[fault].format(name) for name, fault in _faults(manifest, rest, live=copy.live))
    faults += (_WORDS["form"].format(name) for name, is_of_its_text in forms.items() if not is_of_its_text)
    if known and (told := replayed(texts.signed.get(LEDGER), known)):
        faults.append(told)
    return Verification(tuple(faults), len(rest), key, bool(trusted), newest(texts.signed) if key else None)


class _Texts(NamedTuple):
    """The files of a copy that contain dates (``TELLING``), which show its age.

    ``signed`` are the texts of those that match the signed manifest, ``digests`` the SHA-256 of all that were read.
    """

    signed: dict[str, str]
    digests: dict[str, str]


def _telling(copy: Folder | Live, manifest: Manifest) -> _Texts:
    texts = _Texts({}, {})
    for name in TELLING:
        try:
            content = copy.read(name) if name in manifest.digests else None
        except CopyError:  # the check of all files reports it later
            continue
        if content is not None:
            texts.digests[name] = sha256(content).hexdigest()
            if texts.digests[name] == manifest.digests[name]:
                texts.signed[name] = content.decode("utf-8", "replace")
    return texts


def signed_file(copy: Folder | Live, name: str, trusted: str, instant: datetime) -> bytes | None:
    """Return the content of one file of a copy; None where the file does not exist.

    Raises CopyError unless a ``trusted`` key that is valid at ``instant`` signed the manifest, and the file matches it.
    Otherwise anybody who can write to the server could remove addresses from the ledger of the next release.
    """
    content = copy.read(name)
    if content is None:
        return None
    text, signature = copy.read(NAME) or b"", copy.read(SIGNATURE) or b""
    try:
        verify(text, signature, signers_of(trusted, copy), instant)
        stated = Manifest.parse(text.decode()).digests.get(name)
    except (SignatureError, ValueError) as error:
        advice = "hãy kiểm tra bản ấy bằng scripts/infopage verify, rồi ghi tệp đã kiểm tra ở --previous"
        raise CopyError(f"không tin được {name}: {error}; {advice}") from None
    if stated != sha256(content).hexdigest():
        raise CopyError(
            f"{name} đã bị sửa sau khi ký; hãy dựng lại từ các bản đã giữ: scripts/infopage ledger --rebuild THƯ_MỤC…"
        )
    return content


def signers_of(trusted: str, copy: Folder | Live) -> str:
    """Return the list of keys to accept, in OpenSSH's allowed-signers format.

    ``trusted`` is the text of keys to accept, or a fingerprint of a key in the copy's own list. If it is empty, all
    keys in the copy's own list are accepted. The result is empty where the fingerprint is not in that list.
    """
    if not trusted or trusted.startswith("SHA256:"):
        own = (copy.read(KEYS) or b"").decode(errors="replace")
        if not trusted:
            return own
        key = keys_by_fingerprint(own).get(trusted.strip())
        return f"{_signer(key)}\n" if key else ""
    lines = (line for line in trusted.splitlines() if line.strip() and not line.startswith("#"))
    return "".join(f"{_signer(line)}\n" for line in lines)


def _signer(line: str) -> str:
    return f'{PRINCIPAL} namespaces="{NAMESPACE}" {line}' if line.startswith(("ssh-", "sk-")) else line


def _read(copy: Folder | Live, manifest: Manifest, progress: Progress, known: Set[str]) -> Iterator[tuple[str, str]]:
    names = frozenset(manifest.digests)
    unread = 0
    for number, (name, digest) in enumerate(copy.digests(names - known), 1):
        progress(number, len(names))
        unread += digest == UNREAD
        if unread > _MOST_UNREAD:
            raise CopyError(f"bỏ dở: quá {_MOST_UNREAD} tệp không tải được; hãy xem lại mạng rồi kiểm tra lại")
        if digest is not None:
            yield name, digest


def _faults(manifest: Manifest, found: dict[str, str], *, live: bool) -> Iterator[tuple[str, str]]:
    for name, fault in manifest.faults(found):
        if name not in (NAME, SIGNATURE) and not (live and name in NOT_SERVED):
            yield name, "unread" if fault == "changed" and found[name] == UNREAD else fault


_WORDS = {
    "missing": "{}: bị thiếu",
    "changed": "{}: nội dung đã bị sửa",
    "foreign": "{}: không có trong bản kê, là tệp lạ",
    "form": "{}: bản nén không phải của tệp gốc cùng tên; hãy xóa bản nén này rồi xuất bản lại",
    "unread": "{}: không tải được hoặc không phải tệp thường",
}


def trusted_text(given: str) -> str:
    """Return the key to trust from the option ``--key``: a fingerprint, or the text of a key file. Raises CopyError."""
    if given.startswith("SHA256:"):
        return given
    try:
        text = Path(given).read_text(encoding="utf-8")
    except (OSError, ValueError):
        raise CopyError(f"không đọc được tệp khóa {given}; hãy ghi tệp .pub, tệp {KEYS}, hoặc SHA256:…") from None
    if "PRIVATE KEY" in text:
        raise CopyError(f"{given} là khóa bí mật; để kiểm tra chỉ cần khóa công khai (tệp .pub)")
    return text
