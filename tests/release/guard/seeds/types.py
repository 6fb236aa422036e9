"""Files whose name or first bytes mislead about their type: texts with signatures, encodings, archives, programs."""

import base64
import bz2
import gzip
import io
import lzma
import struct
import tarfile
import zlib
from functools import partial
from pathlib import Path

import mkdocs

from tests.release.guard.leaks import TOP as w  # noqa: N811 -- short, as almost every line uses it
from tests.release.guard.made import archive, pdf, photo, word
from tests.release.guard.seeds import Seed

tok = "ghp_" + "a1B2" * 9
TEXT = f"\n{w}\n{tok}\n"


def E(text: str) -> bytes:  # noqa: N802 -- short, as almost every line uses it
    """Encode a text in UTF-8."""
    return text.encode()


def tar() -> bytes:
    """Return a tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as packed:
        member = tarfile.TarInfo("a.txt")
        member.size = len(E(w))
        packed.addfile(member, io.BytesIO(E(w)))
    return out.getvalue()


def font(ending: str) -> bytes:
    """Return a font file that comes with MkDocs."""
    return next(one for one in sorted(Path(mkdocs.__file__).parent.rglob(f"*.{ending}"))).read_bytes()


def with_comment(packed: bytes) -> bytes:
    """Return a zip archive with a comment."""
    return packed[:-2] + struct.pack("<H", len(E(w))) + E(w)


BEGINNINGS = (
    "true",
    "OTTO",
    "wOFF",
    "wOF2",
    "\x00\x01",
    "BM",
    "ID3",
    "OggS",
    "RIFF",
    "GIF89a",
    "GIF87a",
    "MZ",
    "PK",
    "PK\x03\x04",
    "%PDF-1.7",
    "%!PS",
    "7z",
    "Rar!",
    "II*",
    "MM",
    "{\\rtf1",
    "<?xml",
    "<svg>",
    "<html>",
    "#!/bin/sh",
    "{",
    "[",
    "---",
    "\ufeff",
    "\u202e",
    "typ1",
    "ttcf",
    "glyf",
    "fLaC",
    "FORM",
    "8BPS",
    "SQLite format 3",
    "bplist00",
    "From ",
    "BEGIN:VCARD",
    "BEGIN:VCALENDAR",
    "OTTO\n",
    "true:",
)
"""Beginnings of texts that are also the signatures of other file types."""

ENDINGS = (
    "jpg",
    "png",
    "pdf",
    "docx",
    "zip",
    "woff",
    "woff2",
    "ttf",
    "otf",
    "eot",
    "mp4",
    "ico",
    "map",
    "bin",
    "dat",
    "gz",
    "exe",
    "pyc",
    "so",
    "wasm",
    "sqlite",
    "log",
    "env",
    "",
    "csv",
    "tsv",
    "vcf",
    "srt",
    "vtt",
    "tex",
)
"""File extensions that claim another type for a text."""

FILES = {
    "utf16le-nobom": ("khong-kiem-duoc", lambda: ("a.txt", w.encode("utf-16-le"))),
    "utf16be-nobom": ("khong-kiem-duoc", lambda: ("a.txt", w.encode("utf-16-be"))),
    "utf16-bom": ("dau-mat", lambda: ("a.txt", w.encode("utf-16"))),
    "utf32": ("dau-mat", lambda: ("a.txt", w.encode("utf-32"))),
    "utf32le": ("khong-kiem-duoc", lambda: ("a.txt", w.encode("utf-32-le"))),
    "cp1258": ("khong-kiem-duoc", lambda: ("a.txt", "T\u00d4\u0301I M\u00c2\u0323T".encode("cp1258"))),
    "tcvn3": ("khong-kiem-duoc", lambda: ("a.txt", "TèI MËT".encode("latin-1"))),
    "latin1-mix": ("khong-kiem-duoc", lambda: ("a.txt", E(w) + b"\n\xff\xfe\xe1")),
    "bad-utf8": ("khong-kiem-duoc", lambda: ("a.txt", b"\xe1\xba\n" + E(w))),
    "nul-late": ("dau-mat", lambda: ("a.txt", b"a\n" * 5000 + b"\0" + E("\n" + w))),
    "nul-early": ("khong-kiem-duoc", lambda: ("a.txt", b"a\0" + E("\n" + w + "\n"))),
    "nul-first": ("khong-kiem-duoc", lambda: ("a.txt", b"\0" + E(w))),
    "gz": ("khong-kiem-duoc", lambda: ("a.gz", gzip.compress(E(w)))),
    "bz2": ("khong-kiem-duoc", lambda: ("a.bz2", bz2.compress(E(w)))),
    "xz": ("khong-kiem-duoc", lambda: ("a.xz", lzma.compress(E(w)))),
    "tar": ("khong-kiem-duoc", lambda: ("a.tar", tar())),
    "tgz": ("khong-kiem-duoc", lambda: ("a.tgz", gzip.compress(tar()))),
    "zlib": ("khong-kiem-duoc", lambda: ("a.z", zlib.compress(E(w)))),
    "7z": ("khong-kiem-duoc", lambda: ("a.7z", b"7z\xbc\xaf\x27\x1c" + b"\0" * 30)),
    "rar": ("khong-kiem-duoc", lambda: ("a.rar", b"Rar!\x1a\x07\0" + b"x" * 30)),
    "zip-in-zip": ("dau-mat", lambda: ("a.zip", archive({"b.zip": archive({"c.txt": E(w)})}))),
    "zip-deep": (
        "khong-kiem-duoc",
        lambda: ("a.zip", archive({"b.zip": archive({"c.zip": archive({"d.zip": archive({"e.txt": E(w)})})})})),
    ),
    "zip-name": ("dau-mat", lambda: ("a.zip", archive({"TUYỆT MẬT.txt": b"a"}))),
    "zip-gz": ("khong-kiem-duoc", lambda: ("a.zip", archive({"a.gz": gzip.compress(E(w))}))),
    "zip-comment": ("dau-mat", lambda: ("a.zip", with_comment(archive({"a.txt": b"a"})))),
    "zip-tail": ("dau-mat", lambda: ("a.zip", archive({"a.txt": b"a"}) + E("\n" + w))),
    "zip-head": ("khong-kiem-duoc", lambda: ("a.zip", E(w + "\n") + archive({"a.txt": b"a"}))),
    "epub": (
        "dau-mat",
        lambda: ("a.epub", archive({"mimetype": b"application/epub+zip", "x.xhtml": E(f"<p>{w}</p>")})),
    ),
    "woff-tail": ("khong-kiem-duoc", lambda: ("hooks/theme/a.woff2", font("woff2") + E(w))),
    "font-fake": ("khong-kiem-duoc", lambda: ("hooks/theme/a.ttf", b"\0\1\0\0\0\1\0\x10\0\0\0\0" + E(w))),
    "font-fake-otto": ("khong-kiem-duoc", lambda: ("hooks/theme/a.otf", b"OTTO\0\1\0\x10\0\0\0\0" + E(w))),
    "font-true": ("khong-kiem-duoc", lambda: ("hooks/theme/a.ttf", b"true\0\1\0\x10\0\0\0\0" + E(w))),
    "woff-fake": (
        "khong-kiem-duoc",
        lambda: ("hooks/theme/a.woff", (b"wOFF\0\1\0\0" + struct.pack(">I", 8 + 4 + len(E(w))) + E(w))),
    ),
    "ttc": ("khong-kiem-duoc", lambda: ("hooks/theme/a.ttc", b"ttcf\0\1\0\0" + E(w))),
    "elf": ("khong-kiem-duoc", lambda: ("hooks/a.so", b"\x7fELF" + b"\0" * 20 + E(w))),
    "exe": ("khong-kiem-duoc", lambda: ("hooks/a.exe", b"MZ" + b"\0" * 62 + E(w))),
    "pyc": ("khong-kiem-duoc", lambda: ("hooks/a.pyc", b"\xa7\r\r\n" + b"\0" * 12 + E(w))),
    "sqlite": ("khong-kiem-duoc", lambda: ("hooks/a.db", b"SQLite format 3\0" + E(w))),
    "class": ("khong-kiem-duoc", lambda: ("a.class", b"\xca\xfe\xba\xbe" + E(w))),
    "wasm": ("khong-kiem-duoc", lambda: ("a.wasm", b"\0asm" + E(w))),
    "psd": ("khong-kiem-duoc", lambda: ("a.psd", b"8BPS\0\1" + E(w))),
    "dwg": ("khong-kiem-duoc", lambda: ("a.dwg", b"AC1032\0\0" + E(w))),
    "pcap": ("khong-kiem-duoc", lambda: ("a.pcap", b"\xd4\xc3\xb2\xa1" + E(w))),
    "keystore": ("khong-kiem-duoc", lambda: ("a.jks", b"\xfe\xed\xfe\xed" + E(w))),
    "pfx": ("khong-kiem-duoc", lambda: ("a.pfx", b"0\x82\x0a\x10\x02\x01\x03" + b"\x80" * 20)),
    "der-key": ("khong-kiem-duoc", lambda: ("a.key", b"0\x82\x04\xbd\x02\x01\0" + b"\x80" * 40)),
    "gpg": ("khong-kiem-duoc", lambda: ("a.gpg", b"\x99\x01\x0d" + b"\x80" * 20)),
    "ppk": ("khoa-bi-mat", lambda: ("a.ppk", E("PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 1\nAAAA"))),
    "jpg-named-png": ("sieu-du-lieu", lambda: ("docs/a.png", photo(gps=True))),
    "pdf-named-jpg": ("sieu-du-lieu", lambda: ("docs/a.jpg", pdf("a", Author="Lê Văn C"))),
    "docx-named-pdf": ("khong-kiem-duoc", lambda: ("docs/a.pdf", word(w))),
    "txt-named-pdf": ("khong-kiem-duoc", lambda: ("docs/a.pdf", E(w + "\n" + "x" * 40))),
    "svg-named-png": (
        "khong-kiem-duoc",
        lambda: ("docs/a.png", E(f"<svg xmlns='http://www.w3.org/2000/svg'><text>{w}</text></svg>")),
    ),
    "html-named-txt": ("dau-mat", lambda: ("docs/a.txt", E("<!doctype html><p>T<b>Ố</b>I MẬT</p>"))),
    "html-named-none": ("dau-mat", lambda: ("a", E("<!doctype html><p>T<b>Ố</b>I MẬT</p>"))),
    "json-named-txt": ("dau-mat", lambda: ("a.txt", E('{"a":"T\\u1ed0I M\\u1eacT"}'))),
    "json-named-none": ("dau-mat", lambda: ("a.webmanifest2", E('{"a":"T\\u1ed0I M\\u1eacT"}'))),
    "qp-txt": ("dau-mat", lambda: ("a.txt", b"T=E1=BB=90I M=E1=BA=ACT")),
    "b64-pem-txt": ("khoa-bi-mat", lambda: ("a.txt", base64.b64encode(E("-----BEGIN RSA PRIV" + "ATE KEY-----")))),
    "urlenc-txt": ("dau-mat", lambda: ("a.txt", b"T%E1%BB%90I%20M%E1%BA%ACT")),
    "html-ent-txt": ("dau-mat", lambda: ("a.txt", b"T&#7888;I M&#7852;T")),
    "ndjson": ("dau-mat", lambda: ("a.ndjson", E('{"a":"T\\u1ed0I M\\u1eacT"}\n'))),
    "ipynb": ("dau-mat", lambda: ("a.ipynb", E('{"cells":[{"source":["TUY\\u1ec6T M\\u1eacT"]}]}'))),
    "properties": ("dau-mat", lambda: ("a.properties", E("a=T\\u1ed0I M\\u1eacT"))),
    "po": ("dau-mat", lambda: ("a.po", E(f'msgid "a"\nmsgstr "{w}"'))),
    "xliff": ("dau-mat", lambda: ("a.xliff", E(f"<x><t>{w}</t></x>"))),
    "diff": ("dau-mat", lambda: ("a.patch", E(f"--- a\n+++ b\n@@ -1 +1 @@\n-a\n+{w}\n"))),
    "diff-low": ("dau-mat", lambda: ("a.diff", E("+Tối mật\n"))),
    "vcf": ("so-ca-nhan", lambda: ("a.vcf", E("BEGIN:VCARD\nTEL;TYPE=CELL:0912345678\nEND:VCARD"))),
    "eml": (
        "dau-mat",
        lambda: ("a.eml", b"MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(E(w))),
    ),
    "mbox": (
        "dau-mat",
        lambda: (
            "a.mbox",
            b"From a@b Mon\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(E(w)),
        ),
    ),
    "rtf-named-doc": ("dau-mat", lambda: ("a.doc", b"{\\rtf1 T\\u7888?I M\\u7852?T}")),
    "html-named-xls": ("dau-mat", lambda: ("a.xls", E(f"<html><td>{w}</td></html>"))),
    "md-in-txt": ("dau-mat", lambda: ("a.txt", E("T**Ố**I M**Ậ**T"))),
    "xml-noext": ("dau-mat", lambda: ("a.kml", E("<kml><name>T&#7888;I M&#7852;T</name></kml>"))),
    "xhtml-in-htmlx": ("dau-mat", lambda: ("a.htmlx", E("<p>T<i>Ố</i>I MẬT</p>"))),
    "jsx": ("dau-mat", lambda: ("a.jsx", E('const a="T\\u1ed0I M\\u1eacT"'))),
    "ts": ("dau-mat", lambda: ("a.ts", E('const a="T\\u1ed0I M\\u1eacT"'))),
    "sql": ("dau-mat", lambda: ("a.sql", E(f"INSERT INTO a VALUES ('{w}');"))),
}
"""The leaking files: the rule that each breaks, and the function that makes the file's name and content."""


def _content(name: str) -> bytes:
    return FILES[name][1]()[1]


_UNREADABLE = ("\0\1", "GIF89a", "GIF87a", "PK\3\4", "%PDF-1.7", "jpg", "png", "pdf", "ico")
"""Beginnings and name endings that make a text count as a broken file of that type."""


def _rule(of: str) -> str:
    return "khong-kiem-duoc" if of in _UNREADABLE else "dau-mat"


_NAMED = f"{w}\nNội dung dài hơn hai mươi bốn chữ\n"

SEEDS = (
    *(Seed(f"begins-{n}", "ghi-chu.txt", partial(E, f"{one}{TEXT}"), _rule(one)) for n, one in enumerate(BEGINNINGS)),
    *(Seed(f"named-{one}", f"docs/a/ghi-chu.{one}".rstrip("."), partial(E, _NAMED), _rule(one)) for one in ENDINGS),
    *(Seed(name, make()[0], partial(_content, name), rule) for name, (rule, make) in FILES.items()),
    Seed("font-with-more", "hooks/theme/a.ttf", lambda: font("ttf") + E(f"\n{w}\n{tok}"), "khong-kiem-duoc"),
)
