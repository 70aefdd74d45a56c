"""One edit after a build, each of a kind that a shortcut could miss; every one is judged by a clean build."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tests.build.author_cases import picture
from tests.build.judged import NOW, Judged, judge, judge_check, judge_preview, ran
from tests.conftest import Showcase

Lay = Callable[[str], Showcase]
QIAO: Final = "content/cases/qiao/index.md"
LU: Final = "content/cases/lu.md"
CHA: Final = "content/cases/cha.md"
HE: Final = "content/cases/he.md"

SITE: Final = """\
-- content/data/topics.yaml --
- {name: 党建联建}
- {name: 产业振兴}
-- content/cases/qiao/index.md --
---
id: qiao
title: 断桥重连
date: 2024-08-20
issue: 2024-08
topics: [党建联建]
tags: [修桥]
region: 山东省/汶上县
org: 苑庄镇党委
summary: 三个村修了一座桥。
authors: [张三]
cover: {file: qiao.png, alt: 修好的桥}
attachments: [table.csv]
figures:
  - {id: funds, label: 资金, value: 12, unit: 万元, note: 累计}
---

先说事由。

## 怎么修

三个村一起修，账目公示三回。

![村民在修桥](qiao.png)

数字见脚注[^1]。

[^1]: 据村里的台账。
-- content/cases/lu.md --
---
id: lu
title: 修路
date: 2024-08-10
issue: 2024-08
topics: [党建联建, 产业振兴]
tags: [道路]
region: 山东省/汶上县
org: 苑庄镇党委
summary: 一个村修了一条路。
figures:
  - {id: funds, label: 资金, value: 30, unit: 万元}
---

