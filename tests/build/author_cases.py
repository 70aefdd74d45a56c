"""Edits of cases by the random editor."""

from __future__ import annotations

import os
import zlib
from typing import TYPE_CHECKING, Final

from tests.build.author_state import CaseFile

if TYPE_CHECKING:
    from tests.build.author import Author

TOPICS: Final = ("党建联建", "产业振兴", "基层治理", "人才回乡")
REGIONS: Final = ("山东省/济宁市", "山东省/济宁市/汶上县", "山东省/泰安市", "浙江省/杭州市")
ISSUES: Final = ("2024-07", "2024-08", "2024-09")
ORGS: Final = ("苑庄镇党委", "望山区委组织部", "中共苑庄镇委员会")
SENTENCES: Final = (
    "两个村修了一座桥。",
    "重庆长寿区的茶好。",
    "会开了三次，账公布了两回。",
    "**事先商量，事后公开。**这样才没有人闹。",
    "{单县|shàn xiàn}来的人也这样说。",
    "| 年份 | 户数 |\n| :-- | --: |\n| 2023 | 12 |\n| 2024 | 31 |",
    "::: 经验\n先把账算清。\n:::",
    "## 做法\n\n一家一家地谈。",
    "## 公式\n\n先公示，后公事。",
    "::: 图表 funds\n:::",
    "见[关于](page:about)。",
    "外面的[报道](https://example.com/a)。",
    "联系 <zhang@example.org>。",
    "她是{仇月华|qiú yuè huá}，他姓单，单文清。",
    "全角ＡＢＣ，和　空格。",
)
WORDS: Final = (
    *("公式", "公示", "公事", "工事", "攻势", "权利", "权力", "全力", "联建", "连建", "廉建", "支部", "治不"),
    *(
        "村民",
        "议事",
        "集体",
        "经济",
        "收入",
        "桥梁",
        "道路",
        "茶叶",
        "合作社",
        "党员",
        "书记",
        "账目",
        "公开",
    ),
    *(
        "网格",
        "老人",
        "食堂",
        "学校",
        "河道",
        "清淤",
        "旅游",
        "民宿",
        "电商",
        "直播",
        "果园",
        "大棚",
        "土地",
        "流转",
    ),
)
_ALSO: Final = "也见["
_NOTE: Final = ("数字见脚注[^1]。", "[^1]: 据村里的台账。")
_FEWEST: Final = 3


def save(author: Author, case: str) -> None:
    """Write a case's file."""
    file = author.state.cases[case]
    author.write(file.place, file.text())


def any_date(author: Author) -> str:
    """Return a date."""
    dice = author.dice
    return f"20{dice.randint(22, 24)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"


def add_case(author: Author) -> None:
    """Add a case, some of them older than all others."""
    number = author.state.number()
    case = f"c{number:02}"
    fields = {"id": case, "title": f"第{number}个案例", "date": any_date(author)}
    author.state.cases[case] = CaseFile(f"content/cases/{case}.md", fields, author.dice.sample(SENTENCES, 2))
    for _ in range(5):
        set_field(author, case)
    if author.dice.random() < 1 / 2:
        change_words(author, case)
    save(author, case)


def delete_case(author: Author) -> None:
    """Delete a case, whether others link to it or not."""
    if len(author.state.cases) > _FEWEST:
        file = author.state.cases.pop(author.any_case())
        (author.root / file.place).unlink()


def add_sentence(author: Author) -> None:
    """Write on."""
    case = author.any_case()
    body = author.state.cases[case].body
    body.insert(author.dice.randint(0, len(body)), author.dice.choice(SENTENCES))
    save(author, case)


def drop_sentence(author: Author) -> None:
    """Shorten a case, as far as to nothing."""
    case = author.any_case()
    body = author.state.cases[case].body
    if body:
        body.pop(author.dice.randrange(len(body)))
    save(author, case)


def change_words(author: Author, case: str = "") -> None:
    """Write a long paragraph of words, many of them sounding alike: search parts come and go."""
    case = case or author.any_case()
    words = author.dice.choices(WORDS, k=author.dice.choice((20, 120, 240, 330)))
    paragraph = "".join(f"{word}{'，' if place % 5 else '。'}" for place, word in enumerate(words, 1))
    body = author.state.cases[case].body
    long = [place for place, text in enumerate(body) if "。" in text and len(text) > 50]
    if long:
        body[author.dice.choice(long)] = paragraph
    else:
        body.append(paragraph)
    save(author, case)


def copy_text(author: Author) -> None:
    """Give two cases one text."""
    one, other = author.any_case(), author.any_case()
    author.state.cases[one].body = list(author.state.cases[other].body)
    save(author, one)


