"""Packs a release as one zip file: for servers without SSH access, and as the offline copy.

The same files and the same build time give the same bytes on any machine.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from infopage.language.dates import format_date, hanoi
from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.release.packing.offline import About, write_offline
from infopage.release.proof.manifest import NAME, SIGNATURE, Manifest
from infopage.release.reading.walk import files_named

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can store."""

_BLOCK = 1 << 20


@contextmanager
def offline_copy(site: Path, instant: datetime) -> Iterator[Path]:
    """Yield a temporary folder with the offline copy of a built site. It is deleted after the ``with`` block.

    The copy says that it was made on the day of ``instant``. The list of signing keys lies beside the file to open
    first. Raises ValueError where ``site`` is no built site.
    """
    about = About.of_folder(site)
    with tempfile.TemporaryDirectory() as folder:
        write_offline(site, Path(folder), about, format_date(hanoi(instant).date()))
        if (site / KEYS).is_file():
            shutil.copyfile(site / KEYS, Path(folder, KEYS))
        yield Path(folder)


@contextmanager
def for_plain_host(site: Path) -> Iterator[Path]:
    """Yield a temporary folder with the site, without its manifest, for a host that cannot answer with status 410.

    The 410 page of each withdrawn address is copied to index.html, so that it becomes an ordinary page.
    """
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(site, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns(NAME, SIGNATURE))
        for note in list(files_named(Path(folder), TOMBSTONE)):
            shutil.copyfile(note.path, Path(note.path).with_name("index.html"))
        yield Path(folder)


def check_signed(folder: Path) -> None:
    """Raise ValueError where a folder has no signed manifest (list of files), or its files differ from the manifest.

    Whether the signature is valid is not checked: the command ``infopage verify`` does that.
    """
    if not (folder / SIGNATURE).is_file() or not (folder / NAME).is_file():
        raise ValueError("bản này chưa ký; hãy chạy scripts/infopage sign trước, hoặc thêm --unsigned")
    stated = Manifest.parse((folder / NAME).read_text(encoding="utf-8"))
    changed = [name for name, _ in stated.faults(Manifest.of_folder(folder).digests)]
    if changed:
        raise ValueError(f"{changed[0]} đã đổi sau khi ký; hãy chạy lại scripts/infopage sign")


def pack(folder: Path, output: Path, instant: datetime, *, proof: bool) -> None:
    """Write a folder as the zip file ``output``, completely or not at all.

    The files in it are sorted by name, dated ``instant`` (UTC) and readable by everyone. With ``proof`` the manifest
    and its signature are included.
    """
    at = max(_EARLIEST, instant.timetuple()[:6])
    output.parent.mkdir(parents=True, exist_ok=True)
    part = output.with_name(f".{output.name}.part")
    try:
        with ZipFile(part, "w") as archive:
            for name in sorted(Manifest.of_folder(folder).digests.keys() | ({NAME, SIGNATURE} if proof else set())):
                entry = ZipInfo(name, (at[0], at[1], at[2], at[3], at[4], at[5]))
                # 3 is Unix. It is stated on Windows too, so that every machine writes the same bytes.
                entry.create_system, entry.external_attr = 3, 0o100644 << 16
                entry.compress_type, entry.file_size = ZIP_DEFLATED, (folder / name).stat().st_size
                with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                    shutil.copyfileobj(source, target, _BLOCK)
        part.replace(output)
    finally:
        part.unlink(missing_ok=True)
