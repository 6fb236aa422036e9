"""Made-up leaks, by the check that must stop each: what an office could leak, in many spellings and file types."""

import io
import json
import unicodedata
from dataclasses import dataclass

import pikepdf
from PIL import Image, PngImagePlugin

from tests.release.guard.made import archive, pdf, photo, word

TOP, SECRET, PLAIN = "TUYỆT MẬT", "TỐI MẬT", "MẬT"
HEADER = "---\nma: tin-a\ntieu_de: Tin\npham_vi: cong-khai\n---\n"
# The keys are assembled from parts, because the guard (the checks before a commit) reads this file too.
TOKEN = "ghp_" + "a1B2" * 9
KEY = "-----BEGIN OPENSSH " + "PRIVATE KEY-----\nb3BlbnNzaA==\n"


@dataclass(frozen=True)
class Leak:
    """A file that the guard must stop because of ``rule``; no message may repeat ``found``, the secret part.

    The guard is the checks before a commit and before publication.
    """

    name: str
    path: str
    content: bytes
    rule: str
    found: str = ""


def _md(name: str, line: str, rule: str = "dau-mat", found: str = "") -> Leak:
    text = f"{HEADER}Đoạn mở đầu của bài.\n\n{line}\n\nĐoạn sau.\n"
    return Leak(name, f"docs/tin-tuc/2026/{name}.md", text.encode(), rule, found or line.strip("*#()|- "))


def _file(name: str, path: str, content: bytes | str, rule: str, found: str = "") -> Leak:
    return Leak(name, path, content if isinstance(content, bytes) else content.encode(), rule, found)


def _png_with(key: str, value: str) -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_itxt(key, value)
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def _jpeg_with_xmp(body: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG", xmp=f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{body}</x:xmpmeta>'.encode())
    return out.getvalue()


def _changed_pdf(before: bytes, key: str) -> bytes:
    """Return the PDF ``before`` with the property ``key`` removed by appending to the file, as exiftool does."""
    with pikepdf.open(io.BytesIO(before)) as document:
        number, root, count = document.trailer.Info.objgen[0], document.Root.objgen[0], len(document.objects) + 1
    at = len(before) + 1
    start = int(before.rsplit(b"startxref", 1)[1].split()[0])
    added = f"\n{number} 0 obj\n<< /Title (a) >>\nendobj\n"
    table = f"xref\n0 1\n0000000000 65535 f \n{number} 1\n{at:010} 00000 n \n"
    trailer = f"trailer\n<< /Size {count} /Root {root} 0 R /Info {number} 0 R /Prev {start} >>\n"
    end = f"{table}{trailer}startxref\n{len(before) + len(added)}\n%%EOF\n"
    assert key.encode() in before
    return before + added.encode() + end.encode()


def _pdf_with_file() -> bytes:
    with pikepdf.open(io.BytesIO(pdf("Tài liệu"))) as document:
        document.attachments["a.txt"] = b"x"
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


def _pdf_with_stamp() -> bytes:
    with pikepdf.open(io.BytesIO(pdf("Tài liệu"))) as document:
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[0, 0, 9, 9])
        stamp.Name = pikepdf.Name.TopSecret
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(stamp)])
        out = io.BytesIO()
        document.save(out)
    return out.getvalue()


_PLAIN_SAVE = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}
_WATERMARK = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{}"/></v:shape></w:pict>'
    "</w:r></w:p>"
)
_DELETED = '<w:p><w:del w:author="Lê Văn C"><w:r><w:delText>bỏ đoạn này</w:delText></w:r></w:del></w:p>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_COMMENTS = f'<w:comments {_W}><w:comment w:id="0" w:author="Lê Văn C"/></w:comments>'
_HEADER_PART = f"<w:hdr {_W}><w:p><w:r><w:t>{PLAIN}</w:t></w:r></w:p></w:hdr>"
_SPLIT = "<w:p><w:r><w:t>TỐ</w:t></w:r><w:r><w:t>I M</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>"

