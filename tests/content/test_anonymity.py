"""Words that show who asked a question are found; names of bodies, places and leaders are not taken for them."""

import pytest

from infopage.content.anonymity import shown


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Tôi là Nguyễn Văn A, đảng viên chi bộ thôn 3, xin hỏi.", ["Nguyễn Văn A"]),
        ("Em tên Trần Thị B ở xã Đông, có được học bù không?", ["Trần Thị B"]),
        ("Tên tôi là Đặng Thị Ơn. Tôi hỏi về hồ sơ.", ["Đặng Thị Ơn"]),
        ("Họ và tên: Ưng Văn Ái. Câu hỏi: nộp ở đâu?", ["Ưng Văn Ái"]),
        ("Đồng chí Lê Văn C ở chi bộ 2 hỏi: họp thế nào?", ["Lê Văn C"]),
        ("Bạn đọc Phạm Thị D thắc mắc về giấy hẹn.", ["Phạm Thị D"]),
        ("Hàng xóm của tôi là ông Hoàng Văn E có được hưởng không?", ["Hoàng Văn E"]),
        ("Sinh hoạt chi bộ thế nào? (Trần Thị Bình, xã Đông Minh)", ["Trần Thị Bình"]),
        ("Vì sao phải nộp bản giấy? – Lê Thị Hoa", ["Lê Thị Hoa"]),
        ("Gọi lại cho tôi số 0912 345 678 hoặc +84 912 345 678.", ["0912 345 678", "+84 912 345 678"]),
        ("Trả lời vào a.b@hop-thu.example giúp tôi.", ["a.b@hop-thu.example"]),
        ("Nhà tôi ở số nhà 12/3, hẻm 4 có được kéo mạng không?", ["số nhà 12/3", "hẻm 4"]),
    ],
)
def test_words_that_show_the_person_are_found(line: str, found: list[str]) -> None:
    assert [words for _, words in shown(line)] == found


@pytest.mark.parametrize(
    "line",
    [
        "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh thế nào?",
        "Bác Hồ dạy gì về đoàn kết, Bác Hồ Chí Minh viết bài nào?",
        "Đồng chí Nguyễn Văn A, Bí thư Tỉnh ủy, đã nêu mấy việc?",
        "Tôi là đảng viên dự bị của Chi bộ Trường Tiểu học Kim Đồng.",
        "Tôi là Bí thư Chi bộ thôn Đông, xã Đông Minh.",
        "Cán bộ Ban Tuyên giáo và Dân vận hỏi chi bộ điều gì?",
        "Ở Thành phố Hồ Chí Minh (Việt Nam) thì nộp ở đâu?",
        "Nghị quyết 57-NQ/TW của Bộ Chính trị (Đảng Cộng sản Việt Nam)",
        "Văn bản số 0912/UBND-VX ngày 03/4/2026 có còn hiệu lực?",
        "Hội Liên hiệp Phụ nữ và Đoàn Thanh niên phối hợp thế nào?",
    ],
)
def test_names_of_bodies_places_and_leaders_show_nobody(line: str) -> None:
    assert list(shown(line)) == []
