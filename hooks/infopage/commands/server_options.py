"""The options of the commands that reach the server, and the variables and settings that give their defaults."""

import argparse
import os
from pathlib import Path
from urllib.parse import urlsplit

import yaml

from infopage.release.publishing.floor import RECORD
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.server import Server

SERVER = "INFOPAGE_SERVER"


KEY = "INFOPAGE_KEY"


KNOWN_HOSTS = "INFOPAGE_KNOWN_HOSTS"


URL = "INFOPAGE_URL"


SIGNING_KEY = "INFOPAGE_SIGNING_KEY"


WORDS_KEY = "INFOPAGE_WORDS_KEY"


KEPT = "INFOPAGE_RECORD"


def add_server_options(parser: argparse.ArgumentParser) -> None:
    for name, variable, form, what in (
        ("--server", SERVER, "NGƯỜI@MÁY[:CỔNG]", "máy chủ"),
        ("--key", KEY, "TỆP", "khóa SSH riêng"),
        ("--known-hosts", KNOWN_HOSTS, "TỆP", "tệp ghi khóa của máy chủ"),
        ("--url", URL, "ĐỊA_CHỈ", "địa chỉ để hỏi lại như người đọc, nếu khác site_url"),
        ("--record", KEPT, "TỆP", f"nơi giữ sổ của bản vừa phát hành, nếu khác {RECORD}"),
    ):
        default = os.environ.get(variable, "")
        parser.add_argument(name, default=default, metavar=form, help=f"{what}; không có thì đọc biến {variable}")
    parser.add_argument(
        "--patience", type=float, default=10, metavar="GIÂY", help="chờ địa chỉ công khai trả lời đúng (mặc định: 10)"
    )


def kept_ledger(options: argparse.Namespace, root: Path) -> Path:
    """Return the path of this machine's copy of the last release's ledger, the list of published addresses.

    The path is given by the option ``record``; without it, it is the usual one, ``RECORD``.
    """
    return root / (options.record or RECORD)


def words_key() -> str:
    """Return the secret text from which the key of the digests of words is made; "" where none is set.

    The environment variable has this text, or names a file that has it.
    """
    value = os.environ.get(WORDS_KEY, "")
    return Path(value).read_text("utf-8") if value and Path(value).is_file() else value


def server_of(options: argparse.Namespace) -> Server:
    if not options.server:
        raise ReleaseError(f"chưa biết máy chủ nào; hãy viết --server hoặc đặt biến {SERVER}, như tham-sau@may-chu.vn")
    return Server.parse(options.server, options.key, options.known_hosts)


def site_address(options: argparse.Namespace, root: Path) -> str:
    """Return the site's public address: the option ``url``, else ``site_url`` in mkdocs.yml. Raises ReleaseError."""
    url = options.url or site_setting(root, "site_url")
    if urlsplit(url).scheme not in ("http", "https") or not url.endswith("/"):
        raise ReleaseError(f"“{url}” không phải địa chỉ của trang; hãy viết như https://tinh.vn/tuyen-truyen/")
    return str(url)


def site_setting(root: Path, name: str) -> str:
    """Return a setting of mkdocs.yml, empty where it is not set. Raises ReleaseError for invalid YAML.

    The file is only parsed, without building Python objects, because it may contain MkDocs's own tags.
    """
    try:
        node = yaml.compose((root / "mkdocs.yml").read_text("utf-8"), yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ReleaseError(f"mkdocs.yml sai cú pháp: {error}") from None
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    found = [value.value for key, value in pairs if key.value == name and isinstance(value, yaml.ScalarNode)]
    return found[0] if found else ""
