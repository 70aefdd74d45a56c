"""What strangers write stays text: nothing of it runs, on any page, in any file that a browser reads."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

from tests.conftest import Showcase

EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>"
SITE = f"""-- content/site.yaml --
title: '库{EVIL}'
description: '说{EVIL}'
publisher: '社{EVIL}'
url: https://cases.example.org
id: hostile
footer: {{organiser: '办{EVIL}', icp: '备{EVIL}', site_code: '码{EVIL}'}}
submit: {{mail: a@example.org, subject: '题{EVIL}'}}
-- content/cases/a.md --
---
id: a
title: '题{EVIL}'
title_en: '{EVIL}'
date: 2024-08-20
issue: '2024-08'
org: '单位{EVIL}'
region: '某省/某县{EVIL}'
topics: ['主题{EVIL}']
tags: ['标签{EVIL}']
summary: '摘要{EVIL}'
figures:
  - {{id: f, label: '标{EVIL}', value: 3, unit: '元{EVIL}', note: '注{EVIL}', from: '句{EVIL}'}}
authors: ['人{EVIL}']
source: {{name: '源{EVIL}', url: https://example.org/x}}
corrections: [{{date: 2024-08-21, text: '更{EVIL}'}}]
---
## 节{EVIL}

正文{EVIL} </script><svg onload=alert(3)> {{{{ 31337*31337 }}}} {{% raw %}} &lt;b&gt;

| 头{EVIL} |
| :-- |
| 格{EVIL} |

`码{EVIL}`

::: 经验
盒{EVIL}
:::
-- content/issues/2024-08.md --
---
number: '8{EVIL}'
title: '期{EVIL}'
date: 2024-08-30
---
按{EVIL}
-- content/letters/a.yaml --
- case: a
  date: 2024-09-01
  name: '读者{EVIL}'
  text: '信{EVIL}'
  reply: '复{EVIL}'
  status: shown
-- content/pages/about.md --
---
title: '关于{EVIL}'
---
页{EVIL}
"""


class Live(HTMLParser):
    """Collects what would run or load."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        names = {name for name, _ in attrs}
        values = " ".join(value or "" for _, value in attrs)
        if tag == "script":
            self.scripts += 1
            if "src" not in names:
                self.found.append("script without a file")
        if tag in {"svg", "iframe", "object", "embed", "base", "style"}:
            self.found.append(tag)
        if any(name.startswith("on") for name in names) or "style" in names:
            self.found.append(f"{tag} {sorted(names)}")
        if tag == "img" and ("src", "x") in attrs:
            self.found.append("img src=x")
        if re.match(r"\s*(?:javascript|data|vbscript):", values):
            self.found.append(values)


def test_markup_in_any_field_is_shown_and_never_runs(site: Callable[[str], Showcase]) -> None:
    showcase = site(SITE)
    report = showcase.build()
    assert report["code"] == 0, report["problems"]
    pages = [path for path in showcase.tree() if path.endswith(".html")]
    assert {"index.html", "cases/a.html", "search.html", "about.html"} <= set(pages)
    for path in pages:
        live = Live()
        live.feed(showcase.page(path))
        assert live.found == [], path
        if path.startswith(("cases/", "issues/")):
            assert live.scripts >= 1, path
    page = showcase.page("cases/a.html")
    assert page.count("alert(2)") > 10, "each field is shown as it was written"
    assert "{{ 31337*31337 }}" in page
    assert str(31337 * 31337) not in page, "content never goes through the template engine"


def test_data_for_scripts_holds_no_markup(site: Callable[[str], Showcase]) -> None:
    showcase = site(SITE)
    assert showcase.build()["code"] == 0
    for path, data in showcase.tree().items():
        if path.startswith("search/d"):
            assert b"<" not in data, path
        if path.endswith((".xml", ".json")):
            assert b"<script" not in data or path.endswith(".json"), path


def test_a_draft_that_claims_a_published_id_gives_nothing_to_the_site(
    site: Callable[[str], Showcase],
) -> None:
    """Body, search and feeds are those of the published file, whichever file is read first."""
    case = "---\nid: x\ntitle: {0}\ndate: 2024-08-20\nstatus: {1}\n---\n{0}的正文。\n"
    showcase = site("")
    for first, second in (("published", "draft"), ("draft", "published")):
        for name, status in (("a", first), ("b", second)):
            title = "公开" if status == "published" else "机密"
            showcase.write(f"content/cases/{name}.md", case.format(title, status))
        report = showcase.build()
        assert report["code"] == 0, report["problems"]
        assert "公开的正文" in showcase.page("cases/x.html")
        leaks = [path for path, data in showcase.tree().items() if "机密".encode() in data]
        assert leaks == []
    showcase.write("content/inbox/c.md", case.format("机密", "inbox"))
    assert ("content/inbox/c.md", 2, 1, "id-duplicate") in [
        (path, line, 1, code) for path, line, _, code in showcase.problems()
    ]


def test_addresses_that_run_are_refused(site: Callable[[str], Showcase]) -> None:
    showcase = site(
        "-- content/cases/a.md --\n---\ntitle: 断桥\ndate: 2024-08-20\n"
        "source: {name: 源, url: 'javascript:alert(1)'}\n---\n[点我](javascript:alert(2)) <a href='x'>x</a>\n"
    )
    report = showcase.build()
    assert report["code"] == 1
    places = {(one["line"], one["severity"]) for one in report["problems"] if one["severity"] == "error"}
    assert {line for line, _ in places} == {4, 6}
    assert not (showcase.root / "public").exists()
