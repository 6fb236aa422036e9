"""The check before publication finds all that the Content-Security-Policy forbids in pages, and nothing it allows."""

from pathlib import Path

import pytest

from infopage.release.hosting.policy import page_faults, policy_faults

FORBIDDEN = {
    "<script>a()</script>": "có mã script viết ngay trong trang",
    "<SCRIPT type=module>a()</SCRIPT>": "có mã script viết ngay trong trang",
    '<script type="text/javascript">a()</script>': "có mã script viết ngay trong trang",
    '<script src="https://cdn.example/a.js"></script>': "thẻ <script> dùng địa chỉ ngoài trang",
    "<script src=//cdn.example/a.js></script>": "thẻ <script> dùng địa chỉ ngoài trang",
    '<script src="data:text/javascript,a()"></script>': "thẻ <script> dùng địa chỉ ngoài trang",
    '<link rel="stylesheet" href="//cdn.example/a.css">': "thẻ <link> dùng địa chỉ ngoài trang",
    '<link href="https://cdn.example/a.ico" rel="shortcut icon">': "thẻ <link> dùng địa chỉ ngoài trang",
    "<img src='https://anh.example/a.png' alt=''>": "thẻ <img> dùng địa chỉ ngoài trang",
    '<img src="data:image/png;base64,aa" alt="">': "thẻ <img> dùng địa chỉ ngoài trang",
    '<form action="https://tim.example/">': "thẻ <form> dùng địa chỉ ngoài trang",
    '<img src="a.png" srcset="a.png 1x, //anh.example/b.png 2x" alt="">': "thẻ <img> dùng địa chỉ ngoài trang",
    "<source srcset='a.webp 480w, https://anh.example/b.webp 960w'>": "thẻ <source> dùng địa chỉ ngoài trang",
    '<source type="audio/mpeg" src="https://am.example/a.mp3">': "thẻ <source> dùng địa chỉ ngoài trang",
    '<audio src="//am.example/a.mp3"></audio>': "thẻ <audio> dùng địa chỉ ngoài trang",
    '<video poster="https://anh.example/a.jpg"></video>': "thẻ <video> dùng địa chỉ ngoài trang",
    '<track src="data:text/vtt,WEBVTT">': "thẻ <track> dùng địa chỉ ngoài trang",
    "<style>p{}</style>": "có thẻ <style>",
    "<p\nstyle = 'color:red'>": "có thuộc tính style",
    '<p onclick="a()">': "có thuộc tính onclick",
    "<base href=/a/>": "có thẻ <base>",
    '<iframe src="a/"></iframe>': "có thẻ <iframe>",
    "<a href=' JavaScript:a()'>": "có javascript: trong thuộc tính href",
}
ALLOWED = (
    '<script src="../assets/a.js" defer></script>',
    '<script type="application/ld+json">{"a": "https://x.example/"}</script>',
    '<script id="__config" type="application/json">{}</script>',
    '<link rel="canonical" href="https://x.example/">',
    '<link rel="alternate" type="application/rss+xml" href="https://x.example/rss.xml">',
    '<a href="https://x.example/">báo</a>',
    '<picture><source type="image/webp" srcset="../a.webp 480w, b.webp 960w"><img src="a.jpg" alt=""></picture>',
    '<video poster="a.jpg"><source src="a.mp4" type="video/mp4"><track src="a.vtt"></video><audio src="a.mp3"></audio>',
    '<meta property="og:image" content="https://x.example/a.png">',
    '<p>Thuộc tính style="color:red" và onclick= là chữ; <code>&lt;script&gt;</code> cũng vậy.</p>',
)


@pytest.mark.parametrize("html", FORBIDDEN)
def test_what_the_policy_forbids_is_found_in_a_site(html: str, tmp_path: Path) -> None:
    (tmp_path / "tin").mkdir()
    (tmp_path / "tin" / "index.html").write_text(f"<!doctype html>\n{html}", "utf-8")
    assert list(policy_faults(tmp_path)) == [
        f"tin/index.html, dòng 2: {FORBIDDEN[html]}; chính sách an toàn của trang cấm"
    ]


@pytest.mark.parametrize("html", ALLOWED)
def test_what_the_policy_allows_is_no_fault(html: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(html, "utf-8")
    assert page_faults(html) == []
    assert list(policy_faults(tmp_path)) == []
