"""``python -m tests.bench.search_net FOLDER``: measures a cold search on a slow phone, in the real page's dialog.

FOLDER holds pages made by the search bench's gen_scale.py. nginx serves their site, with gzip and without, at
1.6 Mbit/s with round trips of 300 ms, to a processor slowed down four times.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_server
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.search_scale import scale_texts
from tests.bench.search_sites import chromium, lay_out, render

SLOW = {"offline": False, "latency": 300, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
SLOWER = 4
FIRST, NEXT = (100.0, 1.7), (30.0, 0.7)
"""The limits in kB and seconds, for a reader's first query with nothing cached, and for the next one."""

QUERIES = [
    ("nghị quyết", "chi bộ"), ("doi moi", "dang vien"), ("chuyển đổi số", "nông thôn mới"),
    ("cong tac kiem tra", "can bo"), ("phát triển du lịch", "tỉnh ủy"),
]  # fmt: skip
NGINX = """\
daemon off; master_process off; error_log {work}/error.log; pid {work}/pid;
events {{}}
http {{
  include /etc/nginx/mime.types; charset utf-8; charset_types text/html application/javascript text/javascript text/css;
  access_log off; client_body_temp_path {work}/b; proxy_temp_path {work}/p; fastcgi_temp_path {work}/f;
  uwsgi_temp_path {work}/u; scgi_temp_path {work}/s;
  gzip {gzip}; gzip_comp_level 6; gzip_min_length 1024;
  gzip_types text/css application/javascript text/javascript application/json;
  server {{ listen 127.0.0.1:{port}; root {site}; }}
}}
"""


@dataclass
class Traffic:
    """Counts the bytes and files that a browser has received over the network."""

    sizes: list[float] = field(default_factory=list)

    def listen(self, session: CDPSession) -> None:
        """Count each request that the browser finishes."""
        session.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))

    def taken(self) -> tuple[float, int]:
        """Return the number of kB and of files received since the last call."""
        sizes, self.sizes[:] = list(self.sizes), []
        return sum(sizes) / 1000, len(sizes)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the bytes and times of searches; the exit code is 1 if a limit is exceeded even with compressed files."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search_net", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--site", type=Path, help="a site built already")
    options = parser.parse_args(arguments)
    if not shutil.which("nginx"):
        sys.exit("this needs nginx: apt-get install nginx-light")
    with TemporaryDirectory(prefix="infopage-net-") as folder:
        work = Path(folder)
        if not (site := options.site):
            lay_out(work / "project", scale_texts(options.folder, options.pages))
            site = render(work / "project", work / "site")
        print("                 page   first query          next query")
        print("              kB before   kB files     s       kB files     s")
        results = {name: measured(site, work, name == "gzip") for name in ("gzip", "raw")}
    for name, rows in results.items():
        page, *figures = (median(column) for column in zip(*rows, strict=True))
        kb, files, time, more_kb, more_files, more_time = figures
        print(f"{name:10}{page:13.1f}{kb:8.1f}{files:6.0f}{time:6.2f}{more_kb:9.1f}{more_files:6.0f}{more_time:6.2f}")
    _, kb, _, time, more_kb, _, more_time = (median(column) for column in zip(*results["gzip"], strict=True))
    return int(kb > FIRST[0] or time > FIRST[1] or more_kb > NEXT[0] or more_time > NEXT[1])


def measured(site: Path, work: Path, gzip: bool) -> list[tuple[float, ...]]:
    """Return for each pair of queries: kB of the index loaded before, then kB, files and seconds of each query.

    The site in the folder ``site`` is served by nginx, which compresses files if ``gzip`` is true, from the folder
    ``work``.
    """
    with serving(site.resolve(), work, gzip) as base, chromium() as browser:
        return [searched(browser, base, first, then) for first, then in QUERIES]


def searched(browser: Browser, base: str, first: str, then: str) -> tuple[float, ...]:
    """Search for ``first`` and then ``then`` in the dialog of a page, as a first-time visitor.

    Return the figures listed at :func:`measured`.
    """
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    traffic = Traffic()
    traffic.listen(session)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.goto(f"{base}nguon-tin/", wait_until="networkidle")
    early = [url for url in seen if "/chi-muc/" in url or "/search/" in url]
    if early:
        sys.exit(f"loaded before any search: {early}")
    traffic.taken()
    found = [0.0]
    for query in (first, then):
        time = asked(page, query)
        page.wait_for_timeout(600)
        found += [*traffic.taken(), time]
    context.close()
    return tuple(found)


LONGEST = 60
"""The seconds after which a search without results stops the bench."""

# Begins to measure at the next key press, so that results that come at once are not taken for old ones: the promise
# `shown` has the seconds until the first result is on the screen, or null after the limit.
ARM = """(longest) => {
  const dialog = document.querySelector("dialog[open]"), old = dialog.querySelector(".hits");
  window.shown = new Promise((done) => dialog.addEventListener("input", () => {
    const start = performance.now(), seconds = () => (performance.now() - start) / 1000;
    const watch = () => {
      const hits = dialog.querySelector(".hits");
      if (hits && hits !== old && hits.children.length) return requestAnimationFrame(() => done(seconds()));
      if (seconds() > longest) return done(null);
      requestAnimationFrame(watch);
    };
    watch();
  }, { once: true }));
}"""


def asked(page: Page, query: str, longest: float = LONGEST) -> float:
    """Type a query into the dialog and return the seconds until its results are shown; exit after ``longest``."""
    if not page.locator("dialog[open]").count():
        page.keyboard.press("Control+k")
        page.locator("dialog[open] input[type=search]").wait_for()
    page.evaluate(ARM, longest)
    page.locator("dialog[open] input[type=search]").fill(query)
    seconds = page.evaluate("shown")
    if seconds is None:
        sys.exit(f"no results after {longest:g} s: {query}")
    return float(seconds)


@contextmanager
def serving(site: Path, work: Path, gzip: bool) -> Iterator[str]:
    """Serve a site with nginx, which compresses files if ``gzip`` is true, and yield its address."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = work / "nginx.conf"
    settings.write_text(NGINX.format(work=work, site=site, port=port, gzip="on" if gzip else "off"), "utf-8")
    server = subprocess.Popen(["nginx", "-p", str(work), "-c", str(settings)], stderr=subprocess.DEVNULL)
    try:
        sleep(1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    raise SystemExit(main())
