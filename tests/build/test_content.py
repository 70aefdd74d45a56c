"""The repository's own showcase builds without a word, and what it builds is sound wherever it is built."""

import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from justhtml import JustHTML

from casesite.model.problem import Problem
from casesite.model.source import Source
from casesite.pipeline import Build, Project, prepare
from casesite.pipeline.library import MemoryPack
from casesite.project.files import take_snapshot
from casesite.project.ledger import Ledger
from casesite.project.themes import load_theme
from casesite.reading.decode import decode
from casesite.reading.front_matter import Parts, split
from casesite.reading.lines import Lines
from casesite.reading.marked_yaml import parse_mapping
from casesite.reading.nodes import Mapping, Node, Scalar, Sequence
from tests.conftest import NOW, REPOSITORY, Showcase

GOLDEN: Final = Path(__file__).parent / "golden/content.txt"
CONTENT: Final = REPOSITORY / "content"
_DIGEST: Final = re.compile(r"-(?:[0-9a-f]{8}|[a-z2-7]{5})(?=\.\w+$)")
_NUMBERED: Final = re.compile(r"^(search/(?:s|t/))\d+(?:/\d+)?-")
_LOADED: Final = {
    **{
        (tag, "src"): tag
        for tag in ("img", "script", "iframe", "audio", "video", "source", "track", "embed", "input")
    },
    ("link", "href"): "link",
    ("object", "data"): "object",
    ("video", "poster"): "video",
    ("use", "href"): "use",
}
"""Attributes that a browser follows on its own."""
_LINKS_ONLY: Final = {"alternate", "canonical", "next", "prev", "author", "license", "search"}


def _run(root: Path, *, mask: int = 0o022, **environment: str) -> Showcase:
    """Build the repository's content in that folder."""
    shutil.copytree(CONTENT, root / "content")
    program = (
        f"import os, sys; os.umask({mask}); from casesite.commands import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "build", "--now", NOW, "--lang", "zh"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("完成"), "not a word of complaint"
    return Showcase(root)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Showcase:
    """Build the content."""
    root = tmp_path_factory.mktemp("content") / "one"
    return _run(root, TZ="Asia/Shanghai", LC_ALL="C.UTF-8", PYTHONHASHSEED="1")


@pytest.fixture(scope="module")
def files(built: Showcase) -> dict[str, bytes]:
    """Return what was built."""
    return built.tree()


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, "Page"]:
    """Return the pages, looked through."""
    return {path: Page.of(data) for path, data in files.items() if path.endswith(".html")}


