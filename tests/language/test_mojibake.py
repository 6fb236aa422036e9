"""Texts in the old encodings TCVN3 and VNI are distinguished from Vietnamese and from quoted foreign languages."""

import pytest

from infopage.language.mojibake import legacy_encoding


@pytest.mark.parametrize(
    "text",
    [
        "Uû ban nh©n d©n tØnh",
        "NghÞ quyÕt cña Ban ChÊp hµnh §¶ng bé tØnh vÒ ph¸t triÓn kinh tÕ",
        "Héi nghÞ häc tËp nghÞ quyÕt cña §¶ng",
        "chñ nghÜa x· héi",
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam",
        "§éc lËp - Tù do - H¹nh phóc",
        "b¸o c¸o t×nh h×nh s¶n xuÊt n«ng nghiÖp",
    ],
)
def test_tcvn3_is_recognised(text: str) -> None:
    assert legacy_encoding(text) == "TCVN3"


@pytest.mark.parametrize(
    "text",
    [
        "UÛy ban nhaân daân tænh",
        "Nghò quyeát cuûa Ban Chaáp haønh Ñaûng boä tænh",
        "Hoäi nghò hoïc taäp nghò quyeát cuûa Ñaûng",
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
        "Ñoäc laäp - Töï do - Haïnh phuùc",
        "baùo caùo tình hình saûn xuaát noâng nghieäp",
    ],
)
def test_vni_is_recognised(text: str) -> None:
    assert legacy_encoding(text) == "VNI"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ủy ban nhân dân tỉnh; uỷ ban nhân dân; UỶ BAN NHÂN DÂN",
        "Theo § 5 và § 7 của bộ luật; ® là nhãn hiệu đã đăng ký, © là bản quyền, ± 5 %, 10 µm, 25 °C, ½ và ¼",
        "Công ty Müller và Söhne ở Köln, Zürich, Ångström, Malmö, São Paulo, Curaçao",
        "Über die Größe der Straße: schön, möglich, hören, gehören, König",
        "La Société française s'est réunie à l'hôtel; Noël, maïs, naïve, aiguë, où, là, brûler, coûter, goût, août",
        "Señor Núñez, el Niño, mañana, España, pingüino",
        "Encyclopædia, Ærø, København, Tromsø, Gjøvik, smörgåsbord, Ålesund",
        "“Trích dẫn”, ‘trích trong’ – gạch ngang — dài… 50 % ≤ x ≥ y × z ÷ 2",
        "Số 05-NQ/TU, ngày 12/10/2021; điểm đ, khoản 1, Điều 5; thời hạn 3 giờ; Ế Ữ Ặ Ỗ, ễ, ỡ, ỵ",
        "Đường cao tốc Bắc – Nam, đoạn qua tỉnh, dài 5,5 km; diện tích 1.000 m² (±2 m³)",
        "Email: banbientap@minhhoa.example, https://minhhoa.example/?a=b&c=d#e",
        "Ví dụ: jalapeño, ®, ½ kg, «từ», 10 µm và 5 µm",
    ],
)
def test_vietnamese_and_quoted_languages_are_not_accused(text: str) -> None:
    assert legacy_encoding(text) is None
