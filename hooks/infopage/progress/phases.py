"""The phases of a build and a release, and the interface for reporting progress."""

from enum import StrEnum


class Phase(StrEnum):
    """The phases of a build or a release, in order."""

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
    PICTURES = "làm ảnh"
    PROVING = "kiểm tra bản sắp phát hành"
    UPLOAD = "gửi bản phát hành"
    """The upload of a release. It has 100 steps: the percentages of the data that are sent."""


class Progress:
    """The interface for reporting progress; this base class ignores all reports."""

    def begin(self, phase: Phase, count: int = 0) -> None:
        """Report that a phase begins, and that the phase before it has ended.

        ``count`` is the number of steps of the new phase, 0 if unknown.
        """

    def step(self, done: int = 1) -> None:
        """Report that ``done`` more steps of the phase are done."""

    def end(self) -> None:
        """Report that the current phase has ended."""


SILENT = Progress()
