"""Readings in brackets: which are noise, and which brackets must never be touched."""

from collections.abc import Iterator
from typing import Final

import pytest

from casesite.chinese.brackets import find_notes, without


def cleaned(*lines: str) -> list[str]:
    """Return the lines without their noise."""
    notes = find_notes(lines).noise
    return [without(line, [note for note in notes if note.line == at]) for at, line in enumerate(lines)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("经验(jīngyàn)库", "经验库"),
        ("资料(zīliào)(zīliào),", "资料,"),
        ("划成2个片(gèpiàn)区", "划成2个片区"),
        ("(来稿邮箱(yóuxiāng)a@example.com)", "(来稿邮箱a@example.com)"),
        ("（来稿邮箱（yóuxiāng）在此）", "（来稿邮箱在此）"),
        ("形成“全覆盖”(fùgài)的网", "形成“全覆盖”的网"),
        ("村民议事(yì shì)会", "村民议事会"),
        ("西安(xī'ān)城墙", "西安城墙"),
        ("妇女(fùnǚ)之家", "妇女之家"),
        ("绿色(lv\u0300sè)", "绿色"),
        ("绿色(lu\u0308\u0300se\u0300)发展", "绿色发展"),
        ("干部(ɡànbù)", "干部"),
        ("美好(měihăo)", "美好"),
        ("花儿(huār)开", "花儿开"),
        ("銀行(yínháng)", "銀行"),
        ("行(háng)业", "行业"),
        ("行(xíng)走", "行走"),
        ("一(yí)定、不(bú)是", "一定、不是"),
        ("经验 (jīngyàn) 交流", "经验交流"),
        ("句末经验(jīngyàn)", "句末经验"),
    ],
)
def test_a_reading_with_tone_marks_goes_where_it_reads_what_stands_before(written: str, read: str) -> None:
    assert cleaned(written) == [read]


@pytest.mark.parametrize(
    "line",
    [
        "经验(yóuxiāng)库",
        "GDP(jīngyàn)",
        "(jīngyàn)",
        "库(jīngyànkù)",
        "经、验、交、流、会ABCDEFG(jīngyàn)",
        "汶上(Wènshàng)县",
    ],
)
def test_a_reading_that_does_not_align_or_is_a_name_stays_and_is_doubtful(line: str) -> None:
    notes = find_notes([line])
    assert cleaned(line) == [line]
    assert [note.text for note in notes.doubtful] == [line[line.index("(") : line.index(")") + 1]]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["群众的(de)事", "经验(jīngyàn)库"], ["群众的事", "经验库"]),
        (["群众的(de)事"], ["群众的(de)事"]),
        (["做法(de)是", "经验(jīngyàn)库"], ["做法(de)是", "经验库"]),
        (["接通了(le)水，干部们(men)说", "经验(jīngyàn)库"], ["接通了水，干部们说", "经验库"]),
        (["公安(an)局", "经验(jīngyàn)库"], ["公安(an)局", "经验库"]),
        (["網(wang)站(zhan)"], ["網(wang)站(zhan)"]),
        (["網(wang)站(zhan)建(jian)设(she)好(hao)了"], ["網站建设好了"]),
        (["网站(wangzhan)和(he)平(ping)台(tai)上(shang)"], ["网站和平台上"]),
        (
            ["上海(Shanghai)、北京(Beijing)、天津(Tianjin)、重庆(Chongqing)、西安(Xi'an)、南京(Nanjing)"],
            ["上海(Shanghai)、北京(Beijing)、天津(Tianjin)、重庆(Chongqing)、西安(Xi'an)、南京(Nanjing)"],
        ),
    ],
)
def test_toneless_readings_need_company(lines: list[str], read: list[str]) -> None:
    assert cleaned(*lines) == read


def test_a_note_tells_what_it_reads_and_where() -> None:
    (first, second) = find_notes(["第一行", "在资料(zīliào)(zīliào)库"]).noise
    assert (first.line, first.word, first.syllables, first.places) == (1, "资料", ("zī", "liào"), (1, 2))
    assert (second.start, second.end, second.places) == (11, 19, (1, 2))
    assert first.toned


WORDS: Final = """
国内生产总值 合作社 乡村振兴 我们 他们 安全 和平 上海 北京 西安 网站 平台 党委 书记 群众 项目 资金 邮箱
电话 服务 中心 女人 男人 看板 大门 山路 河边 她 他 你 班子 会议 方案 文件 标准 指数 系统 软件 平安
民主 主题 新闻
"""
INSIDES: Final = """
GDP CPI APP AI+ 5G IP KPI PPT WiFi a@example.com
mail.box_1@qq.com https://example.com/a?b=1 John Women women
he an you can she pan ban gang long tang hang hen fan den
die song sang Shanghai Beijing Xi'an anquan heping wangzhan
nvren kanban 2024 1,860 3.5% 10:30 12亿元 40余亩 km² ℃ kg 一 二
见附件 下同 试行 含税 以下简称“平台” A类 B2B 2024年8月 第3期 No.7 v2.0 X=1 café
naïve résumé déjà Zürich über señor façade São Ångström
Škoda Malmö Noël El Niño à la carte
"""


def real_brackets() -> Iterator[str]:
    """Yield sentences with brackets that people write on purpose."""
    for place, word in enumerate(WORDS.split()):
        for inside in INSIDES.split():
            opened, closed = "()" if (place + len(inside)) % 3 else "（）"
            yield f"各村围绕{word}{opened}{inside}{closed}开展工作，第{place}组先行。"


def test_no_bracket_of_a_thousand_that_are_meant_is_taken_for_noise() -> None:
    sentences = list(real_brackets())
    assert len(set(sentences)) > 3000
    # Each for itself, as in a text without notes, and beside toned notes, as in a scraped page.
    wrong = [one for one in sentences if find_notes([one]).noise]
    among = [one for one in sentences if len(find_notes(["经验(jīngyàn)库", one]).noise) > 1]
    assert (wrong, among) == ([], [])


def test_an_english_text_full_of_brackets_is_left_alone() -> None:
    text = [
        "The women (nǚrén in pinyin) and he (an old man) can (and do) sing.",
        "Song (a dynasty) and Tang (too)",
    ]
    assert find_notes(text).noise == ()
