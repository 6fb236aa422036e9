"""The table of all documents that can be cited, by symbol, by number alone, and by name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from infopage.content.citing.names import names_of
from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.act_names import ActFinder, key_of_name
from infopage.language.symbol_keys import SymbolKey, plain_number
from infopage.store.digests import digest


class Table:
    """The documents that can be cited, by lookup key.

    A document has a key for each form in which texts cite it: its full symbol, its number alone, and each of its names.
    Several documents may share a key.
    """

    def __init__(self, documents: Iterable[AnyDocument], lists: Registries) -> None:
        self.asked: set[str] = set()
        """The lookup keys asked for while one text is linked, found or not.

        The linker sets it to an empty set before each text.
        """
        self._by_key: dict[str, list[AnyDocument]] = defaultdict(list)
        names: dict[str, bool] = {}
        for document in documents:
            own = names_of(document, lists)
            names |= own
            for key in dict.fromkeys((*_numbers(document), *map(key_of_name, own))):
                self._by_key[key].append(document)
        self.names = ActFinder(names)
        """Finds the names of the documents in a text."""
        self._telling = {key_of_name(name) for name, is_telling in names.items() if is_telling}
        self.all_names = digest("\n".join(sorted(map(key_of_name, names))).encode())
        """A fingerprint (hash) of the names of all documents. When it changes, a text may cite other documents."""

    def has(self, key: str) -> bool:
        """Tell whether any document has the lookup key ``key``, and add ``key`` to :attr:`asked`."""
        self.asked.add(key)
        return key in self._by_key

    def get(self, key: str) -> Sequence[AnyDocument]:
        """Return the documents with the lookup key ``key``, and add ``key`` to :attr:`asked`."""
        self.asked.add(key)
        return self._by_key.get(key, ())

    def tells(self, name: str) -> bool:
        """Tell whether the name with the lookup key ``name`` identifies one document, without a date or an issuer."""
        return name in self._telling

    def by_key(self, key: str) -> Sequence[AnyDocument]:
        """Return the documents with the lookup key ``key``, without adding it to :attr:`asked` as :meth:`get` does."""
        return self._by_key.get(key, ())


def key_of_number(number: str) -> str:
    """Return the lookup key of a number that is written without letters, as in ``Nghị quyết số 05``."""
    return f"#{plain_number(number)}"


def _numbers(document: AnyDocument) -> Iterable[str]:
    """Return the lookup keys of a document's symbol: in full, without its year, and only its number."""
    if not (symbol := document.symbol):
        return ()
    key = SymbolKey.of(symbol)
    keys = [str(key), key_of_number(key.number)]
    return (*keys, f"~{key._replace(year=None)}")
