"""Hostile attachments: files that a browser or server could run, or that could replace a file of the site."""

from collections.abc import Mapping

from tests.release.guard.made import archive, pdf, photo

RUN = "hit(location.pathname)"
HTML = f"<!doctype html><title>x</title><script>{RUN}</script><script src='ma.js'></script><img src=x onerror={RUN}>"
XHTML = f'<html xmlns="http://www.w3.org/1999/xhtml"><script>{RUN}</script><script src="ma.js"/></html>'
MHTML = f"MIME-Version: 1.0\nContent-Type: text/html\n\n{HTML}"
XSL = (
    '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/">'
    f"{XHTML}</xsl:template></xsl:stylesheet>"
)


def svg(inner: str, more: str = "", before: str = "") -> str:
    """Return an SVG drawing with ``inner`` in it.

    ``more`` are attributes of its element ``svg``, and ``before`` is text to put ahead of this element.
    """
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {names} viewBox="0 0 9 9" {more}>{inner}</svg>'


_PAGES = {
    **dict.fromkeys(("a.html", "a.htm", "A.HTML", "a.xhtml", "a.shtml", "a.pdf.html", "trang", "a.hta"), HTML),
    **dict.fromkeys(
        ("b.pdf", "b.jpg", "b.png", "b.gif", "b.webp", "b.svg", "b.csv", "b.txt", "b.docx", "b.json"), HTML
    ),
    **dict.fromkeys(("c.xht", "c.xml", "c.rdf", "c.svg", "c.xbl", "c.mathml"), XHTML),
    **dict.fromkeys(("d.mhtml", "d.mht", "d.eml"), MHTML),
    "e.xml": f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="e.xsl"?><a>{XHTML}</a>',
    "e.xsl": XSL,
    "e.svg": svg("", before='<?xml-stylesheet type="text/xsl" href="e.xsl"?>'),
}
_DRAWINGS = {
    "f01.svg": svg(f"<script>{RUN}</script>"),
    "f02.svg": svg('<script href="ma.js"/>'),
    "f03.svg": svg('<script xlink:href="ma.js"/>'),
    "f04.svg": svg("", f'onload="{RUN}"'),
    "f05.svg": svg(f"<foreignObject>{XHTML}</foreignObject>"),
    "f06.svg": svg(f'<a href="javascript:{RUN}"><text y="5">x</text></a>'),
    "f07.svg": svg(f'<animate onbegin="{RUN}" attributeName="x" dur="1s"/>'),
    "f08.svg": svg(f'<a id="a"><set attributeName="href" to="javascript:{RUN}"/><text y="5">x</text></a>'),
    "f09.svg": svg(f'<image href="x" onerror="{RUN}"/>'),
    "f10.svg": svg('<use href="f01.svg#a"/>'),
    "f11.svg": svg(f"<g>{XHTML}</g>"),
    "f12.svg": svg("&x;", before=f'<!DOCTYPE svg [<!ENTITY x "&#60;script>{RUN}&#60;/script>">]>'),
    "f13.svg": svg("<style>@import 'https://noi-khac.example/a.css';</style>"),
    "f14.svg": svg('<rect style="fill:url(https://noi-khac.example/a)"/>'),
    "f15.svg": svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="a.html"/>'),
    "f16.svg": svg(f"<handler type='application/ecmascript'>{RUN}</handler>"),
    "f17.svg": svg(f'<discard onbegin="{RUN}"/>'),
    "f18.svg": svg(f"<script>//<![CDATA[\n{RUN}\n//]]></script>", before='<?xml version="1.0" encoding="UTF-16"?>'),
}
_PROGRAMS = {
    "ma.js": RUN,
    "ma.mjs": RUN,
    "kieu.css": "*{color:red}",
    "tho.js": f"self.onfetch = () => {{ {RUN} }}",
    "g.webmanifest": "{}",
    **dict.fromkeys(("h.php", "h.php5", "h.phtml", "h.phar", "h.inc"), "<?php phpinfo();"),
    **dict.fromkeys(("h.asp", "h.aspx", "h.ashx", "h.jsp", "h.cgi", "h.pl", "h.py", "h.sh"), "x"),
    **dict.fromkeys(("i.bat", "i.cmd", "i.ps1", "i.vbs", "i.reg", "i.url", "i.lnk", "i.scf"), "x"),
    "web.config": "<configuration/>",
    "j.exe": "MZ" + "\0" * 70,
    "j.swf": "FWS\x09" + "\0" * 40,
    "j.jar": "PK\3\4",
    "j.iqy": "WEB\n1\nhttps://noi-khac.example/",
    "j.slk": 'ID;P\nC;Y1;X1;K"x"',
}
HOSTILE: Mapping[str, bytes] = {
    **{name: text.encode() for name, text in {**_PAGES, **_DRAWINGS, **_PROGRAMS}.items()},
    "k.pdf": HTML.encode() + pdf("a"),
    "k.php.jpg": photo("JPEG"),
    "k.html.pdf": pdf("a"),
    "k.zip": archive({"a.html": HTML.encode()}),
    "k.docx": archive({"a.html": HTML.encode()}),
    "k.svgz": b"\x1f\x8b\x08\0\0\0\0\0",
    "k.gif": f"GIF89a/*\0\0*/=1;{RUN}".encode(),
    "k.jpg": b"\xff\xd8\xff" + HTML.encode(),
}
"""The hostile files, by a name that an editor could link to from an item."""

SHOWN_YET_HARMLESS: Mapping[str, bytes] = {
    "l.jpg": photo("JPEG") + HTML.encode(),
    "l.png": photo("PNG") + HTML.encode(),
    "l.gif": photo("GIF") + HTML.encode(),
    "l.pdf": pdf("a") + HTML.encode(),
    "l.txt": f"Đoạn mã: {HTML}".encode(),
    "l.csv": f"a;{HTML}".encode(),
}
"""Files of an allowed type with something else appended; the response headers make them harmless."""
