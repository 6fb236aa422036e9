"""The rules that faults refer to, by slug. A fault in the value of a key has the slug of the key instead."""

from typing import Final

THEMES: Final[dict[str, dict[str, str]]] = {
    "Tệp và chữ": {
        "khong-doc-duoc": "tệp phải đọc được",
        "ma-hoa": "tệp phải lưu bằng mã UTF-8",
        "qua-lon": "tệp không được lớn quá 4 MB",
        "ky-tu-dieu-khien": "tệp không được có ký tự điều khiển hay ký tự riêng của một phông chữ",
        "phong-chu-cu": "chữ phải là Unicode, không phải TCVN3 (.VnTime) hay VNI",
        "chu-hong": "chữ không được hỏng vì đọc sai bảng mã",
        "chu-la": "chữ phải là chữ của tiếng Việt, không phải chữ trông giống thế của tiếng khác",
        "chu-tach": "một chữ không nên bị tách làm đôi, chân trang của tệp gốc không nên lẫn trong bài",
        "ky-tu-an": "tệp không nên lẫn ký tự không nhìn thấy",
    },
    "Phần khai báo": {
        "dau-trang": "tệp phải mở đầu bằng phần khai báo giữa hai dòng ---",
        "yaml": "phần khai báo phải đúng cú pháp YAML",
        "khoa-lap": "mỗi khóa chỉ được viết một lần",
        "khoa-la": "chỉ được dùng các khóa có trong bảng",
        "thieu-khoa": "khóa bắt buộc phải có",
    },
    "Chỗ để và mã": {
        "cho-de": "tệp phải nằm trong thư mục của loại mục",
        "duoi-tep": "bài phải là tệp có đuôi .md, danh mục phải là tệp có đuôi .yml",
        "duong-dan": "tên tệp và thư mục phải khớp với khai báo",
        "ma-trung": "mỗi mã chỉ dùng cho một mục",
        "so-trung": "một cơ quan không có hai văn bản cùng loại, cùng số trong một nhiệm kỳ hoặc một năm",
        "khac-van-ban": "khai báo phải khớp với số, ngày, cơ quan, người ký ghi ở đầu và cuối văn bản",
        "chuong-ngoai-sach": "chương phải ở trong thư mục của một cuốn sách, và cuốn ấy phải xếp nó vào một phần",
        "doi-co-quan": "ngày ban hành phải nằm trong thời gian cơ quan hoạt động",
    },
    "Liên kết, tệp, ảnh": {
        "lien-ket": "liên kết nội bộ phải trỏ tới một trang có thật",
        "neo": "liên kết tới một chỗ trong trang phải trỏ tới chỗ có thật",
        "dan-mo-ho": "chỗ dẫn văn bản phải rõ là văn bản nào",
        "trich-dan-sai": "lời trích phải có đúng như vậy trong văn bản được dẫn",
        "tep-dinh-kem": "tệp và ảnh được dẫn phải có trong kho",
        "loai-tep": "tệp đính kèm phải thuộc loại được nhận, đúng như đuôi tên ghi",
        "tep-hong": "tệp đính kèm không được rỗng, bị cắt cụt hay hỏng",
        "tep-qua-nang": "ảnh không được quá 10 MB hay 50 triệu điểm ảnh, tệp khác không được quá 100 MB",
        "chu-thich-anh": "ảnh phải có lời mô tả, khác với chú thích",
        "tep-thua": "tệp trong docs/ mà không trang nào dùng thì không được đăng",
    },
    "Nội dung bài": {
        "cap-tieu-de": "tiêu đề trong bài không được nhảy cấp",
        "qua-roi": "một đoạn không được lồng nhau quá sâu hay có quá nhiều dấu của Markdown",
        "mat-chu": "chữ nào trong bài cũng phải hiện trên trang",
        "bang": "hàng của bảng phải đủ dòng gạch, không nhiều ô hơn hàng tiêu đề",
        "chu-thich-cuoi": "dấu chú thích và lời chú thích phải đi với nhau",
        "dau-markdown": "dấu của Markdown không nên hiện thành chữ",
        "dong-the": "thẻ HTML nào mở ra thì phải đóng, mở sau thì đóng trước",
        "html": "HTML trong bài chỉ được dùng các thẻ cho phép",
        "dinh-danh-phan-tu": "định danh do người viết đặt không được trùng với định danh của trang",
        "nhan-lap": "nhãn của điều, khoản, điểm không nên lặp lại",
        "nhan-nhay": "nhãn của điều, khoản, điểm không nên bỏ cách",
        "nhan-mat": "nhãn của điều, chương, mục phải đứng ở đầu dòng thì chỗ ấy mới có địa chỉ",
        "the-thuc-trong-bai": "phần in trước và sau lời văn của văn bản ghi ở khóa, không dán vào bài",
        "thieu-noi-dung": "câu hỏi phải có lời trả lời, dự thảo phải có toàn văn hoặc tệp",
        "an-danh": "câu hỏi, lời trả lời, kết quả lấy ý kiến không được cho biết người hỏi, người góp ý là ai",
        "trich-de-ho": "lời trích mở ngoặc kép thì phải đóng ngoặc kép",
    },
    "Bài lấy từ nơi khác": {
        "dang-lai": "bài dùng lại của nơi khác phải ghi đủ nguồn, cách dùng và thỏa thuận",
        "thoa-thuan-het-han": "bài đăng lại theo thỏa thuận đã hết hạn thì nên gỡ hoặc gia hạn",
    },
    "Quan hệ giữa các văn bản": {
        "nguoc-thoi-gian": "văn bản không thể tác động tới văn bản ban hành sau nó",
        "quan-he-vong": "quan hệ giữa các văn bản không được đi thành vòng",
        "loi-da-sua": "văn bản sửa đổi hết hiệu lực thì phải rõ lời đã sửa còn giữ hay lời cũ trở lại",
        "sai-tham-quyen": "cấp dưới không sửa đổi, thay thế, bãi bỏ văn bản của cấp trên",
    },
    "Danh mục, ngày và địa chỉ": {
        "dang-lui-ngay": "mục mới không nên đề ngày đăng trước lần đăng gần nhất của trang",
        "danh-muc-trung": "mỗi mã trong một danh mục chỉ dùng một lần",
        "danh-muc-thua": "mục trong danh mục mà chưa bài nào dùng; chỉ kể khi được hỏi",
        "chuyen-trang-vong": "chuyên trang không được chứa chính nó qua chuyên trang khác",
        "muc-thu-hoi": "chuyên trang không nên còn ghi mục đã bị thu hồi",
        "vong-lap": "quan hệ giữa các mục trong danh mục không được thành vòng",
        "trang-bat-buoc": "các trang mà đầu mỗi trang dẫn tới phải có",
        "chua-dien": "chỗ mang dấu “cần điền” phải được điền trước khi phát hành",
        "dia-chi-trung": "hai trang, hai tệp không được cùng một địa chỉ",
    },
}
"""What each rule requires, by its slug, grouped under the headings of the editors' guide."""

