"""Every kind of bad input leads to one clear report, word for word, and leaves the published site as it was.

The reports lie in `golden/problems`, one a file: the exit code, then what a person reads.
"""

import os
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from casesite.commands import building, main
from tests.conftest import NOW, Ran, Showcase

GOLDEN: Final = Path(__file__).parent / "golden/problems"

Compare = Callable[[Path, str], None]
Spoil = Callable[[Showcase], object]


def png(width: int = 2, height: int = 2) -> bytes:
    """Return a whole picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(bytes([0, *[200] * width]) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


GOOD: Final = """\
-- content/site.yaml --
title: 案例库
url: https://cases.example.org
id: cases
-- content/data/topics.yaml --
- {name: 党建联建, aliases: [联建]}
- {name: 产业振兴}
- {name: 基层治理}
-- content/cases/lu.md --
---
id: lu
title: 修路
date: 2024-08-10
issue: 2024-08
topics: [产业振兴]
---

先有[一座桥](qiao/index.md)，后有这条路。
-- content/cases/qiao/index.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
issue: 2024-08
topics: [党建联建]
---

## 桥断了

![村民在修桥](bridge.png)

三个村一起修。
-- content/cases/che.md --
---
id: che
title: 班车
date: 2024-07-01
issue: 2024-07
status: withdrawn
---

已停开。
-- content/issues/2024-08.md --
---
title: 组织联建
cases: [qiao, lu]
---

本期说路和桥。
-- content/pages/about.md --
---
title: 关于
---

这里收集案例。
"""


def _case(fields: str, body: str = "正文。") -> str:
    return f"---\n{fields}\n---\n\n{body}\n"


def _bad(fields: str, body: str = "正文。", path: str = "content/cases/bad.md") -> Spoil:
    """Return what adds a case with these lines at its top."""
    return lambda site: site.write(path, _case(fields, body))


_FINE: Final = "id: bad\ntitle: 一个案例\ndate: 2024-08-01"


def _body(text: str) -> Spoil:
    return _bad(_FINE, text)


def _file(path: str, data: str | bytes) -> Spoil:
    return lambda site: site.write(path, data)


def _all(*spoils: Spoil) -> Spoil:
    return lambda site: [spoil(site) for spoil in spoils]


def _symlink(site: Showcase) -> None:
    outside = site.root.parent / "secret.md"
    outside.write_text(_case(_FINE), encoding="utf-8")
    (site.root / "content/cases/bad.md").symlink_to(outside)


def _fifo(site: Showcase) -> None:
    os.mkfifo(site.root / "content/cases/x.md")


def _bomb() -> str:
    levels = [
        f"{chr(98 + level)}: &{chr(98 + level)} [{', '.join(['*' + chr(97 + level)] * 9)}]"
        for level in range(8)
    ]
    return "\n".join(["a: &a [哈, 哈, 哈]", *levels])


def _template(text: str) -> Spoil:
    """Return what overrides one template of the theme in the project's own `themes/default`."""
    return _file("themes/default/templates/404.html", text)


_404: Final = '{% extends "base.html" %}\n{% block main %}\n<h1>没有这一页</h1>\n'

