"""The CSS style sheet for feed files that are opened in a browser.

It makes the text readable, and explains in a few words what a feed is. It gives the address of the page about feeds as
text, because CSS cannot create links. XSLT could, but browsers are removing it. Chromium applies the style sheet to
files served as application/xml, not to those served as application/rss+xml.
"""

from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import FOLDER
from infopage.outputs.wording.frame import Settings

ADDRESS = f"{FOLDER}nguon-tin.css"
"""The style sheet's address. It has no hash in it, so that a feed's bytes do not change when the style changes."""

_NOTE = (
    "Đây là nguồn tin dành cho ứng dụng đọc tin (RSS). Hãy sao địa chỉ của trang này, ở thanh địa chỉ của trình duyệt, "
    "vào ứng dụng. Cách làm và danh sách nguồn tin ở trang “Theo dõi (RSS)”, địa chỉ: "
)

_CSS = """\
@charset "UTF-8";
@namespace atom "http://www.w3.org/2005/Atom";
@namespace dc "http://purl.org/dc/elements/1.1/";
@namespace content "http://purl.org/rss/1.0/modules/content/";
@namespace fh "http://purl.org/syndication/history/1.0";
:root {
  display: block; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1.35rem 3rem; overflow-wrap: break-word;
  color-scheme: light dark; background: Canvas; color: CanvasText;
  font: 1.0625rem/1.65 "Segoe UI", Roboto, "Noto Sans", system-ui, sans-serif;
}
:root::before {
  content: "%s";
  display: block; margin-bottom: 1.5rem; padding: .6rem 1rem; border: 1px solid; border-left: 4px solid #d9a93a;
}
channel, item, title, description, pubDate, dc|creator,
atom|entry, atom|title, atom|subtitle, atom|summary, atom|author, atom|published { display: block; }
channel > link, language, generator, docs, guid, category, enclosure, lastBuildDate, content|encoded, dc|identifier,
fh|archive, atom|id, atom|updated, atom|generator, atom|link, atom|category, atom|content, atom|uri { display: none; }
channel > title, :root > atom|title { font-size: 1.6rem; font-weight: 650; line-height: 1.4; }
item, atom|entry { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid; }
item > title, atom|entry > atom|title { font-size: 1.2rem; font-weight: 650; line-height: 1.45; }
atom|entry > atom|link[rel="alternate"] { display: block; }
atom|entry > atom|link[rel="alternate"]::after { content: attr(href); }
item > link { display: block; }
item > link, atom|entry > atom|link { font-size: .95rem; }
pubDate, dc|creator, atom|author, atom|published { font-size: .95rem; opacity: .8; }
"""


def stylesheet(settings: Settings) -> bytes:
    """Return the style sheet; it shows the address of the page that explains the feeds."""
    return _CSS.replace("%s", _NOTE + encoded(absolute(FOLDER, settings))).encode()