def set_field(author: Author, case: str = "") -> None:
    """Give a field another value, or take it away."""
    case = case or author.any_case()
    dice = author.dice
    key, value = dice.choice(
        [
            ("title", f"题目{dice.randint(1, 9)}"),
            ("title", f"{dice.choice(WORDS)}与{dice.choice(WORDS)}"),
            ("date", any_date(author)),
            ("issue", dice.choice(ISSUES)),
            ("region", dice.choice(REGIONS)),
            ("org", dice.choice(ORGS)),
            ("topics", f"[{', '.join(dice.sample(TOPICS, 2))}]"),
            ("topics", f"[{dice.choice(TOPICS)}]"),
            ("tags", f"[{dice.choice(('时间', '实践', '修路', '茶叶'))}]"),
            ("summary", f"一句话：{dice.randint(1, 9)}。"),
            ("authors", f"[{dice.choice(('张三', '仇月华'))}]"),
            ("figures", _figures(author)),
            ("period", f"2021/202{dice.randint(2, 5)}"),
            ("source", f"{{name: 大众日报, date: 2024-0{dice.randint(1, 9)}-01}}"),
            ("title_en", f"Bridge {dice.randint(1, 9)}"),
            ("summary_en", f"A bridge {dice.randint(1, 9)}."),
            ("extra", f"{{badge: 奖{dice.randint(1, 3)}}}"),
            ("households", str(dice.randint(1, 99))),
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
            ("checks_off", dice.choice(("[polyphone-unsure]", "[alt-missing]", "[issue-unknown]"))),
            ("private", f"{{phone: {dice.randint(10**10, 10**11)}}}"),
        ]
    )
    fields = author.state.cases[case].fields
    if key == "households" and "fields" not in author.state.settings:
        key, value = "summary", "一句话。"
    if key in fields and key not in {"title", "date"} and dice.random() < 1 / 3:
        del fields[key]
    else:
        fields[key] = value
    save(author, case)


def _figures(author: Author) -> str:
    dice = author.dice
    unit = dice.choice(("万元", "元", "亩"))
    note = f", note: 累计{dice.randint(1, 3)}" if dice.random() < 1 / 2 else ""
    label = dice.choice(("资金", "资金总额"))
    return f"[{{id: funds, label: {label}, value: {dice.randint(1, 99)}, unit: {unit}{note}}}]"


def retitle(author: Author) -> None:
    """Change nothing but a title."""
    case = author.any_case()
    author.state.cases[case].fields["title"] = f"新题{author.dice.randint(1, 99)}{author.dice.choice(WORDS)}"
    save(author, case)


def change_form(author: Author) -> None:
    """Change how a file is written and nothing that is said in it."""
    case, dice = author.any_case(), author.dice
    file = author.state.cases[case]
    match dice.randrange(4):
        case 0:
            file.line_end = "\r\n" if file.line_end == "\n" else "\n"
        case 1:
            file.mark = "" if file.mark else "\ufeff"
        case 2:
            file.comment = f"待核 {dice.randint(1, 9)}"
        case _:
            pairs = list(file.fields.items())
            dice.shuffle(pairs)
            file.fields = dict(pairs)
    save(author, case)


def move_file(author: Author) -> None:
    """Rename a case's file, or give it a folder: its address stays."""
    case = author.any_case()
    file = author.state.cases[case]
    old = (author.root / file.place).parent
    (author.root / file.place).unlink()
    shape = author.dice.choice(
        ("content/cases/{}.md", "content/cases/{}/index.md", "content/cases/2024/{}.md")
    )
    file.place = shape.format(f"f{author.state.number():02}")
    save(author, case)
    if author.dice.random() < 2 / 3:
        for path in sorted(old.glob(f"{case}-*")):  # its pictures and attachments, now and then forgotten
            path.rename((author.root / file.place).parent / path.name)


def change_id(author: Author) -> None:
    """Give a case another address."""
    case = author.any_case()
    author.state.cases[case].fields["id"] = f"x{author.state.number():02}"
    save(author, case)


def link_cases(author: Author) -> None:
    """Let one case name another, in its text and as related."""
    one, other = author.any_case(), author.any_case()
    target = author.state.cases[other].fields["id"]
    link = f"case:{target}" + author.dice.choice(("", "", "#zuo-fa", "#公式"))
    if author.dice.random() < 1 / 6:
        link = f"issue:{author.dice.choice(ISSUES)}"
    author.state.cases[one].body.insert(author.dice.choice((0, 99)), f"{_ALSO}这里]({link})。")
    if other != one and author.dice.random() < 1 / 2:
        author.state.cases[one].fields["related"] = f"[{target}]"
    save(author, one)


def add_footnote(author: Author) -> None:
    """Add a footnote, or drop it, or only one half of it."""
    case = author.any_case()
    body = author.state.cases[case].body
    if any(text in body for text in _NOTE):
        dropped = _NOTE if author.dice.random() < 2 / 3 else author.dice.sample(_NOTE, 1)
        author.state.cases[case].body = [text for text in body if text not in dropped]
    else:
        body += _NOTE
    save(author, case)