RULES: Final[dict[str, str]] = {slug: demand for rules in THEMES.values() for slug, demand in rules.items()}

GUARD_PATTERN_RULES: Final[dict[str, str]] = {
    "dau-mat": "tài liệu có dấu chỉ độ mật không được vào kho, không được đăng",
    "dau-noi-bo": "tài liệu đóng dấu lưu hành nội bộ, không phổ biến không được vào kho, không được đăng",
    "dau-du-thao": "bản đóng dấu dự thảo không được vào kho, không được đăng",
    "ten-tep-cam": "tệp nháp, tệp tạm, tệp sao lưu, tệp ẩn không được vào kho, không được đăng",
    "khoa-bi-mat": "khóa, mật khẩu, mã truy cập không được vào kho, không được đăng",
    "so-giay-to": "số căn cước, số chứng minh nhân dân, số thẻ đảng viên không được vào kho, không được đăng",
    "danh-sach-ca-nhan": "danh sách người kèm ngày sinh, ngày vào Đảng, số giấy tờ, nơi ở, điện thoại không được đăng",
    "so-ca-nhan": "số điện thoại của cá nhân không nên đăng",
}
"""The rules of the guard (the checks before publication) whose patterns are in data/bao-ve.yml, by slug."""

PERSONAL_WORDS: Final[dict[str, str]] = {
    "ho-ten": "chữ đứng trước họ tên, hoặc ở đầu cột họ tên",
    "nguoi": "chữ ở đầu cột mà cột ấy có thể là họ tên",
    "sinh": "chữ đứng trước ngày, năm sinh",
    "vao-dang": "chữ đứng trước ngày vào Đảng, ngày chính thức",
    "giay-to": "chữ đứng trước số thẻ đảng viên, số căn cước",
    "noi-o": "chữ đứng trước nơi ở",
    "dia-chi": "chữ đứng trước địa chỉ, là nơi ở khi hàng không nói tới cơ quan nào",
    "que-quan": "chữ đứng trước quê quán, nơi sinh",
    "dien-thoai": "chữ đứng trước số điện thoại",
    "viec-chung": "chữ ở đầu cột cho biết cột ấy là của cơ quan, của công việc",
    "da-mat": "chữ cho biết người ấy đã mất, là nhân vật lịch sử",
    "ho": "họ của người Việt Nam",
}
"""The types of words in data/bao-ve.yml that point to personal data, with their Vietnamese descriptions."""

GUARD_RULES: Final[dict[str, str]] = {
    **GUARD_PATTERN_RULES,
    "pham-vi": "bài có khóa `pham_vi` khác `cong-khai` không được vào kho",
    "cong-khai-theo-luat": "bài có khóa `danh_sach_cong_khai` thì lần kiểm nào cũng báo, cho đến khi hết hạn",
    "chu-thich-an": "bài và trang không được có chú thích ẩn",
    "an-trong-tep": "tệp không được giấu nhận xét, phần đã xóa, trang ẩn, tệp khác ở trong",
    "sieu-du-lieu": "ảnh, PDF, tệp văn phòng không được mang tên người soạn, nơi chụp, máy đã dùng",
    "khong-kiem-duoc": "tệp mà máy không đọc được thì không được vào kho, không được đăng",
    "ban-do-nguon": "bản đồ mã nguồn của chương trình không được đăng",
    "danh-tinh-trinh-dien": "không đăng ra địa chỉ thật khi danh tính còn là của bản trình diễn",
    "con-trinh-dien": "không đăng ra địa chỉ thật chữ, tệp, tên, địa chỉ của bản trình diễn",
    "thieu-loi-minh-hoa": "mục minh họa không được đăng khi thiếu lời báo minh họa",
    "ten-da-giau": "không nơi nào của trang được nêu mục đã thu hồi và giấu tên",
    "sua-khong-ghi": "câu chữ đã công bố không được sửa mà không ghi lại cho người đọc biết",
}
"""All rules of the guard, by slug. The guard checks all files before they enter the repository or are published."""
