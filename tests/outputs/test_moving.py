"""The HTML of an item is moved into a pack with all its words, and its links lead to places in the pack."""

from infopage.outputs.packs.moving import PackedPicture, PlaceInPack, ids_of, moved_in

PAGE = "https://minhhoa.example/tin-tuc/2026/tin/"


def link(page: str, anchor: str) -> str:
    if page == "https://minhhoa.example/tin-tuc/2026/kia/":
        return f"#kia--{anchor}" if anchor else "#kia"
    return f"{page}#{anchor}" if anchor else page


def picture(address: str) -> PackedPicture | None:
    return PackedPicture("anh-1.jpg", 480, 320) if address.endswith("/tin/san.png") else None


def moved(html: str, *, lower: int = 0, is_xml: bool = False) -> str:
    return moved_in(html, PAGE, PlaceInPack(link=link, picture=picture, prefix="tin--", lower=lower, is_xml=is_xml))


def test_links_lead_to_the_pack_or_are_absolute() -> None:
    html = '<p><a href="../kia/#cho">a</a> <a href="../kia/">b</a> <a href="../khac/">c</a> <a href="#d">d</a></p>'
    assert moved(html) == (
        '<p><a href="#kia--cho">a</a> <a href="#kia">b</a> <a href="https://minhhoa.example/tin-tuc/2026/khac/">c</a> '
        f'<a href="{PAGE}#d">d</a></p>'
    )
    assert moved('<a href="mailto:a@minhhoa.example">thư</a>') == '<a href="mailto:a@minhhoa.example">thư</a>'


def test_ids_and_what_names_them_get_the_prefix() -> None:
    html = '<table><tr><th id="a">A</th><th id="b">B</th></tr><tr><td headers="a b">1</td></tr></table>'
    assert 'headers="tin--a tin--b"' in moved(html)
    assert ids_of(moved(html)) == {"tin--a", "tin--b"}


def test_headings_are_lowered_to_the_sixth_level_at_most() -> None:
    assert moved("<h2>Một</h2><h5>Hai</h5>", lower=2) == "<h4>Một</h4><h6>Hai</h6>"


def test_a_picture_that_the_pack_cannot_have_is_told_in_words_and_nothing_after_it_is_lost() -> None:
    picture, drawing = '<img src="san.png" alt="Sân" width="9" height="9">', '<img src="x.svg" alt="Sơ đồ">'
    assert moved(f"<p>Trước {picture} giữa {drawing} sau</p>") == (
        '<p>Trước <img src="anh-1.jpg" alt="Sân" width="480" height="320"> giữa <em>[Hình: Sơ đồ]</em> sau</p>'
    )


def test_xhtml_closes_what_html_leaves_open() -> None:
    assert moved("<p>Một<br>hai &amp; ba&nbsp;bốn<hr></p>", is_xml=True).count("/>") == 2
    assert moved("Chữ không có thẻ < nào", is_xml=True) == "Chữ không có thẻ &lt; nào"
    assert moved(" \n") == ""
