"""A real nginx on loopback that answers as a release wants: 410 with the note where an item is gone."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support import skip_or_fail

_CONFIGURATION = """
{user}
daemon off;
pid {work}/pid;
error_log {work}/error.log;
events {{}}
http {{
  types {{ text/html html; }}
  access_log {work}/access.log;
  client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
  uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    error_page 404 /404.html;
    location = /404.html {{ internal; }}
    location / {{
      error_page 410 $uri/410.html;
      if (-f $document_root$uri/410.html) {{ return 410; }}
    }}
  }}
}}
"""


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[str]:
    """Serve a folder; give the address, ending in a slash."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not program:
        skip_or_fail("there is no nginx", "apt-get install nginx")
    work.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    user = "user root;" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(_CONFIGURATION.format(user=user, work=work, site=site, port=port))
    server = subprocess.Popen([program, "-p", str(work), "-e", str(work / "error.log"), "-c", str(work / "nginx.conf")])
    try:
        for _ in range(200):
            with socket.socket() as there:
                if there.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()
