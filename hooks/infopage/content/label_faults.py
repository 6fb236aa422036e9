"""Warns of slips in the labels of an official text: repeated, skipped or hidden labels, quotations left open."""

from collections.abc import Iterator, Sequence

from infopage.content.fields import quote
from infopage.content.provisions.hidden import hidden_labels
from infopage.content.provisions.left_open import left_open
from infopage.content.provisions.numbering import numbering_faults
from infopage.content.provisions.provision import Provision


def label_faults(body: str, found: Sequence[Provision]) -> Iterator[tuple[int, str, str]]:
    """Yield (line of the body, slug of the rule, message) for each slip in a label; ``found`` are its provisions."""
    yield from numbering_faults(found)
    if any(sign in body for sign in "<>#*_"):
        labelled = {one.number for one in found if one.label}
        for line, signs, label in hidden_labels(body.split("\n"), labelled):
            message = f"nhãn {quote(label)} đứng sau dấu {quote(signs)} nên không có địa chỉ; hãy bỏ các dấu trước nhãn"
            yield line, "nhan-mat", message
    for line in left_open(found, body.split("\n")):
        message = "lời trích mở ngoặc kép ở đây mà không đóng, máy phải đoán chỗ hết; hãy đặt dấu ” ở cuối lời trích"
        yield line, "trich-de-ho", message
