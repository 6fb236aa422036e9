"""The questions that a province answers to set up its own site, and the reading of the answers from a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from infopage.content import registries
from infopage.content.diagnostics import Diagnostic
from infopage.content.field_types.addresses import WebAddress
from infopage.content.field_types.plain import Line
from infopage.content.fields import Context, Fault, FieldError, FieldType, is_blank, nearest, quote
from infopage.content.nodes import Mapping, Node, Scalar, Sequence, parse_yaml
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import FeedAuthority, Identity
from infopage.content.schema import Key, keys
from infopage.content.source import decode

TEMPLATE = "scripts/infopage new-site --answers-template"
"""The command that prints an answers file to fill in."""

SITE_NAME, SITE_ADDRESS = "ten_trang", "dia_chi_trang"
LISTS = {"co_quan": "co-quan", "nhiem_ky": "nhiem-ky", "chu_de": "chu-de"}
"""The lists that an answers file may contain: by key, the name of the file in data/ without its extension."""

FEEDS = "nguon_tin"
_LIST_HELP = {
    "co_quan": "các cơ quan ban hành văn bản, khai báo như trong data/co-quan.yml",
    "nhiem_ky": "các nhiệm kỳ của Đảng bộ tỉnh, khai báo như trong data/nhiem-ky.yml",
    "chu_de": "các chủ đề, khai báo như trong data/chu-de.yml; không ghi thì giữ các chủ đề có sẵn",
}


@dataclass(frozen=True)
class Adopted:
    """A province's answers to the questions of ``infopage new-site``, each checked as its key's field type requires.

    ``values`` has single values and ``lists`` whole lists, as YAML nodes by key.
    """

    values: dict[str, Node]
    lists: dict[str, Node]

    def text(self, name: str) -> str:
        """Return the answer to ``name`` as one line; empty if there is none."""
        node = self.values.get(name)
        return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _root_address() -> Key:
    return Key(SITE_ADDRESS, WebAddress(), "địa chỉ đầy đủ của trang, như https://tuyentruyen.tinh.gov.vn/", True)


def questions() -> dict[str, Key]:
    """Return by key the questions with a single value: the site's name and address, then the data about its owner."""
    site = (
        Key(SITE_NAME, Line("Trang thông tin tuyên truyền", 120), "tên của trang, ở đầu mỗi trang", True),
        _root_address(),
    )
    identity = (declared for _, declared in keys(Identity).values() if declared.name != "trinh_dien")
    return {one.name: one for one in (*site, *identity)}


def check_answer(name: str, node: Node) -> list[Fault]:
    """Return the faults of the answer ``node`` to the question with the key ``name``; an empty list if it is valid."""
    kind: FieldType = questions()[name].type
    try:
        value = kind.parse(node, Context({}))
    except FieldError as wrong:
        return wrong.faults
    if name == SITE_ADDRESS and not str(value).endswith("/"):
        return [
            Fault(
                node.line, f"{quote(str(value))} phải kết thúc bằng dấu /; hãy viết như https://tinh.vn/tuyen-truyen/"
            )
        ]
    return []


def read_answers(path: str, content: bytes) -> tuple[Adopted | None, list[Diagnostic]]:
    """Read an answers file: return the answers and the faults.

    A missing or empty answer is not a fault. If there is any fault, None is returned instead of the answers. The faults
    name the file by its ``path``. The file is not opened: ``content`` are its bytes.
    """
    source, faults = decode(path, content)
    node, found = parse_yaml(path, source.text) if source else (None, [])
    faults += found
    if faults or node is None:
        return (None if faults else Adopted({}, {})), faults
    if not isinstance(node, Mapping):
        message = f"phải là các khóa, mỗi khóa một dòng như “{SITE_NAME}: …”; in mẫu: {TEMPLATE}"
        return None, [Diagnostic(path, node.line, "yaml", message)]
    values: dict[str, Node] = {}
    lists: dict[str, Node] = {}
    known = [*questions(), *LISTS]
    for entry in node.entries:
        if entry.key not in known:
            meant = nearest(entry.key, known)
            hint = f"; có phải “{meant}”?" if meant else f"; các khóa được dùng: {', '.join(known)}"
            faults.append(Diagnostic(path, entry.line, "khoa-la", f"không có khóa {quote(entry.key)}{hint}"))
        elif is_blank(entry.value) or (isinstance(entry.value, Sequence) and not entry.value.items):
            continue
        elif entry.key in LISTS:
            faults += registries.read_list(path, LISTS[entry.key], entry.value)[1]
            lists[entry.key] = entry.value
        else:
            rule = questions()[entry.key].rule
            faults += (
                Diagnostic(path, f.line, f.rule or rule, f.message) for f in check_answer(entry.key, entry.value)
            )
            values[entry.key] = entry.value
    return (None if faults else Adopted(values, lists)), faults


def template() -> str:
    """Return an answers file to fill in: every key commented out, with an explanation."""
    return "\n".join([*_template()]) + "\n"


def _template() -> Iterator[str]:
    yield "# Trả lời cho lệnh: scripts/infopage new-site --answers TỆP-NÀY"
    yield "# Bỏ dấu # ở đầu dòng rồi viết điều đúng của cơ quan mình. Chỗ chưa trả lời sẽ mang dấu [[CẦN ĐIỀN: …]];"
    yield "# scripts/infopage check nhắc từng chỗ, và chưa điền đủ thì chưa phát hành được."
    for name, asked in questions().items():
        yield f"\n# {asked.help}"
        if name == FEEDS:
            yield f"# {name}:"
            for one, (_, declared) in keys(FeedAuthority).items():
                yield f"#   {one}: …  # {declared.help}"
        else:
            yield f"# {name}: …"
    for name, stem in LISTS.items():
        yield f"\n# {_LIST_HELP[name]}"
        yield f"# {name}:"
        for number, (one, (_, declared)) in enumerate(keys(ENTRY_TYPES[stem]).items()):
            need = "" if declared.required else " (không bắt buộc)"
            yield f"#   {'- ' if number == 0 else '  '}{one}: …  # {declared.help}{need}"