def picture(number: int) -> bytes:
    """Return a whole picture, another one for each number."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    width = number % 7 + 1
    head = width.to_bytes(4) + width.to_bytes(4) + bytes([8, 0, 0, 0, 0])
    rows = zlib.compress(bytes([0, *[number % 256] * width]) * width)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def show_picture(author: Author) -> None:
    """Show a picture in a text or as its cover; change it; or take it away, now and then the file alone."""
    case, dice = author.any_case(), author.dice
    file = author.state.cases[case]
    name = f"{case}-{dice.randint(1, 2)}.png"
    place = f"{file.place.rpartition('/')[0]}/{name}"
    text = f"![一座桥]({name})"
    if not (author.root / place).exists() or dice.random() < 1 / 3:
        author.write(place, picture(dice.randint(1, 20)))
        if dice.random() < 1 / 3:
            file.fields["cover"] = dice.choice((name, f"{{file: {name}, alt: 桥{dice.randint(1, 3)}}}"))
        elif text not in file.body:
            file.body.append(text)
    else:
        if dice.random() < 2 / 3:
            _drop_files(file, name)
        if dice.random() < 2 / 3:
            (author.root / place).unlink()
    save(author, case)


def attach(author: Author) -> None:
    """Attach a file, change it, or take it away."""
    case, dice = author.any_case(), author.dice
    file = author.state.cases[case]
    name = f"{case}-table.csv"
    place = f"{file.place.rpartition('/')[0]}/{name}"
    if not (author.root / place).exists() or dice.random() < 1 / 2:
        author.write(place, f"年,户\n2024,{dice.randint(10, 99)}\n")
        file.fields["attachments"] = f"[{name}]"
    else:
        _drop_files(file, name)
        (author.root / place).unlink()
    save(author, case)


def _drop_files(file: CaseFile, name: str) -> None:
    """Let a case name the file no more."""
    file.body = [text for text in file.body if name not in text]
    for key in ("cover", "attachments"):
        if name in file.fields.get(key, ""):
            del file.fields[key]


def swap_quietly(author: Author) -> None:
    """Change a file to one of the same length and time, as some tools of synchronisation do."""
    case = author.any_case()
    path = author.root / author.state.cases[case].place
    before = path.stat()
    path.write_bytes(path.read_bytes().replace("桥".encode(), "路".encode()).replace(b"31", b"13"))
    body = author.state.cases[case].body
    author.state.cases[case].body = [one.replace("桥", "路").replace("31", "13") for one in body]
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_older(author: Author) -> None:
    """Put a file with an older time in a case's place, as unpacking an archive does."""
    case = author.any_case()
    file = author.state.cases[case]
    file.fields["summary"] = f"旧摘要{author.dice.randint(1, 9)}。"
    beside = author.root / "beside.md"
    beside.write_bytes(file.text().encode())
    old = 1_600_000_000 + author.dice.randint(0, 10**6)
    os.utime(beside, (old, old))
    beside.replace(author.root / file.place)


def exchange_files(author: Author) -> None:
    """Let two cases change files."""
    one, other = author.state.cases[author.any_case()], author.state.cases[author.any_case()]
    aside = author.root / "aside.md"
    (author.root / one.place).rename(aside)
    if one is not other:
        (author.root / other.place).rename(author.root / one.place)
    aside.rename(author.root / other.place)
    one.place, other.place = other.place, one.place


def make_slip(author: Author) -> None:
    """Make or mend a slip that keeps the site from being built."""
    path = author.root / "content/cases/slip.md"
    if path.exists():
        path.unlink()
    else:
        author.write("content/cases/slip.md", "---\ntitel: 断桥\n---\n\n正文。\n")


def take_in(author: Author) -> None:
    """Let a draft arrive in the inbox, or become a case of the site's."""
    path = author.root / "content/inbox/mail.md"
    if path.exists():
        path.unlink()
    else:
        name = f"收到的稿{author.dice.randint(1, 9)}"
        author.write("content/inbox/mail.md", f"---\ntitle: {name}\ntitel: 断桥\n---\n\n正文。\n")


def mend(author: Author) -> None:
    """Take away what may keep the site from being built."""
    (author.root / "content/cases/slip.md").unlink(missing_ok=True)
    for case, file in author.state.cases.items():
        # In this order: what was left behind by its case is not shown by any other.
        file.body = [text for text in file.body if not text.startswith((_ALSO, "!["))]
        if len(set(file.body).intersection(_NOTE)) == 1:
            file.body = [text for text in file.body if text not in _NOTE]
        for key in ("related", "cover", "attachments", "households", "aliases"):
            file.fields.pop(key, None)
        save(author, case)


EDITS: Final = (
    *(add_case, delete_case, add_sentence, drop_sentence, change_words, change_words, copy_text),
    *(set_field, set_field, set_field, set_field, retitle, retitle, change_form, move_file, change_id),
    *(link_cases, add_footnote, show_picture, show_picture, attach, swap_quietly, replace_by_older),
    *(exchange_files, make_slip, take_in),
)
