"""Citations as people write them: the exact words found, and texts that are not citations."""

import unicodedata
from dataclasses import replace

import pytest

from infopage.language.citations import mentions
from infopage.language.kinds import Kinds
from infopage.language.mentions import Mention
from infopage.language.short_citations import short_mentions
from infopage.language.symbol_keys import SymbolKey
from infopage.language.symbols import Symbol

KNOWN = {
    *("05-nq/tu", "09-nq/tu", "16-nq/tu", "04-qd/tu", "08-ctr/tu", "27-ct/tu", "14-kh/du", "03-hd/btgdvtu", "66-qd/tw"),
    *("145/kh-ubnd", "31/nq-hdnd", "13/2023/nd-cp", "30/2020/nd-cp", "03/2022/qh15", "60/2020/qh14", "80/2015/qh13"),
    *("100/2015/qh13", "5a-nq/tu"),
}
KEYS = {SymbolKey.of(Symbol.parse(symbol)): symbol for symbol in KNOWN}
KINDS = Kinds([("Nghị quyết", "NQ"), ("Quy định", "QĐ")])


def known(symbol: SymbolKey) -> SymbolKey | None:
    return symbol if symbol in KEYS else None


def found_in(text: str) -> list[Mention]:
    return mentions(text, known, KINDS)