STAGED = (
    _md("mat-mot-dong", PLAIN),
    _md("toi-mat-thuong", "Tối mật"),
    _md("tuyet-mat-dam", f"**{TOP}**"),
    _md("gian-chu", "T Ố I  M Ậ T"),
    _md("gian-chu-mot-khoang", "T Ố I M Ậ T"),
    _md("gian-bang-cham", "M.Ậ.T"),
    _md("gian-bang-gach", "T-Ố-I M-Ậ-T"),
    _md("to-hop", unicodedata.normalize("NFD", SECRET)),
    _md("gian-chu-to-hop", unicodedata.normalize("NFD", "T Ố I  M Ậ T")),
    _md("rong-gap-doi", "ＴỐＩ ＭẬＴ"),
    _md("ky-tu-an", "T\u200bỐ\u200bI M\u200bẬ\u200bT", found="T\u200bỐ"),
    _md("gach-noi-mem", "TỐI MẬ\u00adT"),
    _md("chu-kirin", "\u0422ỐI \u041cẬ\u0422"),
    _md("khong-dau", "TOI MAT"),
    _md("phong-tcvn3", "TèI MËT"),
    _md("phong-vni", "TOÁI MAÄT"),
    _md("trong-ngoac", "Nghị quyết số 12-NQ/TU (MẬT)", found="(MẬT)"),
    _md("sau-so", "Số 12-NQ/TU  MẬT", found="TU  MẬT"),
    _md("nhan-do-mat", "Độ mật: Tối mật", found="Độ mật: Tối"),
    _md("tieu-de", f"## {SECRET}"),
    _md("o-bang", f"| {PLAIN} | ĐẢNG CỘNG SẢN VIỆT NAM |\n|---|---|\n| a | b |", found="| MẬT |"),
    _md("hai-cot", f"TỈNH ỦY MINH HỌA        {PLAIN}", found="HỌA        MẬT"),
    _md("hai-dong", "TUYỆT\nMẬT", found="TUYỆT\nMẬT"),
    _md("trong-the", "<div>T<b>Ố</b>I MẬT</div>", found="<b>Ố"),
    _md("thuc-the", "T&#7888;I M&#7852;T", found="&#7888;"),
    _md("trong-loi-anh", f"![{SECRET}](a.jpg)", found=SECRET),
    _md("trong-chu-thich", f"<!-- {SECRET}: chờ duyệt -->", found=SECRET),
    _md("chu-thich-an", "<!-- xin ý kiến anh Ba trước khi đăng -->", "chu-thich-an", "anh Ba"),
    _md("chu-thich-markdown", "[//]: # (xin ý kiến anh Ba)", "chu-thich-an", "anh Ba"),
    _md("giua-cau-viet-hoa", "Kính gửi các chi bộ TỐI MẬT Căn cứ nghị quyết", found="bộ TỐI"),
    _md("noi-bo", "Lưu hành nội bộ", "dau-noi-bo"),
    _md("noi-bo-ngoac", "Đề cương tuyên truyền tháng 12 (lưu hành nội bộ)", "dau-noi-bo", "(lưu hành"),
    _md("noi-bo-gach", "Đề cương tuyên truyền - Lưu hành nội bộ", "dau-noi-bo", "- Lưu hành"),
    _md("khong-pho-bien", "KHÔNG PHỔ BIẾN", "dau-noi-bo"),
    _md("mat-khong-pho-bien", "MẬT - KHÔNG PHỔ BIẾN", "dau-mat"),
    _md("tai-lieu-hoi-nghi-dau", "TÀI LIỆU HỘI NGHỊ", "dau-noi-bo"),
    _md("du-thao", "DỰ THẢO", "dau-du-thao"),
    _md("du-thao-lan", "Dự thảo lần 3", "dau-du-thao"),
    _md("du-thao-ngay", "DỰ THẢO NGÀY 12/5/2026", "dau-du-thao"),
    _md("du-thao-ten", "Nghị quyết về chuyển đổi số (DỰ THẢO)", "dau-du-thao", "(DỰ"),
    _md("khoa-github", f"Mã: {TOKEN}", "khoa-bi-mat", TOKEN),
    _md("phong-zoom", "Vào họp: https://zoom" + ".us/j/98765432101?pwd=abc", "khoa-bi-mat", "98765432101"),
    _md("so-dinh-danh", "Ông A, số định danh 066099012345", "so-giay-to", "066099012345"),
    _md("so-di-dong", "Liên hệ anh Ba: 0912 345 678", "so-ca-nhan", "0912 345 678"),
    _file(
        "tieu-de-khai-bao",
        "docs/tin-tuc/2026/k.md",
        HEADER.replace("tieu_de: Tin", f'tieu_de: "{SECRET}"'),
        "dau-mat",
        SECRET,
    ),
    _file("pham-vi-noi-bo", "docs/tin-tuc/2026/p.md", HEADER.replace("cong-khai", "noi-bo"), "pham-vi", "noi-bo\n"),
    _file("pham-vi-thieu", "docs/tin-tuc/2026/q.md", HEADER.replace("pham_vi: cong-khai\n", ""), "pham-vi"),
    _file("ngoai-docs", "ghi-chep.md", f"# Ghi chép\n\n{SECRET}\n", "dau-mat", SECRET),
    _file("tep-chu", "ke-hoach.txt", f"{SECRET}\nKế hoạch", "dau-mat", SECRET),
    _file("chu-utf-16", "ke-hoach-16.txt", f"{SECRET}\nKế hoạch".encode("utf-16"), "dau-mat", SECRET),
    _file("du-lieu", "data/chu-de.yml", f"- ma: a\n  mo_ta: {SECRET}\n", "dau-mat", SECRET),
    _file("khoa-ssh", "scripts/khoa.sh", KEY, "khoa-bi-mat", "b3Blb"),
    _file("pdf-chu", "docs/a/chu.pdf", pdf("Số 12", SECRET, "Kính gửi"), "dau-mat", SECRET),
    _file("pdf-gian-chu", "docs/a/gian.pdf", pdf("T Ố I  M Ậ T"), "dau-mat", "T Ố I"),
    _file("pdf-to-hop", "docs/a/nfd.pdf", pdf(unicodedata.normalize("NFD", SECRET)), "dau-mat"),
    _file("pdf-tieu-de", "docs/a/tieu-de.pdf", pdf("a", Title=SECRET), "dau-mat", SECRET),
    _file("pdf-tac-gia", "docs/a/tac-gia.pdf", pdf("a", Author="Lê Văn C"), "sieu-du-lieu", "Lê Văn C"),
    _file("pdf-dinh-kem", "docs/a/kem.pdf", _pdf_with_file(), "an-trong-tep", "a.txt"),
    _file("pdf-dau-cua-pdf", "docs/a/dau.pdf", _pdf_with_stamp(), "dau-mat"),
    _file(
        "pdf-xoa-chua-het",
        "docs/a/exif.pdf",
        _changed_pdf(pdf("a", Author="Le Van C", save=_PLAIN_SAVE), "Le Van C"),
        "sieu-du-lieu",
        "Le Van C",
    ),
    _file(
        "pdf-co-mat-khau",
        "docs/a/khoa.pdf",
        pdf("a", save={"encryption": pikepdf.Encryption(user="a", owner="b")}),
        "khong-kiem-duoc",
    ),
    _file("pdf-hong", "docs/a/hong.pdf", b"%PDF-1.7\n" + b"x" * 99, "khong-kiem-duoc"),
    _file("word-chu", "docs/a/chu.docx", word("Số 12", SECRET), "dau-mat", SECRET),
    _file("word-tach-doan", "docs/a/tach.docx", word("a", body=_SPLIT), "dau-mat"),
    _file("word-dau-trang", "docs/a/dau-trang.docx", word("a", word__header1=_HEADER_PART), "dau-mat"),
    _file("word-chu-chim", "docs/a/chim.docx", word("a", body=_WATERMARK.format("DỰ THẢO")), "dau-du-thao", "DỰ THẢO"),
    _file("word-tac-gia", "docs/a/tac-gia.docx", word("a", author="Lê Văn C"), "sieu-du-lieu", "Lê Văn C"),
    _file("word-nhan-xet", "docs/a/nx.docx", word("a", word__comments=_COMMENTS), "an-trong-tep", "Lê Văn C"),
    _file("word-cho-xoa", "docs/a/xoa.docx", word("a", body=_DELETED), "an-trong-tep", "bỏ đoạn"),
    _file("word-cu", "docs/a/cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "khong-kiem-duoc"),
    _file("anh-gps", "docs/a/gps.jpg", photo(gps=True), "sieu-du-lieu"),
    _file("anh-tac-gia", "docs/a/tac-gia.jpg", photo(Artist="Le Van C"), "sieu-du-lieu", "Le Van C"),
    _file("anh-so-may", "docs/a/so-may.jpg", photo(BodySerialNumber="SN123456"), "sieu-du-lieu", "SN123456"),
    _file("anh-png-loi", "docs/a/loi.png", _png_with("Description", SECRET), "dau-mat", SECRET),
    _file("anh-png-tac-gia", "docs/a/tg.png", _png_with("Author", "Lê Văn C"), "sieu-du-lieu", "Lê Văn C"),
    _file("anh-webp-gps", "docs/a/gps.webp", photo("WEBP", gps=True), "sieu-du-lieu"),
    _file("anh-xmp", "docs/a/xmp.jpg", _jpeg_with_xmp("<dc:creator>Lê Văn C</dc:creator>"), "sieu-du-lieu", "Lê Văn C"),
    _file("nen-co-anh", "docs/a/anh.zip", archive({"a.jpg": photo(gps=True)}), "sieu-du-lieu"),
    _file("nen-co-mat", "docs/a/van-ban.zip", archive({"a.txt": SECRET.encode()}), "dau-mat", SECRET),
    _file("la-khong-doc-duoc", "docs/a/phim.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 90, "khong-kiem-duoc"),
    _file("ten-toi-mat", "docs/a/ke-hoach-toi-mat.txt", "Nội dung", "dau-mat"),
    _file("ten-co-dau", "docs/a/Kế hoạch (MẬT).txt", "Nội dung", "dau-mat"),
    _file("ten-du-thao", "docs/a/nghi-quyet-du-thao-lan-2.txt", "Nội dung", "dau-du-thao"),
    _file("ten-noi-bo", "docs/a/tai-lieu-luu-hanh-noi-bo.txt", "Nội dung", "dau-noi-bo"),
    _file("tep-word-tam", "docs/a/~$tam.docx", "Nội dung", "ten-tep-cam"),
    _file("tep-sao-luu", "docs/a/bai.md.bak", "Nội dung", "ten-tep-cam"),
    _file("tep-nga", "docs/a/bai.md~", "Nội dung", "ten-tep-cam"),
    _file("tep-an", "docs/a/.ghi-chu", "Nội dung", "ten-tep-cam"),
    _file("tep-thumbs", "docs/a/Thumbs.db", "Nội dung", "ten-tep-cam"),
)
"""Leaks to be stopped before a commit."""


def _page(body: str, head: str = "") -> str:
    return f'<!doctype html>\n<html lang="vi"><head><title>Tin</title>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _feed(body: str) -> str:
    return f'<?xml version="1.0"?>\n<rss version="2.0"><channel><item>\n{body}\n</item></channel></rss>\n'


SITE = (
    _file("trang-doan", "a/index.html", _page(f"<p>{SECRET}</p>"), "dau-mat", SECRET),
    _file("trang-gian-chu", "b/index.html", _page("<p>T Ố I&nbsp;&nbsp;M Ậ T</p>"), "dau-mat", "T Ố I"),
    _file("trang-the-cat", "c/index.html", _page("<p>T<b>Ố</b><i>I</i> <span>M</span>ẬT</p>"), "dau-mat", "<b>Ố"),
    _file("trang-thuc-the", "d/index.html", _page("<p>T&#x1ED0;I M&#x1EAC;T</p>"), "dau-mat", "1ED0"),
    _file("trang-o-bang", "e/index.html", _page(f"<table><tr><td>{PLAIN}</td><td>ĐẢNG</td></tr></table>"), "dau-mat"),
    _file("trang-thuoc-tinh", "f/index.html", _page(f'<img src="a.png" alt="{SECRET}">'), "dau-mat", SECRET),
    _file(
        "trang-mo-ta", "g/index.html", _page("a", f'<meta name="description" content="{SECRET}">'), "dau-mat", SECRET
    ),
    _file("trang-chu-thich", "h/index.html", _page("<p>a</p><!-- hỏi anh Ba -->"), "chu-thich-an", "anh Ba"),
    _file(
        "trang-json-ld",
        "i/index.html",
        _page("a", f'<script type="application/ld+json">{{"name":{json.dumps(SECRET)}}}</script>'),
        "dau-mat",
        SECRET,
    ),
    _file("nguon-tin-cdata", "rss.xml", _feed(f"<description><![CDATA[<p>{SECRET}</p>]]></description>"), "dau-mat"),
    _file("nguon-tin-thoat", "atom.xml", _feed(f"<content>&lt;p&gt;{SECRET}&lt;/p&gt;</content>"), "dau-mat"),
    _file("nguon-tin-tieu-de", "t.xml", _feed(f"<title>Nghị quyết 12 ({PLAIN})</title>"), "dau-mat", "(MẬT)"),
    _file("json-thoat", "du-lieu/a.json", json.dumps({"tieu_de": SECRET}), "dau-mat", SECRET),
    _file(
        "tim-kiem-manh",
        "tim-kiem/chi-muc/0a1b2c/t12.js",
        f"__tim({json.dumps(json.dumps([['a', 'Tin', SECRET]], ensure_ascii=False), ensure_ascii=False)})",
        "dau-mat",
        SECRET,
    ),
    _file(
        "tim-kiem-gian-chu",
        "tim-kiem/chi-muc/0a1b2c/muc-1.js",
        'thamsau.part("muc-1",[["tin/","Tin",[["","","Mở đầu bài viết. T Ố I M Ậ T Dự thảo được gửi các chi bộ."]]]]);',
        "dau-mat",
        "T Ố I",
    ),
    _file(
        "tim-kiem-mot-chu",
        "tim-kiem/chi-muc/0a1b2c/muc-2.js",
        f'thamsau.part("muc-2",[["tin/","Tin",[["","","Mở đầu bài viết. {PLAIN} Kính gửi các chi bộ trong tỉnh."]]]]);',
        "dau-mat",
        PLAIN,
    ),
    _file("tim-kiem-doan", "tim-kiem/chi-muc/0a1b2c/t13.js", f'x("Kính gửi các chi bộ {SECRET} Căn cứ")', "dau-mat"),
    _file("bang-csv", "du-lieu/a.csv", f"ma,ten\na,{SECRET}\n", "dau-mat", SECRET),
    _file("lich-ics", "lich/a.ics", f"BEGIN:VEVENT\r\nSUMMARY:{SECRET[:4]}\r\n  MẬT\r\nEND:VEVENT\r\n", "dau-mat"),
    _file("chu-txt", "a/van-ban.txt", unicodedata.normalize("NFD", f"Số 5\n{SECRET}\n"), "dau-mat", SECRET),
    _file(
        "svg-chu", "a/bieu-do.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><text>{SECRET}</text></svg>', "dau-mat"
    ),
    _file("svg-chu-thich", "b/bieu-do.svg", "<svg><!-- vẽ bởi anh Ba --></svg>", "chu-thich-an", "anh Ba"),
    _file("pdf", "a/goc.pdf", pdf(SECRET), "dau-mat", SECRET),
    _file("pdf-tac-gia-trang", "b/goc.pdf", pdf("a", Author="Lê Văn C"), "sieu-du-lieu", "Lê Văn C"),
    _file("word", "a/goc.docx", word("Nội dung", author="Lê Văn C"), "sieu-du-lieu", "Lê Văn C"),
    _file("anh", "a/anh.jpg", photo(gps=True), "sieu-du-lieu"),
    _file("ban-do-nguon", "assets/a.js.map", '{"version":3}', "ban-do-nguon"),
    _file("ban-do-nguon-trong-tep", "assets/a.js", "1\n//# sourceMappingURL=data:application/json,e30", "ban-do-nguon"),
    _file("khoa-trong-tep-js", "assets/b.js", f'const t = "{TOKEN}"', "khoa-bi-mat", TOKEN),
    _file("tep-an-trang", "a/.DS_Store", "x", "ten-tep-cam"),
    _file("tep-tam-trang", "a/~$tam.docx", "x", "ten-tep-cam"),
    _file("so-di-dong-trang", "z/index.html", _page("<p>Gọi anh Ba: 0912.345.678</p>"), "so-ca-nhan", "0912.345.678"),
)
"""Leaks to be stopped before the site is published."""
