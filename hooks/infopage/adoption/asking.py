"""Asks the setup questions on a terminal, one after the other."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from infopage.adoption.answers import FEEDS, LISTS, Adopted, check_answer, questions
from infopage.content.field_types.choices import Choice
from infopage.content.fields import Context, FieldError, ListOf
from infopage.content.nodes import KeyValue, Mapping, Node, Scalar, Sequence
from infopage.content.registries import ENTRY_TYPES
from infopage.content.registry_entries import FeedAuthority
from infopage.content.schema import Key, keys
from infopage.language.folding import slug

_ASKED_LISTS = {"co_quan": "cơ quan ban hành", "nhiem_ky": "nhiệm kỳ"}
_ID = "ma"


@dataclass(frozen=True)
class Terminal:
    """A dialogue on a terminal: ``say`` prints a text, ``answer`` prints a prompt and returns one line of input."""

    say: Callable[[str], None]
    answer: Callable[[str], str]

    def ask(self) -> Adopted:
        """Ask the person at the terminal every question, and return the answers.

        An empty line leaves a question unanswered.
        """
        self.say("Trả lời từng câu rồi nhấn Enter; chưa biết thì nhấn Enter để bỏ qua, điền sau trong tệp.")
        values: dict[str, Node] = {}
        for name, asked in questions().items():
            node = self._entry(FeedAuthority) if name == FEEDS else self._value(asked)
            if node:
                values[name] = node
        lists: dict[str, Node] = {}
        for name, what in _ASKED_LISTS.items():
            if entries := self._entries(name, what):
                lists[name] = Sequence(tuple(entries), 1)
        return Adopted(values, lists)

    def _value(self, asked: Key) -> Node | None:
        while text := self.answer(f"{asked.help} ({asked.name}): ").strip():
            parts = text.split(",") if isinstance(asked.type, ListOf) else [text]
            nodes = tuple(Scalar(part.strip(), 1) for part in parts)
            node = Sequence(nodes, 1) if len(nodes) > 1 else nodes[0]
            if not (faults := check_answer(asked.name, node)):
                return node
            self.say("\n".join(fault.message for fault in faults))
        return None

    def _entries(self, name: str, what: str) -> list[Mapping]:
        self.say(f"Khai báo từng {what}; hết thì nhấn Enter ở câu đầu.")
        found: list[Mapping] = []
        taken: list[str] = []
        while entry := self._entry(ENTRY_TYPES[LISTS[name]], taken):
            found.append(entry)
            taken += [one.value.text for one in entry.entries if one.key == _ID and isinstance(one.value, Scalar)]
        return found

    def _entry(self, cls: type[object], taken: Collection[str] = ()) -> Mapping | None:
        """Ask for the required keys of one entry of a list. Return None if the first answer is empty: that ends a list.

        The id is asked for last, because the other answers give a suggestion for it. ``cls`` is the type of the entry,
        and ``taken`` are the ids already in use.
        """
        asked = [one for _, one in keys(cls).values() if one.required]
        told: dict[str, Scalar] = {}
        for one in sorted(asked, key=lambda key: key.name == _ID):
            offered = slug(list(told.values())[1 if "ten_ngan" in told else 0].text) if one.name == _ID else ""
            node = self._one(one, offered.removeprefix("nhiem-ky-"), taken, must=bool(told))
            if node is None:
                return None
            told[one.name] = node
        return Mapping(tuple(KeyValue(one.name, 1, told[one.name]) for one in asked), 1)

    def _one(self, asked: Key, offered: str, taken: Collection[str], *, must: bool) -> Scalar | None:
        choices = f" [{', '.join(asked.type.labels)}]" if isinstance(asked.type, Choice) else ""
        default = f" [{offered}]" if offered else ""
        while True:
            text = self.answer(f"  {asked.help} ({asked.name}){choices}{default}: ").strip() or offered
            if not text and not must:
                return None
            try:
                asked.type.parse(Scalar(text, 1), Context({}))
            except FieldError as wrong:
                self.say(f"  {wrong.faults[0].message}")
                continue
            if asked.name != _ID or text not in taken:
                return Scalar(text, 1)
            self.say(f"  mã “{text}” đã dùng; hãy đặt mã khác")
