"""The configuration for IIS uses only words of its schema: one unknown word would stop the whole site.

No IIS runs in these tests. The table is a part of IIS_schema.xml as Microsoft publishes it (learn.microsoft.com, "IIS
configuration reference"): the elements of ``system.webServer`` that a site may set without an optional module.
``httpRedirect`` is in every server's schema, and a server without its module ignores it.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest

from infopage.release.hosting.headers import LEFTOVER_ENDINGS, OPEN_FOLDERS, SECURITY
from infopage.release.hosting.server_files import server_file

BOOL = "true|false"
STATUS = "[45][0-9]{2}"
ENDING = r"\.[a-z0-9]+"
SOME = ".+"


@dataclass(frozen=True)
class Element:
    """An element: a regular expression for each attribute, its required attributes, and its child elements."""

    attributes: Mapping[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    inside: Mapping[str, "Element"] = field(default_factory=dict)


def collection(key: str, **attributes: str) -> Mapping[str, Element]:
    """Return the child elements of a collection whose entries are identified by ``key``."""
    return {
        "add": Element(attributes, (key,)),
        "remove": Element({key: attributes[key]}, (key,)),
        "clear": Element(),
    }


def of(**inside: Element) -> Element:
    """Return an element with the child elements ``inside``, and without attributes."""
    return Element(inside=inside)


WEB_SERVER = of(
    httpRedirect=Element(
        {"enabled": BOOL, "exactDestination": BOOL, "httpResponseStatus": "Permanent|Found|Temporary|PermRedirect"},
        inside={
            "add": Element({"wildcard": SOME, "destination": SOME}, ("wildcard", "destination")),
            "clear": Element(),
        },
    ),
    directoryBrowse=Element({"enabled": BOOL}),
    defaultDocument=Element({"enabled": BOOL}, inside={"files": Element(inside=collection("value", value=SOME))}),
    httpErrors=Element(
        {"errorMode": "DetailedLocalOnly|Custom|Detailed", "existingResponse": "Auto|Replace|PassThrough"},
        inside={
            "error": Element(
                {
                    "statusCode": STATUS,
                    "subStatusCode": "-1|[0-9]+",
                    "path": SOME,
                    "responseMode": "File|ExecuteURL|Redirect",
                },
                ("statusCode", "path"),
            ),
            "remove": Element({"statusCode": STATUS, "subStatusCode": "-1|[0-9]+"}, ("statusCode",)),
            "clear": Element(),
        },
    ),
    security=of(
        requestFiltering=Element(
            {"allowDoubleEscaping": BOOL},
            inside={
                "fileExtensions": Element(
                    {"allowUnlisted": BOOL}, inside=collection("fileExtension", fileExtension=ENDING, allowed=BOOL)
                ),
                "hiddenSegments": Element(inside=collection("segment", segment="[^/]+")),
                "denyUrlSequences": Element(inside=collection("sequence", sequence=SOME)),
                "alwaysAllowedUrls": Element(inside=collection("url", url="/.*")),
            },
        )
    ),
    httpProtocol=of(customHeaders=Element(inside=collection("name", name="[A-Za-z-]+", value=SOME))),
    staticContent=Element(
        inside={
            "clientCache": Element(
                {"cacheControlMode": "NoControl|DisableCache|UseMaxAge|UseExpires", "cacheControlCustom": SOME}
            ),
            "mimeMap": Element(
                {"fileExtension": ENDING, "mimeType": "[a-z]+/[^ ]+(?:; charset=utf-8)?"}, ("fileExtension", "mimeType")
            ),
            "remove": Element({"fileExtension": ENDING}, ("fileExtension",)),
            "clear": Element(),
        }
    ),
)
KEYS = {"add", "mimeMap", "error"}
"""Elements that IIS accepts only once for each key."""

CONFIGURATION = Element(
    inside={
        "system.webServer": WEB_SERVER,
        "location": Element({"path": "[A-Za-z0-9./-]+"}, ("path",), {"system.webServer": WEB_SERVER}),
    }
)


def faults(xml: str) -> list[str]:
    """Return the parts of a web.config that IIS would refuse."""
    root = ET.fromstring(xml)
    if root.tag != "configuration":
        return [root.tag]
    return list(_faults(root, CONFIGURATION, "configuration"))


def _faults(element: ET.Element, known: Element, path: str) -> Iterator[str]:
    for name, value in element.attrib.items():
        if not re.fullmatch(known.attributes.get(name, "(?!)"), value):
            yield f"{path} {name}={value}"
    yield from (f"{path} lacks {name}" for name in known.required if name not in element.attrib)
    if (element.text or "").strip() or (element.tail or "").strip():
        yield f"{path} has a text"
    seen: set[tuple[str, str]] = set()
    for child in element:
        if child.tag not in known.inside:
            yield f"{path} <{child.tag}>"
            continue
        below = known.inside[child.tag]
        key = child.get(below.required[0], "") if below.required else ""
        entry = (child.tag if child.tag != "mimeMap" else "add", f"{key} {child.get('subStatusCode', '')}".lower())
        if entry in seen:
            yield f"{path} <{child.tag}> {key} twice"
        seen.add(entry)
        if (
            child.tag in KEYS
            and key
            and "remove" in known.inside
            and ("remove", entry[1]) not in seen
            and ("clear", " ") not in seen
        ):
            yield f"{path} <{child.tag}> {key} may be there already"
        yield from _faults(child, below, f"{path}/{child.tag}")


@pytest.mark.parametrize("url", ["https://tinh.example/", "https://tinh.example/tin/"])
def test_iis_knows_every_word_it_is_given(url: str) -> None:
    assert faults(server_file("iis", url)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("security>", "secure>"),
        ('errorMode="Custom"', 'errorMode="custom"'),
        ('allowed="false"', 'allow="false"'),
        ('cacheControlMode="NoControl"', 'cacheControl="NoControl"'),
        ("<mimeMap ", "<mimemap "),
        ('<remove fileExtension=".css" />', ""),
        ('<remove name="X-Frame-Options" />', ""),
        ('<remove sequence="/." /><add', "<add"),
        ('statusCode="404" path', 'statusCode="4xx" path'),
        ('<location path="assets">', "<location>"),
        ("<staticContent>", "<staticContent>a"),
        ('<add value="410.html" />', '<add value="index.html" />'),
        ("<files><clear />", "<files>"),
    ],
)
def test_a_word_that_it_does_not_know_is_found(right: str, wrong: str) -> None:
    text = server_file("iis", "https://tinh.example/")
    assert right in text
    assert faults(text.replace(right, wrong))


def test_it_sends_every_header_and_refuses_hidden_files_and_leftovers() -> None:
    root = ET.fromstring(server_file("iis", "https://tinh.example/"))
    added = root.iterfind("./system.webServer/httpProtocol/customHeaders/add")
    assert {one.get("name"): one.get("value") for one in added} == dict(SECURITY)
    assert [one.get("path") for one in root.iterfind("./location")] == [".well-known", "assets", *OPEN_FOLDERS]
    filters = "./system.webServer/security/requestFiltering"
    refused = [one.get("fileExtension", "") for one in root.iterfind(f"{filters}/fileExtensions/add[@allowed='false']")]
    assert refused == [f".{ending}" for ending in LEFTOVER_ENDINGS]
    sequences = [one.get("sequence", "") for one in root.iterfind(f"{filters}/denyUrlSequences/add")]
    hidden = ("/.git/config", "/van-ban/.env", "/van-ban/~$a.docx", "/#a#", "/_headers", "/__MACOSX/a", "/Thumbs.db")
    assert [one for one in hidden if not any(part in one for part in sequences)] == []
    shown = ("/.well-known/security.txt", "/van-ban/b~1.txt", "/tin-tuc/2026/a.html")
    allowed = [one.get("sequence", "") for one in root.iterfind("./location[@path='.well-known']//remove")]
    assert [one for one in shown if any(part in one for part in sequences if part not in allowed)] == []