class Page(HTMLParser):
    """What a page names: ids, links, what it loads, and every attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.tags: list[str] = []

    @classmethod
    def of(cls, data: bytes) -> "Page":
        """Look through a page."""
        page = cls()
        page.feed(data.decode())
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.append(tag)
        given = {name: value or "" for name, value in attrs}
        self.attributes += given.items()
        self.ids += [given["id"]] if "id" in given else []
        only_link = tag == "link" and set(given.get("rel", "").split()) <= _LINKS_ONLY
        for name, value in given.items():
            if (tag, name) in _LOADED and not only_link:
                self.loaded.append(value)
            elif name == "srcset":
                self.loaded += [part.split()[0] for part in value.split(",") if part.strip()]
            elif name in {"href", "action"}:
                self.links.append(value)


def test_the_same_bytes_wherever_it_is_built(files: dict[str, bytes], tmp_path: Path) -> None:
    other = _run(
        tmp_path / "另一个 文件夹",
        mask=0o077,
        TZ="America/New_York",
        LC_ALL="C",
        PYTHONHASHSEED="2",
        PYTHONUTF8="0",
        SOURCE_DATE_EPOCH="0",
    )
    again = other.tree()
    assert again.keys() == files.keys()
    assert not [path for path, data in again.items() if files[path] != data]
    if os.name != "nt":
        private = [path for path in again if (other.root / "public" / path).stat().st_mode & 0o044 != 0o044]
        assert not private, "a server must be able to read what a careful umask hides"


def test_the_list_of_all_files(files: dict[str, bytes], golden: Callable[[Path, str], None]) -> None:
    names = {
        _NUMBERED.sub(r"\1…-", _DIGEST.sub("-…", path) if path.startswith(("search/", "assets/")) else path)
        for path in files
    }
    golden(GOLDEN, "\n".join(sorted(names)) + "\n")


def test_every_name_is_good_on_every_disk(files: dict[str, bytes]) -> None:
    assert len({path.lower() for path in files}) == len(files)
    good = re.compile(r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*")
    assert not [path for path in files if not good.fullmatch(path) and path != ".casesite-manifest"]
    assert max(len(part) for path in files for part in path.split("/")) <= 100


def test_every_page_is_valid_to_a_strict_parser(files: dict[str, bytes]) -> None:
    wrong = {}
    for path, data in files.items():
        if path.endswith(".html"):
            errors = JustHTML(data.decode(), collect_errors=True).errors
            if errors:
                wrong[path] = str(errors[0])
    assert not wrong


def test_no_page_holds_code_or_style_of_its_own(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        names = {name for name, _ in page.attributes}
        assert not {name for name in names if name == "style" or name.startswith("on")}, path
        assert not [
            value for _, value in page.attributes if value.strip().lower().startswith("javascript:")
        ], path
        assert not {"style", "iframe", "object", "embed", "base"} & set(page.tags), path


def test_no_page_runs_a_script_of_its_own(files: dict[str, bytes]) -> None:
    scripts = re.compile(rb"<script(?![^>]*\bsrc=)(?![^>]*type=.?application/(ld\+)?json)[^>]*>")
    assert not [path for path, data in files.items() if path.endswith(".html") and scripts.search(data)]


def test_nothing_is_loaded_from_outside(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for address in page.loaded:
            target = _target(path, address)
            assert target in files, f"{path} loads {address}"
    outside = re.compile(rb"(?:url\(|@import)\s*[\"']?(?:https?:)?//")
    assert not [path for path, data in files.items() if path.endswith(".css") and outside.search(data)]


def test_every_link_leads_somewhere(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    broken = []
    for path, page in pages.items():
        for address in page.links:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                assert parts.scheme in {"http", "https", "mailto"}, f"{path}: {address}"
                continue
            assert not address.startswith("/"), f"{path}: {address} would not open from a folder"
            target = _target(path, address)
            anchor = unquote(parts.fragment)
            if target not in files or (anchor and target in pages and anchor not in pages[target].ids):
                broken.append(f"{path}: {address}")
    assert not broken


def test_ids_are_there_once(pages: dict[str, Page]) -> None:
    assert not {path for path, page in pages.items() if len(page.ids) != len(set(page.ids))}


def test_feeds_and_sitemap_are_xml_and_name_pages_that_are_there(files: dict[str, bytes]) -> None:
    url = (
        next(line.split(": ", 1)[1] for line in _settings() if line.startswith("url: "))
        .strip("'\"")
        .rstrip("/")
    )
    for path, data in files.items():
        if path.endswith(".xml"):
            for address in _addresses(ET.fromstring(data)):  # noqa: S314 – what we have just built
                if address.startswith(f"{url}/"):
                    target = unquote(urlsplit(address.removeprefix(f"{url}/")).path)
                    assert (
                        f"{target}index.html" if target.endswith("/") or not target else target
                    ) in files, address


@pytest.fixture(scope="module")
def build() -> Build:
    """Prepare the build of the repository's content, every status included."""
    snapshot = take_snapshot(REPOSITORY, {})
    project = Project(snapshot, Ledger(version=""), MemoryPack(), lambda name: load_theme(REPOSITORY, name))
    return prepare(project, now=f"{NOW}T00:00:00Z", everything=True, preview=True)


def test_every_body_is_a_well_formed_fragment(build: Build) -> None:
    bodies = [build.library.body(entry.card.id) for entry in build.site.entries]
    bodies += [shelf.issue.body for shelf in build.site.issues]
    bodies += [page.body for page in build.site.pages]
    assert len(bodies) > 20
    for body in bodies:
        tree = ET.fromstring(f"<body>{body.xml}</body>")  # noqa: S314 – what reading has just written
        assert "".join(tree.itertext()).strip()
        for element in tree.iter():
            assert "style" not in element.attrib
            assert not [name for name in element.attrib if name.startswith("on")]


