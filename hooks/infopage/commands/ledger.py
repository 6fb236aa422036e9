"""``infopage ledger``: checks that a built site loses no published address, or rebuilds the ledger.

The ledger is the list of all published addresses.
"""

import argparse
import contextlib
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.commands.keep_anchors import keep_anchors
from infopage.commands.server_options import words_key
from infopage.content import loading, registries
from infopage.content.diagnostics import report
from infopage.content.library import load
from infopage.language.dates import hanoi
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.metadata.signing_keys import signers_text
from infopage.release.addresses import permanence
from infopage.release.addresses.answers import Addresses
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.moved import moved_faults
from infopage.release.addresses.redaction import Redaction
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.manifest import Manifest
from infopage.release.proof.verify import signed_file
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.words import keep, words_in
from infopage.release.reading.copies import CopyError, Folder, Live, copy_at


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    ledger = commands.add_parser("ledger", help="so trang đã dựng với sổ địa chỉ; không cho mất địa chỉ nào")
    ledger.add_argument("site", nargs="?", metavar="TRANG", help="thư mục trang đã dựng")
    ledger.add_argument(
        "--previous", metavar="NGUỒN", help=f"{LEDGER} của bản trước: tệp, thư mục bản ấy, hoặc địa chỉ trang"
    )
    ledger.add_argument("--first", action="store_true", help="đây là lần phát hành đầu tiên, chưa có sổ nào")
    ledger.add_argument(
        "--forbid", action="store_true",
        help="tệp đã đăng mà nay không được đăng nữa: địa chỉ trả lời 410, sổ ghi lại; in từng địa chỉ",
    )  # fmt: skip
    ledger.add_argument(
        "--words", metavar="TỆP", help="sổ câu chữ của bản trước: so cả câu chữ, rồi thay bằng sổ của bản này"
    )
    ledger.add_argument(
        "--keep-anchors", action="store_true",
        help="ghi vào khóa neo_cu những địa chỉ đã công bố mà lời ở đó nay ở chỗ khác; cần bản trước, không chỉ cái sổ",
    )  # fmt: skip
    ledger.add_argument("--rebuild", nargs="+", metavar="THƯ_MỤC", help="dựng lại sổ từ các bản đã giữ")
    ledger.add_argument("--output", metavar="TỆP", default=LEDGER, help="tệp ghi sổ dựng lại")
    ledger.set_defaults(run=exits_with_2(_ledger), anywhere=True)


def _ledger(options: argparse.Namespace, root: Path) -> int:
    instant: datetime = options.instant
    if options.rebuild:
        ledger = permanence.rebuild(map(Path, options.rebuild), hanoi(instant).date())
        permanence.write(ledger, Path(options.output))
        print(f"{options.output}: {len(ledger.entries)} địa chỉ.")
        return 0
    if not options.site or bool(options.previous) == options.first:
        raise ValueError(f"hãy ghi thư mục trang và --previous (nơi có {LEDGER} của bản trước), hoặc --first")
    site, redaction = Path(options.site), redaction_of(root, instant)
    previous = previous_ledger(options.previous, root, instant).redacted(redaction.pages, redaction.files)
    if options.forbid:
        print("\n".join(permanence.forbidden_lines(permanence.forbid(site, previous))))
    copy = None if options.first or Path(options.previous).is_file() else copy_at(options.previous)
    if options.keep_anchors:
        return _keep(site, root, previous, copy)
    faults = list(moved_faults(site, previous, copy)) if copy else []
    faults += permanence.losses(Addresses.of_folder(site), root, previous, instant) if faults else []
    faults = faults or permanence.settle(site, root, previous, instant)
    print("\n".join(permanence.all_lines(faults)))
    return int(bool(faults) or not _keeps_words(options, root))


