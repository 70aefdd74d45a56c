"""An editor who changes a project at random: every kind of edit, slips and mends included."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

TOPICS: Final = ("党建联建", "产业振兴", "基层治理", "人才回乡")
REGIONS: Final = ("山东省/济宁市", "山东省/济宁市/汶上县", "山东省/泰安市", "浙江省/杭州市")
ISSUES: Final = ("2024-07", "2024-08", "2024-09")
SENTENCES: Final = (
    "两个村修了一座桥。",
    "重庆长寿区的茶好。",
    "会开了三次，账公布了两回。",
    "**事先商量，事后公开。**这样才没有人闹。",
    "{单县|shàn xiàn}来的人也这样说。",
    "| 年份 | 户数 |\n| :-- | --: |\n| 2023 | 12 |\n| 2024 | 31 |",
    "::: 经验\n先把账算清。\n:::",
    "## 做法\n\n一家一家地谈。",
    "数字见脚注[^1]。\n\n[^1]: 据村里的台账。",
)


class Author:
    """Edits the project at `root`; the same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)  # noqa: S311 – edits to make, no secret
        self.made = 0
        self.settings = {"title": "案例库", "url": "https://cases.example.org", "id": "cases"}
        self.cases: dict[str, dict[str, str]] = {}
        self.bodies: dict[str, list[str]] = {}
        self.places: dict[str, str] = {}
        self.now = "2026-01-01T00:00:00Z"

    def begin(self) -> None:
        """Write the first state."""
        self.save_settings()
        self.write("content/data/topics.yaml", "".join(f"- {{name: {topic}}}\n" for topic in TOPICS))
        self.write(
            "content/issues/2024-08.md", "---\ntitle: 组织联建\ndate: 2024-08-31\n---\n\n本期说联建。\n"
        )
        self.write("content/pages/about.md", "---\ntitle: 关于\nmenu: true\n---\n\n这里收集案例。\n")
        for _ in range(6):
            self.add_case()

    def edit(self) -> str:
        """Make one edit, and say which."""
        edit = self.dice.choice(self.of_cases() * 3 + self.of_the_rest())
        if (self.root / "content/cases/slip.md").exists() and self.dice.random() < 1 / 2:
            edit = self.make_slip  # a slip is mended soon, as nothing can be built with it
        edit()
        return edit.__name__

    def of_cases(self) -> list[Callable[[], None]]:
        """Return the edits of cases."""
        return [
            *(self.add_case, self.delete_case, self.add_sentence, self.drop_sentence, self.set_field),
            *(
                self.set_field,
                self.set_field,
                self.move_file,
                self.change_id,
                self.link_cases,
                self.swap_quietly,
            ),
        ]

    def of_the_rest(self) -> list[Callable[[], None]]:
        """Return all other edits."""
        return [
            *(self.change_setting, self.change_setting, self.change_topics, self.change_readings),
            *(
                self.change_template,
                self.change_style,
                self.change_words,
                self.change_page,
                self.change_issue,
            ),
            *(self.change_letter, self.change_static, self.change_now, self.make_slip),
            *(self.delete_output, self.change_output, self.forget, self.damage_ledger, self.touch_all),
        ]

    # what it writes

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode())

    def save_settings(self) -> None:
        """Write the settings."""
        self.write("content/site.yaml", "".join(f"{key}: {value}\n" for key, value in self.settings.items()))

    def save(self, case: str) -> None:
        """Write a case."""
        lines = "".join(f"{key}: {value}\n" for key, value in self.cases[case].items())
        self.write(self.places[case], f"---\n{lines}---\n\n" + "\n\n".join(self.bodies[case]) + "\n")

    def any_case(self) -> str:
        """Return a case there is."""
        if not self.cases:
            self.add_case()
        return self.dice.choice(sorted(self.cases))

    # cases

    def add_case(self) -> None:
        """Add a case, some of them older than all others."""
        self.made += 1
        case = f"c{self.made:02}"
        self.cases[case] = {"id": case, "title": f"第{self.made}个案例", "date": self.any_date()}
        self.bodies[case] = self.dice.choices(SENTENCES, k=2)
        self.places[case] = f"content/cases/{case}.md"
        for _ in range(4):
            self.set_field(case)
        self.save(case)

    def any_date(self) -> str:
        """Return a date."""
        return f"20{self.dice.randint(22, 24)}-{self.dice.randint(1, 12):02}-{self.dice.randint(1, 28):02}"

    def delete_case(self) -> None:
        """Delete a case, whether others link to it or not."""
        case = self.any_case()
        (self.root / self.places[case]).unlink()
        del self.cases[case], self.bodies[case], self.places[case]

    def add_sentence(self) -> None:
        """Write on."""
        case = self.any_case()
        self.bodies[case].insert(self.dice.randint(0, len(self.bodies[case])), self.dice.choice(SENTENCES))
        self.save(case)

    def drop_sentence(self) -> None:
        """Shorten a case, as far as to nothing."""
        case = self.any_case()
        if self.bodies[case]:
            self.bodies[case].pop(self.dice.randrange(len(self.bodies[case])))
        self.save(case)

    def set_field(self, case: str = "") -> None:
        """Give a field another value, or take it away."""
        case = case or self.any_case()
        dice = self.dice
        key, value = dice.choice(
            [
                ("title", f"题目{dice.randint(1, 9)}"),
                ("date", self.any_date()),
                ("issue", dice.choice(ISSUES)),
                ("region", dice.choice(REGIONS)),
                ("org", dice.choice(("苑庄镇党委", "望山区委组织部"))),
                ("topics", f"[{', '.join(dice.sample(TOPICS, 2))}]"),
                ("tags", f"[{dice.choice(('时间', '实践', '修路', '茶叶'))}]"),
                ("summary", f"一句话：{dice.randint(1, 9)}。"),
                ("figures", f"[{{id: funds, label: 资金, value: {dice.randint(1, 99)}, unit: 万元}}]"),
                ("status", dice.choice(("draft", "review", "withdrawn", "published", "published"))),
                ("publish_at", dice.choice(("2025-06-01 08:00", "2026-06-01 08:00"))),
                ("expire_at", dice.choice(("2025-09-01 08:00", "2026-09-01 08:00"))),
                ("aliases", f"[old/{dice.randint(1, 40)}.html]"),
                ("corrections", f"[{{date: 2025-01-0{dice.randint(1, 9)}, text: 改了一个字}}]"),
                ("pinyin", dice.choice(("off", "names", "hard", "all"))),
                ("pinyin_first", dice.choice(("true", "false"))),
                ("pinyin_by", dice.choice(("character", "word"))),
                ("readings", "{长寿: cháng shòu}"),
                ("featured", dice.choice(("true", "false"))),
                ("search", dice.choice(("true", "false"))),
                ("private", f"{{phone: {dice.randint(10**10, 10**11)}}}"),
            ]
        )
        if key in self.cases[case] and key not in {"title", "date"} and dice.random() < 1 / 3:
            del self.cases[case][key]
        else:
            self.cases[case][key] = value
        self.save(case)

    def move_file(self) -> None:
        """Rename a case's file, or give it a folder: its address stays."""
        case = self.any_case()
        (self.root / self.places[case]).unlink()
        self.made += 1
        shape = self.dice.choice(
            ("content/cases/{}.md", "content/cases/{}/index.md", "content/cases/2024/{}.md")
        )
        self.places[case] = shape.format(f"f{self.made:02}")
        self.save(case)

    def change_id(self) -> None:
        """Give a case another address."""
        case = self.any_case()
        self.made += 1
        self.cases[case]["id"] = f"x{self.made:02}"
        self.save(case)

    def link_cases(self) -> None:
        """Let one case name another, in its text and as related."""
        one, other = self.any_case(), self.any_case()
        self.bodies[one].append(f"也见[这一篇](case:{self.cases[other]['id']})。")
        if other != one:
            self.cases[one]["related"] = f"[{self.cases[other]['id']}]"
        self.save(one)

    def swap_quietly(self) -> None:
        """Change a file to one of the same length and time, as some tools of synchronisation do."""
        case = self.any_case()
        path = self.root / self.places[case]
        before = path.stat()
        path.write_bytes(path.read_bytes().replace("桥".encode(), "路".encode()).replace(b"31", b"13"))
        self.bodies[case] = [one.replace("桥", "路").replace("31", "13") for one in self.bodies[case]]
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    # everything else

    def change_setting(self) -> None:
        """Change a setting."""
        dice = self.dice
        key, value = dice.choice(
            [
                ("title", f"案例库{dice.randint(1, 9)}"),
                ("page_size", str(dice.choice((2, 3, 50)))),
                ("pinyin", dice.choice(("off", "names", "all"))),
                ("pinyin_first", dice.choice(("true", "false"))),
                ("pinyin_hard", dice.choice(("一级", "二级", "[二级, 桥]"))),
                ("pinyin_tones", dice.choice(("citation", "spoken"))),
                ("search", dice.choice(("true", "false"))),
                ("url", "https://other.example.org/c"),
                ("noindex", dice.choice(("true", "false"))),
                ("timezone", dice.choice(('"+08:00"', '"+00:00"'))),
                ("theme", f"{{accent: '#{dice.choice(('9a2b1f', '1f4e9a'))}'}}"),
                ("menu", "[{label: 关于, target: about.html}]"),
                ("footer", "{organiser: 县委组织部}"),
                ("publisher", "县委组织部"),
                ("checks", "{not-published: off}"),
            ]
        )
        if key in self.settings and key != "title" and dice.random() < 1 / 2:
            del self.settings[key]
        else:
            self.settings[key] = value
        self.save_settings()

    def change_topics(self) -> None:
        """Change the vocabulary: descriptions, aliases, now and then a term goes."""
        kept = [topic for topic in TOPICS if self.dice.random() > 1 / 12]
        self.write(
            "content/data/topics.yaml",
            "".join(f"- {{name: {topic}, description: 说明{self.dice.randint(1, 3)}}}\n" for topic in kept),
        )

    def change_readings(self) -> None:
        """Change how a word is read."""
        reading = self.dice.choice(("cháng shòu", "zhǎng shòu"))
        self.write("content/data/readings.yaml", f"长寿: {reading}\n")

    def change_template(self) -> None:
        """Override a template, or stop doing so."""
        path = "themes/default/templates/404.html"
        if (self.root / path).exists():
            (self.root / path).unlink()
        else:
            text = f"<p>没有这一页 {self.dice.randint(1, 9)}</p>"
            self.write(path, '{% extends "base.html" %}{% block main %}' + text + "{% endblock %}\n")

    def change_style(self) -> None:
        """Add a style sheet to the theme."""
        self.write("themes/default/static/more.css", f"p {{ margin: {self.dice.randint(0, 3)}em; }}\n")

    def change_words(self) -> None:
        """Change a sentence of the theme."""
        self.write("themes/default/strings/zh.yaml", f"search: 检索{self.dice.randint(1, 9)}\n")

    def change_page(self) -> None:
        """Change, add or delete a page."""
        path = self.dice.choice(("about", "call", "manual/index", "manual/a"))
        if (
            path != "about"
            and (self.root / f"content/pages/{path}.md").exists()
            and self.dice.random() < 1 / 2
        ):
            (self.root / f"content/pages/{path}.md").unlink()
        else:
            text = (
                f"---\ntitle: 页面\norder: {self.dice.randint(1, 9)}\n---\n\n{self.dice.choice(SENTENCES)}\n"
            )
            self.write(f"content/pages/{path}.md", text)

    def change_issue(self) -> None:
        """Change an issue's note and order."""
        order = sorted(self.cases)
        self.dice.shuffle(order)
        listed = ", ".join(self.cases[case]["id"] for case in order[:3])
        path = f"content/issues/{self.dice.choice(ISSUES)}.md"
        fields = f"title: 第{self.dice.randint(1, 9)}期\ncases: [{listed}]"
        self.write(path, f"---\n{fields}\n---\n\n{self.dice.choice(SENTENCES)}\n")

    def change_letter(self) -> None:
        """Let a reader write about a case."""
        case = self.cases[self.any_case()]["id"]
        status = self.dice.choice(("shown", "waiting"))
        letter = f"case: {case}\ndate: 2024-10-01\nname: 读者\ntext: 写得好。\nstatus: {status}\n"
        self.write("content/letters/one.yaml", letter)

    def change_static(self) -> None:
        """Put a file beside the site, or take it away."""
        path = self.root / "content/static/CNAME"
        if path.exists():
            path.unlink()
        else:
            self.write("content/static/CNAME", f"cases{self.dice.randint(1, 9)}.example.org\n")

    def change_now(self) -> None:
        """Let time pass, or turn it back."""
        self.now = self.dice.choice(
            ("2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")
        )

    def make_slip(self) -> None:
        """Make or mend a slip that keeps the site from being built."""
        path = self.root / "content/cases/slip.md"
        if path.exists():
            path.unlink()
        else:
            self.write("content/cases/slip.md", "---\ntitel: 断桥\n---\n\n正文。\n")

    def outputs(self) -> list[Path]:
        """Return the files of the built site."""
        return sorted(path for path in (self.root / "public").rglob("*") if path.is_file())

    def delete_output(self) -> None:
        """Delete a built file, or all of them."""
        if self.dice.random() < 1 / 3:
            shutil.rmtree(self.root / "public", ignore_errors=True)
        elif files := self.outputs():
            self.dice.choice(files).unlink()

    def change_output(self) -> None:
        """Change a built file by hand."""
        if files := [path for path in self.outputs() if not path.name.startswith(".")]:
            path = self.dice.choice(files)
            path.write_bytes(path.read_bytes() + b"<!-- by hand -->")

    def forget(self) -> None:
        """Lose all that is remembered."""
        shutil.rmtree(self.root / ".casesite", ignore_errors=True)

    def damage_ledger(self) -> None:
        """Damage a file of what is remembered."""
        files = sorted(path for path in (self.root / ".casesite").glob("*") if path.is_file())
        if files:
            path = self.dice.choice(files)
            data = path.read_bytes()
            path.write_bytes(data[: len(data) // 2] + b"?" + data[len(data) // 2 + 1 :])

    def touch_all(self) -> None:
        """Give every file of the content the present time, as a fresh checkout does."""
        for path in sorted((self.root / "content").rglob("*")):
            os.utime(path)
