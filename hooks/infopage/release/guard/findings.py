"""The message for each rule of the guard: where the fault is and what to do, without the text found.

The guard is the checks of content before publication.
"""

from infopage.content.diagnostics import Diagnostic, Severity

ADVICE = {
    "dau-mat": "có dấu chỉ độ mật; dừng lại, đưa tệp ra khỏi kho và báo người phụ trách bảo vệ bí mật nhà nước",
    "dau-noi-bo": "có dấu hạn chế phạm vi sử dụng; hãy đưa tệp ra khỏi kho, chỉ dùng bản được phép công khai",
    "dau-du-thao": "có dấu của bản chưa ban hành; chỉ đưa vào kho bản đã ban hành",
    "ten-tep-cam": "tên này là của tệp nháp, tệp tạm, bản sao lưu hoặc tệp ẩn; hãy xóa hoặc chuyển tệp ra ngoài kho",
    "khoa-bi-mat": "có khóa, mật khẩu hoặc mã truy cập; hãy bỏ đi và đổi ngay khóa ấy, vì đã ghi ra tệp là đã lộ",
    "so-giay-to": "giống số căn cước, số chứng minh nhân dân hoặc số thẻ đảng viên; hãy bỏ số ấy đi, không được đăng",
    "danh-sach-ca-nhan": "danh sách người kèm ngày sinh, ngày vào Đảng, số giấy tờ, nơi ở hoặc điện thoại; hãy đưa "
    "danh sách ra khỏi kho, chỉ để họ tên và chức vụ khi cần",
    "cong-khai-theo-luat": "{}",
    "so-ca-nhan": "giống số điện thoại của cá nhân; hãy bỏ đi nếu người ấy chưa đồng ý cho đăng",
    "pham-vi": "bài không ghi “pham_vi: cong-khai”; nội dung không công khai thì phải đưa ra khỏi kho",
    "chu-thich-an": "có chú thích ẩn, người đọc không thấy nhưng ai cũng mở ra được; hãy xóa chú thích",
    "an-trong-tep": "{}; hãy bỏ đi rồi lưu lại tệp",
    "sieu-du-lieu": "tệp mang theo {}; hãy chạy: scripts/infopage clean TỆP",
    "khong-kiem-duoc": "{}",
    "ban-do-nguon": "bản đồ mã nguồn không được đăng; hãy bỏ tệp này khỏi phần giao diện",
    "danh-tinh-trinh-dien": "{}",
    "con-trinh-dien": "{}",
    "thieu-loi-minh-hoa": "{}",
    "ten-da-giau": "còn nêu tên, số hoặc tệp của mục đã thu hồi và giấu tên ({}); hãy bỏ chỗ ấy rồi dựng lại trang",
    "sua-khong-ghi": "{}; hãy ghi thêm ở phần khai báo, hoặc lấy lại câu chữ cũ nếu sửa nhầm "
    "(huong-dan/quy-tac/sua-khong-ghi.md)",
}
"""What an editor should do, for each rule. ``{}`` stands for details of the fault."""

WARNINGS = frozenset({"so-ca-nhan"})
"""The rules whose violation is only a warning."""


def finding(path: str, line: int, rule: str, about: str = "", where: str = "", *, warn: bool = False) -> Diagnostic:
    """Return the report of a violation of ``rule``.

    ``about`` replaces ``{}`` in the rule's advice. ``where`` is the page or archive member, for a file without lines.
    ``warn`` makes the report a warning, not an error, for any rule.
    """
    said = ADVICE[rule].format(about)
    severity = Severity.WARNING if warn or rule in WARNINGS else Severity.ERROR
    return Diagnostic(path, max(1, line), rule, f"{where}: {said}" if where else said, severity)
