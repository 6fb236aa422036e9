"""``infopage sign``, ``verify``, ``package``: sign a release, check a copy of it, and pack it as a zip file."""

import argparse
import sys
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.commands.ledger import own_keys, without_redacted
from infopage.language.dates import Moment, format_date, hanoi
from infopage.release.addresses.age import KnownLedger, age_line
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.permanence import previous_of
from infopage.release.guard.leftovers import address_of_site
from infopage.release.packing import package
from infopage.release.proof import signing
from infopage.release.proof.attested import faults_beside
from infopage.release.proof.bill import NAME as BILL
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.manifest import SIGNATURE
from infopage.release.proof.provenance import NAME as STATEMENT
from infopage.release.proof.verify import Verification, check, signers_of, trusted_text
from infopage.release.publishing.floor import RECORD
from infopage.release.publishing.preflight import reasons_of_identity
from infopage.release.reading.copies import Live, copy_at


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's commands and their options to ``commands``, the subcommands of ``infopage``."""
    sign = commands.add_parser("sign", help="ghi bản kê mọi tệp của trang đã dựng và ký bản kê")
    sign.add_argument("site", metavar="TRANG", help="thư mục trang đã dựng")
    sign.add_argument(
        "--key", required=True, metavar="TỆP", help="khóa bí mật của OpenSSH (hoặc .pub khi dùng ssh-agent)"
    )
    verify = commands.add_parser(
        "verify", help="kiểm tra một trang đang chạy hoặc một bản sao có đúng là bản đã phát hành"
    )
    verify.add_argument("copy", metavar="NƠI", help="địa chỉ trang, hoặc thư mục bản sao")
    verify.add_argument(
        "--key", metavar="KHÓA", help="khóa được tin, lấy từ nguồn khác: tệp .pub, khoa-ky.txt, hoặc SHA256:…"
    )
    verify.add_argument("--at", metavar="NGÀY", help="kiểm tra hạn của khóa như vào ngày ấy, cho bản lưu cũ")
    verify.add_argument(
        "--known", metavar="TỆP", help=f"{LEDGER} của bản cuối đã biết; bản có ít địa chỉ hơn là bản cũ phát lại"
    )
    verify.add_argument("--statement", metavar="TỆP", help=f"{STATEMENT} của bản ấy, có {BILL} và chữ ký để bên cạnh")
    pack = commands.add_parser("package", help="đóng trang thành một tệp zip đã ký")
    pack.add_argument("site", metavar="TRANG", help="thư mục trang đã dựng")
    pack.add_argument("--output", required=True, metavar="TỆP", help="tệp zip sẽ ghi")
    kind = pack.add_mutually_exclusive_group()
    kind.add_argument("--offline", action="store_true", help="bản đọc khi không có mạng, mở thẳng từ thư mục")
    kind.add_argument("--plain", action="store_true", help="bản cho nơi không trả lời được mã 410, như GitHub Pages")
    pack.add_argument("--key", metavar="TỆP", help="khóa ký, cho bản --offline, --plain hoặc trang chưa ký")
    pack.add_argument("--unsigned", action="store_true", help="đóng gói mà không ký")
    for parser, run in ((sign, _sign), (verify, _verify), (pack, _package)):
        parser.set_defaults(run=exits_with_2(run), anywhere=True)


def _sign(options: argparse.Namespace, root: Path) -> int:
    manifest = signing.sign(Path(options.site), Path(options.key), options.instant)
    print(f"{Path(options.site) / SIGNATURE}: đã ký {len(manifest.digests)} tệp, mã bản {manifest.digest[:16]}.")
    return 0


def _verify(options: argparse.Namespace, root: Path) -> int:
    trusted = trusted_text(options.key) if options.key else own_keys(root)
    try:
        at = Moment.parse(options.at).at if options.at else options.instant
    except ValueError:
        raise ValueError(f"“{options.at}” không phải ngày; hãy viết như 15/3/2025") from None
    copy = copy_at(options.copy)
    proof = check(copy, trusted, at, _Progress(), _known(options, root, live=isinstance(copy, Live)))
    if options.statement:
        manifest = sha256(copy.read(MANIFEST) or b"").hexdigest()
        beside = faults_beside(Path(options.statement), manifest, signers_of(trusted, copy), at)
        proof = replace(proof, faults=(*proof.faults, *beside))
    for fault in proof.faults:
        print(f"lỗi: {fault}")
    print(_verdict(proof, live=isinstance(copy, Live)))
    if proof.newest:
        print(age_line(proof.newest, hanoi(options.instant).date()))
    return 0 if proof.good else 1


def _known(options: argparse.Namespace, root: Path, *, live: bool) -> KnownLedger | None:
    """Return the ledger (list of all addresses) of the newest release known on this machine; None where there is none.

    It is the ledger given as an option, or for a live site the one stored at the last publication. A copy in a folder
    may rightly be older, so it is not compared with the stored ledger.
    """
    file = Path(options.known) if options.known else root / RECORD
    if not options.known and not (live and file.is_file()):
        return None
    ledger = previous_of(file.read_bytes().decode("utf-8", "replace"))
    return KnownLedger(ledger, partial(without_redacted, root=root, instant=options.instant))


def _verdict(proof: Verification, *, live: bool) -> str:
    if proof.faults:
        return f"KHÔNG ĐÚNG: {len(proof.faults)} lỗi trong {proof.files} tệp. Đừng dùng bản này."
    if not proof.trusted:
        return (
            f"CHƯA CHỨNG MINH ĐƯỢC AI KÝ: {proof.files} tệp khớp với chữ ký của khóa {proof.key}, nhưng khóa ấy do "
            "chính bản này đưa ra. Hãy lấy dấu vân tay của khóa từ nguồn khác (công văn, điện thoại) rồi thêm "
            "--key SHA256:…"
        )
    what = "trang đang chạy" if live else "bản sao"
    return f"ĐÚNG: {what} là bản đã phát hành; {proof.files} tệp, ký bằng khóa {proof.key}."


class _Progress:
    """Prints the progress of a check on the terminal, at most once a second."""

    def __init__(self) -> None:
        self._said = time.monotonic()

    def __call__(self, done: int, of: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - self._said > 1:
            self._said = time.monotonic()
            print(f"\r{done}/{of} tệp", end="" if done < of else "\n", file=sys.stderr, flush=True)


def _package(options: argparse.Namespace, root: Path) -> int:
    site, output = Path(options.site), Path(options.output)
    instant: datetime = options.instant
    if not (site / "index.html").is_file():
        raise ValueError(f"{site}: không phải trang đã dựng (thiếu index.html)")
    if site.resolve() in output.resolve().parents:
        raise ValueError(f"{output} nằm trong chính trang được đóng gói; hãy ghi ra chỗ khác")
    own = root if site.resolve().is_relative_to(root) and (root / "data").is_dir() else None
    if reasons := list(reasons_of_identity(site, own, address_of_site(site))):
        raise ValueError("\n".join(["trang này chưa phát hành được:", *reasons]))
    folder: AbstractContextManager[Path] = nullcontext(site)
    if options.offline:
        folder = package.offline_copy(site, instant)
    elif options.plain:
        folder = package.for_plain_host(site)
    with folder as copy:
        if options.key:
            signing.sign(copy, Path(options.key), instant)
        elif not options.unsigned:
            package.check_signed(copy)
        package.pack(copy, output, instant, proof=not options.unsigned)
    print(f"{output}: {output.stat().st_size // 1024} KB, ngày {format_date(hanoi(instant).date())}.")
    return 0
