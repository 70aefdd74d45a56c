"""Edits of everything but cases by the random editor: settings, vocabularies, themes, pages, issues, time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.build.author_cases import ISSUES, ORGS, SENTENCES, TOPICS

if TYPE_CHECKING:
    from tests.build.author import Author

_REGIONS: Final = """\
山东省:
  parts:
    济宁市:
      aliases: [济宁{number}]
      parts: [汶上县, 金乡县]
    泰安市:
浙江省:
  parts: [杭州市]
"""
_MOMENTS: Final = (
    *("2025-01-01T00:00:00Z", "2025-08-01T00:00:00Z", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"),
    *("2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z", "2025-08-31T23:59:59Z", "2025-09-01T00:00:00Z"),
)
"""The last ones stand at a `publish_at` and an `expire_at`, and a second before."""
_FIELDS: Final = (
    "{households: {label: 户数, type: number}}",
    "{households: {label: 受益户数, type: number, facet: true}}",
    "{households: {label: 户数, type: text, facet: true}}",
)


def save_settings(author: Author) -> None:
    """Write the settings."""
    lines = (f"{key}: {value}\n" for key, value in author.state.settings.items())
    author.write("content/site.yaml", "".join(lines))


def write_vocabularies(author: Author) -> None:
    """Write the vocabularies that the first state has."""
    author.write("content/data/topics.yaml", "".join(f"- {{name: {topic}}}\n" for topic in TOPICS))


def mend(author: Author) -> None:
    """Take away what may keep the site from being built."""
    write_vocabularies(author)
    (author.root / "content/data/orgs.yaml").unlink(missing_ok=True)
    (author.root / "content/data/regions.yaml").unlink(missing_ok=True)


def change_setting(author: Author) -> None:
    """Change a setting."""
    dice = author.dice
    key, value = dice.choice(
        [
            ("title", f"案例库{dice.randint(1, 9)}"),
            ("description", f"说明{dice.randint(1, 9)}"),
            ("page_size", str(dice.choice((2, 3, 50)))),
            ("pinyin", dice.choice(("off", "names", "all"))),
            ("pinyin_first", dice.choice(("true", "false"))),
            ("pinyin_hard", dice.choice(("一级", "二级", "[二级, 桥]"))),
            ("pinyin_by", dice.choice(("character", "word"))),
            ("pinyin_tones", dice.choice(("citation", "spoken"))),
            ("search", dice.choice(("true", "false"))),
            ("url", "https://other.example.org/c"),
            ("noindex", dice.choice(("true", "false"))),
            ("timezone", dice.choice(('"+08:00"', '"+00:00"', '"-05:00"'))),
            ("theme", f"{{accent: '#{dice.choice(('9a2b1f', '1f4e9a'))}'}}"),
            ("theme", "plain"),
            ("menu", "[{label: 关于, target: about.html}]"),
            ("footer", f"{{organiser: 县委组织部{dice.randint(1, 3)}}}"),
            ("publisher", f"县委组织部{dice.randint(1, 3)}"),
            ("submit", "{mail: a@example.org}"),
            ("checks", dice.choice(("{not-published: off}", "{alt-missing: error}", "{issue-unknown: off}"))),
            ("fields", dice.choice(_FIELDS)),
        ]
    )
    if value == "plain":
        author.write("themes/plain/static/plain.css", f"p {{ margin: {dice.randint(0, 3)}em; }}\n")
    if key in author.state.settings and key != "title" and dice.random() < 1 / 2:
        del author.state.settings[key]
    else:
        author.state.settings[key] = value
    save_settings(author)


def change_vocabulary(author: Author) -> None:
    """Change a vocabulary: descriptions, aliases, readings, units; now and then one comes or goes."""
    dice = author.dice
    number = dice.randint(1, 3)
    kept = [topic for topic in TOPICS if dice.random() > 1 / 12]
    name, text = dice.choice(
        [
            ("topics", "".join(f"- {{name: {topic}, description: 说明{number}}}\n" for topic in kept)),
            (
                "topics",
                "".join(f"- {{name: {topic}, slug: t-{number}-{at}}}\n" for at, topic in enumerate(TOPICS)),
            ),
            (
                "topics",
                f"- {{name: 联建, aliases: [{TOPICS[0]}]}}\n"
                + "".join(f"- {{name: {t}}}\n" for t in TOPICS[1:]),
            ),
            (
                "orgs",
                f"- {{name: 苑庄镇党委, aliases: [中共苑庄镇委员会, 镇{number}]}}\n- {{name: {ORGS[1]}}}\n",
            ),
            ("orgs", "".join(f"- {{name: {org}}}\n" for org in ORGS)),
            ("regions", _REGIONS.replace("{number}", str(number))),
            ("indicators", f"- {{id: funds, label: 整合资金{number}, unit: 万元, aggregate: sum}}\n"),
            ("indicators", "- {id: funds, label: 资金, unit: 元, aggregate: none}\n"),
            ("readings", f"长寿: {dice.choice(('cháng shòu', 'zhǎng shòu'))}\n"),
            ("people", f"- {{name: 单文清, reading: {dice.choice(('shàn wén qīng', 'dān wén qīng'))}}}\n"),
            ("terms", "工事: 公事\n"),
        ]
    )
    path = author.root / f"content/data/{name}.yaml"
    if path.exists() and name != "topics" and dice.random() < 1 / 3:
        path.unlink()
    else:
        author.write(f"content/data/{name}.yaml", text)


def change_template(author: Author) -> None:
    """Override a template, or stop doing so."""
    name = author.dice.choice(("404.html", "parts/footer.html"))
    path = f"themes/default/templates/{name}"
    if (author.root / path).exists():
        (author.root / path).unlink()
    elif name == "404.html":
        text = f"<p>没有这一页 {author.dice.randint(1, 9)}</p>"
        author.write(path, '{% extends "base.html" %}{% block main %}' + text + "{% endblock %}\n")
    else:
        author.write(path, f"<footer>页脚 {author.dice.randint(1, 9)}</footer>\n")


def change_style(author: Author) -> None:
    """Add a style sheet to the theme, or to one that is used only now and then."""
    name = author.dice.choice(("default", "default", "plain"))
    author.write(f"themes/{name}/static/more.css", f"p {{ margin: {author.dice.randint(0, 3)}em; }}\n")


def change_sentence(author: Author) -> None:
    """Change a sentence of the theme."""
    author.write("themes/default/strings/zh.yaml", f"search: 检索{author.dice.randint(1, 9)}\n")


def change_page(author: Author) -> None:
    """Change, add or delete a page."""
    path = author.dice.choice(("about", "call", "manual/index", "manual/a"))
    there = author.root / f"content/pages/{path}.md"
    if path != "about" and there.exists() and author.dice.random() < 1 / 2:
        there.unlink()
    else:
        head = f"---\ntitle: 页面{author.dice.randint(1, 3)}\norder: {author.dice.randint(1, 9)}\n---\n\n"
        author.write(f"content/pages/{path}.md", f"{head}{author.dice.choice(SENTENCES)}\n")


def change_issue(author: Author) -> None:
    """Change an issue's title, note and order, or delete it."""
    path = f"content/issues/{author.dice.choice(ISSUES)}.md"
    if (author.root / path).exists() and author.dice.random() < 1 / 4:
        (author.root / path).unlink()
        return
    order = sorted(author.state.cases)
    author.dice.shuffle(order)
    listed = ", ".join(author.state.cases[case].fields["id"] for case in order[:3])
    fields = f"title: 第{author.dice.randint(1, 9)}期\ncases: [{listed}]"
    if author.dice.random() < 1 / 2:
        fields += f"\ndate: 2024-0{author.dice.randint(1, 9)}-30"
    author.write(path, f"---\n{fields}\n---\n\n{author.dice.choice(SENTENCES)}\n")


