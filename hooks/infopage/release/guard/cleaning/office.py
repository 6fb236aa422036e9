"""Cleans office files: they are packed anew without authors' names, traces of editing sessions and file dates."""

import io
import re
import zipfile

from infopage.files.office import is_office, open_archive
from infopage.files.types import FileType, type_of
from infopage.release.guard.cleaning.images import clean_image, without_notes
from infopage.release.guard.cleaning.refusal import CleaningError

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PROPERTIES = re.compile(
    rb"(<(?:dc:creator|cp:lastModifiedBy|Manager|Company|meta:initial-creator|meta:printed-by)(?:\s[^<>]*)?>)[^<]*(?=</)"
)
_AUTHORS = re.compile(rb"(\s(?:w|w15|w16cex):(?:author|initials|providerId|userId)=)(?:\"[^\"]*\"|'[^']*')")
_NAMES = re.compile(rb"(\s(?:name|initials|displayName|userId|providerId)=)(?:\"[^\"]*\"|'[^']*')")
_NAMED_PARTS = re.compile(r"ppt/(?:commentAuthors|authors)\.xml|ppt/changesInfos/.*|xl/revisions/userNames\.xml")
_USERS = re.compile(rb"(\s(?:userName|user)=)(?:\"[^\"]*\"|'[^']*')")
_OWN_FOLDER = re.compile(rb"(:absPath\s[^<>]*\burl=\")[^\"]*(\")")
_SESSIONS = re.compile(rb"\sw:rsid[A-Za-z]*=\"[^\"]*\"")
_SESSION_LIST = re.compile(rb"<w:rsids>.*?</w:rsids>", re.DOTALL)
_PERSONS = re.compile(rb"<(?:w15|w):person\b.*?</(?:w15|w):person>|<person\s[^<>]*/>", re.DOTALL)
_TEMPLATE = re.compile(rb"(Target=\")file:///[^\"]*(\")")


def clean_office(data: bytes) -> bytes:
    """Return an office file, which is a zip archive, packed anew with its parts cleaned. Raises CleaningError."""
    archive = open_archive(data)
    if archive is None or not is_office(frozenset(archive.namelist())):
        raise CleaningError("không phải tệp văn phòng đọc được (.docx, .xlsx, .pptx, .odt); hãy mở và lưu lại")
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for member in archive.infolist():
                how = zipfile.ZIP_STORED if member.filename == "mimetype" else zipfile.ZIP_DEFLATED
                packed.writestr(zipfile.ZipInfo(member.filename, _EPOCH), _part(member, archive), how)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError):
        raise CleaningError("tệp văn phòng hỏng; hãy mở bằng Word và lưu lại") from None
    return out.getvalue()


def _part(member: zipfile.ZipInfo, archive: zipfile.ZipFile) -> bytes:
    name, content = member.filename, archive.read(member)
    kind = type_of(content)
    if kind is FileType.JPEG:
        return without_notes(content)
    if kind in (FileType.PNG, FileType.GIF, FileType.WEBP):
        return clean_image(content)
    if name.endswith(".rels"):
        return _TEMPLATE.sub(rb"\1Normal.dotm\2", content)
    if not name.endswith(".xml"):
        return content
    if name.startswith("docProps/") or name == "meta.xml":
        content = _PROPERTIES.sub(rb"\1", content)
    content = _SESSION_LIST.sub(b"", _SESSIONS.sub(b"", content))
    if name.endswith(("people.xml", "persons/person.xml")):
        content = _PERSONS.sub(b"", content)
    if name.startswith("xl/"):
        content = _OWN_FOLDER.sub(rb"\1\2", _USERS.sub(rb'\1""', content))
    if _NAMED_PARTS.fullmatch(name):
        content = _NAMES.sub(rb'\1""', content)
    return _AUTHORS.sub(rb'\1""', content)
