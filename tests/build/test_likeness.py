"""A reader is led to what speaks of the same thing, and is told of what."""

import re
import shutil
from collections.abc import Callable

from tests.conftest import Showcase

SITE = """\
-- content/site.yaml --
title: 案例
url: https://example.org/
-- content/cases/qiao.md --
---
title: 断桥重连
date: 2024-08-20
topics: [党建联建]
---

三个村一起修断桥。
-- content/cases/lvyou.md --
---
title: 断桥边的小店
date: 2024-08-10
topics: [乡村旅游]
---

游客看断桥，也在店里喝茶。
-- content/cases/lu.md --
---
title: 振兴路上
date: 2024-08-01
topics: [产业振兴]
---

我们深入学习贯彻习近平新时代中国特色社会主义思想，让群众满意。
"""


def related(page: str) -> list[str]:
    found = re.search(r'<ul class="?related"?>(.*?)</ul>', page, re.DOTALL)
    items = found[1].split("<li>")[1:] if found else []
    return [" ".join(re.sub(r"<rt>.*?</rt>|<[^>]+>", "", item).split()) for item in items]


def test_two_cases_about_one_thing_lead_to_each_other(site: Callable[[str], Showcase]) -> None:
    showcase = site(SITE)
    showcase.build()
    assert related(showcase.page("cases/qiao.html")) == ["断桥边的小店 内容相近：断桥"]
    assert related(showcase.page("cases/lvyou.html")) == ["断桥重连 内容相近：断桥"]
    assert related(showcase.page("cases/lu.html")) == []


def test_an_edit_is_seen_on_the_other_page_and_equals_a_clean_build(
    site: Callable[[str], Showcase],
) -> None:
    showcase = site(SITE)
    showcase.build()
    showcase.edit("content/cases/lu.md", "title: 振兴路上", "title: 断桥通车")
    showcase.build()
    edited = showcase.tree()
    assert len(related(showcase.page("cases/qiao.html"))) == 2
    shutil.rmtree(showcase.root / ".casesite")
    shutil.rmtree(showcase.root / "public")
    showcase.build()
    assert showcase.tree() == edited