def change_letter(author: Author) -> None:
    """Let a reader write about a case, or take the letter back."""
    name = author.dice.choice(("one", "two"))
    path = author.root / f"content/letters/{name}.yaml"
    if path.exists() and author.dice.random() < 1 / 4:
        path.unlink()
        return
    case = author.state.cases[author.any_case()].fields["id"]
    status = author.dice.choice(("shown", "shown", "waiting"))
    head = f"case: {case}\ndate: 2024-10-0{author.dice.randint(1, 9)}\nname: 读者\n"
    author.write(
        f"content/letters/{name}.yaml", f"{head}text: 写得好{author.dice.randint(1, 9)}。\nstatus: {status}\n"
    )


def change_static(author: Author) -> None:
    """Put a file beside the site, or take it away."""
    name = author.dice.choice(("CNAME", "img/logo.svg"))
    path = author.root / "content/static" / name
    if path.exists() and author.dice.random() < 1 / 2:
        path.unlink()
    else:
        author.write(f"content/static/{name}", f"cases{author.dice.randint(1, 9)}.example.org\n")


def change_now(author: Author) -> None:
    """Let time pass, or turn it back."""
    author.now = author.dice.choice(_MOMENTS)


EDITS: Final = (
    *(change_setting, change_setting, change_setting, change_vocabulary, change_vocabulary, change_template),
    *(change_style, change_sentence, change_page, change_issue, change_letter, change_static),
    *(change_now, change_now),
)
