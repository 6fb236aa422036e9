"""A web server for feed readers that answers like a server set up for this site."""

from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

TYPES = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}


class Server:
    """Serves files like a web server set up for this site: media types, ETag, Last-Modified, 304."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.answers: list[tuple[str, int]] = []
        answers = self.answers

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:  # the library requires this name
                content = files.get(self.path.removeprefix("/"))
                tag = f'"{sha256(content or b"").hexdigest()[:16]}"'
                known = self.headers.get("If-None-Match") == tag
                status = 404 if content is None else 304 if known else 200
                self.send_response(status)
                self.send_header("ETag", tag)
                self.send_header("Last-Modified", formatdate(1795392000, usegmt=True))
                self.send_header("Content-Type", TYPES.get(self.path.rpartition("/")[2], "text/plain"))
                self.send_header("Content-Length", str(len(content or b"") if status == 200 else 0))
                self.end_headers()
                if status == 200:
                    self.wfile.write(content or b"")
                answers.append((self.path.removeprefix("/"), status))

            def log_message(self, *args: object) -> None:
                """Write no log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()
