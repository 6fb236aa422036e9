"""A picture alone in its paragraph becomes a figure, with a caption and a credit as people type them."""

import pytest

from infopage.content.markdown import MarkdownRenderer

RENDERER = MarkdownRenderer()
IMG = '<img alt="Cây đa" loading="lazy" src="../a.jpg">'


def rendered(body: str) -> str:
    return RENDERER.render("tin-tuc/tin.md", body, official=False).html


def caption(words: str, credit: str = "") -> str:
    of = f'<span class="anh-cua">{credit}</span>' if credit else ""
    return f"<figure>{IMG}<figcaption>{words}{of}</figcaption></figure>"


@pytest.mark.parametrize(
    ("below", "words", "credit"),
    [
        ("Sân đình. Ảnh: HÀ MY", "Sân đình. ", "Ảnh: HÀ MY"),
        ("Sân đình (Ảnh: Hà My)", "Sân đình ", "Ảnh: Hà My"),
        ("Sân đình. (Ảnh: Hà My).", "Sân đình. ", "Ảnh: Hà My"),
        ("Sân đình – Ảnh: TTXVN.", "Sân đình ", "Ảnh: TTXVN"),
        ("Sân đình - Ảnh: M.H.", "Sân đình ", "Ảnh: M.H."),
        ("Sân đình. Nguồn ảnh: Bảo tàng tỉnh", "Sân đình. ", "Nguồn ảnh: Bảo tàng tỉnh"),
        ("Ảnh: Lê Minh", "", "Ảnh: Lê Minh"),
        ("Sân đình. Đồ họa: Tổ kỹ thuật", "Sân đình. ", "Đồ họa: Tổ kỹ thuật"),
        ("Triển lãm ảnh: nhiều người xem, khen", "Triển lãm ảnh: nhiều người xem, khen", ""),
        ("Hai bức ảnh của đội", "Hai bức ảnh của đội", ""),
    ],
)
def test_the_words_in_italics_below_a_picture_are_its_caption_and_the_credit_stands_apart(
    below: str, words: str, credit: str
) -> None:
    expected = caption(words, credit)
    assert rendered(f"![Cây đa](a.jpg)\n*{below}*") == expected
    assert rendered(f"![Cây đa](a.jpg)\n\n*{below}*\n\nĐoạn sau.") == f"{expected}\n<p>Đoạn sau.</p>"
    assert rendered(f'![Cây đa](a.jpg "{below}")') == expected


def test_a_caption_keeps_its_links_and_marks() -> None:
    assert rendered("![Cây đa](a.jpg)\n*Sân **đình** (Ảnh: A. B.)*") == caption(
        "Sân <strong>đình</strong> ", "Ảnh: A. B."
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![Cây đa](a.jpg)", f"<figure>{IMG}</figure>"),
        ("![Cây đa](a.jpg)\n![Cây đa](a.jpg)", f"<figure>{IMG}</figure>\n<figure>{IMG}</figure>"),
        ("Một ![Cây đa](a.jpg) nhỏ", f"<p>Một {IMG} nhỏ</p>"),
        ("![Cây đa](a.jpg)\n\n*Nghiêng* rồi thẳng.", f"<figure>{IMG}</figure>\n<p><em>Nghiêng</em> rồi thẳng.</p>"),
        (f"![Cây đa](a.jpg)\n\n*{'dài ' * 120}*", f"<figure>{IMG}</figure>\n<p><em>{'dài ' * 119}dài</em></p>"),
    ],
)
def test_only_a_picture_alone_is_a_figure_and_only_a_short_line_all_in_italics_a_caption(
    body: str, expected: str
) -> None:
    assert rendered(body.replace(" *\n", "*\n").replace("dài *", "dài*")) == expected
