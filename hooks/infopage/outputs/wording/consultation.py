"""What a page or feed says of a draft that is put to the people, and of the opinions received."""

from infopage.content.catalogue import Catalogue
from infopage.content.consulted import Reception
from infopage.content.model import Draft
from infopage.content.stages import Stage, stage_of
from infopage.language.dates import format_date
from infopage.outputs.views.items import Notice, OpinionView, ReceptionView
from infopage.outputs.views.links import When

_DRAFT = "Đây là dự thảo để lấy ý kiến, chưa phải văn bản đã ban hành."


def draft_notice(draft: Draft, catalogue: Catalogue) -> Notice:
    """Return the notice above a draft: it is not in force, and what to do or to read instead."""
    stage = stage_of(draft, catalogue)
    if stage is Stage.ISSUED:
        return Notice("du-thao", "Dự thảo này đã được ban hành thành văn bản; hãy đọc và dẫn văn bản ấy.")
    if stage is Stage.OPEN:
        return Notice("du-thao", f"{_DRAFT} Nhận ý kiến đến hết ngày {format_date(draft.until)}.")
    if stage is Stage.COMING:
        return Notice("du-thao", f"{_DRAFT} Nhận ý kiến từ ngày {format_date(draft.since)}.")
    return Notice("du-thao", f"{_DRAFT} Đã thôi nhận ý kiến từ sau ngày {format_date(draft.until)}.")


def reception_view(result: Reception) -> ReceptionView:
    """Return what was received, as the page shows it."""
    opinions = tuple(
        OpinionView(one.content, f"{one.count} ý kiến" if one.count else "", one.use) for one in result.opinions
    )
    return ReceptionView(When(format_date(result.on), result.on.isoformat()), result.count, opinions)


def received(result: Reception) -> str:
    """Return in one sentence how many opinions were received by the day of the result."""
    return f"Đến ngày {format_date(result.on)} đã nhận {result.count} ý kiến."
