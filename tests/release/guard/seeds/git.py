"""Leaks in git messages, names, notes, tags, trees and histories, each added to a repository of one commit."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from infopage.release.guard.history import commits, pushed, staged
from infopage.release.guard.patterns import Patterns
from tests.release.guard.leaks import SECRET as S
from tests.release.guard.leaks import TOKEN
from tests.release.guard.made import archive
from tests.release.guard.test_git import LFS
from tests.release.guard.test_walls import Repository

NOBODY = "0" * 40


class Kept(Repository):
    """A repository whose methods return the rules that the guard (the checks before a commit) finds broken in it."""

    def __init__(self, folder: Path, patterns: Patterns) -> None:
        super().__init__(folder)
        self.patterns = patterns
        self.commit(a_txt=b"x")

    def com(self, *revisions: str) -> set[str]:
        """Return the rules that the commits ``revisions`` break; by default only the last commit."""
        return {one.rule for one in commits(self.folder, revisions or ["HEAD~1..HEAD"], self.patterns)}

    def psh(self, local: str, ref: str = "refs/heads/main") -> set[str]:
        """Return the rules that a push of the object ``local`` to the new branch or tag ``ref`` breaks."""
        return {one.rule for one in pushed(self.folder, [f"{ref} {local} {ref} {NOBODY}"], self.patterns)}

    def stg(self) -> set[str]:
        """Return the rules that the next commit would break."""
        return {one.rule for one in staged(self.folder, self.patterns)}

    def raw(self, content: bytes, kind: str = "commit") -> str:
        """Store a raw git object and return its id."""
        (self.folder.parent / "raw").write_bytes(content)
        return self.git("hash-object", "-t", kind, "-w", "--literally", str(self.folder.parent / "raw"))


SEEDS: dict[str, tuple[str, Callable[[Kept], set[str]]]] = {}
"""The leaks in git data. Each has its rule, and the function that adds it and runs the check that should stop it."""


def _seed(rule: str) -> Callable[[Callable[[Kept], set[str]]], Callable[[Kept], set[str]]]:
    def kept(laid: Callable[[Kept], set[str]]) -> Callable[[Kept], set[str]]:
        SEEDS[laid.__name__.replace("_", "-")] = rule, laid
        return laid

    return kept


@_seed("dau-mat")
def notes(r: Kept) -> set[str]:
    r.commit(b_txt=b"y")
    r.git("notes", "add", "-m", S)
    return r.com()


@_seed("dau-mat")
def notes_push(r: Kept) -> set[str]:
    r.commit(b_txt=b"y")
    r.git("notes", "add", "-m", S)
    return r.psh(r.git("rev-parse", "refs/notes/commits"), ref="refs/notes/commits")


@_seed("dau-mat")
def branch_name(r: Kept) -> set[str]:
    r.git("checkout", "-q", "-b", "du-thao/TUYET-MAT")
    r.commit(b_txt=b"y")
    return r.psh(r.git("rev-parse", "HEAD"), ref="refs/heads/TỐI-MẬT")


@_seed("dau-mat")
def tag_name(r: Kept) -> set[str]:
    r.commit(b_txt=b"y")
    r.git("tag", "TỐI-MẬT")
    return r.com()


@_seed("dau-mat")
def tag_name_push(r: Kept) -> set[str]:
    r.commit(b_txt=b"y")
    r.git("tag", "TỐI-MẬT")
    return r.psh(r.git("rev-parse", "HEAD"), ref="refs/tags/TỐI-MẬT")


@_seed("dau-mat")
def author_name(r: Kept) -> set[str]:
    r.write("c.txt", b"z")
    r.git("add", "-A")
    r.git("commit", "-q", "-m", "x", "--author", f"{S} <a@b.example>")
    return r.com()


@_seed("so-ca-nhan")
def author_phone(r: Kept) -> set[str]:
    r.write("c.txt", b"z")
    r.git("add", "-A")
    r.git("commit", "-q", "-m", "x", "--author", "An 0912345678 <a@b.example>")
    return r.com()


@_seed("dau-mat")
def trailer(r: Kept) -> set[str]:
    r.commit(f"Thêm bài\n\nGhi-chú: {S}")
    return r.com()


@_seed("dau-noi-bo")
def msg_low(r: Kept) -> set[str]:
    r.commit("Thêm bài (lưu hành nội bộ)")
    return r.com()


@_seed("so-ca-nhan")
def msg_phone(r: Kept) -> set[str]:
    r.commit("Gọi anh Ba 0912 345 678")
    return r.com()


@_seed("khoa-bi-mat")
def msg_pass(r: Kept) -> set[str]:
    r.commit("Mật khẩu: Tinhuy" + "@2026")
    return r.com()


@_seed("dau-mat")
def msg_spaced(r: Kept) -> set[str]:
    r.commit("T Ố I  M Ậ T")
    return r.com()


@_seed("dau-mat")
def msg_homo(r: Kept) -> set[str]:
    r.commit("ТỐІ МẬТ")
    return r.com()


@_seed("so-giay-to")
def msg_cccd(r: Kept) -> set[str]:
    r.commit("CCCD 066085001234")
    return r.com()


@_seed("danh-sach-ca-nhan")
def msg_list(r: Kept) -> set[str]:
    r.commit("Danh sách\n\n1. Nguyễn Văn An, sinh 12/5/1985\n2. Trần Thị Bình, sinh 1/1/1990")
    return r.com()


@_seed("dau-mat")
def msg_encoding(r: Kept) -> set[str]:
    (r.folder / "m").write_bytes("T\u00d4\u0301I M\u00c2\u0323T".encode("cp1258"))
    r.git("-c", "i18n.commitEncoding=windows-1258", "commit", "-q", "--allow-empty", "-F", "m")
    return r.com()


@_seed("dau-mat")
def header_extra(r: Kept) -> set[str]:
    t = r.git("rev-parse", "HEAD^{tree}")
    h = r.git("rev-parse", "HEAD")
    raw = f"tree {t}\nparent {h}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\nnote {S}\n\nx\n".encode()
    (r.folder / "c").write_bytes(raw)
    i = r.git("hash-object", "-t", "commit", "-w", "--literally", "c")
    r.git("reset", "-q", "--soft", i)
    return r.com()


@_seed("dau-mat")
def deleted_later(r: Kept) -> set[str]:
    r.commit(b_txt=S.encode())
    r.git("rm", "-q", "b.txt")
    r.commit("bỏ")
    return r.com("HEAD~2..HEAD")


@_seed("dau-mat")
def changed_later(r: Kept) -> set[str]:
    r.commit(b_txt=S.encode())
    r.commit(b_txt=b"y")
    return r.com("HEAD~2..HEAD")


@_seed("dau-mat")
def reverted(r: Kept) -> set[str]:
    r.commit(b_txt=S.encode())
    r.git("revert", "--no-edit", "HEAD")
    return r.com("HEAD~2..HEAD")


@_seed("dau-mat")
def renamed(r: Kept) -> set[str]:
    r.commit(**{"toi-mat_txt": b"x"})
    r.git("mv", "toi-mat.txt", "b.txt")
    r.commit("đổi tên")
    return r.com("HEAD~2..HEAD")


@_seed("dau-mat")
def name_leak(r: Kept) -> set[str]:
    r.write("docs/ke-hoach-toi-mat.txt", b"x")
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def name_nfd(r: Kept) -> set[str]:
    r.write(unicodedata.normalize("NFD", "docs/Kế hoạch (MẬT).txt"), b"x")
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def name_newline(r: Kept) -> set[str]:
    r.write("docs/a\nTỐI MẬT.txt", b"x")
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def name_folder(r: Kept) -> set[str]:
    r.write("docs/TỐI MẬT/a.txt", b"x")
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def name_badutf(r: Kept) -> set[str]:
    (r.folder / "docs").mkdir()
    (r.folder / "docs" / os.fsdecode(b"\xff T\xe1\xbb\x90I M\xe1\xba\xacT.txt")).write_bytes(b"x")
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def symlink_target(r: Kept) -> set[str]:
    (r.folder / "l").symlink_to("/srv/an/TỐI MẬT")
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def submodule(r: Kept) -> set[str]:
    r.git("update-index", "--add", "--cacheinfo", "160000," + "a" * 40 + ",sub")
    r.git("commit", "-q", "-m", "x")
    return r.com()


@_seed("khong-kiem-duoc")
def gitmodules(r: Kept) -> set[str]:
    r.write(".gitmodules", b'[submodule "x"]\n url=https://u:p@a\n')
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def lfs(r: Kept) -> set[str]:
    r.write("docs/a.pdf", LFS)
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def lfs_crlf(r: Kept) -> set[str]:
    r.write("docs/a.pdf", LFS.replace(b"\n", b"\r\n"))
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def lfs_old(r: Kept) -> set[str]:
    r.write("docs/b.bin", b"version https://hawser.github.com/spec/v1\noid sha256:" + b"a" * 64 + b"\nsize 1\n")
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def annex(r: Kept) -> set[str]:
    r.write("b.bin", b"/annex/objects/SHA256E-s1--" + b"a" * 64)
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def evil_merge(r: Kept) -> set[str]:
    r.git("checkout", "-q", "-b", "n")
    r.commit(b_txt=b"y")
    r.git("checkout", "-q", "main")
    r.commit(c_txt=b"z")
    r.git("merge", "-q", "--no-ff", "--no-commit", "n")
    r.write("d.txt", S.encode())
    r.commit("gộp")
    return r.com("HEAD^1..HEAD")


@_seed("dau-mat")
def octopus(r: Kept) -> set[str]:
    for b in "pq":
        r.git("checkout", "-q", "-b", b, "main")
    r.commit(**{f"{b}_txt": S.encode() if b == "q" else b"y"})
    r.git("checkout", "-q", "main")
    r.git("merge", "-q", "-m", "o", "p", "q")
    return r.com("HEAD^1..HEAD")


@_seed("dau-mat")
def orphan_branch(r: Kept) -> set[str]:
    r.git("checkout", "-q", "--orphan", "o")
    r.git("rm", "-rfq", ".")
    r.commit(z_txt=S.encode())
    return r.psh(r.git("rev-parse", "HEAD"), ref="refs/heads/o")


@_seed("khoa-bi-mat")
def exec_mode(r: Kept) -> set[str]:
    r.write("b.sh", f"echo {TOKEN}".encode())
    (r.folder / "b.sh").chmod(0o755)
    r.commit("x")
    return r.com()


@_seed("khong-kiem-duoc")
def binary(r: Kept) -> set[str]:
    r.write("docs/b.bin", b"\0\1" + S.encode())
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def patchfile(r: Kept) -> set[str]:
    r.write("b.patch", f"+{S}\n".encode())
    r.commit("x")
    return r.com()


@_seed("khoa-bi-mat")
def nested_git(r: Kept) -> set[str]:
    r.write("sub/dotgit/config", f"[a]\n x={TOKEN}\n".encode())
    r.commit("x")
    return r.com()


@_seed("so-ca-nhan")
def mailmap(r: Kept) -> set[str]:
    r.write(".mailmap", b"An 0912345678 <a@b.example>\n")
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def tag_annot(r: Kept) -> set[str]:
    r.commit("x")
    r.git("tag", "-a", "v1", "-m", S)
    return r.com()


@_seed("dau-mat")
def tag_on_tag(r: Kept) -> set[str]:
    r.commit("x")
    r.git("tag", "-a", "v1", "-m", S)
    r.git("tag", "-a", "v2", "-m", "b", "v1")
    return r.com()


@_seed("dau-mat")
def tag_tagger(r: Kept) -> set[str]:
    r.commit("x")
    h = r.git("rev-parse", "HEAD")
    (r.folder / "t").write_bytes(f"object {h}\ntype commit\ntag v\ntagger {S} <a> 1 +0000\n\nx\n".encode())
    i = r.git("mktag", "<t") if 0 else r.git("hash-object", "-t", "tag", "-w", "--literally", "t")
    r.git("update-ref", "refs/tags/v", i)
    return r.com()


@_seed("dau-mat")
def tag_tree(r: Kept) -> set[str]:
    r.write("b.txt", S.encode())
    r.git("add", "b.txt")
    t = r.git("write-tree")
    r.git("tag", "cay", t)
    r.git("rm", "-q", "--cached", "b.txt")
    return r.com("HEAD..HEAD")


@_seed("dau-mat")
def tag_blob(r: Kept) -> set[str]:
    r.write("b.txt", S.encode())
    i = r.git("hash-object", "-w", "b.txt")
    r.git("tag", "t", i)
    return r.com("HEAD..HEAD")


@_seed("dau-mat")
def replace(r: Kept) -> set[str]:
    r.commit(b_txt=b"y")
    h = r.git("rev-parse", "HEAD")
    r.write("b.txt", S.encode())
    r.git("add", "-A")
    t = r.git("write-tree")
    c = r.git("commit-tree", t, "-p", "HEAD~1", "-m", "x")
    r.git("reset", "-q", "--hard")
    r.git("replace", h, c)
    return r.psh(c, ref="refs/replace/" + h)


@_seed("dau-mat")
def replaced_hides(r: Kept) -> set[str]:
    r.commit(b_txt=S.encode())
    h = r.git("rev-parse", "HEAD")
    t = r.git("rev-parse", "HEAD~1^{tree}")
    c = r.git("commit-tree", t, "-p", "HEAD~1", "-m", "x")
    r.git("replace", h, c)
    return r.psh(h)


@_seed("dau-mat")
def graft(r: Kept) -> set[str]:
    r.commit(b_txt=S.encode())
    r.git("rm", "-q", "b.txt")
    r.commit("bỏ")
    r.git("replace", "--graft", "HEAD", "HEAD~2")
    return r.psh(r.git("rev-parse", "HEAD"))


@_seed("dau-mat")
def textconv(r: Kept) -> set[str]:
    r.git("config", "diff.x.textconv", "true")
    r.write(".gitattributes", b"*.txt diff=x\n")
    r.write("b.txt", S.encode())
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def staged_only(r: Kept) -> set[str]:
    r.write("b.txt", S.encode())
    r.git("add", "b.txt")
    r.write("b.txt", b"x")
    return r.stg()


@_seed("dau-mat")
def staged_rename(r: Kept) -> set[str]:
    r.write("toi-mat.txt", b"x")
    r.commit("x")
    r.git("mv", "toi-mat.txt", "van-ban-mat.txt")
    return r.stg()


@_seed("dau-mat")
def staged_assume(r: Kept) -> set[str]:
    r.write("a.txt", S.encode())
    r.git("add", "a.txt")
    r.git("update-index", "--assume-unchanged", "a.txt")
    return r.stg()


@_seed("dau-mat")
def big_zip(r: Kept) -> set[str]:
    r.write("docs/a.zip", archive({"a.txt": S.encode()}))
    r.commit("x")
    return r.com()


@_seed("dau-mat")
def tag_lightweight_old(r: Kept) -> set[str]:
    r.git("checkout", "-q", "--detach")
    r.commit(b_txt=S.encode())
    r.git("tag", "t")
    r.git("checkout", "-q", "main")
    return r.psh(r.git("rev-parse", "t"), ref="refs/tags/t")


@_seed("dau-mat")
def annot_tag_other_branch(r: Kept) -> set[str]:
    r.git("checkout", "-q", "--detach")
    r.commit(b_txt=S.encode())
    r.git("tag", "-a", "t", "-m", "x")
    r.git("checkout", "-q", "main")
    return r.psh(r.git("rev-parse", "t"), ref="refs/tags/t")


@_seed("dau-mat")
def stash_push(r: Kept) -> set[str]:
    r.write("a.txt", S.encode())
    r.git("stash", "push", "-q", "-m", "x")
    return r.psh(r.git("rev-parse", "stash@{0}"), ref="refs/heads/x")


@_seed("dau-mat")
def stash_msg(r: Kept) -> set[str]:
    r.write("a.txt", b"zz")
    r.git("stash", "push", "-q", "-m", S)
    return r.psh(r.git("rev-parse", "stash@{0}"), ref="refs/heads/x")
