"""The local server as a browser, a stranger and a broken client meet it."""

import http.client
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from casesite.serving.paths import find_file
from casesite.serving.server import Server

HOME = "<!doctype html><title>首页</title><body><p>断桥</p></body></html>\n"


@pytest.fixture(name="folder")
def preview(tmp_path: Path) -> Path:
    folder = tmp_path / "preview"
    files = {
        "index.html": HOME,
        "cases/a.html": "<!doctype html><title>a</title><p>a",
        "cases/index.html": "<p>cases",
        "404.html": "<p>没有这一页</p>",
        "site.css": "p{}",
        "search/0.js": "x",
        "字.txt": "字",
        ".casesite-manifest": "secret",
        "empty/x.pdf": "%PDF-",
    }
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    return folder


@pytest.fixture(name="server")
def running(folder: Path) -> Iterator[Server]:
    with Server(folder, patience=0.5) as server:
        yield server


def ask(
    server: Server, target: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, headers=named)
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def raw(server: Server, request: bytes) -> bytes:
    """Send these bytes and return everything that comes until the server closes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(request)
        answer = b""
        while data := connection.recv(1 << 16):
            answer += data
        return answer


def test_a_page_comes_with_the_line_that_reloads_it(server: Server, folder: Path) -> None:
    status, headers, body = ask(server, "/")
    before, after = HOME.encode().split(b"</body>")
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert body.startswith(before + b'<script src="/_reload.js?')
    assert body.endswith(b'" defer></script></body>' + after)
    assert (folder / "index.html").read_text(encoding="utf-8") == HOME


def test_a_page_without_end_tags_gets_the_line_too(server: Server) -> None:
    assert ask(server, "/cases/a.html")[2].endswith(b"defer></script>")


@pytest.mark.parametrize(
    ("target", "status", "kind"),
    [
        ("/cases/", 200, "text/html; charset=utf-8"),
        ("/cases/a.html?q=1", 200, "text/html; charset=utf-8"),
        ("/site.css", 200, "text/css; charset=utf-8"),
        ("/search/0.js", 200, "text/javascript; charset=utf-8"),
        ("/%E5%AD%97.txt", 200, "text/plain; charset=utf-8"),
        ("/empty/x.pdf", 200, "application/pdf"),
        ("/empty/", 404, "text/html; charset=utf-8"),
        ("/empty", 404, "text/html; charset=utf-8"),
        ("/nothing.html", 404, "text/html; charset=utf-8"),
        ("/_reload.js", 200, "text/javascript; charset=utf-8"),
    ],
)
def test_each_address_has_its_answer(target: str, status: int, kind: str, server: Server) -> None:
    answer = ask(server, target)
    assert (answer[0], answer[1]["Content-Type"]) == (status, kind)


def test_a_missing_page_shows_the_sites_own(server: Server) -> None:
    assert "没有这一页".encode() in ask(server, "/nothing.html")[2]


def test_head_has_the_length_and_no_body(server: Server) -> None:
    for target in ("/", "/site.css", "/nothing", "/_reload.js"):
        _, headers, body = ask(server, target, "GET")
        _, head, nothing = ask(server, target, "HEAD")
        assert head["Content-Length"] == headers["Content-Length"] == str(len(body))
        assert nothing == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_triggered(method: str, server: Server) -> None:
    status, headers, _ = ask(server, "/", method)
    assert status == 501
    assert not any(name.lower().startswith("access-control") for name in headers)


TRAVERSALS = [
    "/../secret.txt",
    "/../../../../etc/passwd",
    "/cases/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/cases/..\\..\\secret.txt",
    "/%252e%252e/secret.txt",
    "/....//secret.txt",
    "/.%00./secret.txt",
    "/%00",
    "/index.html%00.txt",
    "//etc/passwd",
    "///etc/passwd",
    "/./index.html",
    "/cases//a.html",
    "/cases/./a.html",
    "/.casesite-manifest",
    "/%2ecasesite-manifest",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "/index.html::$DATA",
    "/index.html.",
    "/index.html%20",
    "/cases",
    "/cases/a.html/",
    "/%c0%ae%c0%ae/secret.txt",
    "/%ff",
    "/link.txt",
    "/folder/secret.txt",
    "http://example.org/index.html",
    "file:///etc/passwd",
    "index.html",
    "*",
    "/con",
    "/" + "a" * 5000,
    "/" + "../" * 1000 + "etc/passwd",
]


@pytest.mark.parametrize("target", TRAVERSALS)
def test_no_spelling_leads_outside(target: str, server: Server, folder: Path) -> None:
    if sys.platform != "win32":
        (folder / "link.txt").symlink_to("../secret.txt")
        (folder / "folder").symlink_to("..")
    request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n\r\n"
    answer = raw(server, request.encode("latin-1"))
    assert answer.split(b" ")[1] in {b"404", b"400"}
    assert b"secret" not in answer
    assert find_file(folder, target) is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ("Host: 127.0.0.1:PORT", 200),
        ("Host: localhost:PORT", 200),
        ("Host: LOCALHOST:PORT", 200),
        ("Host: evil.example:PORT", 403),
        ("Host: 127.0.0.1", 403),
        ("Host: 127.0.0.1:1", 403),
        ("Host: 127.0.0.1.nip.io:PORT", 403),
        ("Host: [::1]:PORT", 403),
        ("X: y", 403),
        ("Host: 127.0.0.1:PORT\r\nHost: evil.example", 403),
        ("Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT", 200),
        ("Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT", 200),
        ("Host: 127.0.0.1:PORT\r\nOrigin: https://evil.example", 403),
        ("Host: 127.0.0.1:PORT\r\nOrigin: null", 403),
        ("Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors", 403),
        ("Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate", 200),
        ("Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors", 200),
    ],
)
@pytest.mark.parametrize("target", ["/", "/site.css", "/_reload.js"])
def test_only_pages_of_this_server_may_ask(target: str, headers: str, status: int, server: Server) -> None:
    lines = headers.replace("PORT", str(server.port))
    answer = raw(server, f"GET {target} HTTP/1.1\r\n{lines}\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(f"HTTP/1.1 {status} ".encode())
    assert (status == 200) == (b"script" in answer or b"p{}" in answer or b"EventSource" in answer)


def test_events_are_kept_from_strangers(server: Server) -> None:
    assert ask(server, "/_events", Host="evil.example")[0] == 403


def test_it_listens_to_this_machine_only(server: Server) -> None:
    assert server.address == f"http://127.0.0.1:{server.port}/"
    with pytest.raises(OSError, match=r".*"):
        socket.create_connection(("127.0.0.2", server.port), timeout=2).close()


@pytest.mark.parametrize("half", [b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: 127.0.0.1"])
def test_half_a_request_is_not_waited_for(half: bytes, server: Server) -> None:
    assert raw(server, half) == b""
    assert ask(server, "/")[0] == 200


def test_problems_stand_in_for_every_page_until_they_are_gone(server: Server) -> None:
    server.show_problems("<!doctype html><title>有问题</title>".encode())
    for target in ("/", "/cases/a.html", "/nothing.html", "/nowhere/"):
        status, headers, body = ask(server, target)
        assert (status, headers["Content-Type"]) == (500, "text/html; charset=utf-8")
        assert "有问题".encode() in body
        assert b"/_reload.js?" in body
    assert ask(server, "/site.css")[0] == 200
    server.show_problems(None)
    assert ask(server, "/")[0] == 200


def mark(server: Server) -> str:
    return ask(server, "/")[2].split(b"_reload.js?")[1].split(b'"')[0].decode()


def test_an_open_page_is_told_when_there_is_something_new(server: Server) -> None:
    answers: list[bytes] = []
    seen = mark(server)
    waiting = threading.Thread(target=lambda: answers.append(ask(server, f"/_events?{seen}")[2]))
    waiting.start()
    server.reload()
    waiting.join(10)
    assert answers == [b"event: reload\ndata:\n\n"]


@pytest.mark.parametrize("seen", ["", "0000-7"])
def test_a_page_that_missed_something_is_told_at_once(seen: str, server: Server) -> None:
    old = seen or mark(server)
    server.reload()
    status, headers, body = ask(server, f"/_events?{old}")
    assert (status, headers["Content-Type"]) == (200, "text/event-stream; charset=utf-8")
    assert body == b"event: reload\ndata:\n\n"


def test_closing_lets_waiting_pages_go_and_frees_the_port(folder: Path) -> None:
    server = Server(folder)
    server.start()
    answers: list[bytes] = []
    seen = mark(server)
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as waiting:
        request = f"GET /_events?{seen} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n"
        waiting.sendall(request.encode())
        assert waiting.recv(1 << 16).startswith(b"HTTP/1.1 200")
        server.close()
        server.close()
        while data := waiting.recv(1 << 16):
            answers.append(data)
    assert b"reload" not in b"".join(answers)
    with Server(folder, server.port) as again:
        assert again.port == server.port


def test_a_port_that_is_taken_is_said(server: Server, folder: Path) -> None:
    with pytest.raises(OSError, match=os.strerror(98) if sys.platform == "linux" else r".*"):
        Server(folder, server.port)


def test_a_tree_that_takes_the_folders_place_is_served(server: Server, folder: Path) -> None:
    new = folder.with_name("new")
    new.mkdir()
    (new / "index.html").write_text("<p>new</p>")
    folder.rename(folder.with_name("old"))
    new.rename(folder)
    assert b"<p>new</p>" in ask(server, "/")[2]


def test_its_own_pages_are_offered_and_linked_from_every_other(server: Server) -> None:
    assert ask(server, "/_readings")[0] == 404
    before = ask(server, "/")[2]
    server.offer({"/_readings": "<!doctype html><p>读音</p></body>".encode()}, [("<存疑> 3", "/_readings")])
    status, headers, page = ask(server, "/_readings")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "读音" in page.decode()
    assert b"/_reload.js" in page
    assert b"casesite-banner" not in page
    home = ask(server, "/")[2].decode()
    assert '<a href="/_readings">&lt;存疑&gt; 3</a>' in home
    assert ask(server, "/_banner.css")[1]["Content-Type"] == "text/css; charset=utf-8"
    assert b"casesite-banner" not in ask(server, "/site.css")[2]
    server.offer({})
    assert ask(server, "/_readings")[0] == 404
    assert ask(server, "/")[2] == before


def test_its_own_pages_stay_while_problems_are_shown(server: Server) -> None:
    server.offer({"/_readings": b"<p>readings"}, [("a", "/_readings")])
    server.show_problems(b"<p>problems")
    assert b"readings" in ask(server, "/_readings")[2]
    assert ask(server, "/")[2].startswith(b"<p>problems")
    assert b"casesite-banner" not in ask(server, "/")[2]
