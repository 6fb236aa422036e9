"""Writes one table or list as files of every kind that an office uses or that the site consists of."""

import html
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.release.guard.leaks import HEADER
from tests.release.guard.made import archive, pdf, word

Block = list[str]
"""The lines of a list, or of a table with cells separated by bars."""


def blocks_of(name: str) -> dict[str, Block]:
    """Return the blocks of a text file by name: a line with ``#`` and the name, then lines, up to an empty line."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8").strip()
    lines = [block.split("\n") for block in text.split("\n\n")]
    return {first.removeprefix("# "): rest for first, *rest in lines}


def cells(line: str) -> list[str]:
    """Return the cells of a table line."""
    return [cell.strip() for cell in line.split("|")]


def _is_table(block: Block) -> bool:
    return "|" in block[0]


def _markdown(block: Block) -> str:
    if not _is_table(block):
        return HEADER + "\n\n".join(block)
    first, *rest = (f"| {' | '.join(cells(line))} |" for line in block)
    return HEADER + "\n".join([first, "|" + "---|" * block[0].count("|") + "---|", *rest])


def _html(block: Block) -> str:
    if _is_table(block):
        rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in cells(line)) for line in block)
        inner = f"<table><tr>{'</tr><tr>'.join(rows)}</tr></table>"
    else:
        inner = f"<ul><li>{'</li><li>'.join(map(html.escape, block))}</li></ul>"
    return f'<!doctype html>\n<html lang="vi"><head><title>Tin</title></head>\n<body>\n{inner}\n</body></html>\n'


def _separated(sign: str) -> Callable[[Block], str]:
    return lambda block: "\n".join(sign.join(_quoted(cell, sign) for cell in cells(line)) for line in block) + "\n"


def _quoted(cell: str, sign: str) -> str:
    return f'"{cell}"' if sign in cell else cell


def _keys(block: Block) -> list[str]:
    return [cell or f"cột {n}" for n, cell in enumerate(cells(block[0]))]


def _json(block: Block) -> str:
    if not _is_table(block):
        return json.dumps(block, ensure_ascii=False, indent=1)
    keys = _keys(block)
    return json.dumps([dict(zip(keys, cells(line), strict=False)) for line in block[1:]], ensure_ascii=False)


def _json_rows(block: Block) -> str:
    return json.dumps([cells(line) for line in block], ensure_ascii=False)


def _yaml(block: Block) -> str:
    if not _is_table(block):
        return "".join(f"- {line}\n" for line in block)
    keys = [key.replace(":", "") for key in _keys(block)]
    return "".join(
        "".join(
            f"{'- ' if not n else '  '}{key}: {cell}\n" for n, (key, cell) in enumerate(zip(keys, row, strict=False))
        )
        for row in map(cells, block[1:])
    )


def _docx(block: Block) -> bytes:
    if not _is_table(block):
        return word(*map(html.escape, block))
    rows = (
        "".join(f"<w:tc><w:p><w:r><w:t>{html.escape(cell)}</w:t></w:r></w:p></w:tc>" for cell in cells(line))
        for line in block
    )
    return word(body=f"<w:tbl><w:tr>{'</w:tr><w:tr>'.join(rows)}</w:tr></w:tbl>")


_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _xlsx(block: Block) -> bytes:
    texts = [cell for line in block for cell in cells(line)]
    rows, at = "", 0
    for number, line in enumerate(block, 1):
        row = ""
        for column, cell in enumerate(cells(line)):
            if cell:  # Excel leaves out empty cells
                row += f'<c r="{chr(65 + column)}{number}" t="s"><v>{at}</v></c>'
            at += 1
        rows += f'<row r="{number}">{row}</row>'
    sheet = f'<worksheet xmlns="{_SHEET}"><sheetData>{rows}</sheetData></worksheet>'
    shared = "".join(f"<si><t>{html.escape(text)}</t></si>" for text in texts)
    return archive(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "xl/worksheets/sheet1.xml": sheet.encode(),
            "xl/sharedStrings.xml": f'<sst xmlns="{_SHEET}">{shared}</sst>'.encode(),
        }
    )


def _odf(mime: str) -> Callable[[Block], bytes]:
    def made(block: Block) -> bytes:
        if _is_table(block):
            rows = (
                "".join(f"<t:table-cell><x:p>{html.escape(cell)}</x:p></t:table-cell>" for cell in cells(line))
                for line in block
            )
            inner = f"<t:table><t:table-row>{'</t:table-row><t:table-row>'.join(rows)}</t:table-row></t:table>"
        else:
            inner = "".join(f"<x:p>{html.escape(line)}</x:p>" for line in block)
        names = f'xmlns:o="{_ODF}:office:1.0" xmlns:t="{_ODF}:table:1.0" xmlns:x="{_ODF}:text:1.0"'
        content = f"<o:document-content {names}><o:body><o:text>{inner}</o:text></o:body></o:document-content>"
        return archive(
            {"mimetype": f"application/vnd.oasis.opendocument.{mime}".encode(), "content.xml": content.encode()}
        )

    return made


def _pptx(block: Block) -> bytes:
    names = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    )
    if _is_table(block):
        rows = (
            "".join(
                f"<a:tc><a:txBody><a:p><a:r><a:t>{html.escape(cell)}</a:t></a:r></a:p></a:txBody></a:tc>"
                for cell in cells(line)
            )
            for line in block
        )
        inner = f"<a:tbl><a:tr>{'</a:tr><a:tr>'.join(rows)}</a:tr></a:tbl>"
    else:
        inner = "".join(f"<a:p><a:r><a:t>{html.escape(line)}</a:t></a:r></a:p>" for line in block)
    slide = f"<p:sld {names}>{inner}</p:sld>"
    return archive({"[Content_Types].xml": _TYPES.encode(), "ppt/slides/slide1.xml": slide.encode()})


def _pdf(block: Block) -> bytes:
    return pdf(*(" ".join(filter(None, cells(line))) for line in block))


KINDS: Mapping[str, tuple[str, Callable[[Block], str | bytes]]] = {
    "markdown": ("docs/tin-tuc/2026/a.md", _markdown),
    "html": ("a/index.html", _html),
    "csv": ("docs/a/a.csv", _separated(",")),
    "csv-excel": ("docs/a/b.csv", _separated(";")),
    "tsv": ("docs/a/a.tsv", _separated("\t")),
    "txt": ("docs/a/a.txt", _separated("\t")),
    "txt-cot": ("docs/a/b.txt", _separated("    ")),
    "json": ("docs/a/a.json", _json),
    "json-hang": ("docs/a/b.json", _json_rows),
    "yaml": ("data/a.yml", _yaml),
    "docx": ("docs/a/a.docx", _docx),
    "xlsx": ("docs/a/a.xlsx", _xlsx),
    "odt": ("docs/a/a.odt", _odf("text")),
    "ods": ("docs/a/a.ods", _odf("spreadsheet")),
    "pptx": ("docs/a/a.pptx", _pptx),
    "pdf": ("docs/a/a.pdf", _pdf),
}
"""The kinds of file: a path, and the function that makes the content."""
