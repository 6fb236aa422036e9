"""The OpenSearch description, with which browsers offer the site's search among their search engines."""

from html import escape
from urllib.parse import urljoin

from infopage.content.catalogue import Catalogue
from infopage.outputs.wording.frame import Settings

OPENSEARCH = "tim-kiem/opensearch.xml"
MEDIA_TYPE = "application/opensearchdescription+xml"
_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT_NAME, _LONG_NAME, _DESCRIPTION = 16, 48, 1024  # the most characters that OpenSearch 1.1 allows


def opensearch_xml(catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the OpenSearch 1.1 description of the site's search.

    Its addresses are absolute, because browsers store it apart from the site.
    """
    identity = catalogue.registries.identity
    names = (settings.name, identity.organisation)
    short = next((name for name in names if len(name) <= _SHORT_NAME), _cut(settings.name, _SHORT_NAME))
    page = urljoin(settings.url, "tim-kiem/?q={searchTerms}")
    about = _cut(identity.description or settings.name, _DESCRIPTION)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="{_NAMESPACE}">
  <ShortName>{escape(short, quote=False)}</ShortName>
  <LongName>{escape(_cut(settings.name, _LONG_NAME), quote=False)}</LongName>
  <Description>{escape(about, quote=False)}</Description>
  <Url type="text/html" method="get" template="{escape(page)}"/>
  <Url type="{MEDIA_TYPE}" rel="self" template="{escape(urljoin(settings.url, OPENSEARCH))}"/>
  <Language>vi</Language>
  <InputEncoding>UTF-8</InputEncoding>
  <OutputEncoding>UTF-8</OutputEncoding>
</OpenSearchDescription>
""".encode()


def _cut(text: str, most: int) -> str:
    """Return the text, or as many of its first words as fit into ``most`` characters."""
    if len(text) <= most:
        return text
    return text[: most + 1].rpartition(" ")[0] or text[:most]
