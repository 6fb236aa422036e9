"""What the readers of files yield in cases at the edge: line numbers, half characters, dates, members without text."""

import io
import zipfile

from infopage.files.markup_text import markup_segments
from infopage.files.office import open_archive, read_office
from infopage.files.office_tables import office_rows
from infopage.files.rtf import read_rtf
from infopage.files.segments import Segment

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BODY = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"


def archive(**members: str) -> zipfile.ZipFile:
    """Return a zip archive of these members; ``_`` in a name stands for ``.``, and ``__`` for ``/``."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_", "."), content)
    found = open_archive(made.getvalue())
    assert found is not None
    return found


def test_a_script_below_an_empty_line_is_on_its_own_line() -> None:
    found = markup_segments('\n<script>let a = "MẬT"</script>')
    assert [(one.line, one.text) for one in found if "MẬT" in one.text] == [(2, "MẬT")]


def test_half_a_character_in_rtf_is_no_text() -> None:
    data = rb"{\rtf1 a\u-10240?b\u-8193?c\u7853?d}"
    assert "".join(one.text for one in read_rtf(data) if isinstance(one, Segment)) == "abcậd"


def test_a_number_of_a_sheet_is_a_date_only_in_a_format_of_dates() -> None:
    formats = (0, 14, 17, 18, 22, 27, 36, 37, 45, 47, 48, 50, 58, 59)
    cells = "".join(f'<c r="A{n}" s="{n}"><v>33000</v></c>' for n in range(len(formats)))
    rows = "".join(f"<row>{cell}</c></row>" for cell in cells.split("</c>")[:-1])
    book = archive(
        xl__styles_xml=f'<styleSheet xmlns="{SHEET}"><cellXfs>'
        + "".join(f'<xf numFmtId="{one}"/>' for one in formats)
        + "</cellXfs></styleSheet>",
        xl__worksheets__sheet1_xml=f'<worksheet xmlns="{SHEET}"><sheetData>{rows}</sheetData></worksheet>',
    )
    found = [row.cells[0] != "33000" for row in office_rows(book)]
    assert found == [False, True, True, False, True, True, True, False, True, True, False, True, True, False]


def test_the_media_type_of_an_archive_is_no_text_of_it() -> None:
    made = archive(mimetype="application/vnd.oasis.opendocument.text", content_xml=f'<a xmlns="{BODY}">Chữ</a>')
    assert [one for one in read_office(made) if "opendocument.text" in str(one)] == []