def test_titles_are_well_formed_too(build: Build) -> None:
    for entry in build.site.entries:
        ET.fromstring(f"<h1>{entry.details.title_xml}</h1>")  # noqa: S314 – what reading has just written


def test_what_is_private_stays_private(files: dict[str, bytes]) -> None:
    secrets = {
        secret for path in CONTENT.rglob("*") if path.suffix in {".md", ".yaml"} for secret in _private(path)
    }
    assert secrets, "the samples show how private notes are kept"
    whole = b"\n".join(files.values())
    assert not [secret for secret in secrets if secret.encode() in whole]


SECRETIVE: Final = """\
-- content/cases/open.md --
---
id: open
title: 公开的案例
date: 2024-08-20
issue: 2024-08
private: {phone: 秘密甲, scores: {初审: 秘密乙, 复审: [秘密丙]}}
---

公开的正文。
-- content/cases/draft.md --
---
id: draft
title: 秘密丁
date: 2024-08-20
issue: 2024-08
topics: [秘密戊]
tags: [秘密己]
org: 秘密庚
status: review
---

秘密辛。
-- content/cases/later.md --
---
id: later
title: 秘密壬
date: 2024-08-20
issue: 2024-08
publish_at: 2030-01-01 08:00
---

秘密癸。
-- content/cases/gone.md --
---
id: gone
title: 秘密子
date: 2024-08-20
status: withdrawn
---

秘密丑。
-- content/inbox/mail.md --
---
title: 秘密寅
---

秘密卯。
-- content/cases/秘密辰.txt --
秘密巳
-- content/letters/one.yaml --
case: open
date: 2024-09-01
name: 秘密午
text: 秘密未
status: waiting
private: {mail: 秘密申}
-- content/letters/two.yaml --
case: open
date: 2024-09-01
name: 读者
text: 公开的来信。
status: shown
private: {mail: 秘密酉}
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- themes/default/秘密戌.txt --
秘密亥
"""


def test_drafts_notes_and_what_nobody_named_never_reach_the_output(site: Callable[[str], Showcase]) -> None:
    showcase = site(SECRETIVE)
    assert showcase.build()["code"] == 0
    tree = showcase.tree()
    assert "公开的来信" in tree["cases/open.html"].decode()
    known = {secret.encode() for secret in re.findall("秘密.", SECRETIVE)}
    assert len(known) == 22
    found = {(path, secret.decode()) for path, data in tree.items() for secret in known if secret in data}
    assert not found
    assert not [path for path in tree if "mi-mi" in path or "draft" in path]


def _settings() -> list[str]:
    return (CONTENT / "site.yaml").read_text(encoding="utf-8").splitlines()


def _target(page: str, address: str) -> str:
    """Return the output path that a relative address on a page means."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def _addresses(tree: ET.Element) -> Iterator[str]:
    for element in tree.iter():
        yield from (value for name, value in element.attrib.items() if name in {"href", "src"})
        if element.tag.endswith("}loc") and element.text:
            yield element.text


def _private(path: Path) -> Iterator[str]:
    """Yield the private texts of a file, those long enough to be told from others."""
    text = decode(Source(path.relative_to(REPOSITORY).as_posix(), path.read_bytes(), ""))
    assert not isinstance(text, Problem)
    lines = Lines.of(text.path, text.text)
    parts = split(text, lines) if path.suffix == ".md" else Parts(text.text, 1, "", 1)
    assert not isinstance(parts, Problem)
    mapping, _ = parse_mapping(parts.yaml, lines, parts.yaml_line)
    for key, value in mapping.pairs if mapping else ():
        if key.text in {"private", "内部"}:
            yield from (scalar for scalar in _scalars(value) if len(scalar) > 4)


def _scalars(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    for inner in node.items if isinstance(node, Sequence) else ():
        yield from _scalars(inner)
    for _, inner in node.pairs if isinstance(node, Mapping) else ():
        yield from _scalars(inner)
