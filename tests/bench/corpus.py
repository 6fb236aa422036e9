"""Made-up documents and news of realistic shape and size, the same for the same seed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

SEED = 1945
ISSUERS = {"tinh-uy": "TU", "dang-uy-xa-mot": "ĐU", "dang-uy-xa-hai": "ĐU", "dang-uy-xa-ba": "ĐU", "ban-mot": "BTU"}
KINDS = {"nghi-quyet": "NQ", "chuong-trinh": "CTr", "chi-thi": "CT", "ke-hoach": "KH", "huong-dan": "HD"}
TERMS = {"2020-2025": (date(2020, 10, 22), date(2025, 9, 25)), "2025-2030": (date(2025, 9, 26), date(2030, 9, 30))}
TOPICS = [f"chu-de-{n}" for n in range(1, 9)]
AREAS = (
    "chuyển đổi số|cải cách hành chính|nông thôn mới|du lịch cộng đồng|giáo dục và đào tạo|y tế cơ sở|"
    "bảo vệ môi trường|xây dựng chi bộ|công tác dân vận|kỹ năng số|nước sạch|đường liên thôn"
).split("|")
ACTS = (
    "nâng cao chất lượng|đổi mới phương pháp|tăng cường kiểm tra|bố trí nguồn lực cho|rút ngắn thời gian của|"
    "công khai kết quả|phân công người phụ trách|hướng dẫn nhân dân tham gia|sơ kết từng quý|nhân rộng cách làm hay về"
).split("|")
ACTORS = (
    "cấp ủy các cấp|chi bộ thôn, tổ dân phố|Ủy ban nhân dân xã, phường|Mặt trận và các đoàn thể|"
    "đảng viên được phân công|cơ quan chuyên môn của tỉnh|người đứng đầu đơn vị|tổ công nghệ số cộng đồng"
).split("|")
ENDS = (
    "trước ngày 30/6 hằng năm|gắn với sinh hoạt chi bộ hằng tháng|bảo đảm thiết thực, tiết kiệm|"
    "lấy sự hài lòng của nhân dân làm thước đo|không để ai bị bỏ lại phía sau|đạt ít nhất 90% số hộ trên địa bàn|"
    "theo Điều lệ Đảng và pháp luật của Nhà nước|và báo cáo bằng văn bản về cấp trên trực tiếp"
).split("|")


@dataclass(frozen=True)
class Sample:
    """A made-up item: its path relative to docs/, its title, its header lines and its Markdown body."""

    path: str
    title: str
    header: tuple[str, ...]
    body: str


def samples(count: int) -> list[Sample]:
    """Make ``count`` items: four documents of about 1,700 words for each news item of about 300."""
    random = Random(SEED)
    numbers: Counter[tuple[str, str, str]] = Counter()
    return [_news(random, n) if n % 5 == 4 else _document(random, n, numbers) for n in range(count)]


def _document(random: Random, n: int, numbers: Counter[tuple[str, str, str]]) -> Sample:
    issuer, kind, term = (random.choice(list(choices)) for choices in (ISSUERS, KINDS, TERMS))
    numbers[issuer, kind, term] += 1
    symbol = f"{numbers[issuer, kind, term]:02}-{KINDS[kind]}/{ISSUERS[issuer]}"
    day = TERMS[term][0] + timedelta(days=random.randrange(400))
    title = f"về {random.choice(ACTS)} {random.choice(AREAS)} giai đoạn {term}"
    header = (
        f"ma: vb-{n}",
        f"loai: {kind}",
        f"so_ky_hieu: {symbol}",
        f"co_quan: {issuer}",
        f"nhiem_ky: {term}",
        f"ngay_ban_hanh: {day:%d/%m/%Y}",
        f"trich_yeu: {title}",
        f"chu_de: [{', '.join(random.sample(TOPICS, 2))}]",
        "pham_vi: cong-khai",
        f"ngay_dang: {day:%d/%m/%Y} 08:00",
    )
    name = symbol.lower().replace("/", "-").replace("đ", "d")
    parts = [_paragraph(random, 60)]
    for roman in ("I", "II", "III", "IV", "V"):
        parts.append(f"{roman}- {random.choice(ACTS)} {random.choice(AREAS)}".upper())
        for arabic in range(1, 4):
            parts.append(f"{arabic}. {random.choice(ACTS).capitalize()} {random.choice(AREAS)}")
            parts += [f"{letter}) {_paragraph(random, 15)}" for letter in "abcd"]
    return Sample(f"van-ban/{issuer}/{term}/{name}.md", title, header, "\n\n".join(parts) + "\n")


def _news(random: Random, n: int) -> Sample:
    day = date(2026, 1, 1) + timedelta(days=random.randrange(300))
    actor = random.choice(ACTORS)
    title = f"{actor[:1].upper()}{actor[1:]} {random.choice(ACTS)} {random.choice(AREAS)}"
    header = (
        f"ma: tin-{n}",
        f"tieu_de: {title}",
        f"tom_tat: {_paragraph(random, 25)}",
        f"chu_de: [{random.choice(TOPICS)}]",
        "pham_vi: cong-khai",
        f"ngay_dang: {day:%d/%m/%Y} 08:00",
    )
    parts = [_paragraph(random, 90)]
    for _ in range(2):
        parts += [f"## {random.choice(AREAS).capitalize()}", _paragraph(random, 100)]
    return Sample(f"tin-tuc/2026/tin-{n}.md", title, header, "\n\n".join(parts) + "\n")


def _paragraph(random: Random, words: int) -> str:
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        sentence = " ".join(random.choice(choices) for choices in (ACTORS, ACTS, AREAS, ENDS))
        sentences.append(sentence[:1].upper() + sentence[1:] + ".")
    return " ".join(sentences)
