"""Finds the reprinted items whose agreement with the source is over."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic, warning
from infopage.language.dates import format_date


def agreements_over(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a warning for each current item that is shown by an agreement whose last day is past.

    It is no error: a site that is built each hour must not stop because a day has passed.
    """
    for item in catalogue.current:
        agreement = item.origin.agreement if item.origin else None
        if agreement and agreement.until and agreement.until < catalogue.today:
            text = catalogue.text(item)
            message = (
                f"thỏa thuận đăng lại hết hạn ngày {format_date(agreement.until)}; "
                "hãy gia hạn, thuật lại bằng lời của trang, hoặc gỡ bài bằng thu_hoi"
            )
            yield warning(text.path, text.line_of("nguon"), "thoa-thuan-het-han", message)