有[桥](case:qiao#怎么修)才有路。
-- content/cases/cha.md --
---
id: cha
title: 茶叶
date: 2023-05-01
issue: 2023-05
topics: [产业振兴]
tags: [茶叶]
region: 浙江省/安吉县
org: 孝丰镇党委
summary: 一片叶子富了一个村。
---

茶好。
-- content/cases/he.md --
---
id: he
title: 清河
date: 2024-09-01
issue: 2024-09
topics: [党建联建]
region: 山东省/汶上县
related: [cha]
---

河清了。他长得高。
-- content/issues/2024-08.md --
---
title: 组织联建
date: 2024-08-31
cases: [lu, qiao]
---

本期说[联建](case:lu)。
-- content/issues/2024-09.md --
---
title: 清河
date: 2024-09-30
---

-- content/issues/2023-05.md --
---
title: 产业
date: 2023-05-31
---

-- content/letters/one.yaml --
case: qiao
date: 2024-10-01
name: 读者
text: 写得好。
status: shown
-- content/pages/about.md --
---
title: 关于
menu: true
---

这里收集案例，[一座桥](case:qiao)。
"""


class Desk(NamedTuple):
    """A project on which somebody works, and the folder where it is built afresh."""

    site: Showcase
    fresh: Path

    def judge(self, now: str = NOW, *options: str) -> Judged:
        """Build and compare with a clean build."""
        return judge(self.site.root, self.fresh, now, options=options)

    def edit(self, path: str, old: str, new: str) -> Judged:
        """Replace a text in a file, then build."""
        self.site.edit(path, old, new)
        return self.judge()

    def write(self, path: str, data: str | bytes) -> Judged:
        """Write a file, then build."""
        self.site.write(path, data)
        return self.judge()


@pytest.fixture
def desk(site: Lay, tmp_path: Path) -> Desk:
    """Lay the site out and build it."""
    showcase = site(SITE)
    showcase.write("content/cases/qiao/qiao.png", picture(3))
    showcase.write("content/cases/qiao/table.csv", "年,户\n2024,31\n")
    showcase.write("content/static/CNAME", "cases.example.org\n")
    made = Desk(showcase, tmp_path / "fresh")
    report = made.judge().report
    assert report["built"], report["problems"]
    return made


def plain(paths: set[str]) -> set[str]:
    """Return paths without the names that follow from contents: search data by its folder."""
    return {"search/" if path.startswith("search/") else path for path in paths}


# texts of a case, and everything that shows them


def test_a_title_is_shown_by_many_and_stays_with_none(desk: Desk) -> None:
    done = desk.edit(LU, "title: 修路", "title: 铺路")
    assert plain(done.holding("铺路")) >= {
        *("cases/lu.html", "cases/qiao.html", "cases/he.html"),  # itself, related, the one before it
        *("index.html", "issues/2024-08.html", "topics/chan-ye-zhen-xing.html", "years/2024.html"),
        *("feed.xml", "feed.json", "issues/2024-08.xml", "cases.json", "cases.csv", "figures.csv", "search/"),
    }
    assert done.holding("修路") == set()


def test_a_summary_is_shown_by_lists_feeds_and_data(desk: Desk) -> None:
    done = desk.edit(LU, "一个村修了一条路", "一个村铺了一条路")
    assert done.holding("一个村修了一条路") == set()
    assert {"index.html", "cases/lu.html", "cases.json", "feed.json"} <= done.holding("一个村铺了一条路")


def test_a_summary_taken_from_the_body_follows_the_body(desk: Desk) -> None:
    done = desk.edit(HE, "河清了。", "河水清了。")
    assert {"cases/he.html", "index.html", "cases.json"} <= done.holding("河水清了")
    assert done.holding("河清了") == set()


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("authors: [张三]", "authors: [李四光]", {"cases/qiao.html", "cases.json"}),
        ("note: 累计", "note: 三年累计", {"cases/qiao.html", "figures.csv"}),
        ("label: 资金, value: 12", "label: 筹资总额, value: 12", {"cases/qiao.html", "figures.csv"}),
        ("value: 12,", "value: 7531,", {"cases/qiao.html", "figures.csv"}),
        ("alt: 修好的桥", "alt: 新修好的桥", {"cases.json"}),
        ("账目公示三回", "账目公示五百零三回", {"cases/qiao.html", "feed.xml", "feed.json"}),
        ("[^1]: 据村里的台账", "[^1]: 据镇里的另一本账", {"cases/qiao.html", "feed.xml"}),
        ("![村民在修桥]", "![村民在架桥]", {"cases/qiao.html"}),
        ("三个村一起修", "三个村一起{修|xiū}", {"cases/qiao.html"}),
        ("title: 断桥重连", "title: 断桥重连\ntitle_en: Wholebridge", {"cases/qiao.html"}),
        (
            "title: 断桥重连",
            "title: 断桥重连\ncorrections: [{date: 2025-02-03, text: 改错字}]",
            {"cases/qiao.html"},
        ),
        ("title: 断桥重连", "title: 断桥重连\nsource: {name: 江州日报}", {"cases/qiao.html"}),
    ],
)
def test_a_text_comes_and_goes(old: str, new: str, where: set[str], desk: Desk) -> None:
    """Each is written, built, taken back and built again: then the site is what it was."""
    before = desk.judge().tree
    done = desk.edit(QIAO, old, new)
    assert where <= {
        path for path in before.keys() | done.tree.keys() if before.get(path) != done.tree.get(path)
    }
    assert desk.edit(QIAO, new, old).tree == before


def test_words_that_sound_alike_are_found_by_their_own_sound(desk: Desk) -> None:
    before = desk.judge().tree
    for new in ("账目公事三回", "账目公式三回", "账目工事三回", "账目贴三回"):
        desk.edit(QIAO, "账目公示三回", new)
        desk.edit(QIAO, new, "账目公示三回")
    assert desk.judge().tree == before


def test_the_same_text_in_two_cases(desk: Desk) -> None:
    """What is kept by its content must not be lost for the one when the other changes."""
    body = "同样的一段话，两个案例都写了。\n\n## 同样的标题\n\n再写一段。"
    for path, old in ((CHA, "茶好。"), (HE, "河清了。他长得高。")):
        desk.site.edit(path, old, body)
    before = desk.judge()
    assert {"cases/cha.html", "cases/he.html"} <= before.holding("两个案例都写了")
    done = desk.edit(CHA, "两个案例都写了", "只有这一个写了")
    assert "cases/he.html" in done.holding("两个案例都写了")
    assert "cases/cha.html" in done.holding("只有这一个写了")
    assert desk.edit(CHA, "只有这一个写了", "两个案例都写了").tree == before.tree
    (desk.site.root / HE).unlink()
    assert "cases/cha.html" in desk.judge().holding("两个案例都写了")


def test_two_cases_change_places(desk: Desk) -> None:
    one, other = (desk.site.root / path for path in (LU, CHA))
    before = desk.judge().tree
    one.rename(desk.site.root / "aside")
    other.rename(one)
    (desk.site.root / "aside").rename(other)
    assert desk.judge().tree == before


@pytest.mark.parametrize("limit", [750, 1250, 1750])
def test_a_text_that_grows_past_a_limit_gets_another_part(limit: int, desk: Desk) -> None:
    """The parts of a case that search reads are cut by its number of words."""

    def parts(done: Judged) -> int:
        return sum(1 for path in done.tree if path.startswith("search/t/"))

    grown = "\n\n".join("修" * 50 + "。" for _ in range(limit // 50 - 1))
    short = desk.edit(CHA, "茶好。", grown)
    long = desk.edit(CHA, grown, f"{grown}\n\n{'桥' * 150}。")
    assert parts(long) == parts(short) + 1
    assert parts(desk.edit(CHA, f"{grown}\n\n{'桥' * 150}。", grown)) == parts(short)


# how a file is written


@pytest.mark.parametrize(
    "form",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("date: 2024-08-10\nissue: 2024-08\n", "issue: 2024-08\ndate: 2024-08-10\n"),
        lambda text: text.replace("id: lu\n", "# 待核\nid: lu\n"),
        lambda text: text.replace("才有路。\n", "才有路。\n\n\n"),
        lambda text: text.replace("title: 修路", "标题: 修路"),
        lambda text: text.replace("id: lu\n", "id: lu\nprivate: {电话: 1}\n"),
    ],
    ids=["crlf", "bom", "order", "comment", "blank", "chinese", "private"],
)
def test_another_form_says_the_same(form: Callable[[str], str], desk: Desk) -> None:
    before = desk.judge().tree
    text = (desk.site.root / LU).read_text(encoding="utf-8")
    assert form(text) != text
    done = desk.write(LU, form(text)).tree
    # Lines that move may change the search's build, since a body knows on which lines its links stand.
    assert {path for path in before if before[path] != done[path]} <= {"search/directory.js"}
    assert desk.write(LU, text).tree == before


def test_another_form_that_is_told(desk: Desk) -> None:
    """A file of another encoding says the same, and a hint says so, each time."""
    before = desk.judge()
    text = (desk.site.root / LU).read_text(encoding="utf-8")
    done = desk.write(LU, text.encode("gb18030"))
    assert done.tree == before.tree
    assert (LU, 0, "file-not-utf8") in [(path, 0, code) for path, _, code in done.told]
    assert desk.write(LU, text).told == before.told


# what is found


def test_a_message_moves_with_its_line(desk: Desk) -> None:
    link = "有[桥](case:qiao#怎么修)才有路。"
    told = desk.edit(LU, link, f"{link}\n\n没有[船](case:chuan)。").told
    ((path, line, code),) = told
    assert (path, code) == (LU, "link-broken")
    ((_, moved, _),) = desk.edit(LU, link, f"{link}\n\n又一段。\n\n再一段。").told
    assert moved == line + 4
    ((_, moved, _),) = desk.edit(LU, "tags: [道路]\n", "").told
    assert moved == line + 3
    assert desk.write(
        "content/cases/chuan.md", "---\nid: chuan\ntitle: 船\ndate: 2024-01-01\n---\n\n船。\n"
    ).built


def test_a_warning_comes_and_goes_with_an_edit(desk: Desk) -> None:
    assert desk.judge().told == []
    assert [
        code for *_, code in desk.edit(LU, "才有路。", "才有路。\n\n![](../cases/qiao/qiao.png)").told
    ] == ["alt-missing"]
    assert [code for *_, code in desk.judge().told] == ["alt-missing"]
    assert desk.edit(LU, "title: 修路", "title: 铺路").told == desk.judge().told != []
    assert desk.edit(LU, "\n\n![](../cases/qiao/qiao.png)", "").told == []


def test_a_warning_in_one_case_follows_from_another(desk: Desk) -> None:
    """Withdrawn, a case makes a warning where it is linked to, on pages and in issues too."""
    done = desk.edit(QIAO, "id: qiao\n", "id: qiao\nstatus: withdrawn\n")
    assert {(path, code) for path, _, code in done.told} >= {
        (LU, "link-withdrawn"),
        ("content/pages/about.md", "link-withdrawn"),
    }
    assert desk.edit(QIAO, "status: withdrawn\n", "").told == []
    done = desk.edit(QIAO, "id: qiao\n", "id: qiao\nstatus: draft\n")
    assert (LU, "link-unpublished") in {(path, code) for path, _, code in done.told}
    assert desk.edit(QIAO, "status: draft\n", "").built


def test_a_heading_that_another_case_links_to(desk: Desk) -> None:
    told = desk.edit(QIAO, "## 怎么修", "## 怎样修").told
    assert [(path, code) for path, _, code in told] == [(LU, "anchor-broken")]
    assert desk.edit(LU, "#怎么修", "#怎样修").built
    assert not desk.edit(QIAO, "## 怎样修\n\n", "").built
    assert desk.edit(QIAO, "先说事由。", "## 怎样修\n\n先说事由。").built


def test_what_a_case_spares_itself(desk: Desk) -> None:
    desk.edit(LU, "才有路。", "才有路。\n\n![](../cases/qiao/qiao.png)")
    assert desk.edit(LU, "id: lu\n", "id: lu\nchecks_off: [alt-missing]\n").told == []
    assert [code for *_, code in desk.edit(LU, "checks_off: [alt-missing]\n", "").told] == ["alt-missing"]
    settings = "content/site.yaml"
    assert not desk.edit(settings, "id: cases\n", "id: cases\nchecks: {alt-missing: error}\n").built
    assert desk.edit(settings, "{alt-missing: error}", "{alt-missing: off}").told == []


def test_a_site_with_problems_is_mended(desk: Desk) -> None:
    """An edit before, an edit while nothing can be built, an edit with the mending: none is lost."""
    desk.site.edit(CHA, "茶好。", "茶很好。")
    desk.site.edit(LU, "title: 修路", "titel: 修路")
    assert not desk.judge().built
    desk.site.edit(HE, "河清了。", "河水清了。")
    assert not desk.judge().built
    desk.site.edit(LU, "titel: 修路", "title: 铺路")
    done = desk.judge()
    for text in ("茶很好", "河水清了", "铺路"):
        assert done.holding(text)


def test_doubtful_readings_are_told_after_an_edit_too(desk: Desk) -> None:
    desk.site.edit(HE, "related: [cha]", "pinyin: all")
    desk.site.edit(HE, "他长得高。", "他长得高，行，重，长，得，还。")
    assert "polyphone-unsure" not in [code for *_, code in desk.judge().told]
    doubts = desk.judge(NOW, "--doubts").told
    assert "polyphone-unsure" in [code for *_, code in doubts]
    assert "polyphone-unsure" not in [code for *_, code in desk.judge().told]
    desk.site.edit(HE, "河清了。", "河清了。\n\n又一段。\n\n")
    moved = desk.judge(NOW, "--doubts").told
    assert [line for _, line, _ in moved] != [line for _, line, _ in doubts]


# pictures, attachments, files beside the site


def test_a_picture_is_added_changed_and_removed(desk: Desk) -> None:
    place = "content/cases/qiao/two.png"
    done = desk.write(place, picture(4))
    assert [code for *_, code in done.told] == ["not-published"]
    added = desk.edit(QIAO, "先说事由。", "先说事由。\n\n![两座](two.png)")
    files = {path for path in added.tree if path.startswith("files/")}
    assert len(files) == 3
    assert desk.write(place, picture(5)).tree != added.tree
    assert desk.write(place, picture(4)).tree == added.tree
    (desk.site.root / place).unlink()
    assert [code for *_, code in desk.judge().told] == ["picture-missing"]
    done = desk.edit(QIAO, "\n\n![两座](two.png)", "")
    assert {path for path in done.tree if path.startswith("files/")} < files


def test_a_picture_of_the_same_size_and_time(desk: Desk) -> None:
    place = desk.site.root / "content/cases/qiao/qiao.png"
    before, status = desk.judge().tree, place.stat()
    place.write_bytes(picture(10))  # other bytes, as many of them
    os.utime(place, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert place.stat().st_size == status.st_size
    assert desk.judge().tree != before


def test_an_attachment_is_changed_and_lost(desk: Desk) -> None:
    place = "content/cases/qiao/table.csv"
    done = desk.write(place, "年,户\n2024,32\n")
    assert done.holding("2024,32")
    (desk.site.root / place).unlink()
    assert [code for *_, code in desk.judge().told] == ["attachment-missing"]
    done = desk.edit(QIAO, "attachments: [table.csv]\n", "")
    assert done.holding("2024,32") == set()


def test_files_beside_the_site(desk: Desk) -> None:
    assert desk.write("content/static/CNAME", "other.example.org\n").tree["CNAME"] == b"other.example.org\n"
    assert "img/a.txt" in desk.write("content/static/img/a.txt", "a").tree
    (desk.site.root / "content/static/CNAME").unlink()
    assert "CNAME" not in desk.judge().tree
    assert not desk.write("content/static/index.html", "mine").built


# what depends on others


def test_neighbours_follow_a_case_that_is_dated_otherwise(desk: Desk) -> None:
    desk.edit(LU, "date: 2024-08-10", "date: 2024-12-24")
    desk.edit(LU, "date: 2024-12-24", "date: 2022-01-01")
    done = desk.edit(LU, "issue: 2024-08", "issue: 2023-05")
    assert "issues/2023-05.html" in done.holding("修路")


def test_a_pinned_relation_comes_and_goes(desk: Desk) -> None:
    assert "cases/he.html" in desk.judge().holding("cha.html")
    assert "cases/he.html" not in desk.edit(HE, "related: [cha]\n", "").holding("cha.html")
    desk.edit(HE, "topics: [党建联建]", "topics: [党建联建]\nrelated: [lu, cha]")
    desk.edit(HE, "[lu, cha]", "[cha, lu]")
    assert not desk.edit(HE, "[cha, lu]", "[cha, nobody]").built


def test_a_former_address_moves_from_one_case_to_another(desk: Desk) -> None:
    desk.edit(LU, "id: lu\n", "id: lu\naliases: [old/a.html]\n")
    assert "old/a.html" in desk.judge().tree
    desk.site.edit(CHA, "id: cha\n", "id: cha\naliases: [old/a.html]\n")
    assert not desk.judge().built
    done = desk.edit(LU, "aliases: [old/a.html]\n", "")
    assert b"cha.html" in done.tree["old/a.html"]
    assert "old/a.html" not in desk.edit(CHA, "aliases: [old/a.html]\n", "").tree


def test_a_new_id_moves_the_page(desk: Desk) -> None:
    desk.site.edit(QIAO, "id: qiao", "id: daqiao")
    for path in (LU, "content/pages/about.md"):
        desk.site.edit(path, "case:qiao", "case:daqiao")
    done = desk.judge()
    assert done.built
    assert "cases/qiao.html" not in done.tree
    assert {code for *_, code in done.told} == {"issue-lists-unknown", "letter-case-unknown"}
    desk.edit("content/letters/one.yaml", "case: qiao", "case: daqiao")
    assert desk.edit("content/issues/2024-08.md", "[lu, qiao]", "[lu, daqiao]").told == []


def test_letters_and_notes(desk: Desk) -> None:
    letter = "content/letters/one.yaml"
    assert desk.edit(letter, "写得好", "写得真好").holding("写得真好")
    assert desk.edit(letter, "status: shown", "status: waiting").holding("写得真好") == set()
    assert desk.edit("content/issues/2024-08.md", "title: 组织联建", "title: 村村联建").holding("村村联建")
    desk.edit("content/issues/2024-08.md", "cases: [lu, qiao]", "cases: [qiao, lu]")
    (desk.site.root / "content/issues/2024-08.md").unlink()
    assert desk.judge().holding("村村联建") == set()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/data/topics.yaml", "- {name: 党建联建, description: 说明一}\n- {name: 产业振兴}\n"),
        ("content/data/topics.yaml", "- {name: 联建, aliases: [党建联建]}\n- {name: 产业振兴}\n"),
        ("content/data/topics.yaml", "- {name: 党建联建, slug: lian-jian}\n- {name: 产业振兴}\n"),
        ("content/data/topics.yaml", "- {name: 党建联建}\n"),
        ("content/data/orgs.yaml", "- {name: 镇党委, aliases: [苑庄镇党委, 孝丰镇党委]}\n"),
        ("content/data/regions.yaml", "山东省:\n  parts: [汶上县]\n浙江省:\n  parts: [安吉县]\n"),
        ("content/data/indicators.yaml", "- {id: funds, label: 资金, unit: 元, aggregate: sum}\n"),
        ("content/data/readings.yaml", "重连: zhòng lián\n"),
        ("content/data/people.yaml", "- {name: 张三, reading: zhāng sàn}\n"),
        ("content/data/terms.yaml", "公示: 公布\n"),
        ("themes/default/strings/zh.yaml", "search: 找一找\n"),
        ("themes/default/static/more.css", "p { margin: 0; }\n"),
        ("themes/default/templates/404.html", '{% extends "base.html" %}{% block main %}x{% endblock %}\n'),
        ("themes/default/templates/404.html", "{{ nope }}\n"),
    ],
)
def test_a_file_that_all_depend_on_comes_and_goes(path: str, text: str, desk: Desk) -> None:
    before = desk.judge()
    place = desk.site.root / path
    was = place.read_bytes() if place.exists() else None
    desk.site.write(path, text)
    desk.edit(CHA, "茶好。", "茶很好。")
    desk.site.edit(CHA, "茶很好。", "茶好。")
    if was is None:
        place.unlink()
    else:
        place.write_bytes(was)
    done = desk.judge()
    assert (done.tree, done.told) == (before.tree, before.told)


@pytest.mark.parametrize(
    "setting",
    [
        *("title: 另一个库", "description: 说明", "page_size: 2", "pinyin: all", "pinyin_tones: spoken"),
        *("search: false", "url: https://x.example.org/y", "noindex: true", 'timezone: "-05:00"'),
        *("theme: {accent: '#1f4e9a'}", "footer: {organiser: 县委}", "publisher: 县委", "output: elsewhere"),
        *("fields: {households: {label: 户数, type: number}}", "menu: [{label: 关于, target: about.html}]"),
        *("submit: {mail: a@example.org}", "id: others", "language: en", "theme: plain"),
    ],
)
def test_a_setting_comes_and_goes(setting: str, desk: Desk) -> None:
    """Between the two a case is edited as well, and its edit taken back."""
    before = desk.judge()
    desk.site.write("themes/plain/static/plain.css", "p { margin: 0; }\n")
    path = desk.site.root / "content/site.yaml"
    was = path.read_text(encoding="utf-8")
    key = setting.partition(":")[0]
    kept = "".join(line for line in was.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    path.write_text(f"{kept}{setting}\n", encoding="utf-8")
    desk.site.edit(CHA, "茶好。", "茶很好。")
    if key in {"output", "id"}:  # another folder, and the folder of another site
        ran(desk.site.root, "build", "--now", NOW)
    else:
        assert desk.judge().built
    desk.site.edit(CHA, "茶很好。", "茶好。")
    path.write_text(was, encoding="utf-8")
    done = desk.judge()
    assert (done.tree, done.told) == (before.tree, before.told)


# moments


def test_moments_pass_and_come_back(desk: Desk) -> None:
    desk.site.edit(CHA, "id: cha\n", "id: cha\npublish_at: 2026-03-01 08:00\n")
    desk.site.edit(LU, "id: lu\n", "id: lu\nexpire_at: 2026-02-01 08:00\n")
    desk.site.edit(HE, "related: [cha]\n", "")
    desk.site.edit("content/issues/2024-08.md", "[联建](case:lu)", "联建")
    there = {}
    for now in (
        *("2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z", "2026-02-01T00:00:00Z", "2026-02-28T23:59:59Z"),
        *("2026-03-01T00:00:00Z", "2026-02-28T23:59:59Z", "2026-01-31T23:59:59Z", "2030-01-01T00:00:00Z"),
    ):
        tree = desk.judge(now).tree
        there[now] = ("cases/lu.html" in tree, "cases/cha.html" in tree)
    assert set(there.values()) == {(True, False), (False, False), (False, True)}
    assert there["2026-03-01T00:00:00Z"] == (False, True)


def test_a_moment_is_moved_by_an_edit(desk: Desk) -> None:
    desk.site.edit(HE, "related: [cha]\n", "")
    desk.edit(CHA, "id: cha\n", "id: cha\npublish_at: 2027-01-01 08:00\n")
    done = desk.judge()
    assert "cases/cha.html" not in done.tree
    assert done.report["waiting"]["next"].startswith("2027-01-01")
    done = desk.edit(CHA, "2027-01-01", "2028-01-01")
    assert done.report["waiting"]["next"].startswith("2028-01-01")
    assert "cases/cha.html" in desk.edit(CHA, "2028-01-01", "2025-01-01").tree


# the disk


def test_an_edit_that_leaves_no_sign_but_one(desk: Desk) -> None:
    """The same size and time of change as before: only the inode's own time tells."""
    path = desk.site.root / CHA
    status = path.stat()
    path.write_bytes(path.read_bytes().replace("茶好".encode(), "水好".encode()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "cases/cha.html" in desk.judge().holding("水好")
    beside = desk.site.root / "beside"
    beside.write_bytes(path.read_bytes().replace("水好".encode(), "桥好".encode()))
    os.utime(beside, ns=(status.st_atime_ns, status.st_mtime_ns))
    beside.replace(path)
    assert "cases/cha.html" in desk.judge().holding("桥好")


@pytest.mark.parametrize("seconds", [4_000_000_000, 1, 1_500_000_000])
def test_times_that_tell_nothing(seconds: int, desk: Desk) -> None:
    path = desk.site.root / CHA
    text = path.read_text(encoding="utf-8")
    for word in ("水好", "桥好", "路好"):
        path.write_text(text.replace("茶好", word), encoding="utf-8")
        os.utime(path, (seconds, seconds))
        assert "cases/cha.html" in desk.judge().holding(word)


def test_the_same_file_edited_many_times_within_a_moment(desk: Desk) -> None:
    path = desk.site.root / CHA
    text = path.read_text(encoding="utf-8")
    for number in range(20):
        path.write_text(text.replace("茶好", f"茶{number:02}"), encoding="utf-8")
        assert ran(desk.site.root, "build", "--now", NOW).code == 0
        assert f"茶{number:02}" in desk.site.page("cases/cha.html")


def test_every_file_written_anew_with_the_same_bytes(desk: Desk) -> None:
    before = desk.judge().tree
    shutil.copytree(desk.site.root / "content", desk.site.root / "copied", copy_function=shutil.copy)
    shutil.rmtree(desk.site.root / "content")
    (desk.site.root / "copied").rename(desk.site.root / "content")
    assert desk.judge().tree == before
    desk.site.edit(CHA, "茶好", "茶很好")
    assert "cases/cha.html" in desk.judge().holding("茶很好")


def test_a_case_that_is_a_link_to_a_file_elsewhere_in_the_project(desk: Desk) -> None:
    """What a link leads to may change without a sign on the link itself."""
    path = desk.site.root / CHA
    kept = desk.site.root / "kept/cha.md"
    kept.parent.mkdir()
    path.rename(kept)
    path.symlink_to("../../kept/cha.md")
    before = desk.judge().tree
    desk.site.edit("kept/cha.md", "茶好", "水好")
    assert "cases/cha.html" in desk.judge().holding("水好")
    desk.site.edit("kept/cha.md", "水好", "茶好")
    assert desk.judge().tree == before


# the output


def test_an_older_output_put_back(desk: Desk) -> None:
    out = desk.site.root / "public"
    shutil.copytree(out, desk.site.root / "older")
    desk.edit(CHA, "茶好", "茶很好")
    out.rename(desk.site.root / "newer")
    (desk.site.root / "older").rename(out)
    assert "cases/cha.html" in desk.judge().holding("茶很好")
    shutil.rmtree(out)
    (desk.site.root / "newer").rename(out)
    assert "cases/cha.html" in desk.judge().holding("茶很好")


@pytest.mark.parametrize("damage", ["unlink", "empty", "longer", "link", "folder"])
@pytest.mark.parametrize("path", ["cases/cha.html", "search/directory.js"])
def test_a_built_file_is_damaged_and_another_edited(path: str, damage: str, desk: Desk) -> None:
    place = desk.site.root / "public" / path
    data = place.read_bytes()
    place.unlink()
    match damage:
        case "empty":
            place.write_bytes(b"")
        case "longer":
            place.write_bytes(data + b"\n")
        case "link":
            (desk.site.root / "elsewhere").write_bytes(data)
            place.symlink_to(desk.site.root / "elsewhere")
        case "folder":
            place.mkdir()
    desk.site.edit(LU, "才有路", "就有路")
    if damage == "folder":
        assert ran(desk.site.root, "build", "--now", NOW).code == 1
        place.rmdir()
    assert "cases/lu.html" in desk.judge().holding("就有路")


# other commands in between


def test_check_and_preview_in_between(desk: Desk) -> None:
    """What they learn of an edit must not keep the next build from making it."""
    root, fresh = desk.site.root, desk.fresh
    desk.site.edit(CHA, "茶好", "茶很好")
    judge_check(root, fresh)
    judge_preview(root, fresh)
    assert "cases/cha.html" in desk.judge().holding("茶很好")
    desk.site.edit(HE, "id: he\n", "id: he\nstatus: draft\n")
    assert "cases/he.html" in {
        path.name and "cases/he.html" for path in [judge_preview(root, fresh).out / "cases/he.html"]
    }
    judge_check(root, fresh)
    assert "cases/he.html" not in desk.judge().tree
    desk.site.edit(HE, "河清了", "河水清了")
    judge_preview(root, fresh)
    done = desk.judge()
    assert done.holding("河水清了") == set()