SPELLINGS = [
    # (text, [the citations found, each as: words | symbol | kind | date | issuer | anchor])
    (
        "Nghị quyết số 05-NQ/TU, ngày 12/10/2021",
        ["Nghị quyết số 05-NQ/TU, ngày 12/10/2021|05-NQ/TU|nghi quyet|2021-10-12||"],
    ),
    ("số 05-NQ/TU ngày 12/10/2021", ["số 05-NQ/TU ngày 12/10/2021|05-NQ/TU||2021-10-12||"]),
    ("Nghị quyết 05-NQ/TU", ["Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("theo 05-NQ/TU thì", ["05-NQ/TU|05-NQ/TU||||"]),
    ("mục II.1 Nghị quyết 05-NQ/TU", ["mục II.1 Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||II.1"]),
    ("Mục II.1.a Nghị quyết 05-NQ/TU", ["Mục II.1.a Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||II.1.a"]),
    (
        "điểm a, khoản 1, mục II, Nghị quyết số 05-NQ/TU, ngày 12/10/2021 của Đảng",
        ["điểm a, khoản 1, mục II, Nghị quyết số 05-NQ/TU, ngày 12/10/2021|05-NQ/TU|nghi quyet|2021-10-12|Đảng|II.1.a"],
    ),
    (
        "điểm đ khoản 1 mục II Nghị quyết 05-NQ/TU",
        ["điểm đ khoản 1 mục II Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||II.1.dd"],
    ),
    (
        "điểm 2.1, khoản 2, mục III Nghị quyết 05-NQ/TU",
        ["điểm 2.1, khoản 2, mục III Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||III.2.1"],
    ),
    (
        "Mục III, khoản 2 Nghị quyết số 05-NQ/TU",
        ["Mục III, khoản 2 Nghị quyết số 05-NQ/TU|05-NQ/TU|nghi quyet|||III.2"],
    ),
    ("khoản 2 Điều 5 Quy định số 04-QĐ/TU", ["khoản 2 Điều 5 Quy định số 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-5.2"]),
    (
        "điểm đ khoản 2 Điều 12a của Quy định 04-QĐ/TU",
        ["điểm đ khoản 2 Điều 12a của Quy định 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-12a.2.dd"],
    ),
    (
        "khoản 1, Điều 3, Chương II Quy định 04-QĐ/TU",
        ["khoản 1, Điều 3, Chương II Quy định 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-3.1"],
    ),
    (
        "Mục 1 Chương II Nghị định 30/2020/NĐ-CP",
        ["Mục 1 Chương II Nghị định 30/2020/NĐ-CP|30/2020/NĐ-CP|nghi dinh|||chuong-ii.muc-1"],
    ),
    ("Chương II Nghị định 30/2020/NĐ-CP", ["Chương II Nghị định 30/2020/NĐ-CP|30/2020/NĐ-CP|nghi dinh|||chuong-ii"]),
    ("Phần thứ hai Nghị quyết 05-NQ/TU", ["Phần thứ hai Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||phan-2"]),
    (
        "Phụ lục III kèm theo Nghị định số 30/2020/NĐ-CP",
        ["Phụ lục III kèm theo Nghị định số 30/2020/NĐ-CP|30/2020/NĐ-CP|nghi dinh|||phu-luc-iii"],
    ),
    ("Phụ lục của Nghị quyết 05-NQ/TU", ["Phụ lục của Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||phu-luc"]),
    (
        "Điều 5, Điều 6 Quy định số 04-QĐ/TU",
        ["Điều 5|04-QĐ/TU|quy dinh|||dieu-5", "Điều 6 Quy định số 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-6"],
    ),
    (
        "điểm a khoản 1 và điểm b khoản 2 Điều 5 Quy định 04-QĐ/TU",
        [
            "điểm a khoản 1|04-QĐ/TU|quy dinh|||dieu-5.1.a",
            "điểm b khoản 2 Điều 5 Quy định 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-5.2.b",
        ],
    ),
    (
        "các điều 5, 6 và 7 Quy định 04-QĐ/TU",
        [
            "các điều 5|04-QĐ/TU|quy dinh|||dieu-5",
            "6|04-QĐ/TU|quy dinh|||dieu-6",
            "7 Quy định 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-7",
        ],
    ),
    (
        "điểm a, b khoản 2 Điều 5 Quy định 04-QĐ/TU",
        [
            "điểm a|04-QĐ/TU|quy dinh|||dieu-5.2.a",
            "b khoản 2 Điều 5 Quy định 04-QĐ/TU|04-QĐ/TU|quy dinh|||dieu-5.2.b",
        ],
    ),
    ("Điều 5 và Quy định số 04-QĐ/TU", ["Quy định số 04-QĐ/TU|04-QĐ/TU|quy dinh|||"]),
    (
        "Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ về bảo vệ dữ liệu cá nhân",
        ["Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023|13/2023/NĐ-CP|nghi dinh|2023-04-17|Chính phủ|"],
    ),
    (
        "Nghị định số 13/2023/NĐ-CP của Chính phủ ngày 17/4/2023",
        ["Nghị định số 13/2023/NĐ-CP|13/2023/NĐ-CP|nghi dinh|2023-04-17|Chính phủ|"],
    ),
    ("Luật số 03/2022/QH15", ["Luật số 03/2022/QH15|03/2022/QH15|luat|||"]),
    (
        "Luật Phòng, chống thiên tai số 60/2020/QH14",
        ["Luật Phòng, chống thiên tai số 60/2020/QH14|60/2020/QH14|luat|||"],
    ),
    ("theo Bộ luật Hình sự số 100/2015/QH13", ["Bộ luật Hình sự số 100/2015/QH13|100/2015/QH13|bo luat|||"]),
    (
        "Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13",
        ["Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13|80/2015/QH13|luat|||"],
    ),
    ("145/KH-UBND", ["145/KH-UBND|145/KH-UBND||||"]),
    ("Kế hoạch số 145/KH-UBND năm 2026", ["Kế hoạch số 145/KH-UBND|145/KH-UBND|ke hoach|2026||"]),
    (
        "Chương trình hành động số 08-CTr/TU do Tỉnh ủy ban hành",
        ["Chương trình hành động số 08-CTr/TU|08-CTr/TU|chuong trinh hanh dong||Tỉnh ủy|"],
    ),
    ("Hướng dẫn số 03-HD/BTGDVTU", ["Hướng dẫn số 03-HD/BTGDVTU|03-HD/BTGDVTU|huong dan|||"]),
    (
        "Kế hoạch số 14-KH/ĐU của Đảng ủy xã Đông Minh về",
        ["Kế hoạch số 14-KH/ĐU|14-KH/ĐU|ke hoach||Đảng ủy xã Đông Minh|"],
    ),
    (
        "Thông tư 13/2023/NĐ-CP của Bộ Tài chính Việt Nam quy định",
        ["Thông tư 13/2023/NĐ-CP|13/2023/NĐ-CP|thong tu||Bộ Tài chính Việt Nam|"],
    ),
    (
        "Nghị quyết 05-NQ/TU của Đảng ủy các cơ quan Đảng tỉnh khóa XVIII",
        ["Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet||Đảng ủy các cơ quan Đảng tỉnh|"],
    ),
    ("Bãi bỏ Chỉ thị số 27-CT/TU", ["Chỉ thị số 27-CT/TU|27-CT/TU|chi thi|||"]),
    ("theo đúng pháp luật số 60/2020/QH14", ["số 60/2020/QH14|60/2020/QH14||||"]),
    # Spellings with spaces around the signs, as they occur in real texts.
    ("Số 05 -NQ/TU", ["Số 05 -NQ/TU|05-NQ/TU||||"]),
    ("số 05 - NQ / TU", ["số 05 - NQ / TU|05-NQ/TU||||"]),
    ("số 05–NQ/TU", ["số 05–NQ/TU|05-NQ/TU||||"]),
    ("số 05‑NQ/TU", ["số 05‑NQ/TU|05-NQ/TU||||"]),
    ("số\u00a005-NQ/TU", ["số\u00a005-NQ/TU|05-NQ/TU||||"]),
    ("Nghị quyết số 05-\nNQ/TU", ["Nghị quyết số 05-\nNQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("Nghị\nquyết số\n05-NQ/TU", ["Nghị\nquyết số\n05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("NGHỊ QUYẾT SỐ 05-NQ/TU", ["NGHỊ QUYẾT SỐ 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("nghị quyết số 05-nq/tu", ["nghị quyết số 05-nq/tu|05-nq/tu|nghi quyet|||"]),
    ("nghi quyet so 05-NQ/TU", ["nghi quyet so 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("NQ số 05-NQ/TU", ["NQ số 05-NQ/TU|05-NQ/TU|nq|||"]),
    ("NQ 05-NQ/TU", ["NQ 05-NQ/TU|05-NQ/TU|nq|||"]),
    ("Nghị quyết số05-NQ/TU", ["Nghị quyết số05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("Nghị quyết số: 05-NQ/TU", ["Nghị quyết số: 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("Nghị quyết số 05-NQ/TU (ngày 12/10/2021)", ["Nghị quyết số 05-NQ/TU|05-NQ/TU|nghi quyet|2021-10-12||"]),
    ("Nghị quyết số 05-NQ/TU - một năm nhìn lại", ["Nghị quyết số 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("Nghị định 13/2023/NĐ - CP", ["Nghị định 13/2023/NĐ - CP|13/2023/NĐ-CP|nghi dinh|||"]),
    ("Nghị quyết 05-NQ/TU.Theo đó", ["Nghị quyết 05-NQ/TU|05-NQ/TU|nghi quyet|||"]),
    ("(05-NQ/TU)", ["05-NQ/TU|05-NQ/TU||||"]),
    ("Nghị quyết 5a-NQ/TU", ["Nghị quyết 5a-NQ/TU|5a-NQ/TU|nghi quyet|||"]),
    (
        "Quyết định 66-QĐ/TW, ngày 6.2.2017 của Uỷ ban",
        ["Quyết định 66-QĐ/TW, ngày 6.2.2017|66-QĐ/TW|quyet dinh|2017-02-06|Uỷ ban|"],
    ),
    (
        "các Nghị quyết số 05-NQ/TU, 09-NQ/TU và 16-NQ/TU",
        [
            "Nghị quyết số 05-NQ/TU|05-NQ/TU|nghi quyet|||",
            "09-NQ/TU|09-NQ/TU|nghi quyet|||",
            "16-NQ/TU|16-NQ/TU|nghi quyet|||",
        ],
    ),
]

NOT_CITATIONS = [
    *("Nghị quyết này", "Nghị quyết Đại hội XIV", "Nghị quyết số 05", "Điều 5 Quy định này", "mục II.1 nêu trên"),
    *("24/7", "05/8/2021", "ngày 05-8-2021", "2/3 số phiếu", "1/2 thời gian", "giai đoạn 2021 - 2025", "16 điểm cầu"),
    *("0200 000 000", "024-3804.1234/TU", "23/25 đảng viên", "5%/năm", "120 km/h", "QH15", "NQ/TU", "TU-05"),
    *("Nghị quyết số 99-NQ/TU", "12/2099/NĐ-CP", "205-NQ/TU", "05-NQ/TUV", "05-NQ/TU-BTV", "05-NQ/TU/2021"),
    *("https://vi-du.vn/05-NQ/TU", "a05-NQ/TU", "1.05-NQ/TU", "05-NQ/TU@vi-du.vn", "05-NQ TU", "05 NQ/TU"),
    *("Nghị định số 13/2023", "13/2024/NĐ-CP", "ngày 5-9/TU", "1/ Kết quả - đánh giá"),
]


@pytest.mark.parametrize(("text", "expected"), SPELLINGS, ids=[text for text, _ in SPELLINGS])
def test_a_spelling_is_found_for_what_it_is(text: str, expected: list[str]) -> None:
    found = [
        "|".join(
            (
                text[m.start : m.end],
                KEYS[m.symbol] if m.symbol else "",
                m.kind,
                m.dated.iso if m.dated else "",
                m.issuer,
                m.anchors[0] if m.anchors else "",
            )
        )
        for m in found_in(text)
    ]
    assert found == [_keyed(one) for one in expected]


def _keyed(expected: str) -> str:
    words, symbol, *rest = expected.split("|")
    return "|".join((words, KEYS[SymbolKey.of(Symbol.parse(symbol))], *rest))


@pytest.mark.parametrize("text", [text for text, _ in SPELLINGS])
def test_a_decomposed_text_is_read_like_a_composed_one(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    here, there = found_in(text), found_in(apart)
    assert [replace(m, start=0, end=0, core=(0, 0)) for m in here] == [
        replace(m, start=0, end=0, core=(0, 0)) for m in there
    ]
    for one, other in zip(here, there, strict=True):
        assert unicodedata.normalize("NFC", apart[other.start : other.end]) == text[one.start : one.end]


@pytest.mark.parametrize("text", NOT_CITATIONS)
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_a_number_alone_is_told_apart_from_all_other_numbers() -> None:
    text = (
        "NQ số 05, Nghị quyết số 05 ngày 05/8/2021; số 5 nhà, mẫu số 05, số 05%, quyết định số 7/8, Chỉ thị số 05-CT/TU"
    )
    found = [(text[m.start : m.end], m.kind) for m in short_mentions(text, KINDS)]
    assert found == [("NQ số 05", "nq"), ("Nghị quyết số 05 ngày 05/8/2021", "nghi quyet")]
