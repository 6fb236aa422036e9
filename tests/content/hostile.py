"""Hostile Markdown and HTML, made by combining scripts, places where they hide, and spellings."""

import itertools
from collections.abc import Iterator
from html import escape

RUN = "hit({})"
"""The script of each attack ("vector"); the test page's function ``hit`` records the number."""

_HANDLERS = ("onload", "onerror", "onclick", "onfocus", "onmouseover", "ontoggle", "onanimationstart", "onbeforematch")
_HANDLERS += ("onpointerenter", "onscrollsnapchange", "onbegin", "oncontentvisibilityautostatechange", "onauxclick")
_CARRIERS = (
    "img",
    "svg",
    "body",
    "details",
    "video",
    "audio",
    "iframe",
    "object",
    "embed",
    "input",
    "button",
    "p",
    "a",
)
_CARRIERS += ("math", "marquee", "select", "textarea", "form", "style", "link", "meta", "base", "isindex", "x-y", "td")
_URL_PLACES = ('<a href="{}">x</a>', "<img src='{}'>", "<iframe src={}></iframe>", '<form action="{}"><button>x</form>')
_URL_PLACES += ('<object data="{}"></object>', '<embed src="{}">', '<svg><a xlink:href="{}"><text>x</text></a></svg>')
_URL_PLACES += (
    '<math href="{}">x</math>',
    '<button formaction="{}">x</button>',
    '<base href="{}">',
    '<link href="{}">',
)
_URL_PLACES += ('<blockquote cite="{}">x</blockquote>', "[x]({})", "[x](<{}>)", "![x]({})", "[x][1]\n\n[1]: {}", "<{}>")
_URL_PLACES += ('<video poster="{}"></video>', '<td background="{}">x</td>', '[x]({} "t")', "[![x]({0})]({0})")
_BREAKS = ("'", '"', "`", "\\", "]", ")", "}", "-->", "</p>", "</title>", "</textarea>", "</noscript>", "\t", "\x0c")


def _schemes(run: str) -> Iterator[str]:
    script = f"javascript:{run}"
    yield script
    yield script.replace("javascript", "JaVaScRiPt")
    yield script.replace("java", "java&#9;")
    yield script.replace("java", "java&Tab;")
    yield script.replace("java", "java&#x0A;")
    yield script.replace("java", "java&NewLine;")
    yield "".join(f"&#{ord(letter)};" for letter in script)
    yield "".join(f"&#x{ord(letter):06x}" for letter in script[:11]) + script[11:]
    yield script.replace(":", "&colon;")
    yield script.replace("javascript", "java%73cript")
    yield f"&#1;{script}"
    yield f" &#32;{script}"
    yield f"\u200b{script}"
    yield f"vbscript:{run}"
    yield f"data:text/html,<script>parent.{run}</script>"
    yield f"data:text/html;base64,{'PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4='}"
    yield f"data:image/svg+xml,<svg onload=parent.{run}>"
    yield f"blob:https://x/{run}"
    yield f"//evil.example/{run}"
    yield f"feed:{script}"
    yield f"view-source:{script}"


def _elements(run: str) -> Iterator[str]:
    for tag, handler in itertools.product(_CARRIERS, _HANDLERS):
        yield f"<{tag} {handler}={run} src=x tabindex=1 autofocus>x</{tag}>"
    for separator in ("/", "//", "\t", "\n", "\x0c", "/x=y/", "'x'", '"y" '):
        yield f"<img{separator}src=x{separator}onerror={run}>"
    for quote in ('"', "'", "", "`", "&quot;"):
        yield f"<p title={quote}a{quote}onmouseover={quote}{run}{quote}>x</p>"


