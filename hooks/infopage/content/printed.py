"""The title and so on of an official document, which follow from the data printed on it, on this site or not."""


class Printed:
    """A base class of documents: an abstract, a shorter title if any, and issuing bodies.

    Subclasses declare the YAML keys.
    """

    title: str
    abstract: str
    issuers: tuple[str, ...]

    def __post_init__(self) -> None:
        """Use the abstract as the title if no title was given."""
        object.__setattr__(self, "title", _begun(self.title or self.abstract))

    @property
    def issuer(self) -> str:
        """The id of the body that issued the document; of several, that of the one in charge, which is typed first."""
        return self.issuers[0]

    @property
    def has_short_title(self) -> bool:
        """Whether an editor gave the document a title. Otherwise its abstract, which is longer, is the title."""
        return self.title != _begun(self.abstract)


def _begun(title: str) -> str:
    """Return a title with a capital letter at the beginning."""
    return title[:1].upper() + title[1:]
