"""The phases of a long work, and a work that nobody follows."""

from enum import StrEnum


class Phase(StrEnum):
    """What a build or a publishing does, one after the other."""

    START = "khởi động"
    READING = "đọc bài"
    CHECKS = "kiểm tra"
    PAGES = "soạn trang"
    LISTS = "danh sách"
    DATA = "dữ liệu mở"
    SEARCH = "tìm kiếm"
    FEEDS = "nguồn tin"
    RENDERING = "dựng trang"
    WRITING = "ghi tệp"
    PROVING = "kiểm tra bản sắp phát hành"
    UPLOAD = "gửi bản phát hành"
    """It counts hundredths."""


class Progress:
    """A work that nobody follows."""

    def begin(self, phase: Phase, count: int = 0) -> None:
        """Tell that a phase begins, and the one before has ended; ``count`` is how much it has to do, where known."""

    def step(self, done: int = 1) -> None:
        """Tell that so much more of the phase is done."""

    def end(self) -> None:
        """Tell that no phase goes on."""


SILENT = Progress()