def _nested(run: str) -> Iterator[str]:
    """Yield HTML whose meaning changes when it is parsed a second time."""
    image = f"<img src=x onerror={run}>"
    hidden = escape(image)
    for outer in (
        "noscript",
        "style",
        "title",
        "textarea",
        "xmp",
        "noembed",
        "noframes",
        "plaintext",
        "iframe",
        "template",
    ):
        yield f'<{outer}><p title="</{outer}>{image}">x'
        yield f"<{outer}>{image}</{outer}>"
        yield f"<{outer}>{hidden}</{outer}>"
        yield f"<svg><{outer}>{image}</{outer}></svg>"
        yield f"<math><mtext><table><mglyph><{outer}><!--</{outer}>{image}-->"
    for foreign, point in (("svg", "desc"), ("svg", "foreignObject"), ("math", "mtext"), ("math", "annotation-xml")):
        yield f"<{foreign}><{point}><style><!--</style>{image}--></{point}></{foreign}>"
        yield f'<{foreign}><{point} encoding="text/html"><a title="</{foreign}>{image}">x</a></{point}></{foreign}>'
        yield f"<{foreign}></p><style><g title='</style>{image}'>"
    yield f"<form><math><mtext></form><form><mglyph><style></math>{image}"
    yield f"<svg><set attributeName=onmouseover to={run}><animate onbegin={run} attributeName=x dur=1s>"
    yield f"<svg><script>{run}</script></svg>"
    yield f"<svg><use href=\"data:image/svg+xml,<svg id='x'><script>{run}</script></svg>#x\"></use></svg>"
    yield f"<template shadowrootmode=open>{image}</template>"
    yield f"<p><template><script>{run}</script></template></p>"
    yield f"<table><td>{image}</table>"
    yield f"<details open ontoggle={run}><summary>x</summary></details>"
    yield f"<scr<script>ipt>{run}</scr</script>ipt>"
    yield f"<script>{run}//"
    yield f"<script/src=data:,{run}></script>"
    yield f"<SCRIPT\n>{run}</SCRIPT\n>"
    yield f"<!--><script>{run}</script>-->"
    yield f"<!--!><script>{run}</script>-->"
    yield f"<![CDATA[<script>{run}</script>]]>"
    yield f"<?xml-stylesheet href=\"javascript:{run}\"?><!DOCTYPE x [<!ENTITY y '{image}'>]>&y;"
    yield f"<//><script>{run}</script>"
    yield f"<meta http-equiv=refresh content='0;url=javascript:{run}'>"
    yield f"<style>@import 'javascript:{run}'; p{{background:url(javascript:{run})}}</style>"
    yield f'<p style="animation-name:x" onanimationstart="{run}">x</p>'
    yield f"<iframe srcdoc='&lt;script>parent.{run}&lt;/script>'></iframe>"


def _markdown(run: str) -> Iterator[str]:
    """Yield text that is markup only in Markdown."""
    image = f"<img src=x onerror={run}>"
    for attribute in ("onclick", "onmouseover", "style", "href", "src", "srcdoc", "formaction", "is", "slot", "name"):
        yield f'[x](a.md){{: {attribute}="{run}" }}'
        yield f"## Tiêu đề {{: {attribute}={run} }}"
        yield f"x\n{{: {attribute}='{run}' }}"
        yield f"| a |\n|---|\n| x {{: {attribute}={run} }} |"
    for mark in _BREAKS:
        yield f"![x{mark} onerror={run} ](a.jpg)"
        yield f'[x](a.md "t{mark} onclick={run} ")'
        yield f"[x](a.md{mark}onclick={run})"
        yield f"`x{mark}{image}"
        yield f"[^x{mark}]\n\n[^x{mark}]: {image}"
        yield f"{mark}<script>{run}</script>"
    yield f'!!! note "{image}"\n    {image}'
    yield f'!!! note" onclick="{run}\n    x'
    yield f"!!! {image}\n    x"
    yield f"x\n: {image}"
    yield f"```{image}\nx\n```"
    yield f'```{{: onclick="{run}" }}\nx\n```'
    yield f"    {image}"
    yield f"\\{image}"
    yield f"<p markdown=1>{image}</p>"
    yield f'<div markdown="1" onclick="{run}">x</div>'
    yield f"*[HTML]: {image}\n\nHTML"
    yield f"[{image}](a.md)"
    yield f"**<script>**{run}**</script>**"
    yield f"<http://x.vn/\"onmouseover='{run}'>"
    yield f"<a@b.vn\"onmouseover='{run}'>"
    yield f"\x02wzxhzdk:0\x03{image}"
    yield f"wzxhzdk:0 {image}"
    yield f"klzzwxh:0000 {image}"
    yield f"{escape(image)}"
    yield f"&amp;lt;script>{run}&amp;lt;/script>"


def _clobbering() -> Iterator[str]:
    """Yield elements whose names shadow DOM properties that scripts use (DOM clobbering)."""
    for name in (
        "document",
        "location",
        "cookie",
        "body",
        "forms",
        "head",
        "getElementById",
        "createElement",
        "__md_get",
    ):
        yield f"<a id={name}>x</a><a id={name} name=x href=https://evil.example>y</a>"
        yield f"<form name={name}><input name=attributes></form>"
        yield f"<img name={name} id={name} src=x>"
        yield f"## x {{: #{name} }}"
    for name in ("__search", "__proto__", "md-header", "__defineGetter__", "constructor", "valueOf", "toString"):
        yield f"<p id={name}>x</p>"
        yield f"x\n{{: #{name} }}"


def vectors() -> list[str]:
    """Return all attacks (vectors), each with its own number."""
    found: list[str] = []

    def numbered(make: Iterator[str]) -> None:
        found.extend(make)

    mark = RUN.format("NUMBER")
    for make in (_elements(mark), _nested(mark), _markdown(mark), _clobbering()):
        numbered(make)
    for place, scheme in itertools.product(_URL_PLACES, _schemes(mark)):
        found.append(place.format(scheme))
    unique = dict.fromkeys(found)
    return [vector.replace("NUMBER", str(number)) for number, vector in enumerate(unique)]
