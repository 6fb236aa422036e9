"""The withdrawn documents as open data, so that anyone with a copy of a document can see that it was withdrawn."""

from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Withdrawal
from infopage.outputs.data.records import JsonObject
from infopage.outputs.wording.described import described
from infopage.outputs.wording.taken_back import REDACTED, withdrawn


def withdrawn_records(catalogue: Catalogue) -> list[JsonObject]:
    """Return the id, title, day and reason for each withdrawn document, the latest first.

    For a document that must not be named, only the day is given.
    """
    told = withdrawn(catalogue)
    return [_record(one, item, catalogue) for one, item in told if isinstance(item, OfficialDocument)]


def _record(withdrawal: Withdrawal, document: OfficialDocument, catalogue: Catalogue) -> JsonObject:
    day = withdrawal.on.isoformat()
    if withdrawal.redacted:
        return {"ma": None, "ten": REDACTED, "ngay": day, "ly_do": None}
    return {"ma": document.id, "ten": described(document, catalogue).heading, "ngay": day, "ly_do": withdrawal.reason}