def _keeps_words(options: argparse.Namespace, root: Path) -> bool:
    """Tell whether the words of the project at ``root`` agree with the record of published words named in the options.

    Print a line for each item whose words changed without a note. If there is none, write the new record and return
    True; also return True if the options name no record. Raises ValueError where the project has faults.
    """
    if not options.words:
        return True
    found, _ = loading.build(root, options.instant, preview=False)
    if found is None:
        raise ValueError("bài hay danh mục có lỗi; hãy sửa theo scripts/infopage check rồi chạy lại")
    try:
        words = words_in(Path(options.words), words_key(), first=options.first, say=print)
    except ReleaseError as error:
        raise ValueError(str(error)) from None
    silent = list(words.silent(found, root / "docs"))
    for fault in silent:
        print(fault)
    if words.record and not silent:
        keep(Path(options.words), words.record)
    return not silent


def _keep(site: Path, root: Path, previous: Ledger, copy: Folder | Live | None) -> int:
    if copy is None:
        raise ValueError("--keep-anchors cần thư mục hay địa chỉ của bản trước ở --previous, để so lời ở từng chỗ")
    library, faults = load(root)
    if library is None:
        raise ValueError(report(faults))
    lines = list(keep_anchors(site, root, library, previous, copy))
    print("\n".join(lines) if lines else "Không có địa chỉ nào phải giữ thêm.")
    return int(bool(lines))


def previous_ledger(place: str | None, root: Path, instant: datetime) -> Ledger:
    """Return the ledger (list of all published addresses) of the release at ``place``; an empty one if that is None.

    ``place`` is a file, the folder of a release, or a live site's address. A release's signature must be valid at
    ``instant`` (see :func:`carried`). Raises CopyError and SignatureError, and ValueError where there is no ledger or a
    damaged one.
    """
    if place is None:
        return Ledger()
    if Path(place).is_file():
        return permanence.previous_of(Path(place).read_bytes().decode(errors="replace"))
    found = carried(place, LEDGER, root, instant)
    if found is None:
        raise ValueError(f"{place} không có {LEDGER}; lần phát hành đầu tiên thì dùng --first thay cho --previous")
    return permanence.previous_of(found)


def carried(place: str, name: str, root: Path, instant: datetime) -> str | None:
    """Return the text of the file ``name`` of a release; None where the release has no such file.

    ``place`` is the release's folder or the site's address. If the project names signing keys, one of them that is
    valid at ``instant`` must have signed the release. Raises SignatureError and ValueError. Raises CopyError where the
    release cannot be read, or the file is lost or differs from the release's manifest.
    """
    copy, trusted = copy_at(place), own_keys(root)
    found = signed_file(copy, name, trusted, instant) if trusted else copy.read(name)
    with contextlib.suppress(ValueError):  # without a readable manifest there is no SHA-256 to compare
        stated = Manifest.parse((copy.read(MANIFEST) or b"").decode()).digests.get(name)
        if stated and (found is None or sha256(found).hexdigest() != stated):
            raise CopyError(f"{place} đã mất {name} hoặc tệp ấy đã bị sửa: khác bản kê {MANIFEST}")
    return None if found is None else found.decode(errors="replace")


def without_redacted(ledger: Ledger, root: Path, instant: datetime) -> Ledger:
    """Return a ledger without the items that are redacted (withdrawn, and their titles must not be shown).

    Which items are redacted is read from the project at ``root``, as of the build time ``instant``.
    """
    redaction = redaction_of(root, instant)
    return ledger.redacted(redaction.pages, redaction.files)


def redaction_of(root: Path, instant: datetime) -> Redaction:
    """Return the redacted items (withdrawn, with their titles hidden) of the project at ``root`` as of ``instant``.

    There are none where there is no project.
    """
    found = loading.build(root, instant, preview=False)[0] if (root / "docs").is_dir() else None
    return Redaction.of(found) if found else Redaction()


def own_keys(root: Path) -> str:
    """Return the signing keys in the project's data, as a list in OpenSSH's format; empty where there is no project.

    Raises ValueError where the project's data files cannot be read.
    """
    if not (root / "data" / f"{Path(KEYS).stem}.yml").is_file():
        return ""
    lists, _, _ = registries.load(root)
    if lists is None:
        raise ValueError("các danh mục trong data/ có lỗi; hãy sửa theo scripts/infopage check rồi chạy lại")
    return signers_text(lists.signing_keys)
