"""The site configuration of deploy/ with its certificate, on real servers, answers only requests for its own name."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.web import NAME, SERVERS, ask, ask_raw, folder_for_all, free_port, running, site_of, tool

STRANGERS = (
    "evil.example",
    "127.0.0.1",
    "localhost",
    f"evil.{NAME}",
    f"{NAME}.evil.example",
    "unknown.example:443",
)


@dataclass(frozen=True)
class Hosts:
    """A running server and its ports."""

    server: str
    work: Path
    http: int
    https: int

    def refuses(self, said: bytes) -> bool:
        """Tell whether an answer refuses a host name: nginx hangs up without an answer, Apache sends 421 or 400."""
        if self.server == "nginx":
            return said == b""
        return said.split(b" ")[1:2] in ([b"421"], [b"400"]) and b"Location" not in said and NAME.encode() not in said


@pytest.fixture(scope="module", params=SERVERS)
def hosts(request: pytest.FixtureRequest) -> Iterator[Hosts]:
    """Yield each server with its site configuration from deploy/."""
    with folder_for_all() as work:
        (work / "srv" / "current").mkdir(parents=True)
        (work / "srv" / "current" / "index.html").write_text("<!doctype html><title>Trang chủ</title>", "utf-8")
        (work / "html" / ".well-known" / "acme-challenge").mkdir(parents=True)
        (work / "html" / ".well-known" / "acme-challenge" / "a").write_text("proof", "utf-8")
        http, https = free_port(), free_port()
        with running(site_of(request.param, work, work / "srv", http, https), http, work):
            yield Hosts(request.param, work, http, https)


@pytest.mark.parametrize("stranger", [*STRANGERS, None])
def test_another_name_is_not_answered(hosts: Hosts, stranger: str | None) -> None:
    assert hosts.refuses(ask_raw(hosts.http, stranger))
    # The TLS handshake has our host name, but the HTTP request another one.
    assert hosts.refuses(ask_raw(hosts.https, stranger, tls=NAME))


@pytest.mark.parametrize("stranger", ["evil.example", ""])
def test_another_name_gets_no_certificate_where_a_server_can_hang_up(hosts: Hosts, stranger: str) -> None:
    if hosts.server == "nginx":
        with pytest.raises(OSError, match="UNRECOGNIZED_NAME"):
            ask_raw(hosts.https, NAME, tls=stranger)
    else:
        assert hosts.refuses(ask_raw(hosts.https, stranger or "evil.example", tls=stranger))


@pytest.mark.parametrize("name", [NAME, NAME.upper(), f"{NAME}:80"])
def test_the_sites_own_name_is_led_to_its_own_address_over_tls(hosts: Hosts, name: str) -> None:
    said = ask_raw(hosts.http, name).decode()
    assert said.split(" ")[1] == "301"
    assert re.findall(r"(?mi)^location: (\S+)", said) == [f"https://{NAME}/"]
    answer = ask_raw(hosts.https, name, tls=NAME).decode()
    assert (answer.split(" ")[1], "Trang chủ" in answer) == ("200", True)


def test_the_authoritys_question_is_answered_without_tls(hosts: Hosts) -> None:
    assert ask(hosts.http, "/.well-known/acme-challenge/a", Host=NAME)[0::2] == (200, b"proof")


@pytest.mark.parametrize("options", [["-tls1_1"], ["-tls1_2", "-cipher", "AES256-SHA256"], ["-tls1_2"]])
def test_old_protocols_and_ciphers_are_refused(hosts: Hosts, options: list[str]) -> None:
    ran = subprocess.run(
        [tool("openssl"), "s_client", "-connect", f"127.0.0.1:{hosts.https}", "-servername", NAME, *options],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    # A connection with an outdated cipher may succeed with Apache, which uses the cipher list of its system.
    assert (ran.returncode == 0) is (options == ["-tls1_2"] or (hosts.server == "apache" and "-cipher" in options))


def test_nginx_has_nothing_to_warn_of(hosts: Hosts) -> None:
    said = "".join(file.read_text("utf-8") for file in hosts.work.glob("nginx.*r*") if file.suffix in (".log", ".err"))
    assert "[warn]" not in said
