"""Generates the configuration file for each kind of web server from the headers and rules in headers.py.

A withdrawn page has ``410.html`` in place of ``index.html``. Servers respond with it, with status 410 if they can.
"""

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from infopage.release.hosting.apache import apache
from infopage.release.hosting.iis import iis
from infopage.release.hosting.netlify import netlify, netlify_redirects
from infopage.release.hosting.nginx import nginx


def server_file(server: str, site_url: str) -> str:
    """Return the configuration for ``server``, a key of ``SERVERS``. ``site_url`` is absolute and ends in ``/``."""
    lines = SERVERS[server](urlsplit(site_url).path or "/")
    return "\n".join(lines) + "\n"


SERVERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "nginx": nginx,
    "apache": apache,
    "iis": iis,
    "netlify": netlify,
    "netlify-redirects": netlify_redirects,
}
"""The kinds of server by their name on the command line, each with the function that generates its file."""
