"""Publishes a built site as one release, completely or not at all, and then checks it at its public address."""

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from infopage.progress.phases import SILENT, Progress
from infopage.release.proof.manifest import NAME, Manifest, unchanged
from infopage.release.publishing.changes import Changes
from infopage.release.publishing.checks import checks_before
from infopage.release.publishing.outside import wrong_answers
from infopage.release.publishing.releases import NOTHING, ReleaseError, ShownRelease
from infopage.release.publishing.server import Server
from infopage.release.publishing.words import PublishedWords

UNTOUCHED = "Trang đang hiển thị không bị đổi."
_PAGES_ASKED = 3
_FAULTS_TOLD = 20


class UncertainError(ReleaseError):
    """Raised if the connection breaks during the switch to a release: the server does not say which one is public."""


def release_id(manifest: Manifest) -> str:
    """Return the ID of a release: the first 16 hexadecimal digits of its manifest's SHA-256."""
    return manifest.digest[:16]


def prepared(site: Path, found: Iterable[str] = ()) -> Manifest:
    """Check a built site and return its manifest (the SHA-256 of each file).

    Raises ReleaseError with every fault: first the faults ``found`` by earlier checks, then its own.
    """
    if faults := [*found, *checks_before(site)]:
        more = [f"… và {len(faults) - _FAULTS_TOLD} lỗi nữa"] if len(faults) > _FAULTS_TOLD else []
        raise ReleaseError("\n".join(["trang đã dựng có lỗi:", *faults[:_FAULTS_TOLD], *more]))
    try:
        return unchanged(site)
    except ValueError as error:
        raise ReleaseError(str(error)) from None


def changes(manifest: Manifest, server: Server) -> Changes:
    """Return how a release with this manifest (the SHA-256 of each file) differs from the server's current release.

    Raises ReleaseError.
    """
    return Changes.between(server.shown()[1], manifest)


def publish(
    site: Path,
    manifest: Manifest,
    server: Server,
    url: str,
    say: Callable[[str], None],
    patience: float,
    progress: Progress = SILENT,
    words: PublishedWords | None = None,
) -> Changes:
    """Publish a checked site, check it at its public address, and return the changes.

    ``manifest`` is the site's manifest. ``words`` is the finished comparison of its words, whose record the server
    keeps where readers cannot reach it. The files are uploaded before the server switches to them, so a failed upload
    changes nothing for readers. ``say`` is called with messages for people, and ``progress`` shows the upload.
    ``patience`` is how many seconds to wait until ``url`` serves the new release. Raises ReleaseError, after restoring
    the previous release if possible.
    """
    release = release_id(manifest)
    try:
        before, shown = server.shown()
        if words and before != words.release:
            raise ReleaseError("trang vừa được một lần xuất bản khác đổi; hãy xem lại rồi chạy lại")
        found = Changes.between(shown, manifest)
        if not (site / NAME).is_file():
            (site / NAME).write_text(str(manifest), "utf-8", newline="")
        say(f"Gửi bản {release} tới {server.host}…")
        server.send(site, release, progress)
        _switch(server, release, before, str(words.record).encode() if words and words.record else b"", say)
    except UncertainError:
        raise
    except ReleaseError as error:
        raise ReleaseError(f"{error}\n{UNTOUCHED}") from None
    say(f"Hỏi lại {url} như người đọc…")
    asked = list(dict.fromkeys(("index.html", *found.pages)))[:_PAGES_ASKED]
    expected = {NAME: manifest.digest} | {name: manifest.digests[name] for name in asked}
    if wrong := wrong_answers(url, expected, patience):
        raise ReleaseError("\n".join(["người đọc chưa nhận được bản mới:", *wrong, _undone(server, release, before)]))
    return found


def roll_back(
    server: Server, release: str | None, url: str, patience: float, believe: Callable[[ShownRelease], None] | None
) -> str:
    """Make an older release public again, check it at the site's address ``url``, and return its ID.

    ``release`` is its ID; None stands for the release before the current one. ``believe`` is a function that raises
    ReleaseError for a release whose signature is not trusted. If it is None (the user forces the rollback), neither
    this machine nor the server checks the release first. ``patience`` is as in :func:`publish`. Raises ReleaseError,
    also where readers do not get the older release.
    """
    proof = server.proof(release)
    if believe:
        believe(proof)
    said = server.ask("rollback", proof.id, proof.shown, *([] if believe else ["force"]))
    shown, _, digest = said.strip().partition(" ")
    if not digest:
        raise ReleaseError(f"máy chủ đã quay lại bản {shown}, nhưng bản ấy không có {NAME} để hỏi lại như người đọc")
    if wrong := wrong_answers(url, {NAME: digest}, patience):
        raise ReleaseError("\n".join([f"máy chủ đã quay lại bản {shown}, nhưng người đọc chưa nhận được:", *wrong]))
    return shown


def _switch(server: Server, release: str, before: str, words: bytes, say: Callable[[str], None]) -> None:
    try:
        kept = [sha256(words).hexdigest()] if words else []
        if warning := server.ask("publish", release, before, *kept, given=words):
            say(warning.strip())
    except ReleaseError as failure:
        if before == release:
            raise
        # The switch may have happened before the failure, so ask which release is public. The answer waits for the
        # command's end.
        try:
            live, _ = server.shown()
        except ReleaseError:
            unclear = f"Chưa rõ máy chủ đang hiển thị bản {before} hay bản {release}; cả hai đều nguyên vẹn."
            raise UncertainError(f"{failure}\n{unclear}") from None
        if live != release:
            raise
        say(str(failure))


def _undone(server: Server, release: str, before: str) -> str:
    if before == release:
        return f"Bản {release} vẫn là bản đang hiển thị từ trước; hãy xem lại cấu hình của máy chủ web."
    try:
        server.ask("rollback", before, release, "force")  # restore the previous release even if it is damaged
    except ReleaseError as error:
        return f"CHƯA quay lại được bản {before}: {error}\nHãy chạy scripts/infopage rollback ngay khi máy chủ trả lời."
    if before == NOTHING:
        return "Đây là bản đầu tiên, nên máy chủ không còn hiển thị bản nào; hãy xem lại cấu hình của máy chủ web."
    return f"Đã quay lại bản {before}."