BAD: Final[dict[str, Spoil]] = {
    # YAML
    "yaml-broken": _bad('id: bad\ntitle: "断桥\ndate: 2024-08-01'),
    "yaml-colon": _bad("id: bad\ntitle:断桥\ndate: 2024-08-01"),
    "yaml-fullwidth": _bad("id: bad\ntitle：断桥\ndate: 2024-08-01"),
    "yaml-tab": _bad("id: bad\ntitle: 断桥\ndate: 2024-08-01\nsource:\n\tname: 日报"),
    "yaml-duplicate": _bad("id: bad\ntitle: 断桥\n标题: 断桥重连\ndate: 2024-08-01\ndate: 2024-08-02"),
    "yaml-bomb": _bad(f"id: bad\ntitle: 断桥\ndate: 2024-08-01\n{_bomb()}"),
    "yaml-deep": _bad(f"{_FINE}\nextra: {'[' * 40}{']' * 40}"),
    "yaml-unclosed": _file("content/cases/bad.md", "---\nid: bad\ntitle: 断桥\n\n正文。\n"),
    "yaml-none": _file("content/cases/bad.md", "断桥重连\n\n正文。\n"),
    "yaml-settings": _file("content/site.yaml", "title: 案例库\n url: https://cases.example.org\n"),
    "yaml-vocabulary": _file("content/data/topics.yaml", "- {name: 党建联建\n- {name: 产业振兴}\n"),
    # fields
    "type-wrong": _bad("id: bad\ntitle: [断桥, 重连]\ndate: 去年夏天\nfeatured: 也许\nfigures: 三座"),
    "date-impossible": _bad("id: bad\ntitle: 断桥\ndate: 2024-02-30"),
    "field-unknown": _bad("id: bad\ntitel: 断桥\ndate: 2024-08-01"),
    "field-far-off": _bad(f"{_FINE}\nxyzzy: 1"),
    "title-missing": _bad("id: bad\ndate: 2024-08-01"),
    "title-empty": _bad("id: bad\ntitle:\ndate: 2024-08-01"),
    "topic-unknown": _bad(f"{_FINE}\ntopics: [产业振新]"),
    "topic-far-off": _bad(f"{_FINE}\ntopics: [航天]"),
    "status-unknown": _bad(f"{_FINE}\nstatus: publishd"),
    "id-invalid": _bad("id: 断桥 1\ntitle: 断桥\ndate: 2024-08-01"),
    "readings-count": _bad(f"{_FINE}\nreadings: {{单县: shàn}}"),
    "setting-unknown": _file(
        "content/site.yaml", "title: 案例库\nurl: https://cases.example.org\nthem: default\n"
    ),
    "setting-wrong": _file("content/site.yaml", "title: 案例库\nurl: cases.example.org\ntimezone: 北京\n"),
    "settings-missing": lambda site: (site.root / "content/site.yaml").unlink(),
    # ids, issues and addresses
    "id-duplicate": _bad("id: qiao\ntitle: 又一座桥\ndate: 2024-08-01"),
    "id-case": _bad("id: Qiao\ntitle: 又一座桥\ndate: 2024-08-01"),
    "id-from-name": _file("content/cases/桥.md", _case("title: 又一座桥\ndate: 2024-08-01")),
    "issue-other": lambda site: site.edit("content/cases/lu.md", "issue: 2024-08", "issue: 2024-09"),
    "issue-unknown-case": lambda site: site.edit("content/issues/2024-08.md", "lu]", "lu, lo]"),
    "address-alias": _bad(f"{_FINE}\naliases: [cases/qiao.html]"),
    "address-static": _file("content/static/cases/qiao.html", "<p>静态</p>"),
    "address-page": _file("content/pages/cases/qiao.md", _case("title: 同一个地址")),
    # files
    "file-gb18030": _file("content/cases/bad.md", _case(_FINE, "党建联建，重庆长寿区。").encode("gb18030")),
    "file-utf16": _file("content/cases/bad.md", _case(_FINE).encode("utf-16")),
    "file-undecodable": _file("content/cases/bad.md", _case(_FINE).encode() + b"\xff\xff\n"),
    "file-nul": _file("content/cases/bad.md", _case(_FINE).encode() + b"\0\n"),
    "file-empty": _file("content/cases/bad.md", b""),
    "file-large": _file("content/cases/bad.md", _case(_FINE, "很长。\n\n" * 700_000)),
    "file-stray": _file("content/cases/qiao/meeting.png", png(3, 3)),
    "picture-missing": _body("![村民在修桥](brigde.png)"),
    "picture-named-otherwise": lambda site: site.edit(
        "content/cases/qiao/index.md", "bridge.png", "brigde.png"
    ),
    "picture-damaged": _file("content/cases/qiao/bridge.png", png()[:40]),
    "picture-outside": _body("![村民在修桥](https://example.com/a.png)"),
    "attachment-missing": _bad(f"{_FINE}\nattachments: [table.xlsx]"),
    "cover-outside": _bad(f"{_FINE}\ncover: ../../../secret.png"),
    "symlink-outside": _symlink,
    "fifo": _fifo,
    # links
    "link-broken": _body("见[另一座桥](case:qaio)，也见[路](lu2.md)。"),
    "link-anchor": _body("见[断桥](qiao/index.md#桥断)。"),
    "link-withdrawn": _body("见[班车](che.md)。"),
    "link-unpublished": _all(
        _bad("id: draft\ntitle: 草稿\ndate: 2024-08-01\nstatus: draft", path="content/cases/draft.md"),
        _body("见[草稿](draft.md)。"),
    ),
    "link-script": _body("请[点这里](javascript:alert(1))。"),
    "related-unknown": _bad(f"{_FINE}\nrelated: [qiaoo]"),
    # the body
    "container-unknown": _body("::: 经念\n多商量。\n:::"),
    "container-open": _body("::: 经验\n多商量。"),
    "ruby-unclosed": _body("到{重庆|chóng qìng去看。"),
    "ruby-count": _body("到{重庆|chóng}去看。"),
    "ruby-syllable": _body("到{重庆|chong2 qing4}去看。"),
    "ruby-reading": _body("到{重庆|chóng qīng}去看。"),
    "raw-html": _body("<script>alert(1)</script>一座桥。"),
    "footnote-undefined": _body("一座桥[^1]。"),
    # themes
    "template-syntax": _template(_404 + "{% if %}\n{% endblock %}\n"),
    "template-undefined": _template(_404 + "<p>{{ pgae.title }}</p>\n{% endblock %}\n"),
    "template-missing": _template(_404 + '{% include "parts/fotter.html" %}\n{% endblock %}\n'),
    "template-failed": _template(_404 + "<p>{{ 1 // 0 }}</p>\n{% endblock %}\n"),
    "template-outside": _template(_404 + '<img src="https://example.com/a.png" alt="">\n{% endblock %}\n'),
    "theme-missing": _file(
        "content/site.yaml", "title: 案例库\nurl: https://cases.example.org\ntheme: paper\n"
    ),
    "theme-string": _file("themes/default/strings/zh.yaml", "search: [检索]\n"),
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site without a fault."""
    showcase = Showcase(tmp_path_factory.mktemp("good") / "project").lay(GOOD)
    showcase.write("content/cases/qiao/bridge.png", png())
    ran = showcase.run("build", "--now", NOW)
    assert ran.code == 0, ran.out + ran.err
    assert ran.out.startswith("完成"), ran.out
    return showcase.root


@pytest.fixture
def good(published: Path, tmp_path: Path) -> Showcase:
    """Return a published site without a fault, to be spoilt."""
    shutil.copytree(published, tmp_path / "project")
    return Showcase(tmp_path / "project")


def _report(ran: Ran) -> str:
    """Return what golden files hold: without the counts of files, which change with every theme."""
    told = [
        line for line in ran.out.splitlines() if not line.startswith(("完成", "首页", "done:", "home page:"))
    ]
    return "\n".join([f"exit {ran.code}", *ran.err.splitlines(), *told]) + "\n"


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_reported_and_the_old_site_stays(name: str, good: Showcase, golden: Compare) -> None:
    if sys.platform == "win32" and name in {"fifo", "symlink-outside"}:
        pytest.skip("Windows has no such files")
    before = good.tree()
    BAD[name](good)
    ran = good.run("build", "--now", NOW)
    assert str(good.root) not in ran.out
    assert (ran.code == 1) == ("没有写入任何文件" in ran.out)
    assert ran.code == 0 or good.tree() == before
    golden(GOLDEN / f"{name}.txt", _report(ran))


def test_every_golden_report_belongs_to_a_test() -> None:
    more = {"all-at-once", "all-at-once-en", "check-drafts", "drafts", "not-ours", "strict"}
    assert {path.stem for path in GOLDEN.glob("*.txt")} <= BAD.keys() | more


def _many(site: Showcase) -> None:
    """Write slips into many files, in no order."""
    for name in ("yaml-colon", "topic-unknown", "setting-unknown", "issue-unknown-case"):
        BAD[name](site)
        if (site.root / "content/cases/bad.md").exists():
            (site.root / "content/cases/bad.md").rename(site.root / f"content/cases/{name}.md")
    site.edit("content/cases/qiao/index.md", "三个村", "{三个|sān}村")
    site.edit("content/cases/qiao/index.md", "date: 2024-08-20", "date: 2024-13-20")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_everything_is_said_in_one_report(language: str, good: Showcase, golden: Compare) -> None:
    _many(good)
    ran = good.run("build", "--now", NOW, lang=language)
    golden(GOLDEN / ("all-at-once.txt" if language == "zh" else "all-at-once-en.txt"), _report(ran))
    again = good.run("build", "--now", NOW, lang=language)
    assert again == ran, "what is remembered of a file must not swallow its problems"


def test_programs_get_the_same_report_as_data(good: Showcase) -> None:
    _many(good)
    report = good.build()
    assert (report["code"], report["built"], report["written"]) == (1, False, 0)
    assert [(one["path"], one["line"], one["column"], one["code"]) for one in report["problems"]] == [
        ("content/cases/qiao/index.md", 4, 7, "field-no-such-date"),
        ("content/cases/qiao/index.md", 13, 1, "ruby-count"),
        ("content/cases/topic-unknown.md", 5, 10, "term-unknown"),
        ("content/cases/yaml-colon.md", 3, 6, "yaml-colon-space"),
        ("content/site.yaml", 3, 1, "setting-unknown"),
    ]
    first = report["problems"][0]
    assert first["message"] == "date：没有 2024-13-20 这一天"
    assert first["cure"] == "改为日历上有的日期"
    assert first["excerpt"] == "date: 2024-13-20"
    assert (first["severity"], first["blocking"]) == ("error", True)


def test_mending_the_last_slip_builds_the_site(good: Showcase) -> None:
    before = good.tree()
    good.edit("content/cases/lu.md", "[产业振兴]", "[产业振新]")
    assert good.run("build", "--now", NOW).code == 1
    good.edit("content/cases/lu.md", "[产业振新]", "[产业振兴]")
    ran = good.run("build", "--now", NOW)
    assert ran.code == 0
    assert "产业振新" not in ran.out
    assert good.tree() == before


def test_an_unfinished_draft_blocks_nothing(good: Showcase, golden: Compare) -> None:
    _bad("id: bad\ntitel: 草稿\ndate: 2024-02-30\nstatus: draft\ntopics: [航天]", "见[这里](case:nowhere)。")(
        good
    )
    good.write("content/inbox/mail.md", "没有字段的来稿")
    good.write("content/inbox/other.md", "---\ntitle: [\n---\n\n还没整理。\n")
    ran = good.run("build", "--now", NOW)
    assert ran.code == 0
    golden(GOLDEN / "drafts.txt", _report(ran))
    assert not [path for path, data in good.tree().items() if "草稿".encode() in data]
    ran = good.run("check", "--now", NOW)
    assert ran.code == 0
    golden(GOLDEN / "check-drafts.txt", _report(ran))


def test_a_folder_that_is_not_ours_is_left_alone(good: Showcase, golden: Compare) -> None:
    good.write("photos/a.jpg", b"mine")
    good.write("content/site.yaml", "title: 案例库\nurl: https://cases.example.org\noutput: photos\n")
    ran = good.run("build", "--now", NOW)
    assert ran.code == 1
    golden(GOLDEN / "not-ours.txt", _report(ran))
    assert good.tree("photos") == {"a.jpg": b"mine"}
    assert good.run("build", "--now", NOW, "--adopt").code == 0
    assert good.tree("photos")["a.jpg"] == b"mine"
    assert good.run("build", "--now", NOW).code == 0, "once adopted it is ours"


def test_one_slip_in_a_template_is_told_once_however_many_pages_show_it(good: Showcase) -> None:
    good.write("themes/default/templates/case.html", "{{ nope }}\n")
    report = good.build()
    assert report["code"] != 0
    assert [
        (one["path"], one["line"], one["code"]) for one in report["problems"] if one["severity"] == "error"
    ] == [("themes/default/templates/case.html", 1, "template-undefined")]


@pytest.mark.parametrize("place", ["content", "content/cases", ".", "themes", ".casesite"])
def test_the_output_cannot_be_where_the_project_itself_lies(place: str, good: Showcase) -> None:
    before = good.tree("content")
    good.edit("content/site.yaml", "id: cases\n", f'id: cases\noutput: "{place}"\n')
    report = good.build("--adopt")
    assert report["code"] == 1
    assert {one["code"] for one in report["problems"]} <= {"output-place", "path-outside", "field-choice"}
    assert {**before, "site.yaml": b""} == {**good.tree("content"), "site.yaml": b""}


def test_strict_lets_warnings_fail_the_build_but_not_hints(good: Showcase, golden: Compare) -> None:
    before = good.tree()
    BAD["file-stray"](good)
    assert good.run("build", "--now", NOW).code == 0
    ran = good.run("build", "--now", NOW, "--strict")
    assert ran.code == 1
    golden(GOLDEN / "strict.txt", _report(ran))
    assert good.tree() == before
    (good.root / "content/cases/qiao/meeting.png").unlink()
    BAD["file-gb18030"](good)
    assert good.run("build", "--now", NOW, "--strict").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["buidl"], "buidl"),
        (["build", "--out"], "--out"),
        (["build", "--format", "xml"], "xml"),
        (["build", "--now", "昨天"], "昨天"),
        (["build", "nowhere"], "nowhere"),
        (["build", "--colour"], "--colour"),
        (["serve", "--port", "99999"], "99999"),
    ],
)
def test_wrong_usage_is_said_and_ends_with_2(arguments: list[str], said: str, good: Showcase) -> None:
    ran = good.run(*arguments)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_outside_a_project_one_is_told_where_to_go(tmp_path: Path) -> None:
    ran = Showcase(tmp_path).run("build")
    assert ran.code == 2
    assert ran.err.startswith("这里没有找到 content/ 文件夹")


def test_a_bug_becomes_a_sentence_and_a_file(
    good: Showcase, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A fault of the program's own, as nobody can foresee it: here planning the build fails."""

    def fail(*_: object, **__: object) -> None:
        message = "a fault of our own"
        raise RuntimeError(message)

    before = good.tree()
    (tmp_path / "notes").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "notes"))
    monkeypatch.setattr(building, "prepare", fail)
    assert main(["build", str(good.root), "--now", NOW, "--lang", "zh"]) == 3
    told = capsys.readouterr()
    (notes,) = (tmp_path / "notes").iterdir()
    assert told.out == ""
    assert told.err == (f"程序出了意外：RuntimeError。您的文件没有改动。详情写在 {notes}，请把它发给维护者\n")
    assert "a fault of our own" in notes.read_text(encoding="utf-8")
    assert good.tree() == before
    monkeypatch.undo()
    assert main(["build", str(good.root), "--now", NOW]) == 0, "the lock was given back"
